"""The same activities in the layouts of other years and languages give the same facts.

The headers are those of R4V's templates of 2021 to 2025 and of national 5W matrices beside them.
"""

from collections.abc import Sequence

import pytest

from interagency.exchange import Imported, Outcome
from interagency.model import Architecture
from tests.importers.grids import Rows, details, imported, table

# Who appeals, implements, in which country, area, sector and month; and people, who are not read.
Row = tuple[str, str, str, str, str, str]


ENGLISH: tuple[Row, ...] = (
    ("UNHCR", "HIAS", "Colombia", "Antioquia", "Protection (GBV)", "2022-03"),
    ("IOM", "", "Brazil", "Roraima", "Health", "2022-04"),
    ("Norwegian Refugee Council", "UNHCR", "Peru", "Lima", "Education", "2022-03"),
)


SPANISH: tuple[Row, ...] = (
    ("ACNUR", "HIAS", "Colombia", "Antioquia", "Protección (VBG)", "2022-03"),
    ("OIM", "", "Brasil", "Roraima", "Salud", "2022-04"),
    ("Consejo Noruego para Refugiados", "ACNUR", "Perú", "Lima", "Educación", "2022-03"),
)


PORTUGUESE: tuple[Row, ...] = (
    ("ACNUR", "HIAS", "Colômbia", "Antioquia", "Proteção (VBG)", "2022-03"),
    ("OIM", "", "Brasil", "Roraima", "Saúde", "2022-04"),
    ("Norwegian Refugee Council", "ACNUR", "Peru", "Lima", "Educação", "2022-03"),
)


FRENCH: tuple[Row, ...] = (
    ("HCR", "HIAS", "Colombie", "Antioquia", "Protection (GBV)", "2022-03"),
    ("OIM", "", "Brésil", "Roraima", "Santé", "2022-04"),
    ("Norwegian Refugee Council", "HCR", "Pérou", "Lima", "Éducation", "2022-03"),
)


PEOPLE = ("# beneficiaries reached", "Girls (0-17)", "Women 18+", "Men 18+", "LGBTQI+", "Host")


LAYOUTS: dict[str, tuple[Sequence[str], tuple[Row, ...]]] = {
    "en 2019": (
        ("Appealing Org", "Implementing Partner", "Country", "AdminLevel1", "Sector", "Month"),
        ENGLISH,
    ),
    "en 2021": (
        (
            "Appealing.organisation.Name",
            "Implementing.partner.Name",
            "Country",
            "Admin1",
            "Subsector",
            "Month",
        ),
        ENGLISH,
    ),
    "en 2022": (
        (
            "Appealing_org",
            "Implementing_partner",
            "Country",
            "Country Admin1",
            "Subsector",
            "Reporting month",
        ),
        ENGLISH,
    ),
    "en 2025": (
        (
            "Appealing organisation Name",
            "Implementing partner Name",
            "Country Country",
            "Country Admin1",
            "Indicator Sector",
            "Month",
        ),
        ENGLISH,
    ),
    "es 2020": (
        (
            "Organización apelante",
            "Socio implementador",
            "País",
            "Departamento / Provincia",
            "Sector",
            "Mes de reporte",
        ),
        SPANISH,
    ),
    "es 2022": (
        (
            "Socio principal Nombre",
            "Socio Implementador Nombre",
            "País Country",
            "País Admin1",
            "Indicador Sector",
            "Mes",
        ),
        SPANISH,
    ),
    "es mexico": (
        (
            "Organización socia principal",
            "Organización ejecutora",
            "País",
            "Entidad federativa",
            "Subsector",
            "Mes",
        ),
        SPANISH,
    ),
    "pt 2021": (
        (
            "Organização solicitante",
            "Parceiro implementador",
            "País",
            "UF",
            "Setor",
            "Mês",
        ),
        PORTUGUESE,
    ),
    "pt 2023": (
        (
            "Nome da organização apelante",
            "Organização implementadora",
            "País",
            "Estado",
            "Subsetor",
            "Mês de implementação",
        ),
        PORTUGUESE,
    ),
    "fr": (
        (
            "Nom de l'organisation appelante",
            "Partenaire de mise en œuvre",
            "Pays",
            "Département",
            "Sous-secteur",
            "Mois",
        ),
        FRENCH,
    ),
}


