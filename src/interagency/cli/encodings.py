"""Streams that never crash on a sign which their encoding lacks."""

import codecs
import sys
from io import TextIOWrapper
from typing import Final

# The signs of our own drawings and sentences, in letters that every encoding has.
_IN_ASCII: Final = str.maketrans({"├": "|", "└": "`", "│": "|", "─": "-", "→": "->"})
_INSTEAD: Final = "interagency-ascii"
_ASCII: Final = "interagency_plain_ascii"


def print_anything() -> None:
    """Let what the encoding of a terminal or pipe lacks be written otherwise: it must not crash.

    Branches and arrows are drawn with letters of ASCII, other signs are escaped.
    """
    try:
        codecs.lookup(_ASCII)
    except LookupError:  # the first run in this process
        codecs.register(_plain_ascii)
    codecs.register_error(_INSTEAD, _instead)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            is_ascii = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding=_ASCII if is_ascii else None, errors=_INSTEAD)


def _plain_ascii(name: str) -> codecs.CodecInfo | None:
    """Return ASCII under a name that click knows nothing of: it would write UTF-8 instead."""
    if name != _ASCII:
        return None
    ascii_ = codecs.lookup("ascii")
    return codecs.CodecInfo(
        ascii_.encode,
        ascii_.decode,
        incrementalencoder=ascii_.incrementalencoder,
        incrementaldecoder=ascii_.incrementaldecoder,
        name=_ASCII,
    )


def _instead(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return what is written in place of signs that an encoding lacks, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    drawn = signs.translate(_IN_ASCII)
    return drawn.encode("ascii", "backslashreplace").decode(), error.end
