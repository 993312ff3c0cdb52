"""Whether a line leads from a thing to one of a sort, by the logic of closed lists."""

from collections.abc import Callable, Sequence
from typing import Any, Final, final

from attrs import evolve, frozen

from interagency.conformance.answers import Answer, all_of, any_of
from interagency.conformance.expectations import HasLink, Selector, speaks_of_itself
from interagency.conformance.questions import describe_selector
from interagency.conformance.select import is_closed, is_disputed, records_of
from interagency.model import NONE, UNKNOWN, Body, Link
from interagency.model.keys import describe
from interagency.model.relations import LINK_KINDS
from interagency.snapshot import Question, Snapshot, Verdict
from interagency.snapshot.reporting_lines import implied_line

# Where a body lies is a line of its own: there is one of it, and it is a field.
WITHIN: Final = "within"
LINES: Final = (*LINK_KINDS, WITHIN)
# Lines of which a thing may have several, to ends of many sorts.
_VERBS = {
    "participates_in": "take part in",
    "coordinates_with": "coordinate with",
    "supports": "support",
}
# Bodies that are there whatever groups a response has: a complete list of its groups need not name
# them.
_OF_OTHERS = frozenset(
    ("unct", "unct-group", "results-group", "government-group", "intergovernmental", "iasc")
)
# As written these are whole; a body may have any number of other lines that nobody wrote.
_WHOLE = ("reports_to", WITHIN)


@final
@frozen
class Linking:
    """Answers questions about the lines that start at one thing.

    Attributes:
        snapshot: The architecture of the day.
        subject: Where the lines start.
        matched: Answers whether a thing at an end is one of those meant.
    """

    snapshot: Snapshot
    subject: Any
    matched: Callable[[Any, Selector], Answer]

    def answer(self, wanted: HasLink) -> Answer:
        """Answer whether a line of a kind ends at one of those meant."""
        if not self._may_be(wanted.to):
            lacking = describe_selector(wanted.to, snapshot=self.snapshot)
            return Answer(Verdict.GAP, lacking=(lacking,))
        written = self._lines(wanted.kind)
        closed = _is_whole(wanted.kind, written)
        links = written or self._implied(wanted.kind)
        answer = any_of((self._ends(link, wanted.to) for link in links), closed=closed)
        if closed or answer.verdict is not Verdict.UNKNOWN:
            return answer
        asked = self._question(wanted)
        return evolve(answer, missing=(*answer.missing, asked))

    def _may_be(self, to: Selector) -> bool:
        """Return whether there may be anything of a sort that a line could end at."""
        if speaks_of_itself(to) or not _OF_OTHERS.isdisjoint(dict(to.attributes).get("kind", ())):
            return True
        return self.snapshot.once((Linking, to), lambda: self._is_open(to))

    def _is_open(self, to: Selector) -> bool:
        ends = records_of(self.snapshot, to)
        possible = (self.matched(each, to).verdict is not Verdict.GAP for each in ends)
        return not is_closed(self.snapshot, to) or any(possible)

    def _question(self, wanted: HasLink) -> Question:
        """Return the question where a line ends; of a line of which there are many, of what sort.

        An end of another sort would answer nothing: the model asks for one.
        """
        plain = self.snapshot.ask_field(self.subject, wanted.kind)
        if wanted.kind not in _VERBS or wanted.to == Selector():
            return plain
        sort = describe_selector(wanted.to, snapshot=self.snapshot)
        text = f"Does {{}} {_VERBS[wanted.kind]} {sort}, and which?"
        return evolve(
            plain,
            text=text.format(plain.name),
            shared=text.format("each of these"),
            write=plain.write.replace("[id, ...]", f"[id of {sort}, ...]"),
        )

    def _lines(self, kind: str) -> Sequence[Link]:
        if kind != WITHIN:
            return self.snapshot.links(self.subject.id, kind)
        within = self.subject.within if isinstance(self.subject, Body) else None
        if within is None:
            return ()
        start, certainty = self.subject.id, within.certainty
        return [Link(kind=WITHIN, from_=start, to=within.to, certainty=certainty)]

    def _implied(self, kind: str) -> Sequence[Link]:
        """Return the line that follows from where a body lies; others may be written yet."""
        is_body = kind == "reports_to" and isinstance(self.subject, Body)
        line = implied_line(self.snapshot, self.subject) if is_body else None
        return () if line is None else (line,)

    def _ends(self, link: Link, to: Selector) -> Answer:
        if link.to == NONE:
            return Answer(Verdict.GAP, (describe(link),))
        if link.target is None:
            return Answer(Verdict.UNKNOWN)
        end = self.matched(self.snapshot.now.entities[link.target], to)
        return evolve(all_of([end, self._is_there(link)]), evidence=(describe(link),))

    def _is_there(self, link: Link) -> Answer:
        if not is_disputed(link):
            return Answer(Verdict.MET)
        asked = self.snapshot.ask_dispute(link, describe(link))
        return Answer(Verdict.UNKNOWN, (), (asked,))


def _is_whole(kind: str, links: Sequence[Link]) -> bool:
    """Return whether there can be no other lines: none by design, or those written are all."""
    if any(link.to == UNKNOWN or is_disputed(link) for link in links):
        return False
    return any(link.to == NONE for link in links) or (kind in _WHOLE and bool(links))
