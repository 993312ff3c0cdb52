"""The plain dict of a document to the fields of an architecture."""

from interagency.document.diagnose import Draft, read_sections
from interagency.document.problems import path_text
from interagency.model import Forum, Link, Seat


def detailed(**sections: object) -> Draft:
    return read_sections({"interagency": 1, **sections})


def test_seats_and_links_are_taken_out_of_their_entries() -> None:
    entry = {"name": "x", "seats": {"lead": ["a"]}, "supports": ["g"]}
    fields = detailed(forums={"f": entry}).fields
    assert fields["forums"] == (Forum(id="f", name="x"),)
    assert fields["seats"] == (Seat(body="f", term="lead", holder="a"),)
    assert fields["links"] == (Link(kind="supports", from_="f", to="g"),)
    assert list(entry) == ["name", "seats", "supports"], "what was given is not changed"


def test_lists_of_ends_make_a_link_for_every_pair() -> None:
    draft = detailed(links=[{"kind": "supports", "from": ["a", "b"], "to": ["c", "d"]}])
    pairs = [(link.from_, link.to) for link in draft.fields["links"]]
    assert pairs == [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]
    assert set(draft.origins.values()) == {("links", 0)}


def test_links_one_by_one_are_not_counted_as_too_many() -> None:
    link = {"kind": "supports", "from": "a", "to": ["b"]}
    draft = detailed(links=[link] * 50_001)
    assert not draft.problems
    assert len(draft.fields["links"]) == 50_001


def test_every_record_keeps_its_path() -> None:
    draft = detailed(forums={"f": {"seats": {"lead": ["a"]}}}, appeals=[])
    records = [*draft.fields["forums"], *draft.fields["seats"]]
    paths = [path_text(draft.origins[id(record)]) for record in records]
    assert paths == ["forums.f", "forums.f.seats.lead[0]"]


def test_a_record_that_does_not_fit_stays_with_what_does() -> None:
    draft = detailed(forums={"f": {"name": "x", "level": "?", "Q": 1}, "g": None, "h": {"id": "h"}})
    assert draft.fields["forums"] == (Forum(id="f", name="x"), Forum(id="g"), Forum(id="h"))
    paths = [path_text(problem.path) for problem in draft.problems]
    assert sorted(paths) == ["forums.f.Q", "forums.f.level", "forums.g", "forums.h.id"]


def test_a_record_that_lacks_what_it_needs_is_left_out() -> None:
    draft = detailed(mandates={"m": {"covers": ["PRO"]}}, answers={"X-1": None})
    assert draft.fields["mandates"] == ()
    assert draft.fields["answers"] == ()


def test_a_seat_or_a_link_that_does_not_fit_is_left_out() -> None:
    """It has no id that others refer to, and what is left of it could look like another."""
    entry = {"seats": {"lead": [{"since": "?"}, "a"]}, "supports": [{"to": []}, "g"]}
    draft = detailed(forums={"f": entry})
    assert [seat.holder for seat in draft.fields["seats"]] == ["a"]
    assert [link.to for link in draft.fields["links"]] == ["g"]
    assert len(draft.problems) == 2
