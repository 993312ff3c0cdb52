"""Records of plugins, held against the types of their fields: a type may be a promise only.

Texts are those of Python itself, not of a subclass, whose methods would be code of the plugin
that runs where nobody expects it.
"""

import re
import types
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any, Final, Literal, Union, cast, get_args, get_origin, get_type_hints

import attrs

# Names stand in commands, settings and messages.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
# No folder, no drive, no hidden file, nothing that Windows refuses.
_FILE = re.compile(r"[^\x00-\x1f\x7f<>:\"/\\|?*.][^\x00-\x1f\x7f<>:\"/\\|?*]{0,199}")
_PLAIN: Final = (str, int, bool, float)
# Records of thousands of parts, such as code lists, are looked into; what lies deeper is data.
_SHOWN = 60


def misfit_of(record: Any) -> str | None:
    """Return the first field of a record that does not fit its type, in words; None if all fit."""
    found = next(_misfits(record, ""), None)
    if found is None and not _NAME.fullmatch(record.name):
        given = _short(record.name)
        return f"name must be of letters, digits and - _ . without spaces, not {given}"
    return found


def misfit_of_text(text: object) -> str | None:
    """Return what keeps a value from being a text that can be written; None if nothing does."""
    if type(text) is not str:
        return f"is {_sort(text)}, not a text"
    try:
        text.encode()
    except UnicodeEncodeError:
        return "holds half a character (a surrogate), which no file can hold"
    return None


def misfit_of_file(name: object) -> str | None:
    """Return what keeps a value from being the name of a file in a folder; None if nothing does."""
    said = misfit_of_text(name)
    if said is not None:
        return f"has a name of a file that {said}"
    text = cast("str", name)
    if not _FILE.fullmatch(text) or text.endswith((".", " ")):
        return f"has a file {_short(text)}: a name without folders is expected, such as bodies.csv"
    return None


def misfit_of_parts(value: Any) -> str | None:
    """Return the first field below a value that does not fit its type, in words."""
    return next(_misfits(value, ""), None)


def _misfits(record: Any, path: str) -> Iterator[str]:
    cls: Any = type(record)
    for name, hint in _hints(cls).items():
        yield from _wrong(getattr(record, name), hint, f"{path}{name}")


@cache
def _hints(cls: Any) -> Mapping[str, Any]:
    """Return the types of the fields of a record, by name."""
    found = {each.name: each.type for each in attrs.fields(cls) if each.init}
    if any(isinstance(hint, str) for hint in found.values()):
        resolved = get_type_hints(cls)
        found = {name: resolved[name] for name in found}
    return found


def _wrong(value: Any, hint: Any, path: str) -> Iterator[str]:
    """Yield what of a value does not fit a type, each with its path."""
    origin = get_origin(hint)
    if hint is str:
        said = misfit_of_text(value)
        yield from () if said is None else (f"{path} {said}",)
    elif hint in _PLAIN or hint is type(None):
        yield from () if type(value) is hint else (_not(path, value, hint.__name__),)
    elif origin in (Union, types.UnionType):
        yield from _wrong_in_union(value, get_args(hint), path)
    elif origin is tuple:
        yield from _wrong_in_tuple(value, get_args(hint), path)
    elif origin is Literal:
        known = ", ".join(map(str, get_args(hint)))
        is_known = type(value) is str and value in get_args(hint)
        yield from () if is_known else (_not(path, value, f"one of {known}"),)
    elif origin is Callable or hint is Callable:
        yield from () if callable(value) else (_not(path, value, "function"),)
    elif isinstance(origin, type) and issubclass(origin, Mapping):
        yield from _wrong_in_mapping(value, get_args(hint), path)
    elif isinstance(hint, type) and hint is not object:
        yield from _wrong_in_class(value, hint, path)


def _wrong_in_union(value: Any, hints: tuple[Any, ...], path: str) -> Iterator[str]:
    found = [next(_wrong(value, hint, path), None) for hint in hints]
    if None in found:
        return
    # Of the class that it is, if it is one of them, the field that does not fit is told.
    own = [said for said, hint in zip(found, hints, strict=True) if hint is type(value)]
    names = " or ".join(_named(hint) for hint in hints)
    yield str(own[0]) if own else _not(path, value, names)


def _wrong_in_tuple(value: Any, hints: tuple[Any, ...], path: str) -> Iterator[str]:
    if type(value) is not tuple:
        yield _not(path, value, "tuple")
    elif len(hints) == 2 and hints[1] is Ellipsis:
        for index, each in enumerate(value):
            yield from _wrong(each, hints[0], f"{path}[{index}]")
    elif len(value) != len(hints):
        yield f"{path} has {len(value)} parts, not {len(hints)}"
    else:
        for index, (each, hint) in enumerate(zip(value, hints, strict=True)):
            yield from _wrong(each, hint, f"{path}[{index}]")


def _wrong_in_mapping(value: Any, hints: tuple[Any, ...], path: str) -> Iterator[str]:
    if type(value) not in (dict, types.MappingProxyType):
        yield _not(path, value, "mapping")
    else:
        for key, each in value.items():
            yield from _wrong(key, hints[0], f"{path} has a key that")
            yield from _wrong(each, hints[1], f"{path}[{_short(key)}]")


def _wrong_in_class(value: Any, hint: type[Any], path: str) -> Iterator[str]:
    is_one = isinstance(value, hint) if issubclass(hint, Enum) else type(value) is hint
    if not is_one:
        yield _not(path, value, hint.__name__)
    elif attrs.has(hint):
        yield from _misfits(value, f"{path}.")


def _named(hint: Any) -> str:
    return "text" if hint is str else str(getattr(hint, "__name__", hint))


def _not(path: str, value: object, wanted: str) -> str:
    return f"{path} is {_sort(value)}, not a {wanted}"


def _sort(value: object) -> str:
    """Return the type of a value, and no more: to show it would be to run its methods."""
    name = type(value).__name__
    base = " (a subclass)" if issubclass(type(value), str) and type(value) is not str else ""
    return "None" if value is None else f"a {name}{base}"


def _short(value: object) -> str:
    return repr(value)[:_SHOWN] if type(value) is str else _sort(value)
