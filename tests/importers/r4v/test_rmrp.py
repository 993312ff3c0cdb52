"""The plans of R4V."""

from interagency.importers.r4v.rmrp import Rmrp
from interagency.importers.tabular.dates import Years
from interagency.importers.tabular.profile import PlanPart


def test_a_plan_of_two_years_is_one_plan() -> None:
    assert Rmrp().years(2023) == Rmrp().years(2024) == Years(2023, 2024)
    assert Rmrp().years(2022).title == "2022"
    assert Rmrp().years(2024).title == "2023-2024"


def test_a_plan_has_the_id_of_its_first_year() -> None:
    assert Rmrp().id(Years(2023, 2024)) == "rmrp-2023"
    assert Rmrp().id(None) == "rmrp"


def test_a_plan_without_a_year_names_none() -> None:
    plan = Rmrp().plan(None, PlanPart())
    assert (plan.name, plan.since) == ("Regional Refugee and Migrant Response Plan", None)
