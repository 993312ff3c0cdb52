"""The built-in rules, one file each, registered like those of any plugin."""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from interagency.checking import Rule
from interagency.plugins import hookimpl

NAMES: Final = ("lead_vacant",)


@hookimpl
def interagency_rules() -> Iterable[Rule]:
    """Return the built-in rules."""
    return [import_module(f"{__name__}.{name}").RULE for name in NAMES]
