"""`interagency diff`: what is different between two documents, two days or two revisions."""

from pathlib import Path
from typing import Any

import click

from interagency.change import Comparison, changes_between
from interagency.change.change_set_files import changes_text
from interagency.cli.diff_json import comparison_as_json
from interagency.cli.errors import FINDINGS
from interagency.cli.inputs import (
    DayType,
    deliver,
    guard,
    opened,
    output_option,
    plugins_of,
)
from interagency.cli.revisions import document_at
from interagency.document import Document
from interagency.model import Day
from interagency.plugins.comparing import compare
from interagency.report.comparison import comparison_as_markdown, comparison_as_text
from interagency.report.printing import day_text

_FORMATS = {"text": comparison_as_text, "markdown": comparison_as_markdown}


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="BEFORE [AFTER]")
@click.option("--git", "revision", metavar="REV", help="Compare with the document at a revision.")
@click.option(
    "--on",
    "days",
    type=DayType(),
    multiple=True,
    help="A day to look at; twice, to compare two days.",
)
@click.option("--format", "form", type=click.Choice(["changes", "json", *_FORMATS]), default="text")
@click.option("--exit-code", is_flag=True, help="End with exit code 1 if anything is different.")
@output_option
@click.option("-v", "--verbose", count=True, help="All questions, with what to write.")
@click.pass_context
def diff(
    context: click.Context,
    paths: tuple[str, ...],
    revision: str | None,
    days: tuple[Day, ...],
    form: str,
    exit_code: bool,
    output: Path | None,
    verbose: int,
) -> None:
    """Compare two documents, two days of one, or a document with an earlier revision of it.

    --format changes prints a change set that leads from the first to the second; turn them around
    for one that leads back.

    Below what changed stands what follows from it: findings, clauses of reference models,
    indicators and questions that are new, gone or changed.
    """
    before, after = _documents(paths, revision, days)
    plugins = plugins_of(context, "rules", "reference_models")
    sides = [each.architecture(plugins.vocabularies) for each in (before, after)]
    on: Any = (days[0], days[-1]) if days else None
    found = compare(sides[0], sides[1], on=on, plugins=plugins)
    if form == "changes":
        text = changes_text(changes_between(sides[0], sides[1], plugins.vocabularies))
    elif form == "json":
        text = comparison_as_json(found)
    else:
        text = _FORMATS[form](found, _heading(found), verbose)
    deliver(text, output)
    context.exit(FINDINGS if exit_code and found else 0)


def _documents(
    paths: tuple[str, ...], revision: str | None, days: tuple[Day, ...]
) -> tuple[Document, Document]:
    """Return the two documents to compare, which may be one and the same.

    Raises:
        click.UsageError: If it is not clear what to compare with what.
    """
    if len(days) > 2:
        raise click.UsageError("--on is given at most twice: one day for each side")
    if revision is not None:
        if len(paths) != 1 or len(days) == 1:
            raise click.UsageError("--git takes one path, and --on twice or not at all")
        guard(Path(paths[0]))
        return document_at(revision, Path(paths[0])), opened(paths[0])
    if len(paths) == 1 and len(days) == 2:
        found = opened(paths[0])
        return found, found
    if len(paths) != 2:
        raise click.UsageError("give two documents, or one with --on twice, or one with --git REV")
    return opened(paths[0]), opened(paths[1])


def _heading(comparison: Comparison) -> str:
    said = comparison.consequences
    assert said is not None
    sides = ((comparison.before, said.before), (comparison.after, said.after))
    names = [f"{each.title or 'untitled'}, {day_text(found.report.day)}" for each, found in sides]
    return f"{names[0]} → {names[1]}"
