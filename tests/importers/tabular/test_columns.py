"""Columns by header and by value, and columns of marks."""

from decimal import Decimal

import pytest

from interagency.exchange import Imported
from interagency.importers.tabular.layout import layout_of
from tests.importers.grids import NAMES, Rows, columns, run, table


def test_of_two_columns_for_one_meaning_the_one_that_says_more_is_read() -> None:
    rows = [["Sector (SP)", "Sector", "Sector/Subsector/WG", "Country ISO3", "Country"]]
    assert columns(rows) == {"sector": 2, "country": 4}
    rows = [["Country", "Budget", "Total budget", "PCODE", "Admin1", "ISOCODE"]]
    assert columns(rows) == {"country": 0, "budget": 2, "admin 1": 4, "code of admin 1": 5}


def test_columns_with_unclear_headers_are_told_by_their_values() -> None:
    rows = [
        ["Where", "Place", "What", "Kind", "By"],
        ["Caribbean", "Aruba", "Education", "UN", "UNHCR"],
        ["Southern Cone", "Chile", "Health", "INGO", "Oxfam"],
        ["Caribbean", "Guyana", "", "NNGO", "IOM", "beyond"],
    ]
    assert columns(rows) == {
        "platform": 0,
        "country": 1,
        "sector": 2,
        "type of organization": 3,
        "organization": 4,
    }
    layout = layout_of(table(rows), NAMES.guesses())
    assert "column 'Place' is taken for the country, by its values" in layout.notes


def presence(read: Imported) -> list[tuple[str, str, str | None]]:
    found = read.architecture.presence
    return [(each.organization, "".join(each.covers), each.area) for each in found]


@pytest.mark.parametrize("mark", ["X", "x", "1", "Yes", "Sí", "✓", "1,200.50", "$ 300"])
def test_a_mark_below_a_sector_says_that_an_organization_is_active_in_it(mark: str) -> None:
    rows = [
        ("Organization", "Country", "GBV", "Salud", "Integração", "Girls"),
        ("IOM", "Brazil", mark, "", mark, "3"),
        ("UNHCR", "Brazil", "No", "0", "-", "3"),
    ]
    read = run(rows)
    assert presence(read) == [
        ("iom", "PRO-GBV", "BRA"),
        ("iom", "integration", "BRA"),
        ("unhcr", "", "BRA"),
    ]
    assert read.accounting.tables[0].notes[-1] == "not read: columns 'Girls'"
    assert read.accounting.rows[0].detail == "the headers: organization, country, sector"


def test_a_matrix_of_organizations_and_sectors_has_one_header_that_names_its_column() -> None:
    rows = [("Who is where",), ("Partner", "Health", "WASH"), ("IOM", "X", ""), ("WFP", "", "X")]
    assert presence(run(rows)) == [("iom", "HEA", None), ("wfp", "WSH", None)]


def test_a_mark_below_a_country_says_that_an_organization_works_there() -> None:
    rows = [
        ("Appealing organization", "Type", "Argentina", "Bolivia", "Perú"),
        ("IOM", "UN", "X", "", "X"),
        ("WFP", "UN", "", "X", ""),
    ]
    found = [(each.organization, each.country) for each in run(rows).architecture.appeals]
    assert found == [("iom", "ARG"), ("iom", "PER"), ("wfp", "BOL")]


@pytest.mark.parametrize(
    "months", [("Ene", "Feb", "Mar"), ("01_Enero", "02_Febrero", "03_Marzo"), ("Jan-22",) * 3]
)
def test_marks_below_months_say_from_when(months: tuple[str, ...]) -> None:
    rows = [("Socio principal", "País", "Sector", *months), ("IOM", "Perú", "Salud", "5", "3", "0")]
    (found,) = run(rows).architecture.presence
    # the last report is no end
    assert (str(found.since), found.until) == ("2022-01", None)


@pytest.mark.parametrize(
    "rows",
    [
        [("Organization", "Country", "Sector", "Health", "WASH"), ("IOM", "Peru", "GBV", "X", "X")],
        [("Organization", "Country", "AoR", "Health", "WASH"), ("IOM", "Peru", "GBV", "X", "X")],
    ],
    ids=["sector", "sub-sector"],
)
def test_where_a_column_names_the_sector_no_marks_do(rows: Rows) -> None:
    assert presence(run(rows)) == [("iom", "PRO-GBV", "PER")]


@pytest.mark.parametrize(
    "rows",
    [
        [("Organization", "Country", "Health"), ("IOM", "Peru", "X")],
        [("Organization", "Country", "Health", "WASH"), ("IOM", "Peru", "much done", "more")],
    ],
    ids=["one column alone", "other text"],
)
def test_other_columns_named_like_a_sector_are_no_marks(rows: Rows) -> None:
    assert run(rows).architecture.sectors == ()


def test_a_total_over_marked_sectors_is_told_and_belongs_to_none() -> None:
    rows = [
        ("Country", "Appealing organization", "Education", "Health", "Total requirements (USD)"),
        ("Guyana", "UNICEF", "100", "50", "150"),
        ("Guyana", "IOM", "", "25", "25"),
    ]
    read = run(rows)
    amounts = [
        (each.organization, "".join(each.covers), each.amount.amount if each.amount else None)
        for each in read.architecture.appeals
    ]
    assert amounts == [
        ("iom", "HEA", Decimal(25)),
        ("unicef", "EDU", None),
        ("unicef", "HEA", None),
    ]
    assert "is for several organizations, sectors or countries" in read.accounting.rows[1].detail
