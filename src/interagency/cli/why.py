"""`interagency why`: the chains of command from one thing to another, or to the top."""

import click

from interagency.cli.channel import say
from interagency.cli.inputs import at_option, plugins_of, snapshot_of
from interagency.cli.lookup import known
from interagency.graph import Chain, Step, chains_to_top
from interagency.graph import why as chains_between
from interagency.model import Body, Certainty, Day, Office, Organization, Post
from interagency.report.involvement import parts_of, sentence
from interagency.report.printing import shown
from interagency.report.wording import Wording
from interagency.snapshot import Snapshot, escalation

_DEEPEST = 20
_MOST = 50
_ENDS = (Body, Post, Office, Organization)
_IN_WORDS = "a body, post, office or organization"


@click.command()
@click.argument("path")
@click.argument("start")
@click.argument("end", required=False)
@click.option(
    "--most",
    type=click.IntRange(1, _MOST),
    default=5,
    show_default=True,
    help="How many chains to show, the shortest first.",
)
@click.option(
    "--escalation", "upward", is_flag=True, help="Show where an issue goes next, step by step."
)
@at_option
@click.pass_context
def why(
    context: click.Context,
    path: str,
    start: str,
    end: str | None,
    most: int,
    upward: bool,
    at: Day | None,
) -> None:
    """Show how START reaches END, or the top: whom it reports to, where it lies, who leads.

    Of what reaches nothing, show which products it makes, for whom, and to what it is party.

    START is the id of a body, a post, an office or an organization, which starts from the bodies
    in which it has a seat; so is END.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    for id in filter(None, (start, end)):
        known(snapshot, id, _ENDS, _IN_WORDS)
    if upward:
        _escalate(context, snapshot, start, end)
        return
    chains = _chains(snapshot, start, end, most + 1)
    if not chains and end is None and _parts(snapshot, start):
        return
    if not chains:
        goal = snapshot.name(end) if end else "anything above it"
        why_not = _without_a_seat(snapshot, start)
        say(f"no chain is known from {snapshot.name(start)} to {goal}{why_not}")
        if end and _chains(snapshot, end, start, 1):
            names = f"from {snapshot.name(end)} to {snapshot.name(start)}"
            say(f"there is one the other way round, {names}")
        context.exit(1)
    ways_back = [None if end else _back(snapshot, chain) for chain in chains]
    for chain, back in zip(chains[:most], ways_back, strict=False):
        _tell(snapshot, start, chain)
        if back is not None:
            say(_indented(len(chain) + 1, f"{back} again: a ring, and no top"))
    if len(chains) > most:
        say(f"... and more: these are the first {most}, --most {_MOST} shows up to {_MOST}")
    if all(ways_back):
        context.exit(1)


def _chains(snapshot: Snapshot, start: str, end: str | None, most: int) -> tuple[Chain, ...]:
    if end is None:
        return chains_to_top(snapshot, start)
    return chains_between(snapshot, start, end, most=most)


def _escalate(context: click.Context, snapshot: Snapshot, start: str, end: str | None) -> None:
    """Show where an issue goes from something, with on what, how sure that is and who says so."""
    if end is not None:
        raise click.UsageError("--escalation goes from START to the top; leave END out")
    steps = escalation(snapshot, start)
    if not steps:
        say(f"to whom an issue of {snapshot.name(start)} escalates is not recorded")
        context.exit(1)
    for step in steps:
        about = getattr(step.fact, "about", None)
        doubt = f", {step.fact.certainty.value}" if step.fact.is_inferred else ""
        subject = step.start if step.start in snapshot.bodies else None
        sources = ", ".join(snapshot.sources(step.fact, subject)) or "no source"
        words = f"{snapshot.name(step.start)} {_RISES[step.kind]} {snapshot.name(step.end)}"
        say(f"{words}{f' on {about}' if about else ''}  [{sources}{doubt}]")


_RISES = {
    "escalates_to": "escalates to",
    "reports_to": "reports to",
    "within": "lies within",
    "led_through": "is led through",
    "office": "belongs to",
    "parent": "is part of",
}


def _parts(snapshot: Snapshot, start: str) -> bool:
    """Show what something without a chain has to do with products and the like; False if nothing.

    An assessment agency need not sit anywhere to make three products for another organization.
    """
    wording = Wording.on(snapshot, whole=True)
    parts = tuple(parts_of(wording, start))
    for part in parts:
        sources = ", ".join(part.sources) or "no source"
        say(f"{sentence(wording, start, part)}  [{sources}]")
    return bool(parts)


def _tell(snapshot: Snapshot, start: str, chain: Chain) -> None:
    say(snapshot.name(start))
    for depth, step in enumerate(chain, start=1):
        say(_indented(depth, _line(snapshot, step)))


def _without_a_seat(snapshot: Snapshot, start: str) -> str:
    """Return that an organization has no seat from which to start; nothing of anything else."""
    if not isinstance(snapshot.now.find(start), Organization):
        return ""
    holders = (snapshot.organization_of(seat.held_by or "") for seat in snapshot.now.seats)
    return "" if start in holders else ": it has no seat in any body"


def _indented(depth: int, line: str) -> str:
    """Return a line further to the right the deeper it is; beyond some depth it is told."""
    told = f"(step {depth}) " if depth > _DEEPEST else ""
    return "  " * min(depth, _DEEPEST) + told + shown(line)


def _back(snapshot: Snapshot, chain: Chain) -> str | None:
    """Return how a chain comes back to itself; None if it ends at a top."""
    last = chain[-1].end
    passed = {step.start for step in chain} | {last}
    ends = [link.target for link in snapshot.links(last, "reports_to") if link.target]
    back = next((end for end in ends if end in passed), None)
    if back is not None:
        return f"reports to {snapshot.name(back)}"
    body = snapshot.bodies.get(last)
    if ends or body is None or body.parent not in passed:
        return None
    return f"lies within {snapshot.name(body.parent or '')}"


def _line(snapshot: Snapshot, step: Step) -> str:
    """Return one step in words, with how sure it is and where it was read."""
    end = snapshot.name(step.end)
    what = "an office" if isinstance(snapshot.now.entities[step.start], Office) else "a post"
    fixed = {
        "reports_to": f"reports to {end}",
        "within": f"lies within {end}",
        "organization": f"is {what} of {end}",
        "parent": f"is part of {end}",
    }
    sits = isinstance(snapshot.now.find(step.start), Organization)
    words = f"is {step.kind} of {end}" if sits else f"has {end} as {step.kind}"
    words = fixed.get(step.kind, words)
    doubt = "" if step.certainty is Certainty.STATED else f", {step.certainty.value}"
    return f"{words}  [{', '.join(step.sources) or 'no source'}{doubt}]"
