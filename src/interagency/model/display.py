"""How notebooks show a value: found by name when it is asked for, in a room far above."""

from importlib import import_module


class Displayed:
    """A value that Jupyter shows as a page or a picture rather than as its text.

    The room that draws is named by text, so that nothing here knows what is above it, and nothing
    is imported until a notebook asks.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return the value as HTML."""
        found: str = import_module("interagency.report.notebook").html_of(self)
        return found
