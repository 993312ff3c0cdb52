"""`interagency due`: what is due, what is overdue, who has not sent it, and who asks for it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from interagency.cli.compatible import ParamType
from interagency.cli.inputs import at_option, deliver, output_option, plugins_of, snapshot_of
from interagency.cli.lookup import known
from interagency.document.writer import json_text
from interagency.model import Body, Day, Office, Organization, Post
from interagency.report.calendar import details_of, icalendar, title_of
from interagency.report.printing import shown
from interagency.snapshot import Issue, Snapshot, counted, involved, issues, without_days


class Span(ParamType[int]):
    """A number of days on the command line: `14d`, `14` or `2w`."""

    name = "days"

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        """Read the number, or say what one looks like."""
        text = str(value)
        number, days = text.removesuffix("d"), 1
        if text.endswith("w"):
            number, days = text.removesuffix("w"), 7
        if not (number.isascii() and number.isdigit() and len(number) <= 4):
            self.fail(f"{text!r} is not a number of days; write 14d or 2w", param, ctx)
        if int(number) * days > _LONGEST:
            self.fail(f"{text} is more than {_LONGEST} days", param, ctx)
        return int(number) * days


_LONGEST = 366


def day_of(snapshot: Snapshot) -> date:
    """Return the day looked at.

    Raises:
        click.UsageError: If neither the user nor the document says one.
    """
    if snapshot.day is None:
        raise click.UsageError("the document states no day: write --on 2022-04-01")
    return snapshot.day


@click.command()
@click.argument("path")
@click.option(
    "--within", type=Span(), default="14d", show_default=True, help="How far ahead to look."
)
@click.option("--format", "form", type=click.Choice(["text", "json", "ics"]), default="text")
@click.option(
    "--by",
    type=click.Choice(["day", "post"]),
    default="day",
    show_default=True,
    help="List by day, or below each post that asks for input.",
)
@click.option("--for", "who", metavar="ID", help="Only what one post, group or organization owes.")
@at_option
@output_option
@click.pass_context
def due(
    context: click.Context,
    path: str,
    within: int,
    form: str,
    by: str,
    who: str | None,
    at: Day | None,
    output: Path | None,
) -> None:
    """List what is due on a day or soon after it, what is overdue, and who has not sent it.

    Reports, plans, assessments, events and meetings stand by the day on which they are due. What
    is not recorded is said to be so, and is not called missing. With --format ics, days and
    events go to a calendar.

    ID makes something, owes input to it, clears it or asks for it; an organization also does what
    its posts and offices do.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    day = day_of(snapshot)
    found = issues(snapshot, day, within)
    if who is not None:
        known(snapshot, who, _WHO, "a post, office, group or organization")
        found = tuple(each for each in found if _concerns(snapshot, each, who))
    if form == "json":
        deliver(json_text([_record(snapshot, each) for each in found]), output)
    elif form == "ics":
        deliver(icalendar(snapshot, found, day), output)
    else:
        blocks = _by_post(snapshot, found) if by == "post" else _by_day(snapshot, found)
        last = day + timedelta(days=within)
        span = f"{day.isoformat()} to {last.isoformat()}: {counted(len(found), 'entry')}"
        rest = () if who else _without_days(snapshot)
        title = shown(snapshot.now.title or "untitled")
        lines = [f"{title}, {span}", *map(shown, (*blocks, *rest))]
        deliver("\n".join(lines) + "\n", output)


_WHO = (Post, Office, Body, Organization)


def _concerns(snapshot: Snapshot, issue: Issue, who: str) -> bool:
    """Return whether something makes an issue, owes input to it, clears it or asks for it."""
    parts = {each.record.id for each in involved(snapshot, who)}
    owners = {snapshot.organization_of(each) for each in issue.asked_by}
    return issue.id in {who, *parts} or who in {*issue.asked_by, *owners}


def _by_day(snapshot: Snapshot, found: tuple[Issue, ...]) -> Iterator[str]:
    for each in found:
        yield from ("", *_lines(snapshot, each))


def _by_post(snapshot: Snapshot, found: tuple[Issue, ...]) -> Iterator[str]:
    """Yield the issues below each post that asks for them, those that none asks for at the end."""
    for post in dict.fromkeys(post for each in found for post in each.asked_by):
        yield from ("", f"{snapshot.name(post)} asks for")
        yield from _indented(snapshot, [each for each in found if post in each.asked_by])
    rest = [each for each in found if not each.asked_by]
    if rest:
        yield from ("", "no post is recorded that asks for")
        yield from _indented(snapshot, rest)


def _indented(snapshot: Snapshot, found: list[Issue]) -> Iterator[str]:
    lines = (line for each in found for line in _lines(snapshot, each))
    yield from (f"    {line}" for line in lines if not line.strip().startswith("asks for it: "))


def _without_days(snapshot: Snapshot) -> Iterator[str]:
    """Yield of which products it is not recorded when they are due."""
    if names := [snapshot.name(each.id) for each in without_days(snapshot)]:
        yield from ("", f"when and how often is not recorded: {', '.join(names)}")


def _lines(snapshot: Snapshot, issue: Issue) -> Iterator[str]:
    """Yield what is to be said of one issue: when, who owes it what, who clears it, who asks."""
    day = issue.day.isoformat() if issue.day else "no day recorded"
    yield f"{day}  {title_of(snapshot, issue)}"
    yield from (f"    {line}" for line in details_of(snapshot, issue))


def _record(snapshot: Snapshot, issue: Issue) -> dict[str, Any]:
    return {
        "id": issue.id,
        "name": snapshot.name(issue.id),
        "day": issue.day.isoformat() if issue.day else None,
        "status": issue.status,
        "rhythm": issue.rhythm or None,
        "no_input_recorded_from": list(issue.waiting_for),
        "others_owe_input": issue.others,
        "no_clearance_recorded_by": list(issue.to_clear),
        "all_who_clear_are_known": issue.clearing_known,
        "asked_by": list(issue.asked_by),
    }
