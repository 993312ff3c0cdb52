"""Years and months as people write them."""

import pytest

from interagency.importers.tabular.dates import is_month, month_in, year_in


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("RMRP_2021_AI_partners", 2021),
        ("Indicators2324", 2023),
        ("RMRP 23-24", 2023),
        ("Sheet 25 29", None),
        ("Activities", None),
        ("20219", None),
    ],
)
def test_a_year_is_read_from_a_name(text: str, year: int | None) -> None:
    assert year_in(text) == year


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("2022-08", None, "2022-08"),
        ("2022-08-31", None, "2022-08"),
        ("01/08/2022", None, "2022-08"),
        ("Agosto 2022", None, "2022-08"),
        ("dezembro", 2021, "2021-12"),
        ("8", 2022, "2022-08"),
        ("13/2022", None, None),
        ("Agosto", None, None),
        ("2022", None, None),
        ("", 2022, None),
        ("always", 2022, None),
        ("44713", None, "2022-06"),
        ("Jun-22", None, "2022-06"),
        ("mar/23", None, "2023-03"),
        ("04_Abril", 2022, "2022-04"),
    ],
)
def test_a_month_is_read_as_people_write_it(text: str, year: int | None, month: str | None) -> None:
    assert month_in(text, year) == month


@pytest.mark.parametrize("text", ["Ene", "Março", "01_Enero", "Sept. 2022", "Jan-22", "2022-03"])
def test_a_header_may_be_a_month(text: str) -> None:
    assert is_month(text)


@pytest.mark.parametrize("text", ["Marca temporal", "Margen", "Total", "2022", "Mayor"])
def test_a_word_that_begins_like_a_month_is_none(text: str) -> None:
    assert not is_month(text)
