"""Rows of lists."""

from interagency.exchange import Outcome
from tests.importers.grids import Rows, details, imported, outcomes, run, table

ACTIVITIES = ("Country", "Admin1", "Appealing_org", "Implementing_partner", "Subsector", "Month")


def activities(*rows: tuple[str, ...], head: tuple[str, ...] = ACTIVITIES) -> list[tuple[str, ...]]:
    return [head, *rows]


def presence(rows: Rows) -> list[tuple[str, str, str | None, str | None]]:
    found = run(rows).architecture.presence
    return [(p.organization, "".join(p.covers), p.area, p.participation) for p in found]


def test_a_list_of_indicators_gives_sectors_of_the_region() -> None:
    rows = [
        ("CODE", "Sector/Subsector/WG", "Indicator", "Sector"),
        ("RE-1", "Common Services (IM)", "# of surveys", "Education"),
        ("RE-2", "Common Services (IM)", "# of maps", "Food Security"),
    ]
    read = run(rows)
    assert [each.id for each in read.architecture.sub_sectors] == ["r4v-regional-im"]
    assert [each.id for each in read.architecture.sectors] == ["r4v-regional-common-services"]
    assert outcomes(read) == ["read", "read", "merged"]


def test_a_list_of_areas_gives_countries_and_the_spelling_of_areas() -> None:
    areas = [
        ("Country", "Admin1", "ISOCode"),
        ("Colombia", "Bogotá D.C.", "CO-DC"),
        ("Colombia", "Colombia", "CO-CO"),
        ("Regional", "Peru", "ZZ15"),
        ("Regional", "Regional", "RE"),
    ]
    work = activities(("Colombia", "BOGOTA D.C.", "UNHCR", "", "Salud", "2022-08"))
    read = run(areas, work)
    assert [each.area for each in read.architecture.presence] == ["COL/Bogotá D.C."]
    assert read.architecture.forums[0].areas == ("COL", "PER", "unknown")
    assert outcomes(read)[:5] == ["read", "read", "merged", "read", "merged"]


def test_a_list_of_a_year_says_that_there_is_a_part_in_the_plan() -> None:
    appeals = run([("Name", "Type"), ("Alfa", "NNGO")]).architecture.appeals
    assert [(each.plan, each.participation) for each in appeals] == [("rmrp-2022", None)]
    head = ("Appealing organisation", "Type", "Country")
    (appeal,) = run([head, ("Alfa", "NNGO", "Peru")]).architecture.appeals
    assert (appeal.participation, appeal.country) == ("appealing", "PER")
    undated = imported((table([("Name", "Type"), ("Alfa", "NNGO")], file="partners.csv"),))
    assert undated.architecture.appeals == ()


def test_yes_and_no_in_columns_of_partners_say_the_part() -> None:
    rows = [
        ("Name", "Acronym", "Appealing organisation", "Implementing organisation"),
        ("Alfa", "A", "Yes", "Sí"),
        ("Beta", "B", "No", "Yes"),
        ("Gamma", "C", "No", "No"),
        ("Nombre", "Acrónimo", "Appealing org", "Implementing org"),
    ]
    read = run(rows)
    assert sorted(
        (each.organization, str(each.participation)) for each in read.architecture.appeals
    ) == [
        ("a", "appealing"),
        ("a", "implementing"),
        ("b", "implementing"),
        ("c", "None"),
    ]
    assert outcomes(read)[-1] == "rejected"


def test_yes_in_a_column_of_a_part_says_the_part_of_whoever_is_at_work() -> None:
    rows = [
        ("Country", "Sector", "Organisation", "Implementing partner"),
        ("Peru", "Health", "UNHCR", "Yes"),
        ("Peru", "Health", "IOM", "No"),
    ]
    assert presence(rows) == [
        ("iom", "HEA", "PER", None),
        ("unhcr", "HEA", "PER", "implementing"),
    ]


TRANSLATIONS = [
    ("spanish", "english", "variable"),
    ("Salud", "Health", "sector"),
    ("Protección (VBG)", "Protection (Support Spaces)", "sector"),
    ("Enero", "January", "month"),
    ("Otro", "Other", "mechanism"),
    ("Fundación Alfa", "Alfa Foundation", "Partner"),
    ("Fundación Alfa", "Beta Foundation", "Partner"),
    ("Fundación Gamma", "Gamma Foundation", "Partner"),
    ("Nueva organización", "New organisation", "Partner"),
    ("", "", "Partner"),
]


def test_translations_give_names_and_those_that_contradict_are_rejected() -> None:
    partners = [("Name", "Nombre"), ("Alfa Foundation", ""), ("Beta Foundation", "")]
    partners.append(("Gamma Foundation", "Fundación Gamma"))
    read = run(partners, TRANSLATIONS)
    found = {each.id: each for each in read.architecture.organizations}
    assert dict(found["alfa-foundation"].names) == {"es": "Fundación Alfa"}
    assert [row.outcome for row in read.accounting.rows[4:]] == [
        Outcome.READ,
        Outcome.READ,
        Outcome.REJECTED,
        Outcome.REJECTED,
        Outcome.REJECTED,
        Outcome.MERGED,
        Outcome.REJECTED,
        Outcome.MERGED,
        Outcome.REJECTED,
        Outcome.REJECTED,
    ]
    assert "its names are those of different organizations" in details(read, Outcome.REJECTED)
    (sector,) = read.architecture.sectors
    assert [alias.name for alias in sector.aliases] == ["Salud"]


def test_translations_that_do_not_say_of_what_are_of_sectors() -> None:
    read = run([("English", "Português"), ("Health", "Saúde"), ("Yes", "Sim")])
    assert outcomes(read) == ["read", "read", "rejected"]


def test_a_row_of_a_list_that_holds_nothing_to_read_is_rejected() -> None:
    read = run([("Country", "Sector", "x"), ("", "", "beside")])
    assert details(read, Outcome.REJECTED) == ["nothing in the columns that are read"]
