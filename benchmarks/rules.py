"""Each built-in rule alone, on a snapshot whose day is worked out and whose indexes are not."""

from collections.abc import Callable
from typing import Any

from benchmarks.harness import Case, Work
from benchmarks.stages import built_in, loaded
from interagency.checking import Rule, Snapshot, run_rule
from interagency.checking.questions import open_questions


def alone(ask: Callable[[Snapshot], Any]) -> Callable[[str], Work]:
    def prepare(size: str) -> Work:
        ask(fresh("S"))
        made = fresh(size)
        return lambda: ask(made)

    return prepare


def fresh(size: str) -> Snapshot:
    made = Snapshot.of(loaded(size))
    _ = made.now
    return made


def case(rule: Rule) -> Case:
    return Case(rule.name, alone(lambda made: run_rule(rule, made)), lambda r: len(r.findings))


CASES = (
    *(case(rule) for rule in built_in()),
    Case("open questions", alone(lambda made: list(open_questions(made))), len),
)
