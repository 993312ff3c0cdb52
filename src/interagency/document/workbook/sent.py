"""The document as it was sent out, kept in the workbook to compare with what comes back."""

import base64
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from interagency.document.names import spelling
from interagency.document.workbook.layout import SENT
from interagency.document.workbook.sheets import sheets_in

_CHUNK: Final = 30_000
# What a document of the largest kind unpacks to; more is a bomb.
_MOST: Final = 200_000_000
# A letter in front, so that no part of it looks like a formula or a number.
_MARK: Final = "z"


def sent_in(data: bytes) -> dict[str, Any] | None:
    """Return the document that a workbook was written from; nothing if its sheet was changed.

    Raises:
        UnfitWorkbook: If it cannot be read, or is too large.
        MissingExtra: If the library that reads workbooks is missing.
    """
    sheets = (each for each in sheets_in(data) if spelling(each.name) == spelling(SENT))
    rows = next((each.rows for each in sheets), ())
    return unpacked(row[0] for row in rows if row)


def packed(plain: Mapping[str, Any]) -> Iterator[str]:
    """Yield a document as texts that cells can hold."""
    text = base64.b85encode(zlib.compress(json.dumps(plain).encode(), 9)).decode()
    yield from (f"{_MARK}{text[at : at + _CHUNK]}" for at in range(0, len(text), _CHUNK))


def unpacked(texts: Iterable[str]) -> dict[str, Any] | None:
    """Return the document in such texts; nothing if they hold none, or were changed."""
    try:
        data = base64.b85decode("".join(text.strip()[len(_MARK) :] for text in texts))
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(data, _MOST)
        if not unpacker.eof:
            return None
        value = json.loads(plain)
    except (ValueError, zlib.error, RecursionError):
        return None
    return value if isinstance(value, dict) else None
