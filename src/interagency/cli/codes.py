"""`interagency codes`: the code lists, for those who write a document."""

from collections.abc import Iterable
from typing import final

import click

from interagency.cli.channel import pour
from interagency.cli.inputs import plugins_of
from interagency.cli.output import table_text
from interagency.errors import UnknownName
from interagency.report.printing import shown
from interagency.vocabularies import Vocabularies

_ORGANIZATIONS = ("organizations", "Well-known organizations, which a document may name by id")


@final
class UnknownList(UnknownName):
    """A name that no code list has."""

    sort = "code list"


@click.command()
@click.argument("name", required=False)
@click.pass_context
def codes(context: click.Context, name: str | None) -> None:
    """List the codes of the list NAME with what they mean; without NAME, the lists there are."""
    lists = plugins_of(context, "vocabularies").vocabularies
    rows = _lists(lists) if name is None else _codes(lists, name)
    pour(table_text([tuple(map(shown, row)) for row in rows]))


def _lists(lists: Vocabularies) -> Iterable[tuple[str, str]]:
    return sorted([(each.name, each.title) for each in lists.values()] + [_ORGANIZATIONS])


def _codes(lists: Vocabularies, name: str) -> Iterable[tuple[str, str]]:
    if name == _ORGANIZATIONS[0]:
        return ((each.id, each.name or "") for each in lists.organizations.values())
    if name not in lists:
        raise UnknownList(name, sorted([*lists, _ORGANIZATIONS[0]]))
    return ((term.code, term.name) for term in lists[name])
