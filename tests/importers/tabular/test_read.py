"""Every row of every table is accounted for, and the same tables give the same architecture."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.exchange import Accounting, Imported, Outcome, RowOutcome, TableAccount
from interagency.importers.r4v.profile import PROFILE
from interagency.importers.tabular.read import read
from interagency.importers.tabular.source import Table, UnreadableTable
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


def read_csv(tmp_path: Path, name: str, text: str) -> Imported:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(path, PROFILE)


@pytest.mark.parametrize(
    "text",
    [
        "Country,Appealing_org,Sector\nPeru,UNHCR,Health\n",
        "Platform,Sector\nSouthern Cone,Health\n",
        "Platform,Country,Sector\nBrazil,Brazil,Health\n",
        "Country,Admin1\nPeru,Lima\nChile,Tarapaca\nBrazil,Acre\nEcuador,Loja\nColombia,Meta\n",
        "RMRP partner,Sector\nUNHCR,Health\n",
    ],
)
def test_a_table_says_whose_it_is_by_words_or_by_columns_and_countries(
    text: str, tmp_path: Path
) -> None:
    assert read_csv(tmp_path, "a.csv", text).accounting.count(Outcome.READ)


@pytest.mark.parametrize(
    "text",
    [
        "Organisation,Cluster,Pays,Region\nAide Exemple,Sante,Tchad,Lac\n",
        "Organization,Sector,Country\nExample Aid,Health,Ukraine\n",
        "Organization,Sector,Country\nExample Aid,Health,Peru\n",
        "Appealing organization,Sector,Country\nExample Aid,Health,Venezuela\n",
        "Appealing organization,Sector\nExample Aid,Health\n",
        "Country,Sector,Lead agency\nPeru,Health,WHO\n",
    ],
)
def test_a_table_in_which_nothing_says_whose_it_is_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="nothing here says R4V"):
        read_csv(tmp_path, "a.csv", text)


def test_headers_alone_are_read_for_nothing(tmp_path: Path) -> None:
    found = read_csv(tmp_path, "rmrp.csv", "Country,Admin1,Appealing_org,Subsector\nTotal,,,\n")
    assert [str(row.outcome) for row in found.accounting.rows] == ["rejected", "rejected"]
    assert found.accounting.rows[0].detail.endswith("no row below says anything")


def test_who_leads_appeals_for_nothing(tmp_path: Path) -> None:
    text = "Country,Cluster,Lead Agency,Co-Lead Agency\nColombia,Protection,UNHCR,NRC\n"
    found = read_csv(tmp_path, "rmrp_2022.csv", text)
    assert (found.architecture.appeals, found.architecture.presence) == ((), ())
    assert "not read: columns 'Lead Agency', 'Co-Lead Agency'" in found.accounting.tables[0].notes


def test_a_row_of_tags_with_one_other_word_is_no_data(tmp_path: Path) -> None:
    text = "Country,Appealing_org,Plan\n#country+name,#org+name,Column1\nPeru,Casa Uno,RMRP\n"
    found = read_csv(tmp_path, "a.csv", text)
    assert [each.id for each in found.architecture.organizations] == ["casa-uno"]


def test_an_address_is_no_header(tmp_path: Path) -> None:
    text = (
        "country,group,group_type,parent_group,role,source_url\n"
        "Colombia,Child Protection AoR,aor,Protection Cluster,lead,https://joomla.emro.who.int/x\n"
    )
    assert read_csv(tmp_path, "rmrp.csv", text).architecture.organizations == ()
