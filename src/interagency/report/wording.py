"""How a picture or a register says what is known of a body, and what is not."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, Self, final

from attrs import frozen

from interagency.model import (
    NONE,
    UNKNOWN,
    VACANT,
    Architecture,
    Body,
    Certainty,
    Entity,
    Fact,
    Forum,
    Level,
    Link,
    Post,
    Seat,
)
from interagency.report.language import ENGLISH, Language
from interagency.snapshot import Leadership, Snapshot

WORDS: Final = {UNKNOWN: "?", VACANT: "VACANT", NONE: "none by design"}
_VERBS = {
    "participates_in": "takes part in",
    "coordinates_with": "coordinates with",
    "supports": "supports",
    "mirrors": "mirrors",
    "same_as": "same as",
    "succeeds": "succeeds",
    "escalates_to": "escalates to",
    "aligned_with": "is aligned with",
}
# The kinds of links as verbs.
VERBS: Final = {"reports_to": "reports to", **_VERBS}
_FEW = 4
# The last two of each plane of Unicode are no characters, and never will be.
_NO_CHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}-{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
# What moves a cursor, what turns the direction of the text after it, and what XML cannot hold.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    f"\ud800-\udfff\ufeff\ufdd0-\ufdef\ufffe\uffff{_NO_CHARACTERS}]"
)
# They join or part letters, and are seen by what they do.
_KEPT = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{SOFT HYPHEN}"
_ELLIPSIS = "…"


def one_line(text: str, most: int = 80) -> str:
    """Return a text as one line, without control characters, cut to a number of characters."""
    line = " ".join(_UNSEEN.sub("", text[: 10 * most]).split())
    if not line.isprintable():
        line = "".join(each for each in line if each.isprintable() or each in _KEPT)
    if len(line) > most or len(text) > 10 * most:
        return line[: most - 1].rstrip() + _ELLIPSIS
    return line


def seen(text: str) -> str:
    """Return a text without what would move a cursor, turn its direction, or break XML."""
    return _UNSEEN.sub("", text)


def listed(texts: Sequence[str], most: int = 6) -> str:
    """Return a list of texts as one line; of a long list, the first and how many more."""
    more = f" and {len(texts) - most} more" if len(texts) > most else ""
    return ", ".join(texts[:most]) + more


def mark(fact: Fact) -> str:
    """Return how sure a fact is, nothing if it is stated."""
    return "" if fact.certainty is Certainty.STATED else f" ({fact.certainty.value})"


_INITIALS = {"ngo": "NGO", "un": "UN", "ifi": "IFI"}


def _with_article(kind: str) -> str:
    """Return a code of a kind as it is said: an NGO, a UN agency, an international NGO."""
    words = " ".join(_INITIALS.get(word, word) for word in kind.split("-"))
    begins_with_vowel = words[:1] in "aeiouI" or words.startswith("NGO")
    return f"{'an' if begins_with_vowel else 'a'} {words}"


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
    language: Language = ENGLISH

    @classmethod
    def of(cls, architecture: Architecture, language: Language = ENGLISH) -> Self:
        """Return the words for an architecture on the day that it describes."""
        return cls.on(Snapshot.of(architecture), language=language)

    @classmethod
    def on(cls, snapshot: Snapshot, *, whole: bool = False, language: Language = ENGLISH) -> Self:
        """Return the words for a snapshot."""
        entities = snapshot.now.iter_entities()
        acronyms = Counter(getattr(each, "acronym", None) for each in entities)
        return cls(snapshot, acronyms, whole, language)

    def word(self, text: str) -> str:
        """Return a reserved word as people read it, in the language; other text as it is."""
        return self.language.say(WORDS[text]) if text in WORDS else text

    def mark(self, fact: Fact) -> str:
        """Return how sure a fact is, in the language; nothing if it is stated."""
        is_stated = fact.certainty is Certainty.STATED
        return "" if is_stated else f" ({self.language.say(fact.certainty.value)})"

    def term(self, seat: Seat) -> str:
        """Return a role term, in the language if its list has it."""
        return self.language.written(self.snapshot.vocabularies["role-terms"], seat.term)

    def cut(self, text: str, most: int = 80) -> str:
        """Return a text as one line that is not too long."""
        return text if self.whole else one_line(text, most)

    def few(self, texts: Sequence[str], most: int) -> str:
        """Return a list that is not too long."""
        return listed(texts, len(texts) if self.whole else most)

    def name(self, id: str, most: int = 80) -> str:
        """Return what people call something."""
        entity = self.snapshot.whole.entities.get(id)
        # An organization is known by its acronym in every language.
        is_known = not isinstance(entity, Body) and getattr(entity, "acronym", None)
        names = {} if is_known else dict(getattr(entity, "names", ()))
        name = names.get(self.language.code) or self.snapshot.name(id)
        return self.cut(name, most) or id

    def short(self, id: str) -> str:
        """Return the acronym of something if nothing else has it, else its name."""
        acronym: str | None = getattr(self.snapshot.now.find(id), "acronym", None)
        return self.cut(acronym) if acronym and self.acronyms[acronym] == 1 else self.name(id)

    def end(self, id: str | None) -> str:
        """Return the short name of something, or what the reserved word in its place means."""
        if id is None:
            return ""
        return self.word(id) if id in WORDS else self.short(id)

    def title(self, body: Body) -> str:
        """Return the name of a body, its acronym, and how many it stands for."""
        acronym = f" ({self.cut(body.acronym, 20)})" if body.acronym and body.name else ""
        several = f" × {body.stands_for}" if body.stands_for else ""
        return f"{self.name(body.id, 100)}{acronym}{several}{self.mark(body)}"

    def leaders(self, body: Body) -> Iterator[tuple[str, str]]:
        """Yield each term of leadership with who holds it, and a question mark if it is open."""
        seats = [
            seat for seat in self.snapshot.seats(body.id) if self.snapshot.standing(seat).leads
        ]
        yield from self._by_term(seats, 6)
        found = self.leadership(body)
        if not (found.lead.written or found.co_lead.written or found.closed):
            yield self.language.say("lead"), "?"
        elif found.lead.closed and not (found.co_lead.closed or found.co_lead.written):
            yield self.language.say("co-lead"), "?"
        elif not (found.co_lead.closed or found.lead.written) and not any(
            seat.holder == UNKNOWN for seat in seats
        ):
            yield self.language.say("lead or co-lead"), "?"

    def members(self, body: Body, most: int = 12) -> Iterator[tuple[str, str]]:
        """Yield each other term with who holds it: members, observers, supporting agencies."""
        seats = (
            seat for seat in self.snapshot.seats(body.id) if not self.snapshot.standing(seat).leads
        )
        yield from self._by_term(seats, most)

    def _by_term(self, seats: Iterable[Seat], most: int) -> Iterator[tuple[str, str]]:
        for _, group in groupby(seats, key=lambda seat: seat.term):
            found = tuple(group)
            holders = [self.holder(seat) for seat in found]
            yield self.cut(self.term(found[0]), 30), self.few(holders, most)

    def leadership(self, body: Body) -> Leadership:
        """Return who leads a body, and whether that is known in full."""
        return self.snapshot.leadership(body)

    def holder(self, seat: Seat) -> str:
        """Return who holds a seat, through which post, and how sure that is."""
        if seat.holder in WORDS:
            return self.word(seat.holder or "") + self.mark(seat)
        count = f"{seat.count} × " if seat.count else ""
        unnamed = f"{count}{self.unnamed(seat)}"
        who = self._named(seat.held_by) if seat.held_by else unnamed
        through = f" ({self.name(seat.post)})" if seat.post and seat.post != UNKNOWN else ""
        return f"{who}{through}{self.mark(seat)}"

    def unnamed(self, seat: Seat) -> str:
        """Return the sort of holder of a seat of which no name is recorded."""
        if self.language is ENGLISH and seat.kind:
            return _with_article(self.cut(seat.kind))
        if seat.kind is None:
            return self.language.say("a {kind}", kind="holder")
        return self.language.code_name(self.snapshot.vocabularies["organization-kinds"], seat.kind)

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
        where = listed([self.word(self.cut(area, 40)) for area in areas], _FEW)
        return ", ".join(part for part in (self.level_name(level), where) if part)

    def level_name(self, level: Level | None) -> str:
        """Return the name of a level in the language; nothing if it is unknown."""
        return self.language.say(level.value) if level else ""

    def reports_to(self, body: Body) -> str:
        """Return to whom a body reports; `?` if it lies in nothing either, and is no forum."""
        links = self.snapshot.links(body.id, "reports_to")
        if links:
            return self.ends(links)
        return "" if isinstance(body, Forum) or body.parent else "?"

    def ends(self, links: tuple[Link, ...]) -> str:
        """Return what links lead to, and how sure that is; of many, the first few."""
        nobody = self.language.say("nobody")
        names = [nobody if link.to == NONE else self.end(link.to) for link in links]
        marked = [name + self.mark(link) for name, link in zip(names, links, strict=True)]
        return self.few(marked, _FEW)

    def other_lines(self, start: Entity) -> Iterator[str]:
        """Yield what else something has to do with others: supports, takes part in, mirrors."""
        for kind, verb in _VERBS.items():
            links = self.snapshot.links(start, kind)
            if links:
                yield f"{self.language.say(verb)} {self.ends(links)}"

    def setting(self) -> list[str]:
        """Return the day and what the document is about: situation, level, areas, populations."""
        now = self.snapshot.now
        no_date = self.language.say("no date stated")
        day = self.snapshot.day.isoformat() if self.snapshot.day else no_date
        situation = (self.code("situations", now.situation),) if now.situation else ()
        level = (self.language.say(now.level.value),) if now.level else ()
        populations = [self.code("populations", each) for each in now.populations]
        values = (situation, level, now.areas, populations)
        return [day, *(listed([self.cut(each, 40) for each in value]) for value in values if value)]

    def code(self, vocabulary: str, code: str) -> str:
        """Return a code as it is, or its name in a language other than English."""
        if self.language is ENGLISH:
            return code
        return self.language.code_name(self.snapshot.vocabularies[vocabulary], code)
