"""Tables one below the other on one sheet are read each by its own headers."""

from interagency.importers.r4v.reading import imported
from interagency.importers.r4v.stacks import stacked
from tests.importers.grids import Rows, table

PARTNERS = [
    ("List of partners",),
    ("Organization", "Acronym", "Type", "Country"),
    ("UNHCR", "UNHCR", "UN", "Peru"),
    ("Voces", "", "NNGO", "Peru"),
]
WORK = [
    ("Country", "Admin1", "Appealing organization", "Sector", "Month"),
    ("Peru", "Lima", "UNHCR", "Health", "2022-03"),
    ("Peru", "Tumbes", "Voces", "Education", "2022-03"),
]
BOTH: Rows = [*PARTNERS, (), ("Activities",), *WORK, (), ("Total", "", "", "", "2")]


def test_each_is_read_by_its_own_headers() -> None:
    read = imported((table(BOTH, file="5W_2022.xlsx", name="S"),))
    assert [(each.sheet, each.rows, each.blank) for each in read.accounting.tables] == [
        ("S", 4, 1),
        ("S, table 2", 5, 1),
    ]
    assert [(each.sheet, each.row, str(each.outcome)) for each in read.accounting.rows] == [
        ("S", 1, "rejected"),
        ("S", 2, "read"),
        ("S", 3, "read"),
        ("S", 4, "read"),
        ("S, table 2", 6, "rejected"),
        ("S, table 2", 7, "read"),
        ("S, table 2", 8, "read"),
        ("S, table 2", 9, "read"),
        ("S, table 2", 11, "rejected"),
    ]
    kinds = {each.id: each.kind for each in read.architecture.organizations}
    assert kinds == {"unhcr": "un-agency", "voces": "national-ngo"}
    assert len(read.architecture.presence) == 2


def test_without_a_name_the_second_has_its_number() -> None:
    assert [each.name for each in stacked(table(BOTH))] == ["", "table 2"]


def test_headers_that_are_said_again_divide_nothing() -> None:
    assert len(stacked(table([*WORK, (), ("More",), *WORK]))) == 1


def test_headers_in_another_language_divide_nothing() -> None:
    head = ("País", "Departamento", "Organización solicitante", "Sector", "Mes")
    assert len(stacked(table([*WORK, (), head, *WORK[1:]]))) == 1


def test_rows_of_data_divide_nothing() -> None:
    rows = [*WORK, (), ("Sector", "Country", "Voces", "", ""), ("a", "b", "c", "d", "e")]
    assert len(stacked(table(rows))) == 1


def test_rows_without_a_gap_are_one_table() -> None:
    assert len(stacked(table([*PARTNERS, *WORK]))) == 1


def test_a_sheet_without_headers_is_one_table() -> None:
    assert len(stacked(table([("a", "b"), (), ("c", "d")]))) == 1
