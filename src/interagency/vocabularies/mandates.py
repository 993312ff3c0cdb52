"""Standing mandates: which organization is to lead what, in which setting, by global agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import final

from attrs import frozen

from interagency.vocabularies import tables


@final
class MandateStrength(StrEnum):
    """How far a standing mandate binds: always, unless agreed otherwise, or by habit only."""

    MUST = "must"
    GLOBAL = "global"
    SOFT = "soft"


@final
@frozen(kw_only=True)
class Setting:
    """What is certain of a body when it is asked whose mandate it falls under.

    Attributes:
        of: Its class: forum, sector, sub-sector or working-group.
        kinds: Its kinds, with the broader ones.
        level: Its level; None if unknown.
        situation: Its situation; None if unknown.
        populations: Those it works for; nothing if they are not all known.
        models: The reference models that the document says it follows.
    """

    of: str
    kinds: frozenset[str] = frozenset()
    level: str | None = None
    situation: str | None = None
    populations: frozenset[str] = frozenset()
    models: frozenset[str] = frozenset()


@final
@frozen(kw_only=True)
class StandingMandate:
    """Who is to lead what in a setting; what a scope leaves empty does not limit it.

    Attributes:
        id: A readable name.
        setting: The setting in a word: clusters, refugee, mixed, r4v, 3rp.
        strength: must, global or soft.
        organizations: Ids of the registry; any of them, unless `together`.
        together: Whether all of them lead, as equals.
        covers: The codes it is for; none where it is for the whole response.
        of: The classes of body it is for.
        kinds: The kinds of body it is for.
        levels: The levels it is for.
        situations: The situations it is for.
        populations: It is for groups that work for these and for nobody else.
        models: The reference models, one of which the document follows.
        source: Where it was read.
        verified: Whether it was read there; general knowledge is not.
        note: Remark for readers.
    """

    id: str
    setting: str
    strength: MandateStrength
    organizations: tuple[str, ...]
    together: bool = False
    covers: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    source: str = ""
    verified: bool = True
    note: str = ""

    def holds_in(self, setting: Setting) -> bool:
        """Return whether it certainly holds in a setting; what is not known does not fit."""
        return all(fits and had for fits, had in self._limits(setting))

    def may_hold_in(self, setting: Setting) -> bool:
        """Return whether it may hold in a setting; what is not known does not keep it out."""
        return all(fits or not had for fits, had in self._limits(setting))

    def _limits(self, setting: Setting) -> Iterator[tuple[bool, bool]]:
        """Yield for each of its limits whether a setting fits, and whether that is known."""
        limits: tuple[tuple[tuple[str, ...], Iterable[str | None]], ...] = (
            (self.of, (setting.of,)),
            (self.kinds, setting.kinds),
            (self.levels, (setting.level,)),
            (self.situations, (setting.situation,)),
            (self.models, setting.models),
        )
        for wanted, had in limits:
            if wanted:
                yield not {*wanted}.isdisjoint(had), any(had)
        if self.populations:
            yield setting.populations <= {*self.populations}, bool(setting.populations)


@cache
def shipped_mandates() -> tuple[StandingMandate, ...]:
    """The standing mandates that come with the library; read once."""
    return tuple(_mandate(row) for row in tables.rows("mandates"))


@cache
def agreed_pairs() -> frozenset[frozenset[str]]:
    """The pairs of organizations that lead something together by global agreement."""
    binding = (each for each in shipped_mandates() if each.strength is not MandateStrength.SOFT)
    return frozenset(
        frozenset(each.organizations) for each in binding if len(each.organizations) == 2
    )


def _mandate(row: tables.Row) -> StandingMandate:
    several = ("organizations", "covers", "of", "kinds", "levels", "situations", "populations")
    scope = {name: tables.parts(row[name]) for name in (*several, "models")}
    return StandingMandate(
        id=row["id"],
        setting=row["setting"],
        strength=MandateStrength(row["strength"]),
        together=row["together"] == "yes",
        source=", ".join(filter(None, (row["source"], row["url"]))),
        verified=tables.is_verified(row),
        note=row["note"],
        **scope,
    )
