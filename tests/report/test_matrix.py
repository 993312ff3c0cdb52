"""Matrices: what is not recorded is empty, what certainly is not there is a dash."""

import pytest
from hypothesis import given

from interagency.document import loads
from interagency.model import Architecture
from interagency.report.matrix import AXES, Axis, Matrix, matrix_of
from interagency.report.wording import Wording
from interagency.testing.strategies import architectures

TEXT = """
interagency: 1
complete: [presence, groups]
forums:
  top: {level: regional, areas: [COL, PER], covers: [PRO], seats: {co-lead: [unhcr, iom]}}
sectors:
  health: {areas: [COL/Arauca], covers: [HEA], complete: [members],
           seats: {lead: [who], co-lead: none, member: [{holder: iom, certainty: inferred}]}}
  open: {areas: [PER], covers: [EDU, unknown], seats: {lead: [p], odd-term: [unicef]}}
posts: {p: {title: Chief, organization: unicef}}
presence:
  - {organization: unicef, covers: [EDU], area: PER, certainty: disputed}
  - {organization: drc}
"""


def matrix(rows: Axis, columns: Axis, text: str = TEXT, members: bool = True) -> Matrix:
    return matrix_of(Wording.of(loads(text)), rows, columns, members=members)


def test_sectors_by_areas_say_who_leads_and_who_is_active() -> None:
    found = matrix("sectors", "areas")
    assert [name for _, name in found.columns] == ["Colombia", "Peru"]
    assert [name for _, name in found.rows] == ["Education", "Health", "Protection"]
    assert found.text("PRO", "COL") == "IOM (co-lead, regional); UNHCR (co-lead, regional)"
    assert found.text("HEA", "COL") == "WHO (lead); IOM (member) (inferred)"
    assert (
        found.text("EDU", "PER") == "UNICEF (lead); ?; UNICEF (other); UNICEF (active) (disputed)"
    )
    assert found.text("EDU", "COL") == "–"


def test_a_vacancy_is_told_in_words() -> None:
    text = "interagency: 1\nsectors: {s: {covers: [HEA], areas: [ROU], seats: {lead: vacant}}}"
    assert matrix("sectors", "areas", text).text("HEA", "ROU") == "VACANT; ?"


def test_an_open_list_leaves_an_empty_cell() -> None:
    text = TEXT.replace("complete: [presence, groups]\n", "")
    assert matrix("sectors", "areas", text).text("EDU", "COL") == ""


def test_organizations_by_groups_say_the_part() -> None:
    found = matrix("organizations", "groups")
    assert found.text("who", "health") == "lead"
    assert found.text("unhcr", "health") == "–"
    assert found.text("unhcr", "open") == ""
    assert matrix("groups", "organizations").text("health", "unhcr") == "–"
    leads = matrix("organizations", "groups", members=False)
    assert leads.text("iom", "health") == "–"
    assert leads.text("iom", "top") == "co-lead"


def test_areas_are_told_apart_where_there_is_one_country() -> None:
    text = "interagency: 1\nsectors: {s: {covers: [HEA], areas: [COL/Arauca, COL/Cesar]}}"
    assert [name for _, name in matrix("sectors", "areas", text).columns] == [
        "Colombia, Arauca",
        "Colombia, Cesar",
    ]


def test_a_wide_matrix_is_told_row_by_row() -> None:
    many = ", ".join(f"s{n}: {{seats: {{lead: [unhcr], co-lead: [iom]}}}}" for n in range(9))
    found = matrix("organizations", "groups", f"interagency: 1\nsectors: {{{many}}}")
    assert found.is_wide
    assert found.grouped("unhcr") == (("lead", tuple(f"s{n}" for n in range(9))),)
    assert not matrix("sectors", "areas").is_wide


@pytest.mark.parametrize("rows", AXES)
@pytest.mark.parametrize("columns", AXES)
def test_every_pair_of_axes_gives_a_matrix(rows: Axis, columns: Axis) -> None:
    found = matrix(rows, columns)
    keys = {(row, column) for row, _ in found.rows for column, _ in found.columns}
    assert set(found.cells) <= keys
    assert found.closed <= keys
    assert not found.closed & set(found.cells)


def test_an_observer_is_no_member() -> None:
    text = "interagency: 2\nforums: {f: {name: F, seats: {observers: [icrc], member: [iom]}}}\n"
    found = matrix("organizations", "groups", text)
    assert (found.text("icrc", "f"), found.text("iom", "f")) == ("observer", "member")


def test_sorts_of_partner_sit_appeal_and_are_active() -> None:
    found = matrix(
        "partners",
        "groups",
        """
interagency: 2
organizations:
  hope: {name: Hope, kind: national-ngo, tags: [refugee-led]}
  odd: {name: Odd}
posts: {p: {title: Chief, organization: hope}}
forums:
  top: {name: Top, seats: {chair: [p], member: [odd, {kind: ngo, count: 2}, vacant]}}
  other: {name: Other, seats: {member: [top]}}
plans: {rrp: {name: RRP}}
appeals: [{plan: rrp, organization: hope, certainty: inferred}]
presence: [{organization: odd, covers: [HEA]}]
""",
    )
    assert [name for _, name in found.columns] == [
        "Top",
        "Other",
        "Appealing organizations",
        "Active",
    ]
    assert dict(found.rows)["unknown"] == "?"
    assert found.text("national-ngo", "top") == found.text("refugee-led", "top") == "Hope (lead)"
    assert found.text("refugee-led", "appeal:") == "Hope (inferred)"
    assert found.text("unknown", "top") == "Odd (member)"
    assert found.text("unknown", "active:") == "Odd (active)"
    assert found.text("ngo", "top") == "an NGO (member)"


def test_sorts_of_partner_by_sector_leave_out_whoever_is_in_no_group() -> None:
    found = matrix("partners", "sectors")
    assert found.text("international-ngo", "HEA") == ""
    assert found.text("un-agency", "EDU") == (
        "UNICEF (lead); UNICEF (other); UNICEF (active) (disputed)"
    )


@given(architectures(max_bodies=6))
def test_every_leading_organization_has_a_row(whole: Architecture) -> None:
    wording = Wording.of(whole)
    found = matrix_of(wording, "organizations", "groups")
    snapshot = wording.snapshot
    held = {
        snapshot.identity(snapshot.organization_of(seat.held_by) or seat.held_by)
        for seat in snapshot.now.seats
        if seat.held_by
    }
    assert {key for key, _ in found.rows} == held
