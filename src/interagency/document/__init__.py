"""Files to architectures and back.

The only part of the library that knows YAML, JSON and cattrs. A file that does not fit is a
*problem*, told with its file, line, column and path, together with all others.
"""

from interagency.document.edit_files import EditPlan, edit_file, plan_edits
from interagency.document.edit_values import UNSET, Edit, Rename
from interagency.document.edits import edit
from interagency.document.json_schema import json_schema
from interagency.document.problems import InvalidDocument, Problem, UnsupportedVersion
from interagency.document.reader import Document, load, loads, read_path, read_text
from interagency.document.splices import ImpossibleEdit
from interagency.document.updates import plan_update, update_file
from interagency.document.writer import dump, dumps

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
