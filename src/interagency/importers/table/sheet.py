"""One table with its row of headers, and what each of its columns is taken for."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Mapping as MappingOf
from typing import final

from attrs import evolve, frozen

from interagency.document.problems import Problem
from interagency.importers.table.columns import (
    Column,
    How,
    Reading,
    is_tags,
    reading_of_tag,
    readings_of_header,
    samples_of,
    term_of,
)
from interagency.importers.table.mapping import Mapping, SheetMapping
from interagency.importers.tabular.blanks import is_blank
from interagency.importers.tabular.source import Cells, Table
from interagency.importers.tabular.text import clean, folded, is_yes_or_no, one_line
from interagency.vocabularies import shipped

_FIRST_ROWS = 30
_SAMPLE = 200
_FEWEST = 2
# Whether cells name a field, not roles alone, and how many different things they mean.
Score = tuple[bool, int]
_NO_SCORE: Score = (False, 0)
# Fields that several columns may stand for.
_SEVERAL = frozenset({"organization", "person", "remark", "leave"})
# So many of the values that are not blank must fit for a column to be read by its values.
_MOST = 0.8
Rows = Sequence[tuple[int, Cells]]
# What recognises a value of a field.
Knows = MappingOf[str, Callable[[str], object]]


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
    tags = next((i for i, (_, row) in enumerate(table.rows[:_FIRST_ROWS]) if is_tags(row)), None)
    header = _header(table, tags, mapping, mapped)
    if header is None and tags is None:
        columns = _columns(table, _fullest(table), None, table.rows)
        return TableSheet(table=table, source=source, header=0, tags=0, columns=columns, reads="")
    rows = table.rows[max(-1 if each is None else each for each in (header, tags)) + 1 :]
    columns = _columns(table, header, tags, rows)
    read = (
        _as_mapped(columns, mapped, table, header)
        if mapped
        else _by_values(_as_understood(columns, mapping, rows, knows), rows, knows)
    )
    once = _once(read)
    reads = (mapped.reads if mapped else "") or mapping.reads or _reads(once)
    return TableSheet(
        table=table,
        source=source,
        header=0 if header is None else table.rows[header][0],
        tags=0 if tags is None else table.rows[tags][0],
        columns=once,
        reads=reads,
    )


class UnfitColumns(ValueError):
    """Columns that a mapping names and a table lacks, or the other way round."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems."""
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


def _header(
    table: Table, tags: int | None, mapping: Mapping, mapped: SheetMapping | None
) -> int | None:
    """Return the index of the row that means most as headers, the first of several."""
    if mapped and mapped.header_row:
        fits = (i for i, (number, _) in enumerate(table.rows) if number == mapped.header_row)
        return next(fits, None)
    last = _FIRST_ROWS if tags is None else tags
    scores = [_score(cells, mapping, mapped) for _, cells in table.rows[:last]]
    best = max(scores, default=_NO_SCORE)
    if best > _NO_SCORE:
        return scores.index(best)
    return tags - 1 if tags else None


def _fullest(table: Table) -> int | None:
    """Return the index of the first row with the most cells, which is shown as headers."""
    filled = [sum(map(bool, map(str.strip, cells))) for _, cells in table.rows[:_FIRST_ROWS]]
    return filled.index(max(filled)) if filled else None


def _score(cells: Cells, mapping: Mapping, mapped: SheetMapping | None) -> Score:
    """Return how much the cells of a row mean as headers: any field, and how many things."""
    if mapped:
        return True, sum(one_line(clean(cell)) in mapped.columns for cell in cells)
    # the name of the World Health Organization stands in more rows of data than headers
    texts = (one_line(clean(cell)) for cell in cells if clean(cell) != "WHO")
    found = {each[0] for each in (_readings(text, mapping) for text in texts) if each}
    # roles alone stand in rows of data too
    return any(each.field for each in found), len({each.text for each in found})


def _readings(header: str, mapping: Mapping) -> tuple[Reading, ...]:
    own = mapping.words.get(folded(header))
    return (_as_meant(own),) if own else readings_of_header(header)


def _as_meant(text: str) -> Reading:
    parts = tuple(text.split("/"))
    terms = shipped()["role-terms"]
    return Reading(terms=parts) if all(part in terms for part in parts) else Reading(text)


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
    return _read_as(column, _as_meant(text), How.MAPPING)


