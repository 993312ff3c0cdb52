"""Expectations to answers: met, gap or unknown, with what shows it and what is missing."""

from collections.abc import Iterable, Mapping
from typing import Any, final

from attrs import evolve, field, frozen

from interagency.conformance import expectations as form
from interagency.conformance.answers import Answer, all_of, any_of, first_of, opposite
from interagency.conformance.links import Linking
from interagency.conformance.questions import describe_selector, whether_meant, which_question
from interagency.conformance.reference_model import Function
from interagency.conformance.scopes import Scoping
from interagency.conformance.seats import Seating
from interagency.conformance.select import Matcher, is_closed, records_of
from interagency.errors import BrokenDown, attempt
from interagency.model import UNKNOWN, Body, Plan
from interagency.model.grammar import is_open, named
from interagency.model.keys import describe
from interagency.snapshot import (
    Question,
    Snapshot,
    Verdict,
    at_least,
    at_most,
    every,
)


@final
class FunctionFailed(Exception):
    """A function of a reference model that broke down, or gave no answer."""


def called(name: str, function: Function, snapshot: Snapshot, id: str) -> Answer:
    """Return the answer of a function.

    Raises:
        FunctionFailed: If it raises, or returns what is no answer.
    """
    try:
        return attempt(lambda: _answer(function(snapshot, id)))
    except BrokenDown as error:
        raise FunctionFailed(f"function {name!r}: {error}") from error


def _answer(answer: object) -> Answer:
    if not isinstance(answer, Answer):
        raise TypeError(f"it returned a {type(answer).__name__}, not an Answer")
    parts: tuple[tuple[object, type], ...] = (
        (answer.verdict, Verdict),
        (answer.evidence, tuple),
        (answer.missing, tuple),
    )
    _refuse(parts)
    _refuse((each, str) for each in answer.evidence)
    _refuse((each, Question) for each in answer.missing)
    texts = (
        text
        for each in answer.missing
        for text in (each.subject, each.about, each.text, each.write)
    )
    _refuse((text, str) for text in texts)
    return answer


def _refuse(parts: Iterable[tuple[object, type]]) -> None:
    for part, wanted in parts:
        if not isinstance(part, wanted):
            found = type(part).__name__
            raise TypeError(f"it returned an Answer with a {found}, not a {wanted.__name__}")