LAYOUT = pytest.mark.parametrize("layout", LAYOUTS)


def rows_of(layout: str) -> list[list[str]]:
    """Return the table of a layout, with columns that say how many people were reached."""
    headers, rows = LAYOUTS[layout]
    body = [[*row, "12", "3", "3", "3", "1", "2"] for row in rows]
    return [[*headers, *PEOPLE], *body]


def read(rows: Rows, file: str = "5W_2022.xlsx", hidden: bool = False) -> Imported:
    return imported((table(rows, file=file, name="5W", hidden=hidden),))


def facts(whole: Architecture) -> dict[str, list[tuple[str | None, ...]]]:
    """Return who appeals for what and who is active where."""
    known = {each.id: each for each in whole.organizations}
    return {
        "organizations": sorted((each,) for each in known),
        "appeals": sorted(
            (each.organization, each.participation, "+".join(each.covers), each.country)
            for each in whole.appeals
        ),
        "presence": sorted(
            (each.organization, each.area, "+".join(each.covers), str(each.since))
            for each in whole.presence
        ),
    }


EXPECTED = {
    "organizations": [("hias",), ("iom",), ("nrc",), ("unhcr",)],
    "appeals": [
        ("hias", "implementing", "PRO-GBV", "COL"),
        ("iom", "appealing", "HEA", "BRA"),
        ("nrc", "appealing", "EDU", "PER"),
        ("unhcr", "appealing", "PRO-GBV", "COL"),
        ("unhcr", "implementing", "EDU", "PER"),
    ],
    "presence": [
        ("hias", "COL/Antioquia", "PRO-GBV", "2022-03"),
        ("iom", "BRA/Roraima", "HEA", "2022-04"),
        ("nrc", "PER/Lima", "EDU", "2022-03"),
        ("unhcr", "COL/Antioquia", "PRO-GBV", "2022-03"),
        ("unhcr", "PER/Lima", "EDU", "2022-03"),
    ],
}


@LAYOUT
def test_a_layout_gives_the_same_facts_as_any_other(layout: str) -> None:
    found = read(rows_of(layout))
    assert facts(found.architecture) == EXPECTED
    assert [each.outcome for each in found.accounting.rows] == [Outcome.READ] * 4


@LAYOUT
def test_rows_above_and_below_change_nothing(layout: str) -> None:
    """Merged groups of headers, instructions, the headers again, HXL tags, a total."""
    rows = rows_of(layout)
    width = len(rows[0])
    groups = ["WHO / QUIÉN", "", "WHERE / DÓNDE", "", "WHAT", "WHEN", "TO WHOM", "", "", "", "", ""]
    told = ["Please select your organization from the list of partners of the plan, see below"]
    total = ["Total", "", "", "", "", "", "36"]
    tags = ["#org+lead", "#org+impl", "#country", "#adm1", "#sector", "#date", "#reached"]
    dressed = [groups, told + [""] * (width - 1), [], rows[0], tags, *rows[1:3], rows[0], rows[3]]
    found = read([*dressed, [], total])
    assert facts(found.architecture) == EXPECTED
    assert [str(each.outcome) for each in found.accounting.rows] == [
        *("rejected", "rejected", "read", "rejected", "read", "read", "rejected", "read"),
        "rejected",
    ]
    assert details(found, Outcome.REJECTED)[-1] == "an instruction or a total, no organization"
    assert found.accounting.tables[0].blank == 2


@LAYOUT
def test_mojibake_a_hidden_sheet_and_blank_columns_change_nothing(layout: str) -> None:
    broken = [[_misread(cell) for cell in row] + ["", " "] for row in rows_of(layout)]
    apart = [[*row[:2], "", *row[2:4], " ", *row[4:]] for row in broken]
    found = read(apart, hidden=True)
    assert facts(found.architecture) == EXPECTED
    assert [each.sheet for each in found.accounting.tables] == ["5W"]


