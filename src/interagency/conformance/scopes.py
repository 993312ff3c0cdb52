"""Whether several bodies coordinate the same sector, in the same area, for the same people."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice, product
from typing import Any, Final, final

from attrs import frozen

from interagency.conformance.answers import Answer, any_of, opposite
from interagency.conformance.expectations import Selector
from interagency.conformance.inference import from_name
from interagency.conformance.questions import which_question
from interagency.conformance.select import is_closed, records_of
from interagency.model import Body, is_open
from interagency.model.areas import contains
from interagency.snapshot import Question, Snapshot, Verdict, every

_SCOPE: Final = ("covers", "areas", "populations")
# Of more pairs of bodies nothing is said: comparing them would take too long.
_MOST_PAIRS: Final = 100_000


@final
@frozen
class Scoping:
    """Answers whether each of some bodies has a scope of its own.

    Two at different levels, or of which one lies in the other, divide the work by that. A line
    such as `coordinates_with` does not: there are two forums all the same.

    Attributes:
        snapshot: The architecture of the day.
        chosen: Answers whether a body is one of those meant.
    """

    snapshot: Snapshot
    chosen: Callable[[Any, Selector], Answer]

    def answer(self, over: Selector) -> Answer:
        """Answer whether no two of the bodies meant share a sector, an area and a population."""
        found = [(each, self.chosen(each, over)) for each in records_of(self.snapshot, over)]
        meant = [each for each in found if each[1].verdict is not Verdict.GAP]
        pairs = list(islice(combinations(meant, 2), _MOST_PAIRS + 1))
        closed = is_closed(self.snapshot, over) and len(pairs) <= _MOST_PAIRS
        answers = [self._overlap(one, other) for one, other in pairs[:_MOST_PAIRS]]
        shared = any_of(answers, closed=closed)
        if shared.verdict is Verdict.UNKNOWN and not closed:
            asked = which_question(over, others=bool(meant), snapshot=self.snapshot)
            shared = Answer(Verdict.UNKNOWN, (), (*shared.missing, asked))
        return opposite(shared)

    def _overlap(self, one: tuple[Body, Answer], other: tuple[Body, Answer]) -> Answer:
        """Answer whether two bodies share a sector, an area and a population at one level."""
        bodies = (one[0], other[0])
        parts = {
            "level": self._at_one_level(*bodies),
            **{name: self._shared(name, *bodies) for name in _SCOPE},
            "within": self._beside(*bodies),
        }
        verdict = every([one[1].verdict, other[1].verdict, *parts.values()])
        if verdict is not Verdict.UNKNOWN:
            return Answer(verdict, tuple(sorted(each.id for each in bodies)))
        open_ = [name for name, part in parts.items() if part is Verdict.UNKNOWN]
        asked = (*one[1].missing, *other[1].missing, *self._asked(bodies, open_))
        return Answer(verdict, (), tuple(dict.fromkeys(asked)))

    def _asked(self, bodies: Iterable[Body], names: Sequence[str]) -> Iterator[Question]:
        for body, name in product(bodies, names):
            if is_open(self._values(body, name)) or (name == "covers" and not body.covers):
                yield self.snapshot.ask_field(body, name)

    def _values(self, body: Body, name: str) -> tuple[str, ...]:
        if name == "within":
            return () if body.lies_in is None else (body.lies_in,)
        if name == "level":
            level = self.snapshot.level(body)
            return () if level is None else (level,)
        if name == "covers":
            return body.covers or from_name(self.snapshot, body, name)
        return tuple(getattr(self.snapshot, name)(body))

    def _at_one_level(self, one: Body, other: Body) -> Verdict:
        levels = {*self._values(one, "level"), *self._values(other, "level")}
        if not (self._values(one, "level") and self._values(other, "level")):
            return Verdict.UNKNOWN
        return Verdict.MET if len(levels) == 1 else Verdict.GAP

    def _shared(self, name: str, one: Body, other: Body) -> Verdict:
        """Answer whether two bodies have a value in common, or one that includes the other's."""
        first, second = self._values(one, name), self._values(other, name)
        if any(self._same(name, *pair) for pair in product(first, second)):
            # A sector that only a name tells is no ground for a gap.
            written = name != "covers" or (one.covers and other.covers)
            return Verdict.MET if written else Verdict.UNKNOWN
        return Verdict.UNKNOWN if is_open(first) or is_open(second) else Verdict.GAP

    def _same(self, name: str, one: str, other: str) -> bool:
        if is_open((one,)) or is_open((other,)):
            return False
        if name == "areas":
            return contains(one, other) or contains(other, one)
        known = self.snapshot.vocabularies["populations"]
        includes = known.is_a(one, other) or known.is_a(other, one)
        return one == other or (name == "populations" and includes)

    def _beside(self, one: Body, other: Body) -> Verdict:
        """Answer whether two bodies are beside each other: apart, and neither in the other."""
        if self.snapshot.identity(one.id) == self.snapshot.identity(other.id):
            return Verdict.GAP
        above = [{each.id for each in self.snapshot.upward(body)} for body in (one, other)]
        if other.id in above[0] or one.id in above[1]:
            return Verdict.GAP
        known = one.lies_in is not None and other.lies_in is not None
        return Verdict.MET if known else Verdict.UNKNOWN
