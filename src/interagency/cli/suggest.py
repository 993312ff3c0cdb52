"""`interagency suggest`: candidates for a vacant or open seat of leadership, and why."""

import click

from interagency.checking.suggestions import lacks_a_leader, wanted_seats
from interagency.checking.suggestions import suggest as candidates_for
from interagency.cli.channel import say, say_all
from interagency.cli.inputs import at_option, plugins_of, snapshot_of
from interagency.cli.lookup import known
from interagency.model import Body, Day
from interagency.report.printing import shown
from interagency.snapshot import Snapshot, counted

_MOST = 10


@click.command()
@click.argument("path")
@click.argument("body")
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=_MOST,
    show_default=True,
    help="Show this many candidates at most.",
)
@at_option
@click.pass_context
def suggest(context: click.Context, path: str, body: str, most: int, at: Day | None) -> None:
    """Suggest who may lead or co-lead BODY, with every reason.

    Those who hold a mandate or work on it are named even if they are not in the room. Nothing is
    chosen: whether a candidate is able and willing, and is agreed to, people decide.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    found = known(snapshot, body, (Body,), "a body")
    name = shown(snapshot.name(body))
    candidates = candidates_for(snapshot, body)
    leadership = snapshot.leadership(found)
    if not lacks_a_leader(leadership):
        say(f"{name}: the leadership is complete, and no seat of it is vacant")
    elif not candidates:
        say(f"{name}: no candidate is known, in this body, around it, or by mandate or work")
    else:
        seats = shown(wanted_seats(leadership))
        say(f"{name}: candidates for {seats}, by points; nothing is chosen")
    for candidate in candidates[:most]:
        who = f"{_called(snapshot, candidate.organization)} ({candidate.organization})"
        say_all(["", f"{who}: {counted(candidate.points, 'point')}"])
        if not candidate.in_room:
            say(f"    is not in the room: sits neither in {name} nor around it")
        for reason in candidate.reasons:
            say(f"    +{reason.points} {reason.text}")
    if len(candidates) > most:
        say_all(["", f"... and {len(candidates) - most} more: --most {len(candidates)}"])


def _called(snapshot: Snapshot, id: str) -> str:
    """Return what an organization is called, also one that the document does not name."""
    known = snapshot.vocabularies.organizations.get(id)
    lent = known.acronym or known.name if known and id not in snapshot.whole.entities else None
    return lent or snapshot.name(id)
