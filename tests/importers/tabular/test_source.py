"""Workbooks and CSV files become rows of text, whatever they were saved with."""

import sys
from pathlib import Path

import pytest

from interagency.importers.tabular.source import (
    MissingExtra,
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
        ("notes.md", b"# notes", "is no table"),
        ("broken.xlsx", b"no workbook", "cannot be read as a workbook"),
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
