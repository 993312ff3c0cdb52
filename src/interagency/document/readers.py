"""Reading one plain value, strictly: a text, a number, true or false, a mapping or a list.

Nothing is coerced: a text must be text (or a number that was written where text belongs), a list
must be a list. Which texts fit is not asked here; the model asks when an architecture is made.
"""

from collections.abc import Callable
from enum import StrEnum
from types import NoneType
from typing import Any

from interagency.document.misfits import Misfit
from interagency.document.scalars import shortened, written


def kind_of(value: Any) -> str:
    """Return what a plain value is, in the words of a person who writes files."""
    if isinstance(value, str):
        return f"the word {shortened(value)!r}"
    names = {dict: "a mapping", list: "a list", NoneType: "nothing"}
    return names.get(type(value)) or f"{value!s}".lower()


def text(value: Any, _: Any = None) -> str:
    """Read a text; a number comes back as it was written."""
    if type(value) is str:
        return value
    found = written(value)
    if found is None:
        hint = "put it in quotes" if isinstance(value, bool) else "leave the field out if unknown"
        raise Misfit(f"text is expected here, not {kind_of(value)}; {hint}")
    return found


def whole(value: Any, _: Any = None) -> int:
    """Read a whole number."""
    if type(value) is not int:
        raise Misfit(f"a whole number is expected here, not {kind_of(value)}")
    return value


def truth(value: Any, _: Any = None) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise Misfit(f"true or false is expected here, not {kind_of(value)}")
    return value


def parsed(parse: Callable[[str], Any], value: Any, _: Any = None) -> Any:
    """Read a text that has a form, such as a date or an amount."""
    # No date, amount or figure is longer than what is kept, and what is cut parses as none.
    short = shortened(text(value))
    try:
        return parse(short)
    except ValueError as error:
        raise Misfit(str(error)) from None


def choice(value: Any, of: type[StrEnum]) -> StrEnum:
    """Read one of a few words."""
    try:
        return of(text(value))
    except ValueError:
        raise Misfit(f"one of {', '.join(of)} is expected here, not {kind_of(value)}") from None


def table(value: Any) -> dict[str, Any]:
    """Read a mapping."""
    if not isinstance(value, dict):
        raise Misfit(f"a mapping is expected here, not {kind_of(value)}")
    return value


def sequence(value: Any, words: tuple[str, ...] = ()) -> list[Any]:
    """Read a list that is not empty; a reserved word may stand for one."""
    if isinstance(value, list) and value:
        return value
    if value in words and isinstance(value, str):
        return [value]
    noun = "word" if len(words) == 1 else "words"
    hint = f"; the {noun} {' and '.join(words)} may stand alone" if words else ""
    if isinstance(value, str):
        raise Misfit(f"a list is expected here: write [{shortened(value)}]{hint}")
    if value is None or value == []:
        raise Misfit(f"nothing is written here: leave the key out if nobody knows{hint}")
    raise Misfit(f"a list is expected here, not {kind_of(value)}{hint}")
