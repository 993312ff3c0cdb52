"""Files are taken for workbooks by their names."""

from pathlib import Path

import pytest

from interagency.document.workbook.files import is_workbook, read_workbook_file
from interagency.document.yaml_reader import Unreadable
from tests.document.workbook.workbooks import packed


def test_a_file_is_a_workbook_by_its_ending(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    names = ("a.xlsx", "a.XLSM", "a.ods", "a.yaml", "folder.xlsx")
    assert [is_workbook(tmp_path / name) for name in names] == [True, True, True, False, False]


def test_its_bytes_are_read_up_to_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed({"Groups": [["a"]]}))
    assert read_workbook_file(path).data == path.read_bytes()
    with pytest.raises(Unreadable, match="is larger than 100 bytes"):
        read_workbook_file(path, max_bytes=100)


@pytest.mark.parametrize("name", ["a.xls", "a.xlsb", "a.ods"])
def test_another_format_is_refused_with_what_to_do(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unreadable, match=r"is a workbook in another format; save it as \.xlsx"):
        read_workbook_file(tmp_path / name)
