"""Rows are about what columns say: a table of activities gives no seats, in any language."""

import pytest

from tests.importers.grids import Rows
from tests.importers.table.tables import run, seats, sheet

# Tables of activities, made up, in layouts and languages of the field.
ACTIVITIES: list[Rows] = [
    [
        ("Cluster", "Lead organization", "Implementing partner", "Activity", "District"),
        ("Health", "WHO", "Casa Uno", "Training", "Ayacucho"),
    ],
    [
        ("Donor name", "Programme partner", "Implementing partner", "Cluster", "Region"),
        ("ECHO", "NRC", "Casa Uno", "Protection", "Oromia"),
    ],
    [
        ("Socio principal Nombre", "Socio Implementador Nombre", "Sector", "Beneficiarios"),
        ("ACNUR", "Casa Uno", "Educación", "12"),
    ],
    [
        ("Chef de file", "Partenaire", "Secteur", "Bénéficiaires", "Commune"),
        ("UNICEF", "Casa Uno", "Santé", "40", "Gao"),
    ],
    [
        ("Organização líder", "Parceiro implementador", "Setor", "Atividade"),
        ("UNICEF", "Casa Uno", "Saúde", "Oficina"),
    ],
    [("المانح", "المنظمة", "القطاع", "النشاط"), ("ECHO", "اليونيسف", "الصحة", "تدريب")],
]


@pytest.mark.parametrize("rows", ACTIVITIES)
def test_who_leads_pays_for_or_takes_part_in_an_activity_has_no_seat(rows: Rows) -> None:
    found = run(rows).architecture
    assert (found.bodies, found.seats, found.plans, found.appeals) == ((), (), (), ())
    assert found.presence
    assert "echo" not in {each.organization for each in found.presence}
    assert not any(each.terms for each in sheet(rows).columns)


def test_who_leads_a_sector_has_one_also_beside_a_day_and_an_area() -> None:
    rows = [
        ("Sector", "Lead agency", "Co-lead", "Updated", "Admin1"),
        ("Health", "WHO", "NRC", "2025-03", "Oromia"),
    ]
    assert [(term, holder) for _, term, holder in seats(run(rows))] == [
        ("lead", "who"),
        ("co-lead", "nrc"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        # code lists: the acronym is that of a sector
        [("Preferred Term", "ACRONYM", "Group Type"), ("Shelter", "SHL", "Cluster")],
        [("Global Cluster", "Acronym"), ("Shelter", "SHL"), ("Education", "EDU")],
        # figures by platform and sector
        [
            ("Platform", "Country", "Month", "Sector", "Subsector"),
            ("Brazil", "Brazil", "2021-01", "Health", "GBV"),
        ],
        # partners of platforms: no list of groups
        [("Name", "Acronym", "Platform"), ("A", "AA", "Chile"), ("B", "BB", "Chile")] * 2,
        # a row of answers is no row of headers
        [("RE-1", "Common Services", "# of actors"), ("No", "No", "Organizations")],
    ],
)
def test_what_is_not_about_organizations_or_groups_gives_nothing(rows: Rows) -> None:
    found = run(rows).architecture
    assert (found.bodies, found.organizations, found.presence) == ((), (), ())


def test_an_organization_in_a_country_alone_may_have_its_seat_there() -> None:
    found = run([("Organization", "Country"), ("NRC", "Norway")]).architecture
    assert (found.presence, [each.id for each in found.organizations]) == ((), ["nrc"])


def test_a_row_that_says_neither_where_nor_in_what_lists_its_organization() -> None:
    rows = [("Organization", "Sector", "Area", "Country"), ("NRC", "", "", ""), ("NRC", "", "", "")]
    found = run(rows)
    assert found.architecture.presence == ()
    assert [row.detail for row in found.accounting.rows[1:]] == [
        "organization NRC",
        "into organization NRC",
    ]


def test_a_filter_is_no_value() -> None:
    rows = [("Canonical org name", "Location filter", "Sector filter"), ("UNICEF", "Mali", "WASH")]
    assert run(rows).architecture.presence == ()


def test_a_name_in_two_languages_is_one_organization() -> None:
    rows = [
        ("ORG_NAME_fr", "ORG_NAME_en", "Secteur"),
        ("Conseil norvégien", "Norwegian Refugee Council", "Santé"),
    ]
    assert len(run(rows).architecture.presence) == 1


def test_of_a_tag_and_a_header_that_name_two_sides_of_an_organization_the_header_is_right() -> None:
    rows = [
        ("Organization", "Org. Acronym", "Sector"),
        ("#org+acronym", "#org+name", "#sector"),
        ("Casa Uno", "CU", "Health"),
    ]
    (found,) = run(rows).architecture.organizations
    assert (found.name, found.acronym) == ("Casa Uno", "CU")


def test_a_column_that_may_be_a_state_or_an_area_is_what_its_values_are() -> None:
    rows = [
        ("Organización", "Sector", "Estado"),
        ("ACNUR", "Salud", "Planeada"),
        ("NRC", "Salud", "En ejecución"),
    ]
    assert [each.organization for each in run(rows).architecture.presence] == ["nrc"]


def test_the_code_of_an_area_may_be_tagged_as_a_p_code() -> None:
    rows = [("Org", "x", "y"), ("#org", "#adm1+pcode", "#adm1+name"), ("NRC", "PE05", "Ayacucho")]
    assert [each.meaning for each in sheet(rows).columns] == ["organization", "area code", "area"]
