"""`interagency why`: the chains of command from one thing to another, or to the top."""

from typing import Final

import click

from interagency.checking import Snapshot, name_of
from interagency.checking.naming import section_of
from interagency.cli.inputs import at_option, plugins_of, shown, snapshot_of
from interagency.graph import Chain, Step, chains_to_top
from interagency.graph import why as chains_between
from interagency.model import Body, Certainty, Day, Office, Organization, Post

_DEEPEST: Final = 20
_EXAMPLES: Final = 3


@click.command()
@click.argument("path")
@click.argument("start")
@click.argument("end", required=False)
@at_option
@click.pass_context
def why(context: click.Context, path: str, start: str, end: str | None, at: Day | None) -> None:
    """Show how START reaches END, or the top: whom it reports to, where it lies, who leads.

    START is the id of a body, a post, an office or an organization, which starts from the bodies
    in which it has a seat; so is END.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    for id in (start, *([end] if end else [])):
        _refuse_what_has_no_place(snapshot, id)
    chains = (
        chains_between(snapshot.now, start, end, snapshot.vocabularies)
        if end
        else chains_to_top(snapshot.now, start)
    )
    if not chains:
        goal = name_of(snapshot, end) if end else "anything above it"
        why_not = _without_a_seat(snapshot, start)
        click.echo(shown(f"no chain is known from {name_of(snapshot, start)} to {goal}{why_not}"))
        context.exit(1)
    for chain in chains:
        click.echo(shown(name_of(snapshot, start)))
        for depth, step in enumerate(chain, start=1):
            click.echo(_indented(depth, _line(snapshot, step)))
        back = None if end else _back_into(snapshot, chain)
        if back is not None:
            again = f"reports to {name_of(snapshot, back)} again: a ring, and no top"
            click.echo(_indented(len(chain) + 1, again))
            context.exit(1)


def _refuse_what_has_no_place(snapshot: Snapshot, id: str) -> None:
    """Refuse the id of what is in no chain, such as a plan, and say what to give instead."""
    found = snapshot.now.find(id)
    if not isinstance(found, Body | Post | Office | Organization):
        examples = [each.id for each in snapshot.now.bodies[:_EXAMPLES]]
        such = f", for example {' or '.join(examples)}" if examples else ""
        wanted = "give the id of a body, a post, an office or an organization"
        raise click.UsageError(shown(f"{id!r} stands under {section_of(found)}; {wanted}{such}"))


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


def _back_into(snapshot: Snapshot, chain: Chain) -> str | None:
    """Return where a chain comes back to itself; None if it ends at a top."""
    links = snapshot.links(chain[-1].end, "reports_to")
    passed = {step.start for step in chain} | {chain[-1].end}
    return next((link.target for link in links if link.target in passed), None)


def _line(snapshot: Snapshot, step: Step) -> str:
    """Return one step in words, with how sure it is and where it was read."""
    end = name_of(snapshot, step.end)
    fixed = {
        "reports_to": f"reports to {end}",
        "within": f"lies within {end}",
        "organization": f"is a post of {end}",
    }
    sits = isinstance(snapshot.now.find(step.start), Organization)
    words = f"is {step.kind} of {end}" if sits else f"has {end} as {step.kind}"
    words = fixed.get(step.kind, words)
    doubt = "" if step.certainty is Certainty.STATED else f", {step.certainty.value}"
    return f"{words}  [{', '.join(step.sources) or 'no source'}{doubt}]"
