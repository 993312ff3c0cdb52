"""Files of the HPC API."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from interagency.importers.hpc_projects import IMPORTER
from interagency.importers.tabular.source import UnreadableTable
from interagency.model import Money
from tests.importers.hpc_projects.samples import (
    project,
)


class TestFiles:
    def test_a_folder_is_read_with_all_that_is_below(self, tmp_path: Path) -> None:
        (tmp_path / "more").mkdir()
        search = {"data": {"results": [project()], "pagination": {"total": 1}}, "status": "ok"}
        listed = {"data": [{"id": 1072, "planVersion": {}, "revisedRequirements": 100}]}
        (tmp_path / "more" / "page.json").write_text(json.dumps(search))
        (tmp_path / "plans.json").write_text(json.dumps(listed))
        (tmp_path / "other.txt").write_text("no JSON")
        found = IMPORTER.read(tmp_path)
        assert [each.file for each in found.accounting.tables] == ["more/page.json", "plans.json"]
        assert found.architecture.complete == ("appeals",)
        assert found.architecture.plans[0].requirement == Money(Decimal(100))

    @pytest.mark.parametrize(
        "text",
        ["{}", "[]", "3", '{"data": 3}', '{"data": {"results": 3}}', '{"data": {"pagination": 3}}'],
    )
    def test_json_of_another_kind_holds_nothing(self, text: str, tmp_path: Path) -> None:
        path = tmp_path / "a.json"
        path.write_text(text)
        found = IMPORTER.read(path)
        assert found.architecture.appeals == ()
        assert found.accounting.tables[0].notes == ("holds neither projects nor plans",)

    @pytest.mark.parametrize(
        "data",
        [b"{", b"\xff\xfe{", b"[" * 100_000, b"9" * 5_000, b'{"x": 1e99999999999999999999999999}'],
    )
    def test_what_is_no_json_is_told(self, data: bytes, tmp_path: Path) -> None:
        path = tmp_path / "a.json"
        path.write_bytes(data)
        with pytest.raises(UnreadableTable, match=r"a\.json: cannot be read as JSON"):
            IMPORTER.read(path)

    @pytest.mark.parametrize("total", ["-5", "true", "100000000000000000000", "1.0", '"1"'])
    def test_a_count_that_is_none_is_not_stated(self, total: str, tmp_path: Path) -> None:
        path = tmp_path / "a.json"
        rows = json.dumps([project()])
        path.write_text(f'{{"data": {{"results": {rows}, "pagination": {{"total": {total}}}}}}}')
        found = IMPORTER.read(path)
        assert found.accounting.tables[0].notes[0] == "a page of projects"
        assert found.architecture.plans[0].figures == ()
        assert found.architecture.complete == ()

    def test_a_folder_without_pages_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableTable, match="holds no pages"):
            IMPORTER.read(tmp_path)

    def test_an_amount_that_is_a_number_is_read_exactly(self, tmp_path: Path) -> None:
        path = tmp_path / "a.json"
        text = json.dumps([project()]).replace('"100"', "100.10")
        path.write_text(text)
        assert IMPORTER.read(path).architecture.appeals[0].amount == Money(Decimal("100.10"))

    def test_records_of_something_else_hold_neither(self, tmp_path: Path) -> None:
        path = tmp_path / "a.json"
        path.write_text('{"data": [{"id": 1, "entityType": "CL"}]}')
        found = IMPORTER.read(path)
        assert found.accounting.tables[0].notes == ("holds neither projects nor plans",)
