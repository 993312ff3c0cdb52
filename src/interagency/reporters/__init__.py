"""The built-in formats of findings, one file each, registered like those of any plugin."""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from interagency.plugins import hookimpl
from interagency.report.reporter import Reporter

NAMES: Final = ("text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown")


@hookimpl
def interagency_reporters() -> Iterable[Reporter]:
    """Return the built-in reporters."""
    return [import_module(f"{__name__}.{name}").REPORTER for name in NAMES]
