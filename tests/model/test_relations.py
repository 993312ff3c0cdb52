"""Seats and links: what they name."""

import pytest

from interagency.model import Link, Seat


@pytest.mark.parametrize(
    ("holder", "named"),
    [(None, None), ("vacant", None), ("unknown", None), ("none", None), ("unhcr", "unhcr")],
)
def test_a_seat_is_held_by_whom_it_names(holder: str | None, named: str | None) -> None:
    """A reserved word names nobody."""
    assert Seat(body="rcf", term="chair", holder=holder).held_by == named


@pytest.mark.parametrize(("to", "target"), [("unknown", None), ("none", None), ("rcf", "rcf")])
def test_a_link_ends_at_what_it_names(to: str, target: str | None) -> None:
    """A reserved word names nothing."""
    assert Link(from_="hct", kind="reports_to", to=to).target == target
