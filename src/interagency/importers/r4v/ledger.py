"""The row by row part: each row is written down in the draft, and gets exactly one outcome."""

from collections.abc import Iterator
from typing import final

from attrs import define, field

from interagency.exchange import Outcome
from interagency.importers.r4v.facts import Facts, facts_of, shown
from interagency.importers.r4v.layout import Layout, is_header
from interagency.importers.r4v.meanings import Meaning
from interagency.importers.r4v.places import REGIONAL, REGIONAL_PLATFORM, Gazetteer
from interagency.importers.r4v.plans import Plans
from interagency.importers.r4v.roster import (
    Roster,
    is_of_organizations,
    organization_cells,
    refusal,
    translation,
)
from interagency.importers.r4v.sectors import SectorName
from interagency.importers.r4v.sheets import Family, Names, Sheet
from interagency.importers.r4v.structure import Structure
from interagency.importers.r4v.mentions import is_placeholder
from interagency.importers.tables import Cells

Verdict = tuple[Outcome, str]
# Whether a part of a row is new, and what to call it.
News = list[tuple[bool, str]]
_ROLES = {Meaning.APPEALING: "appealing", Meaning.IMPLEMENTING: "implementing"}


@final
@define
class Ledger:
    """What all rows say together; `enter` adds one row and tells what became of it."""

    names: Names
    roster: Roster
    structure: Structure = field(factory=Structure)
    plans: Plans = field(factory=Plans)
    areas: Gazetteer = field(factory=lambda: Gazetteer({}, {}))
    _organizations: set[str] = field(factory=set, init=False)
    _areas: set[str] = field(factory=set, init=False)

    def enter(self, sheet: Sheet, number: int, cells: Cells) -> Verdict:
        """Write down one row of a table, and return what became of it."""
        layout = sheet.layout
        if layout is None:
            return self._of_form(sheet, number)
        beside = _beside(layout, number, cells)
        if beside:
            return beside
        if sheet.family is Family.TRANSLATIONS:
            return self._translation(sheet, number, cells)
        facts = facts_of(sheet, layout, cells, self.names, self.areas)
        if sheet.family is Family.PARTNERS:
            return self._partner(sheet, number, facts)
        if sheet.family is Family.ACTIVITIES:
            return self._activity(sheet, cells, facts)
        return _verdict([*self._places(sheet, facts), *self._sectors(sheet, facts)], facts.problems)

    def _organization(self, id: str) -> tuple[bool, str]:
        is_new = id not in self._organizations
        self._organizations.add(id)
        return is_new, f"organization {id}"

    def _of_form(self, sheet: Sheet, number: int) -> Verdict:
        """Return what became of a row of a sheet that is no table."""
        form, id = self.roster.forms.get(sheet.table.file, (None, ""))
        if form and number in form.personal:
            return Outcome.REJECTED, "personal data, not read"
        if form and number in form.rows:
            return _verdict([self._organization(id)], ())
        return Outcome.REJECTED, f"the sheet has {Family.UNKNOWN}"

    def _translation(self, sheet: Sheet, number: int, cells: Cells) -> Verdict:
        if (sheet.source, number) in self.roster.rows:
            return _verdict([self._organization(self.roster.rows[sheet.source, number])], ())
        if is_of_organizations(sheet, cells):
            return Outcome.REJECTED, self.roster.refused.get(
                (sheet.source, number), "names no organization"
            )
        named = [(self.names.sectors.find(text), text) for _, text in translation(sheet, cells)]
        if not named or not all(sector for sector, _ in named):
            return Outcome.REJECTED, "a translation of what an architecture does not hold"
        if len({sector.key for sector, _ in named if sector}) > 1:
            texts = shown(repr(text) for _, text in named)
            return Outcome.REJECTED, f"translates one sector into another: {texts}"
        return _verdict([self._sector(sheet, sector, text) for sector, text in named if sector], ())

    def _sector(self, sheet: Sheet, sector: SectorName, text: str) -> tuple[bool, str]:
        self.plans.plan(sheet.years, sheet.source, (), [sector.code])
        return self.structure.sector(sector, text, sheet.source), f"sector {sector.name}"

    def _places(self, sheet: Sheet, facts: Facts) -> Iterator[tuple[bool, str]]:
        """Yield the platform, countries and areas of a row that names no organization."""
        self.plans.plan(facts.years, sheet.source, facts.countries)
        if facts.platform:
            platform, text = facts.platform
            is_new = self.structure.platform(platform, text, facts.countries, sheet.source)
            yield is_new, " ".join(filter(None, (f"platform {platform.id}", *facts.countries)))
            if facts.years and platform.id != REGIONAL:
                self.plans.chapter(facts.years, platform, facts.countries, sheet.source)
        for area in (*facts.countries, *facts.areas):
            country_is_new = area in facts.countries and self.structure.country(area)
            is_new = country_is_new or (area not in facts.countries and area not in self._areas)
            self._areas.add(area)
            yield is_new, f"area {area}"

    def _sectors(self, sheet: Sheet, facts: Facts) -> Iterator[tuple[bool, str]]:
        """Yield the sectors of a row that names no organization."""
        platform = facts.platform[0].id if facts.platform else REGIONAL
        areas = facts.countries if facts.platform else ()
        for sector, text in facts.sectors:
            self.plans.plan(facts.years, sheet.source, (), [sector.code])
            is_new = self.structure.sector(
                sector, text, sheet.source, platform=platform, areas=areas
            )
            yield is_new, f"sector {sector.name} of {platform}"

    def _partner(self, sheet: Sheet, number: int, facts: Facts) -> Verdict:
        id = self.roster.rows.get((sheet.source, number))
        if id is None:
            return Outcome.REJECTED, self.roster.refused[sheet.source, number]
        news = [self._organization(id)]
        platforms = [facts.platform] if facts.platform else []
        if facts.regional:
            platforms.append((REGIONAL_PLATFORM, REGIONAL_PLATFORM.name))
        for platform, text in platforms:
            self.structure.platform(platform, text, (), sheet.source)
            news.append((self.structure.partner(platform.id, id, sheet.source), f"partner of {platform.id}"))
        for country in facts.countries:
            self.structure.country(country)
        if facts.years:
            plan = self.plans.plan(facts.years, sheet.source, facts.countries)
            layout = sheet.layout
            role = "appealing" if layout and layout.has(Meaning.APPEALING) else None
            for country in facts.countries or (None,):
                self.plans.appeal((plan, id, role, None, country), sheet.source)
        return _verdict(news, facts.problems)

    def _activity(self, sheet: Sheet, cells: Cells, facts: Facts) -> Verdict:
        layout = sheet.layout
        assert layout is not None
        problems = list(facts.problems)
        named = [
            (role, id)
            for role, text in organization_cells(sheet, cells)
            for id in self._ids(sheet, text, problems)
        ]
        if not named:
            return Outcome.REJECTED, "; ".join(problems) or "names no organization"
        planned = layout.has(Meaning.BUDGET)
        news: News = []
        for country in facts.countries:
            self.structure.country(country)
        plan = self._plan_of(sheet, facts)
        if facts.platform:
            self.structure.platform(*facts.platform, facts.countries, sheet.source)
        for sector, text in facts.sectors:
            self.structure.sector(sector, text, sheet.source, stated=False)
        news += [self._organization(id) for _, id in named]
        for role, id in named:
            part = _ROLES.get(role) or ("appealing" if planned else None)
            news += self._appeals(sheet, facts, plan, id, part, problems) if plan else []
            news += () if planned else self._presence(sheet, facts, plan, id, part)
        return _verdict(news, tuple(problems))

    def _ids(self, sheet: Sheet, text: str, problems: list[str]) -> tuple[str, ...]:
        """Return who a cell names; a placeholder means who filled in the form of the file."""
        if is_placeholder(text) and sheet.table.file in self.roster.forms:
            return (self.roster.forms[sheet.table.file][1],)
        why = refusal(text)
        if why:
            problems.append(why)
        return self.roster.cells.get(text, ())

    def _plan_of(self, sheet: Sheet, facts: Facts) -> str | None:
        if not facts.in_plan:
            return None
        codes = [_code(sector) for sector, _ in facts.sectors]
        return self.plans.plan(facts.years, sheet.source, facts.countries, codes)

    def _appeals(
        self,
        sheet: Sheet,
        facts: Facts,
        plan: str,
        id: str,
        part: str | None,
        problems: list[str],
    ) -> News:
        codes = [_code(sector) for sector, _ in facts.sectors] or [None]
        places = facts.countries or (None,)
        amount = facts.amount if part != "implementing" else None
        if amount is not None and len(codes) * len(places) > 1:
            problems.append("its amount is for several sectors or countries at once: not read")
            amount = None
        return [
            (
                self.plans.appeal((plan, id, part, code, place), sheet.source, amount),
                f"{part or 'part'} in {plan}",
            )
            for code in dict.fromkeys(codes)
            for place in places
        ]

    def _presence(
        self, sheet: Sheet, facts: Facts, plan: str | None, id: str, part: str | None
    ) -> News:
        codes = [_code(sector) for sector, _ in facts.sectors] or [None]
        return [
            (
                self.plans.presence((id, code, area, plan, part), sheet.source, facts.month),
                f"presence of {id} in {shown(filter(None, (code, area)))}",
            )
            for code in dict.fromkeys(codes)
            for area in facts.areas or (None,)
        ]


