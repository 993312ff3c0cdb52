"""`interagency suggest`: who may fill a vacant or open seat of leadership, and why."""

import click

from interagency.checking.suggestions import lacks_a_leader, wanted_seats
from interagency.checking.suggestions import suggest as candidates_for
from interagency.cli.channel import say, say_all
from interagency.cli.inputs import at_option, plugins_of, snapshot_of
from interagency.cli.lookup import known
from interagency.model import Body, Day
from interagency.report.printing import shown
from interagency.snapshot.labels import counted


@click.command()
@click.argument("path")
@click.argument("body")
@at_option
@click.pass_context
def suggest(context: click.Context, path: str, body: str, at: Day | None) -> None:
    """Suggest who may lead or co-lead BODY: those in the room, with every reason told.

    Nothing is chosen: whether a candidate is able and willing, and is agreed to, people decide.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    found = known(snapshot, body, (Body,), "a body")
    name = shown(snapshot.name(body))
    candidates = candidates_for(snapshot, body)
    leadership = snapshot.leadership(found)
    if not lacks_a_leader(leadership):
        say(f"{name}: leadership is written whole, and no seat of it is vacant")
    elif not candidates:
        say(f"{name}: nobody else is known in this body, or in those above and below it")
    else:
        seats = shown(wanted_seats(leadership))
        say(f"{name}: candidates for {seats}, by points; nothing is chosen")
    for candidate in candidates:
        who = f"{snapshot.name(candidate.organization)} ({candidate.organization})"
        say_all(["", f"{who}: {counted(candidate.points, 'point')}"])
        for reason in candidate.reasons:
            say(f"    +{reason.points} {reason.text}")
