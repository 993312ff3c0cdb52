"""What rows of R4V's tables say, and what becomes of those that say nothing."""

from decimal import Decimal

import pytest

from interagency.exchange import Outcome
from interagency.importers.r4v.reading import imported
from interagency.model import Certainty, Money
from tests.importers.grids import Rows, details, outcomes, run, table

PLATFORMS = [
    ("Platform", "Country", "Month", "Sector", "Subsector"),
    ("Southern Cone", "Argentina ", "2021-01", "Protection", "Protection (GBV)"),
    ("Southern cone", "Argentina", "2021-02", "Protection", "GBV"),
    ("Southern Cone", "Chile", "2021-01", "Education", "Education"),
    ("Caribbean", "Aruba", "2021-01", "Country level", "All"),
    ("Regional", "Regional", "2021-01", "Health", "Health"),
    ("Peru", "Perú", "2021-01", "Sport", "Football"),
]
ACTIVITIES = ("Country", "Admin1", "Appealing_org", "Implementing_partner", "Subsector", "Month")


def activities(*rows: tuple[str, ...], head: tuple[str, ...] = ACTIVITIES) -> list[tuple[str, ...]]:
    return [head, *rows]


def presence(rows: Rows) -> list[tuple[str, str, str | None, str | None]]:
    found = run(rows).architecture.presence
    return [(p.organization, "".join(p.covers), p.area, p.participation) for p in found]


def test_platforms_have_the_countries_that_stand_beside_them() -> None:
    forums = {each.id: each for each in run(PLATFORMS).architecture.forums}
    assert forums["r4v-southern-cone"].areas == ("ARG", "CHL")
    assert forums["r4v-southern-cone"].parent == "r4v"
    assert forums["r4v-per"].areas == ("PER",)
    assert forums["r4v"].areas == ("ABW", "ARG", "CHL", "PER")
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


def test_the_plan_of_the_year_has_a_chapter_for_each_platform() -> None:
    plans = run(PLATFORMS).architecture.plans
    assert [(plan.id, plan.part_of, plan.countries) for plan in plans] == [
        ("rmrp-2021", None, ("ABW", "ARG", "CHL", "PER")),
        ("rmrp-2021-caribbean", "rmrp-2021", ("ABW",)),
        ("rmrp-2021-per", "rmrp-2021", ("PER",)),
        ("rmrp-2021-southern-cone", "rmrp-2021", ("ARG", "CHL")),
    ]
    assert plans[0].covers == ("EDU", "HEA", "PRO-GBV")


def test_a_row_that_says_again_what_is_known_is_merged_into_it() -> None:
    read = run(PLATFORMS)
    assert outcomes(read) == ["read", "read", "merged", "read", "read", "read", "read"]
    (merged,) = details(read, Outcome.MERGED)
    assert merged == (
        "into platform r4v-southern-cone, area ARG, sector Protection (GBV) of r4v-southern-cone"
    )


def test_a_sub_sector_beside_a_sector_it_is_no_part_of_is_told() -> None:
    read = run([("Sector", "Subsector"), ("Education", "Protection (GBV)")])
    assert "is no part of 'Education'" in read.accounting.rows[1].detail


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
    assert read.architecture.forums[0].areas == ("COL", "PER")
    assert outcomes(read)[:5] == ["read", "read", "merged", "read", "merged"]


def test_a_row_of_activities_gives_presence_of_both_partners() -> None:
    rows = activities(
        ("Argentina", "CÃ³rdoba", "UNHCR", "CAREF", "Protection (GBV)", "2022-08"),
        ("Argentina", "Córdoba", "UNHCR", "CAREF", "Protección (VBG)", "2022-01"),
    )
    assert presence(rows) == [
        ("caref", "PRO-GBV", "ARG/Córdoba", "implementing"),
        ("unhcr", "PRO-GBV", "ARG/Córdoba", "appealing"),
    ]
    (first, _) = run(rows).architecture.presence
    assert (str(first.since), str(first.until), first.plan) == ("2022-01", "2022-08", "rmrp-2022")
    assert outcomes(run(rows)) == ["read", "read", "merged"]


def test_sectors_that_only_activities_name_are_inferred() -> None:
    rows = activities(("Argentina", "", "UNHCR", "", "Protection (GBV)", ""))
    (sector,) = run(rows).architecture.sectors
    (sub_sector,) = run(rows).architecture.sub_sectors
    assert sector.certainty is sub_sector.certainty is Certainty.INFERRED
    known = run(rows, [("Sector", "Indicator"), ("Protection (GBV)", "x")]).architecture
    assert known.sub_sectors[0].certainty is Certainty.STATED
    assert known.sub_sectors[0].note is None


