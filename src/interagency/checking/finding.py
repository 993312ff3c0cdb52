"""What a check yields: findings, which are gaps, and questions, which are what nobody wrote."""

from enum import StrEnum
from hashlib import sha256
from typing import final

from attrs import frozen


@final
class Severity(StrEnum):
    """How much a finding weighs: a must is broken, a should is, or something is worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """Return a number that is larger the more a finding weighs."""
        return {Severity.ERROR: 3, Severity.WARNING: 2, Severity.INFO: 1}[self]


@final
@frozen
class Finding:
    """A gap in coordination, as data.

    Attributes:
        subject: Id of what it is about; nothing if it is about the architecture as a whole.
        message: What is wrong, in one sentence.
        related: Ids of what else is concerned.
        evidence: The facts it rests on, by their natural keys.
        rule: Name of the rule that found it; filled in by `check`.
        severity: How much it weighs; filled in by `check`.
    """

    subject: str
    message: str
    related: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    rule: str = ""
    severity: Severity = Severity.WARNING

    @property
    def fingerprint(self) -> str:
        """Return what identifies the finding from run to run: its rule and natural keys."""
        keys = "\0".join([self.rule, self.subject, *self.related, "", *self.evidence])
        return sha256(keys.encode()).hexdigest()[:16]
