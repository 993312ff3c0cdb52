"""A note on a day for which a document may not hold: after the one it describes, or long before."""

from datetime import timedelta
from typing import Final

import click

from interagency.model import Day

_YEAR: Final = timedelta(days=366)


def tell_if_far_off(as_of: Day | None, at: Day | None) -> None:
    """Tell on standard error that a day is far from what is described; the same only once."""
    if as_of is None or at is None:
        return
    note = _note(as_of, at)
    told = click.get_current_context().find_root().obj.setdefault("notes", set())
    if note and note not in told:
        told.add(note)
        click.echo(f"note: {note}", err=True)


def _note(as_of: Day, at: Day) -> str:
    if at.last > as_of.last:
        return f"{at} is after {as_of}, which the document describes; it may have changed since"
    if as_of.first - at.last > _YEAR:
        return f"{at} is more than a year before {as_of}, which the document describes"
    return ""
