"""A workbook is read by its headers, with names for ids, and every mistake has its cell."""

from typing import Any

import pytest
from attrs import evolve

from interagency.document import InvalidDocument, UnsupportedVersion, loads, read_text
from interagency.document.workbook.limits import WorkbookLimits
from interagency.document.workbook.reader import read_workbook
from interagency.document.yaml_reader import Unreadable
from interagency.model import Architecture, Seat
from tests.document.workbook.workbooks import (
    Grid,
    changed,
    packed,
    problems,
    row_of,
    set_cell,
    small,
    written,
)


def seats(architecture: Architecture) -> list[str]:
    return [f"{each.body}/{each.term}/{each.holder}" for each in architecture.seats]


# Sheet, row, header, what is written there, and a part of the message.
MISTAKES: tuple[tuple[str, int | str, str, Any, str], ...] = (
    ("Groups", "Protection Working Group", "Areas", "Moldavia", "is not an area"),
    ("Groups", "Protection Working Group", "Reports to", "HCT", "nothing is recorded as 'HCT'"),
    ("Groups", "Protection Working Group", "Complete", "all", "is not a list"),
    ("Groups", "Protection Working Group", "Covers", "Chlid protection", "did you mean"),
    ("Groups", "Education Working Group", "Type", "Clusterr", "is not a type"),
    ("Groups", "Education Working Group", "Lies in", "Refugee Form", "a group is expected"),
    ("Groups", "Education Working Group", "Level", "nationall", "one of global"),
    ("Groups", "Education Working Group", "Stands for", "many", "is not a count"),
    ("Groups", "Refugee Coordination Forum", "Since", "soon", "is not a date"),
    ("Groups", "Refugee Coordination Forum", "Certainty", "sure", "one of stated"),
    ("Groups", "Refugee Coordination Forum", "More", "{nam: x}", "no field 'nam'"),
    ("Leads", 1, "Held by", "W.H.O.", "did you mean who (World Health Organization)?"),
    ("Leads", 2, "Since", "Jan 2025", "is not a date"),
    ("Leads", 3, "Group", "Helth", "add it to the sheet Groups"),
    ("Leads", 3, "Until", "2025-13", "is not a date"),
    ("Leads", 4, "Role", "", "the role is missing"),
    ("Leads", 5, "Accountable", "maybe", "write yes, no or jointly"),
    ("Leads", 5, "Count", "3.5", "a whole number is expected"),
    ("Leads", 6, "Group", "care-mda", "is not a group"),
    ("Members", 1, "Group", "", "the group is missing"),
    ("Members", 2, "Held by", "rrp", "is a plan"),
    ("Members", 2, "Sources", "minuets", "did you mean minutes (Minutes)?"),
    ("Organizations", "CARE Moldova", "Country", "Moldovia", "is not a country"),
    ("Organizations", "CARE Moldova", "Kind", "unknown kind", "is not in the list of"),
    ("Organizations", 1, "Parent", "its ministry", "an organization is expected"),
    ("Organizations", 1, "Id", "Gov Moldova", "is not an id"),
    ("Plans", 1, "Requirement", "1000", "is not an amount of money"),
    ("Plans", 1, "Countries", "Ruritania", "is not a country"),
    ("Plans", 1, "Part of", "itself", "a plan is expected"),
    ("Plans", 1, "Until", "31/12/2026", "is not a date"),
    ("Plans", 1, "Figures", "people: many", "is not a figure"),
    ("Appeals", 1, "Amount", "lots", "is not an amount of money"),
    ("Appeals", 1, "Plan", "RMRP 2022", "add it to the sheet Plans"),
    ("Appeals", 1, "Organization", "unhrc", "unhcr (United Nations High Commissioner"),
    ("Links", 1, "Kind", "likes", "is not a link kind"),
    ("Links", 1, "To", "protektion", "did you mean protection (Protection Working Group)?"),
    ("Sources", 1, "Published", "15.1.2026", "is not a date"),
    ("Start", "As of", "Value", "January", "is not a date"),
    ("Start", "Level", "Value", "country", "one of global"),
    ("Start", "Complete", "Value", "everything", "is not a list"),
)


def test_forty_mistakes_give_forty_problems_each_with_its_cell() -> None:
    sheets = written()
    cells = [set_cell(sheets, *each[:4]) for each in MISTAKES]
    found = problems(sheets)
    assert len(found) == len(MISTAKES) == 40
    for (sheet, _, _, _, message), cell in zip(MISTAKES, cells, strict=True):
        (told,) = [each for each in found if each.startswith(f"r.xlsx[{sheet}!{cell}]: ")]
        assert message in told


