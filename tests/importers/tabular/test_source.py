"""Workbooks and CSV files become rows of text, whatever they were saved with."""

import os
import sys
from pathlib import Path

import pytest

from interagency.errors import MissingExtra
from interagency.importers.tabular.old_workbook import OLD_FORMAT
from interagency.importers.tabular.source import (
    TableLimits,
    UnreadableTable,
    csv_rows,
    read_tables,
)
from tests.importers.grids import workbook

ROWS = (("Country", "Sector"), ("Perú", "Educación"))


def read_csv(data: bytes) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    rows, notes = csv_rows(data)
    return list(rows), notes


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_csv_file_is_read_with_any_delimiter(delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in ROWS)
    assert read_csv(text.encode()) == (list(ROWS), ())


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("cp1252", ("not UTF-8: read as Windows-1252",)),
        ("utf-16", ("read as UTF-16",)),
    ],
)
def test_a_csv_file_is_read_in_any_usual_encoding(encoding: str, notes: tuple[str, ...]) -> None:
    text = "\r\n".join(",".join(row) for row in ROWS)
    assert read_csv(text.encode(encoding)) == (list(ROWS), notes)


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_quotation_mark_that_is_never_closed_swallows_no_rows(end: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'Country,Partner\nPeru,"One"\nPeru,"Two\nChile,Three{end}', encoding="utf-8")
    with pytest.raises(UnreadableTable, match="the quotation mark in line 3 is never closed"):
        read_tables(path)


@pytest.mark.parametrize("last", ['Peru,"One\ntwo"', 'Peru,"One" two\n', '"Peru\n","a"b'])
def test_quotation_marks_that_are_closed_are_no_error(last: str) -> None:
    rows, _ = read_csv(f"Country,Partner\n{last}".encode())
    assert len(rows) == 2


def test_a_file_of_one_column_has_no_delimiter() -> None:
    assert read_csv(b"Sector\nHealth\n") == ([("Sector",), ("Health",)], ())


def test_nul_characters_of_a_broken_export_are_dropped() -> None:
    assert read_csv(b"Country,Sector\nPeru\0,Health\n")[0][1] == ("Peru", "Health")


def test_blank_rows_are_counted_and_the_others_keep_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\nCountry,Sector\n , \nPeru,Health\n,,\n\n", encoding="utf-8")
    (found,) = read_tables(path)
    assert [number for number, _ in found.rows] == [2, 4]
    assert found.blank == 4
    assert (found.file, found.name, found.title) == ("a.csv", "", "a.csv")


def test_a_folder_is_read_whole_in_the_order_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.csv", "a.tsv", "sub/c.csv", "~$b.xlsx", "notes.md", ".hidden.csv"):
        (tmp_path / name).write_text("Country,Sector\n", encoding="utf-8")
    assert [found.file for found in read_tables(tmp_path)] == ["a.tsv", "b.csv", "sub/c.csv"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.csv", None, "no such file"),
        ("notes.md", b"# notes", "is not a table"),
        ("broken.xlsx", b"no workbook", "cannot be read as a workbook: is not a workbook"),
        ("broken.json", b"{", "cannot be read as JSON"),
        ("sheet.xlsb", b"PK", "is not read; save it as .xlsx"),
        ("sheet.xls", OLD_FORMAT, "it is damaged, or protected by a password"),
        ("long.csv", b'"' + b"x" * 200_000 + b'"', "cannot be read as CSV"),
    ],
)
def test_what_is_no_table_is_told(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableTable, match=said):
        read_tables(path)


def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="holds no table"):
        read_tables(tmp_path)


def test_a_missing_library_is_told_with_the_command_that_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "b.xlsx", [("Data", False, ROWS)])
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    monkeypatch.delitem(sys.modules, "interagency.importers.tabular.workbook", raising=False)
    with pytest.raises(MissingExtra) as error:
        read_tables(path)
    assert str(error.value).endswith("pip install 'interagency[xlsx]'")
    assert "\n" not in str(error.value)


def test_a_line_may_be_longer_than_any_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(",".join("x" * 50_000 for _ in range(3)), encoding="utf-8")
    assert [len(cells) for _, cells in read_tables(path)[0].rows] == [3]


def test_a_cell_that_is_too_long_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Country,Sector\nPeru," + "x" * 200_000, encoding="utf-8")
    with pytest.raises(UnreadableTable, match="line 2: field larger than field limit"):
        read_tables(path)


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (TableLimits(bytes=20), "it is larger than 20 bytes"),
        (TableLimits(rows=1), "more than 1 rows"),
        (TableLimits(columns=1), "row 1 has more than 1 cells"),
        (TableLimits(cells=3), "more than 3 cells"),
    ],
)
def test_a_table_that_is_too_large_is_refused(
    limits: TableLimits, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Country,Sector\nPeru,Health\n", encoding="utf-8")
    with pytest.raises(UnreadableTable, match=said):
        read_tables(path, limits)


def test_records_of_json_are_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"Country": "Peru"}]', encoding="utf-8")
    assert read_tables(path)[0].rows == ((1, ("Country",)), (2, ("Peru",)))


def test_a_name_that_is_not_utf_8_is_shown_as_far_as_it_can_be(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.csv")
    path.write_text("Country,Sector\n", encoding="utf-8")
    assert read_tables(path)[0].file == "caf\ufffd.csv"
