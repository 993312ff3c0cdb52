"""A document as it is being read from a workbook: its plain value, its problems, their cells."""

from typing import Any, final

from attrs import Factory, define, field

from interagency.document.json_reader import read_json
from interagency.document.problems import Cell, Path, Problem
from interagency.document.workbook.cells import read_cell
from interagency.document.workbook.names import Names
from interagency.document.workbook.places import Places
from interagency.document.yaml_reader import Unreadable, compose
from interagency.model.fields import FieldShape
from interagency.model.relations import LINK_KINDS

# The value of a cell, and what is wrong with it.
_Read = tuple[Any, list[tuple[int | None, str]]]


@final
@define(eq=False)
class Draft:
    """What has been read of a workbook so far.

    Attributes:
        names: What names and ids mean in it.
        value: The plain value, as a text gives it.
        problems: What is wrong with it.
        places: The cell of each path.
        notes: What was left, and is not wrong.
    """

    names: Names
    value: dict[str, Any] = Factory(dict)
    problems: list[Problem] = Factory(list)
    places: Places = Factory(Places)
    notes: list[str] = Factory(list)
    _known: dict[tuple[int, str], _Read] = field(factory=dict, init=False)

    def problem(self, message: str, cell: Cell, path: Path = ()) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(Problem(message, path, "", *cell))

    def read(self, shape: FieldShape, text: str, path: Path, cell: Cell) -> Any:
        """Return the value of a cell, and note what is wrong with it."""
        key = (id(shape), text)
        if key not in self._known:
            self._known[key] = read_cell(shape, text, self.names.find)
        value, wrong = self._known[key]
        for index, message in wrong:
            step: Path = () if index is None or not isinstance(value, list) else (index,)
            end: Path = ("to",) if step and shape.name in LINK_KINDS else ()
            self.problem(message, cell, (*path, *step, *end))
        return [*value] if isinstance(value, list) else value

    def flow(self, text: str, cell: Cell) -> dict[str, Any]:
        """Return what a text in the flow syntax of a file says."""
        try:
            try:
                value, wrong = read_json(text.encode("utf-8", "replace"))
            except Unreadable:
                value, wrong = compose(text.encode("utf-8", "replace"))
        except Unreadable as error:
            self.problem(f"{error.problem.message}; write it as {{key: value}}", cell)
            return {}
        for each in wrong:
            self.problem(each.message, cell)
        if not isinstance(value, dict):
            self.problem("a mapping is expected here: write it as {key: value}", cell)
            return {}
        return value
