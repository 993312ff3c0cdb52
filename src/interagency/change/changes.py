"""One change as coordinators say it, with the records that it rests on."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any, final

from attrs import field, frozen

from interagency.change.differences import Difference
from interagency.model import Architecture, Certainty, Day, Fact
from interagency.snapshot import Snapshot
from interagency.vocabularies import Vocabularies
from interagency.vocabularies.standing import standing_of


@final
class ChangeKind(StrEnum):
    """The sort of a change."""

    OPENED = "opened"
    CLOSED = "closed"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    SUCCEEDED = "succeeded"
    MOVED = "moved"
    HANDED_OVER = "handed over"
    VACATED = "vacated"
    JOINED = "joined"
    LEFT = "left"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@final
@frozen(kw_only=True)
class Change:
    """One change.

    Attributes:
        kind: The sort of change.
        subject: Id of the body, plan or other thing that changed; nothing for the document itself.
        text: The change in words, without the name of the subject.
        since: From when it holds, if that is recorded.
        sources: Ids of the sources of the records after it, else of those before.
        before: The records before.
        after: The records after.
    """

    kind: ChangeKind
    subject: str
    text: str
    since: Day | None = None
    sources: tuple[str, ...] = ()
    before: tuple[Any, ...] = field(default=(), repr=False)
    after: tuple[Any, ...] = field(default=(), repr=False)


@final
@frozen
class Sides:
    """The two architectures that are compared, and how to name what is in them.

    Attributes:
        before: The earlier one, with the ids of the later one.
        after: The later one.
        vocabularies: The code lists.
        by_day: Whether they are two days of one document: what is gone has ended then.
    """

    before: Architecture
    after: Architecture
    vocabularies: Vocabularies
    by_day: bool = False

    @cached_property
    def snapshots(self) -> tuple[Snapshot, Snapshot]:
        """The later and the earlier one with all their time."""
        return (
            Snapshot(self.after, vocabularies=self.vocabularies),
            Snapshot(self.before, vocabularies=self.vocabularies),
        )

    def name(self, id: str) -> str:
        """Return what people call something: as it is called after, else as it was before."""
        later, earlier = self.snapshots
        return (later if id in self.after.entities else earlier).name(id)

    def leads(self, term: str) -> bool:
        """Return whether a role term is one of leadership."""
        return standing_of(term, self._roles, self.vocabularies["role-terms"]).leads

    @cached_property
    def _roles(self) -> Mapping[str, str]:
        return {**dict(self.before.roles), **dict(self.after.roles)}

    def ended(self, difference: Difference) -> Day | bool:
        """Return the day on which a record ended, or whether it did where no day is recorded."""
        before, after = difference.before, difference.after
        if before is None:
            return False
        if after is None:
            return (getattr(before, "until", None) or True) if self.by_day else False
        until: Day | None = getattr(after, "until", None)
        return until if until and not getattr(before, "until", None) else False


def mark(fact: Any) -> str:
    """Return how sure a fact is, nothing if it is stated."""
    if not isinstance(fact, Fact) or fact.certainty is Certainty.STATED:
        return ""
    return f" ({fact.certainty.value})"


def sources_of(*records: Any) -> tuple[str, ...]:
    """Return the sources that records state themselves, each once."""
    return tuple(dict.fromkeys(id for each in records for id in getattr(each, "sources", ())))
