"""The notebooks of the documentation run from the first cell to the last, and show something."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[1] / "docs" / "notebooks").glob("*.ipynb"))


# The library has no types of its own.
read: Callable[..., Any] = nbformat.read


def executed(path: Path, folder: Path) -> Any:
    notebook = read(path, as_version=4)
    resources = {"metadata": {"path": str(folder)}}
    return NotebookClient(notebook, timeout=120, resources=resources).execute()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_cell_of_a_notebook_runs_and_shows_a_value(path: Path, tmp_path: Path) -> None:
    cells = [each for each in executed(path, tmp_path).cells if each.cell_type == "code"]
    assert cells
    for cell in cells:
        assert [each.output_type for each in cell.outputs] == ["execute_result"], cell.source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_what_it_showed(path: Path) -> None:
    cells = read(path, as_version=4).cells
    assert [each for each in cells if each.get("outputs") or each.get("execution_count")] == []
