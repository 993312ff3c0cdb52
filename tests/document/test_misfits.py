"""Values that do not fit, and how they become problems."""

import pytest

from interagency.document import InvalidDocument, loads
from interagency.document.problems import Misfit, Misfits, Problem, problems_in, unknown_field


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
