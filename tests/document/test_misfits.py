"""Values that do not fit, and how they become problems."""

import pytest

from interagency.document.misfits import Misfit, Misfits, problems_in, unknown_field
from interagency.document.problems import Problem


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
