"""Values that do not fit, and how they become problems with a path."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any, Final, final

from cattrs import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError

from interagency.document.problems import Path, Problem
from interagency.document.scalars import shortened
from interagency.document.shape import SECTIONS, entry_keys, file_key
from interagency.model.fields import fields_of

# Looking for similar names is slow, and nobody reads more of them.
MOST_HINTS: Final = 100

# Terms of seats that are easily taken for fields of a body.
_TERMS: Final = ("lead", "leads", "co-lead", "co-leads", "chair", "co-chair", "member", "members")


@final
class Misfit(ValueError):
    """One value does not fit where it stands; the message says what would."""


@final
class Misfits(ValueError):
    """Several values inside one do not fit; `errors` has them with the step to each."""

    def __init__(self, errors: Sequence[tuple[str | int, Exception]]) -> None:
        """Keep the errors."""
        super().__init__(f"{len(errors)} misfits")
        self.errors = errors


# What the hooks raise: anything else is a fault of this library and must be seen as one.
MISFITS = (Misfit, Misfits, BaseValidationError)


def problems_in(error: Exception, path: Path = (), hint: bool = True) -> Iterator[Problem]:
    """Yield a problem for each value that an error tells of.

    Args:
        error: What was raised.
        path: Where.
        hint: Whether to look for the fields that unknown ones may mean.
    """
    match error:
        case Misfits():
            for step, inner in error.errors:
                yield from problems_in(inner, (*path, step), hint)
        case BaseValidationError():
            for inner in error.exceptions:
                yield from problems_in(inner, (*path, *_step_of(inner)), hint)
        case ForbiddenExtraKeysError():
            known, few = _keys_of(error.cl), len(error.extra_fields) <= MOST_HINTS
            for key in error.extra_fields:
                yield Problem(unknown_field(key, known, hint and few), (*path, key))
        case KeyError():
            yield Problem(f"the field {error.args[0]!r} is missing", path)
        case _:
            yield Problem(str(error), path)


def _step_of(error: Exception) -> Path:
    """Return the field that cattrs notes on an error; a missing field notes itself and is none."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote) and not isinstance(error, KeyError):
            return (note.name.rstrip("_"),)
    return ()


def unknown_field(key: str, known: tuple[str, ...], hint: bool = True) -> str:
    """Return the message on a field that the format does not have."""
    shown = shortened(key)
    message = f"there is no field {shown!r} here"
    if not hint:
        return message
    close = get_close_matches(shown, known, n=1)
    if key in _TERMS and "seats" in known:
        return f"{message}; who leads or sits in a body stands under seats: {{{key}: [...]}}"
    meant = f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"
    return f"{message}; {meant}"


def _keys_of(cls: type[Any]) -> tuple[str, ...]:
    section = next((section for section in SECTIONS if section.holds is cls), None)
    if section is not None:
        return entry_keys(section)
    return tuple(file_key(shape) for shape in fields_of(cls))
