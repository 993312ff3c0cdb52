"""The sheets of a workbook and their columns, derived from the table of sections.

A sheet that is named here has a title people know and its most used columns first; every other
class of the model gets a sheet of its own, and every other field a column behind those, so a new
class or field is carried without a new line.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from attrs import evolve, frozen

from interagency.document.shape import IMPLIED, SECTIONS, SHORT, file_key, own_fields
from interagency.model import Body, Link
from interagency.model.fields import FieldShape, fields_of
from interagency.model.relations import LINK_KINDS
from interagency.model.sections import SECTIONS as ALL_SECTIONS
from interagency.model.sections import Section

# Columns that are not fields: the hidden identity of a row, what a row is, all that is left.
KEY: Final = "key"
TYPE: Final = "Type"
MORE: Final = "More"

START: Final = "Start"
QUESTIONS: Final = "Questions"
FINDINGS: Final = "Findings"
LISTS: Final = "lists"
SENT: Final = "sent"

# The seats stand in the entries of their bodies; in a workbook they have two sheets.
SEATS: Final = next(section for section in ALL_SECTIONS if section.nested)
LEADS: Final = "Leads"
MEMBERS: Final = "Members"

_TITLES: Final[Mapping[str, str]] = {
    "body": "Group",
    "term": "Role",
    "holder": "Held by",
    "within": "Lies in",
    "from": "From",
    "to": "To",
    "as_of": "As of",
    "default_sources": "Sources of what states none",
    "when": "Phase",
    "by": "Made by",
}
_SEAT_FIRST = ("body", "term", "holder", "since", "until", "sources", "note")


@frozen(kw_only=True)
class Column:
    """One column of a sheet.

    Attributes:
        header: What stands above it.
        key: The key of the field in an entry of a file.
        inner: The key inside that field, where the field is a record of its own.
        shapes: The field, by the key of each section that has it.
        first: Whether it stands among the most used columns.
    """

    header: str
    key: str
    inner: str = ""
    shapes: Mapping[str, FieldShape]
    first: bool = False

    @property
    def place(self) -> str:
        """Return what the column is called among the places of a row."""
        return f"{self.key}.{self.inner}" if self.inner else self.key

    @property
    def shape(self) -> FieldShape:
        """Return the field as its first section has it."""
        return next(iter(self.shapes.values()))


@frozen(kw_only=True)
class SheetPlan:
    """One sheet: its title, the sections whose entries are its rows, and its columns."""

    title: str
    sections: tuple[Section, ...]
    columns: tuple[Column, ...]

    @property
    def types(self) -> tuple[str, ...]:
        """Return what stands in the column of types; nothing if all rows are of one class."""
        several = len(self.sections) > 1
        return tuple(type_of(each) for each in self.sections) if several else ()


# Title, sections, and the keys of the columns that stand first.
_PLANS: Final[tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]] = (
    (
        "Groups",
        ("forums", "sectors", "sub_sectors", "working_groups"),
        (
            *("name", "acronym", "kind", "covers", "within", "reports_to", "level", "areas"),
            *("populations", "complete", "note", "id"),
        ),
    ),
    (LEADS, ("seats",), _SEAT_FIRST),
    (MEMBERS, ("seats",), _SEAT_FIRST),
    ("Organizations", ("organizations",), ("name", "acronym", "kind", "country", "tags", "id")),
    (
        "Plans",
        ("plans",),
        ("name", "kind", "status", "countries", "covers", "requirement", "since", "until", "id"),
    ),
    (
        "Appeals",
        ("appeals",),
        ("plan", "organization", "participation", "covers", "country", "amount"),
    ),
    (
        "Presence",
        ("presence",),
        ("organization", "covers", "area", "plan", "participation", "since", "until"),
    ),
    ("Links", ("links",), ("from", "kind", "to", "since", "until", "sources", "note")),
    (
        "Offices and posts",
        ("offices", "posts"),
        ("name", "title", "kind", "organization", "office", "grade", "areas", "reports_to", "id"),
    ),
    ("Products and calendar", ("products",), ("name", "kind", "by", "frequency", "done", "id")),
    ("Sources", ("sources",), ("title", "publisher", "published", "url", "id")),
    ("Mandates", ("mandates",), ("organization", "covers", "populations", "areas", "id")),
    ("Answers", ("answers",), ("id", "answer")),
)


@cache
def sheet_plans() -> tuple[SheetPlan, ...]:
    """Return the sheets that hold the entries of a document, in their order."""
    sections = {section.key: section for section in (*SECTIONS, SEATS)}
    planned = {key for _, keys, _ in _PLANS for key in keys}
    rest = [(title(key), (key,), ()) for key in sections if key not in planned]
    return tuple(
        _plan(title, tuple(sections[key] for key in keys), first)
        for title, keys, first in (*_PLANS, *rest)
    )


def title(key: str) -> str:
    """Return the key of a file as the header of a column."""
    return _TITLES.get(key) or key.replace("_", " ").capitalize()


def more_header(number: int) -> str:
    """Return the header of the columns that hold what no other can; a long text needs several."""
    return MORE if number == 1 else f"{MORE} {number}"


def type_of(section: Section) -> str:
    """Return what the entries of a section are called in the column of types."""
    return section.noun.capitalize()


def kind_of_section(section: Section) -> str:
    """Return what a reference calls the entries of a section."""
    return "body" if issubclass(section.holds, Body) else section.holds.__name__.lower()


def shapes_of(section: Section) -> Iterator[tuple[str, FieldShape]]:
    """Yield the fields of a row of a section with their keys, the id included."""
    own = fields_of(section.holds) if section.keyed else own_fields(section)
    yield from ((file_key(shape), shape) for shape in own)


def link_shape(kind: str) -> FieldShape:
    """Return the field of the ends of plain links, as a column of what they start from."""
    to = next(shape for shape in fields_of(Link) if shape.name == "to")
    return evolve(to, name=kind, many=True, required=False, doc=f"{title(kind)} these.")


def inner_shapes(shape: FieldShape) -> tuple[FieldShape, ...]:
    """Return the fields inside a field that is one record, such as where a body lies."""
    return fields_of(shape.of) if shape.of in SHORT and not shape.many else ()


def _plan(name: str, sections: tuple[Section, ...], first: tuple[str, ...]) -> SheetPlan:
    found: dict[tuple[str, str], dict[str, FieldShape]] = {}
    for section in sections:
        kinds = [kind for kind in LINK_KINDS if kind in first and section.links]
        links = ((kind, link_shape(kind)) for kind in kinds)
        for key, shape in (*shapes_of(section), *links):
            for inner, each in _flat(shape):
                found.setdefault((key, inner), {})[section.key] = each
    keys = [*dict.fromkeys(key for key, _ in found)]
    order = [*first, *(key for key in keys if key not in first)]
    columns = [_column(key, inner, shapes, first) for (key, inner), shapes in found.items()]
    columns.sort(key=lambda each: (not each.first, order.index(each.key)))
    return SheetPlan(title=name, sections=sections, columns=tuple(columns))


def _flat(shape: FieldShape) -> Iterable[tuple[str, FieldShape]]:
    inner = inner_shapes(shape)
    return [(file_key(each), each) for each in inner] if inner else [("", shape)]


def _column(
    key: str, inner: str, shapes: Mapping[str, FieldShape], first: tuple[str, ...]
) -> Column:
    of = next(iter(shapes.values()))
    is_telling = not inner or of.name in SHORT.values()
    header = title(key) if is_telling else f"{title(key)}: {title(inner).lower()}"
    is_first = key in first and is_telling
    return Column(header=header, key=key, inner=inner, shapes=shapes, first=is_first)


def implied(section: Section) -> tuple[str, ...]:
    """Return the keys that the place of a seat says in a file, and its row has as columns."""
    return IMPLIED[section.holds] if section.nested else ()
