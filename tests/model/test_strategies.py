"""The strategies for architectures: all of the model is drawn, and nothing invalid."""

import importlib
import sys
from typing import Any

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import interagency.testing
from interagency.model import (
    Architecture,
    Body,
    Forum,
    Organization,
    Sector,
    Source,
    Within,
)
from interagency.model.fields import fields_of
from interagency.model.integrity import KEYS, record_sections
from interagency.model.relations import LINK_KINDS
from interagency.model.words import RESERVED
from interagency.testing.records import can_be_drawn
from interagency.testing.strategies import architectures, bodies, organizations, records
from interagency.vocabularies import shipped

KNOWN = dict.fromkeys(("source", "organization", "body", "plan", "office", "post"), ("a", "b"))
# The same examples in every run, and none of them made smaller.
STEADY = settings(
    max_examples=200, database=None, derandomize=True, deadline=None, phases=[Phase.generate]
)
CLASSES = [each.of for each in fields_of(Architecture) if each.name in record_sections()]


def drawn(strategy: st.SearchStrategy[Any]) -> list[Any]:
    """Return many examples."""
    examples: list[Any] = []

    @STEADY
    @given(strategy)
    def collect(example: Any) -> None:
        examples.append(example)

    collect()
    return examples


@pytest.fixture(scope="module")
def wholes() -> list[Architecture]:
    return drawn(architectures())


# Bodies have the same fields, whatever their class.
DIFFERENT = [Within, *(cls for cls in CLASSES if cls is Forum or not issubclass(cls, Body))]


@pytest.mark.parametrize("cls", DIFFERENT, ids=lambda cls: cls.__name__)
def test_every_field_of_a_record_is_drawn(cls: type[Any]) -> None:
    """A new field of the model is covered without a line here."""
    defaults = {each.name: each.default for each in attrs.fields(cls)}
    found = {
        name
        for each in drawn(records(cls, KNOWN))
        for name, default in defaults.items()
        if getattr(each, name) != default
    }
    assert found == set(defaults)


def test_every_field_of_an_architecture_is_drawn(wholes: list[Architecture]) -> None:
    """Header fields and sections alike."""
    names = {each.name for each in fields_of(Architecture)}
    assert {name for each in wholes for name in names if getattr(each, name)} == names


def test_every_kind_of_link_is_drawn(wholes: list[Architecture]) -> None:
    """Also those that end nowhere."""
    links = [link for whole in wholes for link in whole.links]
    assert {link.kind for link in links} == set(LINK_KINDS)
    assert {"unknown", "none"} < {link.to for link in links}


def test_every_word_is_drawn_for_a_holder(wholes: list[Architecture]) -> None:
    """Empty seats, seats of somebody unnamed, and seats that are not meant to be."""
    holders = {seat.holder for whole in wholes for seat in whole.seats}
    assert {*RESERVED, None} < holders


def test_a_tree_of_three_bodies_is_drawn(wholes: list[Architecture]) -> None:
    """A sub-sector in a sector in a forum is the common case."""
    parents = [{each.id: each.parent for each in whole.bodies} for whole in wholes]
    assert any(above.get(above.get(id) or "") for above in parents for id in above)


def test_a_record_of_the_registry_is_drawn(wholes: list[Architecture]) -> None:
    """What equals the registry's own record is left out of a file."""
    well_known = set(shipped().organizations.values())
    assert any(not well_known.isdisjoint(whole.organizations) for whole in wholes)


@given(st.data(), st.integers(0, 2), st.integers(0, 2), st.integers(0, 2))
def test_sizes_are_kept(data: st.DataObject, most: int, others: int, relations: int) -> None:
    """Small examples stay small."""
    whole = data.draw(architectures(max_bodies=most, max_others=others, max_relations=relations))
    entities = sum(1 for _ in whole.iter_entities()) + len(whole.answers)
    assert len(whole.bodies) <= most
    assert entities - len(whole.bodies) <= others
    assert sum(len(getattr(whole, name)) for name in KEYS) <= relations


@given(organizations(), bodies(), bodies(Sector))
def test_single_records_refer_to_nothing(
    organization: Organization, body: Body, sector: Sector
) -> None:
    """They stand in an architecture of their own."""
    assert Architecture(organizations=(organization,)).organizations == (organization,)
    assert (body.sources, body.parent) == ((), None)
    assert type(sector) is Sector


@given(records(Source, id="letter", note=None))
def test_what_is_given_is_not_drawn(source: Source) -> None:
    """The rest is free."""
    assert (source.id, source.note) == ("letter", None)


@given(bodies())
def test_figures_are_told_apart_by_what_they_count(body: Body) -> None:
    """A file holds them in a table."""
    names = [figure.name for figure in body.figures]
    assert len(set(names)) == len(names)


def test_a_record_needs_the_ids_that_it_must_refer_to() -> None:
    """A seat lies in a body; a body may lie in `none`."""
    assert [cls.__name__ for cls in CLASSES if not can_be_drawn(cls, {})] == [
        "Seat",
        "Link",
        "Mandate",
        "Appeal",
        "Presence",
    ]
    assert all(can_be_drawn(cls, KNOWN) for cls in CLASSES)


def test_without_hypothesis_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only those who test need it."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install interagency\[testing\]"):
        importlib.reload(interagency.testing)
