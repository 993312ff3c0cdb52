"""Entries that `same_as` joins."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from interagency.model import Certainty, Link
from interagency.snapshot.sameness import joined


def same(*pairs: tuple[str, str]) -> list[Link]:
    return [Link(kind="same_as", from_=first, to=second) for first, second in pairs]


def test_all_that_is_joined_has_the_first_id() -> None:
    found = joined(same(("c", "b"), ("d", "e"), ("b", "a")), "same_as")
    assert found == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "d"}


def test_other_lines_and_disputed_ones_join_nothing() -> None:
    disputed = Link(kind="same_as", from_="a", to="b", certainty=Certainty.DISPUTED)
    mirrors = Link(kind="mirrors", from_="a", to="b")
    assert joined([disputed, mirrors, *same(("a", "unknown"), ("b", "none"))], "same_as") == {}


PAIRS = st.lists(st.tuples(*[st.sampled_from("abcdefgh")] * 2).filter(lambda p: p[0] != p[1]))


@given(PAIRS, st.randoms(use_true_random=False))
def test_what_is_joined_is_joined_in_whatever_order(pairs: list[Any], random: Any) -> None:
    """It is the smallest relation with the pairs in it that holds both ways, and goes on."""
    found = joined(same(*pairs), "same_as")
    turned = [pair[::-1] if random.random() < 0.5 else pair for pair in pairs]
    random.shuffle(turned)
    assert joined(same(*turned), "same_as") == found
    groups = [{id} for id in {id for pair in pairs for id in pair}]
    for first, second in pairs:
        touching = [group for group in groups if first in group or second in group]
        groups = [group for group in groups if group not in touching] + [set().union(*touching)]
    assert found == {id: min(group) for group in groups for id in group}
