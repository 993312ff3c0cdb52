"""Rules as records: what they look for, why, on whose authority, and the examples that prove it."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, final

from attrs import field, frozen
from attrs.validators import deep_iterable, in_

from interagency.checking.finding import Finding, Severity
from interagency.snapshot import Question

if TYPE_CHECKING:
    from interagency.snapshot.snapshot import Snapshot

# What rules may read of bodies, without which they cannot look: a field, and of which bodies.
READS: Final = ("kind of forums", "within of groups", "covers of groups")
Check = Callable[["Snapshot"], Iterable[Finding | Question]]


@final
@frozen
class Citation:
    """Where a rule or a clause comes from.

    Attributes:
        title: Title of the document or page, with the section or row that says it.
        url: Where it can be found.
        verified: Whether somebody has read it there.
    """

    title: str
    url: str = ""
    verified: bool = True

    def __str__(self) -> str:
        """Return the citation as one line, with a word of warning if nobody has verified it."""
        parts = [self.title, self.url, "" if self.verified else "(unverified)"]
        return " ".join(part for part in parts if part)


@final
@frozen
class Example:
    """A document that shows a rule at work; it is the rule's test, and part of its page.

    Attributes:
        title: What it shows.
        document: The document, in the file format.
        flags: Ids of the subjects that the rule must flag; nothing for a clean example.
    """

    title: str
    document: str
    flags: tuple[str, ...] = ()


@final
@frozen(kw_only=True)
class Rule:
    """One check of an architecture.

    Attributes:
        name: A readable slug, the only name of the rule.
        severity: How much its findings weigh.
        summary: What it finds, in one line.
        rationale: Why it matters, and how to clear a finding.
        check: Yields findings, and questions where something unknown decides.
        sources: On whose authority.
        examples: At least one clean and one flagged document.
        needs: The lists without which, written whole, it can neither find nor ask anything.
        reads: What it must know of each body to look at it, such as `kind of forums`; of which
            there are those in `READS`.
        was: Names that it had before, or that it shared: they still select, ignore and waive it.
    """

    name: str
    severity: Severity = field(converter=Severity)
    summary: str
    rationale: str
    check: Check
    sources: tuple[Citation, ...]
    examples: tuple[Example, ...]
    needs: tuple[str, ...] = ()
    reads: tuple[str, ...] = field(default=(), validator=deep_iterable(in_(READS)))
    was: tuple[str, ...] = ()
