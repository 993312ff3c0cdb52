"""A change that `whatif` makes in the files of a document."""

from pathlib import Path

import click

from interagency.document.files import SUFFIXES
from interagency.document.writer import dump
from interagency.model import Architecture
from interagency.vocabularies import Vocabularies


def written(
    context: click.Context,
    path: str,
    before: Architecture,
    after: Architecture,
    vocabularies: Vocabularies,
) -> None:
    """Write an architecture over the file it was read from.

    Raises:
        click.UsageError: If it was not read from a file that can be written.
    """
    target = Path(path)
    if target.suffix.lower() not in SUFFIXES or not target.is_file():
        raise click.UsageError(f"--write needs a YAML or JSON file, and {path} is none")
    if after != before:
        dump(after, target, vocabularies=vocabularies)
    click.echo(f"wrote {target}", err=True)
