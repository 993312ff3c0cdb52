"""Linked data that was written comes back; anything else is refused with the reason."""

import json
from pathlib import Path
from typing import Any

import pytest

from interagency.document import InvalidDocument, loads
from interagency.exporters.jsonld import to_jsonld
from interagency.importers.jsonld import IMPORTER
from interagency.testing import assert_importer_accounts

RESPONSE = loads("""
interagency: 2
title: Response
forums: {rcf: {name: Forum}}
sectors: {health: {name: Health, within: rcf, seats: {lead: [who], co-lead: [unknown]}}}
""")


def test_what_was_written_comes_back_with_an_account_of_every_record(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonld"
    path.write_text(to_jsonld(RESPONSE), encoding="utf-8")
    found = assert_importer_accounts(IMPORTER, path)
    assert found.architecture == RESPONSE
    assert [(row.sheet, row.row, row.detail) for row in found.accounting.rows] == [
        ("organizations", 1, "Organization #who"),
        ("forums", 1, "Forum #rcf"),
        ("sectors", 1, "Sector #health"),
        ("seats", 1, "Seat"),
        ("seats", 2, "Seat"),
    ]


def changed(path: Path, **changes: Any) -> Path:
    value = json.loads(to_jsonld(RESPONSE)) | changes
    path.write_text(json.dumps(value))
    return path


def test_a_record_that_does_not_fit_is_a_problem_in_its_file(tmp_path: Path) -> None:
    path = changed(tmp_path / "r.jsonld", sectors=[{"@id": "#a", "within": "#gone"}, "text"])
    with pytest.raises(InvalidDocument) as error:
        IMPORTER.read(path)
    assert str(error.value.problems[0]).startswith(f"{path}: ")


def test_what_another_program_left_out_is_not_needed(tmp_path: Path) -> None:
    sectors = [{"@id": "#a", "name": "A"}]
    path = changed(tmp_path / "r.jsonld", sectors=sectors, seats=[], complete=["leads"])
    found = IMPORTER.read(path)
    assert found.architecture.complete == ("leads",)
    assert [row.detail for row in found.accounting.rows][-1] == "record #a"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is not JSON"),
        ("[1]", "is not JSON-LD that `interagency export --to jsonld` wrote"),
        ('{"@context": {}, "name": "a"}', "is not JSON-LD that"),
        ('{"@context": {}, "@context": {}}', "twice"),
    ],
)
def test_another_file_is_refused_with_the_reason(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text(text)
    with pytest.raises(InvalidDocument) as error:
        IMPORTER.read(path)
    assert message in str(error.value)
    assert str(path) in str(error.value.problems[0])
