"""Sheets of a workbook."""

from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZipFile

import pytest

from interagency.importers.tabular.source import (
    UnreadableTable,
    csv_rows,
    read_tables,
)
from tests.importers.grids import workbook


def read_csv(data: bytes) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    rows, notes = csv_rows(data)
    return list(rows), notes


def test_a_cell_of_a_csv_file_may_hold_lines_and_delimiters() -> None:
    rows, _ = read_csv(b'Country,Partner\nPeru,"One; two,\nthree"\n')
    assert rows[1] == ("Peru", "One; two,\nthree")


def test_sheets_of_a_workbook_are_read_also_hidden_and_empty_ones(tmp_path: Path) -> None:
    rows = (("", ""), ("Year", "In plan"), ("2023", "=TRUE"), ("40.5", "=FALSE"))
    path = workbook(
        tmp_path / "b.xlsx", [("Data", False, rows), ("Years", True, ()), ("Chart", False, ())]
    )
    data, years = read_tables(path)
    assert data.rows == ((2, ("Year", "In plan")), (3, ("2023", "true")), (4, ("40.5", "false")))
    assert (data.blank, data.hidden, data.title) == (1, False, "b.xlsx, sheet Data")
    assert (years.rows, years.hidden) == ((), True)


def test_dates_and_numbers_are_written_as_they_would_be_typed() -> None:
    from interagency.importers.tabular.workbook import as_text

    values = [
        2023.0,
        0.1,
        datetime.fromisoformat("2022-08-01 09:00"),
        date(2022, 8, 1),
        time(9),
        True,
        "text",
    ]
    assert [as_text(each) for each in values] == [
        "2023",
        "0.1",
        "2022-08-01",
        "2022-08-01",
        "09:00:00",
        "true",
        "text",
    ]


def test_a_workbook_that_makes_the_reader_panic_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from interagency.importers.tabular import workbook as module

    class PanicException(BaseException): ...

    def panic(_: object) -> None:
        raise PanicException("index out of bounds")

    path = workbook(tmp_path / "a.xlsx", [("Data", False, [["Country"]])])
    monkeypatch.setattr(module, "CalamineWorkbook", type("Book", (), {"from_filelike": panic}))
    with pytest.raises(UnreadableTable, match="cannot be read as a workbook: it is damaged"):
        read_tables(path)


def test_what_is_no_panic_is_not_taken_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from interagency.importers.tabular import workbook as module

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    path = workbook(tmp_path / "a.xlsx", [("Data", False, [["Country"]])])
    monkeypatch.setattr(module, "CalamineWorkbook", type("Book", (), {"from_filelike": stop}))
    with pytest.raises(KeyboardInterrupt):
        read_tables(path)


def test_a_zip_without_sheets_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", "nothing")
    with pytest.raises(UnreadableTable, match="cannot be read as a workbook"):
        read_tables(path)
