"""Measures the library against its targets and its peers, and prints the ratios.

    python benchmarks/bench.py [SUITE ...] [--rounds N] [--sizes S,R4V,GLOBAL,INTERNET]

Suites: start, yaml, structure, rules, all-rules, growth, bad, stages; by default all of them.
Peers that are not installed are skipped: `pip install -r benchmarks/requirements.txt`.
"""

import argparse
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

if not __package__:  # run as a script: the modules beside this one are found from the root
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generate import SIZES, folder
from benchmarks.harness import Measured, Plan, cases, disagreeing, measure

Results = dict[Plan, Measured]


@dataclass(frozen=True)
class Target:
    """What should hold, and how it is read off the results of a suite."""

    text: str
    limit: float
    measured: Callable[[Results], float]
    unit: str = ""
    at_least: bool = False

    def row(self, results: Results) -> str:
        try:
            value = self.measured(results)
        except (KeyError, ValueError):
            return f"| {self.text} | {self.bound} | | not measured |"
        met = value >= self.limit if self.at_least else value <= self.limit
        verdict = "pass" if met else "MISS"
        return f"| {self.text} | {self.bound} | {value:,.2f}{self.unit} | {verdict} |"

    @property
    def bound(self) -> str:
        return f"{'at least' if self.at_least else 'at most'} {self.limit:g}{self.unit}"


