"""Countries and areas by name."""

import pytest

from interagency.importers.tabular.places import Gazetteer, Places
from interagency.vocabularies import shipped
from tests.importers.grids import NAMES

PLACES = Places.of(shipped())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Argentina ", "ARG"),
        ("Curacao", "CUW"),
        ("Curaçao", "CUW"),
        ("Aruba (The Netherlands)", "ABW"),
        ("Aruba, Países Bajos", "ABW"),
        ("Perú", "PER"),
        ("MEXICO", "MEX"),
        ("Equador", "ECU"),
        ("Trinidad y Tobago", "TTO"),
        ("República Dominicana", "DOM"),
        ("COL", "COL"),
        ("BR", "BRA"),
        ("No", None),
        ("SI", None),
        ("per", None),
        ("Regional", None),
        ("Narnia", None),
    ],
)
def test_a_country_is_known_by_any_of_its_names_and_codes(text: str, code: str | None) -> None:
    assert PLACES.country(text) == code


def test_the_region_stands_where_a_country_would() -> None:
    assert PLACES.is_regional("Regional")
    assert not PLACES.is_regional("")


def test_a_profile_may_have_more_words_for_the_region() -> None:
    assert not PLACES.is_everywhere("R4V")
    assert NAMES.places.is_everywhere("R4V")


def test_an_answer_is_no_country() -> None:
    assert [PLACES.country(text) for text in ("NO", "SI", "NA")] == [None, None, None]


def test_only_countries_of_the_response_have_two_letters() -> None:
    assert PLACES.country("JO") == PLACES.country_of_code("JO-01") == "JOR"
    assert NAMES.places.country("JO") is None


def test_an_area_keeps_the_spelling_of_the_first_table() -> None:
    areas = Gazetteer({}, {})
    assert areas.learn("COL", "Valle del Cauca", "CO-VAC") == "COL/Valle del Cauca"
    assert areas.learn("COL", "VALLE DEL CAUCA", "") == "COL/Valle del Cauca"
    assert areas.learn("COL", "Valle", "co-vac") == "COL/Valle del Cauca"
    assert areas.learn("PER", "Valle del Cauca", "") == "PER/Valle del Cauca"
    assert areas.learn("CHL", "Tarapacá", "") == "CHL/Tarapacá"
    assert areas.learn("CHL", "Tarapaca (I)", "") == "CHL/Tarapacá"
    assert areas.learn("ARG", "A/B", "") == "ARG/A-B"
