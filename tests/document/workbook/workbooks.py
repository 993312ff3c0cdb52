"""Workbooks for tests: as they are written, with cells changed as a person would change them."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from interagency.document import InvalidDocument, loads, read_text
from interagency.document.workbook.question_sheet import AskedRow
from interagency.document.workbook.sheets import sheets_in
from interagency.document.workbook.writer import write_workbook
from interagency.model import Architecture

Grid = dict[str, list[list[Any]]]

SMALL = """
interagency: 1
title: Response
as_of: 2026-01
situation: refugee
default_sources: [minutes]
sources: {minutes: {title: Minutes, published: 2026-01-15}}
organizations:
  gov: {name: Government of Moldova, acronym: GOV, kind: government, country: MDA}
  care-mda: {name: CARE Moldova, kind: national-ngo, country: MDA}
forums:
  rcf: {name: Refugee Coordination Forum, acronym: RCF, kind: rcf, seats: {co-chair: [unhcr, gov]}}
sectors:
  protection:
    name: Protection Working Group
    covers: [PRO]
    within: {to: rcf, certainty: inferred}
    reports_to: [rcf]
    seats:
      lead: [unhcr]
      co-lead: [care-mda, unknown]
      member: [unicef, {holder: unfpa, since: 2025}]
  education: {name: Education Working Group, covers: [EDU], within: rcf, seats: {lead: vacant}}
plans:
  rrp: {name: Refugee Response Plan, kind: RRP, countries: [MDA], requirement: 1000 USD}
appeals:
- {plan: rrp, organization: unhcr, covers: [PRO], amount: 500 USD}
links:
- {from: education, kind: coordinates_with, to: protection}
"""


def small() -> Architecture:
    return loads(SMALL, format="yaml")


def grid(data: bytes) -> Grid:
    """Return the texts of all sheets, rows padded to the longest."""
    found: Grid = {}
    for sheet in sheets_in(data):
        width = max(map(len, sheet.rows), default=0)
        found[sheet.name] = [[*row, *[""] * (width - len(row))] for row in sheet.rows]
    return found


def packed(sheets: Grid) -> bytes:
    """Return a workbook of plain cells."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    if isinstance(value, bool):
                        sheet.write_boolean(number, place, value)
                    elif isinstance(value, int | float):
                        sheet.write_number(number, place, value)
                    elif value:
                        sheet.write_string(number, place, value)
    return out.getvalue()


def written(architecture: Architecture | None = None, **more: Any) -> Grid:
    return grid(write_workbook(architecture or small(), **more))


def asked(*targets: tuple[str, ...]) -> Sequence[AskedRow]:
    return [AskedRow(text=f"What of {target}?", target=target) for target in targets]


def row_of(rows: list[list[Any]], text: str) -> int:
    """Return the index of the first row in which a text stands."""
    return next(index for index, row in enumerate(rows) if text in row)


def set_cell(sheets: Grid, name: str, row: int | str, header: str, value: Any) -> str:
    """Set the cell of a row, by its index or by a text in it, under a header; return its name."""
    rows = sheets[name]
    head = next(n for n, each in enumerate(rows) if header in each)
    column = rows[head].index(header)
    index = row_of(rows, row) if isinstance(row, str) else row
    while len(rows) <= index:
        rows.append([""] * len(rows[head]))
    rows[index][column] = value
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{index + 1}"


def changed(change: Callable[[Grid], object]) -> Architecture:
    sheets = written()
    change(sheets)
    return loads(packed(sheets))


def problems(sheets: Grid) -> list[str]:
    """Return the problems of a workbook as they are shown."""
    try:
        read_text(packed(sheets), file="r.xlsx").architecture()
    except InvalidDocument as error:
        return [*map(str, error.problems)]
    return []
