"""The row of headers of a table, and what its columns are taken for."""

import pytest

from interagency.document import InvalidDocument
from tests.importers.grids import Rows
from tests.importers.table.tables import run, sheet

LEADS = [("Sector", "Lead", "Co-lead"), ("Health", "WHO", "SCI"), ("Protection", "UNHCR", "NRC")]


def meanings(rows: Rows, mapping: str = "") -> list[str]:
    return [each.meaning for each in sheet(rows, mapping).columns]


def test_headers_may_stand_below_titles_and_are_no_row_of_data_with_who_in_it() -> None:
    rows = [("Who leads what", "", ""), (), *LEADS]
    found = sheet(rows)
    assert (found.header, found.reads) == (3, "groups")


def test_tags_are_trusted_before_headers_and_may_stand_alone() -> None:
    rows = [
        ("Oblast", "Quién", "Sector"),
        ("#adm1+name", "#org", "#subsector"),
        ("Lviv", "NRC", ""),
    ]
    assert meanings(rows) == ["area", "organization", "sub-sector"]
    assert meanings(rows[1:]) == ["area", "organization", "sub-sector"]
    assert sheet(rows).tags == 2


def test_a_column_without_a_tag_is_read_by_its_header() -> None:
    rows = [("Country", "Who", "Sector"), ("", "#org", ""), ("Peru", "NRC", "Health")]
    assert meanings(rows) == ["country", "organization", "sector"]


def test_a_column_without_a_header_is_read_by_its_values_if_it_alone_fits() -> None:
    rows = [("Who", "", "Country"), ("NRC", "Health", "Peru"), ("IOM", "Education", "Chile")]
    found = sheet(rows)
    assert [each.meaning for each in found.columns] == ["organization", "sector", "country"]
    two = [(*cells, cells[1] or "") for cells in rows]
    assert meanings(two) == ["organization", "", "country", ""]


def test_of_two_columns_for_one_field_the_first_is_read() -> None:
    rows = [("Country", "ISO3", "Lead", "Sector"), ("Peru", "PER", "WHO", "Health")]
    assert meanings(rows) == ["country", "leave", "lead", "sector"]


def test_a_column_that_may_be_two_things_is_left_and_named() -> None:
    rows = [("Sector", "Lead", "Cluster district code"), ("Health", "WHO", "x")]
    assert [each.rivals for each in sheet(rows).unsure] == [("sector", "smaller area")]
    assert run(rows).unsure == ("a.csv, column C: Cluster district code",)


@pytest.mark.parametrize(
    ("rows", "reads"),
    [
        (LEADS, "groups"),
        ([("Group", "Role", "Organisation"), ("Health", "Lead", "WHO")], "groups"),
        ([("Group", "E-mail"), ("Health", "health.cluster@example.org")], "groups"),
        ([("Group",), ("Health",)], "groups"),
        ([("Organisation", "Sector"), ("NRC", "Health")], "presence"),
        ([("Organisation", "Acronym"), ("Casa Uno", "CU")], "organizations"),
        ([("Sector", "Country"), ("Health", "Peru")], ""),
        ([("One", "Two"), ("1", "2")], ""),
        ([], ""),
    ],
)
def test_only_columns_tell_what_rows_are_about(rows: Rows, reads: str) -> None:
    assert sheet(rows).reads == reads


def test_headers_that_are_repeated_are_no_data() -> None:
    found = run([*LEADS, LEADS[0]])
    assert found.accounting.rows[-1].detail == "repeats the headers"


class TestGroupsAsHeaders:
    def test_organizations_by_group_with_roles_in_the_cells(self) -> None:
        rows = [
            ("Organisation", "Health", "WASH"),
            ("WHO", "Lead", ""),
            ("UNICEF", "Member", "Lead"),
        ]
        assert meanings(rows) == ["organization", "in group Health", "in group WASH"]

    def test_roles_by_group_with_organizations_in_the_cells(self) -> None:
        rows = [("Role", "Health", "WASH"), ("Lead", "WHO", "UNICEF"), ("Co-lead", "SCI", "")]
        assert meanings(rows) == ["role", "in group Health", "in group WASH"]

    def test_organizations_by_sector_with_marks_in_the_cells(self) -> None:
        rows = [("Organisation", "Health", "WASH"), ("NRC", "x", ""), ("IOM", "1", "yes")]
        assert meanings(rows) == ["organization", "marks of sector HEA", "marks of sector WSH"]

    def test_other_cells_below_them_are_left(self) -> None:
        rows = [("Organisation", "Health", "WASH"), ("NRC", "many", "few"), ("IOM", "few", "many")]
        assert meanings(rows) == ["organization", "", ""]

    def test_without_organizations_and_roles_they_say_nothing(self) -> None:
        rows = [("Country", "Health", "WASH"), ("Peru", "x", ""), ("Chile", "x", "")]
        assert meanings(rows) == ["country", "", ""]


MAPPING = (
    "sheets: [{header_row: 2, columns: {Tema: sector, Jefe: lead, Nota: leave, "
    "Agua: 'group: WASH', Salud: 'sector: HEA'}}]"
)
MAPPED = [
    ("", ""),
    ("Tema", "Jefe", "Nota", "Agua", "Salud", ""),
    ("Salud", "WHO", "x", "", "", "y"),
]


def test_a_mapping_is_trusted_before_all() -> None:
    assert meanings(MAPPED, MAPPING) == [
        "sector",
        "lead",
        "leave",
        "in group WASH",
        "marks of sector HEA",
        "",
    ]


def test_a_mapping_without_a_row_finds_the_headers_it_names() -> None:
    assert sheet(MAPPED, MAPPING.replace("header_row: 2, ", "")).header == 2


def test_a_column_that_has_gone_or_is_new_is_a_problem_with_its_cell() -> None:
    rows = [MAPPED[0], ("Tema", "Chefe", "Nota", "Agua", "Salud"), MAPPED[2]]
    with pytest.raises(InvalidDocument) as error:
        sheet(rows, MAPPING)
    first, second = error.value.problems
    assert first.message == "column 'Jefe' of the mapping is missing"
    assert "column 'Chefe' in cell B2 is not in the mapping" in second.message


def test_words_of_a_profile_are_headers() -> None:
    rows = [("Tema", "Jefe"), ("Salud", "WHO")]
    assert meanings(rows, "words: {sector: [Tema], lead: [Jefe]}") == ["sector", "lead"]
