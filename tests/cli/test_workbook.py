"""A workbook is a document on the command line too."""

from pathlib import Path

import pytest

from tests.cli.runs import run
from tests.document.workbook.workbooks import packed, set_cell, written


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_is_left_of_it_is_named_on_standard_error() -> None:
    sheets = {**written(), "My notes": [["call UNHCR"]]}
    Path("r.xlsx").write_bytes(packed(sheets))
    result = run("show", "r.xlsx")
    assert result.exit_code == 0
    assert "the sheet 'My notes' was left: it is your own" in result.stderr


def test_a_mistake_has_its_cell() -> None:
    sheets = written()
    cell = set_cell(sheets, "Leads", 1, "Held by", "Nemo")
    Path("r.xlsx").write_bytes(packed(sheets))
    result = run("check", "r.xlsx")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"r.xlsx[Leads!{cell}]: ")
