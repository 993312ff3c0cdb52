"""The rules about how leadership is spread over organizations."""

import pytest

from tests.rules.documents import flagged, messages, result

MOST, ALONE = "leadership-concentration", "single-point-of-failure"


def led(*seats: str, more: str = "", complete: str = "groups, leads") -> str:
    """Return sectors with these seats, and posts of UNHCR and of nobody knows whom."""
    sectors = "\n".join(
        f"  s{n}: {{name: S{n}, seats: {{{each}}}}}" for n, each in enumerate(seats)
    )
    return f"""
complete: [{complete}]
posts:
  officer: {{title: Officer, organization: unhcr}}
  nobody-knows-whose: {{title: Officer}}
sectors:
{sectors}
{more}
"""


@pytest.mark.parametrize(
    ("seats", "found"),
    [
        (["lead: [unhcr, iom]", "lead: [unhcr, nrc]", "lead: [unhcr]"], True),
        (["lead: [unhcr, iom]", "lead: [unhcr, nrc]", "lead: [officer]"], True),
        # Half is no majority, and of four seats a majority says little.
        (["lead: [unhcr, iom]", "lead: [unhcr, nrc]", "lead: [unhcr, who]"], False),
        (["lead: [unhcr, iom]", "lead: [unhcr]", "lead: [unhcr]"], False),
        # Whose seat it is nobody knows: they count, and not for UNHCR.
        (["lead: [unhcr, iom]", "lead: [unhcr, nrc]", "lead: [nobody-knows-whose]"], False),
        (["lead: [unhcr, iom]", "lead: [unhcr, nobody-knows-whose]", "lead: [unhcr]"], True),
        (["lead: [unhcr, iom]", "lead: [unhcr, {kind: ngo, count: 1}]", "lead: [unhcr]"], True),
        (["lead: [unhcr, iom]", "lead: [unhcr, {kind: ngo, count: 2}]", "lead: [unhcr]"], False),
        # How many they are, who else leads, or which term is leadership: nobody knows.
        (["lead: [unhcr, iom]", "lead: [unhcr, {kind: ngo}]", "lead: [unhcr]"], False),
        (["lead: [unhcr, iom]", "lead: [unhcr, unknown]", "lead: [unhcr]"], False),
        (["lead: [unhcr, iom]", "lead: [unhcr, nrc]", "lead: [unhcr], odd term: [who]"], False),
        (["lead: [unhcr, iom]", "lead: [unhcr, nrc]", "lead: [unhcr], member: [who]"], True),
        (["lead: [unhcr, iom]", "lead: [unhcr, nrc]", "lead: [unhcr], co-lead: vacant"], True),
        (
            [
                "lead: [unhcr, iom]",
                "lead: [unhcr, nrc]",
                "lead: [unhcr, {holder: who, certainty: disputed}]",
            ],
            False,
        ),
    ],
)
def test_one_organization_holds_most_seats(seats: list[str], found: bool) -> None:
    assert flagged(MOST, led(*seats)) == (["unhcr"] if found else [])


def test_a_majority_counts_only_if_all_groups_and_leads_are_known() -> None:
    seats = ["lead: [unhcr, iom]", "lead: [unhcr, nrc]", "lead: [unhcr]"]
    assert messages(MOST, led(*seats)) == ["UNHCR holds 3 of 5 seats of leadership"]
    assert flagged(MOST, led(*seats, complete="leads")) == []
    assert flagged(MOST, led(*seats, complete="groups")) == []
    disputed = "forums: {f: {name: F, certainty: disputed, seats: {lead: none}}}"
    assert flagged(MOST, led(*seats, more=disputed)) == []
    one_open = "forums: {f: {name: F, seats: {lead: [iom]}}}"
    assert flagged(MOST, led(*seats, more=one_open)) == []
    empty = "forums: {f: {name: F, seats: {lead: none, co-lead: none}}}"
    assert flagged(MOST, led(*seats, more=empty)) == ["unhcr"]


@pytest.mark.parametrize(
    ("joined", "found"),
    [
        # three of five, or two of four that are too few to tell
        ("", ["unhcr"]),
        ("- {kind: same_as, from: norcap, to: nrc}", []),
        ("- {kind: same_as, from: norcap, to: nrc, certainty: disputed}", []),
    ],
)
def test_two_co_leads_that_are_the_same_hold_one_seat(joined: str, found: list[str]) -> None:
    seats = ["lead: [unhcr]", "lead: [unhcr]", "lead: [unhcr]", "co-lead: [nrc, norcap]"]
    assert flagged(MOST, led(*seats, more=joined and f"links:\n{joined}")) == found


def test_a_holder_of_two_seats_of_a_body_holds_one() -> None:
    seats = ["lead: [unhcr], co-lead: [unhcr]", "lead: [unhcr]", "lead: [unhcr, iom]"]
    assert flagged(MOST, led(*seats)) == []
    seats = ["lead: [unhcr], co-lead: [unhcr]", "lead: [unhcr]", "co-lead: [unhcr, iom, who]"]
    assert messages(MOST, led(*seats)) == ["UNHCR holds 3 of 5 seats of leadership"]


def test_whose_existence_is_disputed_holds_nothing() -> None:
    seats = ["lead: [x, iom]", "lead: [x, nrc]", "lead: [x]"]
    more = "organizations: {x: {name: X, certainty: disputed}}"
    assert flagged(MOST, led(*seats, more=more)) == []
    assert flagged(ALONE, led("lead: [x]", "lead: [x]", more=more)) == []


@pytest.mark.parametrize(
    ("seats", "found"),
    [
        (["lead: [unhcr]", "lead: [unhcr]"], True),
        (["lead: [unhcr]"], False),
        (["lead: [unhcr]", "lead: [unhcr, iom]"], False),
        (["lead: [unhcr]", "lead: [unhcr], co-lead: [iom]"], False),
        (["lead: [unhcr]", "lead: [unhcr], member: [iom]"], True),
        (["lead: [unhcr]", "lead: [unhcr], co-lead: [officer]"], True),
        (["lead: [unhcr]", "lead: [unhcr], co-lead: vacant"], True),
        (["lead: [unhcr]", "co-lead: [unhcr]"], True),
        (["lead: [unhcr]", "lead: [unhcr], co-lead: unknown"], False),
        (["lead: [unhcr]", "lead: [unhcr], co-lead: [nobody-knows-whose]"], False),
        (["lead: [unhcr]", "lead: [unhcr], co-lead: [{kind: ngo}]"], False),
        (["lead: [unhcr]", "lead: [unhcr], odd term: [iom]"], False),
        (["lead: [unhcr]", "lead: [{holder: unhcr, certainty: disputed}]"], False),
        (["lead: [unhcr]", "lead: none, co-lead: none"], False),
        (["lead: [unhcr]", "member: [unhcr]"], False),
    ],
)
def test_one_organization_alone_leads_several(seats: list[str], found: bool) -> None:
    assert flagged(ALONE, led(*seats)) == (["unhcr"] if found else [])


def test_bodies_led_alone_are_of_any_class_and_certain() -> None:
    document = """
forums: {f: {name: F, complete: [leads], seats: {chair: [unhcr]}}}
working_groups: {w: {name: W, seats: {lead: [unhcr], co-lead: none}}}
sub_sectors: {u: {name: U, certainty: disputed, complete: [leads], seats: {lead: [unhcr]}}}
sectors: {s: {name: S, seats: {lead: [unhcr]}}}
"""
    (finding,) = result(ALONE, document).findings
    assert finding.related == ("f", "w")
    assert finding.message == "UNHCR alone leads 2 bodies"
