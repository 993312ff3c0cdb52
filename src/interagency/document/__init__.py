"""Files to architectures and back.

The only part of the library that knows YAML, JSON and cattrs. A file that does not fit is a
*problem*, told with its file, line, column and path, together with all others.
"""

from interagency.document.json_schema import json_schema
from interagency.document.problems import InvalidDocument, Problem, UnsupportedVersion
from interagency.document.reader import Document, load, loads, read_path, read_text
from interagency.document.writer import dump, dumps

__all__ = [
    "Document",
    "InvalidDocument",
    "Problem",
    "UnsupportedVersion",
    "dump",
    "dumps",
    "json_schema",
    "load",
    "loads",
    "read_path",
    "read_text",
]
