"""How each class of the model stands in a file.

The one table behind reading, writing, the JSON Schema and the page on the file format.
"""

from typing import Any, Final

from interagency.model import (
    Alias,
    Answer,
    Architecture,
    Link,
    Receipt,
    Seat,
    Within,
)
from interagency.model.fields import FieldShape, fields_of
from interagency.model.relations import LINK_KINDS
from interagency.model.sections import SECTIONS as ALL_SECTIONS
from interagency.model.sections import Section

VERSION_KEY: Final = "interagency"
# Where editors find the JSON Schema; it says nothing of the response, and is read by nothing else.
SCHEMA_KEY: Final = "$schema"


# The sections of a file; seats stand inside the bodies that they belong to.
SECTIONS: Final = tuple(section for section in ALL_SECTIONS if not section.nested)

# A record of these classes may be written as the value of this one field alone.
SHORT: Final[dict[type[Any], str]] = {
    Alias: "name",
    Within: "to",
    Seat: "holder",
    Link: "to",
    Answer: "answer",
    Receipt: "by",
}
# What the place of a seat, or of a link under its kind, already says is not written again.
IMPLIED: Final[dict[type[Any], tuple[str, ...]]] = {
    Seat: ("body", "term"),
    Link: ("from_", "kind"),
}
# Lists that may be written as a single word.
ONE_OR_MANY: Final = frozenset({"kind"})

_SECTION_KEYS = frozenset(section.key for section in SECTIONS)
HEADER: Final = tuple(
    shape for shape in fields_of(Architecture) if shape.name not in {*_SECTION_KEYS, "seats"}
)


def file_key(shape: FieldShape) -> str:
    """Return the key of a field in a file; `from` is a word that Python keeps for itself."""
    return shape.name.rstrip("_")


def own_fields(section: Section) -> tuple[FieldShape, ...]:
    """Return the fields that an entry of a section writes: all but the id, which is its key."""
    return tuple(
        shape for shape in fields_of(section.holds) if not (section.keyed and shape.name == "id")
    )


def extra_keys(section: Section) -> tuple[str, ...]:
    """Return the keys of an entry that hold seats and links."""
    return (("seats",) if section.seats else ()) + (LINK_KINDS if section.links else ())


def entry_keys(section: Section) -> tuple[str, ...]:
    """Return every key that an entry of a section may have."""
    return (*map(file_key, own_fields(section)), *extra_keys(section))
