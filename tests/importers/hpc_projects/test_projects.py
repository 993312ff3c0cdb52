"""What one project says."""

from decimal import Decimal
from typing import Any

import pytest

from interagency.document import dumps, loads
from interagency.importers.hpc_projects.read import imported
from interagency.model import Money
from tests.importers.hpc_projects.samples import (
    AMEL,
    JORDAN,
    LEBANON,
    PLAN,
    UNHCR,
    only_appeal,
    organization,
    page,
    plans,
    project,
    told,
)


def test_an_amount_may_be_less_than_nothing() -> None:
    """As two of the 3RP of 2022 are, without which its sectors do not add up."""
    assert only_appeal(project(currentRequestedFunds="-28106534"))[2] == Money(Decimal(-28106534))
    assert only_appeal(project(currentRequestedFunds="-0"))[2] == Money(Decimal(0))


def test_an_amount_for_several_is_nobodys() -> None:
    found = imported((page(project(organizations=[AMEL, UNHCR])),))
    assert [(each.organization, each.amount) for each in found.architecture.appeals] == [
        ("amel", None),
        ("unhcr", None),
    ]
    assert "for several organizations or plans at once: not read" in told(found)[0][1]


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([LEBANON, JORDAN], "for several countries at once: JOR, LBN"),
        ([{"iso3": None, "name": "Bekaa"}], "its places name no country: Bekaa"),
    ],
)
def test_an_appeal_for_several_countries_or_for_none_names_none(
    places: list[dict[str, Any]], said: str
) -> None:
    found = imported((page(project(locations=places)),))
    assert found.architecture.appeals[0].country is None
    assert said in told(found)[0][1]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("text", "is no project: it has no id"),
        ({}, "is no project: it has no id"),
        ({**project(), "id": True}, "is no project: it has no id"),
        ({**project(), "plans": None}, "names no plan"),
        ({**project(), "organizations": []}, "names no organization with an id"),
        ({**project(), "organizations": [{"name": "X"}]}, "names no organization with an id"),
    ],
)
def test_a_row_that_says_nothing_is_rejected(row: Any, why: str) -> None:
    found = imported((page(row),))
    assert told(found) == [("rejected", why)]
    assert found.architecture.appeals == ()


def test_half_a_character_is_shown_as_broken() -> None:
    broken = {**PLAN, "name": "P\ud800", "code": "\udfff"}
    acme = organization(5, "Acme\ud800", "A\ud800")
    found = imported((page(project(plans=[broken], organizations=[acme])),)).architecture
    assert (found.plans[0].id, found.plans[0].name) == ("plan-1072", "P\ufffd")
    assert found.organizations[0].name == "Acme\ufffd"
    assert loads(dumps(found)) == found


@pytest.mark.parametrize(
    "change",
    [
        {"id": "\ud800"},
        {"plans": [{"id": "\ud800"}]},
        {"organizations": [{"id": "\ud800", "name": "X"}]},
    ],
)
def test_an_id_with_half_a_character_is_none(change: dict[str, Any]) -> None:
    found = imported((page({**project(), **change}),))
    assert told(found) == [("rejected", "has an id that is broken text")]


KABUL = {"iso3": None, "name": "Kabul", "pcode": "AF01", "adminLevel": 1}


def test_a_place_below_the_country_lies_where_its_code_says() -> None:
    assert only_appeal(project(name="Health", locations=[KABUL]))[1] == "AFG"
    unknown = {**KABUL, "pcode": ""}
    assert only_appeal(project(name="Health", locations=[unknown]))[1] is None


def test_without_places_the_title_names_the_country() -> None:
    title = "Jordan: Example Aid (Health response)"
    assert only_appeal(project(name=title, locations=[]))[1] == "JOR"


def test_without_any_place_it_is_told() -> None:
    (row,) = imported((page(project(name="Health", locations=[])),)).accounting.rows
    assert "no country is named, and its plan has none or several" in row.detail


def test_a_project_lies_in_the_only_country_of_its_plan() -> None:
    listed = {"id": 1072, "planVersion": {}, "locations": [JORDAN]}
    unknown = {**KABUL, "pcode": None}
    found = imported((page(project(name="Health", locations=[unknown])), plans(listed)))
    assert found.architecture.appeals[0].country == "JOR"
    assert "not understood" not in found.accounting.rows[0].detail
