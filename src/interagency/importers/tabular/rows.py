"""What one row says, apart from its organizations: where, in which sector, when, how much."""

import re
from decimal import Decimal
from typing import final

from attrs import frozen

from interagency.importers.tabular.areas import areas_of
from interagency.importers.tabular.dates import Years, month_in, year_in
from interagency.importers.tabular.fields import Field
from interagency.importers.tabular.layout import Layout
from interagency.importers.tabular.places import Gazetteer
from interagency.importers.tabular.profile import Platform
from interagency.importers.tabular.sectors import SectorName, as_written, is_total
from interagency.importers.tabular.sheet import Names, Sheet
from interagency.importers.tabular.source import Cells
from interagency.importers.tabular.text import is_no, is_yes, one_line, slug

_SPLIT = re.compile(r"\s*(?:[;\n|,/]|\s(?:y|e|and|&)\s)\s*")
_ALWAYS = re.compile(r"\s*[;|]\s*")
_SEVERAL = re.compile(r"\s*[;\n|,]\s*")
_PARTS = ((Field.APPEALS, "appealing"), (Field.IMPLEMENTS, "implementing"))
_AMOUNT = re.compile(r"\d{1,18}(\.\d{1,6})?")
_THOUSANDS = re.compile(r"(?<=\d)[,.](?=\d{3}(?:\D|$))")


@final
@frozen(kw_only=True)
class Facts:
    """What one row says.

    Attributes:
        platforms: The platforms, each as it is written.
        parts: The parts in the plan, if yes or no stands in columns for them.
        countries: The countries.
        everywhere: Whether the region stands where a country would.
        areas: The areas: a country as a whole, or one of its parts; nothing if none is named.
        sectors: The sectors, each as it is written.
        years: The years of the plan.
        months: The months.
        in_plan: Whether the activity is one of the plan, if that is said.
        regional: Whether the organization works in the whole region, if that is said.
        amount: The money asked for.
        problems: What could not be understood.
    """

    platforms: tuple[tuple[Platform, str], ...]
    parts: tuple[str, ...]
    countries: tuple[str, ...]
    everywhere: bool
    areas: tuple[str, ...]
    sectors: tuple[tuple[SectorName, str], ...]
    years: Years | None
    months: tuple[str, ...]
    in_plan: bool
    regional: bool
    amount: Decimal | None
    problems: tuple[str, ...]


def facts_of(sheet: Sheet, cells: Cells, names: Names, areas: Gazetteer) -> Facts:
    """Return what a row says; areas it is the first to name are kept."""
    layout = sheet.layout
    problems = [f"{text!r} is an error of a formula" for text in layout.errors(cells)]
    platforms = _platforms(layout, cells, names, problems)
    countries, everywhere = _countries(layout, cells, names, problems)
    countries = countries or _elsewhere(sheet, platforms)
    found, countries = areas_of(sheet, cells, countries, names.places, areas, problems)
    year = year_in(layout.cell(cells, Field.YEAR))
    months = _months(sheet, cells, year)
    year = year or (int(months[0][:4]) if months else None)
    return Facts(
        platforms=platforms,
        parts=tuple(part for flag, part in _PARTS if is_yes(layout.cell(cells, flag))),
        countries=countries,
        everywhere=everywhere,
        areas=found,
        sectors=_sectors(layout, cells, names, problems),
        years=names.profile.plans.years(year) if year else sheet.years,
        months=months,
        in_plan=not is_no(layout.cell(cells, Field.IN_PLAN)),
        regional=is_yes(layout.cell(cells, Field.REGIONAL)),
        amount=_amount(layout.cell(cells, Field.BUDGET), problems),
        problems=tuple(problems),
    )


def _months(sheet: Sheet, cells: Cells, year: int | None) -> tuple[str, ...]:
    """Return the months of a row; one without a year is of that of the plan, if it has one year."""
    years = sheet.years
    year = year or (years.first if years and years.first == years.last else None)
    texts = (sheet.layout.cell(cells, Field.MONTH), *sheet.layout.marked(cells, Field.MONTH))
    return tuple(sorted(filter(None, (month_in(text, year) for text in texts))))


