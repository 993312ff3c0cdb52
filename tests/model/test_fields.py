"""The one description of the model's fields, read from annotations and docstrings."""

from typing import Any

import attrs
import pytest

from interagency.model import (
    Architecture,
    Day,
    Figure,
    Forum,
    Level,
    Money,
    Organization,
    Plan,
    Seat,
    Within,
)
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import LINE, SLUG, Code, OrWord, Ref

CLASSES = sorted(
    {each.of for each in fields_of(Architecture) if attrs.has(each.of) and each.of is not Day}
    | {Architecture, Within},
    key=lambda cls: cls.__name__,
)


def shape(cls: type, name: str) -> FieldShape:
    return next(each for each in fields_of(cls) if each.name == name)


@pytest.mark.parametrize(
    ("cls", "expected"),
    [
        (Forum, FieldShape(name="id", of=str, mark=SLUG, required=True)),
        (
            Plan,
            FieldShape(
                name="forum", of=str, mark=Ref(("body",), ("unknown", "none")), optional=True
            ),
        ),
        (Seat, FieldShape(name="count", of=int, optional=True)),
        (Seat, FieldShape(name="term", of=str, mark=LINE, required=True)),
        (
            Seat,
            FieldShape(name="accountable", of=bool, mark=OrWord(("jointly",)), optional=True),
        ),
        (Seat, FieldShape(name="last_resort", of=bool, optional=True)),
        (Forum, FieldShape(name="covers", of=str, mark=Code("sectors", ("unknown",)), many=True)),
        (Forum, FieldShape(name="names", of=str, pairs=True)),
        (Forum, FieldShape(name="figures", of=Figure, many=True)),
        (Forum, FieldShape(name="within", of=Within, optional=True)),
        (Forum, FieldShape(name="level", of=Level, optional=True)),
        (Forum, FieldShape(name="since", of=Day, optional=True)),
        (Plan, FieldShape(name="requirement", of=Money, optional=True)),
    ],
)
def test_a_field_is_what_its_annotation_says(cls: type, expected: FieldShape) -> None:
    """The class of the value or of each value, what a text must be, and whether it may be left."""
    assert attrs.evolve(shape(cls, expected.name), doc="") == expected


@pytest.mark.parametrize("cls", CLASSES)
def test_every_field_is_described_once_and_explained(cls: type[Any]) -> None:
    """A field without a line in the docstring would have no place in the reference."""
    shapes = fields_of(cls)
    assert sorted(each.name for each in shapes) == sorted(each.name for each in attrs.fields(cls))
    assert all(each.doc for each in shapes)
    assert fields_of(cls) is shapes


def test_own_fields_come_before_inherited_ones() -> None:
    """A reader looks for the id first, and for sources and notes last."""
    names = [each.name for each in fields_of(Organization)]
    assert names[0] == "id"
    assert names[-4:] == ["certainty", "sources", "note", "x"]


def test_the_words_of_a_field_are_those_of_its_mark() -> None:
    """A field without a mark takes no word."""
    assert shape(Within, "to").words == ("unknown", "none")
    assert shape(Seat, "count").words == ()
