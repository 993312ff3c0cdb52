"""`interagency whatif`: what a change would do, before it is made."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from interagency.change import ChangeSet, Operation, WhatIf
from interagency.change.change_set_files import parse_changes, read_changes
from interagency.checking import Severity
from interagency.cli.channel import note
from interagency.cli.config import FAIL_ON
from interagency.cli.errors import FINDINGS
from interagency.cli.inputs import DayType, deliver, guard, opened, output_option, plugins_of
from interagency.cli.inputs import standard_input as standard_text
from interagency.cli.whatif_json import whatif_as_json
from interagency.cli.whatif_write import written
from interagency.examples import change_set_path
from interagency.model import Architecture, Day, Post
from interagency.plugins.comparing import what_if
from interagency.report.comparison import comparison_as_markdown, comparison_as_text
from interagency.report.effects import effect_blocks
from interagency.report.printing import day_text

_STDIN: Final = "-"


@click.command()
@click.argument("path", metavar="PATH")
@click.argument("changes", required=False, metavar="[CHANGES]")
@click.option("--merge", "merged", nargs=2, multiple=True, metavar="ID ID", help="Merge groups.")
@click.option("--close", "closed", multiple=True, metavar="ID", help="Close a group or plan.")
@click.option(
    "--leave", "leaving", multiple=True, metavar="ID", help="An organization leaves its seats."
)
@click.option("--end-post", "posts", multiple=True, metavar="ID", help="End a post.")
@click.option(
    "--on",
    "day",
    type=DayType(),
    help="The day to look at; by default that of the last change, or as_of if it is later. "
    "For the options above also the day of the change, by default as_of.",
)
@click.option("--format", "form", type=click.Choice(["json", "markdown", "text"]), default="text")
@click.option("--write", is_flag=True, help="Make the change in the files of PATH.")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default=Severity.ERROR.value,
    show_default=True,
    help="End with exit code 1, and write nothing, if the change makes such a finding.",
)
@output_option
@click.option("-v", "--verbose", count=True, help="All questions, with what to write.")
@click.pass_context
def whatif(
    context: click.Context,
    path: str,
    changes: str | None,
    merged: tuple[tuple[str, str], ...],
    closed: tuple[str, ...],
    leaving: tuple[str, ...],
    posts: tuple[str, ...],
    day: Day | None,
    form: str,
    write: bool,
    fail_on: str,
    output: Path | None,
    verbose: int,
) -> None:
    """Say what a change would do: who loses a seat, a lead or a line, and what the rules find.

    CHANGES is a change set: a YAML file of operations. Nothing is written without --write.
    """
    plugins = plugins_of(context, "rules", "reference_models")
    document = opened(path)
    architecture = document.architecture(plugins.vocabularies)
    if any(one == other for one, other in merged):
        raise click.UsageError("--merge takes two groups that differ")
    quick = [
        *(Operation("merge", {"groups": pair, "into": "-".join(pair)}) for pair in merged),
        *(Operation("close", {"what": (id,)}) for id in closed),
        *(Operation("leave", {"who": id}) for id in leaving),
        *_ends(architecture, posts),
    ]
    wanted = _changes(architecture, changes, quick, day)
    found = what_if(architecture, wanted, on=day, plugins=plugins)
    deliver(_text(found, wanted, form, verbose), output)
    is_worse = fail_on != "never" and _is_worse(found, Severity(fail_on))
    if write and not is_worse:
        written(path, architecture, found.after, plugins.vocabularies)
    elif write:
        note(
            f"nothing was written: the change makes findings of {fail_on} or more; "
            "--fail-on never writes it all the same"
        )
    context.exit(FINDINGS if is_worse else 0)


def _ends(architecture: Architecture, posts: Sequence[str]) -> Iterator[Operation]:
    for id in posts:
        if id in architecture.entities and not isinstance(architecture.entities[id], Post):
            raise click.UsageError(f"--end-post takes the id of a post, and {id} is none")
        yield Operation("close", {"what": (id,)})


def _changes(
    architecture: Architecture,
    file: str | None,
    quick: Sequence[Operation],
    day: Day | None,
) -> ChangeSet:
    """Return the changes that are asked for: those of a file, or those of options.

    Raises:
        click.UsageError: If there are none, or both.
    """
    if (file is None) == (not quick):
        raise click.UsageError("give a change set, or --merge, --close, --leave or --end-post")
    if file == _STDIN:
        return parse_changes(standard_text(), file="<stdin>")
    if file is not None:
        found = change_set_path(file)
        guard(found)
        return read_changes(found)
    when = day or architecture.as_of
    if when is None:
        raise click.UsageError("from which day on? the document has no as_of: give --on")
    return ChangeSet(operations=tuple(quick), day=Day.of(when.last))


def _is_worse(found: WhatIf, severity: Severity) -> bool:
    said = found.comparison.consequences
    if said is None:
        raise AssertionError("the consequences were asked for")
    return any(each.severity.weight >= severity.weight for each in said.new_findings)


def _text(found: WhatIf, changes: ChangeSet, form: str, verbose: int) -> str:
    if form == "json":
        return whatif_as_json(found)
    title = changes.title or found.after.title or "a change"
    when = f", looked at on {day_text(found.day.last)}" if found.day else ""
    blocks = [*effect_blocks(found.effects, found.comparison.name)]
    render = comparison_as_markdown if form == "markdown" else comparison_as_text
    return render(found.comparison, f"What if: {title}{when}", verbose, blocks)
