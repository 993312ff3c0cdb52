"""What appeals add up to, with the totals that OCHA's FTS publishes for 2022."""

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from interagency.checking import Snapshot
from interagency.indicators import Requirements, requirements, whole_requirements
from interagency.model import Appeal, Architecture, Money, Organization, Plan, UnknownId
from tests.indicators.documents import snapshot

TOTAL = Decimal(6_080_899_576)
# 3RP 2022, FTS plan 1072: what each country and each sector asks for; none is regional support.
COUNTRIES = {
    "LBN": (3_195_999_999, 126),
    "JOR": (1_300_000_000, 57),
    "TUR": (1_163_688_761, 74),
    "IRQ": (251_126_418, 24),
    "EGY": (130_191_927, 13),
}
REGIONAL = 39_892_471
SECTORS = {
    "FSC": 1_338_287_550,
    "basic-needs": 1_034_536_234,
    "PRO": 902_826_941,
    "livelihoods": 761_426_595,
    "EDU": 536_800_648,
    "HEA": 479_634_347,
    "WSH": 392_655_196,
    "MS": 381_029_228,
    "SHL": 213_810_366,
    "common-services": REGIONAL,
}
# Regional plans in FTS as of 2022: id and requirement.
FTS_2022 = {
    "1061": 623_000_000,
    "1066": 43_915_332,
    "1069": 1_786_198_773,
    "1071": 805_065_090,
    "1072": 5_580_000_000,
    "1082": 881_030_780,
    "1092": 531_745_000,
    "1103": 1_850_500_037,
}
PLAN = Plan(id="rsyr22", kind="3RP", requirement=Money(TOTAL))


def usd(amount: int) -> Money:
    return Money(Decimal(amount))


def added(*appeals: Appeal, organizations: int = 1) -> Requirements:
    whole = Architecture(
        organizations=tuple(Organization(id=f"o{n}") for n in range(organizations)),
        plans=(PLAN,),
        appeals=appeals,
    )
    return requirements(Snapshot.of(whole), "rsyr22")


def test_the_countries_of_the_3rp_add_up_and_its_organizations_count_once() -> None:
    """In all countries together 294 organizations appeal: 212, some of them in several."""
    seats = [country for country, (_, number) in COUNTRIES.items() for _ in range(number)]
    first = {country: seats.index(country) for country in COUNTRIES}
    appeals = [
        Appeal(
            plan="rsyr22",
            organization=f"o{index % 212}",
            country=country,
            amount=usd(COUNTRIES[country][0] if index == first[country] else 0),
        )
        for index, country in enumerate(seats)
    ]
    regional = Appeal(plan="rsyr22", organization="o0", amount=usd(REGIONAL))
    found = added(*appeals, regional, organizations=212)
    assert (found.total, found.currency, found.unknown) == (TOTAL, "USD", 0)
    asked = {country: Decimal(amount) for country, (amount, _) in COUNTRIES.items()}
    assert found.by_country == {**asked, "none": REGIONAL}
    per_country = {country: number for country, (_, number) in COUNTRIES.items()}
    assert found.organizations_by_country == {**per_country, "none": 1}
    assert sum(per_country.values()) == 294
    assert found.organizations == 212


def test_the_sectors_of_the_3rp_add_up_to_the_same() -> None:
    appeals = [
        Appeal(plan="rsyr22", organization="o0", covers=(code,), amount=usd(amount))
        for code, amount in SECTORS.items()
    ]
    found = added(*appeals)
    assert found.total == TOTAL
    assert found.by_sector == SECTORS
    # HPC's codes join these two, which a plan does not.
    assert found.by_sector["basic-needs"] + found.by_sector["FSC"] == 2_372_823_784


def test_the_requirements_of_the_regional_plans_of_2022_are_kept_exactly() -> None:
    rows = "\n".join(
        f"  p{id}: {{name: Plan {id}, requirement: {amount} USD, identifiers: {{fts: {id}}}}}"
        for id, amount in FTS_2022.items()
    )
    plans = snapshot(f"plans:\n{rows}").now.plans
    read = {dict(each.identifiers)["fts"]: each.requirement for each in plans}
    assert read == {id: usd(amount) for id, amount in FTS_2022.items()}
    assert sum(FTS_2022.values()) == 12_101_455_012


def test_chapters_and_plans_within_them_belong_to_a_plan() -> None:
    found = requirements(
        snapshot(
            """
plans:
  all: {name: All}
  part: {name: Part, part_of: all}
  inner: {name: Inner, part_of: part}
  other: {name: Other}
appeals:
- {plan: all, organization: unhcr, covers: [PRO, EDU], amount: 1 USD}
- {plan: part, organization: unhcr, country: PER, amount: 2 USD}
- {plan: inner, organization: iom, country: PER, amount: 4 USD}
- {plan: other, organization: nrc, amount: 8 USD}
"""
        ),
        "all",
    )
    assert (found.total, found.organizations) == (Decimal(7), 2)
    assert found.by_sector == {"PRO+EDU": 1, "none": 6}
    assert found.organizations_by_country == {"PER": 2, "none": 1}


