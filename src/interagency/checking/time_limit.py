"""Time limit of a call: what takes too long is given up.

The call runs in a thread of its own, so nothing of the process is changed: no signal, no timer.
A thread cannot be ended from outside, so one that was given up goes on until it comes back by
itself, or the process ends; the end of the process does not wait for it. Code that keeps Python
from running anything else, such as one long call into C, cannot be limited at all.
"""

from collections.abc import Callable
from contextvars import copy_context
from threading import Thread
from typing import TypeVar

Given = TypeVar("Given")


class TooLong(Exception):
    """A call that took longer than it may."""


def within(seconds: float | None, call: Callable[[], Given]) -> Given:
    """Return what a call gives, if it does so in time.

    Args:
        seconds: How long it may take; None for as long as it wants.
        call: The call.

    Raises:
        TooLong: If it takes longer.
    """
    if seconds is None:
        return call()
    results: list[Given] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(call())
        except BaseException as error:  # it is raised where the result is waited for
            errors.append(error)

    thread = Thread(target=copy_context().run, args=(run,), daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TooLong(f"it took longer than {seconds:g} seconds")
    if errors:
        raise errors[0]
    return results[0]
