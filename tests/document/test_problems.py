"""What can be wrong with a file, told with its place."""

import pickle

import pytest

from interagency.document import InvalidDocument, UnsupportedVersion, loads
from interagency.document.problems import (
    Misfit,
    Misfits,
    Problem,
    path_text,
    problems_in,
    unknown_field,
)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (
            ("sectors", "health", "seats", "member", 1, "since"),
            "sectors.health.seats.member[1].since",
        ),
        ((0, "a"), "[0].a"),
        (("a\nb",), "a\\nb"),
        (("x" * 100,), "x" * 77 + "..."),
    ],
)
def test_a_path_is_written_as_people_write_it(path: tuple[str | int, ...], text: str) -> None:
    assert path_text(path) == text


def test_a_problem_is_a_line_that_editors_can_jump_to() -> None:
    assert str(Problem("is wrong", ("a", 1), "f.yaml", 2, 3)) == "f.yaml:2:3: a[1]: is wrong"
    assert str(Problem("is wrong", file="f.yaml")) == "f.yaml: is wrong"
    assert str(Problem("is wrong")) == "is wrong"


def test_a_place_that_is_known_is_kept() -> None:
    assert Problem("x", line=1, column=2).at("f", (7, 7)) == Problem("x", (), "f", 1, 2)
    assert Problem("x").at("f", (7, 8)) == Problem("x", (), "f", 7, 8)
    assert Problem("x").at("f") == Problem("x", (), "f")


def test_problems_come_in_the_order_of_the_files_and_each_once() -> None:
    last, first = Problem("x", file="b", line=1, column=1), Problem("x", file="a", line=2, column=9)
    before = Problem("y", file="a", line=2, column=1)
    error = InvalidDocument([last, first, before, first])
    assert error.problems == (before, first, last)
    assert str(error) == "a:2:1: y\na:2:9: x\nb:1:1: x"


@pytest.mark.parametrize("cls", [InvalidDocument, UnsupportedVersion])
def test_the_error_survives_the_way_between_processes(cls: type[InvalidDocument]) -> None:
    error = pickle.loads(pickle.dumps(cls([Problem("x", ("a",), "f", 1, 1)])))
    assert type(error) is cls
    assert error.problems == (Problem("x", ("a",), "f", 1, 1),)


def test_misfits_within_misfits_give_one_path_each() -> None:
    error = Misfits([("a", Misfits([(1, Misfit("x"))])), ("b", Misfit("y"))])
    found = list(problems_in(error, ("top",)))
    assert found == [Problem("x", ("top", "a", 1)), Problem("y", ("top", "b"))]


@pytest.mark.parametrize(
    ("key", "hint", "message"),
    [
        ("nmae", True, "there is no field 'nmae' here; did you mean name?"),
        ("q", True, "there is no field 'q' here; known are name, kind"),
        ("nmae", False, "there is no field 'nmae' here"),
    ],
)
def test_an_unknown_field_says_what_may_be_meant(key: str, hint: bool, message: str) -> None:
    assert unknown_field(key, ("name", "kind"), hint) == message


def test_who_leads_is_no_field_of_a_body_and_where_it_stands_is_told() -> None:
    with pytest.raises(InvalidDocument) as caught:
        loads("interagency: 1\nforums: {f: {lead: [unhcr]}}\norganizations: {lead: {lead: x}}")
    first, second = (each.message for each in caught.value.problems)
    said = "who leads or sits in a body stands under seats: {lead: [...]}"
    assert first == f"there is no field 'lead' here; {said}"
    assert said not in second


_BODY = ("name", "seats", "within", "areas", "reports_to")
_HEADER = ("interagency", "as_of", "areas", "forums")


@pytest.mark.parametrize(
    ("key", "known", "cure"),
    [
        ("co-chairs", _BODY, "who leads or sits in a body stands under seats: {co-chair: [...]}"),
        ("Observers", _BODY, "who leads or sits in a body stands under seats: {observer: [...]}"),
        ("country", _BODY, "write areas: [ROU]"),
        ("parent", _BODY, "write within: the id above it"),
        ("Reports To", _BODY, "write reports_to"),
        ("id", _BODY, "the id is the key above: `rcf: {name: ...}`"),
        ("id", _HEADER, "known are interagency, as_of, areas, forums"),
        ("date", _HEADER, "write as_of: 2024-03-31"),
        ("waivers", _HEADER, "a file of waivers is given with --waivers"),
        ("agency", ("holder",), "write holder: the id"),
        ("forms", _HEADER, "did you mean forums?"),
    ],
)
def test_a_word_from_elsewhere_says_where_it_belongs(
    key: str, known: tuple[str, ...], cure: str
) -> None:
    assert unknown_field(key, known) == f"there is no field {key!r} here; {cure}"
