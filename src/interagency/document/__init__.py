"""Files to architectures and back.

The only part of the library that knows YAML, JSON and cattrs. A file that does not fit is a
*problem*, told with its file, line, column and path, together with all others.
"""

from typing import TYPE_CHECKING

# A module of the same name would hide it, if it were found later.
from interagency.document.json_schema import json_schema
from interagency.document.problems import InvalidDocument, Problem, UnsupportedVersion
from interagency.document.reader import Document, load, loads, read_path, read_text

if TYPE_CHECKING:
    from interagency.document.edit_files import EditPlan, edit_file, plan_edits
    from interagency.document.edit_values import UNSET, Edit, Rename
    from interagency.document.edits import edit
    from interagency.document.splices import ImpossibleEdit
    from interagency.document.updates import plan_update, update_file
    from interagency.document.writer import dump, dumps
else:
    # What writes and edits is found on first use: who only reads need not wait for it.
    _HOMES = {
        "EditPlan": "edit_files",
        "edit_file": "edit_files",
        "plan_edits": "edit_files",
        "UNSET": "edit_values",
        "Edit": "edit_values",
        "Rename": "edit_values",
        "edit": "edits",
        "ImpossibleEdit": "splices",
        "plan_update": "updates",
        "update_file": "updates",
        "dump": "writer",
        "dumps": "writer",
    }

    def __getattr__(name):
        """Find a name where it lives."""
        from importlib import import_module

        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


__all__ = [
    "UNSET",
    "Document",
    "Edit",
    "EditPlan",
    "ImpossibleEdit",
    "InvalidDocument",
    "Problem",
    "Rename",
    "UnsupportedVersion",
    "dump",
    "dumps",
    "edit",
    "edit_file",
    "json_schema",
    "load",
    "loads",
    "plan_edits",
    "plan_update",
    "read_path",
    "read_text",
    "update_file",
]
