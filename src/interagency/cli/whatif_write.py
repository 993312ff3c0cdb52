"""A change that `whatif` makes in the files of a document."""

from pathlib import Path

import click

from interagency.change.written_changes import plan_changes
from interagency.examples import PREFIX
from interagency.model import Architecture
from interagency.report.printing import shown
from interagency.vocabularies import Vocabularies


def written(
    path: str, before: Architecture, after: Architecture, vocabularies: Vocabularies
) -> None:
    """Make a change in the files that an architecture was read from; all else in them stays.

    Args:
        path: The file or folder, as the user named it.
        before: What it describes.
        after: What it is to describe.
        vocabularies: The code lists.

    Raises:
        click.UsageError: If it was read from what cannot be written.
        ImpossibleEdit: If the files are written in a way that cannot be changed.
    """
    if path == "-" or path.startswith(PREFIX):
        raise click.UsageError(f"--write needs a file or folder of yours, and {path} is none")
    plan = plan_changes(path, before, after, vocabularies)
    plan.write()
    for each in plan.changes:
        click.echo(shown(f"wrote {Path(each.path)}"), err=True)
    if not plan.changes:
        click.echo("nothing changes, so nothing was written", err=True)
