"""Expectations to answers: met, gap or unknown, with what shows it and what is missing."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, final

from attrs import evolve, field, frozen

from interagency.checking import (
    Question,
    Snapshot,
    Verdict,
    at_least,
    at_most,
    every,
    field_question,
)
from interagency.conformance import expectations as form
from interagency.conformance.answers import Answer, all_of, any_of, opposite
from interagency.conformance.matching import Matcher, is_closed, records_of
from interagency.conformance.seating import Seating
from interagency.conformance.wording import describe_selector
from interagency.model import NONE, UNKNOWN, Body, Certainty, Link, Plan
from interagency.model.keys import describe
from interagency.model.words import named

Function = Callable[[Snapshot, str], Answer]


@final
@frozen
class Evaluator:
    """Answers the expectations of one clause, for one thing.

    Attributes:
        snapshot: The architecture of the day.
        clause: Id of the clause, under which its questions are answered in the document.
        subject: What the clause speaks of: a record, or the architecture as a whole.
        functions: The functions that clauses may name.
    """

    snapshot: Snapshot
    clause: str
    subject: Any
    functions: Mapping[str, Function] = field(factory=dict)

    @property
    def id(self) -> str:
        """Return the id of the subject, nothing for the architecture as a whole."""
        return str(getattr(self.subject, "id", ""))

    def about(self, subject: Any) -> "Evaluator":
        """Return the evaluator of the same clause for another thing."""
        return evolve(self, subject=subject)

    def answer(self, expectation: form.Expectation) -> Answer:
        """Return the answer to an expectation."""
        match expectation:
            case form.AllOf(parts):
                return all_of(map(self.answer, parts))
            case form.AnyOf(parts):
                return any_of(map(self.answer, parts))
            case form.Not(part):
                return opposite(self.answer(part))
            case form.Exists():
                return self._exists(expectation)
            case form.HasSeat():
                return self._seat(expectation)
            case form.HasLink():
                return self._link(expectation)
            case form.Is(what):
                return self._is(what)
            case form.Partition(over):
                return self._partition(over)
            case form.Ask(question):
                return self._ask(question)
            case form.Code(function):
                return self.functions[function](self.snapshot, self.id)

    def matched(self, record: Any, selector: form.Selector) -> Answer:
        """Answer whether a thing is one of those meant."""
        matcher = Matcher(self.snapshot, self.id)
        verdict = matcher.match(record, selector)
        names = [name for name, _ in selector.attributes] if verdict is Verdict.UNKNOWN else []
        missing = (
            field_question(self.snapshot, record, name)
            for name in names
            if getattr(record, "id", "")
            and UNKNOWN in (matcher.written(record, name) or (UNKNOWN,))
        )
        return Answer(verdict, (describe(record),), tuple(missing))

    def _is(self, what: form.Selector) -> Answer:
        return self.matched(self.subject, what)

    def _exists(self, wanted: form.Exists) -> Answer:
        """Count what is certain and what is possible; the truth lies between."""
        candidates = [
            self._counts(each, wanted) for each in records_of(self.snapshot, wanted.which)
        ]
        sure = [each for each in candidates if each[0].verdict is Verdict.MET]
        maybe = [each for each in candidates if each[0].verdict is Verdict.UNKNOWN]
        known = sum(low for _, low, _ in sure)
        most = _total([high for _, _, high in (*sure, *maybe)])
        possible = most if is_closed(self.snapshot, wanted.which) else None
        verdicts = [at_least(wanted.at_least, known, possible)]
        if wanted.at_most is not None:
            verdicts.append(at_most(wanted.at_most, known, possible))
        evidence = {fact for answer, _, _ in sure for fact in answer.evidence}
        missing = [each for answer, _, _ in maybe for each in answer.missing]
        asked = (*dict.fromkeys(missing), self._which(wanted.which))
        verdict = every(verdicts)
        open_ = verdict is Verdict.UNKNOWN
        return Answer(verdict, tuple(sorted(evidence)), asked if open_ else ())

    def _counts(self, record: Any, wanted: form.Exists) -> tuple[Answer, int, int | None]:
        """Answer whether a thing counts, with how many it stands for, at least and at most."""
        answer = self.matched(record, wanted.which)
        if wanted.having is not None and answer.verdict is not Verdict.GAP:
            answer = all_of([answer, self.about(record).answer(wanted.having)])
        several = getattr(record, "stands_for", None)
        if several == "several":
            return answer, 2, None
        return answer, int(several or 1), int(several or 1)

    def _which(self, selector: form.Selector) -> Question:
        """Ask for things of a sort, where the list of them is open."""
        sort = describe_selector(selector)
        text = f"Is there {sort}, and which?"
        return Question(
            "", f"{self.clause} {sort}", text, "add it, or say that the list is complete"
        )

    def _seat(self, wanted: form.HasSeat) -> Answer:
        if not isinstance(self.subject, Body):
            return Answer(Verdict.UNKNOWN)
        return Seating(self.snapshot, self.subject).answer(wanted)

    def _link(self, wanted: form.HasLink) -> Answer:
        links = self.snapshot.links(self.id, wanted.kind)
        closed = wanted.kind == "reports_to" and bool(links) and not any(map(_is_open, links))
        answer = any_of(map(self._ends(wanted.to), links), closed=closed)
        if answer.verdict is not Verdict.UNKNOWN:
            return answer
        asked = field_question(self.snapshot, self.subject, wanted.kind)
        return evolve(answer, missing=(*answer.missing, asked))

    def _ends(self, to: form.Selector) -> Callable[[Link], Answer]:
        def ends_there(link: Link) -> Answer:
            if link.target is None:
                return Answer(Verdict.GAP if link.to == NONE else Verdict.UNKNOWN)
            inner = self.matched(self.snapshot.now.entities[link.target], to)
            sure = Answer(Verdict.UNKNOWN if _is_open(link) else Verdict.MET, (describe(link),))
            return evolve(all_of([inner, sure]), evidence=(describe(link),))

        return ends_there

    def _partition(self, over: form.Selector) -> Answer:
        if not isinstance(self.subject, Plan):
            return Answer(Verdict.UNKNOWN)
        countries = named(self.subject.countries)
        return all_of(self._lies_in_one(country, over) for country in countries)

    def _lies_in_one(self, country: str, over: form.Selector) -> Answer:
        here = form.Selector(over.of, (*over.attributes, ("areas", (country,))))
        answer = self._exists(form.Exists(which=here, at_most=1))
        return evolve(answer, evidence=(country, *answer.evidence))

    def _ask(self, question: str) -> Answer:
        said = next((each for each in self.snapshot.now.answers if each.id == self.clause), None)
        if said is not None and said.answer != UNKNOWN and said.certainty is not Certainty.DISPUTED:
            met = said.answer == "yes"
            return Answer(Verdict.MET if met else Verdict.GAP, (f"answers.{self.clause}",))
        write = f"answers: {{{self.clause}: yes}}, or no"
        return Answer(Verdict.UNKNOWN, (), (Question("", self.clause, question, write),))


def _is_open(link: Link) -> bool:
    return link.to == UNKNOWN or link.certainty is Certainty.DISPUTED


def _total(counts: Iterable[int | None]) -> int | None:
    found = list(counts)
    return None if None in found else sum(each or 0 for each in found)
