"""The library itself, stage by stage: each case times a step on the way from bytes to findings."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from benchmarks.generate import folder
from benchmarks.harness import Case, Work, digest
from benchmarks.shared_rules import RULES
from interagency.checking import Report, Rule, Snapshot, run_rule, run_rules
from interagency.document import dumps, json_schema, loads
from interagency.document.json_reader import read_json
from interagency.document.positions import locate
from interagency.document.registry import called_for
from interagency.document.structure import read_quickly
from interagency.document.yaml_reader import compose
from interagency.model import Architecture
from interagency.plugins.loading import load_plugins
from interagency.snapshot.open_questions import open_questions
from interagency.vocabularies import shipped

NO_LIMIT = 10**9
SECTIONS = (
    "organizations",
    "forums",
    "sectors",
    "sub_sectors",
    "working_groups",
    "links",
    "plans",
    "appeals",
)


def text(size: str, format: str = "json") -> bytes:
    return folder(size).joinpath(f"document.{format}").read_bytes()


def plain(size: str) -> dict[str, Any]:
    value: dict[str, Any] = read_json(text(size))[0]
    return value


def fields(size: str) -> dict[str, Any]:
    found = read_quickly(plain(size))
    lent = called_for(found, shipped().organizations)
    return {**found, "organizations": (*found["organizations"], *lent)}


def loaded(size: str) -> Architecture:
    return loads(text(size), format="json", max_bytes=NO_LIMIT)


def snapshot(size: str) -> Snapshot:
    """Return the snapshot of a size with its day and indexes worked out."""
    made = Snapshot.of(loaded(size))
    run_rule(RULES[0], made)
    return made


# What tells results apart


def facts(found: dict[str, Any]) -> str:
    """Return what tells the facts of two readings apart, whatever their order."""
    seats = sorted(
        f"{each.body} {each.term} {each.holder} {each.since} {each.until}"
        for each in found["seats"]
    )
    return digest([seats, *(len(found[section]) for section in SECTIONS)])


def facts_of(architecture: Architecture) -> str:
    return facts({name: getattr(architecture, name) for name in (*SECTIONS, "seats")})


def subjects(report: Report) -> str:
    """Return what tells two reports apart, in the form that the peers give too."""
    return digest(by_rule(report))


def by_rule(report: Report) -> dict[str, list[str]]:
    return {
        result.rule: sorted(" ".join((each.subject, *each.related)) for each in result.findings)
        for result in report.results
    }


# The stages


def structuring(size: str) -> Work:
    data = plain(size)

    def work() -> dict[str, Any]:
        return read_quickly(data)

    return work


def making(size: str) -> Work:
    data, registry = plain(size), shipped().organizations

    def work() -> Architecture:
        found = read_quickly(data)
        lent = called_for(found, registry)
        return Architecture(**{**found, "organizations": (*found["organizations"], *lent)})

    return work


def architecture(size: str) -> Work:
    found = fields(size)

    def work() -> Architecture:
        return Architecture(**found)

    return work


def day(size: str) -> Work:
    made = Snapshot.of(loaded(size))
    return lambda: made.now


def ruling(rules: Callable[[], Iterable[Rule]], size: str) -> Work:
    made, given = snapshot(size), list(rules())
    return lambda: [run_rule(rule, made) for rule in given]


def asking(size: str) -> Work:
    made = snapshot(size)
    return lambda: list(open_questions(made))


def loading(size: str, format: str = "json") -> Work:
    data = text(size, format)
    return lambda: loads(data, format=format, max_bytes=NO_LIMIT)


def checking(rules: Callable[[], Iterable[Rule]], size: str, *, ask: bool = True) -> Work:
    """From bytes to a report; S comes first, untimed, so that tables are read and hooks made.

    With `ask=False` without the questions, which no peer asks.
    """
    given = list(rules())

    def report(data: bytes) -> Report:
        found = loads(data, format="json", max_bytes=NO_LIMIT)
        if ask:
            return run_rules(found, given)
        made = Snapshot.of(found)
        results = tuple(run_rule(rule, made) for rule in given)
        return Report(title=found.title, day=made.day, results=results)

    report(text("S"))
    return partial(report, text(size))


def locating(size: str) -> Work:
    data = text(size, "yaml")
    paths = [("sectors", id) for id in plain(size)["sectors"]]
    return lambda: locate(data, paths)


def dumping(format: str, size: str) -> Work:
    found = loaded(size)
    return lambda: dumps(found, format=format)


def built_in() -> Sequence[Rule]:
    return list(load_plugins(entry_points=False).rules.values())


def shared() -> Sequence[Rule]:
    return RULES


def process(*arguments: str) -> Callable[[str], Work]:
    """Return a case that starts Python anew."""
    command = [sys.executable, *arguments]
    return lambda _: lambda: subprocess.run(command, capture_output=True, check=False).returncode


def counted(found: Any) -> int:
    return len(found)


INTERAGENCY = ("-m", "interagency")
START = (
    Case("python -c pass", process("-c", "pass"), repeats=5),
    Case("import interagency", process("-c", "import interagency"), repeats=5),
    Case("interagency --version", process(*INTERAGENCY, "--version"), repeats=5),
    Case(
        "interagency check EXAMPLE",
        process(*INTERAGENCY, "check", "example:romania-2022", "--fail-on", "never"),
    ),
)
WAY = (
    Case("decode JSON", lambda size: partial(read_json, text(size)), lambda _: ""),
    Case("structure", structuring, facts),
    Case("structure + architecture", making, facts_of),
    Case("architecture", architecture, facts_of),
    Case("day", day, facts_of),
    Case("shared rules", partial(ruling, shared), counted),
    Case("built-in rules", partial(ruling, built_in), counted),
    Case("open questions", asking, counted),
    Case("load JSON", loading, facts_of),
    Case("dump JSON", partial(dumping, "json"), counted),
    Case("JSON Schema", lambda _: json_schema, counted),
)
WITH_YAML = (
    Case("compose YAML", lambda size: partial(compose, text(size, "yaml")), lambda v: digest(v[0])),
    Case("load YAML", partial(loading, format="yaml"), facts_of),
    Case("locate", locating, counted),
    Case("dump YAML", partial(dumping, "yaml"), counted),
)
CHECKS = (
    Case("interagency", partial(checking, shared, ask=False), subjects),
    Case("load + check, shared rules", partial(checking, shared), subjects),
    Case("load + check, built-in rules", partial(checking, built_in), lambda r: len(r.findings)),
)
CASES = (*START, *WAY, *WITH_YAML, *CHECKS)