@pytest.mark.parametrize(
    ("sheet", "row", "header", "value"),
    [
        ("Leads", 1, "Held by", "UNHCR"),
        ("Leads", 1, "Held by", "United Nations High Commissioner for Refugees"),
        ("Leads", 2, "Held by", "government of moldova"),
        ("Leads", 3, "Group", "PROTECTION working group"),
        ("Leads", 6, "Held by", "Vacant"),
        ("Groups", "Protection Working Group", "Lies in", "RCF"),
        ("Groups", "Protection Working Group", "Covers", "Protection"),
        ("Groups", "Protection Working Group", "Type", "cluster"),
        ("Organizations", "CARE Moldova", "Country", "Moldova"),
        ("Plans", 1, "Countries", "MDA"),
        ("Links", 1, "Kind", "Coordinates with"),
        ("Links", 1, "To", "Protection Working Group"),
        ("Members", 2, "Since", 2025),
        ("Start", "As of", "Value", "2026-01"),
    ],
)
def test_names_stand_where_ids_stand(sheet: str, row: int | str, header: str, value: Any) -> None:
    assert changed(lambda sheets: set_cell(sheets, sheet, row, header, value)) == small()


def test_a_name_that_two_have_is_never_chosen_silently() -> None:
    sheets = written()
    set_cell(sheets, "Groups", "Education Working Group", "Acronym", "RCF")
    cell = set_cell(sheets, "Leads", 3, "Group", "RCF")
    assert problems(sheets) == [
        f"r.xlsx[Leads!{cell}]: 'RCF' may mean rcf or education: write which of them"
    ]
    set_cell(sheets, "Organizations", "CARE Moldova", "Acronym", "WHO")
    cell = set_cell(sheets, "Leads", 4, "Held by", "WHO")
    assert f"[Leads!{cell}]: 'WHO' may mean care-mda or who: write which" in problems(sheets)[1]


def test_rows_may_be_sorted_and_sheets_moved() -> None:
    def sort(sheets: Grid) -> None:
        for name in ("Groups", "Leads", "Members", "Organizations"):
            sheets[name][1:] = reversed(sheets[name][1:])
        last = [*reversed(sheets)]
        for name in last:
            sheets[name] = sheets.pop(name)

    assert changed(sort) == small()


def test_columns_may_be_moved_and_headers_written_in_any_case() -> None:
    def turn(sheets: Grid) -> None:
        sheets["Leads"] = [[*reversed(row)] for row in sheets["Leads"]]
        head = sheets["Leads"][0]
        head[:] = [each.upper() for each in head]
        sheets["Groups"].insert(0, ["Groups of the response"])
        set_cell(sheets, "Groups", 1, "Lies in", "within")

    assert changed(turn) == small()


def test_a_copied_row_is_a_new_one_and_a_deleted_one_is_gone() -> None:
    def copy(sheets: Grid) -> None:
        rows = sheets["Leads"]
        rows.insert(4, [*rows[3]])
        set_cell(sheets, "Leads", 4, "Held by", "IOM")
        sheets["Members"].pop()

    found = seats(changed(copy))
    assert "protection/lead/unhcr" in found
    assert "protection/lead/iom" in found
    assert "protection/member/unfpa" not in found


def test_a_new_row_needs_a_name_alone() -> None:
    def add(sheets: Grid) -> None:
        set_cell(sheets, "Groups", 4, "Type", "Working group")
        set_cell(sheets, "Groups", 4, "Name", "Cash Working Group (CWG)")
        set_cell(sheets, "Organizations", 3, "Acronym", "WFP")
        set_cell(sheets, "Organizations", 4, "Name", "Moldovan Red Cross")
        set_cell(sheets, "Organizations", 4, "Acronym", "IFRC")
        set_cell(sheets, "Organizations", 5, "Acronym", "MRN")
        set_cell(sheets, "Leads", 7, "Group", "Cash Working Group (CWG)")
        set_cell(sheets, "Leads", 7, "Role", "co-lead")
        set_cell(sheets, "Leads", 7, "Held by", "Moldovan Red Cross")
        set_cell(sheets, "Leads", 8, "Group", "Cash Working Group (CWG)")
        set_cell(sheets, "Leads", 8, "Role", "lead")

    found = changed(add)
    assert [each.id for each in found.working_groups] == ["cash-working-group-cwg"]
    assert {"wfp", "moldovan-red-cross", "mrn"} <= {each.id for each in found.organizations}
    assert seats(found)[-2:] == [
        "cash-working-group-cwg/co-lead/moldovan-red-cross",
        "cash-working-group-cwg/lead/unknown",
    ]


