"""Architectures to texts and files."""

import json
from pathlib import Path as FilePath
from typing import Any

from interagency.document.files import SUFFIXES, known_format
from interagency.document.plain import to_plain
from interagency.document.writing import write_whole
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
    plain = plain_of(architecture, vocabularies)
    return json_text(plain) if kind == "json" else yaml_text(plain)


def plain_of(
    architecture: Architecture, vocabularies: Vocabularies | None = None
) -> dict[str, Any]:
    """Return what a document of an architecture says, as a plain dict in its shortest form.

    Args:
        architecture: What to write.
        vocabularies: The registry of organizations to lean on; by default the shipped one.
    """
    return to_plain(architecture, (vocabularies or shipped()).organizations)


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
