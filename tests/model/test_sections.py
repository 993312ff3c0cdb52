"""The one table of the parts of an architecture."""

import attrs
import pytest
from hypothesis import given

from interagency.model import Architecture, Body, Forum, Seat, Sector
from interagency.model.sections import (
    ENTITY_KEYS,
    SECTION_KEYS,
    SECTIONS,
    Section,
    entities_of,
    records_of,
    section_of,
    sections_of,
)
from interagency.testing.strategies import architectures
from interagency.vocabularies import shipped

BY_KEY = {section.key: section for section in SECTIONS}


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_a_section_is_a_field_of_the_architecture_that_holds_records(section: Section) -> None:
    assert section.key in {each.name for each in attrs.fields(Architecture)}
    assert attrs.has(section.holds)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_the_list_of_its_kinds_and_the_field_above_exist(section: Section) -> None:
    assert section.kinds is None or section.kinds in shipped()
    assert section.parent is None or hasattr(section.holds, section.parent)


def test_nouns_and_keys_are_told_apart() -> None:
    assert len({section.noun for section in SECTIONS}) == len(SECTIONS)
    assert len(set(SECTION_KEYS)) == len(SECTIONS)
    assert BY_KEY["working_groups"].code == "working-group"


def test_a_file_writes_seats_in_their_bodies() -> None:
    assert [each.key for each in SECTIONS if each.nested] == ["seats"]


def test_sections_are_found_by_class_and_by_record() -> None:
    assert [each.key for each in sections_of(Body)] == [
        "forums",
        "sectors",
        "sub_sectors",
        "working_groups",
    ]
    assert section_of(Forum(id="f")) is BY_KEY["forums"]
    assert section_of("f") is None


def test_what_has_no_id_of_its_own_is_no_entity() -> None:
    assert not {"seats", "links", "appeals", "presence", "answers"} & set(ENTITY_KEYS)


@given(architectures())
def test_every_record_stands_in_one_section(architecture: Architecture) -> None:
    every = [*records_of(architecture)]
    assert len(every) == sum(len(getattr(architecture, key)) for key in SECTION_KEYS)
    assert [*records_of(architecture, Seat)] == [*architecture.seats]
    assert [*records_of(architecture, Sector)] == [*architecture.sectors]
    assert {each.id for each in entities_of(architecture)} == set(architecture.entities)
