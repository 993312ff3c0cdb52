"""A body whose leadership breaks a mandate that binds: no agreement in the country excuses it."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body
from interagency.snapshot import (
    Question,
    Snapshot,
    Verdict,
    Wanted,
    in_leadership,
    leaders,
    listed,
)
from interagency.vocabularies import MandateStrength


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding if whoever must lead certainly does not, a question if that is open."""
    mandated = snapshot.mandated
    for body in snapshot.certain(Body):
        own = mandated.own(body, must=True)
        musts = (*mandated.standing(body, MandateStrength.MUST), *((own,) if own else ()))
        if not musts:
            continue
        leadership = snapshot.leadership(body)
        answers = [(in_leadership(snapshot, leadership, each), each) for each in musts]
        broken = [each for verdict, each in answers if verdict is Verdict.GAP and not each.doubtful]
        if broken:
            yield _finding(snapshot, body, broken)
        elif not leadership.closed and any(verdict is Verdict.UNKNOWN for verdict, _ in answers):
            yield snapshot.ask_leadership(body)


def _finding(snapshot: Snapshot, body: Body, broken: list[Wanted]) -> Finding:
    wanted = "; ".join(listed(snapshot, each) for each in broken)
    leadership = snapshot.leadership(body)
    message = (
        f"{snapshot.name(body.id)} is led by {leaders(snapshot, leadership)}, "
        f"and must be led or co-led by {wanted}"
    )
    return Finding(body.id, message, evidence=tuple(sorted({*sum((e.names for e in broken), ())})))


_RCM = (
    "https://emergency.unhcr.org/coordination-and-communication/"
    "refugee-coordination-model/refugee-coordination-model-rcm"
)

RULE = Rule(
    name="must-mandate-deviation",
    severity=Severity.ERROR,
    summary="A body that is not led by those who must lead it.",
    rationale=(
        "Three mandates bind whatever is agreed in a country: UNHCR leads or co-leads the "
        "protection group of refugees, IOM and UNHCR together every platform of R4V, UNHCR and "
        "UNDP together the regional platform of the 3RP. A mandate that a document writes with "
        "`strength: global-must` binds too; one that names no area, population or situation is "
        "not limited to any. It is reported only if leadership is written whole and everybody in "
        "it is certainly another organization. Groups at sub-national level need not mirror the "
        "national one. To clear it, write who leads or co-leads, or correct `covers`, `situation` "
        "or `conforms_to`."
    ),
    check=check,
    reads=("kind of forums", "covers of groups"),
    sources=(
        Citation("UNHCR Emergency Handbook, Refugee Coordination Model (protection group)", _RCM),
        Citation(
            "IOM, Inter-agency coordination platform R4V (IOM and UNHCR co-lead at every level)",
            "https://respuestavenezolanos.iom.int/en/interagency-coordination-platform-r4v",
        ),
        Citation(
            "Global Humanitarian Overview 2025, other plans (the 3RP is co-led by two agencies)",
            "https://humanitarianaction.info/document/global-humanitarian-overview-2025/"
            "article/other-plans-2",
        ),
    ),
    examples=(
        Example(
            "UNHCR beside a ministry, a partner whom nobody named, and a local group",
            """
interagency: 2
situation: refugee
level: national
organizations:
  moi: {name: Ministry of the Interior, kind: government}
sectors:
  protection: {name: Protection, covers: [PRO], seats: {lead: [moi], co-lead: [unhcr]}}
  protection-2: {name: Protection, covers: [PRO], seats: {co-lead: [moi, unknown]}}
  local: {name: Protection, covers: [PRO], level: sub-national, seats: {co-lead: [moi, nrc]}}
""",
        ),
        Example(
            "a protection group of refugees without UNHCR",
            """
interagency: 2
situation: refugee
level: national
sectors:
  protection: {name: Protection, covers: [PRO], seats: {lead: [iom], co-lead: [nrc]}}
""",
            flags=("protection",),
        ),
        Example(
            "a platform of R4V that one agency leads with another than its partner",
            """
interagency: 2
conforms_to: [r4v-2018]
situation: refugee-and-migrant
level: national
forums:
  platform: {name: National Platform, kind: platform, seats: {co-lead: [unhcr, unicef]}}
""",
            flags=("platform",),
        ),
    ),
)
