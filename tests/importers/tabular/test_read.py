"""Every row of every table is accounted for, and the same tables give the same architecture."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from interagency.exchange import Accounting, Imported, Outcome, RowOutcome, TableAccount
from interagency.importers.tabular.source import Table
from interagency.model import Architecture
from tests.importers.grids import imported, table

WORDS = st.sampled_from(
    [
        *("Country", "Admin1", "Sector", "Subsector", "Appealing org", "Implementing partner"),
        *("Name", "Nombre", "Acronym", "Type", "Platform", "Year", "Month", "spanish", "english"),
        *("variable", "Total budget", "Organization:", "Focal point", "RMRP activity", "IDORG"),
        *("Peru", "Perú; Chile", "Regional", "Caribbean", "Lima", "Health", "Protección (VBG)"),
        *("UNHCR", "Fundación", "CAREF; UNHCR", "New organisation", "N/A", "NNGO", "Yes", "No"),
        *("2022", "2022-08", "40", "-1", "#org", "Total", "sector", "Partner", "", "", "", " "),
    ]
)


CELLS = WORDS | st.text(max_size=12)


ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=12)


TABLES = st.lists(ROWS, max_size=4).map(
    lambda found: tuple(table(rows, f"{index}_2022.csv") for index, rows in enumerate(found))
)


def counted(tables: Iterable[TableAccount]) -> dict[str, tuple[int, int]]:
    """Return how many rows and blank rows each file has."""
    found: dict[str, tuple[int, int]] = {}
    for each in tables:
        rows, blank = found.get(each.file, (0, 0))
        found[each.file] = (rows + each.rows, blank + each.blank)
    return found


@given(TABLES)
def test_every_row_of_every_table_has_exactly_one_outcome(tables: tuple[Table, ...]) -> None:
    accounting = imported(tables).accounting
    expected = [(each.file, number) for each in tables for number, _ in each.rows]
    assert [(row.file, row.row) for row in accounting.rows] == expected
    # headers in another order below a gap begin another table of the same file
    assert counted(accounting.tables) == {
        each.file: (len(each.rows), each.blank) for each in tables
    }
    assert all(row.detail for row in accounting.rows)


@given(TABLES)
def test_the_same_tables_give_the_same_architecture(tables: tuple[Table, ...]) -> None:
    assert imported(tables) == imported(tables)


def row(number: int, outcome: Outcome, file: str = "a.xlsx", sheet: str = "One") -> RowOutcome:
    return RowOutcome(file=file, sheet=sheet, row=number, outcome=outcome, detail="so")


ACCOUNTING = Accounting(
    tables=(
        TableAccount(file="a.xlsx", sheet="One", rows=3, blank=2, notes=("not read: x",)),
        TableAccount(file="a.xlsx", sheet="Two", rows=0, hidden=True),
        TableAccount(file="b.csv", sheet="", rows=1),
    ),
    rows=(
        row(1, Outcome.READ),
        row(2, Outcome.MERGED),
        row(3, Outcome.MERGED),
        row(1, Outcome.REJECTED, "b.csv", ""),
    ),
)


def test_the_summary_has_a_line_for_each_table_and_one_for_all() -> None:
    assert ACCOUNTING.summary().splitlines() == [
        "a.xlsx / One: 3 rows: 1 read, 2 merged, 0 rejected, and 2 blank",
        "  not read: x",
        "a.xlsx / Two (hidden): 0 rows: 0 read, 0 merged, 0 rejected",
        "b.csv: 1 rows: 0 read, 0 merged, 1 rejected",
        "in all: 4 rows: 1 read, 2 merged, 1 rejected",
    ]


def test_outcomes_are_counted_in_all_by_file_and_by_sheet() -> None:
    assert ACCOUNTING.count(Outcome.MERGED) == 2
    assert ACCOUNTING.count(Outcome.MERGED, "b.csv") == 0
    assert ACCOUNTING.count(Outcome.READ, "a.xlsx", "One") == 1
    assert ACCOUNTING.count(Outcome.READ, "a.xlsx", "Two") == 0


def test_an_importer_may_have_nothing_to_account_for() -> None:
    assert Imported(architecture=Architecture()).accounting.summary() == (
        "in all: 0 rows: 0 read, 0 merged, 0 rejected"
    )
