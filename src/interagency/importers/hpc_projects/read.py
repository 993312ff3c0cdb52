"""Pages of the HPC API to an architecture, with an account of every row."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from interagency.document.identities import Identities
from interagency.exchange import Accounting, Imported, Outcome, RowOutcome, TableAccount
from interagency.importers.hpc_projects import plans as plans_
from interagency.importers.hpc_projects.assembly import Found, Row, architecture_of
from interagency.importers.hpc_projects.ledger import Ledger
from interagency.importers.hpc_projects.names import Names
from interagency.importers.hpc_projects.organizations import organizations_of
from interagency.importers.hpc_projects.pages import Page, Record, read_pages, text
from interagency.importers.hpc_projects.projects import NO_COUNTRY, Project, project_of
from interagency.importers.tabular.ledger import RowStatus
from interagency.vocabularies import shipped

_UNREAD = "not read: objectives, partners, dates of editing, and the records of editors"


def read(source: Path, identities: Identities | None = None) -> Imported:
    """Return what pages of the HPC API say: one file, or all of a folder taken together.

    Args:
        source: The file or folder.
        identities: Decisions on the names of organizations.

    Raises:
        UnreadableTable: If there is no page, or one that cannot be read.
    """
    return imported(read_pages(source), identities)


def imported(pages: tuple[Page, ...], identities: Identities | None = None) -> Imported:
    """Return what pages say, with an account of every row."""
    names = Names.of(shipped(), identities)
    found = _found(pages, names)
    ledger = _ledger(found, names)
    rows = tuple(row for page in pages for row in _entered(page, found, ledger))
    return Imported(
        architecture=architecture_of(pages, found, ledger, names),
        accounting=Accounting(tables=tuple(map(_account, pages)), rows=rows),
    )


def _found(pages: tuple[Page, ...], names: Names) -> Found:
    projects: dict[Row, Project | str] = {}
    listed: dict[str, tuple[Row, Record]] = {}
    for page in pages:
        for number, row in enumerate(page.rows, start=1):
            if not page.is_plans:
                projects[page.file, number] = project_of(row, names)
            elif isinstance(row, dict):
                listed.setdefault(text(row, "id"), ((page.file, number), row))
    stated = {fts: plans_.stated_countries(row, names) for fts, (_, row) in listed.items()}
    placed = {row: _placed(project, stated) for row, project in projects.items()}
    good = (each for each in placed.values() if isinstance(each, Project))
    ids = plans_.plan_ids(good, names.registry.organizations)
    return Found(projects=placed, listed=listed, plans=ids)


def _placed(project: Project | str, stated: Mapping[str, frozenset[str]]) -> Project | str:
    """Return a project, in the only country of its plans if it names none itself."""
    if isinstance(project, str) or project.country or project.is_in_several:
        return project
    countries = {each for plan in project.plans for each in stated.get(text(plan, "id"), ())}
    if len(countries) == 1:
        return evolve(project, country=countries.pop(), problems=_without_places(project))
    problems = project.problems or ("no country is named, and its plan has none or several",)
    return evolve(project, problems=problems)


def _without_places(project: Project) -> tuple[str, ...]:
    return tuple(each for each in project.problems if not each.startswith(NO_COUNTRY))


def _ledger(found: Found, names: Names) -> Ledger:
    countries: dict[str, set[str]] = defaultdict(set)
    for project in found.good:
        for plan in project.plans:
            countries[found.plans[text(plan, "id")]].update(filter(None, [project.country]))
    chapters = {plans_.chapter_id(plan, each) for plan in countries for each in countries[plan]}
    taken = {plans_.PROJECTS, plans_.PLANS, *countries, *chapters}
    members = (member for project in found.good for member in project.members)
    return Ledger(
        plans=found.plans,
        organizations=organizations_of(members, names, taken),
        several=frozenset(plan for plan in countries if len(countries[plan]) > 1),
    )


def _entered(page: Page, found: Found, ledger: Ledger) -> list[RowOutcome]:
    verdicts = (
        _of_plan((page.file, number), row, found)
        if page.is_plans
        else _of_project(found.projects[page.file, number], ledger)
        for number, row in enumerate(page.rows, start=1)
    )
    return [
        RowOutcome(file=page.file, sheet="", row=number, outcome=outcome, detail=detail)
        for number, (outcome, detail) in enumerate(verdicts, start=1)
    ]


def _of_project(project: Project | str, ledger: Ledger) -> RowStatus:
    return ledger.enter(project) if isinstance(project, Project) else (Outcome.REJECTED, project)


def _of_plan(place: Row, row: Any, found: Found) -> RowStatus:
    id = found.plans.get(text(row, "id")) if isinstance(row, dict) else None
    if id is None:
        return Outcome.REJECTED, "no project here is part of it"
    first, _ = found.listed[text(row, "id")]
    return (Outcome.READ, f"plan {id}") if first == place else (Outcome.MERGED, f"into plan {id}")


def _account(page: Page) -> TableAccount:
    if page.is_plans:
        return TableAccount(
            file=page.file, sheet="", rows=len(page.rows), notes=("a list of plans",)
        )
    counted = f"one page of {page.total} projects in all" if page.total else "a page of projects"
    notes = (counted, _UNREAD) if page.rows else ("holds neither projects nor plans",)
    return TableAccount(file=page.file, sheet="", rows=len(page.rows), notes=notes)
