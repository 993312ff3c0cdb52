"""What the fields of the model's classes are, read from their annotations and docstrings.

The one description from which checks, file format, schema and reference pages are derived.
"""

import inspect
import re
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from interagency.model.grammar import Code, Grammar, OrWord, Ref, Texts

Mark = Grammar | Ref | Code | OrWord


@frozen(kw_only=True)
class FieldShape:
    """One field of a class of the model.

    Attributes:
        name: Name of the attribute.
        of: Class of the value, or of each value: str, int, bool, Day, Money, an enum, a record.
        mark: What a text must be, if the value is a text.
        many: Whether it is a tuple of values.
        pairs: Whether it is a table of texts by name.
        required: Whether there is no default.
        optional: Whether it may be nothing.
        doc: What it means.
    """

    name: str
    of: type
    mark: Mark | None = None
    many: bool = False
    pairs: bool = False
    required: bool = False
    optional: bool = False
    doc: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Return the reserved words that may stand in place of a value."""
        return () if self.mark is None else self.mark.words


def fields_of(cls: type) -> tuple[FieldShape, ...]:
    """Return the fields of a class of the model, its own before those it inherits."""
    return _fields_of(cls)


@cache
def _fields_of(cls: type) -> tuple[FieldShape, ...]:
    hints = get_type_hints(cls, include_extras=True)
    docs = _documented(cls)
    defaults = {each.name: each.default for each in attrs.fields(cls)}
    written = (name for each in cls.__mro__ for name in getattr(each, "__annotations__", ()))
    names = (name for name in written if name in defaults)  # cached properties are annotated too
    return tuple(_shape(name, hints[name], defaults[name] is attrs.NOTHING, docs) for name in names)


def _shape(name: str, hint: Any, required: bool, docs: dict[str, str]) -> FieldShape:
    bare = _without_none(hint)
    pairs = bare == Texts
    many = get_origin(bare) is tuple and not pairs
    inner = get_args(bare)[0] if many else str if pairs else bare
    of, mark = _unmark(inner)
    return FieldShape(
        name=name,
        of=of,
        mark=mark,
        many=many,
        pairs=pairs,
        required=required,
        optional=bare is not hint,
        doc=docs[name],
    )


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(arm for arm in get_args(hint) if arm is not type(None))
    return hint


def _unmark(hint: Any) -> tuple[type, Mark | None]:
    if get_origin(hint) is Annotated:
        of, mark = get_args(hint)
        return bool if isinstance(mark, OrWord) else of, mark
    return hint, None


def _documented(cls: type) -> dict[str, str]:
    docs: dict[str, str] = {}
    for each in reversed(cls.__mro__):
        docs |= _attributes_section(each)
    return docs


def _attributes_section(cls: type) -> dict[str, str]:
    text = inspect.cleandoc(cls.__doc__ or "")
    section = text.partition("Attributes:\n")[2]
    entries = re.split(r"^    (?=\w+: )", section, flags=re.MULTILINE)[1:]
    pairs = (entry.split(": ", 1) for entry in entries)
    return {name: " ".join(doc.split()) for name, doc in pairs}
