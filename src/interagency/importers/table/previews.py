"""Previews of tables: what each column is taken for, and the mapping that says so."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from interagency.exchange import ColumnPreview
from interagency.importers.table.columns import NOT_READ
from interagency.importers.table.mapping import Mapping, mapping_text
from interagency.importers.table.sheets import TableNames, sheets_of, tables_of
from interagency.vocabularies import shipped


def preview(paths: Iterable[Path], mapping: Mapping) -> tuple[ColumnPreview, ...]:
    """Return what each column of some tables is taken for; nothing of the rows is kept.

    Raises:
        InvalidDocument: If the mapping is for other columns.
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, or one that cannot be read.
    """
    sheets = sheets_of(tables_of(paths), mapping, TableNames.of(shipped()))
    return tuple(
        ColumnPreview(
            file=sheet.table.file,
            sheet=sheet.table.name,
            reads=sheet.reads,
            column=each.letter,
            header=each.header,
            meaning=each.meaning if each.is_read else "",
            why=_why(each.how, each.rivals, each.field, each.is_known),
            values=each.samples,
        )
        for sheet in sheets
        for each in sheet.columns
        if each.header or each.samples
    )


def written_mapping(paths: Iterable[Path], mapping: Mapping) -> str:
    """Return the mapping by which some tables are read, to be edited and given again.

    Raises:
        InvalidDocument: If the mapping is for other columns.
        MissingExtra: If there is a workbook, and the library that reads workbooks is missing.
        UnreadableTable: If there is no table, or one that cannot be read.
    """
    sheets = sheets_of(tables_of(paths), mapping, TableNames.of(shipped()))
    known = [each for each in sheets if each.reads]
    reads = known[0].reads if known else ""
    return mapping_text(reads, ((each.table.name, each.header, each.columns) for each in known))


def _why(how: Any, rivals: tuple[str, ...], name: str, is_known: bool) -> str:
    if rivals and is_known:
        return f"left: another column is read for the {rivals[0]}"
    if rivals:
        return f"left: it may be {' or '.join(rivals)}"
    if not is_known:
        return "left: not recognised"
    if name == "person":
        return "left: personal data"
    return "left" if name in NOT_READ else f"by {how}"
