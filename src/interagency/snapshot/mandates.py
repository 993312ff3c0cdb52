"""Who is mandated to lead a body: by a standing mandate, or by one that the document writes."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import cached_property, partial
from typing import final

from attrs import evolve, frozen

from interagency.model import UNKNOWN, Body, Mandate, Seat, Sector, SubSector
from interagency.model.areas import contains
from interagency.model.grammar import is_open, named
from interagency.model.sections import SECTION_OF_CLASS
from interagency.snapshot.holders import Holder, holder_of, is_one_of, of_kind
from interagency.snapshot.index import Index
from interagency.snapshot.labels import name_of
from interagency.snapshot.leadership import Leadership
from interagency.snapshot.verdict import Verdict, every, some
from interagency.vocabularies.mandates import (
    MandateStrength,
    Setting,
    StandingMandate,
    shipped_mandates,
)


def standing_mandates(snapshot: Index, body: Body) -> tuple[StandingMandate, ...]:
    """Return the standing mandates that certainly hold for a body."""
    return snapshot.once((standing_mandates, body.id), partial(_standing_mandates, snapshot, body))


def _standing_mandates(snapshot: Index, body: Body) -> tuple[StandingMandate, ...]:
    setting = setting_of(snapshot, body)
    return tuple(
        each
        for each in shipped_mandates()
        if (not each.covers or not {*each.covers}.isdisjoint(body.covers))
        and each.holds_in(setting)
    )


def may_have_standing_mandate(snapshot: Index, body: Body) -> bool:
    """Return whether a standing mandate may hold for a body, for all that is known of it."""
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


def setting_of(snapshot: Index, body: Body) -> Setting:
    """Return what is certain of a body, as far as mandates depend on it."""
    known = snapshot.vocabularies["body-kinds"]
    populations = snapshot.populations(body)
    level = snapshot.level(body)
    return Setting(
        of=SECTION_OF_CLASS[type(body)].code,
        kinds=frozenset(code for kind in body.kind for code in (kind, *known.broader_of(kind))),
        level=level.value if level else None,
        situation=snapshot.situation(body),
        populations=frozenset(() if UNKNOWN in populations else populations),
        models=frozenset(snapshot.now.conforms_to),
    )


_MUST = "global-must"


@final
@frozen
class Wanted:
    """Who is mandated to lead one body.

    Attributes:
        names: The mandates that say so.
        organizations: Ids of the organizations.
        together: Whether all of them are, and not any of them.
        must: Whether it binds.
        doubtful: Whether another mandate, which is disputed, may say otherwise.
    """

    names: tuple[str, ...]
    organizations: tuple[str, ...]
    together: bool = False
    must: bool = False
    doubtful: bool = False


@final
@frozen
class Mandated:
    """Indexes over one snapshot: whose mandate each body falls under."""

    snapshot: Index

    def standing(self, body: Body, strength: MandateStrength) -> tuple[Wanted, ...]:
        """Return what standing mandates of a strength say of a body."""
        if strength is not MandateStrength.MUST and self._may_cover_more(body):
            return ()
        found = standing_mandates(self.snapshot, body)
        must = strength is MandateStrength.MUST
        return tuple(
            Wanted((each.id,), tuple(sorted(each.organizations)), each.together, must)
            for each in found
            if each.strength is strength
        )

    def own(self, body: Body, must: bool) -> Wanted | None:
        """Return what the document's own mandates say of a body; the most specific ones win."""
        if not isinstance(body, Sector | SubSector):
            return None
        found = [each for code in named(body.covers) for each in self._by_code.get(code, ())]
        fitting = [each for each in found if self._fits(each, body)]
        alike = [each for each in fitting if (each.strength == _MUST) is must]
        certain = [each for each in alike if each.is_certain]
        most = max(map(_specificity, certain), default=None)
        winning = [each for each in certain if _specificity(each) == most]
        narrower = [
            each
            for each in found
            if (each.strength == _MUST) is must
            and each not in fitting
            and self._fits(each, body, perhaps=True)
        ]
        return (
            Wanted(
                names=tuple(sorted({each.id for each in winning})),
                organizations=tuple(sorted({each.organization for each in winning})),
                must=must,
                doubtful=len(certain) < len(alike)
                or any(_specificity(each) >= _specificity(winning[0]) for each in narrower)
                or self._may_cover_more(body),
            )
            if winning
            else None
        )

    @cached_property
    def _by_code(self) -> Mapping[str, tuple[Mandate, ...]]:
        found: dict[str, list[Mandate]] = defaultdict(list)
        for mandate in self.snapshot.now.mandates:
            for code in named(mandate.covers):
                found[code].append(mandate)
        return {code: tuple(mandates) for code, mandates in found.items()}

    def _may_cover_more(self, body: Body) -> bool:
        """Return whether a body may cover what somebody else is mandated for."""
        known = self.snapshot.vocabularies["sectors"]
        return any(code == UNKNOWN or code not in known for code in body.covers)

    def _fits(self, mandate: Mandate, body: Body, *, perhaps: bool = False) -> bool:
        """Return whether a mandate certainly holds for a body; what it leaves out is no limit.

        Args:
            mandate: The mandate.
            body: The body.
            perhaps: Whether it is enough that it may hold, since something of the body is unknown.
        """
        snapshot = self.snapshot
        situation = snapshot.situation(body) or (perhaps and mandate.situation)
        fits = not mandate.situation or mandate.situation == situation
        populations, areas = snapshot.populations(body), snapshot.areas(body)
        if mandate.populations:
            inside = {*populations} <= {*mandate.populations}
            fits = fits and (perhaps if is_open(populations) else inside)
        there = perhaps if is_open(areas) else holds_there(mandate, areas)
        return fits and (not mandate.areas or there)