def test_what_is_yours_is_left_and_named() -> None:
    sheets = written()
    sheets["My notes"] = [["what I heard"]]
    sheets["Empty"] = []
    for row in sheets["Leads"]:
        row.append("")
    sheets["Leads"][0][-1] = "Until when"
    for row in sheets["Members"]:
        row.insert(1, "")
    sheets["Members"][0][1] = "Role"
    set_cell(sheets, "Start", 31, "Field", "Colour")
    set_cell(sheets, "Start", 31, "Value", "blue")
    sheets["Members"][0][1] = "Rolle"
    document = read_text(packed(sheets), file="r.xlsx")
    assert document.architecture() == small()
    assert document.notes == (
        "r.xlsx: the sheet 'My notes' was left: it is your own",
        "r.xlsx: Leads: the column 'Until when' was left: it is your own",
        "r.xlsx: Members: the column 'Rolle' was left: it is your own; did you mean Role?",
        "r.xlsx: Start: the row 'Colour' was left: it is your own",
    )


def test_a_column_that_stands_twice_is_named() -> None:
    sheets = written()
    for row in sheets["Members"]:
        row.append("")
    sheets["Members"][0][-1] = "Role"
    assert read_text(packed(sheets)).notes == (
        "<text>: Members: the column 'Role' stands twice; the first was read",
    )


def test_an_id_that_stands_twice_is_a_problem_in_the_second_row() -> None:
    sheets = written()
    cell = set_cell(sheets, "Groups", 4, "Name", "Education")
    set_cell(sheets, "Groups", 4, "Type", "Sector")
    cell = set_cell(sheets, "Groups", 4, "Id", "education")
    assert problems(sheets) == [
        f"r.xlsx[Groups!{cell}]: the id 'education' is used in row 4 already; "
        "write another one in the column Id"
    ]


def test_a_row_without_a_name_or_a_type_is_a_problem() -> None:
    sheets = written()
    cell = set_cell(sheets, "Groups", 4, "Note", "new")
    sheets["Mandates"].append(["", "unhcr"])
    found = problems(sheets)
    assert found[0].startswith("r.xlsx[Groups!B5]: the type is missing: write Forum or Sector")
    assert found[1].startswith("r.xlsx[Groups!C5]: the name is missing")
    assert "r.xlsx[Mandates!" in found[2]
    assert cell == "M5"


def test_a_formula_that_failed_is_a_problem() -> None:
    from io import BytesIO

    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        start = book.add_worksheet("Start")
        start.write_row(0, 0, ["Field", "Value"])
        start.write_row(1, 0, ["Interagency", 1])
        start.write_row(2, 0, ["Title"])
        start.write_formula(2, 1, "=1/0", None, "#DIV/0!")
        groups = book.add_worksheet("Groups")
        groups.write_row(0, 0, ["Type", "Name"])
        groups.write_row(1, 0, ["Sector"])
        groups.write_formula(1, 1, "=A1&B9", None, "Health")
        groups.write_row(2, 0, ["Sector", "Food"])
        groups.write_row(0, 2, ["Level"])
        groups.write_formula(2, 2, "=VLOOKUP(1,A1:B2,9)", None, "#REF!")
    with pytest.raises(InvalidDocument) as caught:
        loads(out.getvalue(), file="r.xlsx")
    assert [*map(str, caught.value.problems)] == [
        "r.xlsx[Groups!C3]: holds #REF!: the formula in it failed; write the value itself",
        "r.xlsx[Start!B3]: the formula in it failed; write the value itself",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{a: b", "a mapping in braces lacks a comma, or its closing }"),
        ("just words", "a mapping is expected here"),
        ("{acronym: A, acronym: B}", "is written twice"),
        ("{name: Other}", "says 'name', which has a column of its own here"),
        ("{seats: {lead: [nrc]}}", ""),
        ('{"acronym": "EWG"}', ""),
    ],
)
def test_what_has_no_column_stands_in_the_syntax_of_a_file(text: str, message: str) -> None:
    sheets = written()
    cell = set_cell(sheets, "Groups", "Education Working Group", "More", text)
    found = problems(sheets)
    if not message:
        assert not found
        return
    assert found[0].startswith(f"r.xlsx[Groups!{cell}]: ")
    assert message in found[0]


def test_the_head_may_hold_what_has_no_form_in_a_cell() -> None:
    odd = evolve(small(), title=" a;\x01b ", roles=(("x: y", "lead"),))
    assert loads(packed(written(odd))) == odd


def test_a_seat_that_states_nothing_comes_back_and_an_emptied_one_is_unknown() -> None:
    odd = evolve(small(), seats=(Seat(body="rcf", term="chair"),))
    assert loads(packed(written(odd))) == odd

    def empty(sheets: Grid) -> None:
        set_cell(sheets, "Leads", 1, "Held by", "")

    assert "rcf/co-chair/unknown" in seats(changed(empty))


