"""Plans, appeals and presence that rows add up to."""

from decimal import Decimal

import pytest

from interagency.model import Money
from tests.importers.grids import imported, run, table

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


def test_a_list_without_a_year_belongs_to_no_plan() -> None:
    rows = [row[:2] + row[3:] for row in PLATFORMS]
    read = imported((table(rows, file="platforms.csv"),)).architecture
    assert read.plans == ()
    assert len(read.forums) == 4


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
