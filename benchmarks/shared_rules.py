"""The seven rules of the oracle, as anybody would write them against the public API."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from interagency.checking import Finding, Rule, Severity, Snapshot, Standing, leadership_of
from interagency.model import Body, Forum, Level

NOT_LEADING = [part for part in Standing if not part.leads]


def without_lead(snapshot: Snapshot) -> Iterator[Finding]:
    for body in (*snapshot.now.sectors, *snapshot.now.sub_sectors):
        if not leadership_of(snapshot, body).held:
            yield Finding(body.id, f"nobody leads {body.name}")


def lead_not_member(snapshot: Snapshot) -> Iterator[Finding]:
    for body in groups(snapshot):
        leads = {seat.held_by for seat in leadership_of(snapshot, body).held if seat.held_by}
        members = {seat.holder for part in NOT_LEADING for seat in snapshot.seats(body.id, part)}
        for lead in leads - members:
            yield Finding(body.id, f"{lead} leads {body.name} and is no member of it", (lead,))


def reporting_ring(snapshot: Snapshot) -> Iterator[Finding]:
    """Take away what leads nowhere, and walk in rings from what is left.

    From a body that is left there is a way to a ring; it lies on one if the way comes back.
    """
    up = reports(snapshot)
    down = reversed_lines(up)
    left = dict.fromkeys(up)
    ends = [id for id, above in up.items() if not above]
    open_lines = {id: len(above) for id, above in up.items()}
    while ends:
        end = ends.pop()
        del left[end]
        for id in down.get(end, ()):
            open_lines[id] -= 1
            if not open_lines[id]:
                ends.append(id)
    for id in left:
        if id in above_of(id, up):
            yield Finding(id, f"{id} reports to itself, through others")


def without_government(snapshot: Snapshot) -> Iterator[Finding]:
    for forum in snapshot.now.forums:
        if snapshot.level(forum) is Level.NATIONAL:
            seats = snapshot.seats(forum.id)
            holders = [seat.held_by for seat in seats if seat.term == "government-counterpart"]
            if not any(is_government(snapshot, holder) for holder in holders):
                yield Finding(forum.id, f"{forum.name} has no counterpart from the government")


def appeals_unseated(snapshot: Snapshot) -> Iterator[Finding]:
    bodies = (*snapshot.now.sectors, *snapshot.now.sub_sectors)
    seated = {seat.holder for body in bodies for seat in snapshot.seats(body.id)}
    unseated = {
        (appeal.plan, appeal.organization)
        for appeal in snapshot.now.appeals
        if appeal.organization not in seated
    }
    for plan, organization in unseated:
        message = f"{organization} appeals in {plan} and sits in no sector"
        yield Finding(plan, message, (organization,))


def cut_off(snapshot: Snapshot) -> Iterator[Finding]:
    down = reversed_lines(reports(snapshot))
    waiting = [each.id for each in snapshot.now.forums if snapshot.level(each) is Level.REGIONAL]
    reached = set(waiting)
    while waiting:
        below = [id for id in down.get(waiting.pop(), ()) if id not in reached]
        reached.update(below)
        waiting += below
    for id in snapshot.bodies:
        if id not in reached:
            yield Finding(id, f"the reports of {id} reach no regional forum")


def same_name(snapshot: Snapshot) -> Iterator[Finding]:
    same = defaultdict(list)
    for body in groups(snapshot):
        forum = next((each.id for each in snapshot.upward(body) if isinstance(each, Forum)), "")
        same[forum, (body.name or body.id).casefold()].append(body.id)
    for (forum, name), ids in same.items():
        for id in ids if len(ids) > 1 else ():
            yield Finding(id, f"{forum} has {len(ids)} groups called {name}")


def groups(snapshot: Snapshot) -> tuple[Body, ...]:
    """Return the bodies below the forums."""
    now = snapshot.now
    return (*now.sectors, *now.sub_sectors, *now.working_groups)


def is_government(snapshot: Snapshot, holder: str | None) -> bool:
    entity = snapshot.now.entities.get(holder or "")
    return getattr(entity, "kind", None) == "government"


def reports(snapshot: Snapshot) -> dict[str, list[str]]:
    """Return to which bodies each body reports."""
    return snapshot.once(reports, lambda: reporting_lines(snapshot))


def reporting_lines(snapshot: Snapshot) -> dict[str, list[str]]:
    return {
        id: [link.to for link in snapshot.links(id, "reports_to") if link.target in snapshot.bodies]
        for id in snapshot.bodies
    }


def reversed_lines(up: dict[str, list[str]]) -> dict[str, list[str]]:
    down: dict[str, list[str]] = defaultdict(list)
    for id, above in up.items():
        for each in above:
            down[each].append(id)
    return down


def above_of(id: str, up: dict[str, list[str]]) -> set[str]:
    """Return everything that a body reports to, directly or through others."""
    found: set[str] = set()
    waiting = list(up[id])
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += up[each]
    return found


def rule(name: str, summary: str, check: Callable[[Snapshot], Iterator[Finding]]) -> Rule:
    return Rule(
        name=name,
        severity=Severity.WARNING,
        summary=summary,
        rationale="To measure.",
        check=check,
        sources=(),
        examples=(),
    )


RULES = (
    rule("r01-without-lead", "A sector that nobody leads.", without_lead),
    rule("r02-lead-not-member", "A lead who is no member.", lead_not_member),
    rule("r04-reporting-ring", "Bodies that report to each other.", reporting_ring),
    rule("r05-without-government", "No counterpart from a government.", without_government),
    rule("r06-appeals-unseated", "Appeals, and sits in no sector.", appeals_unseated),
    rule("r07-cut-off", "Reports reach no regional forum.", cut_off),
    rule("r08-same-name", "Groups of one forum with one name.", same_name),
)
