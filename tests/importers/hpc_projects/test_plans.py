"""Plans that projects are part of."""

from decimal import Decimal
from typing import Any

import pytest

from interagency.document import dumps, loads
from interagency.importers.hpc_projects.read import imported
from interagency.model import Money, Plan
from tests.importers.hpc_projects.samples import JORDAN, LEBANON, PLAN, page, plans, project, told


def test_a_plan_has_the_kind_that_its_name_and_fts_agree_on() -> None:
    (plan,) = imported((page(project()),)).architecture.plans
    assert plan == Plan(
        id="rsyr22",
        name="Refugee and Resilience Plan (3RP) 2022",
        kind="3RP",
        since=plan.since,
        until=plan.until,
        countries=("LBN", "unknown"),
        identifiers=(("fts", "1072"), ("fts-code", "RSYR22")),
    )
    assert (str(plan.since), str(plan.until)) == ("2022-01-01", "2022-12-31")


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"name": "A plan"}, "regional-response-plan"),
        ({"name": "Other (HRP)"}, "regional-response-plan"),
        ({"name": "Other (HRP)", "categories": None}, "HRP"),
        ({"name": "A plan", "categories": {"id": 4}}, "HRP"),
        ({"name": "A plan", "categories": {"id": 99999}}, None),
    ],
)
def test_where_they_do_not_agree_fts_is_right(change: dict[str, Any], kind: str | None) -> None:
    (plan,) = imported((page(project(plans=[{**PLAN, **change}])),)).architecture.plans
    assert plan.kind == kind


def test_a_list_of_plans_gives_countries_and_requirement() -> None:
    listed = {"id": 1072, "planVersion": {}, "locations": [LEBANON, JORDAN]}
    listed["revisedRequirements"] = 100
    rows = (listed, {"id": 7, "planVersion": {}}, listed, "no plan")
    found = imported((page(project()), plans(*rows)))
    (plan,) = found.architecture.plans
    assert (plan.countries, plan.requirement) == (("JOR", "LBN"), Money(Decimal(100)))
    assert plan.sources == ("hpc-projects", "hpc-plans")
    assert told(found)[1:] == [
        ("read", "plan rsyr22"),
        ("rejected", "no project here is part of it"),
        ("merged", "into plan rsyr22"),
        ("rejected", "no project here is part of it"),
    ]


@pytest.mark.parametrize("written", [None, "\u0661\u0662\u0663", "-1", "1e3"])
def test_a_requirement_that_is_no_number_is_left_out(written: str | None) -> None:
    listed = {"id": 1072, "planVersion": {}, "revisedRequirements": written}
    (plan,) = imported((page(project()), plans(listed))).architecture.plans
    assert (plan.requirement, plan.countries) == (None, ("LBN", "unknown"))


def test_plans_of_one_code_go_by_their_numbers() -> None:
    other = {**PLAN, "id": 1073}
    nameless = {"id": 5, "startDate": "soon"}
    rows = [project(n, plans=[plan]) for n, plan in enumerate((PLAN, other, nameless))]
    found = imported((page(*rows, total=3),)).architecture
    assert [each.id for each in found.plans] == ["plan-1072", "plan-1073", "plan-5"]
    assert found.plans[2].since is None
    # the search counts the projects of all of them together
    assert [each.figures for each in found.plans] == [(), (), ()]
    assert found.title == f"{PLAN['name']}, {PLAN['name']}, plan-5"


@pytest.mark.parametrize(
    ("some", "ids"),
    [
        ([{"id": 1, "code": "unknown"}], ["plan-1"]),
        ([{"id": 1, "code": "hpc-projects"}], ["plan-1"]),
        ([{"id": 1, "code": "UNHCR"}], ["plan-1"]),
        ([{"id": -5}, {"id": 5}], ["plan-5", "plan-5-2"]),
        ([{"id": "A B"}, {"id": "a-b"}], ["plan-a-b", "plan-a-b-2"]),
        ([{"id": 2}, {"id": 1, "code": "plan-2"}], ["plan-2-2", "plan-2"]),
        ([{"id": 1, "code": "A"}, {"id": 2, "code": "A-LBN"}], ["a", "plan-2"]),
        ([{"id": 2, "code": "A-LBN"}, {"id": 1, "code": "A"}], ["a-lbn", "plan-1"]),
        ([{"id": "\u0663"}], ["plan"]),
    ],
)
def test_a_code_or_a_number_that_can_be_no_id_gives_way(
    some: list[dict[str, Any]], ids: list[str]
) -> None:
    rows = [project(n, plans=[each]) for n, each in enumerate(some)]
    found = imported((page(*rows),)).architecture
    assert [each.id for each in found.plans] == ids
    assert loads(dumps(found)) == found


def test_dates_of_a_plan_in_the_wrong_order_are_left_out() -> None:
    odd = {**PLAN, "startDate": "2023-01-01"}
    (plan,) = imported((page(project(plans=[odd])),)).architecture.plans
    assert (plan.since, plan.until) == (None, None)
    assert plan.note == "FTS has it end on 2022-12-31, before it begins on 2023-01-01"
