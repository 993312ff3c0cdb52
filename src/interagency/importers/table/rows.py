"""Rows of a table as statements: of groups and seats, of presence, or of organizations."""

from collections.abc import Iterable, Iterator
from typing import final

from attrs import define, evolve, field

from interagency.exchange import Outcome
from interagency.importers.table.columns import Column, term_of
from interagency.importers.table.groups import GroupRow, Groups
from interagency.importers.table.holders import Holders, Holding
from interagency.importers.table.mapping import Mapping
from interagency.importers.table.people import is_personal, mailbox_in
from interagency.importers.table.presence import PresenceBook
from interagency.importers.table.sheet import TableSheet
from interagency.importers.tabular.blanks import is_blank
from interagency.importers.tabular.dates import month_in, year_in
from interagency.importers.tabular.ledger import RowStatus
from interagency.importers.tabular.mentions import kind_of
from interagency.importers.tabular.places import Gazetteer, Places
from interagency.importers.tabular.sectors import SectorNames
from interagency.importers.tabular.source import Cells
from interagency.importers.tabular.text import folded, is_no, one_line, phrases
from interagency.model import Day, Level
from interagency.vocabularies import Vocabularies

News = tuple[bool, str]
_LEVELS = {
    "global": Level.GLOBAL,
    "mundial": Level.GLOBAL,
    "mondial": Level.GLOBAL,
    "regional": Level.REGIONAL,
    "sub regional": Level.SUB_REGIONAL,
    "subregional": Level.SUB_REGIONAL,
    "national": Level.NATIONAL,
    "nacional": Level.NATIONAL,
    "country": Level.NATIONAL,
    "country level": Level.NATIONAL,
    "sub national": Level.SUB_NATIONAL,
    "subnational": Level.SUB_NATIONAL,
    "subnacional": Level.SUB_NATIONAL,
    "provincial": Level.SUB_NATIONAL,
    "departamental": Level.SUB_NATIONAL,
    "local": Level.SUB_NATIONAL,
    "field": Level.SUB_NATIONAL,
    "site": Level.SITE,
    "camp": Level.SITE,
}
# Activities that are not there yet, or no longer.
_NOT_ACTIVE = phrases(
    "planned;pipeline;proposed;not started;planeado;planificado;planificada;por iniciar;"
    "prevu;planifie;planejado;completed;closed;ended;finished;cancelled;suspended;"
    "terminado;finalizado;concluido;cerrado;acheve;termine;cloture"
)


