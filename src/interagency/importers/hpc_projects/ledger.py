"""Each project is written down as an appeal, and gets exactly one outcome."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import final

from attrs import define, evolve, field

from interagency.exchange import Outcome
from interagency.importers.hpc_projects.pages import text
from interagency.importers.hpc_projects.plans import chapter_id
from interagency.importers.hpc_projects.projects import Project
from interagency.importers.tabular.ledger import RowStatus
from interagency.model import Appeal, Money, Organization
from interagency.model.keys import appeal_key

APPEALING = "appealing"
_LIMIT = Decimal(10) ** 18


@final
@define
class Ledger:
    """The appeals so far.

    Attributes:
        plans: The ids of the plans, by FTS's number.
        organizations: The organizations, by FTS's number.
        several: The ids of the plans whose projects name more than one country.
        appeals: The appeals, by what tells them apart.
        chapters: The plan and the country of each chapter.
        refused: The projects that are in no appeal.
    """

    plans: Mapping[str, str]
    organizations: Mapping[str, Organization]
    several: frozenset[str]
    appeals: dict[tuple[object, ...], Appeal] = field(factory=dict)
    chapters: dict[tuple[str, str], None] = field(factory=dict)
    refused: set[str] = field(factory=set)
    _seen: dict[str, Project] = field(factory=dict, init=False)

    def enter(self, project: Project) -> RowStatus:
        """Write down one project, and return what became of it."""
        known = self._seen.setdefault(project.id, project)
        if known is not project:
            other = "" if known.amount == project.amount else "; not understood: other amounts"
            return Outcome.MERGED, f"into project {project.id}{other}"
        appeals = list(self._appeals(project))
        if not all(map(self._is_within_bounds, appeals)):
            del self._seen[project.id]
            self.refused.add(project.id)
            return Outcome.REJECTED, "together with those before it, its amount is too large"
        said = [self._keep(appeal) for appeal in appeals]
        told = "".join(f"; not understood: {each}" for each in project.problems)
        shown = ", ".join(label for _, label in said)
        if any(is_new for is_new, _ in said):
            return Outcome.READ, f"{shown}{told}"
        return Outcome.MERGED, f"into {shown}, with its amount{told}"

    def _appeals(self, project: Project) -> Iterator[Appeal]:
        for plan in project.plans:
            for member in project.members:
                yield Appeal(
                    plan=self._part(self.plans[text(plan, "id")], project),
                    organization=self.organizations[member.fts].id,
                    participation=APPEALING,
                    covers=project.covers,
                    country=project.country,
                    amount=project.amount,
                )

    def _part(self, plan: str, project: Project) -> str:
        """Return the plan, or its chapter for the country of a project."""
        if project.country is None or not project.chapter or plan not in self.several:
            return plan
        self.chapters[plan, project.country] = None
        return chapter_id(plan, project.country)

    def _is_within_bounds(self, appeal: Appeal) -> bool:
        first = self.appeals.get(appeal_key(appeal))
        sums = _sum(first and first.amount, appeal.amount)
        return sums is None or abs(sums) < _LIMIT

    def _keep(self, appeal: Appeal) -> tuple[bool, str]:
        """Keep an appeal; one that differs in its amount only is added to the first."""
        key = appeal_key(appeal)
        first = self.appeals.get(key)
        amount = _together(first.amount, appeal.amount) if first else appeal.amount
        self.appeals[key] = evolve(appeal, amount=amount)
        parts = (appeal.plan, "+".join(appeal.covers), appeal.country)
        where = ", ".join(filter(None, parts))
        return first is None, f"appeal of {appeal.organization} in {where}"


def _together(one: Money | None, other: Money | None) -> Money | None:
    """Return two amounts as one; a sum with an unknown part is unknown."""
    whole = _sum(one, other)
    return None if one is None or whole is None else evolve(one, amount=whole)


def _sum(one: Money | None, other: Money | None) -> Decimal | None:
    return None if one is None or other is None else one.amount + other.amount
