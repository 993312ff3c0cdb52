"""Where in a workbook each path of a document stands."""

from collections.abc import Collection, Mapping
from typing import final

from attrs import define, field, frozen

from interagency.document.problems import Cell, Path


@final
@frozen
class Line:
    """One row of a sheet, and the columns in which its fields stand.

    Attributes:
        sheet: Name of the sheet.
        row: Number of the row, from 1.
        columns: Number of the column of each field, from 1.
        telling: The column to name where none of them is meant.
        cells: The texts of the row.
    """

    sheet: str
    row: int
    columns: Mapping[str, int]
    telling: int = 1
    cells: tuple[str, ...] = ()

    def cell(self, *keys: str) -> Cell:
        """Return the cell of the first of these fields that has a column."""
        column = next((self.columns[key] for key in keys if key in self.columns), self.telling)
        return Cell(self.row, column, self.sheet)

    def text(self, key: str) -> str:
        """Return what stands in the column of a field, without blanks around it."""
        column = self.columns.get(key)
        return self.cells[column - 1].strip() if column and column <= len(self.cells) else ""


@final
@define
class Places:
    """The rows of entries, and single cells, by the path of what stands in them."""

    lines: dict[Path, Line] = field(factory=dict)
    cells: dict[Path, Cell] = field(factory=dict)

    def of(self, path: Path) -> Cell | None:
        """Return the cell of a path, or of what encloses it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.cells:
                return self.cells[path[:length]]
            line = self.lines.get(path[:length])
            if line is not None:
                steps = [str(step) for step in path[length : length + 2]]
                return line.cell(".".join(steps), *steps[:1], *_telling(steps))
        return None

    def locate(self, paths: Collection[Path]) -> dict[Path, Cell]:
        """Return the cell of each path that has one."""
        found = ((path, self.of(path)) for path in paths)
        return {path: cell for path, cell in found if cell is not None}


def _telling(steps: list[str]) -> list[str]:
    """Return the columns that tell of a field as a whole: where it leads to, or its rest."""
    return [f"{steps[0]}.to", "more"] if steps else []