def _platforms(
    layout: Layout, cells: Cells, names: Names, problems: list[str]
) -> tuple[tuple[Platform, str], ...]:
    text = layout.cell(cells, Field.PLATFORM)
    found = {}
    for part in filter(None, _SEVERAL.split(text)):
        platform = names.platforms.find(part)
        if platform:
            found[platform.id] = (platform, part)
        else:
            problems.append(f"platform {part!r} is not known")
    return tuple(found.values())


def _countries(
    layout: Layout, cells: Cells, names: Names, problems: list[str]
) -> tuple[tuple[str, ...], bool]:
    """Return the countries of a row, and whether it means the whole region."""
    marked = (names.places.country(text) for text in layout.marked(cells, Field.COUNTRY))
    several = tuple(filter(None, marked))
    if several:
        return several, False
    text = layout.cell(cells, Field.COUNTRY)
    if not text or names.places.is_regional(text):
        return (), bool(text)
    whole = names.places.country(text)
    if whole:
        return (whole,), False
    parts = [names.places.country(part) for part in _SPLIT.split(text)]
    if all(parts):
        return tuple(dict.fromkeys(filter(None, parts))), False
    problems.append(f"country {' '.join(text.split())!r} is not known")
    return (), False


def _elsewhere(sheet: Sheet, platforms: tuple[tuple[Platform, str], ...]) -> tuple[str, ...]:
    """Return the country that no column tells: that of the platform, or in the table's name."""
    if sheet.lacks_country and platforms:
        return tuple(filter(None, (platform.country for platform, _ in platforms)))
    return (sheet.told_country,) if sheet.told_country else ()


def _sectors(
    layout: Layout, cells: Cells, names: Names, problems: list[str]
) -> tuple[tuple[SectorName, str], ...]:
    found = ((names.sectors.find(text), text) for text in layout.marked(cells, Field.SECTOR))
    marked = tuple((sector, text) for sector, text in found if sector)
    if marked:
        return marked
    sector = _named(layout.cell(cells, Field.SECTOR), None, names, problems)
    above = sector[0][0] if len(sector) == 1 else None
    sub = _named(layout.cell(cells, Field.SUBSECTOR), above, names, problems)
    if above and sub and sub[0][0].sector not in (None, above) and above.sector is None:
        problems.append(f"{sub[0][1]!r} is no part of {sector[0][1]!r}, which stands beside it")
    return sub or sector


def _named(
    text: str, within: SectorName | None, names: Names, problems: list[str]
) -> tuple[tuple[SectorName, str], ...]:
    """Return the sectors that a cell names: one, or several if a sign parts them.

    No name of a sector holds a semicolon or a bar. Names hold the other signs, so that each part
    must be known.
    """
    line = one_line(text)
    if not line or is_total(line):
        return ()
    found = names.sectors.find(line, within)
    if found:
        return ((found, line),)
    apart = [part for part in _ALWAYS.split(text) if part]
    if len(apart) > 1:
        each = (_named(part, within, names, problems) for part in apart)
        return tuple({sector.key: (sector, part) for all in each for sector, part in all}.values())
    parts = [part for part in _SPLIT.split(text) if part]
    several = [(names.sectors.find(part, within), part) for part in parts]
    if len(parts) > 1 and all(sector for sector, _ in several):
        return tuple({sector.key: (sector, part) for sector, part in several if sector}.values())
    if not slug(line):
        problems.append(f"sector {line!r} is not known")
        return ()
    return ((as_written(line, within), line),)


def _amount(text: str, problems: list[str]) -> Decimal | None:
    """Return an amount of money, whatever separates its thousands."""
    plain = _THOUSANDS.sub("", re.sub(r"[^\d.,-]", "", text)).replace(",", ".")
    if not plain:
        return None
    if _AMOUNT.fullmatch(plain) is None:
        problems.append(f"amount {text!r} is not understood")
        return None
    return Decimal(plain)
