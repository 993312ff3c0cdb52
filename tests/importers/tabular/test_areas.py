"""Areas of the first level, with the country they lie in."""

import pytest

from interagency.exchange import Imported
from interagency.plugins.running import check
from tests.importers.grids import Rows, imported, run, table

HEAD = ("Country", "Admin1", "Appealing_org", "Sector")


def areas(read: Imported) -> list[str | None]:
    return [each.area for each in read.architecture.presence]


def of(country: str, admin1: str, *others: tuple[str, str]) -> list[str | None]:
    places = [(country, admin1), *others]
    return areas(run([HEAD, *((*place, "UNHCR", "Health") for place in places)]))


@pytest.mark.parametrize(
    "text",
    [
        "Country level",
        "Nivel nacional",
        "Todo el país",
        "National",
        "Varios departamentos",
        "All states",
        "N/A",
        "Sin especificar",
        "No aplica",
        "Regional level",
    ],
)
def test_a_cell_may_say_that_it_names_no_area(text: str) -> None:
    assert of("Peru", text) == ["PER"]


@pytest.mark.parametrize("text", ["Distrito Nacional", "Estado de México", "La Paz", "Los Lagos"])
def test_an_area_may_hold_such_words(text: str) -> None:
    assert of("Mexico", text) == [f"MEX/{text}"]


@pytest.mark.parametrize("text", ["Lima; Tumbes", "Lima\nTumbes", "Lima | Tumbes"])
def test_signs_that_no_name_holds_part_areas(text: str) -> None:
    assert of("Peru", text) == ["PER/Lima", "PER/Tumbes"]


@pytest.mark.parametrize(
    "text", ["Lima, Tumbes", "Lima y Tumbes", "Lima / Tumbes", "Lima & Tumbes"]
)
def test_signs_that_names_hold_part_areas_that_are_known_from_any_row(text: str) -> None:
    known = (("Peru", "LIMA"), ("Peru", "Tumbes"))
    assert set(of("Peru", text, *known)) == {"PER/LIMA", "PER/Tumbes"}


@pytest.mark.parametrize("text", ["Bogotá, D.C.", "San Andrés, Providencia y Santa Catalina"])
def test_a_name_that_holds_such_a_sign_is_one_area(text: str) -> None:
    assert of("Colombia", text, ("Colombia", "Arauca")) == ["COL/Arauca", f"COL/{text}"]


def test_beside_several_countries_an_area_is_told_and_not_read() -> None:
    read = run([HEAD, ("Peru; Chile", "Lima", "UNHCR", "Health")])
    assert areas(read) == ["CHL", "PER"]
    assert "area 'Lima' may lie in any country" in read.accounting.rows[1].detail


WITHOUT = ("Departamento", "Socio Principal Nombre", "Sector")


def of_file(file: str, name: str = "", head: Rows = (WITHOUT,)) -> Imported:
    rows = [*head, ("Arauca", "ACNUR", "Salud")]
    return imported((table(rows, file=file, name=name),))


@pytest.mark.parametrize(
    ("file", "sheet"),
    [
        ("5W_Colombia_-_RMRP_2022.csv", ""),
        ("2022/GIFMM COLOMBIA.csv", ""),
        ("5W.xlsx", "Colombia"),
        ("5W_Peru.xlsx", "Colombia"),
    ],
)
def test_where_no_column_tells_the_country_the_name_of_the_table_does(
    file: str, sheet: str
) -> None:
    read = of_file(file, sheet)
    assert areas(read) == ["COL/Arauca"]
    assert read.accounting.tables[0].notes[-1] == (
        "no column tells the country: COL, by the name of the table"
    )


@pytest.mark.parametrize("file", ["5W_Colombia_Peru.csv", "5W.csv", "Central America & Mexico.csv"])
def test_where_nothing_tells_the_country_the_area_is_told_and_not_read(file: str) -> None:
    read = of_file(file)
    assert areas(read) == [None]
    assert "area 'Arauca' may lie in any country" in read.accounting.rows[1].detail


def test_a_national_platform_tells_the_country() -> None:
    rows = [("Plataforma", *WITHOUT), ("GIFMM", "Arauca", "ACNUR", "Salud")]
    assert areas(imported((table(rows, file="Peru.csv"),))) == ["COL/Arauca"]


def test_the_code_of_an_area_tells_the_country() -> None:
    rows = [("ISO Code", *WITHOUT), ("CO-ARA", "Arauca", "ACNUR", "Salud")]
    assert areas(run(rows)) == ["COL/Arauca"]


def test_a_country_in_the_column_of_areas_needs_none_beside_it() -> None:
    assert areas(run([WITHOUT, ("Perú", "ACNUR", "Salud")])) == ["PER"]


def test_of_a_platform_without_countries_nothing_is_found() -> None:
    """A list of partners names platforms, rows of activities countries: none lies in two."""
    partners = [
        ("Name", "Type", "Platform"),
        ("Alfa", "NNGO", "Caribbean"),
        ("Beta", "UN", "Chile"),
    ]
    work = [HEAD, ("Aruba", "", "Alfa", "Health"), ("Chile", "", "Beta", "Health")]
    read = run(partners, work).architecture
    assert {each.id: each.areas for each in read.forums} == {
        "r4v": ("ABW", "CHL", "unknown"),
        "r4v-caribbean": ("unknown",),
        "r4v-chl": ("CHL",),
    }
    results = [each for each in check(read).results if each.rule.startswith("plan-country-in-")]
    assert [each.findings for each in results] == [(), ()]
