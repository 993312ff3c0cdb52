"""The rules and clauses that an answer to a question would help to settle, and the order of it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from interagency.checking import Report
from interagency.conformance import Conformance
from interagency.snapshot import Question

# The names of rules and clauses, by the subject of a question and what it is about.
Settles = Mapping[tuple[str, str], tuple[str, ...]]
NOT_COUNTED: Final[Settles] = MappingProxyType({})
# Of questions that settle as much: the lists that most of all else waits for.
_FIRST = {"leads": 0, "reports_to": 1, "within": 2, "covers": 3, "level": 4}


def settles_of(report: Report, conformance: Conformance | None = None) -> Settles:
    """Return what each question would help to settle: rules by name, then clauses by id.

    Args:
        report: What rules say and ask.
        conformance: What reference models ask; None if none is looked at.
    """
    found: dict[tuple[str, str], dict[str, None]] = {}
    for result in report.results:
        for each in result.questions:
            found.setdefault((each.subject, each.about), {})[result.rule] = None
    for each, clauses in conformance.questions() if conformance else ():
        found.setdefault((each.subject, each.about), {}).update(dict.fromkeys(clauses))
    return {key: tuple(names) for key, names in found.items()}


def most_settling(
    questions: Iterable[Question], settles: Settles = NOT_COUNTED
) -> tuple[Question, ...]:
    """Return questions, those that settle most first; of the same number, in the given order.

    Args:
        questions: The questions.
        settles: What each settles; without it, lists that others wait for come first.
    """

    def place(each: Question) -> tuple[int, int]:
        first = 0 if settles else _FIRST.get(each.about, len(_FIRST))
        return (-len(settles.get((each.subject, each.about), ())), first)

    return tuple(sorted(questions, key=place))
