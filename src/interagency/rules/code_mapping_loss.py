"""Sectors of a plan that is filed with FTS, of which its lists have no code."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Appeal, Plan, named
from interagency.snapshot import Participation, Snapshot

# FTS and HPC are one: the numbers of their plans and clusters are the same.
_SCHEMES = ("fts", "hpc")
_FILED_UNDER = ("fts", "fts-code", "hpc")


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each plan filed with FTS whose sectors it can only file as others."""
    sectors = snapshot.vocabularies["sectors"]
    participation = snapshot.participation
    asked = _asked(snapshot)
    for plan in filter(_is_filed, snapshot.now.plans):
        used = _planned(participation, plan, asked)
        lost = sorted(
            term.code
            for term in sectors
            if term.code in used and not any(scheme in _SCHEMES for scheme, _ in term.equivalents)
        )
        if lost:
            name = snapshot.name(plan.id)
            message = f"{name} is filed with FTS, which has no code just for {', '.join(lost)}"
            yield Finding(plan.id, message, (), tuple(f"covers {code}" for code in lost))


def _is_filed(plan: Plan) -> bool:
    """Return whether a plan certainly has a number of its own at FTS."""
    return plan.is_certain and any(scheme in _FILED_UNDER for scheme, _ in plan.identifiers)


def _asked(snapshot: Snapshot) -> Mapping[str, set[str]]:
    """Return the codes of the appeals in each plan."""
    found: dict[str, set[str]] = defaultdict(set)
    for appeal in snapshot.certain(Appeal):
        found[appeal.plan].update(named(appeal.covers))
    return found


def _planned(participation: Participation, plan: Plan, asked: Mapping[str, set[str]]) -> set[str]:
    """Return the codes of a plan, of its chapters that are not filed apart, and of appeals."""
    inside = [plan]
    for each in inside:  # which grows as it goes
        chapters = (each for each in participation.chapters(each) if each.is_certain)
        inside += (chapter for chapter in chapters if not _is_filed(chapter))
    return {code for each in inside for code in (*named(each.covers), *asked.get(each.id, ()))}


RULE = Rule(
    name="code-mapping-loss",
    severity=Severity.INFO,
    summary="A plan filed with FTS, with sectors of which FTS has no code.",
    rationale=(
        "Refugee and R4V sectors have no official code. Where a plan is filed with FTS, they are "
        "bent into another: refugee response becomes camp coordination, and basic needs food "
        "security, so that figures by sector differ from those of the plan. It looks at plans "
        "with an identifier of FTS or HPC, and at their appeals: whoever exchanges nothing needs "
        "no such code. To clear it, change nothing in the structure: check what the exchange "
        "does, and waive what you know."
    ),
    check=check,
    sources=(
        Citation(
            "OCHA-DAP hdx-python-scraper, sector_configuration.yaml (refugee response as CCM)",
            "https://github.com/OCHA-DAP/hdx-python-scraper",
        ),
        Citation(
            "OCHA global coordination groups",
            "https://data.humdata.org/dataset/global-coordination-groups-beta",
        ),
    ),
    examples=(
        Example(
            "official codes, one that is in no list at all, and a plan that is not filed",
            """
interagency: 2
sectors:
  basic-needs: {name: Basic Needs, covers: [basic-needs]}
plans:
  rrp: {name: Plan, kind: RRP, covers: [HEA, PRO-CPN, our-own], identifiers: {fts: 1072}}
  local: {name: Local plan, covers: [basic-needs]}
""",
        ),
        Example(
            "a plan that FTS files, in which an appeal is for basic needs",
            """
interagency: 2
plans:
  rrp: {name: Plan, kind: RRP, covers: [HEA], identifiers: {fts: 1072}}
appeals:
- {plan: rrp, organization: unhcr, covers: [basic-needs]}
""",
            flags=("rrp",),
        ),
    ),
)
