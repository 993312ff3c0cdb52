"""The header is the row that says most, wherever it stands."""

import pytest

from interagency.importers.r4v.layout import layout_of
from tests.importers.grids import NAMES, Rows, columns, table


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
