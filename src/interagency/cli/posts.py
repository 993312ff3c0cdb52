"""`interagency posts`: the posts in one table, with those that end, are vacant or lack money."""

from collections.abc import Iterator
from datetime import date, timedelta

import click

from interagency.cli.channel import say, say_all
from interagency.cli.due import Span, day_of
from interagency.cli.inputs import at_option, plugins_of, snapshot_of
from interagency.cli.output import aligned
from interagency.model import VACANT, Day, Post
from interagency.snapshot import Snapshot

_HEADS = ("post", "grade", "organization", "office", "until", "look at")


@click.command()
@click.argument("path")
@click.option(
    "--within",
    type=Span(),
    default="90d",
    show_default=True,
    help="How soon a post has to end to be marked.",
)
@at_option
@click.pass_context
def posts(context: click.Context, path: str, within: int, at: Day | None) -> None:
    """List the posts: whose they are, when they end, and which are vacant, shared or not funded."""
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    day = day_of(snapshot)
    rows = [_row(snapshot, post, day, within) for post in snapshot.now.posts]
    if not rows:
        say("no post is recorded")
        return
    say_all(aligned([_HEADS, *rows]))


def _row(snapshot: Snapshot, post: Post, day: date, within: int) -> tuple[str, ...]:
    behind = snapshot.organization_of(post.id)
    office = snapshot.name(post.office) if post.office in snapshot.now.entities else "?"
    return (
        snapshot.name(post.id),
        post.grade or "?",
        snapshot.name(behind) if behind else "?",
        office,
        str(post.until) if post.until else "?",
        ", ".join(marks(snapshot, post, day, within)),
    )


def marks(snapshot: Snapshot, post: Post, day: date, within: int) -> Iterator[str]:
    """Yield what is worth a look in a post: it ends, is vacant, is shared, has no money."""
    if post.until is not None and post.until.last <= day + timedelta(days=within):
        yield f"ends in {(post.until.last - day).days} days"
    if is_vacant(snapshot, post):
        yield "vacant"
    if post.capacity == "double-hatting":
        yield "double-hatting"
    if post.funded is False:
        yield "not funded"


def is_vacant(snapshot: Snapshot, post: Post) -> bool:
    """Return whether nobody certainly holds a post: it says so, or a seat that it fills does."""
    if post.filled is not None:
        return not post.filled
    seats = (seat for seat in snapshot.now.seats if seat.post == post.id and seat.is_certain)
    return any(seat.holder == VACANT for seat in seats)
