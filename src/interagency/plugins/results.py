"""Results of the functions of plugins: asked for in a guard, and refused if they are nonsense."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from interagency.document import dumps, loads
from interagency.errors import BrokenDown, attempt
from interagency.model import Architecture
from interagency.plugins.errors import PluginError
from interagency.plugins.records import misfit_of_text

Given = TypeVar("Given")


def asked(
    owner: str, doing: str, call: Callable[[], Given], passing: tuple[type[Exception], ...]
) -> Given:
    """Return what a function of a plugin gives.

    Args:
        owner: Name of the plugin.
        doing: The record that has the function, in words.
        call: Calls it.
        passing: Errors that it may raise on purpose.

    Raises:
        PluginError: If it raises anything else.
    """
    try:
        return attempt(call, passing)
    except BrokenDown as error:
        raise PluginError(owner, f"breaks down in {doing}: {error}") from error


def refuse_lost(architecture: Architecture) -> None:
    """Refuse an architecture that does not come back from its file: a value is of a wrong type."""
    if loads(dumps(architecture), format="yaml") != architecture:
        raise ValueError("what it read is not the same when it is written and read again")


def other_class(result: object, wanted: type) -> str | None:
    """Return of which class a result is, if that is not the one that is wanted."""
    given = type(result)
    return None if given is wanted else f"is a {given.__name__}, not {wanted.__name__}"


def plain(result: object) -> object:
    """Return files by name as a plain mapping, whatever mapping they come in."""
    return dict(result) if isinstance(result, Mapping) else result


def refuse_unwritten(result: object, owner: str, doing: str) -> None:
    """Refuse what cannot be written to a file.

    Raises:
        PluginError: If it is neither bytes nor a text that UTF-8 can hold.
    """
    if type(result) is not bytes:
        refuse(misfit_of_text(result), owner, doing)


def refuse(misfit: str | None, owner: str, doing: str) -> None:
    """Refuse a result that is not what it should be: types of a plugin may be a promise only."""
    if misfit is not None:
        raise PluginError(owner, f"gives in {doing} what {misfit}")
