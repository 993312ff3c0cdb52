"""Measures candidates against each other, on machines that are noisy.

Each measurement is a fresh process. Candidates take turns, in another order each round, so that
noise lands on all of them alike. What they found is compared before any time is shown: an engine
that finds something else is no peer. Only ratios of medians inside one run mean anything.

    python -m benchmarks.harness MODULE CASE SIZE     one measurement, as a line of JSON
"""

import gc
import importlib
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MARK = "@measured "
TIMEOUT = 600

Work = Callable[[], Any]


def digest(value: Any) -> str:
    """Return a short text that differs if the values differ."""
    return sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Case:
    """A candidate.

    Attributes:
        name: What the tables call it.
        prepare: Returns what is timed, for a size; what it does itself is not timed.
        sign: Returns what tells the results of two candidates apart; not timed.
        needs: The modules without which it is skipped.
        repeats: How often to run within one process; the median counts.
    """

    name: str
    prepare: Callable[[str], Work]
    sign: Callable[[Any], Any] = digest
    needs: tuple[str, ...] = ()
    repeats: int = 1

    @property
    def missing(self) -> list[str]:
        return [name for name in self.needs if find_spec(name) is None]


@dataclass(frozen=True)
class Plan:
    """A case of a module at a size."""

    module: str
    case: str
    size: str


@dataclass(frozen=True)
class Measured:
    """What is known of a plan after all rounds: medians over processes, and the fastest.

    `cpu` is the processor time, of child processes too: when others use the machine, it tells
    more than the time that passes.
    """

    cpu: float
    seconds: float
    fastest: float
    peak: float
    grown: float
    runs: int
    signature: Any


def cases(module: str) -> dict[str, Case]:
    return {case.name: case for case in importlib.import_module(f"benchmarks.{module}").CASES}


def measure(plans: Sequence[Plan], rounds: int) -> dict[Plan, Measured]:
    """Run every plan once a round, in shuffled order, and return what can be said of each."""
    random = Random(7)
    able = [plan for plan in plans if not skipped(plan)]
    found: dict[Plan, list[dict[str, Any]]] = {plan: [] for plan in able}
    for _ in range(rounds):
        for plan in random.sample(able, len(able)):
            if plan in found:
                outcome = one(plan)
                if outcome is None:
                    del found[plan]
                else:
                    found[plan].append(outcome)
    return {plan: summed(runs) for plan, runs in found.items()}


def skipped(plan: Plan) -> bool:
    missing = cases(plan.module)[plan.case].missing
    if missing:
        print(f"skipped: {plan.case} needs {', '.join(missing)}, which is not installed")
    return bool(missing)


def one(plan: Plan) -> dict[str, Any] | None:
    """Return one measurement of a plan, made in a process of its own; None if it failed."""
    command = [sys.executable, "-m", "benchmarks.harness", plan.module, plan.case, plan.size]
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=environment,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        print(f"left out: {plan.case} at {plan.size} took more than {TIMEOUT} s")
        return None
    line = next((each for each in done.stdout.splitlines() if each.startswith(MARK)), None)
    if line is None:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        print(f"left out: {plan.case} at {plan.size} failed: {last}")
        return None
    measured: dict[str, Any] = json.loads(line.removeprefix(MARK))
    return measured


def summed(runs: Sequence[dict[str, Any]]) -> Measured:
    signatures = [run["signature"] for run in runs]
    return Measured(
        cpu=statistics.median(run["cpu"] for run in runs),
        seconds=statistics.median(run["seconds"] for run in runs),
        fastest=min(run["seconds"] for run in runs),
        peak=statistics.median(run["peak"] for run in runs),
        grown=statistics.median(run["peak"] - run["before"] for run in runs),
        runs=len(runs),
        signature=signatures[0] if signatures.count(signatures[0]) == len(runs) else signatures,
    )


def disagreeing(measured: Iterable[Measured]) -> bool:
    """Tell whether candidates that should find the same did not."""
    return len({json.dumps(each.signature) for each in measured}) > 1


def work(module: str, name: str, size: str) -> None:
    """Make one measurement, in this process."""
    case = cases(module)[name]
    run = case.prepare(size)
    gc.collect()
    before = memory("VmRSS")
    forget_peak()
    cpu, seconds, result = [], [], None
    for _ in range(case.repeats):
        result = None
        start, busy = time.perf_counter(), processor_time()
        result = run()
        cpu.append(processor_time() - busy)
        seconds.append(time.perf_counter() - start)
    peak = memory("VmHWM")
    measured = {
        "cpu": statistics.median(cpu),
        "seconds": statistics.median(seconds),
        "before": before,
        "peak": peak,
        "signature": case.sign(result),
    }
    print(MARK + json.dumps(measured))


def processor_time() -> float:
    """Return the seconds that this process and its children kept a processor busy."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def memory(key: str) -> float:
    """Return a line of the memory accounts of this process, in megabytes; 0 where there is none."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith(f"{key}:"):
                return int(line.split()[1]) / 1024
    return 0.0


def forget_peak() -> None:
    """Let the peak begin here, rather than with what the parent process had."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


if __name__ == "__main__":
    # By its name, so that cases are instances of the class that this module defines as imported.
    importlib.import_module("benchmarks.harness").work(*sys.argv[1:])
