"""`lead-vacant`, `co-lead-vacant` and `sector-led-alone`: only what is certain is a gap."""

import pytest

from tests.rules.documents import asked, flagged, messages

VACANT, ALONE = "co-lead-vacant", "sector-led-alone"


def sector(seats: str, rest: str = "") -> str:
    return f"sectors: {{s: {{name: Shelter, {rest} seats: {{{seats}}}}}}}"


@pytest.mark.parametrize(
    ("seats", "rest", "said"),
    [
        ("lead: [unhcr]", "complete: [leads],", "gap"),
        ("co-lead: [unhcr]", "complete: [leads],", "gap"),
        ("lead: none, co-lead: [unhcr]", "", "gap"),
        ("lead: [{kind: ngo, count: 1}]", "complete: [leads],", "gap"),
        ("lead: [unhcr]", "", "question"),
        ("lead: [unhcr], co-lead: [unknown]", "complete: [leads],", "question"),
        ("lead: [unhcr], co-lead: [{holder: nrc, certainty: disputed}]", "", "question"),
        ("lead: [{kind: ngo}]", "complete: [leads],", "question"),
        ("lead: [unhcr], godparent: [nrc]", "complete: [leads],", "question"),
        ("lead: [unhcr], co-lead: [{holder: none, certainty: disputed}]", "", "question"),
        ("lead: [{kind: ngo, count: 2}]", "complete: [leads],", "nothing"),
        ("lead: [unhcr], co-lead: none", "complete: [leads],", "nothing"),
        ("lead: [unhcr, iom]", "complete: [leads],", "nothing"),
        ("lead: [unhcr], co-lead: [nrc]", "", "nothing"),
        ("lead: vacant, co-lead: [nrc]", "", "nothing"),
        ("member: [unhcr]", "complete: [leads],", "nothing"),
        ("lead: [unhcr]", "certainty: disputed, complete: [leads],", "nothing"),
    ],
)
def test_one_leader_is_a_gap_only_if_it_is_certain_that_there_is_no_other(
    seats: str, rest: str, said: str
) -> None:
    document = sector(seats, rest)
    assert flagged(ALONE, document) == (["s"] if said == "gap" else [])
    assert asked(ALONE, document) == ([("s", "leads")] if said == "question" else [])


def test_a_holder_in_two_seats_is_one_leader() -> None:
    seats = "co-lead: [{holder: unhcr, when: preparedness}, {holder: unhcr, when: emergency}]"
    assert flagged(ALONE, sector(seats, "complete: [leads],")) == ["s"]
    assert asked(ALONE, sector(seats)) == [("s", "leads")]


@pytest.mark.parametrize(
    ("line", "found"),
    [("to: unhcr", ["s"]), ("to: unhcr, certainty: disputed", []), ("to: unknown", [])],
)
def test_two_leaders_that_are_the_same_are_one(line: str, found: list[str]) -> None:
    office = f"organizations: {{b: {{name: B}}}}\nlinks: [{{kind: same_as, from: b, {line}}}]\n"
    document = office + sector("lead: [unhcr], co-lead: [b]")
    assert flagged(ALONE, document) == found


def test_a_forum_may_have_one_leader_and_an_empty_co_lead_counts_everywhere() -> None:
    forum = "forums: {f: {name: RCF, complete: [leads], seats: {chair: [unhcr]}}}"
    assert flagged(ALONE, forum) == []
    assert messages(VACANT, "forums: {f: {name: RCF, seats: {co-chair: vacant}}}") == [
        "RCF has a vacant co-chair"
    ]


def test_the_message_says_who_is_alone() -> None:
    assert messages(ALONE, sector("lead: [unhcr]", "complete: [leads],")) == [
        "Shelter has one leader, UNHCR, and no partner in leadership"
    ]
    assert messages(ALONE, sector("lead: [{kind: ngo, count: 1}]", "complete: [leads],")) == [
        "Shelter has one leader, a holder of kind ngo, and no partner in leadership"
    ]


def test_a_vacant_lead_of_a_disputed_body_is_no_gap() -> None:
    assert flagged("lead-vacant", sector("lead: vacant")) == ["s"]
    assert flagged("lead-vacant", sector("lead: vacant", "certainty: disputed,")) == []
    assert flagged("lead-vacant", sector("lead: [{holder: vacant, certainty: disputed}]")) == []
