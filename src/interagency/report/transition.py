"""A transition in words: who takes over which function of which cluster, and by when."""

from collections.abc import Iterator, Mapping

from interagency.change.words import day_words
from interagency.model import NONE, UNKNOWN
from interagency.snapshot import Snapshot, Verdict
from interagency.snapshot.transition import FunctionState, functions_of, in_transition, is_national

Row = Mapping[str, str]

_STATES = {
    Verdict.MET: "accepted by a national owner",
    Verdict.GAP: "no accepted national owner",
    Verdict.UNKNOWN: "unknown",
}


def transition_rows(snapshot: Snapshot) -> Iterator[Row]:
    """Yield each function of each cluster, with who takes it over, as far as that is recorded."""
    for body in in_transition(snapshot):
        for state in functions_of(snapshot, body):
            handover = state.handover
            yield {
                "body": body,
                "name": snapshot.name(body),
                "function": state.function,
                "taker": _taker(snapshot, state),
                "accepted": _accepted(state),
                "day": handover.day.text if handover and handover.day else "",
                "state": _STATES[state.verdict],
                "text": _text(snapshot, state),
            }


def _taker(snapshot: Snapshot, state: FunctionState) -> str:
    taker = state.handover.taker if state.handover else None
    return "" if taker in (None, UNKNOWN, NONE) else snapshot.name(taker)


def _accepted(state: FunctionState) -> str:
    accepted = state.handover.accepted if state.handover else None
    return {True: "yes", False: "no", None: ""}[accepted]


def _text(snapshot: Snapshot, state: FunctionState) -> str:
    handover = state.handover
    if handover is None or handover.taker in (None, UNKNOWN):
        return "no taker is recorded"
    if handover.taker == NONE:
        return "no one takes it over"
    words = {True: "accepted", False: "not accepted", None: "whether they accepted is unknown"}
    parts = [_taker(snapshot, state), words[handover.accepted]]
    national = is_national(snapshot, str(handover.taker))
    parts += ["not a national owner"] if national is Verdict.GAP else []
    parts += ["whether they are national is unknown"] if national is Verdict.UNKNOWN else []
    parts += [f"by {day_words(handover.day)}"] if handover.day else []
    parts += ["disputed"] if not handover.is_certain else []
    return ", ".join(parts)