@final
@define
class Statements:
    """What rows say; each row adds to it, and gets its outcome.

    Attributes:
        vocabularies: The vocabularies.
        places: Countries by name.
        sectors: Sectors by name.
        holders: Organizations.
        mapping: What is known beforehand: values and constants.
        groups: The groups and seats so far.
        presence: The presence so far.
        areas: The areas so far.
        urls: The ids of the pages that rows name as sources.
        mailboxes_left: How many cells of contacts hold something of a person.
        is_alone: Whether one table is read alone, so that it is the source of all facts.
    """

    vocabularies: Vocabularies
    places: Places
    sectors: SectorNames
    holders: Holders
    mapping: Mapping
    groups: Groups
    presence: PresenceBook = field(factory=PresenceBook)
    areas: Gazetteer = field(factory=lambda: Gazetteer({}, {}))
    urls: dict[str, str] = field(factory=dict)
    mailboxes_left: int = 0
    is_alone: bool = False
    _above: dict[str, str] = field(factory=dict, init=False)

    def enter(self, sheet: TableSheet, number: int, cells: Cells) -> RowStatus:
        """Keep what a row says; return what became of it."""
        problems: list[str] = []
        readers = {"groups": self._group, "presence": self._present, "organizations": self._listed}
        news = list(readers[sheet.reads](sheet, cells, problems))
        told = "; ".join(dict.fromkeys(problems))
        new = dict.fromkeys(label for is_new, label in news if is_new)
        if new:
            return Outcome.READ, ", ".join(new) + (f"; not understood: {told}" if told else "")
        if news:
            labels = ", ".join(dict.fromkeys(label for _, label in news))
            return Outcome.MERGED, f"into {labels}" + (f"; not understood: {told}" if told else "")
        return Outcome.REJECTED, told or "nothing in the columns that are read"

    # groups and seats

    def _group(self, sheet: TableSheet, cells: Cells, problems: list[str]) -> Iterator[News]:
        sources = self._sources(sheet, cells)
        named = [*self._named_groups(sheet, cells, sources, problems)]
        for row in named:
            is_new, group = self.groups.group(row)
            yield is_new, f"group {row.name}"
        columns = [each for each in sheet.columns if each.group]
        if named:
            yield from self._seats(sheet, cells, group, sources, problems)
        elif columns:
            yield from self._in_groups(sheet, cells, columns, sources, problems)
        elif not problems:
            problems.append("names no group")

    def _named_groups(
        self, sheet: TableSheet, cells: Cells, sources: tuple[str, ...], problems: list[str]
    ) -> Iterator[GroupRow]:
        """Yield the groups of a row, from the widest to the one that its seats belong to."""
        where = self._place(sheet, cells, sources, problems)
        sector = self._value(sheet, cells, "sector")
        group = self._value(sheet, cells, "group")
        part = self._value(sheet, cells, "sub-sector")
        parent = self._value(sheet, cells, "parent")
        seated = bool(self._holdings(sheet, cells))
        if not (sector or group or part) and seated:
            # a cell that is merged over several rows is filled in the first alone
            sector, group = (
                self._above.get(f"{sheet.source} sector", ""),
                self._above.get(f"{sheet.source} group", ""),
            )
        self._above |= {f"{sheet.source} sector": sector, f"{sheet.source} group": group}
        chain = [(sector, "sector"), (part, "sub-sector"), (group, "group")]
        filled = [(name, column) for name, column in chain if name]
        if group and sector and not part:  # the sector of a group says what it is in
            own = self.groups_alike(group, sector)
            filled = [(group, "sector")] if own else [(sector, "sector"), (group, "group")]
        above = parent
        for at, (name, column) in enumerate(filled):
            last = at == len(filled) - 1
            yield evolve(
                where if last else evolve(where, contact=None, kind=""),
                name=name,
                field=column,
                parent=above,
            )
            above = name

    def groups_alike(self, group: str, sector: str) -> bool:
        """Return whether a group is that of the sector beside it, by another name."""
        one, other = self.sectors.find(group), self.sectors.find(sector)
        return folded(group) == folded(sector) or (one is not None and one == other)

    def _place(
        self, sheet: TableSheet, cells: Cells, sources: tuple[str, ...], problems: list[str]
    ) -> GroupRow:
        country, level = self._country(sheet, cells, problems)
        area = self._area(sheet, cells, country, problems)
        said = folded(sheet.cell(cells, "level"))
        if said and said not in _LEVELS:
            problems.append(f"level {said!r} is not known")
        return GroupRow(
            name="",
            field="",
            kind=self._value(sheet, cells, "kind"),
            country=country,
            area=area,
            level=_LEVELS.get(said) or level,
            contact=self._contact(sheet, cells),
            sources=sources,
        )

    def _country(
        self, sheet: TableSheet, cells: Cells, problems: list[str]
    ) -> tuple[str, Level | None]:
        """Return the country of a row, or the level of one that lies in no single country."""
        text = self._value(sheet, cells, "country")
        if not text:
            return self.mapping.constants.get("country", ""), None
        found = self.places.country(text)
        level = _LEVELS.get(folded(text.partition("(")[0]))
        if found is None and level is None:
            problems.append(f"country {text!r} is not known")
        return found or "", level

    def _area(self, sheet: TableSheet, cells: Cells, country: str, problems: list[str]) -> str:
        text = self._value(sheet, cells, "area")
        if not text or self.places.is_everywhere(text) or self.places.country(text) == country:
            return ""
        if folded(text) in _LEVELS:
            return ""
        if not country:
            country = self.places.country_of_code(sheet.cell(cells, "area code")) or ""
        if not country:
            problems.append(f"area {text!r} may lie in any country: none stands beside it")
            return ""
        return self.areas.learn(country, text, sheet.cell(cells, "area code"))

    def _contact(self, sheet: TableSheet, cells: Cells) -> str | None:
        column = sheet.column("contact")
        text = column.cell(cells) if column else ""
        self.mailboxes_left += is_personal(text)
        return mailbox_in(text)

    def _value(self, sheet: TableSheet, cells: Cells, name: str) -> str:
        return self.mapping.value(name, sheet.cell(cells, name))

    def _holdings(self, sheet: TableSheet, cells: Cells) -> list[tuple[Column, str]]:
        """Return the cells that name holders and are filled."""
        seats = ((each, each.cell(cells)) for each in sheet.columns if each.terms)
        found = [(column, text) for column, text in seats if not is_blank(text)]
        organization = sheet.column("organization")
        if sheet.column("role") and organization and not is_blank(organization.cell(cells)):
            found.append((organization, organization.cell(cells)))
        return found

    def _seats(
        self,
        sheet: TableSheet,
        cells: Cells,
        group: int,
        sources: tuple[str, ...],
        problems: list[str],
    ) -> Iterator[News]:
        role = sheet.cell(cells, "role")
        for column, text in self._holdings(sheet, cells):
            terms = column.terms or self._terms(role, problems)
            for holding in self.holders.in_cell(text, terms) if terms else ():
                yield self._seat(sheet, cells, group, holding, sources)

    def _terms(self, role: str, problems: list[str]) -> tuple[str, ...]:
        term = term_of(self.mapping.value("role", role)) if role else None
        if term is None:
            problems.append(f"role {role!r} is not known" if role else "names no role")
        return (term,) if term else ()

    def _seat(
        self,
        sheet: TableSheet,
        cells: Cells,
        group: int,
        holding: Holding,
        sources: tuple[str, ...],
    ) -> News:
        number = None
        if holding.name:
            number = self._organization(sheet, cells, holding.name)
        since, until = self._day(sheet, cells, "since"), self._day(sheet, cells, "until")
        if since and until and until.last < since.first:
            since = until = None
        is_new = self.groups.seat(group, holding, number, since, until, sources)
        who = holding.name or holding.kind or "vacant"
        return is_new, f"{holding.term} of {self.groups.name(group)}: {who}"

    def _in_groups(
        self,
        sheet: TableSheet,
        cells: Cells,
        columns: Iterable[Column],
        sources: tuple[str, ...],
        problems: list[str],
    ) -> Iterator[News]:
        """Yield what a row says in the columns headed by groups: roles there, or holders."""
        where = self._place(sheet, cells, sources, problems)
        role = sheet.cell(cells, "role")
        organization = sheet.column("organization")
        for column in columns:
            text = column.cell(cells)
            if is_blank(text):
                continue
            if organization is None:
                terms, holders = self._terms(role, problems), text
            else:
                terms, holders = self._terms(one_line(text), problems), organization.cell(cells)
            if not terms or is_blank(holders):
                continue
            named = evolve(where, name=str(column.group), field="sector")
            is_new, group = self.groups.group(named)
            yield is_new, f"group {named.name}"
            for holding in self.holders.in_cell(holders, terms):
                yield self._seat(sheet, cells, group, holding, sources)

    # presence and organizations

    def _present(self, sheet: TableSheet, cells: Cells, problems: list[str]) -> Iterator[News]:
        status = sheet.cell(cells, "status")
        if folded(status) in _NOT_ACTIVE:
            problems.append(f"its status is {status!r}: nobody is active there")
            return
        numbers = self._organizations(sheet, cells, problems)
        country, _ = self._country(sheet, cells, problems)
        area = self._area(sheet, cells, country, problems) or country
        codes = self._codes(sheet, cells, problems)
        since = self._day(sheet, cells, "as of")
        for number, name in numbers:
            for code in codes:
                key = (number, code, area or None)
                is_new = self.presence.add(key, since, self._sources(sheet, cells))
                shown = ", ".join(filter(None, (code, area)))
                yield is_new, f"presence of {name}" + (f" in {shown}" if shown else "")

    def _listed(self, sheet: TableSheet, cells: Cells, problems: list[str]) -> Iterator[News]:
        before = len(self.holders.directory.identities)
        for number, name in self._organizations(sheet, cells, problems):
            yield number >= before, f"organization {name}"

    def _organizations(
        self, sheet: TableSheet, cells: Cells, problems: list[str]
    ) -> list[tuple[int, str]]:
        """Return the organizations of a row, with their names."""
        columns = [each for each in sheet.columns if each.field == "organization"]
        texts = [each.cell(cells) for each in columns if not is_blank(each.cell(cells))]
        short = sheet.cell(cells, "acronym")
        found: dict[int, str] = {}
        for text in texts or ([short] if short else []):
            for name in self._names(text):
                found.setdefault(self._organization(sheet, cells, name), name)
        if not found:
            problems.append("names no organization")
        return list(found.items())

    def _names(self, text: str) -> Iterator[str]:
        for holding in self.holders.in_cell(text, ("member",)):
            if holding.name:
                yield self.mapping.value("organization", holding.name)

    def _organization(self, sheet: TableSheet, cells: Cells, name: str) -> int:
        """Return the number of an organization, with its acronym and kind if they are its own."""
        columns = [each for each in sheet.columns if each.field == "organization"]
        alone = len(columns) == 1 and folded(columns[0].cell(cells)) == folded(name)
        acronym = sheet.cell(cells, "acronym") if alone else ""
        kind = kind_of(sheet.cell(cells, "organization type"), self.vocabularies) if alone else None
        own = self.mapping.value("organization", name)
        source = "" if self.is_alone else sheet.source
        return self.holders.learn(own, source, acronym, kind)

    def _codes(
        self, sheet: TableSheet, cells: Cells, problems: list[str]
    ) -> tuple[str | None, ...]:
        """Return the codes of the sectors of a row; None alone if it names none."""
        marked = [each for each in sheet.columns if each.covers and _is_set(each.cell(cells))]
        if marked:
            return tuple(dict.fromkeys(each.covers for each in marked))
        text = self._value(sheet, cells, "sub-sector")
        found = self.sectors.find(text) if text else None
        if found is None or found.code is None:
            text = self._value(sheet, cells, "sector")
            found = self.sectors.find(text) if text else None
        if text and (found is None or found.code is None):
            several = self._several(text)
            if several:
                return several
            problems.append(f"sector {text!r} is not known")
        return (found.code if found else None,)

    def _several(self, text: str) -> tuple[str, ...]:
        parts = [part for part in _between(text) if part]
        each = [self.sectors.find(part) for part in parts]
        codes = [sector.code for sector in each if sector and sector.code]
        return tuple(dict.fromkeys(codes)) if len(codes) == len(parts) > 1 else ()

    # all rows

    def _day(self, sheet: TableSheet, cells: Cells, name: str) -> Day | None:
        text = sheet.cell(cells, name)
        for written in (text, text[:10], month_in(text, None) or "", str(year_in(text) or "")):
            try:
                return Day.of(written)
            except ValueError:
                continue
        return None

    def _sources(self, sheet: TableSheet, cells: Cells) -> tuple[str, ...]:
        url = sheet.cell(cells, "source")
        if not url.startswith(("http://", "https://")):
            return () if self.is_alone else (sheet.source,)
        id = self.urls.setdefault(url, f"page-{len(self.urls) + 1}")
        return (id,) if self.is_alone else (id, sheet.source)


def _is_set(text: str) -> bool:
    return (not is_blank(text) and not is_no(text)) or text in ("x", "X")


def _between(text: str) -> list[str]:
    for sign in (";", "\n", "|", ",", "/", "&", "+"):
        if sign in text:
            return [one_line(part) for part in text.split(sign)]
    return [text]
