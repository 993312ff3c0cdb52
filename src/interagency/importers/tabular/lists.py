"""Rows of lists: organizations, translations, platforms with their countries and sectors, areas."""

from collections.abc import Iterator

from interagency.exchange import Outcome
from interagency.importers.tabular.fields import Field
from interagency.importers.tabular.ledger import Book, News, RowStatus, code_of, shown, verdict
from interagency.importers.tabular.roster import translates, translation
from interagency.importers.tabular.rows import Facts
from interagency.importers.tabular.sectors import SectorName
from interagency.importers.tabular.sheet import Sheet
from interagency.importers.tabular.source import Cells


def of_partner(book: Book, sheet: Sheet, number: int, facts: Facts) -> RowStatus:
    """Write down an organization, the platforms it is a partner of, and its part in the plan."""
    row = (sheet.source, number)
    if row in book.roster.refused:
        return Outcome.REJECTED, book.roster.refused[row]
    news: list[News] = []
    for id in book.roster.rows[row]:
        organization = book.organization(id)
        rest = [*_partnerships(book, sheet, id, facts), *_part(book, sheet, id, facts)]
        # what counts in a list is whether the organization is new, not what else is said of it
        others = rest if organization[0] else [(False, label) for _, label in rest]
        news += [organization, *others]
    return verdict(news, facts.problems)


def _partnerships(book: Book, sheet: Sheet, id: str, facts: Facts) -> Iterator[News]:
    regional = ((book.names.platforms.regional, "Regional"),) if facts.regional else ()
    for platform, text in (*facts.platforms, *regional):
        book.bodies.platform(platform, text, (), sheet.source)
        is_new = book.bodies.partner(platform.id, id, sheet.source)
        yield is_new, f"partner of {platform.id}"
    for country in facts.countries:
        book.bodies.country(country)


def _part(book: Book, sheet: Sheet, id: str, facts: Facts) -> Iterator[News]:
    """Yield the part in a plan: a list of a year says that there is one, few say which."""
    if not facts.years:
        return
    plan = book.plans.plan(facts.years, sheet.source, facts.countries)
    other = "appealing" if sheet.layout.has(Field.APPEALING) else None
    if sheet.layout.has(Field.PARTNER_ID):
        other = "implementing"
    for part in facts.parts or (other,):
        for country in facts.countries or (None,):
            is_new = book.plans.appeal((plan, id, part, None, country), sheet.source)
            yield is_new, f"{part or 'part'} in {plan}"


def of_translation(book: Book, sheet: Sheet, number: int, cells: Cells) -> RowStatus:
    """Write down the names of an organization or of a sector in several languages."""
    row = (sheet.source, number)
    if row in book.roster.refused:
        return Outcome.REJECTED, book.roster.refused[row]
    if row in book.roster.rows:
        return verdict(book.organization(id) for id in book.roster.rows[row])
    about = translates(sheet, cells)
    texts = translation(sheet, cells) if about in (None, Field.SECTOR) else ()
    found = [(book.names.sectors.find(text), text) for _, text in texts]
    sectors = [(sector, text) for sector, text in found if sector]
    if not sectors or len(sectors) < len(found):
        return Outcome.REJECTED, "a translation of what an architecture does not hold"
    if len({sector.key for sector, _ in sectors}) > 1:
        said = shown(repr(text) for _, text in sectors)
        return Outcome.REJECTED, f"translates one sector into another: {said}"
    return verdict([_sector(book, sheet, sector, text) for sector, text in sectors])


def _sector(book: Book, sheet: Sheet, sector: SectorName, text: str) -> News:
    return book.bodies.sector(sector, text, sheet.source), f"sector {sector.name}"


def of_structure(book: Book, sheet: Sheet, facts: Facts) -> RowStatus:
    """Write down platforms with their countries and sectors, and areas."""
    if facts.years:
        codes = [code_of(sector) for sector, _ in facts.sectors]
        book.plans.plan(facts.years, sheet.source, facts.countries, codes)
    platforms = [*_platforms(book, sheet, facts)]
    areas = [*_areas(book, facts)]
    return verdict([*platforms, *areas, *_sectors(book, sheet, facts)], facts.problems)


def _platforms(book: Book, sheet: Sheet, facts: Facts) -> Iterator[News]:
    placed = facts.platforms
    if not placed and facts.everywhere and not facts.countries:
        placed = ((book.names.platforms.regional, "Regional"),)
    # beside several platforms a country may lie in any of them
    countries = facts.countries if len(placed) == 1 else ()
    for platform, text in placed:
        is_new = book.bodies.platform(platform, text, countries, sheet.source)
        yield is_new, f"platform {platform.id}"


def _areas(book: Book, facts: Facts) -> Iterator[News]:
    for country in facts.countries:
        book.bodies.country(country)
    for area in dict.fromkeys((*facts.countries, *facts.areas)):
        yield book.area(area)


def _sectors(book: Book, sheet: Sheet, facts: Facts) -> Iterator[News]:
    areas = facts.countries if len(facts.platforms) == 1 else ()
    for platform in [platform.id for platform, _ in facts.platforms] or [
        book.names.platforms.regional.id
    ]:
        for sector, text in facts.sectors:
            is_new = book.bodies.sector(sector, text, sheet.source, platform=platform, areas=areas)
            yield is_new, f"sector {sector.name} of {platform}"