def _code(sector: SectorName) -> str | None:
    """Return the code of a sector, or that of the sector it is part of."""
    return sector.code or (sector.sector.code if sector.sector else None)


def _beside(layout: Layout, number: int, cells: Cells) -> Verdict | None:
    """Return what became of a row that is no data: titles, headers, tags."""
    if number < layout.header:
        return Outcome.REJECTED, "a title or an instruction above the headers"
    if number == layout.header:
        meanings = dict.fromkeys(meaning for meaning, _ in layout.columns)
        return Outcome.READ, f"the headers: {shown(meanings)}"
    filled = [cell.strip() for cell in cells if cell.strip()]
    if all(cell.startswith("#") and cell[1:2].isalpha() for cell in filled):
        return Outcome.REJECTED, "HXL tags"
    return (Outcome.REJECTED, "repeats the headers") if is_header(cells, layout) else None


def _verdict(news: News, problems: tuple[str, ...]) -> Verdict:
    """Return the outcome of a row: read if any part of it is new, merged if all is known."""
    left = f"; not understood: {'; '.join(problems)}" if problems else ""
    new = dict.fromkeys(label for is_new, label in news if is_new)
    if new:
        return Outcome.READ, shown(new) + left
    if news:
        return Outcome.MERGED, f"into {shown(dict.fromkeys(label for _, label in news))}{left}"
    return Outcome.REJECTED, "; ".join(problems) or "nothing in the columns that are read"


