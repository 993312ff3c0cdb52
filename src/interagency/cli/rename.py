"""`interagency rename`: another id for an entry, in every file that refers to it."""

from pathlib import Path

import click

from interagency.checking.waiver_files import read_waivers
from interagency.checking.waiver_renames import waiver_edits
from interagency.cli.changing import deliver_changes, diff_option, writable
from interagency.cli.inputs import plugins_of
from interagency.document.edit_files import FileChange, plan_edits, read_for_edits
from interagency.document.edits import edit_text, plain_value
from interagency.document.id_renames import rename_edits


@click.command()
@click.argument("file")
@click.argument("old")
@click.argument("new")
@click.option(
    "--waivers",
    type=click.Path(dir_okay=False, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Also change the id in a file of waivers; may be given several times.",
)
@diff_option
@click.pass_context
def rename(
    context: click.Context,
    file: str,
    old: str,
    new: str,
    waivers: tuple[Path, ...],
    is_shown: bool,
) -> None:
    """Give what has the id OLD in FILE the id NEW, and change every reference to it.

    Texts that only look like the id stay: names, notes and titles are no references. Of a folder,
    all files change, or none.
    """
    target = writable(file)
    vocabularies = plugins_of(context, "vocabularies").vocabularies
    edits = rename_edits(read_for_edits(target).value, old, new)
    plan = plan_edits(target, edits, vocabularies=vocabularies)
    beside = [change for each in waivers if (change := _waivers_change(each, old, new)) is not None]
    deliver_changes([*plan.changes, *beside], is_shown=is_shown)


def _waivers_change(path: Path, old: str, new: str) -> FileChange | None:
    """Return what becomes of a file of waivers; nothing if it does not name the entry."""
    read_waivers(path)  # tells what is wrong with it
    before = path.read_bytes()
    text = before.decode()
    after = edit_text(text, waiver_edits(plain_value(text, "yaml"), old, new), "yaml").encode()
    return None if after == before else FileChange(path, before, after)
