"""One list of words for nothing and for totals."""

import pytest

from interagency.importers.tabular.blanks import is_blank, is_error, is_nothing, is_total


@pytest.mark.parametrize(
    "text",
    [
        "NA",
        "N/A",
        "nan",
        "NULL",
        "None",
        "-",
        "--",
        ".",
        "0",
        "n/d",
        "N.D.",
        "S/D",
        "s/i",
        "Sin dato",
        "No aplica",
        "Not applicable",
        "TBD",
        "Por definir",
        "x",
        "?",
        "Unknown",
        "Desconocido",
        "(blank)",
        "(en blanco)",
        "Sans objet",
        "Não informado",
    ],
)
def test_a_word_for_nothing_is_no_value(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["Total", "Grand Total", "Sub-total", "Total general", "المجموع"])
def test_a_total_names_nothing(text: str) -> None:
    assert is_total(text)
    assert is_blank(text)


@pytest.mark.parametrize("text", ["#REF!", "#N/A", "#DIV/0!", "#NAME?", "Err:502", " #VALUE! "])
def test_an_error_of_a_formula_is_no_value(text: str) -> None:
    assert is_error(text)
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["Health", "Nada", "NRC", "Totalitarian", "#org", "1"])
def test_a_value_is_one(text: str) -> None:
    assert not is_blank(text)
