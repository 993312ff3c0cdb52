"""A hostile workbook is refused by a stream of its bytes, before any reader lays it out."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from interagency.document.workbook.limits import UnfitWorkbook, WorkbookLimits, check_workbook

SMALL = WorkbookLimits(bytes=200_000, unpacked=3_000_000, cells=1_000, text=2_000, texts=10_000)
SHEET = "xl/worksheets/sheet1.xml"


def packed(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def rows(*rows: str) -> str:
    return f"<worksheet><sheetData>{''.join(rows)}</sheetData></worksheet>"


def refusal(data: bytes | Path, limits: WorkbookLimits = SMALL) -> str:
    with pytest.raises(UnfitWorkbook) as caught:
        check_workbook(data, limits)
    return str(caught.value)


def test_a_small_workbook_is_let_through_from_bytes_and_from_a_file(tmp_path: Path) -> None:
    data = packed({SHEET: rows('<row r="2"><c r="B2"><v>1</v></c></row>')})
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    check_workbook(data)
    check_workbook(path)


@pytest.mark.parametrize(
    "cell",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        '<x:row r = "1048576"><x:c s="1" r = "xfd1048576"><x:v>1</x:v></x:c></x:row>',
        '<row\nr="1048576"><c t="s"\nr="ZZ1048576"><v>1</v></c></row>',
        '<row r="1048576"><c a=">" r="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c a="/>" r="XFD1048576"><v>1</v></c></row>',
    ],
)
def test_a_far_cell_is_refused_however_it_is_written(cell: str) -> None:
    assert "delete the rows and columns beyond your table" in refusal(packed({SHEET: rows(cell)}))


def test_a_far_cell_is_seen_where_one_piece_ends_and_the_next_begins() -> None:
    for shift in range(0, 40, 3):
        blank = " " * ((1 << 20) - shift - len("<worksheet><sheetData>"))
        far = '<row r="999"><c r="ZZ999"><v>1</v></c></row>'
        assert "row 999" in refusal(packed({SHEET: rows(blank, far)}))


@pytest.mark.parametrize(
    "left",
    [
        '<row r="1048576" customFormat="false" ht="12.8"/>',
        '<row r="1048576" ht="12.8"><c r="A1048576" s="4"/><c r="XFD1048576" s="4"/></row>',
    ],
)
def test_a_row_without_a_value_that_is_left_at_the_end_of_a_sheet_is_let_through(left: str) -> None:
    """LibreOffice leaves one where a row was deleted."""
    near = '<row r="2"><c r="R2"><v>1</v></c></row>'
    check_workbook(packed({SHEET: rows(near, left)}))
    for shift in range(0, 60, 7):
        blank = " " * ((1 << 20) - shift - len("<worksheet><sheetData>"))
        check_workbook(packed({SHEET: rows(blank, left)}))


def test_cells_without_a_reference_are_counted() -> None:
    check_workbook(packed({SHEET: rows(*["<row><c><v>1</v></c></row>"] * 100)}), SMALL)
    wide = f"<row>{'<c/>' * 60}</row>"
    long = "<row><c><v>1</v></c></row>" * 60
    assert "more than 1,000 cells" in refusal(packed({SHEET: rows(wide, long)}))
    assert "more than 1,000 cells" in refusal(packed({SHEET: rows(long, wide)}))


def test_what_unpacks_to_too_much_is_refused_whatever_the_zip_says_of_it() -> None:
    data = packed({"a.xml": b"0" * 4_000_000})
    assert refusal(data) == "unpacks to more than 3,000,000 bytes"
    at = data.rindex(b"PK\x01\x02") + 24
    assert "unpacks to more" in refusal(data[:at] + (10).to_bytes(4, "little") + data[at + 4 :])


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"0" * 200_001)
    assert refusal(path) == "is larger than 200,000 bytes"


def test_a_text_too_long_for_a_cell_is_refused() -> None:
    shared = f"<sst><si><t>a</t></si><si><t>{'b' * 2_500}</t></si></sst>"
    assert "too long for a cell" in refusal(packed({"xl/sharedStrings.xml": shared}))


def test_a_long_text_that_stands_in_many_cells_is_refused() -> None:
    shared = f"<sst><si><t>short</t></si><si><t>{'b' * 1_500}</t></si></sst>"
    few = rows(*['<row><c t="s"><v>0</v></c></row>'] * 20)
    many = rows(*['<row><c t="s"><v>1</v></c></row>'] * 20)
    check_workbook(packed({SHEET: few, "xl/sharedStrings.xml": shared}), SMALL)
    message = refusal(packed({SHEET: many, "xl/sharedStrings.xml": shared}))
    assert message == "holds more than 10,000 bytes of text in its cells"


def test_an_open_document_that_repeats_a_cell_too_often_is_refused() -> None:
    cell = '<table:table-cell table:number-columns-repeated="%s" office:value-type="string"/>'
    check_workbook(packed({"content.xml": cell % 3}))
    assert "repeats one cell" in refusal(packed({"content.xml": cell % 5_000}))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a,b\n", "is not a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is protected by a password"),
        (packed({"a": "x" * 500})[:-10], "is damaged"),
        (packed({"a": "x"}, zipfile.ZIP_LZMA), "is packed in a way"),
        (packed({str(n): "" for n in range(10_001)}), "more than 10,000 parts"),
    ],
    ids=["text", "locked", "damaged", "packing", "parts"],
)
def test_what_is_not_a_workbook_is_refused_with_the_reason(
    data: bytes, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    wide = WorkbookLimits()
    assert message in refusal(data, wide)
    assert refusal(path, wide) == refusal(data, wide)


def test_a_far_cell_costs_milliseconds_and_no_memory(tmp_path: Path) -> None:
    """In a process of its own, that may have no more than a gigabyte."""
    path = tmp_path / "far.xlsx"
    path.write_bytes(packed({SHEET: rows('<row r="1"><c r="XFD1048576"><v>1</v></c></row>')}))
    code = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "from pathlib import Path\n"
        "from interagency.document.workbook.limits import check_workbook\n"
        "try: check_workbook(Path(sys.argv[1]))\n"
        "except ValueError as error: print(error)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=30
    )
    assert "reaches to row 1,048,576 and column 16,384" in run.stdout
