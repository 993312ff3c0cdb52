"""Rows about groups: which they name, and who holds a seat in them."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from interagency.importers.table.columns import Column, term_of
from interagency.importers.table.groups import GroupRow
from interagency.importers.table.holders import Holding
from interagency.importers.table.row import Row
from interagency.importers.tabular.blanks import is_blank
from interagency.importers.tabular.ledger import News
from interagency.importers.tabular.text import folded, one_line


def group_news(row: Row) -> Iterator[News]:
    """Keep the groups and seats that a row names; yield what it says, and whether that is new."""
    sources = row.sources()
    named = list(_groups(row, sources))
    for each in named:
        is_new, group = row.book.groups.group(each)
        yield is_new, f"group {each.name}"
    columns = [each for each in row.sheet.columns if each.group]
    if named:
        yield from _seats(row, group, sources)
    elif columns:
        yield from _in_groups(row, columns, sources)
    elif not row.problems:
        row.problems.append("names no group")


def _groups(row: Row, sources: tuple[str, ...]) -> Iterator[GroupRow]:
    """Yield the groups of a row, from the widest to the one that its seats belong to."""
    where = _place(row, sources)
    filled = _chain(row)
    above = row.value("parent")
    for at, (name, column) in enumerate(filled):
        is_last = at == len(filled) - 1
        place = where if is_last else evolve(where, contact=None, kind="")
        yield evolve(place, name=name, field=column, parent=above)
        above = name


def _chain(row: Row) -> list[tuple[str, str]]:
    """Return the names of the groups of a row with their fields, the widest first."""
    sector, group, part = map(row.value, ("sector", "group", "sub-sector"))
    if not (sector or group or part) and _holdings(row):
        # a cell that is merged over several rows is filled in the first alone
        sector, group = row.book.above.get(row.sheet.source, ("", ""))
    row.book.above[row.sheet.source] = (sector, group)
    if group and sector and not part:  # the sector of a group says what it is in
        is_own = _are_alike(row, group, sector)
        return [(group, "sector")] if is_own else [(sector, "sector"), (group, "group")]
    chain = [(sector, "sector"), (part, "sub-sector"), (group, "group")]
    return [(name, column) for name, column in chain if name]


def _are_alike(row: Row, group: str, sector: str) -> bool:
    """Return whether a group is that of the sector beside it, by another name."""
    one, other = row.book.sectors.find(group), row.book.sectors.find(sector)
    return folded(group) == folded(sector) or (one is not None and one == other)


def _place(row: Row, sources: tuple[str, ...]) -> GroupRow:
    country, level = row.country()
    return GroupRow(
        name="",
        field="",
        kind=row.value("kind"),
        country=country,
        area=row.area(country),
        level=row.level() or level,
        contact=row.contact(),
        sources=sources,
    )


def _holdings(row: Row) -> list[tuple[Column, str]]:
    """Return the cells that name holders and are filled."""
    seats = ((each, each.cell(row.cells)) for each in row.sheet.columns if each.terms)
    found = [(column, text) for column, text in seats if not is_blank(text)]
    organization = row.sheet.column("organization")
    if row.sheet.column("role") and organization and not is_blank(organization.cell(row.cells)):
        found.append((organization, organization.cell(row.cells)))
    return found


def _seats(row: Row, group: int, sources: tuple[str, ...]) -> Iterator[News]:
    role = row.text("role")
    for column, text in _holdings(row):
        terms = column.terms or _terms(row, role)
        for holding in row.book.holders.in_cell(text, terms) if terms else ():
            yield _seat(row, group, holding, sources)


def _terms(row: Row, role: str) -> tuple[str, ...]:
    term = term_of(row.book.mapping.value("role", role)) if role else None
    if term is None:
        row.problems.append(f"role {role!r} is not known" if role else "names no role")
    return (term,) if term else ()


def _seat(row: Row, group: int, holding: Holding, sources: tuple[str, ...]) -> News:
    number = row.organization(holding.name) if holding.name else None
    since, until = row.day("since"), row.day("until")
    if since and until and until.last < since.first:
        since = until = None
    groups = row.book.groups
    is_new = groups.seat(group, holding, number, since, until, sources)
    who = holding.name or holding.kind or "vacant"
    return is_new, f"{holding.term} of {groups.name(group)}: {who}"


def _in_groups(row: Row, columns: Sequence[Column], sources: tuple[str, ...]) -> Iterator[News]:
    """Yield what a row says in the columns headed by groups: roles there, or holders."""
    where = _place(row, sources)
    filled = ((each, text) for each in columns if not is_blank(text := each.cell(row.cells)))
    for column, text in filled:
        terms, holders = _roles_and_holders(row, text)
        if terms and not is_blank(holders):
            named = evolve(where, name=str(column.group), field="sector")
            is_new, group = row.book.groups.group(named)
            yield is_new, f"group {named.name}"
            for holding in row.book.holders.in_cell(holders, terms):
                yield _seat(row, group, holding, sources)


def _roles_and_holders(row: Row, text: str) -> tuple[tuple[str, ...], str]:
    organization = row.sheet.column("organization")
    if organization is None:
        return _terms(row, row.text("role")), text
    return _terms(row, one_line(text)), organization.cell(row.cells)
