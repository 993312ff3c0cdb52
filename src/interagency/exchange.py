"""How architectures come in from foreign formats and go out to them: importers and exporters."""

from collections.abc import Callable
from pathlib import Path
from typing import final

from attrs import frozen

from interagency.model import Architecture


@final
@frozen(kw_only=True)
class Importer:
    """Reads a foreign format.

    Attributes:
        name: What to call it by, for example r4v.
        summary: What it reads, in one line.
        read: Returns the architecture in a file or folder.
    """

    name: str
    summary: str
    read: Callable[[Path], Architecture]


@final
@frozen(kw_only=True)
class Exporter:
    """Writes a foreign format.

    Attributes:
        name: What to call it by, for example mermaid.
        summary: What it writes, in one line.
        suffix: The usual ending of a file in that format, with its dot.
        loses: What of an architecture the format cannot hold; nothing if reading it back
            gives an equal one.
        write: Returns the text or bytes of an architecture.
    """

    name: str
    summary: str
    suffix: str
    loses: str
    write: Callable[[Architecture], str | bytes]
