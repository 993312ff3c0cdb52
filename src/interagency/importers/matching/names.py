"""Names of organizations in tables and documents: which are certain, and which are not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import final

from attrs import frozen

from interagency.document.identities import Identities
from interagency.importers.table.mapping import Mapping
from interagency.importers.table.read import understood
from interagency.importers.table.rows import entered
from interagency.importers.table.sheets import tables_of
from interagency.importers.tabular.organizations import Directory, Identity
from interagency.importers.tabular.records import organizations_of
from interagency.model import Architecture, Organization
from interagency.vocabularies import shipped


@final
@frozen(kw_only=True)
class Named:
    """An organization as tables or a document name it.

    Attributes:
        id: The id that it has, or would get.
        names: Its names and acronyms, the first as it is mostly written.
        kinds: The codes of its kinds.
        rows: In how many rows it is named.
        places: The tables or documents that name it.
        is_certain: Whether it is known already: well known, or settled by a decision.
    """

    id: str
    names: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    rows: int = 0
    places: tuple[str, ...] = ()
    is_certain: bool = False


def names_in_tables(
    paths: Iterable[Path], mapping: Mapping, identities: Identities
) -> tuple[Named, ...]:
    """Return the organizations that tables name, in their order.

    Raises:
        InvalidDocument: If the mapping is for other columns, or a decision joins two kinds.
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, or one that cannot be read.
    """
    sheets, book = understood(tables_of(paths), mapping, identities)
    book.is_alone = False
    titles = {each.source: each.table.title for each in sheets}
    for sheet in sheets:
        for number, cells in sheet.table.rows:
            entered(sheet, number, cells, book)
    directory = book.holders.directory
    directory.refuse_clashes()
    organizations = organizations_of(
        directory.identities, directory.registry.organizations, "table", ("table", "page")
    )
    pairs = zip(directory.identities, organizations, strict=True)
    return tuple(_of_table(identity, each, directory, titles) for identity, each in pairs)


def _of_table(
    identity: Identity, found: Organization, directory: Directory, titles: dict[str, str]
) -> Named:
    written = Counter(name for each in identity.mentions for _, name in each.names)
    acronyms = (text for each in identity.mentions for text in each.acronyms)
    names = (*(name for name, _ in written.most_common()), *acronyms)
    return Named(
        id=found.id,
        names=tuple(dict.fromkeys(names)),
        kinds=_distinct(each.kind for each in identity.mentions),
        rows=len(identity.mentions),
        places=_distinct(titles.get(each.source) for each in identity.mentions),
        is_certain=identity.registry is not None,
    )


def names_in_document(architecture: Architecture, file: str) -> tuple[Named, ...]:
    """Return the organizations of a document; each has an entry there, so that it is certain."""
    rows = Counter(_named_in(architecture))
    return tuple(
        Named(
            id=each.id,
            names=names_of(each),
            kinds=_distinct([each.kind]),
            rows=rows[each.id],
            places=(file,),
            is_certain=True,
        )
        for each in architecture.organizations
    )


def names_of(organization: Organization) -> tuple[str, ...]:
    """Return all names of an organization; its id if it has none."""
    aliases = (alias.name for alias in organization.aliases)
    translated = (name for _, name in organization.names)
    names = (organization.name, organization.acronym, *translated, *aliases)
    return _distinct(names) or (organization.id,)


def with_registry(named: Sequence[Named]) -> tuple[Named, ...]:
    """Return organizations with the well-known ones, each with all names that it has anywhere."""
    registry = shipped().organizations
    own = {each.id: each for each in named}
    known = (_well_known(each, own.get(id)) for id, each in registry.items())
    return (*(each for each in named if each.id not in registry), *known)


def _well_known(organization: Organization, named: Named | None) -> Named:
    names = _distinct((*names_of(organization), *(named.names if named else ())))
    kinds = _distinct((organization.kind, *(named.kinds if named else ())))
    return Named(id=organization.id, names=names, kinds=kinds, is_certain=True)


def _named_in(architecture: Architecture) -> Iterator[str]:
    yield from (each.holder for each in architecture.seats if each.holder)
    yield from (each.organization for each in architecture.appeals)
    yield from (each.organization for each in architecture.presence)


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def unsettled(named: Sequence[Named]) -> tuple[Named, ...]:
    """Return those that are not certain, the ones that settle most rows first."""
    open_ = (each for each in named if not each.is_certain)
    return tuple(sorted(open_, key=lambda each: (-each.rows, each.id)))
