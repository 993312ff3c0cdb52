"""What tables say, as an architecture: nothing in it that no column says."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from interagency.document.registry import called_for
from interagency.importers.table.book import Book
from interagency.importers.table.sheet import TableSheet
from interagency.importers.tabular.records import organizations_of
from interagency.importers.tabular.text import one_line
from interagency.model import Architecture, Organization, Source
from interagency.vocabularies import shipped

_NOTE: Final = "Read from tables. What no column says is not here."
_STATED: Final = ("title", "as_of", "situation", "areas")


def architecture_of(sheets: Sequence[TableSheet], book: Book) -> Architecture:
    """Return what tables say.

    Args:
        sheets: The tables.
        book: What their rows said.
    """
    registry, constants = shipped().organizations, book.mapping.constants
    directory = book.holders.directory
    organizations = organizations_of(
        directory.identities, directory.registry.organizations, "table", ("table", "page")
    )
    ids = [each.id for each in organizations]
    taken = {*registry, *(each.source for each in sheets), *book.urls.values()}
    sections: dict[str, Any] = {
        **book.groups.sections(ids, taken),
        "presence": book.presence.records(ids),
    }
    # those that are as in the registry need not be written, and stand where reading puts them
    own = tuple(each for each in organizations if registry.get(each.id) != each)
    lent = called_for({"organizations": own, **sections}, registry)
    return Architecture(
        note=constants.get("note", _NOTE),
        **{key: constants[key] for key in _STATED if key in constants},
        default_sources=tuple(each.source for each in sheets if each.reads and book.is_alone),
        sources=(*_sources(sheets, constants.get("publisher")), *_pages(book)),
        organizations=(*own, *_listed(lent, organizations)),
        **sections,
    )


def _listed(
    lent: Sequence[Organization], organizations: Sequence[Organization]
) -> tuple[Organization, ...]:
    """Return the organizations of the registry that are called for, then those only listed."""
    known = {each.id for each in lent}
    registry = shipped().organizations
    unchanged = (each for each in organizations if registry.get(each.id) == each)
    return (*lent, *(each for each in unchanged if each.id not in known))


def _sources(sheets: Sequence[TableSheet], publisher: str | None) -> Iterable[Source]:
    return (
        Source(id=each.source, title=one_line(each.table.title), publisher=publisher)
        for each in sheets
        if each.reads
    )


def _pages(book: Book) -> Iterable[Source]:
    return (Source(id=id, url=url) for url, id in book.urls.items())
