"""What the columns of a table mean."""

from interagency.importers.tabular.layout import is_header, layout_of
from tests.importers.grids import NAMES, table


def test_a_table_without_headers_is_told_by_its_values_from_the_first_row() -> None:
    layout = layout_of(table([["Aruba", "Education"], ["Chile", "Health"]]), NAMES.guesses())
    assert layout.header == 0
    assert len(layout.columns) == 2


def test_columns_with_personal_data_are_told_and_not_read() -> None:
    rows = [["Partner", "Type", "Focal point", "E-mail", "Remarks", "", ""]]
    layout = layout_of(table(rows), NAMES.guesses())
    assert layout.notes == (
        "not read, personal data: columns 'Focal point', 'E-mail'",
        "not read: columns 'Remarks'",
    )


def test_headers_that_are_repeated_are_seen_in_any_language() -> None:
    layout = layout_of(table([["Country", "Sector", "Partner"]]), NAMES.guesses())
    assert is_header(("País", "Sector", ""), layout)
    assert not is_header(("País",), layout)
    assert not is_header(("Aruba", "Sector", "Partner"), layout)
    assert not is_header(("Sector", "Country"), layout)
