"""One row of a table: what it says of its place, its day, its source and its organizations."""

from collections.abc import Iterator
from typing import Final, final

from attrs import define, field

from interagency.importers.table.book import Book
from interagency.importers.table.people import is_personal, mailbox_in
from interagency.importers.table.sheet import TableSheet
from interagency.importers.tabular.blanks import is_blank
from interagency.importers.tabular.dates import month_in, year_in
from interagency.importers.tabular.mentions import kind_of, name_keys
from interagency.importers.tabular.source import Cells
from interagency.importers.tabular.text import folded
from interagency.model import Day, Level

_LEVELS: Final = {
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


@final
@define(eq=False)
class Row:
    """One row, with the table it stands in and the book that it adds to.

    Attributes:
        book: What rows have said so far.
        sheet: The table.
        cells: The row.
        problems: What is not understood of it.
        settled: The places of the decisions by which its names are read.
    """

    book: Book
    sheet: TableSheet
    cells: Cells
    problems: list[str] = field(factory=list)
    settled: dict[str, None] = field(factory=dict)

    def text(self, name: str) -> str:
        """Return what the row says of a field; empty if that is no value."""
        return self.sheet.cell(self.cells, name)

    def value(self, name: str) -> str:
        """Return what the row says of a field, as the mapping of values has it."""
        return self.book.mapping.value(name, self.text(name))

    # where

    def country(self) -> tuple[str, Level | None]:
        """Return the country of a row, or the level of one that lies in no single country."""
        text = self.value("country")
        if not text:
            return self.book.mapping.constants.get("country", ""), None
        found = self.book.places.country(text)
        level = _LEVELS.get(folded(text.partition("(")[0]))
        if found is None and level is None:
            self.problems.append(f"country {text!r} is not known")
        return found or "", level

    def level(self) -> Level | None:
        """Return the level that the row states."""
        stated = folded(self.text("level"))
        if stated and stated not in _LEVELS:
            self.problems.append(f"level {stated!r} is not known")
        return _LEVELS.get(stated)

    def area(self, country: str) -> str:
        """Return the path of the area of a row, if it is a part of a country."""
        text, places = self.value("area"), self.book.places
        if not text or places.is_everywhere(text) or places.country(text) == country:
            return ""
        if folded(text) in _LEVELS:
            return ""
        code = self.text("area code")
        country = country or places.country_of_code(code) or ""
        if not country:
            self.problems.append(f"area {text!r} may lie in any country: none stands beside it")
            return ""
        return self.book.areas.learn(country, text, code)

    # when, and by what

    def day(self, name: str) -> Day | None:
        """Return the day, month or year that the row says of a field."""
        text = self.text(name)
        for written in (text, text[:10], month_in(text, None) or "", str(year_in(text) or "")):
            try:
                return Day.of(written)
            except ValueError:
                continue
        return None

    def sources(self) -> tuple[str, ...]:
        """Return the ids of what says so: the table unless it is alone, the page that it names."""
        url, is_alone = self.text("source"), self.book.is_alone
        if not url.startswith(("http://", "https://")):
            return () if is_alone else (self.sheet.source,)
        id = self.book.urls.setdefault(url, f"page-{len(self.book.urls) + 1}")
        return (id,) if is_alone else (id, self.sheet.source)

    def contact(self) -> str | None:
        """Return the role mailbox or page of the row; what is of a person is counted."""
        column = self.sheet.column("contact")
        text = column.cell(self.cells) if column else ""
        self.book.mailboxes_left += is_personal(text)
        return mailbox_in(text)

    # who

    def organizations(self) -> list[tuple[int, str]]:
        """Return the numbers of the organizations of a row, with their names."""
        columns = [each for each in self.sheet.columns if each.field == "organization"]
        texts = [text for each in columns if not is_blank(text := each.cell(self.cells))]
        short = self.text("acronym")
        found: dict[int, str] = {}
        for text in texts or ([short] if short else []):
            for name in self._names(text):
                found.setdefault(self.organization(name), name)
        if not found:
            self.problems.append("names no organization")
        return list(found.items())

    def _names(self, text: str) -> Iterator[str]:
        for holding in self.book.holders.in_cell(text, ("member",)):
            if holding.name:
                yield self.book.mapping.value("organization", holding.name)

    def organization(self, name: str) -> int:
        """Return the number of an organization, with its acronym and kind if they are its own."""
        columns = [each for each in self.sheet.columns if each.field == "organization"]
        alone = len(columns) == 1 and folded(columns[0].cell(self.cells)) == folded(name)
        acronym = self.text("acronym") if alone else ""
        kind = kind_of(self.text("organization type"), self.book.vocabularies) if alone else None
        own = self.book.mapping.value("organization", name)
        source = "" if self.book.is_alone else self.sheet.source
        identities = self.book.holders.directory.registry.identities
        self.settled |= {each.where: None for each in identities.settled(name_keys(own))}
        return self.book.holders.learn(own, source, acronym, kind)
