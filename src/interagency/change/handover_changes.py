"""Functions of one body that pass to others, as they differ."""

from collections.abc import Iterator, Sequence
from typing import Any

from interagency.change.changes import Change, ChangeKind, Sides, mark, sources_of
from interagency.change.differences import Difference
from interagency.change.field_changes import field_changes
from interagency.change.words import day_words
from interagency.model import NONE, UNKNOWN, Handover

_WORDS = {NONE: "no one", UNKNOWN: "somebody not known", None: "somebody not recorded"}


def handover_changes(sides: Sides, body: str, handovers: Sequence[Difference]) -> Iterator[Change]:
    """Yield what changed in the functions of a body that pass to others.

    Args:
        sides: The two architectures.
        body: Id of the body.
        handovers: The handovers that differ.
    """
    for each in handovers:
        if each.before is None:
            yield _change(ChangeKind.ADDED, body, _text(sides, each.after), (), (each.after,))
        elif each.after is None:
            text = f"handover of {each.before.function} no longer recorded"
            yield _change(ChangeKind.REMOVED, body, text, (each.before,), ())
        else:
            yield from field_changes(sides, each, f"handover of {each.after.function}: ")


def _text(sides: Sides, handover: Handover) -> str:
    taker = _WORDS.get(handover.taker) or sides.name(handover.taker or "")
    day = f" by {day_words(handover.day)}" if handover.day else ""
    accepted = {True: ", accepted", False: ", not accepted", None: ""}[handover.accepted]
    return f"{handover.function} passes to {taker}{day}{accepted}{mark(handover)}"


def _change(
    kind: ChangeKind, body: str, text: str, before: tuple[Any, ...], after: tuple[Any, ...]
) -> Change:
    return Change(
        kind=kind,
        subject=body,
        text=text,
        sources=sources_of(*after) or sources_of(*before),
        before=before,
        after=after,
    )
