"""An issue that goes up from somewhere, and ends at no office."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import NONE, Forum, Office
from interagency.snapshot import Question, Snapshot, ends, escalates, escalation


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each start of a line that escalates and reaches no office.

    Forums at the top that are led by somebody whose lines are recorded are asked for theirs.
    """
    starts = dict.fromkeys(link.from_ for link in escalates(snapshot))
    if starts:
        yield from _tops_without_office(snapshot)
    for start in starts:
        tops = ends(snapshot, start)
        if not any(isinstance(snapshot.now.entities[each], Office) for each in tops):
            where = f"ends at {', '.join(map(snapshot.name, tops))}" if tops else "runs in a ring"
            message = f"an issue of {snapshot.name(start)} {where}, and reaches no office"
            yield Finding(start, message, tops, (f"escalates_to from {start}",))


def _tops_without_office(snapshot: Snapshot) -> Iterator[Question]:
    """Yield the question where issues of a forum go from which no line is known to lead on."""
    owners = {snapshot.organization_of(link.from_) for link in escalates(snapshot)}
    for body in snapshot.certain(Forum):
        is_top = body.lies_in in (None, NONE) and body.stands_for is None
        if is_top and _is_led_by(snapshot, body, owners) and _ends_here(snapshot, body):
            yield snapshot.ask_field(body, "escalates_to")


def _is_led_by(snapshot: Snapshot, body: Forum, owners: set[str | None]) -> bool:
    """Return whether a forum is led by one of those of whom it is recorded whom they alert."""
    held = (seat.held_by for seat in snapshot.leadership(body).held)
    leaders = (snapshot.organization_of(each) for each in held if each)
    return any(each is not None and each in owners for each in leaders)


def _ends_here(snapshot: Snapshot, body: Forum) -> bool:
    written = ("reports_to", "escalates_to")
    return not any(snapshot.links(body, kind) for kind in written) and not escalation(
        snapshot, body.id
    )


RULE = Rule(
    name="escalation-ends-nowhere",
    severity=Severity.WARNING,
    summary="A line along which issues escalate that ends at no office.",
    rationale=(
        "An issue is settled where somebody can decide: in the end at an office of an agency "
        "or of the government. A line that ends at a group, or runs in a ring, leaves it with "
        "those who could not settle it. It follows `escalates_to`, and where a step has none, "
        "`reports_to` and where it lies. A forum at the top from which no line leads on becomes a "
        "question, if who leads it has such lines elsewhere. To clear it, write to which office it "
        "goes on."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR Senior Inter-Agency Coordination Officer, Panama (vacancy, 2023): "
            "alert the regional bureau, the multi-country office or the RRC office on "
            "issues of the interface",
        ),
    ),
    examples=(
        Example(
            "a post that alerts a bureau",
            """
interagency: 2
offices: {bureau: {kind: regional-bureau, organization: unhcr}}
posts: {senior: {title: Senior Officer, escalates_to: [bureau]}}
forums: {rcf: {name: Refugee Coordination Forum, escalates_to: [senior]}}
""",
        ),
        Example(
            "two forums that send issues to each other, and a group that sends them to a third",
            """
interagency: 2
forums:
  one: {name: Forum one, escalates_to: [two]}
  two: {name: Forum two, escalates_to: [one]}
  hct: {name: HCT}
sectors: {health: {name: Health, escalates_to: [hct]}}
""",
            flags=("health", "one", "two"),
        ),
    ),
)
