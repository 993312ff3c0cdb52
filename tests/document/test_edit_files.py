"""Edits of files and folders: all files that change, or none."""

from pathlib import Path

import pytest

from interagency.document import (
    Edit,
    ImpossibleEdit,
    InvalidDocument,
    Rename,
    edit_file,
    load,
    plan_edits,
)
from interagency.document.replacement import write_whole

HEADER = """interagency: 2
title: Response
sectors:
  protection: {name: Protection}
"""
HEALTH = """\ufeffinteragency: 2\r
sectors:\r
  health:  # ours\r
    name: Health\r
    reports_to: [protection]\r
links:\r
  - {kind: supports, from: health, to: protection}\r
"""
CASH = """{
  "interagency": 1,
  "working_groups": {
    "cash": {"name": "Cash"}
  },
  "links": [
    {"kind": "supports", "from": "cash", "to": "health"}
  ]
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_bytes(HEADER.encode())
    (tmp_path / "b.yml").write_bytes(HEALTH.encode())
    (tmp_path / "c.json").write_bytes(CASH.encode())
    return tmp_path


def contents(folder: Path) -> list[str]:
    return [path.read_bytes().decode() for path in sorted(folder.iterdir())]


def test_an_edit_goes_to_the_file_that_holds_the_entry(folder: Path) -> None:
    plan = edit_file(folder, [Edit(("sectors", "health", "seats", "lead"), ["who"])])
    assert [each.path.name for each in plan.changes] == ["b.yml"]
    assert plan.architecture == load(folder)
    added = "Health\r\n    seats: {lead: [who]}\r\n"
    assert contents(folder) == [HEADER, HEALTH.replace("Health\r\n", added), CASH]


def test_new_entries_go_to_the_body_they_lie_within_else_to_their_section(folder: Path) -> None:
    edits = [
        Edit(("sub_sectors", "nutrition"), {"name": "Nutrition", "within": {"to": "health"}}),
        Edit(("sectors", "wash"), {"name": "WASH"}),
        Edit(("working_groups", "im"), {"name": "IM"}),
        Edit(("plans", "rrp"), {"name": "RRP", "kind": "rrp"}),
        Edit(("as_of",), "2024-01"),
    ]
    edit_file(folder, edits)
    assert contents(folder) == [
        "interagency: 2\ntitle: Response\nas_of: 2024-01\nsectors:\n"
        "  protection: {name: Protection}\n  wash: {name: WASH}\n"
        "plans:\n  rrp: {name: RRP, kind: rrp}\n",
        HEALTH.replace(
            "links:",
            "sub_sectors:\r\n  nutrition:\r\n    name: Nutrition\r\n"
            "    within: {to: health}\r\nlinks:",
        ),
        CASH.replace('"Cash"}\n', '"Cash"},\n    "im": {\n      "name": "IM"\n    }\n'),
    ]


def test_items_of_a_list_stay_in_their_files(folder: Path) -> None:
    link = {"kind": "supports", "from": "cash", "to": "protection"}
    edit_file(folder, [Edit(("links", 0, "certainty"), "inferred"), Edit(("links", 2), link)])
    assert contents(folder) == [
        HEADER,
        HEALTH.replace("to: protection}", "to: protection, certainty: inferred}"),
        CASH.replace(
            '"to": "health"}\n',
            '"to": "health"},\n    {\n      "kind": "supports",\n      "from": "cash",\n'
            '      "to": "protection"\n    }\n',
        ),
    ]


def test_an_item_is_taken_out_of_the_file_that_has_it(folder: Path) -> None:
    edit_file(folder, [Edit(("links", 0))])
    assert contents(folder)[1] == HEALTH[: HEALTH.index("links")]


def test_a_key_is_renamed_in_the_file_that_has_it(folder: Path) -> None:
    rename = Rename(("working_groups", "cash"), "cva")
    edit_file(folder, [rename, Edit(("links", 1, "from"), "cva")])
    assert contents(folder)[2] == CASH.replace('"cash"', '"cva"')


def test_a_file_keeps_a_section_that_was_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEADER + "plans: {}\n")
    edit_file(path, [Edit(("title",), "New")])
    assert path.read_text() == HEADER.replace("Response", "New") + "plans: {}\n"


def test_nothing_is_written_if_the_result_is_not_a_document(folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(InvalidDocument, match="nothing has the id 'whoo'"):
        edit_file(folder, [Edit(("title",), "x"), Edit(("sectors", "health", "within"), "whoo")])
    with pytest.raises(ImpossibleEdit, match="there is no such entry"):
        edit_file(folder, [Edit(("title",), "x"), Rename(("sectors", "wash"), "x")])
    assert contents(folder) == before


def test_an_edit_may_mend_a_document_that_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEADER + "  health: {within: nowhere}\n")
    edit_file(path, [Edit(("sectors", "health", "within"), "protection")])
    assert path.read_text() == HEADER + "  health: {within: protection}\n"


def test_a_version_that_is_missing_is_not_added_by_the_way(folder: Path) -> None:
    write_whole(folder / "c.json", "{}")
    with pytest.raises(InvalidDocument, match="the version of the format is missing"):
        edit_file(folder, [Edit(("title",), "x")])


def test_a_text_that_has_problems_of_its_own_is_not_edited(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEADER + "title: twice\n")
    with pytest.raises(InvalidDocument, match="title: the key 'title' is written twice"):
        edit_file(path, [Edit(("title",), "x")])


def test_a_file_that_changed_meanwhile_is_not_written_over(folder: Path) -> None:
    plan = plan_edits(folder, [Edit(("title",), "x")])
    write_whole(folder / "a.yaml", HEADER + "# mine\n")
    with pytest.raises(ImpossibleEdit, match="has changed since it was read"):
        plan.write()


def test_a_workbook_is_not_edited(tmp_path: Path) -> None:
    with pytest.raises(ImpossibleEdit, match="is a workbook"):
        edit_file(tmp_path / "a.xlsx", [])
