"""A strategy for any class of the model, made from the descriptions of its fields."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import cache, lru_cache
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from interagency.model import Architecture, Body, Day, Due, Fact, Figure, Money, Progress, Seat
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import NONE, Code, Grammar, OrWord, Ref
from interagency.model.keys import progress_key
from interagency.testing.scalars import (
    areas,
    codes,
    countries,
    days,
    dues,
    figures,
    ids,
    money,
    standings,
    terms,
    texts,
)

Ids = Mapping[str, Sequence[str]]
Record = TypeVar("Record")

_NO_IDS: Ids = MappingProxyType({})
_MOST_FREE_FIELDS = 4
_MOST_VALUES = 3
_KEY = itemgetter(0)

# What makes a record worth having; every other field is drawn rarely, to keep examples small.
_USUAL: Mapping[type, tuple[str, ...]] = {
    Seat: ("holder",),
    Body: ("kind", "within", "covers"),
    Architecture: ("as_of", "complete"),
}
_FORMS: Mapping[str, SearchStrategy[str]] = {
    "id": ids(),
    "text": texts(),
    "country": countries(),
    "area": areas(),
    "count": st.just("several") | st.integers(1, 999_999_999).map(str),
}
_VALUES: Mapping[type, SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(1, 99),
    Day: days(),
    Due: dues(),
    Money: money(),
    Figure: figures(),
}


def records(cls: type[Record], known: Ids = _NO_IDS, **given: Any) -> SearchStrategy[Record]:
    """Draw a record of any class of the model.

    Args:
        cls: The class.
        known: The ids it may refer to, by kind: source, organization, body, plan, office, post,
            product, mandate, agreement, decision.
        given: Values of fields that are not drawn.
    """
    return _records(cls, known, given)


@st.composite
def _records(draw: st.DrawFn, /, cls: type, known: Ids, given: Mapping[str, Any]) -> Any:
    values = dict(given)
    for shape in draw(_choices(cls, frozenset(given))):
        if _has_values(shape, known):
            values[shape.name] = draw(_values(cls, shape, known))
    return cls(**_in_time(values))


def can_be_drawn(cls: type, known: Ids) -> bool:
    """Return whether a class has all it must refer to."""
    return all(_has_values(shape, known) for shape in fields_of(cls) if shape.required)


@cache
def _choices(cls: type, given: frozenset[str]) -> SearchStrategy[list[FieldShape]]:
    """Draw the fields that are filled: all that must be, many of the usual, few of the rest."""
    shapes = [shape for shape in fields_of(cls) if shape.name not in given]
    names = {name for base, names in _USUAL.items() if issubclass(cls, base) for name in names}
    must = [shape for shape in shapes if shape.required]
    usual = [shape for shape in shapes if shape.name in names]
    rest = [shape for shape in shapes if shape not in must and shape not in usual]
    few = min(_MOST_FREE_FIELDS, len(rest))
    subsets = (_subset(usual, len(usual)), _subset(rest, few))
    return st.tuples(*subsets).map(lambda drawn: [*must, *drawn[0], *drawn[1]])


def _subset(shapes: list[FieldShape], most: int) -> SearchStrategy[list[FieldShape]]:
    if not shapes:
        return st.just([])
    return st.lists(st.sampled_from(shapes), unique=True, max_size=most)


def _has_values(shape: FieldShape, known: Ids) -> bool:
    if isinstance(shape.mark, Ref):
        return bool(_referable(shape, shape.mark, known))
    return not issubclass(shape.of, Fact) or can_be_drawn(shape.of, known)


def _referable(shape: FieldShape, ref: Ref, known: Ids) -> tuple[str, ...]:
    found = (id for kind in ref.kinds for id in known.get(kind, ()))
    return (*found, *_beside_others(shape, ref.words))


def _beside_others(shape: FieldShape, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that may stand in a field; in a list, `none` stands alone."""
    return tuple(word for word in words if not (shape.many and word == NONE))


def _values(cls: type, shape: FieldShape, known: Ids) -> SearchStrategy[Any]:
    if isinstance(shape.mark, Ref):
        return _references(shape, _referable(shape, shape.mark, known))
    if issubclass(shape.of, Fact):
        return _one_or_many(shape, records(shape.of, known))
    return _scalars(cls, shape)


@lru_cache(maxsize=4096)
def _references(shape: FieldShape, found: tuple[str, ...]) -> SearchStrategy[Any]:
    return _one_or_many(shape, st.sampled_from(found))


@cache
def _scalars(cls: type, shape: FieldShape) -> SearchStrategy[Any]:
    """Draw the value of a field that refers to nothing, whatever the rest of the example is."""
    if shape.pairs:
        # The only such table of an architecture says what terms mean.
        key, text = (terms(), standings()) if cls is Architecture else (texts(), texts())
        rows = st.tuples(key, text)
        return st.lists(rows, min_size=1, max_size=_MOST_VALUES, unique_by=_KEY).map(tuple)
    return _one_or_many(shape, terms() if (cls, shape.name) == (Seat, "term") else _one(shape))


def _one(shape: FieldShape) -> SearchStrategy[Any]:
    match shape.mark:
        case OrWord(words):
            return st.booleans() | st.sampled_from(words)
        case Code(vocabulary, words):
            return codes(vocabulary, _beside_others(shape, words))
        case Grammar(name, pattern, words=words):
            # A form that is not in the table is a list of the words that are allowed.
            form = _FORMS[name] if name in _FORMS else st.sampled_from(pattern.split("|"))
            return form | st.sampled_from(words) if words else form
    return st.sampled_from(shape.of) if issubclass(shape.of, Enum) else _VALUES[shape.of]


def _one_or_many(shape: FieldShape, one: SearchStrategy[Any]) -> SearchStrategy[Any]:
    if not shape.many:
        return one
    key = _TOLD_APART_BY.get(shape.of, _itself)
    many = st.lists(one, min_size=1, max_size=_MOST_VALUES, unique_by=key).map(tuple)
    return st.just((NONE,)) | many if NONE in shape.words else many


# Figures by what they count, progress by its day, sectors and country.
_TOLD_APART_BY: Mapping[type, Callable[[Any], Any]] = {
    Figure: attrgetter("name"),
    Progress: progress_key,
}


def _itself(value: Any) -> Any:
    return value


def _in_time(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values of fields, with a period that ends before it begins turned around."""
    since, until = values.get("since"), values.get("until")
    if since is not None and until is not None and until.last < since.first:
        return {**values, "since": until, "until": since}
    return values
