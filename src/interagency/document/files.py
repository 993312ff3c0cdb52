"""Files and folders to bytes, within limits, with a clear word on what cannot be read."""

import os
import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import Final

from attrs import frozen

from interagency.document.problems import Problem
from interagency.document.yaml_reader import Unreadable

# Files for editors, which may lie beside documents and are none.
_SCHEMA = ".schema.json"
SUFFIXES: Final = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
MAX_BYTES: Final = {"yaml": 5_000_000, "json": 50_000_000}
# How a JSON object begins, after whatever blanks.
_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*+\{\s*+["}]')
_LONGEST_SIGN = 64
_TABLES = frozenset({".csv", ".tsv", ".ods", ".xls"})
_TABLE = "is a table, not a document: `interagency import table` reads it"
_NO_DOCUMENT = "copy what it says into a document, which `interagency init` begins"
# How files of other formats begin.
_FOREIGN: Final[dict[tuple[bytes, ...], str]] = {
    (b"pk\x03\x04",): f"is a zip file, such as a text of Word: {_NO_DOCUMENT}; "
    "a workbook must end in .xlsx",
    (b"\xd0\xcf\x11\xe0",): f"is a file of an old Office: {_NO_DOCUMENT}",
    (b"%pdf-",): f"is a PDF: {_NO_DOCUMENT}",
    (b"\x89png", b"\xff\xd8\xff", b"gif8"): f"is a picture: {_NO_DOCUMENT}",
    (b"<!doctype", b"<html", b"<?xml", b"<svg"): f"is a web page or XML: {_NO_DOCUMENT}",
    (b"{\\rtf",): f"is a text of Word: {_NO_DOCUMENT}",
}


@frozen
class Text:
    """The bytes of one file, in UTF-8 without a byte order mark.

    Attributes:
        file: Name to show.
        data: The bytes.
        format: yaml or json; xlsx for the bytes of a workbook.
    """

    file: str
    data: bytes
    format: str


def format_of(data: bytes) -> str:
    """Return the format of what has no file name, from how it begins."""
    if data.startswith(b"PK\x03\x04"):
        return "xlsx"
    return "json" if _OBJECT.match(data) else "yaml"


def known_format(name: str | None) -> str | None:
    """Return the name of a format as it was given.

    Raises:
        ValueError: If there is no such format.
    """
    if name not in (None, *MAX_BYTES):
        raise ValueError(f"{name!r} is no format of documents: yaml and json are")
    return name


def paths_in(path: FilePath) -> list[FilePath]:
    """Return the files of a document: the file itself, or all documents in a folder, by name.

    Raises:
        Unreadable: If there is none, or the file is a table.
    """
    if path.suffix.lower() in _TABLES:
        raise Unreadable(Problem(_TABLE, file=str(path)))
    if not os.path.isdir(path):  # unlike the method, it never raises
        return [path]
    inside = sorted(each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES)
    shown = [each for each in inside if _is_document(each.relative_to(path)) and _is_file(each)]
    if not shown:
        endings = ", ".join(SUFFIXES)
        raise Unreadable(Problem(f"the folder holds no document ({endings})", file=str(path)))
    return shown


def _is_file(path: FilePath) -> bool:
    # A link that leads nowhere counts: that it cannot be read must be told.
    return path.is_file() or (path.is_symlink() and not path.exists())


def is_part(path: FilePath) -> bool:
    """Return whether a file belongs to the document that its folder is, by its path in there."""
    return path.suffix.lower() in SUFFIXES and _is_document(path)


def _is_document(path: FilePath) -> bool:
    """Return whether a file in a folder is not hidden, and not a schema for editors."""
    is_hidden = any(part.startswith(".") for part in path.parts)
    return not is_hidden and not path.name.endswith(_SCHEMA)


def read_file(path: FilePath, max_bytes: int | None = None) -> Text:
    """Return the text of a file.

    Args:
        path: The file.
        max_bytes: The size at which to refuse it; by default 5 MB of YAML, 50 MB of JSON.

    Raises:
        Unreadable: If it cannot be read, is too large, or is not text in UTF-8.
    """
    kind = SUFFIXES.get(path.suffix.lower(), "yaml")
    limit = MAX_BYTES[kind] if max_bytes is None else max_bytes
    return decoded(str(path), file_bytes(path, limit), kind, limit)


def file_bytes(path: FilePath, limit: int) -> bytes:
    """Return the bytes of a file, one more than the limit at most.

    Raises:
        Unreadable: If it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except FileNotFoundError:
        raise Unreadable(Problem(f"there is no such file{_near(path)}", file=str(path))) from None
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise Unreadable(Problem(f"cannot be read: {cause}", file=str(path))) from None


def _near(path: FilePath) -> str:
    try:
        names = [each.name for each in path.parent.iterdir() if each.name != path.name]
    except OSError:
        return ""
    close = get_close_matches(path.name, names, n=1)
    return f"; did you mean {path.parent / close[0]}?" if close else ""


def decoded(file: str, data: bytes, kind: str, limit: int) -> Text:
    """Return bytes as a text, after a look at their size and encoding.

    Raises:
        Unreadable: If they are too many, or not text in UTF-8.
    """
    if foreign := _foreign(data):
        raise Unreadable(Problem(foreign, file=file))
    if len(data) > limit:
        message = f"is larger than {limit:,} bytes; raise max_bytes if it is meant to be"
        raise Unreadable(Problem(message, file=file))
    problem = next(_encoding_problems(data), None)
    if problem is not None:
        raise Unreadable(problem.at(file))
    return Text(file, data.removeprefix(b"\xef\xbb\xbf"), kind)


def _foreign(data: bytes) -> str | None:
    """Return that bytes are of another format, and what to do with them."""
    begins = data[:_LONGEST_SIGN].lstrip().lower()
    return next((cure for signs, cure in _FOREIGN.items() if begins.startswith(signs)), None)


def _encoding_problems(data: bytes) -> Iterator[Problem]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield Problem("is in UTF-16; save it as UTF-8", (), "", 1, 1)
    nul = data.find(b"\0")
    if nul >= 0:
        yield _at(data, nul, "holds a NUL byte; is it a text file?")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = f"is not UTF-8: byte 0x{data[error.start]:02x}; save it as UTF-8"
        yield _at(data, error.start, wrong)


def _at(data: bytes, offset: int, message: str) -> Problem:
    before = data[:offset]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    return Problem(message, (), "", line, column)
