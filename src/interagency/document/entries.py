"""What the keys of a document are, and the entries under them, for both ways of reading it."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, get_type_hints

from interagency.document.misfits import Misfit, Misfits
from interagency.document.readers import table
from interagency.document.scalars import shortened
from interagency.document.shape import HEADER, SECTIONS, SHORT, VERSION_KEY, Section, file_key
from interagency.model import Architecture
from interagency.model.words import NONE, UNKNOWN, VACANT

SECTION_OF: Final[Mapping[str, Section]] = {section.key: section for section in SECTIONS}
HEADER_FIELD: Final[Mapping[str, str]] = {file_key(shape): shape.name for shape in HEADER}
TOP: Final = (VERSION_KEY, *HEADER_FIELD, *SECTION_OF)
# The words that may stand in place of a list of seats, or of links.
SEAT_WORDS: Final = (UNKNOWN, VACANT, NONE)
LINK_WORDS: Final = (UNKNOWN, NONE)


def header_type(key: str) -> Any:
    """Return the annotation of a field in the head of a document."""
    return _hints()[HEADER_FIELD[key]]


@cache
def _hints() -> dict[str, Any]:
    return get_type_hints(Architecture, include_extras=True)


def own_entry(section: Section, id: str, value: Any) -> dict[str, Any]:
    """Return a copy of an entry, with the id that its key says."""
    short = SHORT.get(section.holds)
    entry = table({short: value} if short and isinstance(value, str) else value)
    if "id" in entry:
        hint = Misfit(f"the id is the key already, {shortened(id)!r}; leave it out")
        raise Misfits([("id", hint)])
    return {**entry, "id": id}
