"""What every recorded fact carries: where it was read, how sure it is, when it held."""

from datetime import date
from enum import StrEnum
from typing import Annotated, final

from attrs import frozen

from interagency.model.day import Day
from interagency.model.grammar import Code, Id, SourceRef, Text, Texts, YesNo


@final
class Certainty(StrEnum):
    """How a fact stands: read in a source, inferred from one, or disputed between sources."""

    STATED = "stated"
    INFERRED = "inferred"
    DISPUTED = "disputed"


# Looking a member up on its enum takes longer than the comparison, which is made of every fact.
_DISPUTED = Certainty.DISPUTED
_INFERRED = Certainty.INFERRED


@frozen(kw_only=True)
class Fact:
    """A recorded fact.

    Attributes:
        certainty: `stated` unless said otherwise; `inferred` counts and is marked;
            `disputed` makes every answer that rests on it unknown.
        sources: Where it was read; if none, those of the body it lies in, then of the file.
        note: Remark for readers.
        x: Fields of your own, by name: kept in every format that loses nothing, read by no rule.
    """

    certainty: Certainty = Certainty.STATED
    sources: tuple[SourceRef, ...] = ()
    note: Text | None = None
    x: Texts = ()

    @property
    def is_certain(self) -> bool:
        """Return whether the fact counts: a disputed fact is as good as unknown."""
        return self.certainty is not _DISPUTED

    @property
    def is_inferred(self) -> bool:
        """Return whether the fact was concluded from a source and not read in it."""
        return self.certainty is _INFERRED


@frozen(kw_only=True)
class DatedFact(Fact):
    """A fact that holds for a time.

    Attributes:
        since: The first day it holds; a month or a year counts from its first day.
        until: The last day it holds, inclusive; a month or a year counts to its last day.
    """

    since: Day | None = None
    until: Day | None = None

    def holds_on(self, when: date) -> bool:
        """Return whether the fact holds on a day; an end that is not written is open."""
        started = self.since is None or self.since.first <= when
        return started and (self.until is None or when <= self.until.last)


@final
@frozen(kw_only=True, weakref_slot=False)
class Source:
    """Where a fact was read.

    Attributes:
        id: Id in the file.
        title: Title of the document or page.
        publisher: Who published it.
        published: When it was published, as precisely as known.
        read: When it was read.
        url: Where it can be found.
        note: Remark for readers.
        x: Fields of your own, by name: kept in every format that loses nothing, read by no rule.
    """

    id: Id
    title: Text | None = None
    publisher: Text | None = None
    published: Day | None = None
    read: Day | None = None
    url: Text | None = None
    note: Text | None = None
    x: Texts = ()


@final
@frozen(kw_only=True)
class Alias(DatedFact):
    """Another name under which something is known, or was for a time.

    Attributes:
        name: The other name.
        language: Language of that name, an ISO 639-1 code.
    """

    name: Text
    language: Text | None = None


@final
@frozen(kw_only=True)
class Answer(Fact):
    """An answer to a question of a reference model that structure alone cannot show.

    Attributes:
        id: The clause it answers, for example RCM-04.
        answer: yes, no or unknown.
    """

    id: Annotated[str, Code("clauses")]
    answer: YesNo
