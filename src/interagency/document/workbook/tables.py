"""Rows of the sheets of a workbook, each with the section it belongs to and its hidden key."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, final

from attrs import define, field, frozen

from interagency.document.names import spelling
from interagency.document.problems import Cell
from interagency.document.scalars import shortened
from interagency.document.workbook.draft import Draft
from interagency.document.workbook.headers import columns_of, header_row, more_of
from interagency.document.workbook.layout import KEY, MORE, TYPE, SheetPlan, sheet_plans, type_of
from interagency.document.workbook.places import Line
from interagency.document.workbook.sheets import SheetRows
from interagency.model.sections import Section

_LAST: Final = 10**9
# What people call the four sorts of body.
_TYPES: Final = {
    "cluster": "sectors",
    "sector group": "sectors",
    "area of responsibility": "sub_sectors",
    "aor": "sub_sectors",
    "subsector": "sub_sectors",
    "task force": "working_groups",
    "task team": "working_groups",
    "platform": "forums",
}


@final
@frozen
class Entry:
    """A row of a section.

    Attributes:
        section: The section.
        line: The row.
        number: Where it stood when it was written.
        more: What stands in its columns More.
    """

    section: Section
    line: Line
    number: int
    more: dict[str, Any]


def entries_of(sheets: Mapping[str, SheetRows], draft: Draft) -> list[Entry]:
    """Return the rows of all sheets in the order in which they were written.

    Args:
        sheets: The sheets, by the spelling of their names.
        draft: Takes what is wrong with them, and what is left.
    """
    reader = _Tables(draft)
    found: list[Entry] = []
    for plan in sheet_plans():
        sheet = sheets.get(spelling(plan.title))
        lines = reader.lines(plan, sheet) if sheet is not None else ()
        found += [reader.entry(plan, line) for line in lines]
    return sorted(found, key=lambda each: each.number)


@final
@define
class _Tables:
    """Reads the rows of sheets; a hidden key that stands twice is that of the first."""

    draft: Draft
    keys: set[tuple[str, int]] = field(factory=set, init=False)

    def lines(self, plan: SheetPlan, sheet: SheetRows) -> Iterator[Line]:
        """Yield the rows of a sheet that say anything."""
        head = header_row(sheet, plan, self.draft)
        if head is None:
            return
        columns = columns_of(sheet, head, plan, self.draft)
        telling = next((columns[key] for key in _telling(plan) if key in columns), 1)
        for number, row in enumerate(sheet.rows[head + 1 :], head + 2):
            line = Line(sheet.name, number, columns, telling, row)
            self.formulas(line, sheet)
            if any(line.text(key) for key in columns if key not in (KEY, TYPE)):
                yield line

    def formulas(self, line: Line, sheet: SheetRows) -> None:
        """Note the cells of a row in which a formula failed."""
        for key, place in line.columns.items():
            error = sheet.errors.get((line.row - 1, place - 1))
            if error is not None:
                message = f"holds {error}: the formula in it failed; write the value itself"
                self.draft.problem(message, Cell(line.row, place, line.sheet), ("", line.row, key))

    def entry(self, plan: SheetPlan, line: Line) -> Entry:
        """Return a row with the section it belongs to."""
        section = self.section(plan, line)
        key = line.text(KEY)
        place = int(key) if key.isdigit() and len(key) < 9 else _LAST
        if (section.key, place) in self.keys:
            place = _LAST  # a copied row is a new one
        self.keys.add((section.key, place))
        return Entry(section, line, place, self.more(line))

    def section(self, plan: SheetPlan, line: Line) -> Section:
        """Return the section of a row; of an unknown type the first, so that all else is judged."""
        if not plan.types:
            return plan.sections[0]
        text = spelling(line.text(TYPE))
        for each in plan.sections:
            names = (type_of(each), each.key)
            if text in map(spelling, names) or _TYPES.get(text) == each.key:
                return each
        wanted = " or ".join(plan.types)
        shown = f"{shortened(line.text(TYPE))!r} is not a type" if text else "the type is missing"
        self.draft.problem(f"{shown}: write {wanted}", line.cell(TYPE))
        return plan.sections[0]

    def more(self, line: Line) -> dict[str, Any]:
        """Return what stands in the columns More, in the syntax of a file."""
        numbers = sorted((more_of(key), key) for key in line.columns if more_of(key))
        text = "".join(line.cells[line.columns[key] - 1] for _, key in numbers if line.text(key))
        return self.draft.flow(text, line.cell(spelling(MORE))) if text.strip() else {}


def _telling(plan: SheetPlan) -> tuple[str, ...]:
    """Return the columns that tell which row is meant, the best first."""
    return ("name", "title", *(column.place for column in plan.columns if column.first))
