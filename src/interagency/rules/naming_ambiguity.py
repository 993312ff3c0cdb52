"""One acronym for several bodies, or for several organizations."""

from collections import defaultdict
from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Organization
from interagency.snapshot import Snapshot
from interagency.vocabularies import folded


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each acronym that stands for more than one thing of a sort."""
    groups: dict[tuple[bool, str], list[Body | Organization]] = defaultdict(list)
    named: tuple[Body | Organization, ...] = (*snapshot.now.bodies, *snapshot.now.organizations)
    for each in named:
        if each.acronym is not None and each.is_certain and not _names_its_kind(each):
            groups[isinstance(each, Body), folded(each.acronym)].append(each)
    for (are_bodies, _), found in groups.items():
        if len(found) > 1:
            first, *others = sorted(each.id for each in found)
            what = "bodies" if are_bodies else "organizations"
            who = " and ".join(_name(snapshot, id) for id in (first, *others))
            message = f"{found[0].acronym} is the acronym of {len(found)} {what}, {who}"
            yield Finding(first, message, tuple(others))


def _name(snapshot: Snapshot, id: str) -> str:
    """Return the full name of something; that of an organization is spoken of by its acronym."""
    found = snapshot.now.entities[id]
    name = found.name if isinstance(found, Organization) else None
    return f"{name} ({id})" if name else snapshot.name(id)


def _names_its_kind(each: Body | Organization) -> bool:
    """Return whether an acronym is that of a kind of body, of which every country has its own."""
    kinds = each.kind if isinstance(each, Body) else ()
    return folded(each.acronym or "") in {folded(kind) for kind in kinds}


RULE = Rule(
    name="naming-ambiguity",
    severity=Severity.WARNING,
    summary="One acronym for several bodies, or for several organizations.",
    rationale=(
        "RCF is the Refugee Coordination Forum in one country and the Refugee Consultation Forum "
        "in another; GTRM is one platform in Peru and another in Ecuador. Acronyms that name a "
        "kind of body, such as UNCT, are not reported. To clear it, tell them apart, for example "
        "GTRM Peru."
    ),
    check=check,
    sources=(
        Citation(
            "Sudan refugee response, inter-agency coordination briefing kit, June 2022 (Refugee "
            "Consultation Forum)",
            "https://reliefweb.int/report/sudan/"
            "sudan-refugee-response-inter-agency-coordination-briefing-kit-june-2022",
        ),
        Citation(
            "UNHCR, Peru 2021 plan, partnership and coordination (GTRM)",
            "https://reporting.unhcr.org/peru-2021-plan-partnership-and-coordination",
        ),
    ),
    examples=(
        Example(
            "each country has a UNCT, and one platform a name of its own",
            """
interagency: 2
forums:
  unct-per: {name: UNCT Peru, acronym: UNCT, kind: unct}
  unct-ecu: {name: UNCT Ecuador, acronym: UNCT, kind: unct}
  gtrm: {name: GTRM Peru, acronym: GTRM, kind: platform}
""",
        ),
        Example(
            "two platforms under one acronym",
            """
interagency: 2
forums:
  gtrm-per: {name: GTRM Peru, acronym: GTRM, kind: platform}
  gtrm-ecu: {name: GTRM Ecuador, acronym: gtrm, kind: platform}
""",
            flags=("gtrm-ecu",),
        ),
    ),
)