class TestRefused:
    def test_a_workbook_of_something_else(self) -> None:
        for sheets, message in (
            ({"Sheet1": [["Sector", "Lead"]]}, "none of the sheets Start, Groups, Leads"),
            ({"Groups": [["Name"]]}, "the sheet Start is missing"),
            ({"Start": [["Field"]]}, "the row with the headers Field and Value is missing"),
        ):
            (problem,) = problems(sheets)
            assert message in problem

    def test_a_sheet_without_headers(self) -> None:
        sheets = written()
        sheets["Leads"] = [["a", "b"]]
        assert problems(sheets) == [
            "r.xlsx[Leads!A1]: the sheet has no row of headers, such as Group, Role, Held by"
        ]
        sheets["Leads"] = [[]]
        assert not problems(sheets)

    def test_a_missing_or_a_newer_version(self) -> None:
        sheets = written()
        cell = set_cell(sheets, "Start", "Interagency", "Value", "")
        assert problems(sheets)[0].startswith(f"r.xlsx[Start!{cell}]: nothing is no version")
        del sheets["Start"][row_of(sheets["Start"], "Interagency")]
        assert "no version of the format" in problems(sheets)[0]
        sheets = written()
        cell = set_cell(sheets, "Start", "Interagency", "Value", 99)
        with pytest.raises(
            UnsupportedVersion, match=rf"Start!{cell}\]: the document is in version"
        ):
            loads(packed(sheets), file="r.xlsx")

    def test_what_is_too_large(self) -> None:
        with pytest.raises(Unreadable, match="is larger than 10 bytes"):
            read_workbook(packed(written()), limits=WorkbookLimits(bytes=10))


def test_a_blank_header_and_a_blank_row_are_passed_over() -> None:
    sheets = written()
    for rows in sheets.values():
        for row in rows:
            row.insert(3, "")
    groups = sheets["Groups"]
    groups[2:2] = [[""] * len(groups[0])]
    assert loads(packed(sheets)) == small()
    groups[0][3] = ""
    document = read_text(packed(sheets))
    assert document.notes == ()


def test_what_is_wrong_with_a_cell_is_said_once_also_of_a_seat_without_a_group() -> None:
    sheets = written()
    cells = {
        set_cell(sheets, "Leads", 1, "Group", "Helth"),
        set_cell(sheets, "Leads", 1, "Held by", "Nemo"),
        set_cell(sheets, "Leads", 1, "Since", "soon"),
        set_cell(sheets, "Leads", 1, "Accountable", "maybe"),
    }
    found = problems(sheets)
    assert {each.partition("!")[2].partition("]")[0] for each in found} == cells
    assert len(found) == 4


def test_names_that_cannot_be_compared_are_not_guessed() -> None:
    """A long text has no place in a comparison that grows faster than its length."""
    sheets = written()
    long = "Ministry of " + "very " * 100 + "long names"
    set_cell(sheets, "Leads", 1, "Held by", long)
    set_cell(sheets, "Organizations", "CARE Moldova", "Country", long)
    set_cell(sheets, "Groups", "Protection Working Group", "Covers", long)
    set_cell(sheets, "Groups", "Education Working Group", "More", "{aliases: [3]}")
    found = problems(sheets)
    assert len(found) == 4
    assert not any("did you mean" in each for each in found)
    assert all(len(each) < 300 for each in found)


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("WFP, FAO", ["wfp", "fao"]),
        ("WHO and Save the Children", ["who", "save-the-children"]),
        ("UNHCR / IOM", ["unhcr", "iom"]),
        ("WHO; vacant", ["who", "vacant"]),
        ("Care, Moldova", ["care-x"]),
    ],
)
def test_several_names_in_a_cell_are_a_seat_each(text: str, holders: list[str]) -> None:
    sheets = written(
        loads(
            "interagency: 2\norganizations: {care-x: {name: 'CARE, Moldova'}}\n"
            "sectors: {food: {name: Food, seats: {lead: [unicef]}}}\n",
            format="yaml",
        )
    )
    set_cell(sheets, "Leads", 1, "Held by", text)
    set_cell(sheets, "Leads", 1, "Since", "2025")
    found = loads(packed(sheets)).seats
    assert [each.holder for each in found] == holders
    assert {str(each.since) for each in found} == {"2025"}


def test_several_names_of_which_one_is_unknown_are_one_problem() -> None:
    sheets = written()
    cell = set_cell(sheets, "Leads", 1, "Held by", "WHO, Nemo")
    (found,) = problems(sheets)
    assert found.startswith(f"r.xlsx[Leads!{cell}]: nothing is recorded as 'WHO, Nemo'")
