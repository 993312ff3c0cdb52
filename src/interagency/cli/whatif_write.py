"""A change that `whatif` makes in the files of a document."""

import click

from interagency.change.written_changes import plan_changes
from interagency.cli.channel import note
from interagency.examples import PREFIX
from interagency.model import Architecture
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
        note(f"wrote {each.path}")
    if not plan.changes:
        note("nothing changes, so nothing was written")
