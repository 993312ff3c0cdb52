"""Rows about organizations: which are active where and in what, and which are only listed."""

from collections.abc import Iterable, Iterator
from typing import Final

from interagency.importers.table.row import Row
from interagency.importers.table.states import is_over
from interagency.importers.tabular.blanks import is_blank
from interagency.importers.tabular.ledger import News
from interagency.importers.tabular.text import is_no, one_line

_SEPARATORS: Final = (";", "\n", "|", ",", "/", "&", "+")


def presence_news(row: Row) -> Iterator[News]:
    """Keep the presence that a row states; yield what it says, and whether that is new."""
    status = row.text("status")
    if is_over(status):
        row.problems.append(f"its status is {status!r}: no one is active there")
        return
    before = len(row.book.holders.directory.identities)
    numbers = row.organizations()
    country, _ = row.country()
    area = row.area(country) or country
    codes = _codes(row)
    if not (area or any(codes) or row.value("sector") or row.value("sub-sector")):
        yield from _as_listed(numbers, before)  # who is somewhere, in something, is not stated
        return
    since, sources = row.day("as of"), row.sources()
    for number, name in numbers:
        for code in codes:
            is_new = row.book.presence.add((number, code, area or None), since, sources)
            shown = ", ".join(filter(None, (code, area)))
            yield is_new, f"presence of {name}" + (f" in {shown}" if shown else "")


def organization_news(row: Row) -> Iterator[News]:
    """Keep the organizations that a row lists; yield each, and whether it is new."""
    before = len(row.book.holders.directory.identities)
    yield from _as_listed(row.organizations(), before)


def _as_listed(numbers: Iterable[tuple[int, str]], before: int) -> Iterator[News]:
    return ((number >= before, f"organization {name}") for number, name in numbers)


def _codes(row: Row) -> tuple[str | None, ...]:
    """Return the codes of the sectors of a row; None alone if it names none."""
    marked = [each for each in row.sheet.columns if each.covers and _is_set(each.cell(row.cells))]
    if marked:
        return tuple(dict.fromkeys(each.covers for each in marked))
    for text in filter(None, (row.value("sub-sector"), row.value("sector"))):
        code = _code(row, text)
        if code:
            return (code,)
    text = row.value("sector") or row.value("sub-sector")
    several = _several(row, text)
    if text and not several:
        row.problems.append(f"sector {text!r} is not known")
    return several or (None,)


def _code(row: Row, text: str) -> str | None:
    found = row.book.sectors.find(text)
    return found.code if found else None


def _several(row: Row, text: str) -> tuple[str, ...]:
    """Return the codes of the sectors that a cell joins, if each is known."""
    parts = [part for part in _between(text) if part]
    codes = [code for part in parts if (code := _code(row, part))]
    return tuple(dict.fromkeys(codes)) if len(codes) == len(parts) > 1 else ()


def _is_set(text: str) -> bool:
    return (not is_blank(text) and not is_no(text)) or text in ("x", "X")


def _between(text: str) -> list[str]:
    sign = next((each for each in _SEPARATORS if each in text), None)
    return [one_line(part) for part in text.split(sign)] if sign else [text]