def test_who_only_implements_asks_for_nothing_and_what_is_doubtful_is_unknown() -> None:
    found = requirements(
        snapshot(
            """
plans: {all: {name: All}}
appeals:
- {plan: all, organization: unhcr, amount: 1 USD}
- {plan: all, organization: iom}
- {plan: all, organization: who, amount: 2 USD, certainty: disputed}
- {plan: all, organization: nrc, participation: implementing, amount: 4 USD}
"""
        ),
        "all",
    )
    assert (found.total, found.organizations, found.unknown) == (Decimal(1), 2, 2)


def test_several_currencies_have_no_sum() -> None:
    found = requirements(
        snapshot(
            """
plans: {all: {name: All}}
appeals:
- {plan: all, organization: unhcr, amount: 1 USD}
- {plan: all, organization: iom, amount: 1 EUR}
"""
        ),
        "all",
    )
    assert (found.total, found.currency, found.by_country) == (None, None, {})


def test_each_plan_that_is_part_of_no_other_has_its_sums() -> None:
    """A plan without appeals has none, and a part of a plan that is not here stands alone."""
    found = whole_requirements(
        snapshot(
            """
plans:
  inner: {name: Inner, part_of: part}
  part: {name: Part, part_of: all}
  all: {name: All}
  empty: {name: Empty}
  only-implemented: {name: Done by others}
  alone: {name: Alone, part_of: unknown}
appeals:
- {plan: all, organization: unhcr, country: PER, amount: 1 USD}
- {plan: inner, organization: unhcr, country: COL, amount: -2 USD}
- {plan: part, organization: iom, country: COL}
- {plan: alone, organization: unhcr, amount: 8 USD}
- {plan: only-implemented, organization: unhcr, participation: implementing}
"""
        )
    )
    assert [(plan, each.total, each.appeals) for plan, each in found.items()] == [
        ("all", Decimal(-1), 3),
        ("alone", Decimal(8), 1),
    ]
    assert (found["all"].organizations, found["all"].counted_per_country) == (2, 3)
    assert (found["alone"].organizations, found["alone"].counted_per_country) == (1, 0)


def test_an_unknown_plan_is_told() -> None:
    with pytest.raises(UnknownId, match="rsyr23"):
        requirements(snapshot("plans: {rsyr22: {name: 3RP}}"), "rsyr23")


def test_the_projects_of_the_3rp_as_published() -> None:
    """Needs the 755 projects of plan RSYR22, in the folder that INTERAGENCY_DATA names."""
    folder = Path(os.environ.get("INTERAGENCY_DATA") or "no-such-folder")
    pages = [json.loads(page.read_text("utf-8")) for page in folder.glob("fts-hpc/rsyr22/*.json")]
    projects = {each["id"]: each for page in pages for each in page["data"]["results"]}
    if len(projects) < 755:
        pytest.skip("INTERAGENCY_DATA names no folder with all 755 projects of the plan")
    found = _published(list(projects.values()))
    assert (found.total, found.organizations) == (TOTAL, 212)
    assert found.by_country["LBN"] == COUNTRIES["LBN"][0]


def test_a_project_is_an_appeal_of_its_organization() -> None:
    """In the form of HPC's API, which the test above reads."""
    one = {"organizations": [{"id": 5}], "currentRequestedFunds": "900000"}
    found = _published([{**one, "locations": [{"iso3": "LBN"}]}, {**one, "locations": []}])
    assert (found.total, found.organizations) == (Decimal(1_800_000), 1)
    assert found.by_country == {"LBN": 900_000, "none": 900_000}


def _published(projects: list[dict[str, Any]]) -> Requirements:
    """Return what projects add up to; a code of its own keeps two of one organization apart."""
    ids = {each["organizations"][0]["id"] for each in projects}
    appeals = [
        Appeal(
            plan="rsyr22",
            organization=f"o{each['organizations'][0]['id']}",
            covers=(f"project-{number}",),
            country=each["locations"][0]["iso3"] if each["locations"] else None,
            amount=Money(Decimal(each["currentRequestedFunds"])),
        )
        for number, each in enumerate(projects)
    ]
    organizations = tuple(Organization(id=f"o{id}") for id in sorted(ids))
    whole = Architecture(organizations=organizations, plans=(PLAN,), appeals=tuple(appeals))
    return requirements(Snapshot.of(whole), "rsyr22")
