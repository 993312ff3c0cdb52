"""Files that are workbooks: what they are called, and their bytes."""

from pathlib import Path as FilePath
from typing import Final

from interagency.document.files import Text, file_bytes
from interagency.document.problems import Problem
from interagency.document.workbook.limits import LIMITS
from interagency.document.yaml_reader import Unreadable

WORKBOOK: Final = "xlsx"
# Those of the second line are named with what to do about them.
SUFFIXES: Final = (".xlsx", ".xlsm")
OTHERS: Final = (".xls", ".xlsb", ".ods")


def is_workbook(path: FilePath) -> bool:
    """Return whether a path is to be read as a workbook, by its name."""
    return path.suffix.lower() in (*SUFFIXES, *OTHERS) and not path.is_dir()


def read_workbook_file(path: FilePath, max_bytes: int | None = None) -> Text:
    """Return the bytes of a workbook.

    Args:
        path: The file.
        max_bytes: The size at which to refuse it; by default 50 MB.

    Raises:
        Unreadable: If it cannot be read, or is too large.
    """
    if path.suffix.lower() in OTHERS:
        message = "is a workbook in another format; save it as .xlsx"
        raise Unreadable(Problem(message, file=str(path)))
    limit = LIMITS.bytes if max_bytes is None else max_bytes
    data = file_bytes(path, limit)
    if len(data) > limit:
        raise Unreadable(Problem(f"is larger than {limit:,} bytes", file=str(path)))
    return Text(str(path), data, WORKBOOK)
