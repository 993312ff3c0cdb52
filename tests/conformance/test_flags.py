"""Accountability and last resort: an answer where the seat says so, else a question."""

import pytest

from tests.conformance.packs import outcome_of, result_of

HEAD = "complete: [groups, leads, members]\n"


def asked(seat: str, wanted: str) -> str:
    document = f"{HEAD}sectors: {{s: {{name: Health, seats: {{lead: [{seat}]}}}}}}"
    return outcome_of(document, f"for: {{is: sector}}, expect: {{seat: {{role: leads, {wanted}}}}}")


@pytest.mark.parametrize(
    ("seat", "wanted", "outcome"),
    [
        ("{holder: who, accountable: true}", "accountable: true", "met"),
        ("{holder: who, accountable: jointly}", "accountable: true", "met"),
        ("{holder: who, accountable: false}", "accountable: true", "gap"),
        ("{holder: who, accountable: false}", "accountable: false", "met"),
        ("who", "accountable: true", "unknown"),
        ("{kind: ngo}", "accountable: true", "unknown"),
        ("{holder: who, last_resort: true}", "last_resort: true", "met"),
        ("{holder: who, last_resort: false}", "last_resort: true", "gap"),
        ("who", "by: unicef, last_resort: true", "gap"),
        ("{holder: who, last_resort: true}", "accountable: true, last_resort: true", "unknown"),
    ],
)
def test_a_seat_says_what_its_holder_answers_for(seat: str, wanted: str, outcome: str) -> None:
    assert asked(seat, wanted) == outcome


def test_what_a_seat_does_not_say_is_asked_by_name() -> None:
    document = f"{HEAD}sectors: {{s: {{name: Health Cluster, seats: {{lead: [who]}}}}}}"
    clause = "for: {is: sector}, expect: {seat: {role: leads, last_resort: true}}"
    (question,) = result_of(document, clause).questions
    assert question.text == "Is WHO the provider of last resort in Health Cluster?"
    assert question.write == "sectors.s.seats.lead: [{holder: who, last_resort: true}], or false"