def holds_there(mandate: Mandate, areas: tuple[str, ...]) -> bool:
    """Return whether a mandate that is limited to areas certainly holds in all of some areas."""
    return not is_open(areas) and all(
        any(contains(each, area) for each in mandate.areas) for area in areas
    )


def _specificity(mandate: Mandate) -> tuple[int, int, int]:
    """Return a number that is larger the narrower a mandate is: by place, situation, people."""
    depth = max((area.count("/") + 1 for area in mandate.areas), default=0)
    return (depth, 1 if mandate.situation else 0, 1 if mandate.populations else 0)


def in_leadership(snapshot: Index, leadership: Leadership, wanted: Wanted) -> Verdict:
    """Answer whether those who are mandated lead or co-lead, all of them or any."""
    groups = [(id,) for id in wanted.organizations] if wanted.together else [wanted.organizations]
    return every(leadership.answer(_is(snapshot, each)) for each in groups)


def leads(snapshot: Index, leadership: Leadership, wanted: Wanted) -> Verdict:
    """Answer whether somebody mandated leads, or co-leads where a government or nobody leads.

    A lead who is neither is a gap even where it is unknown who co-leads: whoever that is, the
    lead is in other hands. A government that leads is what the models prefer: beside one any seat
    of those mandated is enough, and without one it stays open where their accountability lies.
    """
    lead = leadership.lead
    if not leadership.held or (lead.vacant and not lead.held):
        return Verdict.UNKNOWN
    answers = [_is(snapshot, wanted.organizations)(seat) for seat in lead.held]
    if Verdict.MET in answers:
        return Verdict.MET
    if _government_leads_alone(snapshot, leadership):
        return _has_any_seat(snapshot, leadership, wanted)
    others = all(_is_other_than_government(snapshot, seat) for seat in lead.held)
    if lead.held and others and lead.closed and not leadership.unmapped:
        return Verdict.UNKNOWN if Verdict.UNKNOWN in answers else Verdict.GAP
    return leadership.answer(_is(snapshot, wanted.organizations))


def _government_leads_alone(snapshot: Index, leadership: Leadership) -> bool:
    """Return whether all who lead or co-lead certainly are a government."""
    found = (holder_of(snapshot, seat) or Holder() for seat in leadership.held)
    return all(of_kind(snapshot, each.kind, ("government",)) is Verdict.MET for each in found)


def _has_any_seat(snapshot: Index, leadership: Leadership, wanted: Wanted) -> Verdict:
    test = _is(snapshot, wanted.organizations)
    return some(map(test, snapshot.seats(leadership.held[0].body)), closed=False)


def _is(snapshot: Index, ids: Collection[str]) -> Callable[[Seat], Verdict]:
    """Return the test whether a seat is held by one of some organizations."""
    return lambda seat: is_one_of(snapshot, holder_of(snapshot, seat) or Holder(), ids)


def _is_other_than_government(snapshot: Index, seat: Seat) -> bool:
    holder = holder_of(snapshot, seat) or Holder()
    return of_kind(snapshot, holder.kind, ("government",)) is Verdict.GAP


def listed(snapshot: Index, wanted: Wanted) -> str:
    """Return the names of those who are mandated: UNHCR and IOM, or one of FAO and WFP."""
    joint = " and " if wanted.together else " or "
    return joint.join(organization_name(snapshot, id) for id in wanted.organizations)


def organization_name(snapshot: Index, id: str) -> str:
    """Return what people call an organization, also if only the registry knows it."""
    if id in snapshot.whole.entities:
        return name_of(snapshot, id)
    known = snapshot.vocabularies.organizations.get(id)
    return (known and (known.acronym or known.name)) or id


def leaders(snapshot: Index, leadership: Leadership) -> str:
    """Return the names of those who hold the lead, or co-lead where nobody leads."""
    held = leadership.lead.held or leadership.co_lead.held
    names = (name_of(snapshot, each.held_by) if each.held_by else f"a {each.kind}" for each in held)
    return " and ".join(sorted(names)) or "nobody"
