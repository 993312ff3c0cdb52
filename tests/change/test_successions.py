"""Merges, splits and successors read as one line each."""

import pytest

import interagency as ia
from interagency.change import ChangeKind, compare
from tests.change.test_comparison import document, lines

SHELTER = "  shelter: {name: Shelter, %swithin: top, seats: {lead: [%s], member: [%s]}}\n"
CCCM = "  cccm: {name: CCCM, %swithin: top, seats: {lead: [%s], member: [%s]}}\n"
TOP = "forums: {top: {name: Top}}\n"
BEFORE = document(
    SHELTER % ("", "ifrc", "nrc, drc")
    + CCCM % ("", "unhcr", "iom, nrc")
    + "  wash: {name: WASH}\n",
    TOP,
)
UNTIL = "until: 2025-12, "


def over(holders: str) -> str:
    return ", ".join(f"{{holder: {each}, until: 2025-12}}" for each in holders.split(", "))


OLD = SHELTER % (UNTIL, over("ifrc"), over("nrc, drc")) + CCCM % (
    UNTIL,
    over("unhcr"),
    over("iom, nrc"),
)
TWO = "[{to: shelter, since: 2026-01, sources: [minutes]}, {to: cccm, since: 2026-01}]"


def after(new: str) -> str:
    return document(
        OLD
        + "  wash: {name: WASH%s}\n" % (", " + new if new[0] != " " else "")
        + (new if new[0] == " " else ""),
        TOP,
    )


@pytest.mark.parametrize(
    ("new", "said", "kind"),
    [
        (
            "  both: {name: Shelter and CCCM, since: 2026-01, within: top, "
            f"succeeds: {TWO}, seats: {{lead: [unhcr, ifrc], member: [nrc, iom, irc]}}}}\n",
            [
                "Shelter and CCCM: Shelter and CCCM merged into Shelter and CCCM since January "
                "2026: lead UNHCR and IFRC; two other seats carried over; IRC joined; DRC has no "
                "seat in it"
            ],
            ChangeKind.MERGED,
        ),
        (
            f"succeeds: {TWO}, seats: {{member: [nrc, drc, iom, unhcr]}}",
            [
                "WASH: Shelter and CCCM merged into WASH since January 2026: four other seats "
                "carried over; IFRC has no seat in it"
            ],
            ChangeKind.MERGED,
        ),
        (
            "  one: {name: One, succeeds: [shelter]}\n  two: {name: Two, succeeds: [shelter]}\n",
            [
                "One: Shelter split into One and Two: IFRC, NRC and DRC have no seat in it",
                "CCCM: closed, last day December 2025",
            ],
            ChangeKind.SPLIT,
        ),
        (
            "  one: {name: One, succeeds: [shelter], seats: {lead: [ifrc], member: [nrc, drc]}}\n",
            [
                "One: Shelter succeeded by One: lead IFRC; two other seats carried over",
                "CCCM: closed, last day December 2025",
            ],
            ChangeKind.SUCCEEDED,
        ),
        (
            "  one: {name: One, succeeds: [shelter, cccm]}\n  two: {succeeds: [cccm]}\n",
            [
                "One: Shelter and CCCM reorganized into One and two: IFRC, NRC, DRC, UNHCR and "
                "IOM have no seat in it"
            ],
            ChangeKind.MERGED,
        ),
    ],
)
def test_bodies_that_take_over_are_one_change(new: str, said: list[str], kind: ChangeKind) -> None:
    found = compare(ia.loads(BEFORE), ia.loads(after(new)))
    assert sorted(lines(found)) == sorted(said)
    assert kind in {each.kind for each in found.changes}


def test_what_rested_on_the_old_body_moves_with_it() -> None:
    rest = "sub_sectors: {{gbv: {{name: GBV, within: {0}, reports_to: [{0}]}}}}\n"
    before = document(
        SHELTER % ("", "ifrc", "nrc") + "  wash: {name: WASH}\n", rest.format("shelter") + TOP
    )
    wash = "  wash: {name: WASH, succeeds: [shelter], seats: {member: [nrc, ifrc]}}\n"
    later = document(SHELTER % (UNTIL, over("ifrc"), over("nrc")) + wash, rest.format("wash") + TOP)
    assert lines(compare(ia.loads(before), ia.loads(later))) == [
        "WASH: Shelter merged into WASH: two other seats carried over",
        "GBV: reports to WASH",
    ]


def test_two_days_know_the_lineage_too() -> None:
    new = f"  both: {{name: Both, since: 2026-01, succeeds: {TWO}}}\n"
    whole = ia.loads(after(new).replace("lead: [{", "lead: [ {"))
    (change,) = compare(whole, whole, ("2025-12-31", "2026-01-01")).changes
    assert change.text.startswith("Shelter and CCCM merged into Both since January 2026: ")
    assert change.sources == ("minutes",)


def test_a_disputed_succession_is_none() -> None:
    new = "  one: {name: One, succeeds: [{to: shelter, certainty: disputed}]}\n"
    found = lines(compare(ia.loads(BEFORE), ia.loads(after(new))))
    assert found == [
        "Shelter: closed, last day December 2025",
        "CCCM: closed, last day December 2025",
        "One: new; took over from Shelter (disputed)",
    ]


def test_lines_of_the_old_body_end_with_it() -> None:
    line = "reports_to: [%s], within: top"
    before = BEFORE.replace("within: top", line % "top")
    new = f"  both: {{name: Both, since: 2026-01, reports_to: [top], succeeds: {TWO}}}\n"
    ended = after(new).replace("within: top", line % "{to: top, until: 2025-12}")
    (change,) = compare(ia.loads(before), ia.loads(ended)).changes
    assert change.text.startswith("Shelter and CCCM merged into Both since January 2026")
