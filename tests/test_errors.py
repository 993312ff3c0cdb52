"""What the code of somebody else raises is told, and ends nothing."""

import asyncio
from collections.abc import Callable
from typing import Never

import pytest

from interagency.errors import BrokenDown, attempt

ENDINGS = [
    ValueError("two\nlines"),
    MemoryError(),
    RecursionError("too deep"),
    SystemExit(0),
    GeneratorExit(),
    asyncio.CancelledError(),
    BaseException("of its own"),
]


def raising(error: BaseException) -> Callable[[], Never]:
    def raises() -> Never:
        raise error

    return raises


@pytest.mark.parametrize("error", ENDINGS, ids=lambda error: type(error).__name__)
def test_whatever_is_raised_is_told_in_one_line(error: BaseException) -> None:
    """A program that ends would look like all clear."""
    with pytest.raises(BrokenDown) as caught:
        attempt(raising(error))
    assert caught.value.__cause__ is error
    assert str(caught.value).startswith(f"{type(error).__name__}: ")
    assert "\n" not in str(caught.value)


def test_whoever_runs_the_program_can_stop_it() -> None:
    with pytest.raises(KeyboardInterrupt):
        attempt(raising(KeyboardInterrupt()))


def test_errors_on_purpose_pass_and_so_does_what_is_given() -> None:
    assert attempt(lambda: 1) == 1
    with pytest.raises(ValueError, match="two"):
        attempt(raising(ENDINGS[0]), passing=(OSError, ValueError))


@pytest.mark.parametrize("inner", [ValueError(), SystemExit(), asyncio.CancelledError()])
def test_an_error_that_cannot_be_told_is_named(inner: BaseException) -> None:
    class Mute(Exception):
        def __str__(self) -> str:
            raise inner

    with pytest.raises(BrokenDown, match="Mute: it cannot be told"):
        attempt(raising(Mute()))


def test_even_while_an_error_is_told_the_program_can_be_stopped() -> None:
    class Slow(Exception):
        def __str__(self) -> str:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        attempt(raising(Slow()))
