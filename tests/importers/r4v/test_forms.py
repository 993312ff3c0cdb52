"""Forms on the first sheet of a planning workbook."""

from interagency.exchange import Outcome
from interagency.model import Certainty
from tests.importers.grids import details, imported, outcomes, run, table

PLATFORMS = [
    ("Platform", "Country", "Month", "Sector", "Subsector"),
    ("Southern Cone", "Argentina ", "2021-01", "Protection", "Protection (GBV)"),
    ("Southern cone", "Argentina", "2021-02", "Protection", "GBV"),
    ("Southern Cone", "Chile", "2021-01", "Education", "Education"),
    ("Caribbean", "Aruba", "2021-01", "Country level", "All"),
    ("Regional", "Regional", "2021-01", "Health", "Health"),
    ("Peru", "Perú", "2021-01", "Sport", "Football"),
]


def test_platforms_have_the_countries_that_stand_beside_them() -> None:
    forums = {each.id: each for each in run(PLATFORMS).architecture.forums}
    assert forums["r4v-southern-cone"].areas == ("ARG", "CHL", "unknown")
    assert forums["r4v-southern-cone"].parent == "r4v"
    assert forums["r4v-per"].areas == ("PER",)
    assert forums["r4v"].areas == ("ABW", "ARG", "CHL", "PER", "unknown")
    assert [alias.name for alias in forums["r4v"].aliases] == ["Regional"]


def test_sectors_lie_in_the_platform_that_names_them_and_sub_sectors_in_their_sector() -> None:
    read = run(PLATFORMS).architecture
    assert [(each.id, each.parent, each.areas) for each in read.sectors] == [
        ("r4v-regional-hea", "r4v", ()),
        ("r4v-per-sport", "r4v-per", ()),
        ("r4v-southern-cone-edu", "r4v-southern-cone", ("CHL",)),
        ("r4v-southern-cone-pro", "r4v-southern-cone", ("ARG",)),
    ]
    assert [(each.id, each.parent, each.covers) for each in read.sub_sectors] == [
        ("r4v-per-sport-football", "r4v-per-sport", ()),
        ("r4v-southern-cone-pro-gbv", "r4v-southern-cone-pro", ("PRO-GBV",)),
    ]
    assert {each.certainty for each in read.sectors} == {Certainty.STATED}


def test_the_plan_of_the_year_is_open_and_has_no_chapters_that_no_table_names() -> None:
    plans = run(PLATFORMS).architecture.plans
    assert [(plan.id, plan.part_of, plan.countries) for plan in plans] == [
        ("rmrp-2021", None, ("ABW", "ARG", "CHL", "PER", "unknown")),
    ]
    assert plans[0].covers == ("EDU", "HEA", "PRO-GBV", "unknown")


BUDGET = ("Year", "Country", "Organization name", "Sector", "Total Budget (USD)")


PARTNERS = ("Name", "Acronym", "Type", "Regional", "Platform")


def test_partners_of_platforms_have_a_place_as_partner() -> None:
    rows = [
        PARTNERS,
        ("Alfa", "", "NNGO", "No", "Southern cone"),
        ("UNHCR", "", "UN", "Yes", "Regional"),
        ("Beta", "", "NNGO", "", "Andes"),
    ]
    read = run(rows)
    assert [(each.body, each.term, each.holder) for each in read.architecture.seats] == [
        ("r4v", "partner", "unhcr"),
        ("r4v-southern-cone", "partner", "alfa"),
    ]
    assert "platform 'Andes' is not known" in read.accounting.rows[3].detail


def test_a_partner_of_several_platforms_has_a_place_in_each() -> None:
    read = run([PARTNERS, ("Alfa", "", "NNGO", "", "Colombia; Peru, Andes")])
    assert [each.body for each in read.architecture.seats] == ["r4v-col", "r4v-per"]
    assert "platform 'Andes' is not known" in read.accounting.rows[1].detail


def test_beside_several_platforms_a_country_lies_in_none_of_them() -> None:
    rows = [("Platform", "Country", "Sector"), ("Caribbean; Southern Cone", "Aruba", "Health")]
    read = run(rows).architecture
    assert [(each.id, each.areas) for each in read.forums] == [
        ("r4v", ("ABW", "unknown")),
        ("r4v-caribbean", ("unknown",)),
        ("r4v-southern-cone", ("unknown",)),
    ]
    assert len(read.sectors) == 2


FORM = [
    ("", "This is the template for a submission. Please respond."),
    ("", "Country:", "Argentina"),
    ("", "Appealing organization:", "Fundación ABC"),
    ("", "Full Name", "ABC Foundation"),
    ("", "Acronym/Short name", "ABC"),
    ("", "Organization type", "Civil Society"),
    ("", "Focal Point:", "A Person"),
    ("", "Organization name", "Select from the list.\nOnly if it is not there, fill in the form"),
    ("Who?", "Something", "else"),
]


def test_whoever_fills_in_the_form_is_meant_by_the_placeholder() -> None:
    work = [BUDGET, ("2023", "Argentina", "Nueva organización", "Health", "40")]
    read = imported((table(FORM, "a.xlsx", "Form"), table(work, "a.xlsx", "Activities")))
    assert [each.organization for each in read.architecture.appeals] == ["abc"]
    (abc,) = read.architecture.organizations
    assert (abc.name, abc.kind) == ("ABC Foundation", "civil-society")
    assert "personal data, not read" in details(read, Outcome.REJECTED)
    assert "A Person" not in str(read)
    assert outcomes(read)[2:6] == ["read", "merged", "merged", "merged"]


def test_a_placeholder_without_a_form_is_rejected() -> None:
    read = run([BUDGET, ("2023", "Argentina", "New organisation", "Health", "40")])
    assert details(read, Outcome.REJECTED) == [
        "a placeholder for organizations that are not in the list"
    ]


def test_of_two_forms_in_one_file_the_first_counts() -> None:
    other = [("", "Organization:", "Beta"), ("", "Acronym", "BET")]
    read = imported((table(FORM, "a.xlsx", "1"), table(other, "a.xlsx", "2")))
    assert [each.id for each in read.architecture.organizations] == ["abc"]
