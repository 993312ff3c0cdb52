"""Small projects, plans and pages as the HPC API gives them."""

from typing import Any

from interagency.exchange import Imported
from interagency.importers.hpc_projects.pages import Page
from interagency.importers.hpc_projects.read import imported
from interagency.model import Money

PLAN = {
    "id": 1072,
    "code": "RSYR22",
    "name": "Refugee and Resilience Plan (3RP) 2022",
    "startDate": "2022-01-01",
    "endDate": "2022-12-31",
    "categories": {"id": 111, "name": "Regional response plan"},
}
LEBANON = {"iso3": "LBN", "name": "Lebanon", "adminLevel": 0}
JORDAN = {"iso3": "JOR", "name": "Jordan", "adminLevel": 0}
FOOD = {"id": 6, "code": "FSC", "name": "Food Security"}


def organization(id: int | str, name: str, short: str | None = None, **more: Any) -> dict[str, Any]:
    return {"id": id, "name": name, "abbreviation": short, "collectiveInd": False, **more}


UNHCR = organization(4397, "United Nations High Commissioner for Refugees", "UNHCR")
AMEL = organization(3916, "AMEL - Popular Action", "AMEL")


def project(id: Any = 1, name: str = "", **more: Any) -> dict[str, Any]:
    return {
        "id": id,
        "name": name or "Lebanon: Amel (Basic Needs response)",
        "currentRequestedFunds": "100",
        "organizations": [AMEL],
        "locations": [LEBANON],
        "globalClusters": [FOOD],
        "plans": [PLAN, PLAN],
        **more,
    }


def page(*rows: Any, file: str = "a.json", total: int | None = None) -> Page:
    return Page(file=file, rows=rows, total=total)


def plans(*rows: Any) -> Page:
    return Page(file="plans.json", rows=rows, is_plans=True)


def told(found: Imported) -> list[tuple[str, str]]:
    return [(row.outcome.value, row.detail) for row in found.accounting.rows]


def only_appeal(row: dict[str, Any]) -> tuple[tuple[str, ...], str | None, Money | None]:
    (appeal,) = imported((page(row),)).architecture.appeals
    return appeal.covers, appeal.country, appeal.amount
