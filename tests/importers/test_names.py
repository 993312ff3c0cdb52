"""Countries, platforms, sectors, years and kinds are recognised in three languages."""

import pytest

from interagency.importers.r4v.kinds import kind_of
from interagency.importers.r4v.periods import Years, is_month, month_in, plan_years, year_in
from interagency.importers.r4v.places import Gazetteer, Places, is_regional
from interagency.importers.r4v.sectors import SectorNames, as_written, is_total
from interagency.vocabularies import shipped

PLACES = Places.of(shipped())
SECTORS = SectorNames(shipped())


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


@pytest.mark.parametrize(
    ("text", "id", "level"),
    [
        ("Southern cone", "r4v-southern-cone", "sub-regional"),
        ("Cono Sur", "r4v-southern-cone", "sub-regional"),
        ("Central america & Mexico", "r4v-central-america", "sub-regional"),
        ("México y Centroamérica", "r4v-central-america", "sub-regional"),
        ("Caribe", "r4v-caribbean", "sub-regional"),
        ("Regional", "r4v", "regional"),
        ("Plataforma regional", "r4v", "regional"),
        ("Peru", "r4v-per", "national"),
        ("GTRM Ecuador", "r4v-ecu", "national"),
        ("GIFMM", "r4v-col", "national"),
        ("R4V Platform Brasil", "r4v-bra", "national"),
    ],
)
def test_a_platform_is_known_by_what_it_is_called(text: str, id: str, level: str) -> None:
    platform = PLACES.platform(text)
    assert platform is not None
    assert (platform.id, platform.level) == (id, level)


@pytest.mark.parametrize("text", ["Yes", "Andean", "", "GTRM"])
def test_what_is_no_platform_is_none(text: str) -> None:
    assert PLACES.platform(text) is None


def test_the_region_stands_where_a_country_would() -> None:
    assert is_regional("Regional")
    assert not is_regional("")


def test_an_area_keeps_the_spelling_of_the_first_table() -> None:
    areas = Gazetteer({}, {})
    assert areas.learn("COL", "Valle del Cauca", "CO-VAC") == "COL/Valle del Cauca"
    assert areas.learn("COL", "VALLE DEL CAUCA", "") == "COL/Valle del Cauca"
    assert areas.learn("COL", "Valle", "co-vac") == "COL/Valle del Cauca"
    assert areas.learn("PER", "Valle del Cauca", "") == "PER/Valle del Cauca"
    assert areas.learn("CHL", "Tarapacá", "") == "CHL/Tarapacá"
    assert areas.learn("CHL", "Tarapaca (I)", "") == "CHL/Tarapacá"
    assert areas.learn("ARG", "A/B", "") == "ARG/A-B"


@pytest.mark.parametrize(
    ("text", "key", "sector", "code"),
    [
        ("Protection (General)", "pro-general", "pro", "PRO"),
        ("Protección (VBG)", "pro-gbv", "pro", "PRO-GBV"),
        ("Proteção (Violência Baseada em Gênero)", "pro-gbv", "pro", "PRO-GBV"),
        ("Protection - Child Protection", "pro-cpn", "pro", "PRO-CPN"),
        ("Child Protection", "pro-cpn", "pro", "PRO-CPN"),
        ("Protección (Trata y Tráfico de Personas)", "pro-hts", "pro", "PRO-HTS"),
        ("Protección (Espacio de Apoyo)", "support-spaces", "pro", "support-spaces"),
        ("Servicios Comunes (MI)", "im", "common-services", "im"),
        ("Common Services: Reporting", "reporting", "common-services", "reporting"),
        ("Common Services (XYZ)", "common-services-xyz", "common-services", None),
        ("Protection (Housing rights)", "pro-housing-rights", "pro", None),
        ("HLP", "pro-hlp", "pro", "PRO-HLP"),
        ("Agua y saneamiento", "wsh", None, "WSH"),
        ("Multipurpose Cash Assistance (MPC)", "mpc", None, "MPC"),
        ("Water, Sanitation and Hygiene (WASH)", "wsh", None, "WSH"),
        ("Shelter (SHL)", "shl", None, "SHL"),
        ("Education ()", "edu", None, "EDU"),
        ("Logistics", "log", None, "LOG"),
        ("Hygiene", "wsh", None, "WSH"),
        ("Child Protection (General)", "pro-cpn-general", "pro-cpn", None),
    ],
)
def test_a_sector_is_known_by_any_of_its_names(
    text: str, key: str, sector: str | None, code: str | None
) -> None:
    found = SECTORS.find(text)
    assert found is not None
    assert (found.key, found.sector and found.sector.key, found.code) == (key, sector, code)


def test_a_short_name_is_clear_beside_its_sector_only() -> None:
    protection = SECTORS.find("Protection")
    assert protection is not None
    found = SECTORS.find("General", protection)
    assert found is not None
    assert found.key == "pro-general"
    assert SECTORS.find("General") is None
    assert SECTORS.find("Something (else)") is None


def test_a_sector_that_no_list_knows_keeps_its_name() -> None:
    protection = SECTORS.find("Protection")
    assert as_written("Sport", None).key == "sport"
    assert as_written("Sport", protection).key == "pro-sport"


def test_a_total_is_no_sector() -> None:
    assert is_total("Country level")
    assert not is_total("Health")


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


def test_a_plan_of_two_years_is_one_plan() -> None:
    assert plan_years(2023) == plan_years(2024) == Years(2023, 2024)
    assert plan_years(2022).title == "2022"
    assert plan_years(2024).title == "2023-2024"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("INGO", "international-ngo"),
        ("NNGO", "national-ngo"),
        ("Faith-Based Organisation", "faith-based"),
        ("Faith Based Organizations", "faith-based"),
        ("UN", "un-agency"),
        ("Agência da ONU", "un-agency"),
        ("Academia", "academia"),
        ("Sociedad civil", "civil-society"),
        ("Cruz Vermelha", "red-cross-red-crescent"),
        ("Something", None),
        ("", None),
    ],
)
def test_a_kind_of_organization_is_known_in_three_languages(text: str, code: str | None) -> None:
    assert kind_of(text, shipped()) == code


@pytest.mark.parametrize("text", ["Ene", "Março", "01_Enero", "Sept. 2022", "Jan-22", "2022-03"])
def test_a_header_may_be_a_month(text: str) -> None:
    assert is_month(text)


@pytest.mark.parametrize("text", ["Marca temporal", "Margen", "Total", "2022", "Mayor"])
def test_a_word_that_begins_like_a_month_is_none(text: str) -> None:
    assert not is_month(text)