def _read_as(column: Column, reading: Reading, how: How) -> Column:
    return evolve(column, field=reading.field, terms=reading.terms, how=how)


def _as_understood(
    columns: Sequence[Column], mapping: Mapping, rows: Rows, knows: Knows
) -> list[Column]:
    found = []
    for column in columns:
        tagged = reading_of_tag(column.tag) if column.tag else None
        readings = (tagged,) if tagged else _readings(column.header, mapping)
        how = How.TAG if tagged else How.HEADER
        if len(readings) == 1 or (len(readings) > 1 and readings[0].weight > readings[1].weight):
            found.append(_read_as(column, readings[0], how))
        else:
            found.append(evolve(column, rivals=tuple(each.text for each in readings)))
    return _with_groups(found, rows, knows)


def _with_groups(columns: list[Column], rows: Rows, knows: Knows) -> list[Column]:
    """Return the columns, those headed by groups among them: at least two must be.

    Their cells hold roles beside a column of organizations, organizations beside a column of
    roles, or marks of who is active in a sector.
    """
    headed = [each for each in columns if not each.is_known and knows["sector"](each.header)]
    if len(headed) < _FEWEST:
        return columns
    fields = {each.field for each in columns}
    roles = all(_fit(list(_values(rows, each.index)), term_of) for each in headed)
    if "role" in fields or ("organization" in fields and roles):
        chosen = {each.index: evolve(each, group=each.header, how=How.HEADER) for each in headed}
    elif "organization" in fields and all(_are_marks(rows, each.index) for each in headed):
        codes = {each.index: knows["sector"](each.header) for each in headed}
        chosen = {
            each.index: evolve(each, covers=str(codes[each.index]), how=How.HEADER)
            for each in headed
        }
    else:
        return columns
    return [chosen.get(each.index, each) for each in columns]


def _are_marks(rows: Rows, index: int) -> bool:
    return all(
        is_yes_or_no(text) or set(text) <= set("✓✔√●•Xx") or text.isdecimal()
        for text in _values(rows, index)
    )


def _by_values(columns: list[Column], rows: Rows, knows: Knows) -> list[Column]:
    """Return the columns, those among them that only their values tell."""
    fields = {each.field for each in columns}
    groups = {"sector", "group"} & fields
    found = list(columns)
    for name, fits in knows.items():
        if name in fields or (name == "sector" and groups):
            continue
        fitting = [
            each
            for each in found
            if not each.is_known and not each.rivals and _mostly(rows, each.index, fits)
        ]
        if len(fitting) == 1:  # of two that fit alike, neither is read
            found[fitting[0].index] = _read_as(fitting[0], Reading(name), How.VALUES)
    return found


def _mostly(rows: Rows, index: int, fits: Callable[[str], object]) -> bool:
    values = list(_values(rows, index))
    return len(set(values)) >= _FEWEST and _fit(values, fits)


def _fit(values: Sequence[str], fits: Callable[[str], object]) -> bool:
    return bool(values) and sum(bool(fits(value)) for value in values) >= _MOST * len(values)


def _values(rows: Rows, index: int) -> Iterator[str]:
    for _, cells in rows[:_SAMPLE]:
        text = one_line(clean(cells[index])) if index < len(cells) else ""
        if not is_blank(text):
            yield text


def _once(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns, of several for one field only the first; organizations may be several."""
    seen: set[str] = set()
    found: list[Column] = []
    for column in columns:
        again = column.field in seen and column.field not in _SEVERAL
        found.append(evolve(column, field="leave", rivals=(column.field,)) if again else column)
        seen |= {column.field} - {""}
    return tuple(found)


def _reads(columns: Sequence[Column]) -> str:
    """Return what rows are about; only columns tell."""
    fields = {each.field for each in columns if each.is_read}
    named = bool({"group", "sector", "sub-sector"} & fields)
    seats = any(each.terms for each in columns) or {"role", "organization"} <= fields
    if (named and (seats or "contact" in fields)) or any(each.group for each in columns):
        return "groups"
    marked = any(each.covers for each in columns)
    if "organization" in fields and (
        marked or {"sector", "sub-sector", "area", "country"} & fields
    ):
        return "presence"
    if fields & {"organization", "acronym"}:
        return "organizations"
    return "groups" if "group" in fields else ""
