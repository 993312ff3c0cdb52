"""What all pages say together, as one architecture."""

from collections.abc import Mapping
from typing import final

from attrs import evolve, frozen

from interagency.document.registry import called_for
from interagency.importers.hpc_projects import plans as plans_
from interagency.importers.hpc_projects.ledger import Ledger
from interagency.importers.hpc_projects.names import Names
from interagency.importers.hpc_projects.pages import Page, Record, text
from interagency.importers.hpc_projects.projects import Project
from interagency.model import Architecture, Plan, Source

_NOTE = (
    "Read from the HPC project API: one appeal for each organization, country and sector "
    "of a plan. What it does not say is not here: above all, who coordinates."
)
_API = "https://api.hpc.tools/v2/public"
_PROJECTS = Source(
    id=plans_.PROJECTS,
    title="HPC project API, search of projects",
    publisher="OCHA",
    url=f"{_API}/project/search",
)
_PLANS = Source(
    id=plans_.PLANS, title="HPC API, list of plans", publisher="OCHA", url=f"{_API}/plan"
)
Row = tuple[str, int]


@final
@frozen(kw_only=True)
class Found:
    """What the rows say: projects, or why they are none, and plans."""

    projects: Mapping[Row, Project | str]
    listed: Mapping[str, tuple[Row, Record]]
    plans: Mapping[str, str]

    @property
    def good(self) -> list[Project]:
        """Return the projects."""
        return [each for each in self.projects.values() if isinstance(each, Project)]


def architecture_of(
    pages: tuple[Page, ...], found: Found, ledger: Ledger, names: Names
) -> Architecture:
    """Return plans, appeals and organizations; the appeals are whole if all pages are here."""
    plans = _plans(pages, found, ledger, names)
    appeals = tuple(ledger.appeals.values())
    known = names.registry.organizations
    whole = {each.id: each for each in ledger.organizations.values()}
    own = tuple(each for id, each in sorted(whole.items()) if known.get(id) != each)
    # in the order in which reading the document brings them back
    lent = called_for({"organizations": own, "appeals": appeals}, known)
    return Architecture(
        title=", ".join(each.name or each.id for each in plans if each.part_of is None) or None,
        note=_NOTE,
        complete=("appeals",) if appeals and _is_whole(pages, found, ledger) else (),
        default_sources=(_PROJECTS.id,),
        sources=(_PROJECTS, *([_PLANS] if any(each.sources for each in plans) else [])),
        organizations=(*own, *lent),
        plans=plans,
        appeals=appeals,
    )


def _plans(pages: tuple[Page, ...], found: Found, ledger: Ledger, names: Names) -> tuple[Plan, ...]:
    named = {text(each, "id"): each for project in found.good for each in project.plans}
    inside: dict[str, list[Project]] = {fts: [] for fts in named}
    for project in found.good:
        for each in project.plans:
            inside[text(each, "id")].append(project)
    plans = []
    for fts, id in found.plans.items():
        _, listed = found.listed.get(fts, ((), None))
        plan = plans_.plan_of(id, named[fts], listed, inside[fts], names)
        stated = {page.total for page in pages if page.total}
        alone = len(found.plans) == len(stated) == 1
        plans.append(evolve(plan, figures=plans_.counted(*stated)) if alone else plan)
        chapters = sorted(country for of, country in ledger.chapters if of == id)
        plans += [plans_.chapter_of(id, country, names) for country in chapters]
    return tuple(plans)


def _is_whole(pages: tuple[Page, ...], found: Found, ledger: Ledger) -> bool:
    """Return whether all projects that the search counts are here, and each was read."""
    totals = {page.total for page in pages if page.rows and not page.is_plans}
    return totals == {len({each.id for each in found.good} - ledger.refused)}
