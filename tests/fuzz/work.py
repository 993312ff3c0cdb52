"""Work that is counted, not timed: the same on every machine, however busy."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(call: Callable[[], object]) -> int:
    """Return how many instructions of Python a call takes, in all that it calls."""
    count = 0

    def trace(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def growth(make: Callable[[int], Callable[[], object]], n: int) -> tuple[float, float]:
    """Return by what the steps grow when a size doubles, and doubles again; 2 is linear.

    Args:
        make: Returns the call that is measured, for a size; what it prepares is not counted.
        n: The smallest of three sizes.
    """
    make(2)()  # what is made once and kept counts for none of them
    one, two, four = (steps(make(size)) for size in (n, 2 * n, 4 * n))
    return two / one, four / two
