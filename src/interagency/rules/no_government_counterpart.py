"""A national or sub-national group without any part of government in its leadership."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Forum, Level, Sector
from interagency.snapshot import Question, Snapshot, Verdict, section_of

_LEVELS = (Level.NATIONAL, Level.SUB_NATIONAL)


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding if there is certainly no counterpart, a question if that is unknown."""
    government = snapshot.government
    for body in snapshot.certain(Forum, Sector):
        if snapshot.level(body) not in _LEVELS:
            continue
        exempt, answer = government.exempts(body), government.in_seats_of(body)
        if Verdict.MET in (exempt, answer):
            continue
        if answer is Verdict.UNKNOWN:
            yield _question(snapshot, body)
        elif exempt is Verdict.UNKNOWN:
            yield snapshot.ask_field(body, "kind")
        else:
            name = snapshot.name(body.id)
            yield Finding(body.id, f"no part of government leads, co-leads or accompanies {name}")


def _question(snapshot: Snapshot, body: Body) -> Question:
    template = "Which part of government leads, co-leads or accompanies {}?"
    name = snapshot.name(body.id)
    return Question(
        body.id,
        "government-counterpart",
        template.format(name),
        f"{section_of(body)}.{body.id}.seats.government-counterpart: [...], or none",
        template.format("each of these"),
        name,
    )


_RCM = (
    "https://emergency.unhcr.org/coordination-and-communication/"
    "refugee-coordination-model/refugee-coordination-model-rcm"
)

RULE = Rule(
    name="no-government-counterpart",
    severity=Severity.WARNING,
    summary="A national or sub-national forum or sector without any part of government.",
    rationale=(
        "The State is responsible first: a group without a ministry or a local authority in its "
        "leadership, or beside it, plans past those who stay. It is reported only if leads and "
        "members are written whole (`complete: [leads, members]`) and none is of government. "
        "To clear it, write who leads or co-leads for government, or the ministry that "
        "accompanies the group as `government-counterpart`."
    ),
    check=check,
    sources=(
        Citation("UNHCR Emergency Handbook, Refugee Coordination Model (led by the State)", _RCM),
        Citation("The same (a forum is co-chaired by government if possible)", _RCM),
        Citation("The same (government counterparts of sector groups where possible)", _RCM),
        Citation(
            "FSC Handbook 3.6.1, Sharing leadership (government is approached first)",
            "https://handbook.fscluster.org/docs/361-sharing-leadership-and-coordination-"
            "responsibility-government-co-leads-and-ngo-co-facilitators",
        ),
    ),
    examples=(
        Example(
            "a ministry that co-leads, a counterpart, and a group whose co-leads are unknown",
            """
interagency: 2
level: national
organizations:
  moh: {name: Ministry of Health, kind: government}
forums:
  rcf: {name: Refugee Coordination Forum, kind: rcf, seats: {chair: [unhcr]}}
  hct: {name: Humanitarian Country Team, kind: hct, complete: [leads, members]}
sectors:
  health: {name: Health, seats: {co-lead: [who, moh]}}
  wash: {name: WASH, seats: {lead: [unicef], government-counterpart: [{kind: local-government}]}}
""",
        ),
        Example(
            "every lead and every member is written, and none is of government",
            """
interagency: 2
level: national
complete: [leads, members]
forums:
  rcf: {name: Refugee Coordination Forum, kind: rcf, seats: {chair: [unhcr], member: [iom]}}
sectors:
  education: {name: Education, seats: {lead: [unicef], government-counterpart: vacant}}
""",
            flags=("education", "rcf"),
        ),
    ),
)
