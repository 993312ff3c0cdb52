"""Short ways for tests to ask one rule about one document."""

from collections.abc import Iterable

from interagency.checking import Result, Rule, Snapshot, run_rule
from interagency.document import loads
from interagency.model import NONE, Seat
from interagency.rules import interagency_rules

RULES = {rule.name: rule for rule in interagency_rules()}


def none_alone(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    """Return seats without a `none` beside others of its list, where it may not stand."""
    drawn = tuple(seats)
    taken = {(each.body, each.term) for each in drawn if each.holder != NONE}
    return tuple(
        each for each in drawn if each.holder != NONE or (each.body, each.term) not in taken
    )


def result(name: str, document: str, on: str | None = None) -> Result:
    """Return what a rule says of a document, given without its first line."""
    said = run_rule(RULES[name], Snapshot.of(loads(f"interagency: 1\n{document}"), on))
    assert said.crash == ""
    return said


def flagged(name: str, document: str, on: str | None = None) -> list[str]:
    """Return the subjects of the findings of a rule."""
    return [finding.subject for finding in result(name, document, on).findings]


def asked(name: str, document: str, on: str | None = None) -> list[tuple[str, str]]:
    """Return the subjects of the questions of a rule, and what they are about."""
    return [(each.subject, each.about) for each in result(name, document, on).questions]


def messages(name: str, document: str, on: str | None = None) -> list[str]:
    """Return the messages of the findings of a rule."""
    return [finding.message for finding in result(name, document, on).findings]


def rule(name: str) -> Rule:
    """Return a built-in rule."""
    return RULES[name]
