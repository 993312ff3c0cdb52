"""The page on the sections and fields of a document, from the table behind the reader."""

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby

from docs.markdown import first_line, page, table
from interagency.document import shape
from interagency.document.migrations import current_version
from interagency.model import (
    Alias,
    Day,
    Due,
    Fact,
    Figure,
    Link,
    Money,
    Progress,
    Receipt,
    Seat,
    Within,
)
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import LINE, Code, Grammar, Ref
from interagency.model.relations import LINK_KINDS
from interagency.model.sections import Section
from interagency.vocabularies import shipped

PLAIN = {
    bool: "`true` or `false`",
    int: "whole number",
    Day: "date",
    Due: "[date or rule](writing.md#values)",
    Money: "amount of money",
    Figure: "table of figures",
}


def file_format() -> str:
    """Return the page."""
    introduction = (
        "Every section of a document, and every field in it. "
        "[How a document is written](writing.md) explains values, words and short forms. "
        "No field is required but those marked so; what is not written is unknown."
    )
    version = (
        f"`{shape.VERSION_KEY}`",
        f"`{current_version()}`; required",
        "Version of the format.",
    )
    header = [version, *map(_field_row, shape.HEADER)]
    inside = (Seat, Link, Alias, Within, Receipt, Progress)
    return page(
        "Sections and fields",
        introduction,
        [
            f"## The header\n\n{_fields_table(header)}",
            *(_section(list(group)) for _, group in groupby(shape.SECTIONS, _likeness)),
            *(_inner(cls) for cls in inside),
        ],
    )


def _likeness(section: Section) -> tuple[object, ...]:
    """Return what sections have in common that are described together: the four bodies."""
    return (shape.own_fields(section), section.seats)


def _section(alike: list[Section]) -> str:
    first = alike[0]
    title = ", ".join(f"{section.key}" for section in alike)
    what = "\n".join(f"- `{each.key}`: {first_line(each.holds)}" for each in alike)
    form = "A mapping by id." if first.keyed else "A list."
    short = shape.SHORT.get(first.holds)
    form += f" An entry may be written as its `{short}` alone." if short and first.keyed else ""
    rows = [_field_row(each) for each in shape.own_fields(first)]
    if first.seats:
        rows.append(("`seats`", "table of lists of [seats](#seat), by term", "Who has a place."))
    if first.links:
        kinds = ", ".join(f"`{kind}`" for kind in LINK_KINDS)
        rows.append((kinds, "list of [links](#link), or `unknown`, `none`", "Lines from here."))
    return f"## {title}\n\n{what}\n\n{form}\n\n{_fields_table(rows)}"


def _inner(cls: type) -> str:
    short, implied = shape.SHORT.get(cls), shape.IMPLIED.get(cls, ())
    names = " and ".join(f"`{name.rstrip('_')}`" for name in implied)
    place = f" Its place in the file says {names}, which are left out there." if implied else ""
    rows = [_field_row(each) for each in fields_of(cls)]
    form = f"A mapping, or its `{short}` alone.{place}" if short else "A mapping."
    return f"## {cls.__name__}\n\n{first_line(cls)}\n\n{form}\n\n{_fields_table(rows)}"


def _fields_table(rows: Iterable[tuple[str, ...]]) -> str:
    return table(("key", "value", "meaning"), rows)


def _field_row(field: FieldShape) -> tuple[str, str, str]:
    required = "; required" if field.required else ""
    return (f"`{shape.file_key(field)}`", value_of(field) + required, field.doc)


def value_of(field: FieldShape) -> str:
    """Return what may stand in a field, in words."""
    if field.pairs:
        return "table of texts"
    value = _one_value(field)
    many = f"list, each: {value}" if field.many and field.of is not Figure else value
    words = ", ".join(f"`{word}`" for word in field.words)
    return f"{many}; or {words}" if words else many


def _one_value(field: FieldShape) -> str:
    if issubclass(field.of, StrEnum):
        return "one of " + ", ".join(f"`{each.value}`" for each in field.of)
    if issubclass(field.of, Fact):
        return f"[{field.of.__name__.lower()}](#{field.of.__name__.lower()})"
    match field.mark:
        case Grammar() as grammar:
            return "text" if grammar == LINE else grammar.hint
        case Ref(kinds):
            return "id of " + re.sub(r", (\w+)$", r" or \1", ", ".join(kinds))
        case Code(vocabulary) if vocabulary in shipped():
            return f"code from [{vocabulary}](vocabularies.md#{vocabulary})"
        case Code(vocabulary):
            return f"code of one of the {vocabulary}"
    return PLAIN.get(field.of, field.of.__name__)
