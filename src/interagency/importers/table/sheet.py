"""One table with its row of headers, and what each of its columns is taken for."""

from collections.abc import Sequence
from typing import final

from attrs import evolve, frozen

from interagency.document.problems import Problem
from interagency.importers.table.columns import (
    Column,
    How,
    is_tags,
    samples_of,
)
from interagency.importers.table.header_rows import (
    FIRST_ROWS,
    as_meant,
    fullest_row,
    header_row,
)
from interagency.importers.table.mapping import Mapping, SheetMapping
from interagency.importers.table.subjects import subject_of
from interagency.importers.table.understanding import (
    Knows,
    Rows,
    read_as,
    read_once,
    understood_columns,
    values_of,
)
from interagency.importers.tabular.blanks import is_blank
from interagency.importers.tabular.source import Cells, Table
from interagency.importers.tabular.text import clean, folded, one_line
from interagency.vocabularies import shipped


@final
@frozen(kw_only=True)
class TableSheet:
    """A table, understood.

    Attributes:
        table: The table.
        source: Its id as a source.
        header: Number of the row with the headers; 0 if there is none.
        tags: Number of the row with HXL tags; 0 if there is none.
        columns: Its columns.
        reads: What its rows are about: groups, presence or organizations; empty if nothing says.
    """

    table: Table
    source: str
    header: int
    tags: int
    columns: tuple[Column, ...]
    reads: str

    def column(self, name: str) -> Column | None:
        """Return the column that is read for a field."""
        return next((each for each in self.columns if each.field == name), None)

    def cell(self, cells: Cells, name: str) -> str:
        """Return what a row says of a field on one line; empty if that is no value."""
        column = self.column(name)
        text = one_line(column.cell(cells)) if column else ""
        return "" if is_blank(text) else text

    def is_data(self, number: int, cells: Cells) -> bool:
        """Return whether a row is below the headers, and does not repeat them."""
        return number > max(self.header, self.tags) and not self.repeats(cells)

    def repeats(self, cells: Cells) -> bool:
        """Return whether a row says the headers again."""
        filled = [each for each in self.columns if each.cell(cells)]
        return len(filled) > 1 and all(
            folded(each.cell(cells)) == folded(each.header) for each in filled
        )

    @property
    def unsure(self) -> tuple[Column, ...]:
        """Return the columns that are left because it is not clear what they are."""
        left = (each for each in self.columns if not each.is_known and each.samples)
        return tuple(left) if self.reads else ()


def sheet_of(table: Table, source: str, mapping: Mapping, knows: Knows) -> TableSheet:
    """Return a table, understood.

    Args:
        table: The table.
        source: Its id as a source.
        mapping: What is known of it beforehand.
        knows: What recognises values, for columns whose headers say nothing.

    Raises:
        UnfitColumns: If the mapping is for other columns.
    """
    mapped = mapping.of_sheet(table.name)
    tags = next((i for i, (_, row) in enumerate(table.rows[:FIRST_ROWS]) if is_tags(row)), None)
    header = header_row(table, tags, mapping, mapped)
    if header is None and tags is None:
        columns = _columns(table, fullest_row(table), None, table.rows)
        return TableSheet(table=table, source=source, header=0, tags=0, columns=columns, reads="")
    rows = table.rows[max(-1 if each is None else each for each in (header, tags)) + 1 :]
    columns = _columns(table, header, tags, rows)
    read = (
        _as_mapped(columns, mapped, table, header)
        if mapped
        else understood_columns(columns, mapping, rows, knows)
    )
    once = read_once(read)
    stated = (mapped.reads if mapped else "") or mapping.reads
    reads = stated or subject_of(once, _lists_groups(once, rows))
    return TableSheet(
        table=table,
        source=source,
        header=0 if header is None else table.rows[header][0],
        tags=0 if tags is None else table.rows[tags][0],
        columns=once if reads == "groups" else tuple(map(_without_terms, once)),
        reads=reads,
    )


def _lists_groups(columns: Sequence[Column], rows: Rows) -> bool:
    """Return whether most rows name a group of their own, as those of a list of groups do."""
    column = next((each for each in columns if each.field == "group"), None)
    values = list(values_of(rows, column.index)) if column else []
    return 2 * len(set(values)) > len(values)


def _without_terms(column: Column) -> Column:
    """Return a column of a table that is not about groups: who leads there leads an activity."""
    return evolve(column, terms=(), field="leave") if column.terms else column


class UnfitColumns(ValueError):
    """Columns that a mapping names and a table lacks, or the other way round."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems."""
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


def _columns(table: Table, header: int | None, tags: int | None, rows: Rows) -> tuple[Column, ...]:
    above = table.rows[header][1] if header is not None else ()
    tagged = table.rows[tags][1] if tags is not None else ()
    width = max((len(cells) for cells in (above, tagged, *(each for _, each in rows))), default=0)
    return tuple(
        Column(
            index=index,
            header=one_line(clean(above[index])) if index < len(above) else "",
            tag=clean(tagged[index]) if index < len(tagged) else "",
            samples=samples_of(rows, index),
        )
        for index in range(width)
    )


def _as_mapped(
    columns: Sequence[Column], mapped: SheetMapping, table: Table, header: int | None
) -> list[Column]:
    """Return the columns as a mapping has them.

    Raises:
        UnfitColumns: If one has gone, or is new.
    """
    row = table.rows[header][0] if header is not None else 0
    present = {each.header for each in columns}
    problems = [
        Problem(f"column {name!r} of the mapping is missing", file=table.title)
        for name in mapped.columns
        if name not in present
    ]
    problems += [
        Problem(
            f"column {each.header!r} in cell {each.letter}{row} is not in the mapping; "
            "add it there, or map it to `leave`",
            file=table.title,
        )
        for each in columns
        if each.header and each.header not in mapped.columns
    ]
    if problems:
        raise UnfitColumns(problems)
    return [
        _meaning(each, mapped.columns[each.header]) if each.header else each for each in columns
    ]


def _meaning(column: Column, text: str) -> Column:
    kind, _, rest = (part.strip() for part in text.partition(":"))
    if rest and kind == "group":
        return evolve(column, group=rest, how=How.MAPPING)
    if rest:
        term = shipped()["sectors"].spelled(rest)
        return evolve(column, covers=term.code if term else rest, how=How.MAPPING)
    return read_as(column, as_meant(text), How.MAPPING)
