"""Rows of activities: who appeals or implements, in which sector and area, for how much."""

from collections.abc import Iterator

from interagency.importers.tabular.fields import Field
from interagency.importers.tabular.ledger import Book, News, RowStatus, code_of, shown, verdict
from interagency.importers.tabular.mentions import is_placeholder, refusal
from interagency.importers.tabular.roster import organization_cells
from interagency.importers.tabular.rows import Facts
from interagency.importers.tabular.sheet import Sheet
from interagency.importers.tabular.source import Cells

_PARTS = {Field.APPEALING: "appealing", Field.IMPLEMENTING: "implementing"}
_SHARED = "its amount is for several organizations, sectors or countries at once: not read"


def of_activity(book: Book, sheet: Sheet, cells: Cells, facts: Facts) -> RowStatus:
    """Write down who does what where, and what they ask for."""
    problems = list(facts.problems)
    who = list(_who(book, sheet, cells, facts, problems))
    if not who:
        return verdict([], problems or ["names no organization"])
    _surroundings(book, sheet, facts)
    problems += (
        f"sector {text!r} has no code: who is active is written without it"
        for sector, text in facts.sectors
        if code_of(sector) is None
    )
    news = [book.organization(id) for id, _ in who]
    plan = _plan(book, sheet, facts)
    planned = sheet.layout.has(Field.BUDGET)
    alone = sum(part != "implementing" for _, part in who) == 1
    for id, part in who:
        if plan:
            news += _appeals(book, sheet, facts, (plan, id, part), alone, problems)
        if not planned:  # what is asked for is not yet being done
            news += _presence(book, sheet, facts, (id, plan, part))
    return verdict(news, problems)


def _who(
    book: Book, sheet: Sheet, cells: Cells, facts: Facts, problems: list[str]
) -> Iterator[tuple[str, str | None]]:
    """Yield the organizations of a row, and their part: only who appeals has a budget."""
    other = "appealing" if sheet.layout.has(Field.BUDGET) else None
    if len(facts.parts) == 1:
        other = facts.parts[0]
    for meaning, text in organization_cells(sheet, cells):
        for id in _ids(book, sheet, text, problems):
            yield id, _PARTS.get(meaning, other)


def _ids(book: Book, sheet: Sheet, text: str, problems: list[str]) -> tuple[str, ...]:
    """Return who a cell names; a placeholder means who filled in the form of the file."""
    if is_placeholder(text) and sheet.table.file in book.roster.forms:
        return (book.roster.forms[sheet.table.file],)
    problems += filter(None, [refusal(text)])
    return book.roster.cells.get(text, ())


def _surroundings(book: Book, sheet: Sheet, facts: Facts) -> None:
    for country in facts.countries:
        book.bodies.country(country)
    countries = facts.countries if len(facts.platforms) == 1 else ()
    for platform, text in facts.platforms:
        book.bodies.platform(platform, text, countries, sheet.source)
    for sector, text in facts.sectors:
        book.bodies.sector(sector, text, sheet.source, stated=False)


def _plan(book: Book, sheet: Sheet, facts: Facts) -> str | None:
    if not facts.in_plan:
        return None
    return book.plans.plan(facts.years, sheet.source, facts.countries, _codes(facts))


def _codes(facts: Facts) -> tuple[str | None, ...]:
    return tuple(dict.fromkeys(code_of(sector) for sector, _ in facts.sectors)) or (None,)


def _appeals(
    book: Book,
    sheet: Sheet,
    facts: Facts,
    key: tuple[str, str, str | None],
    alone: bool,
    problems: list[str],
) -> Iterator[News]:
    codes, countries = _codes(facts), facts.countries or (None,)
    amount = None if key[2] == "implementing" else facts.amount
    if amount is not None and not (alone and len(codes) * len(countries) == 1):
        problems.append(_SHARED)
        amount = None
    for code in codes:
        for country in countries:
            is_new = book.plans.appeal((*key, code, country), sheet.source, amount)
            yield is_new, f"{key[1]} {key[2] or 'part'} in {key[0]}"


def _presence(
    book: Book, sheet: Sheet, facts: Facts, who: tuple[str, str | None, str | None]
) -> Iterator[News]:
    id, plan, part = who
    months = facts.months or (None,)
    for code in _codes(facts):
        for area in facts.areas or (None,):
            key = (id, code, area, plan, part)
            said = [book.plans.presence(key, sheet.source, month) for month in months]
            yield said[0], " ".join(filter(None, ("presence of", id, shown_place(code, area))))


def shown_place(code: str | None, area: str | None) -> str:
    """Return the sector and the area of a presence."""
    return shown(filter(None, (code, area)))
