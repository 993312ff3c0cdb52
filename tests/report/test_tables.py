"""Tables in the forms that people open: nothing in them is taken for code."""

import csv
import sys
from html.parser import HTMLParser
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from interagency.errors import MissingLibrary
from interagency.report.language import language
from interagency.report.tables import FORMS, Table, file_name, workbook, written
from tests.report.structures import HOSTILE

TABLE = Table("Title [1]: *", "2024", ["Group", "Seat"], [("Health", "VACANT"), ("A", "")])
HARD = Table(HOSTILE[0], HOSTILE[1], ["a", "b"], [(each, f"@{each}") for each in HOSTILE])


def text(table: Table, form: str) -> str:
    found = written(table, form)
    assert isinstance(found, str)
    return found


def cells(book: bytes) -> str:
    with ZipFile(BytesIO(book)) as parts:
        assert not [name for name in parts.namelist() if "vba" in name or "external" in name]
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        return sheet + parts.read("xl/sharedStrings.xml").decode()


def test_a_table_is_csv_with_the_mark_of_utf_8() -> None:
    assert text(TABLE, "csv") == '\ufeff"Group","Seat"\r\n"Health","VACANT"\r\n"A",""\r\n'


def test_no_cell_of_csv_is_a_formula_or_moves_a_cursor() -> None:
    rows = [*csv.reader(StringIO(text(HARD, "csv")[1:]))]
    assert len(rows) == len(HOSTILE) + 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+", "-"))]
    assert not {"\x1b", "\u202e", "\x00"} & set(text(HARD, "csv"))


def test_a_table_is_markdown_that_shows_as_it_is() -> None:
    assert text(TABLE, "md").splitlines() == [
        "# Title \\[1\\]: \\*",
        "",
        "2024",
        "",
        "| Group | Seat |",
        "| --- | --- |",
        "| Health | VACANT |",
        "| A |  |",
    ]
    found = text(HARD, "md")
    assert "\\<script\\>" in found
    assert len(found.splitlines()) == 6 + len(HOSTILE)
    assert max(map(len, found.splitlines())) < 2_000


def test_a_table_is_a_page_that_escapes_everything() -> None:
    tags = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.add(tag)
            assert not [name for name, _ in attrs if name.startswith("on")]

    Reader().feed(text(HARD, "html"))
    assert not {"script", "img", "svg"} & tags
    rtl = Table("t", "n", ["h"], [], language("ar"))
    assert '<html lang="ar" dir="rtl">' in text(rtl, "html")


def test_a_workbook_holds_texts_only_and_is_the_same_bytes() -> None:
    pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
    found = written(HARD, "xlsx")
    assert isinstance(found, bytes)
    assert found == written(HARD, "xlsx")
    assert "&lt;script&gt;" in cells(found)
    several = workbook({"One/[two]": TABLE, "x" * 80: Table("t", "n", [], [], language("ar"))})
    with ZipFile(BytesIO(several)) as parts:
        names = parts.read("xl/workbook.xml").decode()
        assert 'rightToLeft="1"' in parts.read("xl/worksheets/sheet2.xml").decode()
    assert 'name="One  two"' in names
    assert f'name="{"x" * 27} 2"' in names
    assert (
        'name="Sheet"' in ZipFile(BytesIO(workbook({"[]": TABLE}))).read("xl/workbook.xml").decode()
    )


def test_a_workbook_without_its_library_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingLibrary, match=r"to write workbooks .* 'interagency\[xlsx\]'"):
        written(TABLE, "xlsx")


def test_every_form_is_written() -> None:
    pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
    assert all(written(TABLE, form) for form in FORMS)


def test_two_entries_never_share_a_file() -> None:
    assert file_name("a/b", (), "txt") == "a-b.txt"
    assert file_name("a-b", ("a-b.txt", "a-b-2.txt"), "txt") == "a-b-2-2.txt"
