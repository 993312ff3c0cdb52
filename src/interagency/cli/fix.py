"""`interagency fix`: rewrites that have one right answer, and nothing else."""

import click

from interagency.cli.changing import deliver_changes, diff_option, writable
from interagency.cli.channel import say
from interagency.cli.errors import FINDINGS
from interagency.cli.inputs import plugins_of
from interagency.document.edit_files import plan_edits, read_for_edits
from interagency.document.fixes import fixes_for


@click.command()
@click.argument("file")
@diff_option
@click.option(
    "--check", "is_check", is_flag=True, help="Write nothing; end with 1 if there is a fix."
)
@click.pass_context
def fix(context: click.Context, file: str, is_shown: bool, is_check: bool) -> None:
    """Rewrite in FILE what has one right answer, and leave the rest to people.

    Names and aliases where a code or an id belongs, keys in another case or with hyphens, a word
    where a list belongs, dates without a zero. What the document says stays the same.
    """
    target = writable(file)
    vocabularies = plugins_of(context, "vocabularies").vocabularies
    fixes = fixes_for(read_for_edits(target).value, vocabularies)
    if not is_shown:
        for each in fixes:
            say(each.text)
    if is_check:
        raise click.exceptions.Exit(FINDINGS if fixes else 0)
    edits = [each.edit for each in fixes]
    plan = plan_edits(target, edits, vocabularies=vocabularies)
    deliver_changes(plan.changes, is_shown=is_shown)
