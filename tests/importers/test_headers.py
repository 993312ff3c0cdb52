"""Layouts change by year and language: columns are told by what their headers and values mean."""

import pytest

from interagency.importers.r4v.layout import is_header, layout_of
from interagency.importers.r4v.meanings import Meaning, header_of
from interagency.importers.r4v.sheets import Names
from interagency.vocabularies import shipped
from tests.importers.grids import Rows, table

NAMES = Names.of(shipped())


def columns(rows: Rows) -> dict[str, int]:
    layout = layout_of(table(rows), NAMES.guesses())
    return {
        str(meaning) + (f" {tongue}" if tongue else ""): index
        for (meaning, tongue), index in layout.columns.items()
    }


@pytest.mark.parametrize(
    ("meaning", "headers"),
    [
        (
            Meaning.APPEALING,
            "Appealing_org|Appealing organisation Name|Socio principal Nombre|Lead partner|"
            "Organización solicitante|Organização Apelante|Reporting organisation|Appealing|"
            "AO Name",
        ),
        (
            Meaning.IMPLEMENTING,
            "Implementing_partner|Socio Implementador Nombre|Parceiro implementador|"
            "Executing agency|Organización ejecutora|Implementador|Implementing",
        ),
        (Meaning.COUNTRY, "Country|País Country|Country Country|País|Country of operation"),
        (Meaning.ADMIN1, "Admin1|Dpto|País Admin1|Departamento|Estado|Province (Admin 1)|Región"),
        (Meaning.ADMIN1_CODE, "PCODE|ISOCode|ISO Code|Admin1 P-Code|Código ISO|PCODE1|Código DANE"),
        (Meaning.ADMIN2, "Admin2 Admin2|Municipio|Ciudad|District"),
        (Meaning.SECTOR, "Sector|Indicador Sector|Sector...Subsector...WG|Setor|Sector/Sub-sector"),
        (Meaning.SUBSECTOR, "Subsector|Sub-sector|Subsetor|AoR|Area of Responsibility"),
        (Meaning.PLATFORM, "Platform|Plataforma|R4V Platform"),
        (Meaning.ACRONYM, "Acronym.Short.Name|Sigla|Nombre corto"),
        (Meaning.TYPE, "Type|Tipo de organización|Organisation type|Org. type"),
        (Meaning.ORG_ID, "IDORG|Org ID|ID da organização|Appealing organisation AOIDORG"),
        (Meaning.IN_PLAN, "RMRPActivity|Actividad RMRP|RMRP Activity"),
        (
            Meaning.BUDGET,
            "Total Budget requirement:(In kind + CVA)|Orçamento|Recursos solicitados",
        ),
        (Meaning.YEAR, "Year|Año|Ano"),
        (Meaning.MONTH, "Month|Mes|Mês|Reporting period|Fecha"),
        (Meaning.ORGANIZATION, "Name|Nombre|Nome|Organization name|Partner|Quién|Name in English"),
        (Meaning.INDICATOR, "Indicator|Tipo de indicador|Indicador"),
        (Meaning.ACTIVITY, "Activity_Name|Nombre de la actividad|Estado de la actividad"),
        (
            Meaning.CONTACT,
            "Focal Point:|Correo electrónico|Persona de contacto|Phone|Contato|Apellidos|"
            "Nombre de la persona que reporta|Reporter name|Elaborado por|Nome da pessoa",
        ),
        (
            Meaning.NOISE,
            "Organization name validation|Sector_Objective|Number of partners|Donor organisation|"
            "Implementing partner type|Sector lead|CountryList|Nuevos beneficiarios del mes|"
            "# of partners|Líder del sector|Estado de avance|Implementing partner IPIDORG",
        ),
    ],
)
def test_a_header_is_known_in_three_languages(meaning: Meaning, headers: str) -> None:
    found = {header: header_of(header) for header in headers.split("|")}
    assert {
        header for header, each in found.items() if not each or each.meaning != meaning
    } == set()


@pytest.mark.parametrize("text", ["COVID19", "Girls", "", "Implementation", "Country " * 20])
def test_a_header_that_says_nothing_of_coordination_is_not_known(text: str) -> None:
    assert header_of(text) is None


def test_the_language_that_is_said_wins_over_the_word_it_is_said_with() -> None:
    headers = map(header_of, ["Nome (EN)", "Nome", "Nombre", "Name", "Nombre (portugués)"])
    assert [header and header.language for header in headers] == ["en", "pt", "es", "en", "pt"]


def test_the_header_is_found_below_titles_and_groups_of_columns() -> None:
    rows = [["R4V partners 2024"], ["WHO?", "", "WHERE?"], [], ["Partner", "Type", "Country"]]
    assert layout_of(table(rows), NAMES.guesses()).header == 4


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


def test_a_table_without_headers_is_told_by_its_values_from_the_first_row() -> None:
    layout = layout_of(table([["Aruba", "Education"], ["Chile", "Health"]]), NAMES.guesses())
    assert layout.header == 0
    assert len(layout.columns) == 2


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
