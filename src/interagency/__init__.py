"""Humanitarian coordination architecture as code: load it, check it, and know what is missing.

Names are found where they live on first use, so that `import interagency` itself costs nothing.
"""

# Type checkers take a name like this for true; importing it from typing would cost as much as the
# rest of the import.
TYPE_CHECKING = False

__version__ = "0.1.0"

__all__ = [
    "Architecture",
    "Finding",
    "InteragencyError",
    "InvalidDocument",
    "Question",
    "Report",
    "Severity",
    "Verdict",
    "__version__",
    "check",
    "compare",
    "conform",
    "dump",
    "dumps",
    "load",
    "load_plugins",
    "loads",
    "reconcile",
    "to_frames",
]

if TYPE_CHECKING:
    from interagency import change as change
    from interagency import checking as checking
    from interagency import conformance as conformance
    from interagency import document as document
    from interagency import examples as examples
    from interagency import frames as frames
    from interagency import graph as graph
    from interagency import indicators as indicators
    from interagency import model as model
    from interagency import plugins as plugins
    from interagency import presence as presence
    from interagency import snapshot as snapshot
    from interagency import vocabularies as vocabularies
    from interagency.checking import Finding as Finding
    from interagency.checking import Report as Report
    from interagency.checking import Severity as Severity
    from interagency.document import InvalidDocument as InvalidDocument
    from interagency.document import dump as dump
    from interagency.document import dumps as dumps
    from interagency.document import loads as loads
    from interagency.errors import InteragencyError as InteragencyError
    from interagency.examples import load as load
    from interagency.frames import to_frames as to_frames
    from interagency.model import Architecture as Architecture
    from interagency.plugins.comparing import compare as compare
    from interagency.plugins.loading import load_plugins as load_plugins
    from interagency.plugins.running import check as check
    from interagency.plugins.running import conform as conform
    from interagency.presence import reconcile as reconcile
    from interagency.snapshot import Question as Question
    from interagency.snapshot import Verdict as Verdict
else:
    _HOMES = {
        "Architecture": "model",
        "Finding": "checking",
        "InteragencyError": "errors",
        "InvalidDocument": "document",
        "Question": "snapshot",
        "Report": "checking",
        "Severity": "checking",
        "Verdict": "snapshot",
        "check": "plugins.running",
        "compare": "plugins.comparing",
        "conform": "plugins.running",
        "dump": "document",
        "dumps": "document",
        "load": "examples",
        "load_plugins": "plugins.loading",
        "loads": "document",
        "reconcile": "presence",
        "to_frames": "frames",
    }
    _MODULES = (
        "change",
        "checking",
        "conformance",
        "document",
        "errors",
        "examples",
        "exchange",
        "frames",
        "graph",
        "indicators",
        "model",
        "plugins",
        "presence",
        "snapshot",
        "testing",
        "vocabularies",
    )

    def __getattr__(name):
        """Find a name where it lives, once; then it is an ordinary name of this module."""
        from importlib import import_module

        if name in _MODULES:
            return import_module(f"{__name__}.{name}")
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
