"""Which standing mandates hold for a body, certainly or perhaps."""

from functools import partial
from typing import Final

from attrs import evolve

from interagency.checking.snapshot import Snapshot
from interagency.model import UNKNOWN, Body, Forum, Sector, SubSector
from interagency.vocabularies.mandates import Setting, StandingMandate, shipped_mandates

_CLASSES: Final = {Forum: "forum", Sector: "sector", SubSector: "sub-sector"}


def standing_mandates(snapshot: Snapshot, body: Body) -> tuple[StandingMandate, ...]:
    """Return the standing mandates that certainly hold for a body."""
    return snapshot.once((standing_mandates, body.id), partial(_standing_mandates, snapshot, body))


def _standing_mandates(snapshot: Snapshot, body: Body) -> tuple[StandingMandate, ...]:
    setting = setting_of(snapshot, body)
    return tuple(
        each
        for each in shipped_mandates()
        if (not each.covers or not {*each.covers}.isdisjoint(body.covers))
        and each.holds_in(setting)
    )


def may_have_standing_mandate(snapshot: Snapshot, body: Body) -> bool:
    """Tell whether a standing mandate may hold for a body, for all that is known of it."""
    setting = setting_of(snapshot, body)
    if any(kind not in snapshot.vocabularies["body-kinds"] for kind in body.kind):
        setting = evolve(setting, kinds=frozenset())
    sectors = snapshot.vocabularies["sectors"]
    is_open = not body.covers or any(code not in sectors for code in body.covers)
    return any(
        (not each.covers or is_open or not {*each.covers}.isdisjoint(body.covers))
        and each.may_hold_in(setting)
        for each in shipped_mandates()
    )


def setting_of(snapshot: Snapshot, body: Body) -> Setting:
    """Return what is certain of a body, as far as mandates depend on it."""
    known = snapshot.vocabularies["body-kinds"]
    populations = snapshot.populations(body)
    level = snapshot.level(body)
    return Setting(
        of=_CLASSES.get(type(body), "working-group"),
        kinds=frozenset(code for kind in body.kind for code in (kind, *known.broader_of(kind))),
        level=level.value if level else None,
        situation=snapshot.situation(body),
        populations=frozenset(() if UNKNOWN in populations else populations),
        models=frozenset(snapshot.now.conforms_to),
    )
