"""Areas as paths."""

from hypothesis import given

from interagency.model import contains
from interagency.testing.strategies import areas


def test_an_area_contains_itself_and_what_lies_in_it() -> None:
    assert contains("COL", "COL")
    assert contains("COL", "COL/La Guajira")
    assert not contains("COL/La", "COL/La Guajira")
    assert not contains("COL/La Guajira", "COL")


@given(areas(), areas(), areas())
def test_containing_is_an_order(one: str, two: str, three: str) -> None:
    assert contains(one, one)
    assert not (contains(one, two) and contains(two, one)) or one == two
    assert not (contains(one, two) and contains(two, three)) or contains(one, three)
    assert contains(one, f"{one}/x")
