"""Sheets of some files, understood: what each of their columns is taken for."""

from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path
from typing import final

from attrs import frozen

from interagency.document import InvalidDocument
from interagency.document.identities import Identities
from interagency.importers.table.mapping import Mapping
from interagency.importers.table.sheet import TableSheet, UnfitColumns, sheet_of
from interagency.importers.tabular.mentions import Mention
from interagency.importers.tabular.organizations import Registry
from interagency.importers.tabular.places import Places
from interagency.importers.tabular.sectors import SectorNames
from interagency.importers.tabular.source import Table, read_tables
from interagency.importers.tabular.split import blocks_of, stacked
from interagency.importers.tabular.text import slug
from interagency.vocabularies import Vocabularies


@final
@frozen(kw_only=True)
class TableNames:
    """What recognises names; made once for an import."""

    vocabularies: Vocabularies
    places: Places
    sectors: SectorNames
    registry: Registry

    @classmethod
    def of(cls, vocabularies: Vocabularies, identities: Identities | None = None) -> "TableNames":
        """Return what recognises the names that vocabularies know, and decisions settle."""
        return cls(
            vocabularies=vocabularies,
            places=Places.of(vocabularies),
            sectors=SectorNames(vocabularies),
            registry=Registry.of(vocabularies.organizations, identities),
        )

    def knows(self) -> dict[str, Callable[[str], object]]:
        """Return what recognises a value of a field."""
        return {
            "sector": self._code,
            "country": self.places.country,
            "organization": lambda text: self.registry.match(Mention(names=((None, text),))),
        }

    def _code(self, text: str) -> str | None:
        found = self.sectors.find(text)
        return found.code if found else None


def tables_of(paths: Iterable[Path]) -> tuple[Table, ...]:
    """Return the tables of files and folders; those that share a sheet apart.

    Raises:
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, or one that cannot be read.
    """
    whole = (table for path in paths for table in read_tables(path))
    blocks = (block for table in whole for block in blocks_of(table))
    return tuple(part for block in blocks for part in stacked(block))


def sheets_of(
    tables: Iterable[Table], mapping: Mapping, names: TableNames
) -> tuple[TableSheet, ...]:
    """Return the tables, understood.

    Raises:
        InvalidDocument: If the mapping is for other columns.
    """
    used: set[str] = set()
    found, problems = [], []
    for table in tables:
        try:
            found.append(sheet_of(table, _source_id(table, used), mapping, names.knows()))
        except UnfitColumns as error:
            problems += error.problems
    if problems:
        raise InvalidDocument(problems)
    return tuple(found)


def _source_id(table: Table, used: set[str]) -> str:
    name = f"{table.file.rpartition('.')[0]} {table.name}"
    stem = f"table-{slug(name)}".strip("-")
    numbers = (f"-{number}" if number > 1 else "" for number in count(1))
    id = next(stem + number for number in numbers if stem + number not in used)
    used.add(id)
    return id
