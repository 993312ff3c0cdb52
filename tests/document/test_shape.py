"""How each class of the model stands in a file."""

import pytest

from interagency.document.shape import (
    HEADER,
    IMPLIED,
    SECTIONS,
    SHORT,
    entry_keys,
    file_key,
    own_fields,
)
from interagency.model import Architecture, Link, Seat
from interagency.model.fields import fields_of
from interagency.model.sections import SECTION_KEYS, Section


def test_every_field_of_an_architecture_stands_somewhere() -> None:
    names = {section.key for section in SECTIONS} | {shape.name for shape in HEADER} | {"seats"}
    assert names == {shape.name for shape in fields_of(Architecture)}
    assert {section.key for section in SECTIONS} | {"seats"} == set(SECTION_KEYS)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_no_key_of_an_entry_means_two_things(section: Section) -> None:
    keys = entry_keys(section)
    assert len(set(keys)) == len(keys)
    assert ("id" in map(file_key, own_fields(section))) is False


def test_the_short_form_of_a_record_is_its_only_required_field() -> None:
    for cls, short in SHORT.items():
        said = {*IMPLIED.get(cls, ()), "id"}
        required = [s.name for s in fields_of(cls) if s.required and s.name not in said]
        assert required in ([short], [])


def test_only_the_start_of_a_link_is_named_differently_in_a_file() -> None:
    keys = {shape.name: file_key(shape) for shape in (*fields_of(Link), *fields_of(Seat))}
    assert {name: key for name, key in keys.items() if name != key} == {"from_": "from"}
