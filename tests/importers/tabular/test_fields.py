"""Header words in four languages."""

import pytest

from interagency.importers.tabular.fields import Field, header_of


@pytest.mark.parametrize(
    ("meaning", "headers"),
    [
        (
            Field.APPEALING,
            "Appealing_org|Appealing organisation Name|Socio principal Nombre|"
            "Organización solicitante|Organização Apelante|Reporting organisation|Appealing|"
            "AO Name",
        ),
        (
            Field.IMPLEMENTING,
            "Implementing_partner|Socio Implementador Nombre|Parceiro implementador|"
            "Executing agency|Organización ejecutora|Implementador|Implementing",
        ),
        (Field.COUNTRY, "Country|País Country|Country Country|País|Country of operation"),
        (Field.ADMIN1, "Admin1|Dpto|País Admin1|Departamento|Estado|Province (Admin 1)|Región"),
        (Field.ADMIN1_CODE, "PCODE|ISOCode|ISO Code|Admin1 P-Code|Código ISO|PCODE1|Código DANE"),
        (Field.ADMIN2, "Admin2 Admin2|Municipio|Ciudad|District"),
        (Field.SECTOR, "Sector|Indicador Sector|Sector...Subsector...WG|Setor|Sector/Sub-sector"),
        (Field.SUBSECTOR, "Subsector|Sub-sector|Subsetor|AoR|Area of Responsibility"),
        (Field.PLATFORM, "Platform|Plataforma|R4V Platform"),
        (Field.ACRONYM, "Acronym.Short.Name|Sigla|Nombre corto"),
        (Field.TYPE, "Type|Tipo de organización|Organisation type|Org. type"),
        (Field.ORG_ID, "IDORG|Org ID|ID da organização|Appealing organisation AOIDORG"),
        (Field.IN_PLAN, "RMRPActivity|Actividad RMRP|RMRP Activity"),
        (
            Field.BUDGET,
            "Total Budget requirement:(In kind + CVA)|Orçamento|Recursos solicitados",
        ),
        (Field.YEAR, "Year|Año|Ano"),
        (Field.MONTH, "Month|Mes|Mês|Reporting period|Fecha"),
        (Field.ORGANIZATION, "Name|Nombre|Nome|Organization name|Partner|Quién|Name in English"),
        (Field.INDICATOR, "Indicator|Tipo de indicador|Indicador"),
        (Field.ACTIVITY, "Activity_Name|Nombre de la actividad|Estado de la actividad"),
        (
            Field.CONTACT,
            "Focal Point:|Correo electrónico|Persona de contacto|Phone|Contato|Apellidos|"
            "Nombre de la persona que reporta|Reporter name|Elaborado por|Nome da pessoa",
        ),
        (
            Field.NOISE,
            "Organization name validation|Sector_Objective|Number of partners|Donor organisation|"
            "Implementing partner type|Sector lead|CountryList|Nuevos beneficiarios del mes|"
            "# of partners|Líder del sector|Estado de avance|Implementing partner IPIDORG",
        ),
    ],
)
def test_a_header_is_known_in_three_languages(meaning: Field, headers: str) -> None:
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
