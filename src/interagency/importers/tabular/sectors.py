"""Sectors and sub-sectors by any of their names, those of a response before the vocabulary's."""

import csv
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import final

from attrs import field, frozen

from interagency.importers.tabular.text import folded, slug
from interagency.vocabularies import Term, Vocabularies

# "Country level, All" and "Intersector": a total over all sectors, in a column of sectors.
_TOTALS = frozenset(
    {
        "all",
        "all sectors",
        "country level",
        "intersector",
        "inter sector",
        "intersectorial",
        "intersetorial",
        "nivel nacional",
        "nivel pais",
        "todos",
        "todos los sectores",
        "todos os setores",
        "total",
    }
)
_PAIRED = re.compile(r"(?P<sector>[^([:|]+?)\s*(?:[(\[]|\s[-–—:|/>]+\s|[:|>])\s*(?P<sub>.+)")
_CLOSING = " )]"
_WITH_PARTS = ("pro", "common-services")


@final
@frozen(kw_only=True)
class SectorName:
    """A sector, or a sub-sector of one.

    Attributes:
        key: What tells it from others, as part of an id.
        name: Its name in English, or as written.
        code: Its code in the vocabulary sectors, if it has one.
        sector: For a sub-sector, the sector it is part of.
    """

    key: str
    name: str
    code: str | None = None
    sector: "SectorName | None" = None


@final
@frozen
class SectorNames:
    """Finds sectors by what a cell says; what was found once is remembered for one import."""

    vocabularies: Vocabularies
    own: Mapping[str, SectorName] = field(factory=dict)
    _found: dict[tuple[str, str | None], SectorName | None] = field(factory=dict, alias="found")

    def find(self, text: str, within: SectorName | None = None) -> SectorName | None:
        """Return the sector or sub-sector that a text names.

        Args:
            text: The text.
            within: The sector that stands beside it; its sub-sectors may go by short names.
        """
        place = (text, within.key if within else None)
        if place not in self._found:
            self._found[place] = self._look_up(text, within)
        return self._found[place]

    def _look_up(self, text: str, within: SectorName | None) -> SectorName | None:
        wanted = folded(text)
        names = self.own
        if within and f"{within.key} {wanted}" in names:
            return names[f"{within.key} {wanted}"]
        return names.get(wanted) or self._paired(text) or self._in_vocabulary(text)

    def _paired(self, text: str) -> SectorName | None:
        """Return what `Protection (GBV)` or `Common Services: Reporting` names."""
        match = _PAIRED.fullmatch(text)
        sector = self.find(match["sector"]) if match else None
        if match is None or sector is None:
            return None
        sub = match["sub"].rstrip(_CLOSING)
        own = self.own.get(f"{sector.key} {folded(sub)}") if sector.sector is None else None
        if own or self._means_the_same(sub, sector) or not slug(sub):
            return own or sector
        return SectorName(key=f"{sector.key}-{slug(sub)}", name=text, sector=sector)

    def _in_vocabulary(self, text: str) -> SectorName | None:
        term = self.vocabularies["sectors"].spelled(text)
        return self._of_term(term) if term else None

    def _of_term(self, term: Term) -> SectorName:
        known = self.own.get(f"={term.code}")
        if known:
            return known
        sector = self.own.get(f"={term.broader}")
        return SectorName(key=slug(term.code), name=term.name, code=term.code, sector=sector)

    def _means_the_same(self, sub: str, sector: SectorName) -> bool:
        """Return whether what stands in brackets is the sector's acronym, or itself again."""
        if sector.key in _WITH_PARTS:
            return False
        return self.own.get(folded(sub)) == sector or (sub.isupper() and len(sub) <= 5)


def as_written(text: str, sector: SectorName | None) -> SectorName:
    """Return a sector that no list knows, under the name it has in a table of sectors."""
    if sector is None:
        return SectorName(key=slug(text), name=text)
    return SectorName(key=f"{sector.key}-{slug(text)}", name=text, sector=sector)


def is_total(text: str) -> bool:
    """Return whether a text stands where a sector would, and means all of them."""
    return folded(text) in _TOTALS


def sector_names(table: str) -> Mapping[str, SectorName]:
    """Return the sectors of a table by spelling, by `=code`, and sub-sectors by `sector spelling`.

    Args:
        table: CSV with the columns key, code, sector, name, spellings, short; several spellings
            are parted by semicolons.
    """
    sectors: dict[str, SectorName] = {}
    spelled: dict[str, SectorName] = {}
    for row in csv.DictReader(table.splitlines()):
        sector = sectors.get(row["sector"])
        named = SectorName(key=row["key"], name=row["name"], code=row["code"], sector=sector)
        sectors[named.key] = named
        for spelling in _spellings(row, sector):
            spelled.setdefault(spelling, named)
    return MappingProxyType(spelled)


def _spellings(row: Mapping[str, str], sector: SectorName | None) -> Iterator[str]:
    own, short = (tuple(filter(None, row[name].split(";"))) for name in ("spellings", "short"))
    yield f"={row['code']}"
    yield folded(row["name"])
    yield from own
    if sector:  # short names are clear only inside their sector
        yield from (f"{sector.key} {spelling}" for spelling in (*own, *short))
