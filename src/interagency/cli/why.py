"""`interagency why`: the chains of command from one thing to another, or to the top."""

from typing import Final

import click

from interagency.checking import Snapshot, name_of
from interagency.cli.inputs import at_option, plugins_of, shown, snapshot_of
from interagency.graph import Chain, Step, chains_to_top
from interagency.graph import why as chains_between
from interagency.model import Certainty, Day

_DEEPEST: Final = 20


@click.command()
@click.argument("path")
@click.argument("start")
@click.argument("end", required=False)
@at_option
@click.pass_context
def why(context: click.Context, path: str, start: str, end: str | None, at: Day | None) -> None:
    """Show how START reaches END, or the top: whom it reports to, where it lies, who leads.

    START is the id of a body, a post or an office; END may be an organization too.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    snapshot.now.find(start)
    chains = (
        chains_between(snapshot.now, start, end, snapshot.vocabularies)
        if end
        else chains_to_top(snapshot.now, start)
    )
    if not chains:
        goal = name_of(snapshot, end) if end else "anything above it"
        click.echo(shown(f"no chain is known from {name_of(snapshot, start)} to {goal}"))
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
    words = fixed.get(step.kind, f"has {end} as {step.kind}")
    doubt = "" if step.certainty is Certainty.STATED else f", {step.certainty.value}"
    return f"{words}  [{', '.join(step.sources) or 'no source'}{doubt}]"
