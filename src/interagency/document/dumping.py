"""Architectures to texts and files. Writing is atomic: a failed write leaves the old file whole."""

import errno
import json
import os
from pathlib import Path as FilePath
from typing import Any

from interagency.document.files import SUFFIXES, known_format
from interagency.document.plain import to_plain
from interagency.document.yaml_writer import yaml_text
from interagency.model import Architecture
from interagency.vocabularies import Vocabularies, shipped


def dumps(
    architecture: Architecture, *, format: str = "yaml", vocabularies: Vocabularies | None = None
) -> str:
    """Return the document of an architecture; reading it gives an equal architecture.

    Args:
        architecture: What to write.
        format: yaml or json.
        vocabularies: The registry of organizations to lean on; by default the shipped one.
    """
    kind = known_format(format)
    plain = to_plain(architecture, (vocabularies or shipped()).organizations)
    return json_text(plain) if kind == "json" else yaml_text(plain)


def dump(
    architecture: Architecture,
    path: str | FilePath,
    *,
    format: str | None = None,
    vocabularies: Vocabularies | None = None,
) -> None:
    """Write the document of an architecture to a file.

    Args:
        architecture: What to write.
        path: The file; if it exists, it is replaced once all is written.
        format: yaml or json; by default what the name of the file says.
        vocabularies: The registry of organizations to lean on; by default the shipped one.
    """
    target = FilePath(path)
    kind = format or SUFFIXES.get(target.suffix.lower(), "yaml")
    write_whole(target, dumps(architecture, format=kind, vocabularies=vocabularies))


def json_text(plain: Any) -> str:
    """Return a plain value as JSON."""
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _linked(path: FilePath) -> FilePath:
    """Return what a path leads to; links that lead back to themselves are refused."""
    found = FilePath(os.path.realpath(path))
    if found.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return found


def write_whole(path: FilePath, content: str | bytes) -> None:
    """Write a file as a whole, or leave the old one as it was."""
    path = _linked(path)  # a link stays a link; what it points to is replaced
    data = content.encode() if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a device or a pipe is written to; replacing it would be a disaster
        return
    beside = path.with_name(f".{path.name[:60]}.{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
