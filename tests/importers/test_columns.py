"""Columns are told by what their headers and values mean."""

from interagency.importers.r4v.layout import layout_of
from tests.importers.grids import NAMES, columns, table


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
