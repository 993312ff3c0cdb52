"""The row of headers, on one line or two."""

from pathlib import Path

import pytest

from interagency.exchange import Imported
from interagency.importers.r4v import IMPORTER
from interagency.importers.tabular.headers import headings, last_line
from interagency.importers.tabular.layout import layout_of
from tests.importers.grids import NAMES, Rows, columns, run, table, workbook


def test_the_header_is_found_below_titles_and_groups_of_columns() -> None:
    rows = [["R4V partners 2024"], ["WHO?", "", "WHERE?"], [], ["Partner", "Type", "Country"]]
    assert layout_of(table(rows), NAMES.guesses()).header == 4


def test_a_list_of_one_column_needs_one_header_only() -> None:
    assert columns([["Sector"], ["Education"], ["Health"]]) == {"sector": 0}
    assert columns([["Year"], ["2023"]]) == {}


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Sector"]],
        [["error_type", "error_id"], ["Completeness", "1"]],
        [["Aruba"], ["Chile"]],
        [["Direct Assistance", "15;16"], ["Campaign", "24"]],
    ],
)
def test_a_table_that_says_nothing_of_coordination_has_no_columns(rows: Rows) -> None:
    assert columns(rows) == {}


BODY = ("UNICEF", "UNICEF", "UN", "Voces", "NNGO", "Peru", "Health", "2022-03")


GROUPS = (
    "Appealing organization",
    "",
    "",
    "Implementing partner",
    "",
    "Country",
    "Sector",
    "Month",
)


PARTS = ("Name", "Acronym", "Type", "Name", "Type", "", "", "")


def parts(read: Imported) -> list[tuple[str, str | None, str | None]]:
    found = read.architecture
    assert {each.area for each in found.presence} == {"PER"}
    kinds = {each.id: each.kind for each in found.organizations}
    return sorted((p.organization, p.participation, kinds[p.organization]) for p in found.presence)


def test_the_group_tells_apart_what_the_line_below_says_twice() -> None:
    read = run([GROUPS, PARTS, BODY])
    assert parts(read) == [("unicef", "appealing", "un-agency"), ("voces", "implementing", None)]
    assert [str(each.outcome) for each in read.accounting.rows] == ["rejected", "read", "read"]


def test_so_it_does_where_the_line_below_says_more() -> None:
    groups = ("Organización solicitante", "", "", "Socio implementador", "", "¿Dónde?", "¿Qué?", "")
    below = ("Nombre", "Sigla", "Tipo", "Nombre", "Tipo", "País", "Sector", "Mes")
    assert [part for _, part, _ in parts(run([groups, below, BODY]))] == [
        "appealing",
        "implementing",
    ]


def test_what_stands_once_needs_no_group() -> None:
    rows = table([("WHO?", "", "WHERE?"), ("Type", "Name", "Country")])
    assert headings(rows, 1) == ("Type", "Name", "Country")


def test_a_title_is_no_group() -> None:
    rows = table([("List of partners",), ("Name", "Name", "Country")])
    assert headings(rows, 1) == ("Name", "Name", "Country")


def test_a_group_that_says_nothing_is_left_out() -> None:
    rows = table([("xyz", "", "Country"), ("Name", "Name", "")])
    assert headings(rows, 1) == ("Name", "Name", "Country")


def test_a_line_of_groups_may_be_longer() -> None:
    rows = table([("", "Partner", "Country"), ("Name", "Name")])
    assert headings(rows, 1) == ("Name", "Partner Name", "Country")


@pytest.mark.parametrize(
    "below",
    [
        ("País", "Sector", "Mes"),
        ("Peru", "Health", "", "Name"),
        ("", "", "", "Name"),
    ],
)
def test_a_row_that_divides_nothing_is_no_header(below: tuple[str, ...]) -> None:
    assert last_line(table([("Country", "Sector", "Month"), below]), 0) == 0


def test_a_blank_row_ends_the_headers() -> None:
    rows: Rows = [GROUPS, (), PARTS]
    assert last_line(table(rows), 0) == 0
    assert headings(table(rows), 1) == PARTS


def test_headers_may_stand_far_down() -> None:
    rows = [("Read this",)] * 120 + [
        ("Country", "Appealing_org", "Sector"),
        ("Peru", "IOM", "WASH"),
    ]
    assert [each.organization for each in run(rows).architecture.presence] == ["iom"]


def test_cells_that_are_merged_into_one_say_the_same_on_each_row(tmp_path: Path) -> None:
    rows = [
        ("Organización", "País", "Departamento", "Sector"),
        ("ACNUR", "Colombia", "Arauca", "Salud"),
        ("", "", "Nariño", "Salud"),
        ("", "Perú", "Tacna", "Salud"),
        (),
        ("OIM", "Perú", "Lima", "Salud"),
    ]
    book = workbook(
        tmp_path / "RMRP_5W_2021.xlsx", [("5W", False, rows)], merged=("A2:A5", "B2:B3", "Z2:Z4")
    )
    read = IMPORTER.read(book)
    assert [(each.organization, each.area) for each in read.architecture.presence] == [
        ("iom", "PER/Lima"),
        ("unhcr", "COL/Arauca"),
        ("unhcr", "COL/Nariño"),
        ("unhcr", "PER/Tacna"),
    ]
    assert read.accounting.tables[0].blank == 1
