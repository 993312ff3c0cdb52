"""Whether a regional sector has a counterpart in a country: what no form of clause can compare."""

from interagency.conformance import Answer
from interagency.conformance.grounds import is_of_the_iasc
from interagency.model import UNKNOWN, Body, Level
from interagency.model.grammar import named
from interagency.snapshot import Snapshot, Verdict, every, some


def national_counterpart(snapshot: Snapshot, sector: str) -> Answer:
    """Answer whether some national sector covers a part of what a regional one covers."""
    regional = snapshot.bodies[sector]
    others = (*snapshot.now.sectors, *snapshot.now.sub_sectors)
    answers = {
        each.id: _is_counterpart(snapshot, each, regional)
        for each in others
        if each.id != regional.id
    }
    verdict = some(answers.values(), closed="groups" in snapshot.now.complete)
    if verdict is Verdict.UNKNOWN:
        return Answer(verdict, (), (snapshot.ask_field(regional, "mirrors"),))
    found = (id for id, answer in answers.items() if answer is Verdict.MET)
    return Answer(verdict, tuple(sorted(found)))


def _is_counterpart(snapshot: Snapshot, body: Body, regional: Body) -> Verdict:
    level, certain = snapshot.level(body), body.is_certain
    is_there = Verdict.MET if level is Level.NATIONAL and certain else Verdict.UNKNOWN
    # A cluster of the same country is of another response, and no counterpart.
    is_elsewhere = level not in (None, Level.NATIONAL) or is_of_the_iasc(snapshot, body)
    return every(
        (
            Verdict.GAP if is_elsewhere else is_there,
            _is_in_one_response(snapshot, body, regional),
            _shares(snapshot, body, regional),
        )
    )


def _is_in_one_response(snapshot: Snapshot, body: Body, regional: Body) -> Verdict:
    """Answer whether two bodies work in one situation: refugees alone are another than migrants."""
    here, there = snapshot.situation(body), snapshot.situation(regional)
    if here in (None, UNKNOWN) or there in (None, UNKNOWN):
        return Verdict.UNKNOWN
    return Verdict.MET if here == there else Verdict.GAP


def _shares(snapshot: Snapshot, body: Body, regional: Body) -> Verdict:
    """Answer whether two bodies cover the same, or one a part of what the other does."""
    sectors = snapshot.vocabularies["sectors"]
    pairs = [(one, other) for one in named(body.covers) for other in named(regional.covers)]
    if any(sectors.is_a(one, other) or sectors.is_a(other, one) for one, other in pairs):
        return Verdict.MET
    codes = (*body.covers, *regional.covers)
    known = body.covers and regional.covers and all(code in sectors for code in codes)
    return Verdict.GAP if known else Verdict.UNKNOWN
