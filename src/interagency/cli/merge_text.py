"""Conflicts of a merge as text: what both sides say, and what vouches for each."""

from collections.abc import Iterator, Sequence
from typing import Any

from interagency.change.versions import Conflict, Side
from interagency.document.layout import Layout

_LAYOUT = Layout()


def conflict_lines(conflicts: Sequence[Conflict]) -> Iterator[str]:
    """Yield the lines that list conflicts."""
    for each in conflicts:
        name = f" ({each.name})" if each.name else ""
        yield f"{each.place}{name}"
        yield f"    before: {_value(each.base)}"
        yield f"    ours:   {_side(each.ours)}"
        yield f"    theirs: {_side(each.theirs)}"


def _side(side: Side) -> str:
    sources = "; ".join(side.sources) or "no source"
    return f"{_value(side.value)}  [{side.certainty}; {sources}]"


def _value(value: Any) -> str:
    return "nothing" if value is None else _LAYOUT.inline(value)
