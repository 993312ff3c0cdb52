"""Rows of a report on reference models: a count by strength, and each clause with its facts."""

from collections.abc import Iterator, Mapping

from interagency.conformance import ClauseResult, Conformance, Outcome, Strength
from interagency.model import Seat
from interagency.model.keys import describe
from interagency.report.references import References, Row
from interagency.report.wording import Wording, listed


def model_rows(references: References, conformance: Conformance) -> Iterator[Row]:
    """Yield each reference model, with a count by strength and a row for each clause."""
    say = references.wording.language.say
    seats = _seats_in_words(references)
    for result in conformance.models:
        counts = [
            (
                say(strength.value),
                [(say(out.value), result.count(out, strength)) for out in Outcome],
            )
            for strength in Strength
        ]
        yield {
            "title": result.model.title,
            "name": result.model.name,
            "counts": [
                (strength, ", ".join(f"{count} {outcome}" for outcome, count in each if count))
                for strength, each in counts
                if any(count for _, count in each)
            ],
            "clauses": [_clause(references, each, seats) for each in result.clauses],
        }


def _clause(references: References, result: ClauseResult, seats: Mapping[str, str]) -> Row:
    say = references.wording.language.say
    facts = result.met_by or result.missed_by
    marked = [
        (seats.get(fact) or references.name(fact))
        + (f" ({say('inferred')})" * (fact in result.inferred))
        for fact in facts
    ]
    question = result.questions[0].text if result.questions else ""
    clause = result.clause
    return {
        "id": clause.id,
        "strength": say(clause.strength.value),
        "text": clause.text,
        "outcome": result.outcome.value.replace(" ", "-"),
        "said": say(result.outcome.value),
        "facts": listed(marked),
        "question": question,
        "citations": [str(each.title) for each in clause.citations],
        "verified": clause.verified,
    }


def _seats_in_words(references: References) -> Mapping[str, str]:
    """Return the seats in words, by their natural keys."""
    wording = references.wording
    return {
        describe(
            seat
        ): f"{_holder(wording, seat)} ({wording.term(seat)}, {references.name(seat.body)})"
        for seat in wording.snapshot.now.seats
    }


def _holder(wording: Wording, seat: Seat) -> str:
    return wording.short(seat.held_by) if seat.held_by else wording.holder(seat)
