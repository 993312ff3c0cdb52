"""What is written is data, with lists to pick from and colours; its words say the same."""

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from interagency.document import dump, load, loads
from interagency.document.workbook.writer import write_workbook
from interagency.errors import MissingExtra
from tests.document.workbook.workbooks import small


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_nothing_that_is_written_becomes_a_formula_or_a_link() -> None:
    texts = ("=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "https://example.org", "1e5")
    rows = ", ".join(f"a{n}: {{name: '{text}'}}" for n, text in enumerate(texts))
    data = write_workbook(loads(f"interagency: 2\norganizations: {{{rows}}}\n", format="yaml"))
    with ZipFile(BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        assert not any(b"<f>" in archive.read(name) for name in sheets)
    assert not any(name.endswith(".rels") for name in sheets)


def test_the_hidden_sheets_stand_last_and_start_is_shown_first() -> None:
    book = part(write_workbook(small()), "xl/workbook.xml")
    names = [each.partition('"')[0] for each in book.split('<sheet name="')[1:]]
    assert (names[0], names[-2:]) == ("Start", ["sent", "lists"])
    assert book.count('state="hidden"') == 2


def test_lists_to_pick_from_warn_and_do_not_stop() -> None:
    groups = part(write_workbook(small()), "xl/worksheets/sheet2.xml")
    assert 'type="list" errorStyle="warning"' in groups
    assert 'errorStyle="stop"' not in groups
    assert "lists!$" in groups


def test_a_file_is_a_workbook_by_its_name_or_by_the_format(tmp_path: Path) -> None:
    dump(small(), tmp_path / "a.xlsx")
    dump(small(), tmp_path / "b", format="xlsx")
    assert load(tmp_path / "a.xlsx") == small()
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_missing_library_is_named_with_the_command_that_brings_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra, match=r"pip install 'interagency\[xlsx\]'"):
        write_workbook(small())
