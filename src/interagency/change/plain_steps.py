"""Steps on the plain value of a document: set a value, take it out, put keys in order.

They say what no other operation does, and lead from any architecture to any other.
"""

import re
from collections.abc import Sequence
from typing import Any, Final, final

from attrs import frozen

from interagency.change.wholeness import ImpossibleChange
from interagency.document.problems import Path, path_text

_INDEX: Final = re.compile(r"(.*?)\[([0-9]+)\]")


@final
@frozen
class SetValue:
    """A value at a path of the document.

    Attributes:
        path: The keys that lead to it, and the indexes in lists.
        value: The value, as a file has it.
    """

    path: Path
    value: Any


@final
@frozen
class UnsetValue:
    """A value that is taken out.

    Attributes:
        path: The keys that lead to it, and the indexes in lists.
    """

    path: Path


@final
@frozen
class KeyOrder:
    """The order of the keys of a mapping.

    Attributes:
        path: The keys that lead to it.
        keys: All its keys.
    """

    path: Path
    keys: tuple[str, ...]


Step = SetValue | UnsetValue | KeyOrder


def stepped(plain: Any, step: Step) -> Any:
    """Return a plain value with a step made; the value itself stays as it was.

    Raises:
        ImpossibleChange: If the step leads nowhere.
    """
    return _stepped(plain, step, step.path)


def _stepped(value: Any, step: Step, left: Path) -> Any:
    if not left:
        return _at_end(value, step)
    key, rest = left[0], left[1:]
    if value is None and isinstance(step, SetValue):
        value = [] if isinstance(key, int) else {}
    if isinstance(key, int):
        return _in_list(value, step, key, rest)
    if not isinstance(value, dict):
        raise ImpossibleChange(f"{_shown(step, left)} is not a mapping: nothing stands below it")
    if key not in value and not isinstance(step, SetValue):
        raise ImpossibleChange(f"{path_text(step.path)} is not recorded")
    others = {name: each for name, each in value.items() if name != key}
    if not rest and isinstance(step, UnsetValue):
        return others
    after = _stepped(value.get(key), step, rest)
    if after == [] and isinstance(step, UnsetValue):  # a file has no empty lists
        return others
    return {**value, key: after}


def _in_list(value: Any, step: Step, index: int, rest: Path) -> Any:
    if not isinstance(value, list) or index > len(value):
        raise ImpossibleChange(f"{path_text(step.path)}: there is no entry {index} in the list")
    if index == len(value):
        if not isinstance(step, SetValue):
            raise ImpossibleChange(f"{path_text(step.path)} is not recorded")
        return [*value, _stepped(None, step, rest)]
    if not rest and isinstance(step, UnsetValue):
        return [*value[:index], *value[index + 1 :]]
    return [*value[:index], _stepped(value[index], step, rest), *value[index + 1 :]]


def _at_end(value: Any, step: Step) -> Any:
    match step:
        case SetValue():
            return step.value
        case KeyOrder() if isinstance(value, dict) and {*step.keys} == {*value}:
            return {key: value[key] for key in step.keys}
    raise ImpossibleChange(f"{path_text(step.path)} has other keys than those to put in order")


def _shown(step: Step, left: Path) -> str:
    return path_text(step.path[: len(step.path) - len(left)])


def path_of(text: str, plain: Any) -> Path:
    """Return the path that a text means in a plain value: sectors.health.seats.member[0].

    A key may have dots; the longest key that is there is meant.

    Args:
        text: The path, as questions and problems print it.
        plain: The value in which it leads somewhere, or to a place that is missing.
    """
    steps: list[str | int] = []
    words = text.split(".")
    while words:
        count = _longest(words, plain)
        for step in _indexed(".".join(words[:count])):
            steps.append(step)
            plain = _inside(plain, step)
        words = words[count:]
    return tuple(steps)


def _longest(words: Sequence[str], plain: Any) -> int:
    keys = plain if isinstance(plain, dict) else {}
    counts = range(len(words), 0, -1)
    return next((n for n in counts if _indexed(".".join(words[:n]))[0] in keys), 1)


def _indexed(word: str) -> list[str | int]:
    """Return a key with the indexes that stand behind it."""
    indexes: list[str | int] = []
    while match := _INDEX.fullmatch(word):
        word = match[1]
        indexes.insert(0, int(match[2]))
    return [word, *indexes]


def _inside(plain: Any, step: str | int) -> Any:
    if isinstance(step, str):
        return plain.get(step) if isinstance(plain, dict) else None
    return plain[step] if isinstance(plain, list) and step < len(plain) else None
