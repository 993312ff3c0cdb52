"""Columns of tables, derived from the fields of the model: a new field becomes a column."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final, final

from attrs import frozen

from interagency.graph.texts import item_text
from interagency.model import Day, Money, Within
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import OrWord, Ref

# Of a date that is a month or a year, the last day counts here, else the first.
_LAST: Final = frozenset({"until", "as_of", "by", "due"})


@final
class ColumnType(StrEnum):
    """What the values of a column are; each may be missing."""

    TEXT = "text"
    TEXTS = "texts"
    DATE = "date"
    WHOLE = "whole number"
    NUMBER = "number"
    TRUTH = "truth"


@final
@frozen(kw_only=True)
class Column:
    """One column of a table.

    Attributes:
        name: Its name, which stays the same from one release to the next.
        type: What its values are.
        doc: What it means.
        of: Returns its value of a record.
        names: Whether its values are ids, so that a column with their names stands beside it.
    """

    name: str
    type: ColumnType
    doc: str
    of: Callable[[Any], Any]
    names: bool = False


@cache
def columns_of(cls: type) -> tuple[Column, ...]:
    """Return the columns of a class of the model, its own before those it inherits."""
    return tuple(column for shape in fields_of(cls) for column in _columns(shape))


def _columns(shape: FieldShape) -> Iterator[Column]:
    name = shape.name.rstrip("_")
    if shape.of is Within:
        yield from _inside(shape)
    elif shape.of is Day and not shape.many:
        yield from _of_day(shape, name)
    elif shape.of is Money and not shape.many:
        yield from _of_money(shape, name)
    elif shape.many or shape.pairs:
        yield _column(name, ColumnType.TEXTS, shape, _texts)
    else:
        type = _type(shape)
        value = _text if type is ColumnType.TEXT else _as_it_is
        yield _column(name, type, shape, value, names=isinstance(shape.mark, Ref))


def _column(
    name: str,
    type: ColumnType,
    shape: FieldShape,
    value: Callable[[Any], Any],
    doc: str = "",
    *,
    names: bool = False,
) -> Column:
    def of(record: Any) -> Any:
        found = getattr(record, shape.name)
        return None if found is None else value(found)

    return Column(name=name, type=type, doc=doc or shape.doc, of=of, names=names)


def _inside(shape: FieldShape) -> Iterator[Column]:
    """Yield the columns of a record inside a record: where a body lies, and who says so."""
    for inner in columns_of(shape.of):
        name = shape.name if inner.name == "to" else f"{shape.name}_{inner.name}"
        yield _column(name, inner.type, shape, inner.of, inner.doc, names=inner.names)


def _of_day(shape: FieldShape, name: str) -> Iterator[Column]:
    end = "last" if name in _LAST else "first"
    doc = f"{shape.doc} Of a month or a year, the {end} day."
    yield _column(name, ColumnType.DATE, shape, _last if end == "last" else _first, doc)
    written = f"The date of `{name}` as it is written: a day, a month or a year."
    yield _column(f"{name}_written", ColumnType.TEXT, shape, lambda day: day.text, written)


def _of_money(shape: FieldShape, name: str) -> Iterator[Column]:
    yield _column(name, ColumnType.NUMBER, shape, lambda money: float(money.amount))
    doc = f"The currency of `{name}` (ISO 4217)."
    yield _column(f"{name}_currency", ColumnType.TEXT, shape, lambda money: money.currency, doc)


def _type(shape: FieldShape) -> ColumnType:
    if shape.of is bool and not isinstance(shape.mark, OrWord):
        return ColumnType.TRUTH
    return ColumnType.WHOLE if shape.of is int else ColumnType.TEXT


def _text(value: Any) -> str:
    if isinstance(value, bool):  # beside a word such as `jointly`
        return "yes" if value else "no"
    return item_text(value)


def _as_it_is(value: Any) -> Any:
    return value


def _texts(value: Any) -> list[str]:
    return [item_text(each) for each in value]


def _first(day: Day) -> date:
    return day.first


def _last(day: Day) -> date:
    return day.last
