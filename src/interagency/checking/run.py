"""Rules over an architecture to a report."""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import Any, Final

from attrs import evolve

from interagency.checking.finding import Finding, Severity
from interagency.checking.report import Report, Result
from interagency.checking.rule import Rule
from interagency.checking.time_limit import within
from interagency.errors import BrokenDown, attempt
from interagency.model import (
    UNKNOWN,
    Architecture,
    Body,
    Day,
    Forum,
    Sector,
    SubSector,
    WorkingGroup,
    is_open,
)
from interagency.snapshot import Question, counted
from interagency.snapshot.snapshot import Snapshot
from interagency.vocabularies import Vocabularies

# A rule that yields more was not meant to, or never ends.
MOST_FINDINGS: Final = 1_000_000
_CLASSES: Final = {
    "forums": (Forum,),
    "groups": (Sector, SubSector, WorkingGroup),
}
# Of these one body may be written whole, and another not.
_OF_BODIES = ("leads", "members")


def open_lists(snapshot: Snapshot, needed: Iterable[str]) -> tuple[str, ...]:
    """Return the lists of those needed that may have more than what is written.

    Leads and members are closed, for this, as soon as there is one body of which they are: then
    there is something to look at.
    """
    wanted = [each for each in needed if each not in snapshot.now.complete]
    of_bodies = [each for each in wanted if each in _OF_BODIES]
    if any(_is_whole(snapshot, body, of_bodies) for body in snapshot.now.bodies):
        return tuple(each for each in wanted if each not in of_bodies)
    return tuple(wanted)


def unrecorded(snapshot: Snapshot, reads: Iterable[str]) -> tuple[str, ...]:
    """Return what a rule reads and is not recorded, with the number of bodies of which it is not.

    Args:
        snapshot: The snapshot.
        reads: Fields of bodies, as in `READS`.
    """
    found = []
    for each in reads:
        field, _, which = each.partition(" of ")
        bodies = snapshot.certain(*_CLASSES[which])
        count = sum(not _is_recorded(getattr(body, field)) for body in bodies)
        if count:
            found.append(f"{field} of {counted(count, which.removesuffix('s'))}")
    return tuple(found)


def _is_recorded(value: Any) -> bool:
    if isinstance(value, tuple):
        return not is_open(value)
    return value is not None and value.to != UNKNOWN


def _is_whole(snapshot: Snapshot, body: Body, lists: Iterable[str]) -> bool:
    return all(
        snapshot.leadership(body).closed if each == "leads" else each in body.complete
        for each in lists
    )


def run_rules(
    architecture: Architecture | Snapshot,
    rules: Iterable[Rule],
    on: Day | date | str | None = None,
    vocabularies: Vocabularies | None = None,
    *,
    ask: bool = True,
    timeout: float | None = None,
) -> Report:
    """Return what rules say of an architecture; findings never raise.

    Args:
        architecture: The architecture, or a snapshot of it.
        rules: The rules; their order does not matter.
        on: The day; by default the last day of what the document says in `as_of`.
        vocabularies: The code lists; by default the shipped ones.
        ask: Whether to ask what the document leaves open, whatever the rules.
        timeout: How many seconds each rule may take; one that takes longer has broken down.
            None for as long as it wants.
    """
    snapshot = Snapshot.of(architecture, on, vocabularies)
    ordered = sorted(rules, key=lambda rule: rule.name)
    results = (run_rule(rule, snapshot, timeout) for rule in ordered)
    return Report(
        title=snapshot.whole.title,
        day=snapshot.day,
        results=tuple(results),
        open_questions=tuple(snapshot.questions()) if ask else (),
        subjects=_in_order(snapshot.now),
    )


def _in_order(now: Architecture) -> tuple[str, ...]:
    """Return every id: of bodies, then of all else, each in the order of the document."""
    return tuple(dict.fromkeys(each.id for each in (*now.bodies, *now.iter_entities())))


def run_rule(rule: Rule, snapshot: Snapshot, timeout: float | None = None) -> Result:
    """Return what one rule says; a rule that breaks down says so in a finding of its own.

    Args:
        rule: The rule.
        snapshot: What it looks at.
        timeout: How many seconds it may take; None for as long as it wants.
    """
    try:
        return attempt(lambda: within(timeout, lambda: _looked(rule, snapshot)))
    except BrokenDown as error:
        return _crashed(rule, str(error))


def _looked(rule: Rule, snapshot: Snapshot) -> Result:
    said = list(islice(rule.check(snapshot), MOST_FINDINGS + 1))
    if len(said) > MOST_FINDINGS:
        raise ValueError(f"it yielded more than {MOST_FINDINGS:,} findings and questions")
    result = _result(rule, said, open_lists(snapshot, rule.needs))
    return evolve(result, unrecorded=unrecorded(snapshot, rule.reads))


def _result(rule: Rule, said: list[Finding | Question], open_: tuple[str, ...]) -> Result:
    for each in said:
        _refuse_wrong_types(each)
    found = [each for each in said if isinstance(each, Finding)]
    asked = [each for each in said if isinstance(each, Question)]
    stamped = (evolve(each, rule=rule.name, severity=rule.severity) for each in found)
    return Result(
        rule=rule.name,
        severity=rule.severity,
        findings=tuple(sorted(stamped, key=_order)),
        questions=tuple(sorted(asked, key=lambda each: (each.subject, each.about))),
        open_lists=open_,
    )


def _refuse_wrong_types(said: object) -> None:
    """Refuse what is no finding: a subclass of text too, since its methods are anybody's code."""
    if type(said) not in (Finding, Question):
        raise TypeError(f"it yielded a {type(said).__name__}, not a Finding or Question")
    for each in _texts(said):
        if type(each) is not str:
            sort = type(each).__name__
            raise TypeError(f"it yielded a {type(said).__name__} in which a {sort} is not text")
        each.encode()  # half a character can be neither printed nor written


def _texts(said: Any) -> tuple[object, ...]:
    """Return what must be text in a finding or a question."""
    if isinstance(said, Finding):
        lists = (said.related, said.evidence)
        if any(type(each) is not tuple for each in lists):
            raise TypeError("it yielded a Finding in which related or evidence is not a tuple")
        return (said.subject, said.message, *said.related, *said.evidence)
    return (said.subject, said.about, said.text, said.write, said.shared, said.name)


def _order(finding: Finding) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    return (finding.subject, finding.related, finding.evidence, finding.message)


def _crashed(rule: Rule, cause: str) -> Result:
    message = f"the rule itself broke down, so nothing is known of what it looks for: {cause}"
    finding = Finding("", message, rule=rule.name, severity=Severity.ERROR)
    return Result(rule=rule.name, severity=rule.severity, findings=(finding,), crash=cause)
