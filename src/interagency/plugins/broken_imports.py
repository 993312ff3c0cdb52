"""Broken architectures that importers make: the file, and the rows that the faults are about."""

import unicodedata
from pathlib import Path
from typing import Final

from interagency.model import BrokenArchitecture, Fault

# A person mends the first few; the others have mostly the same cause.
_MOST: Final = 10
_TELLING: Final = 3
_LARGEST: Final = 5_000_000


def broken_import(error: BrokenArchitecture, source: Path) -> str:
    """Return that a table gave a broken architecture, with each fault and the rows it is about.

    Args:
        error: The faults.
        source: The file that was read; of a folder or a workbook no row is looked for.
    """
    lines = _lines(source)
    faults = [f"{source}{_row(fault, lines)}: {fault}" for fault in error.faults[:_MOST]]
    more = len(error.faults) - len(faults)
    told = [*faults, *([f"and {more} more"] if more else [])]
    return "makes a broken architecture:\n" + "\n".join(f"  {each}" for each in told)


def _lines(source: Path) -> list[str]:
    """Return the lines of a text as they are compared, nothing of what is no text."""
    try:
        if source.stat().st_size > _LARGEST:
            return []
        return [_letters(line) for line in source.read_text("utf-8").splitlines()]
    except (OSError, UnicodeDecodeError):
        return []


def _row(fault: Fault, lines: list[str]) -> str:
    """Return the first line that holds the name or the id of the record at fault."""
    names = (getattr(fault.record, field, None) for field in ("name", "id", "holder", "to"))
    for name in (_letters(each) for each in names if isinstance(each, str)):
        if len(name) < _TELLING:
            continue  # it would be found in any line
        for number, line in enumerate(lines, 1):
            if name in line:
                return f":{number}"
    return ""


def _letters(text: str) -> str:
    """Return the letters and digits of a text, without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in plain if each.isalnum())
