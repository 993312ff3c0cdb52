"""A whole architecture: what it holds, and how things in it are found."""

import pickle
from typing import Any, cast

import pytest
from hypothesis import given

from interagency.errors import InteragencyError
from interagency.model import (
    Architecture,
    BrokenArchitecture,
    Fault,
    Forum,
    Organization,
    Sector,
    Source,
    SubSector,
    UnknownId,
    WorkingGroup,
)
from interagency.testing.strategies import architectures

WHOLE = Architecture(
    sources=(Source(id="letter"),),
    organizations=(Organization(id="unhcr"),),
    forums=(Forum(id="rcf"),),
    sectors=(Sector(id="health"),),
    sub_sectors=(SubSector(id="nutrition"),),
    working_groups=(WorkingGroup(id="cash"),),
)


def test_an_architecture_may_be_empty() -> None:
    """What is not written is unknown; nothing is a fault for being absent."""
    assert Architecture().bodies == ()
    assert dict(Architecture().entities) == {}


def test_bodies_are_those_of_all_four_classes() -> None:
    """Forums come first, then sectors, sub-sectors and working groups."""
    assert [body.id for body in WHOLE.bodies] == ["rcf", "health", "nutrition", "cash"]


def test_what_has_an_id_is_found_by_it() -> None:
    """Every kind of thing is found in the one namespace."""
    assert WHOLE.find("cash") == WorkingGroup(id="cash")
    assert list(WHOLE.entities) == ["letter", "unhcr", "rcf", "health", "nutrition", "cash"]
    assert WHOLE.entities is WHOLE.entities


def test_an_unknown_id_comes_with_those_that_may_be_meant() -> None:
    """Callers may catch it as a failed look-up, or as an error of this library."""
    with pytest.raises(UnknownId, match=r"'unchr'; did you mean unhcr\?$") as no:
        WHOLE.find("unchr")
    assert (no.value.id, no.value.close_matches) == ("unchr", ("unhcr",))
    assert isinstance(no.value, InteragencyError)
    assert isinstance(no.value, LookupError)


def test_an_id_like_no_other_comes_without_a_guess() -> None:
    """A wrong guess would only mislead."""
    with pytest.raises(UnknownId, match=r"^nothing has the id 'zzz'$"):
        WHOLE.find("zzz")


def test_nobody_changes_the_index() -> None:
    """An architecture is frozen, and so is every view of it."""
    with pytest.raises(TypeError):
        cast(Any, WHOLE.entities)["x"] = Forum(id="x")


def test_faults_survive_the_way_between_processes() -> None:
    """Tests that run in parallel send errors to each other."""
    broken = BrokenArchitecture((Fault(Forum(id="x"), "id", "y"),))
    copy = pickle.loads(pickle.dumps(broken))
    assert (str(copy), copy.faults) == ("x: id: y", broken.faults)


def test_an_unknown_id_survives_it_too() -> None:
    """The id and the hint stay what they were."""
    unknown = UnknownId("x", ("y",))
    copy = pickle.loads(pickle.dumps(unknown))
    assert (str(copy), copy.id, copy.close_matches) == (str(unknown), "x", ("y",))


class TestValue:
    """Facts are frozen values: equal, hashable, copied as they are."""

    @given(architectures())
    def test_a_copy_is_equal(self, architecture: Architecture) -> None:
        copy = pickle.loads(pickle.dumps(architecture))
        assert copy == architecture
        assert hash(copy) == hash(architecture)

    @given(architectures())
    def test_every_entity_is_found_by_its_id(self, architecture: Architecture) -> None:
        entities = list(architecture.iter_entities())
        assert [architecture.find(each.id) for each in entities] == entities
        assert list(architecture.entities.values()) == entities


QUESTIONS = """
interagency: 1
roles: {convener: lead}
organizations: {gov: {}, gov2: {same_as: [gov]}}
posts: {chief: {organization: gov}}
forums:
  f: {seats: {convener: [chief], co-lead: [unhcr, vacant], member: [iom, iom2, {kind: ngo}]}}
  g: {seats: {lead: [{holder: gov, certainty: disputed}], member: [gov2]}}
"""


def test_everyday_questions_have_answers() -> None:
    from interagency.document import loads

    found = loads(QUESTIONS.replace("iom2, ", ""))
    assert [seat.holder for seat in found.seats_of("f")] == [
        "chief",
        "unhcr",
        "vacant",
        "iom",
        None,
    ]
    assert found.leaders("f") == ("chief", "unhcr")
    assert found.members("f") == ("iom",)
    assert found.leaders("g") == ()
    assert found.bodies_of("gov") == ("f", "g")
    assert found.bodies_of("unhcr") == ("f",)


@pytest.mark.parametrize("name", ["seats_of", "leaders", "members", "bodies_of"])
def test_an_everyday_question_about_nothing_is_refused(name: str) -> None:
    with pytest.raises(UnknownId):
        getattr(Architecture(), name)("nothing")