@dataclass(frozen=True)
class Suite:
    """Plans that are measured together.

    Attributes:
        plans: Given the sizes that may be used.
        targets: What should hold.
        same: Names of cases that must find the same at each size.
        rounds: By default.
    """

    plans: Callable[[Sequence[str]], list[Plan]]
    targets: tuple[Target, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    rounds: int = 5


def cpu(module: str, case: str, size: str) -> Callable[[Results], float]:
    return lambda results: results[Plan(module, case, size)].cpu


def ratio(one: Plan, other: Plan) -> Callable[[Results], float]:
    """Return how much longer one keeps a processor busy than another."""
    return lambda results: results[one].cpu / results[other].cpu


def fastest(plan: Plan) -> Callable[[Results], float]:
    return lambda results: results[plan].fastest


def slowest_of(module: str) -> Callable[[Results], float]:
    """Return the time of the slowest case, each taken at its fastest."""
    return lambda results: max(
        each.fastest for plan, each in results.items() if plan.module == module
    )


def exponent(module: str, case: str) -> Callable[[Results], float]:
    """Return the power of the bytes by which time grows, from the smallest size to the largest."""

    def grows(results: Results) -> float:
        found = sorted(
            (bytes_of(plan.size), each.cpu)
            for plan, each in results.items()
            if (plan.module, plan.case) == (module, case)
        )
        (small, little), *_, (large, much) = found
        return math.log(much / little) / math.log(large / small)

    return grows


def bytes_of(size: str) -> int:
    return folder(size).joinpath("document.json").stat().st_size


def fixed(module: str, names: Sequence[str], size: str) -> Callable[[Sequence[str]], list[Plan]]:
    return lambda _: [Plan(module, name, size) for name in names]


def everywhere(module: str, names: Sequence[str]) -> Callable[[Sequence[str]], list[Plan]]:
    return lambda sizes: [Plan(module, name, size) for name in names for size in sizes]


def all_of(module: str) -> list[str]:
    return list(cases(module))


def both(
    *parts: Callable[[Sequence[str]], list[Plan]],
) -> Callable[[Sequence[str]], list[Plan]]:
    return lambda sizes: [plan for part in parts for plan in part(sizes)]


PASS = Plan("stages", "python -c pass", "S")
OURS = Plan("stages", "interagency", "R4V")
CHECKS = ("load + check, shared rules", "load + check, built-in rules")
ENGINES = (
    "json + loops",
    "cattrs + networkx",
    "cattrs + networkx, smallest",
    "pandas + networkx",
    "pySHACL",
    "pySHACL, one triple a seat",
)


def than_ours(peer: str) -> Callable[[Results], float]:
    return ratio(Plan("peers", peer, "R4V"), OURS)


def suites() -> dict[str, Suite]:
    """Return the suites, by name."""
    starts = ("import interagency", "interagency --version", "interagency check EXAMPLE")
    cattrs = ("cattrs default", "cattrs default, collector paused", "cattrs default + architecture")
    internet = Plan("stages", CHECKS[1], "INTERNET")
    return {
        "start": Suite(
            fixed("stages", (PASS.case, *starts), "S"),
            (
                Target("`--version` / `python -c pass`", 2, ratio(start(starts[1]), PASS)),
                Target("check of an example", 0.8, fastest(start(starts[2])), " s"),
            ),
        ),
        "yaml": Suite(
            both(
                fixed("stages", ("compose YAML",), "R4V"),
                fixed("peers", ("CSafeLoader", "CSafeLoader, collector paused"), "R4V"),
            ),
            (
                Target(
                    "CSafeLoader / reading YAML, R4V",
                    3,
                    ratio(
                        Plan("peers", "CSafeLoader", "R4V"), Plan("stages", "compose YAML", "R4V")
                    ),
                    at_least=True,
                ),
            ),
            (("compose YAML", "CSafeLoader", "CSafeLoader, collector paused"),),
        ),
        "structure": Suite(
            both(
                fixed("stages", ("structure", "structure + architecture"), "GLOBAL"),
                fixed("peers", cattrs, "GLOBAL"),
            ),
            (
                Target(
                    "structuring / default cattrs, GLOBAL",
                    0.55,
                    ratio(
                        Plan("stages", "structure", "GLOBAL"), Plan("peers", cattrs[0], "GLOBAL")
                    ),
                ),
                Target(
                    "the same, both with a whole architecture",
                    0.55,
                    ratio(
                        Plan("stages", "structure + architecture", "GLOBAL"),
                        Plan("peers", cattrs[2], "GLOBAL"),
                    ),
                ),
            ),
            (("structure", *cattrs[:2]), ("structure + architecture", cattrs[2])),
        ),
        "rules": Suite(
            both(fixed("stages", (OURS.case,), "R4V"), fixed("peers", ENGINES, "R4V")),
            (
                Target("pySHACL / interagency, R4V", 200, than_ours("pySHACL"), at_least=True),
                Target("the same, one triple a seat", 200, than_ours(ENGINES[5]), at_least=True),
                Target("pandas + networkx / interagency", 3, than_ours(ENGINES[3]), at_least=True),
                Target("cattrs + networkx / interagency", 2, than_ours(ENGINES[1]), at_least=True),
            ),
            ((OURS.case, *ENGINES),),
        ),
        "growth": Suite(
            everywhere("stages", CHECKS),
            (
                Target("exponent, shared rules", 1.1, exponent("stages", CHECKS[0])),
                Target("exponent, built-in rules", 1.1, exponent("stages", CHECKS[1])),
                Target(
                    "peak memory at INTERNET", 1500, lambda results: results[internet].peak, " MB"
                ),
            ),
            rounds=3,
        ),
        "all-rules": Suite(
            fixed("stages", ("load JSON", "built-in rules", "open questions"), "GLOBAL"),
            (
                Target(
                    "all built-in rules / loading, GLOBAL",
                    2,
                    ratio(
                        Plan("stages", "built-in rules", "GLOBAL"),
                        Plan("stages", "load JSON", "GLOBAL"),
                    ),
                ),
            ),
        ),
        "bad": Suite(
            fixed("bad", all_of("bad"), "S"),
            (Target("slowest refusal of a bad megabyte", 1, slowest_of("bad"), " s"),),
            rounds=3,
        ),
        "stages": Suite(
            both(
                everywhere("stages", [name for name in all_of("stages") if name in WAY]),
                fixed("stages", ("compose YAML", "load YAML", "locate", "dump YAML"), "R4V"),
            ),
            rounds=3,
        ),
    }


WAY = (
    "decode JSON",
    "structure",
    "architecture",
    "day",
    "shared rules",
    "built-in rules",
    "open questions",
    "load JSON",
    "dump JSON",
)


def start(name: str) -> Plan:
    return Plan("stages", name, "S")


def shown(suite: Suite, results: Results) -> Iterator[str]:
    """Yield the tables of a suite: each size relative to its quickest case, then the targets."""
    for group in suite.same:
        for size in {plan.size for plan in results}:
            found = [
                each for plan, each in results.items() if plan.case in group and plan.size == size
            ]
            if disagreeing(found):
                yield f"THEY DO NOT AGREE at {size}: {', '.join(group)}; no ratio means anything"
                return
    for size in dict.fromkeys(plan.size for plan in results):
        yield from table(size, {plan: each for plan, each in results.items() if plan.size == size})
    yield from grown(results)
    if suite.targets:
        yield from ("", "| target | limit | measured | |", "|---|---|--:|---|")
        yield from (target.row(results) for target in suite.targets)


def table(size: str, results: Results) -> Iterator[str]:
    quickest = min(each.cpu for each in results.values())
    yield from ("", f"| {size} | cpu ms | x quickest | wall ms | least | peak MB | runs |")
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for plan, each in sorted(results.items(), key=lambda pair: pair[1].cpu):
        times = (each.cpu, each.seconds, each.fastest)
        busy, wall, least = (f"{1000 * seconds:,.1f}" for seconds in times)
        peak = f"{each.peak:,.0f} (+{each.grown:,.0f})"
        factor = each.cpu / quickest if quickest else 0
        yield f"| {plan.case} | {busy} | {factor:,.2f} | {wall} | {least} | {peak} | {each.runs} |"


def grown(results: Results) -> Iterator[str]:
    """Yield the exponent of each case that ran at several sizes."""
    names = dict.fromkeys((plan.module, plan.case) for plan in results)
    several = [
        name
        for name in names
        if len({plan.size for plan in results if (plan.module, plan.case) == name}) > 1
    ]
    if several:
        yield from ("", "| case | exponent of time in bytes |", "|---|--:|")
        rows = ((exponent(*name)(results), name[1]) for name in several)
        yield from (f"| {case} | {power:.2f} |" for power, case in sorted(rows, reverse=True))


def main() -> None:
    known = suites()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("suite", nargs="*", choices=[[], *known], default=[], metavar="SUITE")
    parser.add_argument("--rounds", type=int, help="how often each case runs; the median counts")
    parser.add_argument("--sizes", default="R4V,GLOBAL,INTERNET", help="for growth and stages")
    options = parser.parse_args()
    sizes = [size for size in options.sizes.split(",") if size in SIZES]
    for size in {*sizes, "S", "R4V", "GLOBAL"}:
        folder(size)
    for name in options.suite or known:
        suite = known[name]
        print(f"\n## {name}\n", flush=True)
        results = measure(suite.plans(sizes), options.rounds or suite.rounds)
        print("\n".join(shown(suite, results)), flush=True)


if __name__ == "__main__":
    main()