def test_an_activity_outside_the_plan_is_presence_without_a_plan() -> None:
    head = (*ACTIVITIES, "RMRPActivity")
    rows = activities(("Peru", "", "UNHCR", "", "Salud", "2022-08", "No"), head=head)
    read = run(rows).architecture
    assert (read.plans, read.appeals) == ((), ())
    assert [each.plan for each in read.presence] == [None]


def test_a_cell_with_several_countries_or_sectors_is_split_if_each_is_known() -> None:
    rows = activities(
        ("Perú; Ecuador", "", "UNHCR", "", "WASH; Health", "2022"),
        ("Trinidad and Tobago", "", "IOM", "", "Agua, Saneamiento e Higiene", "2022"),
    )
    assert presence(rows) == [
        ("iom", "WSH", "TTO", "appealing"),
        *[("unhcr", code, area, "appealing") for code in ("HEA", "WSH") for area in ("ECU", "PER")],
    ]


def test_what_is_not_known_is_told_and_the_rest_is_read() -> None:
    head = (*ACTIVITIES, "Platform")
    rows = activities(
        ("Narnia", "", "UNHCR", "", "Magic; Health", "2022", "Andes"),
        ("Regional", "", "UNHCR", "", "All", "2022", "Caribbean"),
        head=head,
    )
    read = run(rows)
    assert presence(rows) == [
        ("unhcr", "", None, "appealing"),
        ("unhcr", "HEA", None, "appealing"),
    ]
    assert read.accounting.rows[1].detail.endswith(
        "; not understood: platform 'Andes' is not known; country 'Narnia' is not known; "
        "sector 'Magic' has no code: who is active is written without it"
    )
    assert "r4v-caribbean" in [each.id for each in read.architecture.forums]


def test_an_area_of_several_countries_is_not_placed() -> None:
    rows = activities(("Peru; Chile", "Lima", "UNHCR", "", "Health", "2022"))
    assert [area for _, _, area, _ in presence(rows)] == ["CHL", "PER"]


BUDGET = ("Year", "Country", "Organization name", "Sector", "Total Budget (USD)")


def test_budgets_of_a_planning_table_add_up_by_sector_and_country() -> None:
    rows = [
        BUDGET,
        ("2023", "Peru", "UNHCR", "Health", "1,000.50"),
        ("2024", "Peru", "UNHCR", "Salud", "$ 2 000"),
        ("2024", "Peru", "UNHCR", "Education", ""),
    ]
    read = run(rows).architecture
    assert [(each.plan, each.covers, each.amount) for each in read.appeals] == [
        ("rmrp-2023", ("EDU",), None),
        ("rmrp-2023", ("HEA",), Money(Decimal("3000.50"))),
    ]
    assert {each.participation for each in read.appeals} == {"appealing"}
    assert read.presence == ()


@pytest.mark.parametrize(
    ("country", "organization", "amount", "said"),
    [
        ("Peru; Chile", "UNHCR", "10", "several organizations, sectors or countries"),
        ("Peru", "UNHCR; IOM", "10", "several organizations, sectors or countries"),
        ("Peru", "UNHCR", "-10", "amount '-10' is not understood"),
    ],
)
def test_an_amount_that_belongs_to_nobody_alone_is_told(
    country: str, organization: str, amount: str, said: str
) -> None:
    read = run([BUDGET, ("2023", country, organization, "Health", amount)])
    assert said in read.accounting.rows[1].detail
    assert {each.amount for each in read.architecture.appeals} == {None}


def test_an_implementing_partner_asks_for_nothing() -> None:
    head = ("Country", "Appealing org", "Implementing partner", "Sector", "Budget")
    read = run([head, ("Peru", "UNHCR", "CAREF", "Health", "10")]).architecture
    assert {each.organization: each.amount for each in read.appeals} == {
        "caref": None,
        "unhcr": Money(Decimal(10)),
    }


def test_a_row_without_a_year_belongs_to_a_plan_without_a_year() -> None:
    rows = activities(("Peru", "", "UNHCR", "", "Health", ""))
    read = imported((table(rows, file="5w.csv"),)).architecture
    assert [(plan.id, plan.since) for plan in read.plans] == [("rmrp", None)]


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


def test_a_partner_of_several_platforms_has_a_place_in_each() -> None:
    read = run([PARTNERS, ("Alfa", "", "NNGO", "", "Colombia; Peru, Andes")])
    assert [each.body for each in read.architecture.seats] == ["r4v-col", "r4v-per"]
    assert "platform 'Andes' is not known" in read.accounting.rows[1].detail


