"""JSON to plain values, of the same types as YAML gives, with duplicate keys told."""

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final, Never, final

from yaml import events

from interagency.document.problems import Path, Problem
from interagency.document.scalars import number, shortened
from interagency.document.yaml_reader import NextEvent, Unreadable

# Texts are passed over, so that a word inside one is not taken for a number.
# Possessive: what is read of a text is never given back, so that nothing is kept to do so.
_WORD = re.compile(r'"(?:[^"\\]++|\\.)*+"|(NaN|-?Infinity)', re.DOTALL)


@final
class _Doubled(dict[str, Any]):
    """A mapping in which some keys stood twice."""

    twice: tuple[str, ...] = ()


def read_json(data: bytes) -> tuple[Any, list[Problem]]:
    """Return the plain value of a text, and what is wrong with it.

    Raises:
        Unreadable: If the text is not JSON; this problem comes alone.
    """
    doubled: list[_Doubled] = []

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        return value if len(value) == len(pairs) else _note(pairs, doubled)

    value = _loads(data, mapping)
    return value, list(_duplicates(value)) if doubled else []


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a mapping of pairs, for `object_pairs_hook`, of tables that are JSON.

    Raises:
        ValueError: If a key stands twice, of which one value would be lost.
    """
    value = dict(pairs)
    if len(value) < len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise ValueError(f"the key {shortened(twice)!r} is written twice in one record")
    return value


def _note(pairs: list[tuple[str, Any]], doubled: list[_Doubled]) -> _Doubled:
    counts = Counter(key for key, _ in pairs)
    value = _Doubled(pairs)
    value.twice = tuple(key for key, count in counts.items() if count > 1)
    doubled.append(value)
    return value


def _loads(data: bytes, mapping: Any) -> Any:
    text = data.decode("utf-8")
    try:
        return json.loads(
            text,
            object_pairs_hook=mapping,
            parse_int=number,
            parse_float=number,
            parse_constant=lambda word: _refuse(word, text),
        )
    except json.JSONDecodeError as error:
        problem = Problem(f"is not JSON: {error.msg}", (), "", error.lineno, error.colno)
        raise Unreadable(problem) from None
    except RecursionError:
        raise Unreadable(Problem("is nested too deep to be read")) from None


def _refuse(word: str, text: str) -> Never:
    """Refuse NaN and the infinities, which Python reads and JSON does not have."""
    start = next(match.start() for match in _WORD.finditer(text) if match[1])
    raise json.JSONDecodeError(f"{word} is no number", text, start)


def _duplicates(root: Any) -> Iterator[Problem]:
    # A stack rather than recursion: JSON may be nested as deep as its reader could bear.
    waiting: list[tuple[Any, Path]] = [(root, ())]
    while waiting:
        value, path = waiting.pop()
        for key in value.twice if isinstance(value, _Doubled) else ():
            yield Problem(f"the key {shortened(key)!r} is written twice", (*path, key))
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        waiting += ((each, (*path, step)) for step, each in steps if isinstance(each, dict | list))


# Of JSON that has been read, so that quotes are closed and brackets match.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]]|[^\s,:{}\[\]"]++')
_STARTS: Final[dict[str, type[Any]]] = {
    "{": events.MappingStartEvent,
    "[": events.SequenceStartEvent,
}
_ENDS: Final[dict[str, type[Any]]] = {
    "}": events.MappingEndEvent,
    "]": events.SequenceEndEvent,
}


def events_of(data: bytes) -> NextEvent:
    """Return a function that gives the next event of a text that is JSON."""
    return _events(data.decode("utf-8")).__next__


@final
class _Mark:
    """Where a token begins or ends: counted from 0, as YAML's parser does."""

    __slots__ = ("index", "text")

    def __init__(self, text: "_Text", index: int) -> None:
        self.text = text
        self.index = index

    @property
    def line(self) -> int:
        return self.text.line(self.index)

    @property
    def column(self) -> int:
        return self.index - self.text.starts[self.line]


@final
class _Text:
    """A text that finds its lines once, and only if somebody asks for one."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1


def _events(written: str) -> Iterator[Any]:
    text = _Text(written)
    for match in _TOKEN.finditer(written):
        yield _event(match[0], _Mark(text, match.start()), _Mark(text, match.end()))
    yield events.StreamEndEvent()


def _event(token: str, start: Any, end: Any) -> Any:
    if token in _ENDS:
        return _ENDS[token](start, end)
    if token in _STARTS:
        return _STARTS[token](None, None, True, start, end, flow_style=True)
    value = json.loads(token) if "\\" in token else token.strip('"')
    return events.ScalarEvent(None, None, (True, False), value, start, end)
