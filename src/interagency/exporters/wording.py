"""How a picture or a register says what is known of a body, and what is not."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, Self, final

from attrs import frozen

from interagency.checking import Leadership, Snapshot, leadership_of, name_of
from interagency.exporters.one_line import listed, one_line
from interagency.model import (
    NONE,
    UNKNOWN,
    VACANT,
    Architecture,
    Body,
    Certainty,
    Fact,
    Forum,
    Link,
    Post,
    Seat,
)

WORDS: Final = {UNKNOWN: "?", VACANT: "VACANT", NONE: "none by design"}
_VERBS: Final = {
    "participates_in": "takes part in",
    "coordinates_with": "coordinates with",
    "supports": "supports",
    "mirrors": "mirrors",
    "same_as": "same as",
    "succeeds": "succeeds",
}
_FEW: Final = 4


def mark(fact: Fact) -> str:
    """Return how sure a fact is, nothing if it is stated."""
    return "" if fact.certainty is Certainty.STATED else f" ({fact.certainty.value})"


@final
@frozen
class Wording:
    """The words for one snapshot.

    Attributes:
        snapshot: The snapshot.
        acronyms: How many things have each acronym, since a shared one tells nothing.
        whole: Whether names and lists are told to their end, where there is room; otherwise long
            ones are cut, to fit a box or a cell.
    """

    snapshot: Snapshot
    acronyms: Counter[str | None]
    whole: bool = False

    @classmethod
    def of(cls, architecture: Architecture) -> Self:
        """Return the words for an architecture on the day that it describes."""
        return cls.on(Snapshot.of(architecture))

    @classmethod
    def on(cls, snapshot: Snapshot, *, whole: bool = False) -> Self:
        """Return the words for a snapshot."""
        entities = snapshot.now.iter_entities()
        return cls(snapshot, Counter(getattr(each, "acronym", None) for each in entities), whole)

    def cut(self, text: str, most: int = 80) -> str:
        """Return a text as one line that is not too long."""
        return text if self.whole else one_line(text, most)

    def few(self, texts: Sequence[str], most: int) -> str:
        """Return a list that is not too long."""
        return listed(texts, len(texts) if self.whole else most)

    def name(self, id: str, most: int = 80) -> str:
        """Return what people call something."""
        return self.cut(name_of(self.snapshot, id), most) or id

    def short(self, id: str) -> str:
        """Return the acronym of something if nothing else has it, else its name."""
        acronym: str | None = getattr(self.snapshot.now.find(id), "acronym", None)
        return self.cut(acronym) if acronym and self.acronyms[acronym] == 1 else self.name(id)

    def end(self, id: str | None) -> str:
        """Return the short name of something, or what the reserved word in its place means."""
        return "" if id is None else WORDS.get(id) or self.short(id)

    def title(self, body: Body) -> str:
        """Return the name of a body, its acronym, and how many it stands for."""
        acronym = f" ({self.cut(body.acronym, 20)})" if body.acronym and body.name else ""
        several = f" × {body.stands_for}" if body.stands_for else ""
        return f"{self.name(body.id, 100)}{acronym}{several}{mark(body)}"

    def leaders(self, body: Body) -> Iterator[tuple[str, str]]:
        """Yield each term of leadership with who holds it, and a question mark if it is open."""
        seats = [
            seat for seat in self.snapshot.seats(body.id) if self.snapshot.standing(seat).leads
        ]
        for term, group in groupby(seats, key=lambda seat: seat.term):
            holders = [self.holder(seat) for seat in group]
            yield self.cut(term, 30), self.few(holders, 6)
        found = self.leadership(body)
        if not (found.lead.written or found.co_lead.written or found.closed):
            yield "lead", "?"
        elif found.lead.closed and not (found.co_lead.closed or found.co_lead.written):
            yield "co-lead", "?"
        elif not (found.co_lead.closed or found.lead.written) and not any(
            seat.holder == UNKNOWN for seat in seats
        ):
            yield "lead or co-lead", "?"

    def leadership(self, body: Body) -> Leadership:
        """Return who leads a body, and whether that is known in full."""
        return leadership_of(self.snapshot, body)

    def holder(self, seat: Seat) -> str:
        """Return who holds a seat, through which post, and how sure that is."""
        if seat.holder in WORDS:
            return WORDS[seat.holder or ""] + mark(seat)
        count = f"{seat.count} × " if seat.count else ""
        unnamed = f"{count}a {self.cut(seat.kind or 'holder')}"
        who = self._named(seat.held_by) if seat.held_by else unnamed
        through = f" ({self.name(seat.post)})" if seat.post and seat.post != UNKNOWN else ""
        return f"{who}{through}{mark(seat)}"

    def _named(self, id: str) -> str:
        """Return the name of a holder; of a post, after the organization behind it."""
        is_post = isinstance(self.snapshot.now.find(id), Post)
        behind = self.snapshot.organization_of(id) if is_post else None
        return f"{self.name(behind)} ({self.name(id)})" if behind else self.name(id)

    def scope(self, body: Body) -> str:
        """Return the effective level and areas of a body where they are not those above it."""
        snapshot = self.snapshot
        parent = snapshot.bodies.get(body.parent or "")
        level, areas = snapshot.level(body), snapshot.areas(body)
        if level == (snapshot.level(parent) if parent else snapshot.now.level):
            level = None
        if areas == (snapshot.areas(parent) if parent else snapshot.now.areas):
            areas = ()
        where = listed([WORDS.get(area, self.cut(area, 40)) for area in areas], _FEW)
        return ", ".join(part for part in (level.value if level else "", where) if part)

    def reports_to(self, body: Body) -> str:
        """Return to whom a body reports; `?` if it lies in nothing either, and is no forum."""
        links = self.snapshot.links(body.id, "reports_to")
        if links:
            return self.ends(links)
        return "" if isinstance(body, Forum) or body.parent else "?"

    def ends(self, links: tuple[Link, ...]) -> str:
        """Return what links lead to, and how sure that is; of many, the first few."""
        names = ["nobody" if link.to == NONE else self.end(link.to) for link in links]
        return self.few([name + mark(link) for name, link in zip(names, links, strict=True)], _FEW)

    def other_lines(self, body: Body) -> Iterator[str]:
        """Yield what else a body has to do with others: supports, takes part in, mirrors."""
        for kind, verb in _VERBS.items():
            links = self.snapshot.links(body.id, kind)
            if links:
                yield f"{verb} {self.ends(links)}"

    def setting(self) -> list[str]:
        """Return the day and what the document is about: situation, level, areas, populations."""
        now = self.snapshot.now
        day = self.snapshot.day.isoformat() if self.snapshot.day else "no date stated"
        situation = (now.situation,) if now.situation else ()
        level = (now.level.value,) if now.level else ()
        values = (situation, level, now.areas, now.populations)
        return [day, *(listed([self.cut(each, 40) for each in value]) for value in values if value)]
