"""A body in a country in which no local or national actor sits."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import UNKNOWN, Body, Forum, Level
from interagency.snapshot import Question, Snapshot, Verdict, some

_LEVELS = (Level.NATIONAL, Level.SUB_NATIONAL, Level.SITE)
# Forums of agencies, of donors or of governments, in which local actors have no place by design.
_EXEMPT = (
    "unct",
    "unsdg",
    "iasc",
    "donor-group",
    "government-group",
    "intergovernmental",
    "bilateral",
    "secretariat",
)


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding if everybody in a body certainly comes from outside."""
    for body in snapshot.certain(Body):
        exempt = _is_exempt(snapshot, body)
        if snapshot.level(body) not in _LEVELS or exempt is Verdict.MET:
            continue
        present = [snapshot.is_local(each) for each in snapshot.all_holders(body)]
        if not present or some(present, closed=True) is not Verdict.GAP:
            continue
        if exempt is Verdict.UNKNOWN:
            yield snapshot.ask_field(body, "kind")
        else:
            yield Finding(body.id, f"no local or national actor sits in {snapshot.name(body.id)}")


def _is_exempt(snapshot: Snapshot, body: Body) -> Verdict:
    """Answer whether a forum is of a kind without local actors; a group never is."""
    kinds = snapshot.vocabularies["body-kinds"]
    if any(kinds.is_a(kind, each) for kind in body.kind for each in _EXEMPT):
        return Verdict.MET
    sure = body.kind and all(kind != UNKNOWN and kind in kinds for kind in body.kind)
    return Verdict.GAP if sure or not isinstance(body, Forum) else Verdict.UNKNOWN


RULE = Rule(
    name="local-actor-absent",
    severity=Severity.WARNING,
    summary="A body in a country in which no local or national actor sits.",
    rationale=(
        "Those who were there before and stay after are to take part, be represented and lead. "
        "For comparison, in 2023 local and national actors sat in 93 % of humanitarian country "
        "teams, with 10 % of the seats, and held 8 % of leadership at sub-national level. National "
        "and local NGOs, community-based organizations and local authorities are such actors, and "
        "so is whoever has the tag `local` or `national`. A ministry, a Red Cross society or an "
        "`ngo` may be one, so that it is reported only if all seats are written (`complete: "
        "[leads, members]`) and all are of agencies, international NGOs and donors. To clear it, "
        "write who else sits there, or invite a local actor."
    ),
    check=check,
    needs=("leads", "members"),
    sources=(
        Citation(
            "IASC, Strengthening participation, representation and leadership of local and "
            "national actors, 2021",
            "https://scribd.com/document/711845897/",
        ),
        Citation(
            "Global Humanitarian Overview 2025, As local as possible? (the 2024 guidance on the "
            "refugee coordination model)",
            "https://humanitarianaction.info/document/global-humanitarian-overview-2025/article/"
            "local-possible-progress-remains-incremental",
        ),
        Citation(
            "The Pulse of Humanitarian Coordination 2023, humanitarian country teams",
            "https://humanitarianaction.info/article/"
            "national-level-humanitarian-country-teams-hcts",
        ),
    ),
    examples=(
        Example(
            "a local NGO, a ministry, a list that is not whole, and a UN country team",
            """
interagency: 2
level: national
organizations:
  moh: {name: Ministry of Health, kind: government}
  lido: {name: Local initiative, kind: local-ngo}
forums:
  unct: {name: UNCT, kind: unct, complete: [leads, members], seats: {chair: [unrco]}}
sectors:
  wash: {name: WASH, complete: [leads, members], seats: {lead: [unicef], member: [lido]}}
  health: {name: Health, complete: [leads, members], seats: {lead: [who], member: [moh]}}
  shelter: {name: Shelter, complete: [leads], seats: {lead: [unhcr], member: [nrc]}}
""",
        ),
        Example(
            "agencies and international NGOs among themselves",
            """
interagency: 2
level: national
complete: [leads, members]
sectors:
  shelter: {name: Shelter, seats: {lead: [unhcr], member: [nrc, {kind: donor}]}}
""",
            flags=("shelter",),
        ),
    ),
)
