"""The strategies for architectures: all of the model is drawn, and nothing invalid."""

import importlib
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

import interagency.testing
from interagency.model import (
    Architecture,
    Body,
    Forum,
    Organization,
    Progress,
    Receipt,
    Sector,
    Source,
    Within,
)
from interagency.model.fields import fields_of
from interagency.model.grammar import RESERVED
from interagency.model.keys import KEYS
from interagency.model.relations import LINK_KINDS
from interagency.model.sections import SECTION_KEYS
from interagency.testing.records import can_be_drawn
from interagency.testing.strategies import architectures, bodies, organizations, records
from interagency.vocabularies import shipped

Traits = Callable[[Any], Iterable[str]]

KINDS = ("source", "organization", "body", "plan", "office", "post", "product", "mandate")
KNOWN = dict.fromkeys((*KINDS, "agreement", "decision"), ("a", "b"))
CLASSES = [each.of for each in fields_of(Architecture) if each.name in SECTION_KEYS]
# Bodies have the same fields, whatever their class.
DIFFERENT = [
    Within,
    Receipt,
    Progress,
    *(cls for cls in CLASSES if cls is Forum or not issubclass(cls, Body)),
]


def draw_until(
    seen: set[str], wanted: set[str], strategy: st.SearchStrategy[Any], traits: Traits
) -> None:
    """Draw examples until everything wanted was seen, or there is no hope."""

    def enough(example: Any) -> bool:
        seen.update(traits(example))
        return wanted <= seen

    patience = settings(
        max_examples=5000, database=None, derandomize=True, deadline=None, phases=[Phase.generate]
    )
    with suppress(NoSuchExample):
        find(strategy, enough, settings=patience)


def filled(record: Any) -> set[str]:
    """Return the names of the fields that have another value than that of most records."""
    shapes = attrs.fields(type(record))
    return {each.name for each in shapes if getattr(record, each.name) != each.default}


@pytest.mark.parametrize("cls", DIFFERENT, ids=lambda cls: cls.__name__)
def test_every_field_of_a_record_is_drawn(cls: type[Any]) -> None:
    """A new field of the model is covered without a line here."""
    seen: set[str] = set()
    wanted = {each.name for each in fields_of(cls)}
    draw_until(seen, wanted, records(cls, KNOWN), filled)
    assert seen == wanted


def test_everything_an_architecture_may_have_is_drawn() -> None:
    """Every field, every kind of link, every word for a holder, and a tree of three bodies."""
    well_known = set(shipped().organizations.values())
    wanted = {each.name for each in fields_of(Architecture)} | {"tree", "from the registry"}
    wanted |= {f"link {kind}" for kind in LINK_KINDS} | {"link to unknown", "link to none"}
    wanted |= {f"holder {word}" for word in (*RESERVED, None)}

    def traits(whole: Architecture) -> Iterator[str]:
        yield from filled(whole)
        yield from (f"link {each.kind}" for each in whole.links)
        yield from (f"link to {each.to}" for each in whole.links)
        yield from (f"holder {each.holder}" for each in whole.seats)
        above = {each.id: each.parent for each in whole.bodies}
        yield from ("tree" for id in above if above.get(above.get(id) or ""))
        yield from ("from the registry" for each in whole.organizations if each in well_known)

    seen: set[str] = set()
    draw_until(seen, wanted, architectures(), traits)
    assert wanted - seen == set()


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
        "Handover",
    ]
    assert all(can_be_drawn(cls, KNOWN) for cls in CLASSES)


def test_without_hypothesis_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only those who test need it."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install interagency\[testing\]"):
        importlib.reload(interagency.testing)
