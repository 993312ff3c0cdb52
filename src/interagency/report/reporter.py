"""How findings go out: a reporter is a record with a function from a run of checks to text."""

from collections.abc import Callable
from typing import final

from attrs import field, frozen
from attrs.validators import instance_of

from interagency.report.checked import Checks


@final
@frozen(kw_only=True)
class Reporter:
    """Writes what a run of `check` found, in one format.

    Attributes:
        name: The name of the format, for example sarif.
        summary: Its use, in one line.
        suffix: The usual ending of a file in that format, with its dot.
        write: Returns the text of a run; it prints nothing, and reads no clock.
        tells_problems: Whether it holds documents that could not be loaded too; otherwise they
            are told on standard error alone, and without any document nothing is written.
        media_type: The media type (IANA) of the format; nothing if it has none of its own.
    """

    name: str = field(validator=instance_of(str))
    summary: str
    suffix: str
    write: Callable[[Checks], str]
    tells_problems: bool = True
    media_type: str = field(default="", validator=instance_of(str))