def _misread(text: str) -> str:
    """Return UTF-8 taken for Windows-1252, as old exports have it."""
    return text.encode().decode("cp1252", errors="ignore") if "œ" not in text else text


class TestColumnsWithoutHeaders:
    """The list of partners in the planning workbook of 2023 has a name beside each of its rows."""

    @pytest.mark.parametrize("beside", ["Alianza por Venezuela", "Red Peru", "Venezuela"])
    def test_an_organization_named_after_a_country_is_no_platform(self, beside: str) -> None:
        rows = [("IDORG", "Name", "Type", ""), ("ORG1", "First", "NNGO", beside)]
        found = read([*rows, ("ORG2", "Second", "INGO", beside)])
        assert found.architecture.seats == ()
        assert [each.id for each in found.architecture.forums] == ["r4v"]

    @pytest.mark.parametrize("beside", ["Other", "Otros", "All"])
    def test_other_is_no_sector_and_no_kind_of_organization(self, beside: str) -> None:
        rows = [("Name", "Country", "Something", "Else"), ("First", "Peru", beside, beside)]
        found = read(rows).architecture
        assert found.sectors == ()
        assert [each.kind for each in found.organizations] == [None]

    @pytest.mark.parametrize("beside", ["Peru", "GTRM Perú", "Plataforma Nacional Peru"])
    def test_a_platform_is_told_by_its_name(self, beside: str) -> None:
        rows = [("IDORG", "Name", "Type", "Where it sits"), ("ORG1", "First", "NNGO", beside)]
        found = read([*rows, ("ORG2", "Second", "INGO", "Caribbean")])
        assert {each.body for each in found.architecture.seats} == {"r4v-per", "r4v-caribbean"}


class TestHeadersThatSayWhere:
    def test_of_targets_the_places_are_read_and_the_numbers_are_not(self) -> None:
        rows = [
            ("Target Platform", "Target Country", "Target Admin1", "Subsector", "Target Total"),
            ("Brazil", "Brazil", "Acre", "Education", "20"),
        ]
        found = read(rows)
        assert [each.id for each in found.architecture.forums] == ["r4v", "r4v-bra"]
        assert found.accounting.tables[0].notes[-1] == "not read: columns 'Target Total'"

    def test_a_column_of_joined_words_is_not_the_sector(self) -> None:
        rows = [
            ("SectorAdmin", "Platform", "Country", "Sector"),
            ("CRIEducation", "Central America and Mexico", "Costa Rica", "Education"),
        ]
        (sector,) = read(rows).architecture.sectors
        assert sector.covers == ("EDU",)

    def test_intersector_is_a_total_over_sectors_and_none_itself(self) -> None:
        rows = [
            ("Platform", "Country", "Sector"),
            ("Chile", "Chile", "Intersector"),
            ("Chile", "Chile", "Health"),
        ]
        assert [each.covers for each in read(rows).architecture.sectors] == [("HEA",)]

    def test_a_mechanism_of_delivery_is_no_kind_of_organization(self) -> None:
        rows = [
            ("Appealing_org", "Country", "Sector", "Delivery_mechanism", "Anything"),
            ("A Foundation", "Peru", "Health", "Other", "Other"),
        ]
        (organization,) = read(rows).architecture.organizations
        assert organization.kind is None


def test_25000_rows_are_all_accounted_for() -> None:
    """As many as R4V had of 2021: 22,497 rows of activities."""
    partners = [f"Organization {number}" for number in range(200)]
    places = [("Peru", "Lima"), ("Colombia", "Antioquia"), ("Brazil", "Roraima")]
    sectors = ["Health", "Education", "Protection (GBV)", "WASH"]
    body = [
        (
            partners[n % 200],
            partners[n % 7],
            *places[n % 3],
            sectors[n % 4],
            f"2022-{n % 12 + 1:02}",
        )
        for n in range(25_000)
    ]
    found = read([LAYOUTS["en 2022"][0], *body])
    assert len(found.accounting.rows) == 25_001
    assert found.accounting.count(Outcome.REJECTED) == 0
    assert len(found.architecture.organizations) == 200
