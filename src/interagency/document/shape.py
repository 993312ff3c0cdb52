"""How each class of the model stands in a file.

The one table behind reading, writing, the JSON Schema and the page on the file format.
"""

from typing import Any, Final

from attrs import frozen

from interagency.model import (
    Alias,
    Answer,
    Appeal,
    Architecture,
    Forum,
    Link,
    Mandate,
    Office,
    Organization,
    Plan,
    Post,
    Presence,
    Product,
    Seat,
    Sector,
    Source,
    SubSector,
    Within,
    WorkingGroup,
)
from interagency.model.fields import FieldShape, fields_of
from interagency.model.relations import LINK_KINDS

VERSION_KEY: Final = "interagency"


@frozen(kw_only=True)
class Section:
    """A part of a file that holds records of one class.

    Attributes:
        key: Its key in the file, and its name on `Architecture`.
        holds: The class.
        keyed: Whether it is a mapping by id, rather than a list.
        seats: Whether its entries hold seats, under the key `seats`, by term.
        links: Whether its entries hold links, each kind under its own key.
    """

    key: str
    holds: type[Any]
    keyed: bool = True
    seats: bool = False
    links: bool = False


SECTIONS: Final = (
    Section(key="sources", holds=Source),
    Section(key="organizations", holds=Organization, links=True),
    Section(key="forums", holds=Forum, seats=True, links=True),
    Section(key="sectors", holds=Sector, seats=True, links=True),
    Section(key="sub_sectors", holds=SubSector, seats=True, links=True),
    Section(key="working_groups", holds=WorkingGroup, seats=True, links=True),
    Section(key="links", holds=Link, keyed=False),
    Section(key="mandates", holds=Mandate),
    Section(key="plans", holds=Plan, links=True),
    Section(key="appeals", holds=Appeal, keyed=False),
    Section(key="presence", holds=Presence, keyed=False),
    Section(key="offices", holds=Office, links=True),
    Section(key="posts", holds=Post, links=True),
    Section(key="products", holds=Product),
    Section(key="answers", holds=Answer),
)

# A record of these classes may be written as the value of this one field alone.
SHORT: Final[dict[type[Any], str]] = {
    Alias: "name",
    Within: "to",
    Seat: "holder",
    Link: "to",
    Answer: "answer",
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
