"""Columns of a table, understood: by their tags, their headers, and what stands below them."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Mapping as MappingOf
from typing import Final

from attrs import evolve

from interagency.importers.table.columns import (
    NOT_READ,
    Column,
    How,
    Reading,
    base_of,
    reading_of_tag,
    term_of,
)
from interagency.importers.table.header_rows import readings
from interagency.importers.table.mapping import Mapping
from interagency.importers.table.states import is_state
from interagency.importers.tabular.blanks import is_blank
from interagency.importers.tabular.source import Cells
from interagency.importers.tabular.text import clean, is_yes_or_no, one_line

_SAMPLE: Final = 200
_FEWEST: Final = 2
# Fields that several columns may stand for.
_SEVERAL: Final = NOT_READ | {"organization"}
# Where a tag and a header name two of these, the header is right: tags get swapped.
_NAMES: Final = frozenset({"organization", "acronym", "organization type"})
# So many of the values that are not blank must fit for a column to be read by its values.
_MOST: Final = 0.8
Rows = Sequence[tuple[int, Cells]]
# What recognises a value of a field.
Knows = MappingOf[str, Callable[[str], object]]


def understood_columns(
    columns: Sequence[Column], mapping: Mapping, rows: Rows, knows: Knows
) -> list[Column]:
    """Return the columns of a table as their tags, headers and values have them."""
    return _by_values(_as_understood(columns, mapping, rows, knows), rows, knows)


def read_as(column: Column, reading: Reading, how: How) -> Column:
    """Return a column that is taken for what a reading says."""
    return evolve(column, field=reading.field, terms=reading.terms, how=how)


def _as_understood(
    columns: Sequence[Column], mapping: Mapping, rows: Rows, knows: Knows
) -> list[Column]:
    found = [_understood(each, mapping, rows) for each in columns]
    return _with_groups(found, rows, knows)


def _understood(column: Column, mapping: Mapping, rows: Rows) -> Column:
    """Return a column as its tag or its header has it."""
    tagged = reading_of_tag(column.tag) if column.tag else None
    headed = readings(column.header, mapping)
    if tagged and _names_another(tagged, headed):
        tagged = None
    found = (tagged,) if tagged else headed
    how = How.TAG if tagged else How.HEADER
    if found and found[0].field == "area" and _mostly(rows, column.index, is_state):
        return read_as(column, Reading("status"), How.VALUES)  # `Estado` is both
    if len(found) == 1 or (len(found) > 1 and found[0].weight > found[1].weight):
        return read_as(column, found[0], how)
    return evolve(column, rivals=tuple(each.text for each in found))


def _names_another(tagged: Reading, headed: Sequence[Reading]) -> bool:
    """Return whether a header says acronym where its tag says organization, or the like."""
    fields = {tagged.field, *(each.field for each in headed)}
    return len(headed) == 1 and len(fields) == 2 and fields <= _NAMES


def _with_groups(columns: list[Column], rows: Rows, knows: Knows) -> list[Column]:
    """Return the columns, those headed by groups among them: at least two must be.

    Their cells hold roles beside a column of organizations, organizations beside a column of
    roles, or marks of who is active in a sector.
    """
    headed = [each for each in columns if not each.is_known and knows["sector"](each.header)]
    if len(headed) < _FEWEST:
        return columns
    fields = {each.field for each in columns}
    roles = all(_fit(list(values_of(rows, each.index)), term_of) for each in headed)
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
        for text in values_of(rows, index)
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
            found[fitting[0].index] = read_as(fitting[0], Reading(name), How.VALUES)
    return found


def _mostly(rows: Rows, index: int, fits: Callable[[str], object]) -> bool:
    values = list(values_of(rows, index))
    return len(set(values)) >= _FEWEST and _fit(values, fits)


def _fit(values: Sequence[str], fits: Callable[[str], object]) -> bool:
    return bool(values) and sum(bool(fits(value)) for value in values) >= _MOST * len(values)


def values_of(rows: Rows, index: int) -> Iterator[str]:
    """Yield the first values of a column, without those that say nothing."""
    for _, cells in rows[:_SAMPLE]:
        text = one_line(clean(cells[index])) if index < len(cells) else ""
        if not is_blank(text):
            yield text


def read_once(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns, of several for one field only the first; organizations may be several.

    Of columns of organizations that differ by their language alone, only the first is read too.
    """
    seen: set[str] = set()
    found: list[Column] = []
    for column in columns:
        key = column.field
        if key == "organization" and column.how is not How.MAPPING:
            key = f"{key} {base_of(column.header)}"
        again = key in seen and key not in _SEVERAL
        found.append(evolve(column, field="leave", rivals=(column.field,)) if again else column)
        seen |= {key} - {""}
    return tuple(found)
