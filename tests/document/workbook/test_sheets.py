"""Sheets are read as they would be typed, whatever program wrote them."""

import sys
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter

from interagency.document.workbook.limits import UnfitWorkbook
from interagency.document.workbook.sheets import SheetRows, as_text, sheets_in
from interagency.errors import MissingExtra
from tests.document.workbook.workbooks import packed


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("text", "text"),
        (True, "yes"),
        (False, "no"),
        (2023.0, "2023"),
        (0.1, "0.1"),
        (datetime.fromisoformat("2022-08-01 00:00"), "2022-08-01"),
        (datetime.fromisoformat("2022-08-01 09:30"), "2022-08-01 09:30:00"),
        (date(2022, 8, 1), "2022-08-01"),
        (time(9), "09:00:00"),
    ],
)
def test_a_value_is_written_as_it_would_be_typed(value: object, text: str) -> None:
    assert as_text(value) == text


def test_cells_merged_downwards_say_the_same_on_each_row_that_says_anything() -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Groups")
        sheet.merge_range(0, 0, 3, 0, "Health")
        sheet.write_string(1, 1, "WHO")
        sheet.merge_range(5, 0, 5, 1, "wide")
        sheet.merge_range(0, 3, 1, 4, "both")
    rows = sheets_in(out.getvalue())[0].rows
    assert rows == (
        ("Health", "", "", "both"),
        ("Health", "WHO", "", "both"),
        ("", "", "", ""),
        ("", "", "", ""),
        ("", "", "", ""),
        ("wide", "", "", ""),
    )


def test_charts_are_no_sheets() -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("Groups").write_number(0, 0, 1)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Groups!$A$1:$A$1"})
        book.add_chartsheet("Chart").set_chart(chart)
    assert sheets_in(out.getvalue()) == (SheetRows("Groups", (("1",),), {}),)


FAILED = b'<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'


def failed(target: bytes = b"worksheets/sheet1.xml") -> bytes:
    """Return a workbook in which a formula failed in B2, its sheet found by a target."""
    parts = parts_of(packed({"Groups": [["a", "b"], ["c", "d"]]}))
    sheet = parts["xl/worksheets/sheet1.xml"]
    start = sheet.index(b'<c r="B2"')
    end = sheet.index(b"</c>", start) + 4
    parts["xl/worksheets/sheet1.xml"] = sheet[:start] + FAILED + sheet[end:]
    relations = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = relations.replace(b"worksheets/sheet1.xml", target)
    return zipped(parts)


@pytest.mark.parametrize("target", [b"worksheets/sheet1.xml", b"/xl/worksheets/sheet1.xml"])
def test_a_formula_that_failed_is_known_by_its_cell(target: bytes) -> None:
    assert sheets_in(failed(target))[0].errors == {(1, 1): "#DIV/0!"}


def test_a_zip_of_something_else_is_refused() -> None:
    with pytest.raises(UnfitWorkbook, match=r"is not a workbook in the format \.xlsx"):
        sheets_in(zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}))


@pytest.mark.parametrize("part", ["xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
def test_a_workbook_without_one_of_its_parts_is_broken(part: str) -> None:
    parts = parts_of(packed({"Groups": [["a"]]}))
    del parts[part]
    with pytest.raises(UnfitWorkbook, match="is broken, and cannot be read"):
        sheets_in(zipped(parts))


def test_a_missing_library_is_named_with_the_command_that_brings_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(MissingExtra, match=r"pip install 'interagency\[xlsx\]'"):
        sheets_in(packed({"Groups": [["a"]]}))
