"""Answers to the yearly mapping of coordination structures, as far as they are recorded.

OCHA and the Global Cluster Coordination Group ask them once a year in two questionnaires, one on
country teams, inter-cluster groups and cross-cutting issues, one on each cluster; see the
methodological notes of The Pulse of Humanitarian Coordination,
https://humanitarianaction.info/article/methodological-notes.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final, final

from attrs import frozen

from interagency.exchange import Option
from interagency.model import (
    UNKNOWN,
    Architecture,
    Body,
    Forum,
    Level,
    Seat,
    Sector,
    SubSector,
)
from interagency.report.language import language
from interagency.report.pictures import LANGUAGE_OPTION
from interagency.report.tables import FORMS, Table, written
from interagency.report.wording import Wording

MAPPING_OPTIONS: Final = (
    Option(name="form", choices=FORMS, default="csv", help="The form of the table."),
    LANGUAGE_OPTION,
)
HEADS: Final = ("Part", "About", "Question", "Answer", "State")
# Codes of the vocabulary sectors and of body-kinds, by the part of the mapping.
_COUNTRY_TEAMS: Final = ("hct", "area-hct", "inter-cluster", "inter-sector", "rcf", "platform")
_CROSS_CUTTING: Final = ("aap", "psea", "cash", "im", "PRO-GBV", "mhpss")
_RECORDED, _PART, _OPEN = "recorded", "recorded in part", "not recorded"


@final
@frozen
class _Mapping:
    """The questions of the mapping, put to what is known of one day."""

    wording: Wording

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield part, body, question, answer and state, in the order of the questionnaires."""
        now = self.wording.snapshot.now
        for forum in filter(self._is_country_team, now.forums):
            yield from self._of("Country teams and inter-cluster groups", forum, forum=True)
        for body in (*now.sectors, *now.sub_sectors):
            if self.wording.snapshot.level(body) is not Level.SUB_NATIONAL:
                yield from self._of("Clusters and sectors", body, forum=False)
        yield from self._cross_cutting()

    def _is_country_team(self, body: Forum) -> bool:
        kinds = self.wording.snapshot.vocabularies["body-kinds"]
        return any(kinds.is_a(kind, wanted) for kind in body.kind for wanted in _COUNTRY_TEAMS)

    def _of(self, part: str, body: Body, *, forum: bool) -> Iterator[tuple[str, ...]]:
        yield self._row(part, body, "Who leads it?", *self._leaders(body))
        yield self._row(part, body, "How many members does it have, by kind?", *self._size(body))
        if forum:
            yield self._row(part, body, "How often does it meet?", *self._meets(body))
        else:
            yield self._row(part, body, "What capacity has its coordinator?", *self._capacity(body))
            yield self._row(part, body, "Since when is it active?", *_known(str(body.since or "")))
            yield self._row(part, body, "Where does it meet below the capital?", *self._hubs(body))

    def _row(
        self, part: str, about: Body, question: str, answer: str, state: str
    ) -> tuple[str, ...]:
        say = self.wording.language.say
        return (say(part), self.wording.title(about), say(question), answer, say(state))

    def _leaders(self, body: Body) -> tuple[str, str]:
        """Return each term of leadership with its holders, and whether that is all."""
        terms = [each for each in self.wording.leaders(body) if each[1] != "?"]
        answer = "; ".join(f"{term}: {who}" for term, who in terms)
        if self.wording.leadership(body).closed:
            return answer or self.wording.language.say("none by design"), _RECORDED
        return answer, _PART if answer else _OPEN

    def _size(self, body: Body) -> tuple[str, str]:
        """Return how many hold seats, with the number of each kind of organization."""
        snapshot = self.wording.snapshot
        held = {
            snapshot.identity(seat.held_by) if seat.held_by else seat: seat
            for seat in snapshot.seats(body.id)
            if seat.held_by or seat.kind
        }
        kinds = Counter[str]()
        for seat in held.values():
            kinds[self._kind(seat)] += seat.count or 1
        parts = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
        answer = f"{kinds.total()} ({parts})" if parts else "0"
        if snapshot.all_seats_known(body):
            return answer, _RECORDED
        return (answer, _PART) if parts else ("", _OPEN)

    def _kind(self, seat: Seat) -> str:
        holder = self.wording.snapshot.holder(seat)
        kind = holder.kind if holder else None
        if kind is None:
            return self.wording.language.say("of unknown kind")
        return self._code("organization-kinds", kind)

    def _meets(self, body: Body) -> tuple[str, str]:
        meets = None if body.meets == UNKNOWN else body.meets
        return _known(self._code("frequencies", meets) if meets else "")

    def _code(self, vocabulary: str, code: str) -> str:
        return self.wording.language.code_name(self.wording.snapshot.vocabularies[vocabulary], code)

    def _capacity(self, body: Body) -> tuple[str, str]:
        """Return the capacity of the posts that hold seats in a body."""
        snapshot = self.wording.snapshot
        ids = {id for seat in snapshot.seats(body.id) for id in (seat.post, seat.holder)}
        posts = [each for each in snapshot.now.posts if each.id in ids]
        return _known(
            "; ".join(
                f"{each.capacity} ({each.title or each.id})" for each in posts if each.capacity
            )
        )

    def _hubs(self, body: Body) -> tuple[str, str]:
        """Return where bodies below the capital cover the same as one does."""
        snapshot = self.wording.snapshot
        local = [
            each
            for each in snapshot.certain(Sector, SubSector)
            if snapshot.level(each) is Level.SUB_NATIONAL and set(each.covers) & set(body.covers)
        ]
        where = sorted({area for each in local for area in snapshot.areas(each)})
        answer = f"{len(local)}: {', '.join(map(self.wording.word, where))}" if local else ""
        if "groups" in snapshot.now.complete:
            return answer or "0", _RECORDED
        return (answer, _PART) if local else ("", _OPEN)

    def _cross_cutting(self) -> Iterator[tuple[str, ...]]:
        """Yield for each cross-cutting issue the groups that work on it."""
        snapshot, say = self.wording.snapshot, self.wording.language.say
        for code in _CROSS_CUTTING:
            found = [each for each in snapshot.certain(Body) if code in each.covers]
            names = "; ".join(map(self.wording.title, found))
            state = _RECORDED if found or "groups" in snapshot.now.complete else _OPEN
            about = self._code("sectors", code)
            answer = names or (say("no group") if state is _RECORDED else "")
            question = "Which groups work on it?"
            yield say("Cross-cutting issues"), about, say(question), answer, say(state)


def _known(answer: str) -> tuple[str, str]:
    return answer, _RECORDED if answer else _OPEN


def to_mapping(architecture: Architecture, form: str = "csv", lang: str = "en") -> str | bytes:
    """Return the answers to the yearly mapping on the day that an architecture describes.

    Args:
        architecture: The architecture.
        form: xlsx, csv, md or html.
        lang: The language of headings and questions, as far as there are translations.

    Raises:
        MissingLibrary: If a workbook is wanted, and XlsxWriter is not installed.
    """
    wording = Wording.of(architecture, language(lang))
    say = wording.language.say
    table = Table(
        title=f"{say('Mapping')}: {architecture.title or say('untitled')}",
        note=wording.setting()[0],
        heads=[say(head) for head in HEADS],
        rows=[*_Mapping(wording).rows()],
        language=wording.language,
    )
    return written(table, form)
