"""Three-valued answers, against brute force: what is unknown is tried in every way."""

from collections.abc import Iterable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.checking import Verdict, at_least, at_most, every, negate, some

MET, GAP, UNKNOWN = Verdict.MET, Verdict.GAP, Verdict.UNKNOWN
answers = st.lists(st.sampled_from(Verdict), max_size=5)


def completions(given: Iterable[Verdict]) -> Iterable[tuple[bool, ...]]:
    """Return every way in which the unknown ones may turn out."""
    ways = {MET: (True,), GAP: (False,), UNKNOWN: (True, False)}
    return product(*(ways[each] for each in given))


def agreed(outcomes: Iterable[bool]) -> Verdict:
    """Return what all ways have in common."""
    found = set(outcomes)
    return UNKNOWN if len(found) != 1 else MET if found.pop() else GAP


@pytest.mark.parametrize(("answer", "opposite"), [(MET, GAP), (GAP, MET), (UNKNOWN, UNKNOWN)])
def test_not(answer: Verdict, opposite: Verdict) -> None:
    assert negate(answer) is opposite
    assert negate(negate(answer)) is answer


@given(answers.filter(bool))
def test_every_is_kleenes_and(given: list[Verdict]) -> None:
    assert every(given) is agreed(all(way) for way in completions(given))


def test_every_of_nothing_is_unknown() -> None:
    """Nothing is recorded: that does not mean that all is well."""
    assert every(()) is UNKNOWN


@given(answers)
def test_some_of_a_closed_list_is_kleenes_or(given: list[Verdict]) -> None:
    assert some(given, closed=True) is agreed(any(way) for way in completions(given))


@given(answers)
def test_some_of_an_open_list_may_have_one_more(given: list[Verdict]) -> None:
    assert some(given, closed=False) is agreed(any(way) for way in completions([*given, UNKNOWN]))


@given(answers, st.data())
def test_knowing_more_never_takes_an_answer_back(given: list[Verdict], data: st.DataObject) -> None:
    more = [data.draw(st.sampled_from(Verdict)) if each is UNKNOWN else each for each in given]
    if given and every(given) is not UNKNOWN:
        assert every(more) is every(given)
    for closed in (True, False):
        before = some(given, closed=closed)
        if before is not UNKNOWN:
            assert some(more, closed=closed) is before
            assert some(more, closed=True) is before


@given(st.integers(0, 6), st.integers(0, 6), st.none() | st.integers(0, 6))
def test_counts_are_intervals(wanted: int, known: int, more: int | None) -> None:
    """Against every number that there may be; of an open list, any."""
    possible = None if more is None else known + more
    numbers = range(known, 20 if possible is None else possible + 1)
    assert at_least(wanted, known, possible) is agreed(each >= wanted for each in numbers)
    assert at_most(wanted, known, possible) is agreed(each <= wanted for each in numbers)


@given(st.integers(0, 6), st.integers(0, 6), st.integers(0, 6), st.integers(0, 6))
def test_a_narrower_interval_never_takes_an_answer_back(
    wanted: int, known: int, more: int, less: int
) -> None:
    for answer in (at_least, at_most):
        for wide in (known + more, None):
            before = answer(wanted, known, wide)
            after = answer(wanted, known + min(less, more), known + more)
            assert before in (UNKNOWN, after)
