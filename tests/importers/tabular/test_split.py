"""Several tables on one sheet."""

from interagency.exchange import Imported, Outcome
from interagency.importers.tabular.split import stacked
from tests.importers.grids import Rows, imported, table


def read(rows: Rows, file: str = "5W_2022.xlsx", hidden: bool = False) -> Imported:
    return imported((table(rows, file=file, name="5W", hidden=hidden),))


class TestTablesSideBySide:
    """R4V's template of 2022 has its lists so: two of organizations, three of places."""

    LEFT = (
        ("IDORG", "Name", "Acronym/Short Name", "Type", "Platform"),
        ("ORG1", "First Organization", "FO", "NNGO", "Peru"),
        ("ORG2", "Second Organization", "SO", "INGO", ""),
    )
    RIGHT = (
        ("IDIP", "IDORG", "Name", "Acrónimo/nombre corto", "Tipo", "Plataforma"),
        ("IP1", "ORG1", "First Organization", "FO", "NNGO", "Peru"),
        ("IP2", "", "Third Organization", "TO", "NNGO", "Brazil"),
        ("IP3", "", "Fourth Organization", "", "Civil Society", "Caribbean"),
    )

    def both(self, gap: str = "") -> Imported:
        left = [*self.LEFT, ("",) * 5, ("",) * 5]
        right = [("",) * 6, *self.RIGHT]
        return read([[*one, gap, *two] for one, two in zip(left, right, strict=True)])

    def test_each_is_read_by_its_own_headers(self) -> None:
        found = self.both()
        assert [(each.sheet, each.rows, each.blank) for each in found.accounting.tables] == [
            ("5W", 3, 2),
            ("5W, columns G to L", 4, 1),
        ]
        appeals = {(each.organization, each.participation) for each in found.architecture.appeals}
        assert appeals == {
            ("fo", None),
            ("so", None),
            ("fo", "implementing"),
            ("to", "implementing"),
            ("fourth-organization", "implementing"),
        }

    def test_every_row_of_each_has_one_outcome(self) -> None:
        rows = [(row.sheet, row.row, str(row.outcome)) for row in self.both().accounting.rows]
        assert rows == [
            *[("5W", number, "read") for number in (1, 2, 3)],
            ("5W, columns G to L", 2, "read"),
            ("5W, columns G to L", 3, "merged"),
            *[("5W, columns G to L", number, "read") for number in (4, 5)],
        ]

    def test_a_column_with_anything_in_it_divides_nothing(self) -> None:
        assert [each.sheet for each in self.both(gap="-").accounting.tables] == ["5W"]

    def test_an_empty_column_inside_a_table_divides_nothing(self) -> None:
        rows = [("Country", "", "Sector"), ("Peru", "", "Health"), ("Chile", "", "Education")]
        assert [each.sheet for each in read(rows).accounting.tables] == ["5W"]

    def test_one_header_said_twice_is_no_second_table(self) -> None:
        rows = [("Country", "Sector", "", "Country", "Value"), ("Peru", "Health", "", "x", "3")]
        assert [each.sheet for each in read(rows).accounting.tables] == ["5W"]

    def test_three_lists_of_places_are_three(self) -> None:
        head = ("ISO-CODE", "Country", "", "Country", "ISOCode", "Admin1")
        far = ("", "Country", "Admin1", "Admin1ISOCode")
        wide = (*("",) * 20, *far[1:])
        rows = [
            (*head, *far, *wide),
            ("PE", "Peru", "", "Peru", "PE-LIM", "Lima", "", "Chile", "Aisén", "CL-AI"),
            ("", "", "", "Peru", "PE-TAC", "Tacna", "", "", "", "", *("",) * 20, "Brazil", "Acre"),
        ]
        found = read(rows)
        assert [each.sheet for each in found.accounting.tables] == [
            "5W",
            "5W, columns D to F",
            "5W, columns H to J",
            "5W, columns AE to AG",
        ]
        assert all(row.outcome is not Outcome.REJECTED for row in found.accounting.rows)


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
