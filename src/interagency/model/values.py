"""Whether a value fits the field it stands in."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import chain
from types import NoneType
from typing import Any, Final, final

from attrs import frozen

from interagency.model.amounts import Figure
from interagency.model.fields import FieldShape
from interagency.model.grammar import (
    CODE_FORM,
    HOLDERS,
    LINE,
    NONE,
    RESERVED,
    Code,
    Grammar,
    OrWord,
    Ref,
)

Ids = Mapping[str, frozenset[str]]

# Comparing two ids takes some 20 microseconds. With thousands of ids unknown among thousands
# known, suggestions for all would take minutes; those for the first show what went wrong.
MOST_COMPARISONS: Final = 30_000
_LEAST_COST = 1_000
_LONGEST_SHOWN = 80
# What has more digits is not read as a number.
_MOST = 10**18


@final
class Known(dict[str, frozenset[str]]):
    """The ids of an architecture, by kind; it suggests similar ones until enough time is spent."""

    def __init__(self, ids: Ids) -> None:
        """Keep the ids."""
        super().__init__(ids)
        self.comparisons = MOST_COMPARISONS

    def close_to(self, value: str, ref: Ref) -> list[str]:
        """Return the ids and words that may be meant by a value that is none of them."""
        cost = max(_LEAST_COST, sum(len(self[kind]) for kind in ref.kinds))
        if cost > self.comparisons or len(value) > _LONGEST_SHOWN:
            return []
        self.comparisons -= cost
        known = {id for kind in ref.kinds for id in self[kind]}
        return get_close_matches(value, sorted(known.union(ref.words)), n=2)


@frozen
class Flaw:
    """What is wrong with a value; in a list, with the value at `index`."""

    message: str
    index: int | None = None


def all_fit(shape: FieldShape, values: list[Any], ids: Ids) -> bool:
    """Return whether all values of a field surely fit, by a few operations on all at once."""
    nothing: object = () if shape.many or shape.pairs else None
    # Most columns of most files; where there are records, `any` spares asking each whether it is
    # equal to nothing.
    if not any(values) and values.count(nothing) == len(values):
        return shape.optional or nothing is not None
    types = set(map(type, values))
    if shape.many or shape.pairs:
        return types == {tuple} and not shape.pairs and _lists_fit(shape, values, ids)
    allowed = {shape.of, NoneType} if shape.optional else {shape.of}
    if shape.mark is None and shape.of not in (int, Figure):
        return types <= allowed  # nothing more is asked of it
    return types <= allowed and _each_fits(shape, {*values}, ids)


def _lists_fit(shape: FieldShape, lists: list[tuple[Any, ...]], ids: Ids) -> bool:
    """Return whether all values of lists surely fit, and none stands twice in a list."""
    members = list(chain.from_iterable(lists))
    if set(map(type, members)) != {shape.of} or shape.of is Figure:
        return False
    distinct = {*lists}
    told_apart = sum(map(len, map(frozenset, distinct))) == sum(map(len, distinct))
    return told_apart and NONE not in members and _each_fits(shape, {*members}, ids)


def _each_fits(shape: FieldShape, values: set[Any], ids: Ids) -> bool:
    """Return whether values of the right class surely fit."""
    match shape.mark:
        case Ref() as ref:
            unknown = values.difference(ref.words, (None,))
            for kind in ref.kinds:
                unknown -= ids[kind]
            return not unknown
        case Grammar() as grammar:
            return all(map(grammar.allows, values - {None}))
        case Code():
            return values.isdisjoint(RESERVED) and all(map(CODE_FORM.allows, values - {None}))
    return False  # numbers are judged one by one


def flaws_in(shape: FieldShape, value: Any, ids: Ids) -> tuple[Flaw, ...]:
    """Return everything that is wrong with the value of a field.

    Args:
        shape: The field.
        value: Its value.
        ids: The ids of the architecture, by the kind of thing that has them.
    """
    if value is None and (shape.optional or shape.required):
        return () if shape.optional else (Flaw("is missing"),)
    if shape.many or shape.pairs:
        if not isinstance(value, tuple):
            return (Flaw(f"must be a tuple, not {type(value).__name__}"),)
        return tuple(_in_pairs(value) if shape.pairs else _in_list(shape, value, ids))
    message = _in_one(shape, value, ids)
    return (Flaw(message),) if message else ()


def _in_list(shape: FieldShape, values: tuple[Any, ...], ids: Ids) -> Iterator[Flaw]:
    judged: dict[Any, str | None] = {}
    for index, value in enumerate(values):
        key = value.name if isinstance(value, Figure) else value
        if not _is_a(value, shape.of):  # it may have no hash
            message = _in_one(shape, value, ids)
        elif key not in judged:
            message = judged[key] = _in_one(shape, value, ids)
        else:
            message = judged[key] or f"{_shown(str(key))} is written twice"
        if message:
            yield Flaw(message, index)
    if NONE in values and len(values) > 1:
        yield Flaw(f"{NONE!r} means that there are no others; it stands alone")


def _in_pairs(pairs: tuple[Any, ...]) -> Iterator[Flaw]:
    seen = set()
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2:
            yield Flaw(f"{_shown(pair)} is no pair of texts")
            continue
        key, text = pair
        for part in (key, text):
            if type(part) is not str or not LINE.allows(part):
                yield Flaw(f"{_shown(part)} is not {LINE.hint}")
        if type(key) is not str:
            continue
        if key in seen:
            yield Flaw(f"{_shown(key)} is written twice")
        seen.add(key)


def _in_one(shape: FieldShape, value: Any, ids: Ids) -> str | None:
    if isinstance(shape.mark, OrWord) and value in shape.mark.words:
        return None
    if not _is_a(value, shape.of):
        return f"must be {shape.of.__name__}, not {type(value).__name__}"
    match shape.mark:
        case Grammar() as grammar:
            return _malformed(grammar, value)
        case Code() as code if value in RESERVED and value not in code.words:
            return f"{value!r} is a reserved word, and no code; leave the field out if nobody knows"
        case Code() as code:
            return None if value in code.words else _malformed(CODE_FORM, value)
        case Ref() as ref:
            return None if value in ref.words else _unresolved(ref, value, ids)
    if isinstance(value, Figure) and not LINE.allows(value.name):
        return f"{_shown(value.name)} is not {LINE.hint}"
    if shape.of is int and not 1 <= value < _MOST:
        return "must be at least 1, and less than 10^18"
    return None


def _is_a(value: Any, of: type) -> bool:
    # A text that is also a member of an enum, or a number that is also true, is neither.
    return type(value) is of


def _malformed(grammar: Grammar, value: str) -> str | None:
    if grammar.allows(value):
        return None
    return f"{_shown(value)} is not {_a(grammar.name)}: {grammar.hint}"


def _shown(value: Any) -> str:
    """Return a value as a message quotes it: a text of a megabyte must not come back whole."""
    if isinstance(value, str) and len(value) > _LONGEST_SHOWN:
        return repr(f"{value[: _LONGEST_SHOWN - 3]}...")
    return repr(value)


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _where_to_look(ref: Ref) -> str:
    if ref.kinds not in (("organization",), HOLDERS):
        return ""
    return "; well-known organizations have ids such as unhcr, others stand under organizations"


def _unresolved(ref: Ref, value: str, ids: Ids) -> str | None:
    if any(value in ids[kind] for kind in ref.kinds):
        return None
    wanted = _a(" or ".join(ref.kinds))
    other = next((kind for kind, known in ids.items() if value in known), None)
    if other is not None:
        return f"{_shown(value)} is {_a(other)}; {wanted} is expected here"
    known = ids if isinstance(ids, Known) else Known(ids)
    close = known.close_to(value, ref)
    hint = f"; did you mean {' or '.join(close)}?" if close else _where_to_look(ref)
    return f"nothing has the id {_shown(value)}; {wanted} is expected here{hint}"
