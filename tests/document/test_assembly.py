"""The plain value of a document to an architecture."""

from typing import Any

import pytest

from interagency.document.assembly import in_detail, quickly
from interagency.document.problems import path_text
from interagency.model import Architecture, Organization

LENT = {"wfp": Organization(id="wfp"), "who": Organization(id="who")}
SEATS = {"seats": {"lead": ["wfp"]}}


def test_a_good_document_gives_an_architecture_with_what_it_borrows() -> None:
    found = quickly({"interagency": 1, "forums": {"f": SEATS}}, LENT)
    assert isinstance(found, Architecture)
    assert found.organizations == (LENT["wfp"],)
    assert in_detail({"interagency": 1, "forums": {"f": SEATS}}, LENT) == []


@pytest.mark.parametrize(
    "data",
    [
        {"title": None},
        {"Q": 1},
        {"sources": {"s": {"Q": 1}}},
        {"forums": {"f": {"seats": {"lead": ["nobody"]}}}},
        {"level": "national", "areas": ["x"]},
        {"forums": {"f": {"level": "x"}, "A": {}}},
    ],
)
def test_anything_wrong_gives_nothing_quickly(data: dict[str, Any]) -> None:
    assert quickly({"interagency": 1, **data}, {}) is None
    assert in_detail({"interagency": 1, **data}, {})


@pytest.mark.parametrize(
    "data",
    [
        {"forums": {"A": {"within": "nowhere"}}},
        {"forums": {"f": {"within": "g"}, "g": {"within": "f"}}},
        {"forums": {"f": {"aliases": ["", "x"]}}, "sectors": {"f": {"covers": ["?"]}}},
    ],
)
def test_what_is_wrong_with_entries_alone_is_told_quickly(data: dict[str, Any]) -> None:
    """Their ids say where they stand, so that nothing is read a second time."""
    found = quickly({"interagency": 1, **data}, {})
    assert found
    assert found == in_detail({"interagency": 1, **data}, {})


def test_what_is_wrong_with_a_borrowed_organization_is_not_in_the_document() -> None:
    """A vocabulary of a plugin may hold what no document may."""
    lent = {"wfp": Organization(id="wfp", name=" ")}
    assert quickly({"interagency": 1, "forums": {"f": SEATS}}, lent) is None


@pytest.mark.parametrize(
    ("lost", "paths"),
    [
        ({"organizations": None}, ["organizations"]),
        ({"organisations": {"x": {}}}, ["organisations"]),
        ({"titel": "x"}, ["titel", "forums.f.seats.lead[0].holder"]),
        ({"title": None}, ["title", "forums.f.seats.lead[0].holder"]),
    ],
)
def test_ids_are_not_missed_when_a_whole_section_is(lost: Any, paths: list[str]) -> None:
    data = {"interagency": 1, **lost, "forums": {"f": SEATS}}
    assert [path_text(problem.path) for problem in in_detail(data, {})] == paths
