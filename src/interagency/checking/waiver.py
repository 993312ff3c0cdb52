"""The decision to live with a finding for a while: why, whose it is, and until when."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, final

from attrs import frozen

from interagency.checking.finding import Finding, Severity
from interagency.checking.rule import Rule
from interagency.model import Day


@final
@frozen(kw_only=True)
class Waiver:
    """The decision to live with one finding.

    Attributes:
        rule: Name of the rule.
        subject: What the finding is about; nothing if it is about the document as a whole.
        related: The related ids of the finding.
        evidence: The facts that the finding rests on.
        reason: Why it may stay.
        owner: Who looks after it.
        expires: The last day on which it holds; without one it holds until somebody removes it.
    """

    rule: str
    subject: str
    related: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    reason: str
    owner: str | None = None
    expires: Day | None = None

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the finding that it waives."""
        return Finding(self.subject, "", self.related, self.evidence, self.rule).fingerprint

    def holds(self, today: date) -> bool:
        """Return whether it has not expired on a day."""
        return self.expires is None or today <= self.expires.last


def _rule(name: str, severity: Severity, summary: str, rationale: str) -> Rule:
    return Rule(
        name=name,
        severity=severity,
        summary=summary,
        rationale=rationale,
        check=lambda _: (),  # what it looks at is no part of a snapshot
        sources=(),
        examples=(),
    )


EXPIRED: Final = _rule(
    "waiver-expired",
    Severity.WARNING,
    "A waiver has expired, and what it waived is still found.",
    "A waiver is for a while. Mend what is found, or decide anew and write a later day.",
)
UNUSED: Final = _rule(
    "waiver-unused",
    Severity.INFO,
    "A waiver fits no finding.",
    "What it waived is gone, or a name in it is wrong. Left in, it could hide a new finding.",
)
# Rules of no plugin: nobody else may take the names.
WAIVER_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in (EXPIRED, UNUSED)}
)
