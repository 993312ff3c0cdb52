"""Rules over an architecture to a report."""

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from interagency.checking.finding import Finding, Severity
from interagency.checking.report import Report, Result
from interagency.checking.rule import Rule
from interagency.errors import BrokenDown, attempt
from interagency.model import Architecture, Body, Day
from interagency.snapshot import Question
from interagency.snapshot.snapshot import Snapshot
from interagency.vocabularies import Vocabularies

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
) -> Report:
    """Return what rules say of an architecture; findings never raise.

    Args:
        architecture: The architecture, or a snapshot of it.
        rules: The rules; their order does not matter.
        on: The day; by default the last day of what the document says in `as_of`.
        vocabularies: The code lists; by default the shipped ones.
        ask: Whether to ask what the document leaves open, whatever the rules.
    """
    snapshot = Snapshot.of(architecture, on, vocabularies)
    results = (run_rule(rule, snapshot) for rule in sorted(rules, key=lambda rule: rule.name))
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


def run_rule(rule: Rule, snapshot: Snapshot) -> Result:
    """Return what one rule says; a rule that breaks down says so in a finding of its own."""
    try:
        return attempt(lambda: _looked(rule, snapshot))
    except BrokenDown as error:
        return _crashed(rule, str(error))


def _looked(rule: Rule, snapshot: Snapshot) -> Result:
    return _result(rule, list(rule.check(snapshot)), open_lists(snapshot, rule.needs))


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
    if not isinstance(said, Finding | Question):
        raise TypeError(f"it yielded a {type(said).__name__}, not a Finding or Question")
    texts: tuple[object, ...] = (
        (said.subject, said.message, *said.related, *said.evidence)
        if isinstance(said, Finding)
        else (said.subject, said.about, said.text, said.write)
    )
    wrong = [each for each in texts if not isinstance(each, str)]
    if wrong:
        raise TypeError(f"it yielded a {type(said).__name__} in which {wrong[0]!r} is not text")


def _order(finding: Finding) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    return (finding.subject, finding.related, finding.evidence, finding.message)


def _crashed(rule: Rule, cause: str) -> Result:
    message = f"the rule itself broke down, so nothing is known of what it looks for: {cause}"
    finding = Finding("", message, rule=rule.name, severity=Severity.ERROR)
    return Result(rule=rule.name, severity=rule.severity, findings=(finding,), crash=cause)
