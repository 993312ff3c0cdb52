"""The bodies that coordinate."""

import attrs
import pytest
from hypothesis import given

from interagency.model import Body, Forum, Level, Sector, SubSector, Within, WorkingGroup
from interagency.testing.strategies import bodies


def test_levels_go_down_from_the_world_to_one_site() -> None:
    """Their depth is what comparing needs; an unknown level has none."""
    assert [level.depth for level in Level] == [0, 1, 2, 3, 4, 5, None]
    assert Level("sub-regional").depth == 2


@pytest.mark.parametrize(
    ("within", "parent"),
    [
        (None, None),
        (Within(to="unknown"), None),
        (Within(to="none"), None),
        (Within(to="rcf", note="as drawn in the chart"), "rcf"),
    ],
)
def test_the_parent_is_the_body_it_names(within: Within | None, parent: str | None) -> None:
    """Not written, `unknown` and `none` name no body."""
    assert Forum(id="hct", within=within).parent == parent


def test_two_bodies_of_different_classes_are_different() -> None:
    """The four classes have the same fields and differ by what they are for."""
    assert len({cls(id="x") for cls in (Forum, Sector, SubSector, WorkingGroup)}) == 4


@given(bodies())
def test_a_body_is_a_value(body: Body) -> None:
    """Frozen, comparable and hashable, however much is written in it."""
    assert hash(body) == hash(type(body)(**{name: getattr(body, name) for name in _names(body)}))


def _names(body: Body) -> list[str]:
    return [each.name for each in attrs.fields(type(body))]
