"""`interagency set`: a value at a path, written where questions say."""

import click

from interagency.cli.changing import deliver_changes, diff_option, writable
from interagency.cli.inputs import plugins_of
from interagency.document.edit_files import plan_edits, read_for_edits
from interagency.document.edit_values import AnyEdit, Edit
from interagency.document.written_paths import path_of
from interagency.document.written_values import Written


@click.command("set")
@click.argument("file")
@click.argument("path")
@click.argument("value", nargs=-1)
@click.option("--unset", is_flag=True, help="Take out what stands at PATH.")
@diff_option
@click.pass_context
def set_(
    context: click.Context,
    file: str,
    path: str,
    value: tuple[str, ...],
    unset: bool,
    is_shown: bool,
) -> None:
    """Write VALUE at PATH in FILE, a YAML or JSON file or a folder of them.

    PATH and VALUE are what questions print: sectors.health.seats.co-lead "[unhcr, who]".
    Names may stand for ids. Comments, order and the rest of the file stay as they are, and
    nothing is written unless the result loads.
    """
    target = writable(file)
    path, text = _parted(path, " ".join(value))
    if unset == bool(text):
        raise click.UsageError("give a VALUE, or --unset" if not unset else "--unset has no VALUE")
    vocabularies = plugins_of(context, "vocabularies").vocabularies
    document = read_for_edits(target)
    if unset:
        edits: list[AnyEdit] = [Edit(path_of(path.removesuffix(":"), document.value))]
    else:
        edits = Written.of(document.value, vocabularies).edits(path, text)
    plan = plan_edits(target, edits, vocabularies=vocabularies)
    deliver_changes(plan.changes, is_shown=is_shown)


def _parted(path: str, text: str) -> tuple[str, str]:
    """Return a path and a value; a whole line of a question may stand in place of both."""
    if text:
        return path, text
    head, colon, rest = path.partition(": ")
    if head.startswith(("appeals, of", "presence, of")):
        field, colon, rest = rest.partition(": ")
        head = f"{head}: {field}"
    return (head, rest.strip()) if colon else (path, "")