def test_beside_several_platforms_a_country_lies_in_none_of_them() -> None:
    rows = [("Platform", "Country", "Sector"), ("Caribbean; Southern Cone", "Aruba", "Health")]
    read = run(rows).architecture
    assert [(each.id, each.areas) for each in read.forums] == [
        ("r4v", ("ABW",)),
        ("r4v-caribbean", ("unknown",)),
        ("r4v-southern-cone", ("unknown",)),
    ]
    assert len(read.sectors) == 2


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


def test_rows_beside_the_data_are_rejected_with_the_reason() -> None:
    rows = [
        ("R4V 5W",),
        ("Country", "Sector", "Partner"),
        ("#country", "#sector", "#org"),
        ("País", "Sector", "Socio"),
        ("", "", "", "beside"),
        ("Peru", "Health", "UNHCR"),
    ]
    assert [row.detail for row in run(rows).accounting.rows] == [
        "a title or an instruction above the headers",
        "the headers: country, sector, organization",
        "HXL tags",
        "repeats the headers",
        "names no organization",
        "organization unhcr, unhcr part in rmrp-2022, presence of unhcr HEA, PER",
    ]


def test_a_row_of_a_list_that_holds_nothing_to_read_is_rejected() -> None:
    read = run([("Country", "Sector", "x"), ("", "", "beside")])
    assert details(read, Outcome.REJECTED) == ["nothing in the columns that are read"]


def test_a_table_of_something_else_is_rejected_row_by_row() -> None:
    read = run([("error_type", "error_id"), ("Completeness", "1")])
    assert (
        details(read, Outcome.REJECTED)
        == ["the table has nothing that says who, where or in which sector"] * 2
    )


def test_a_sector_without_a_letter_is_told() -> None:
    read = run([("Sector", "Country"), ("***", "Peru")])
    assert read.accounting.rows[1].detail == "area PER; not understood: sector '***' is not known"


def test_a_list_without_a_year_belongs_to_no_plan() -> None:
    rows = [row[:2] + row[3:] for row in PLATFORMS]
    read = imported((table(rows, file="platforms.csv"),)).architecture
    assert read.plans == ()
    assert len(read.forums) == 4


def test_two_tables_of_one_name_are_two_sources() -> None:
    rows = activities(("Peru", "", "UNHCR", "", "Health", "2022"))
    more = [*rows, ("Chile", "", "UNHCR", "", "Health", "2022")]
    read = imported((table(rows, "a.csv"), table(more, "a.tsv")))
    assert [each.id for each in read.architecture.sources] == ["table-a", "table-a-2"]
    assert [each.sources for each in read.architecture.presence] == [
        ("table-a-2",),
        ("table-a", "table-a-2"),
    ]


def test_a_file_that_is_there_twice_counts_its_amounts_once() -> None:
    rows = [("Country", "Appealing_org", "Sector", "Budget"), ("Peru", "UNHCR", "Health", "100")]
    read = imported((table(rows, file="a/RMRP_2022.csv"), table(rows, file="b/RMRP_2022.csv")))
    assert [each.amount for each in read.architecture.appeals] == [Money(Decimal(100), "USD")]
    assert [(str(each.outcome), each.detail) for each in read.accounting.rows[2:]] == [
        ("merged", "into the same row of a/RMRP_2022.csv"),
        ("merged", "into the same row of a/RMRP_2022.csv"),
    ]


def test_the_same_rows_in_the_plan_of_another_year_are_others() -> None:
    rows = [("Country", "Appealing_org", "Sector", "Budget"), ("Peru", "UNHCR", "Health", "100")]
    read = imported((table(rows, file="RMRP_2022.csv"), table(rows, file="RMRP_2021.csv")))
    assert [each.plan for each in read.architecture.appeals] == ["rmrp-2021", "rmrp-2022"]


def test_a_row_that_is_rejected_is_rejected_twice() -> None:
    rows = [("Country", "Appealing_org", "Sector"), ("Peru", "Total", "Health")]
    read = imported((table(rows, file="a/RMRP_2022.csv"), table(rows, file="b/RMRP_2022.csv")))
    assert outcomes(read) == ["read", "rejected", "merged", "rejected"]


def test_several_known_sectors_stand_in_one_cell() -> None:
    found = presence(activities(("Peru", "", "IOM", "", "Health, WASH", "")))
    assert [sector for _, sector, _, _ in found] == ["HEA", "WSH"]
