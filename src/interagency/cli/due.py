"""`interagency due`: what is due, what is overdue, who has not sent it, and who asks for it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from interagency.cli.compatible import ParamType
from interagency.cli.inputs import at_option, deliver, output_option, plugins_of, snapshot_of
from interagency.document.writer import json_text
from interagency.model import Day
from interagency.report.calendar import details_of, icalendar, title_of
from interagency.report.printing import shown
from interagency.snapshot import Issue, Snapshot, counted, issues, without_days


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
@at_option
@output_option
@click.pass_context
def due(
    context: click.Context,
    path: str,
    within: int,
    form: str,
    at: Day | None,
    output: Path | None,
) -> None:
    """List what is due on a day or soon after it, what is overdue, and who has not sent it.

    Reports, plans, assessments, events and meetings stand by the day on which they are due. What
    is not recorded is said to be so, and is not called missing. With --format ics, days and
    events go to a calendar.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    day = day_of(snapshot)
    found = issues(snapshot, day, within)
    if form == "json":
        deliver(json_text([_record(snapshot, each) for each in found]), output)
    elif form == "ics":
        deliver(icalendar(snapshot, found, day), output)
    else:
        deliver(_as_text(snapshot, found, day, within), output)


def _as_text(snapshot: Snapshot, found: tuple[Issue, ...], day: date, within: int) -> str:
    title = snapshot.now.title or "untitled"
    last = day + timedelta(days=within)
    entries = counted(len(found), "entry")
    head = f"{shown(title)}, {day.isoformat()} to {last.isoformat()}: {entries}"
    lines = [line for each in found for line in ("", *_lines(snapshot, each))]
    if names := [snapshot.name(each.id) for each in without_days(snapshot)]:
        lines += ["", f"when and how often is not recorded: {', '.join(names)}"]
    return "\n".join([head, *map(shown, lines)]) + "\n"


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