@final
@frozen
class Evaluator:
    """Answers the expectations of one clause, for one thing.

    Attributes:
        snapshot: The architecture of the day.
        clause: Id of the clause, under which its questions are answered in the document.
        subject: What is looked at: a record, or the architecture as a whole.
        itself: Id of the thing that the clause speaks of, which `with` does not change.
        functions: The functions of the model, which its clauses may name.
        ground: The situations that the model is for; bodies elsewhere are not looked at.
    """

    snapshot: Snapshot
    clause: str
    subject: Any
    itself: str = ""
    functions: Mapping[str, Function] = field(factory=dict)
    ground: form.Values = ()

    @property
    def id(self) -> str:
        """Return the id of the subject, nothing for the architecture as a whole."""
        return str(getattr(self.subject, "id", ""))

    def about(self, subject: Any) -> "Evaluator":
        """Return the evaluator of the same clause for another thing that it speaks of."""
        return evolve(self, subject=subject, itself=str(getattr(subject, "id", "")))

    def answer(self, expectation: form.Expectation) -> Answer:
        """Return the answer to an expectation."""
        match expectation:
            case form.AllOf(parts):
                return all_of(map(self.answer, parts))
            case form.AnyOf(parts):
                return any_of(map(self.answer, parts))
            case form.FirstOf(parts):
                return first_of(map(self.answer, parts))
            case form.Not(part):
                return opposite(self.answer(part))
            case form.Exists():
                return self._exists_at_all(expectation)
            case form.HasSeat():
                return self._seat(expectation)
            case form.HasLink():
                return self._link(expectation)
            case form.Is(what):
                return self._is(what)
            case form.Partition(over):
                return self._partition(over)
            case form.ScopeOnce(over):
                return Scoping(self.snapshot, self.chosen).answer(over)
            case form.Ask(question):
                return self._ask(question)
            case _:
                return self._code(expectation.function)

    def chosen(self, record: Any, selector: form.Selector) -> Answer:
        """Answer whether a thing is one of those meant, where the model applies."""
        return self._matched(record, selector, self.ground)

    def matched(self, record: Any, selector: form.Selector) -> Answer:
        """Answer whether a thing is one of those meant, wherever it is."""
        return self._matched(record, selector, ())

    def _matched(self, record: Any, selector: form.Selector, ground: form.Values) -> Answer:
        matcher = Matcher(self.snapshot, self.itself, ground)
        verdict = matcher.match(record, selector)
        is_open = verdict is Verdict.UNKNOWN
        missing = whether_meant(matcher, record, selector) if is_open else ()
        return Answer(verdict, tuple(filter(None, [describe(record)])), missing)

    def _is(self, what: form.Selector) -> Answer:
        return self.matched(self.subject, what)

    def _exists_at_all(self, wanted: form.Exists) -> Answer:
        """Answer once for all that a clause speaks of, unless it is about each of them."""
        if form.speaks_of_itself(wanted):
            return self._exists(wanted)
        key = (Evaluator, self.clause, wanted, self.ground, frozenset(self.functions.items()))
        return self.snapshot.once(key, lambda: self._exists(wanted))

    def _exists(self, wanted: form.Exists) -> Answer:
        """Count what is certain and what is possible; the truth lies between."""
        things = records_of(self.snapshot, wanted.which)
        found = [(each, *self._counts(each, wanted)) for each in things]
        sure = [each for each in found if each[1].verdict is Verdict.MET]
        maybe = [each for each in found if each[1].verdict is Verdict.UNKNOWN]
        known = sum(low for _, _, low, _ in sure)
        closed = is_closed(self.snapshot, wanted.which, self.itself)
        most = _total(high for _, _, _, high in (*sure, *maybe))
        possible = most if closed else None
        verdicts = [at_least(wanted.at_least, known, possible)]
        if wanted.at_most is not None:
            verdicts.append(at_most(wanted.at_most, known, possible))
        evidence = {fact: None for _, answer, _, _ in sure for fact in answer.evidence}
        asked = [each for _, answer, _, _ in maybe for each in answer.missing]
        # What is there certainly, and lacks an attribute, is asked for that and not for itself.
        is_there = wanted.at_most is None and any(
            self.chosen(each, wanted.which).verdict is Verdict.MET for each, *_ in maybe
        )
        several = [each for each, _, _, high in (*sure, *maybe) if high is None]
        asked += [self.snapshot.ask_field(each, "stands_for") for each in several]
        asked += [] if closed or is_there else [self._which(wanted.which, others=bool(sure))]
        verdict = every(verdicts)
        is_open = verdict is Verdict.UNKNOWN
        is_lacking = verdicts[0] is Verdict.GAP
        return Answer(
            verdict,
            tuple(sorted(evidence)),
            tuple(dict.fromkeys(asked)) * is_open,
            (describe_selector(wanted.which, self._itself, self.snapshot),) * is_lacking,
        )

    def _counts(self, record: Any, wanted: form.Exists) -> tuple[Answer, int, int | None]:
        """Answer whether a thing counts, with how many it stands for, at least and at most."""
        answer = self.chosen(record, wanted.which)
        if wanted.having is not None and answer.verdict is not Verdict.GAP:
            inner = evolve(self, subject=record)
            answer = all_of([answer, inner.answer(wanted.having)])
        several = getattr(record, "stands_for", None)
        if several == "several":
            return answer, 2, None
        return answer, int(several or 1), int(several or 1)

    def _which(self, selector: form.Selector, *, others: bool) -> Question:
        return which_question(selector, itself=self._itself, others=others, snapshot=self.snapshot)

    @property
    def _itself(self) -> str:
        return self.snapshot.name(self.itself) if self.itself else "it"

    def _seat(self, wanted: form.HasSeat) -> Answer:
        if not isinstance(self.subject, Body):
            return Answer(Verdict.UNKNOWN)
        return Seating(self.snapshot, self.subject).answer(wanted)

    def _link(self, wanted: form.HasLink) -> Answer:
        if not self.id:
            return Answer(Verdict.UNKNOWN)
        return Linking(self.snapshot, self.subject, self.matched).answer(wanted)

    def _partition(self, over: form.Selector) -> Answer:
        if not isinstance(self.subject, Plan):
            return Answer(Verdict.UNKNOWN)
        countries = self.subject.countries
        answers = [self._lies_in_one(country, over) for country in named(countries)]
        if is_open(countries):
            others = self.snapshot.ask_field(self.subject, "countries")
            answers.append(Answer(Verdict.UNKNOWN, (), (others,)))
        return all_of(answers)

    def _lies_in_one(self, country: str, over: form.Selector) -> Answer:
        here = form.Selector(over.of, (*over.attributes, ("areas", (country,))))
        answer = self._exists(form.Exists(which=here, at_most=1))
        return evolve(answer, evidence=(country, *answer.evidence))

    def _ask(self, question: str) -> Answer:
        said = next((each for each in self.snapshot.now.answers if each.id == self.clause), None)
        if said is not None and said.answer != UNKNOWN and said.is_certain:
            met = said.answer == "yes"
            return Answer(Verdict.MET if met else Verdict.GAP, (f"answers.{self.clause}",))
        write = f"answers: {{{self.clause}: yes}}, or no"
        return Answer(Verdict.UNKNOWN, (), (Question("", self.clause, question, write),))

    def _code(self, name: str) -> Answer:
        """Answer by a function; what is not known without it stays unknown."""
        function = self.functions.get(name)
        if function is not None:
            return called(name, function, self.snapshot, self.id)
        text = f"What does the function {name!r} say? {self.clause} needs it, and nobody gave it."
        write = "nothing: the reference model has to carry the function"
        return Answer(Verdict.UNKNOWN, (), (Question("", f"code {name}", text, write),))


def _total(counts: Iterable[int | None]) -> int | None:
    found = list(counts)
    return None if None in found else sum(each or 0 for each in found)
