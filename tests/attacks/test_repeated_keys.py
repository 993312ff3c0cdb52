"""A key that stands twice is a problem in every file: one of its values would be lost."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import interagency as ia
from interagency.importers.tabular.json_rows import json_rows
from tests.cli.runs import run

TWICE = '{"interagency": 1, "sectors": {"a": {"name": "A", "name": "B"}}}'


@pytest.mark.parametrize(
    "text",
    [
        TWICE,
        '{"interagency": 1, "interagency": 1}',
        '{"interagency": 1, "sectors": {"a": {}, "a": {}}}',
        '{"interagency": 1, "sectors": {"a": {"seats": {"lead": ["who"], "le\\u0061d": []}}}}',
    ],
)
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_in_a_document(text: str, form: str) -> None:
    with pytest.raises(ia.InvalidDocument, match="is written twice"):
        ia.loads(text, format=form)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("table", '[{"Platform": "National", "Platform": "Regional", "Sector": "Health"}]'),
        ("table", '{"data": [["a"]], "data": [["b"]]}'),
        ("hpc-projects", '{"data": {"results": [], "results": []}}'),
        (
            "hpc-projects",
            '{"data": {"results": [{"plans": [], "organizations": [], "plans": []}]}}',
        ),
    ],
)
def test_in_a_table(form: str, text: str, folder: Path) -> None:
    (folder / "t.json").write_text(text)
    result = run("import", form, "t.json")
    assert (result.stdout, result.exit_code) == ("", 3)
    assert "is written twice in one record" in result.stderr


@pytest.mark.parametrize(
    "text", ["a = 1\na = 2", "[x]\n[x]", "x = {a = 1, a = 2}", "a.b = 1\na = 1"]
)
def test_in_settings(text: str, folder: Path) -> None:
    (folder / "interagency.toml").write_text(text)
    assert run("check", "clean.yaml").exit_code == 2


def test_records_that_each_have_a_field_of_their_own_are_not_multiplied() -> None:
    """The first rows are enough to see that there are too many columns."""
    records = [{f"f{index}": index} for index in range(3_000)]
    rows = json_rows(json.dumps(records).encode())
    assert len(next(rows)) == 3_000
    assert next(rows)[:2] == ("0", "")


@pytest.mark.parametrize(
    "write",
    [
        lambda path: path.write_text(json.dumps([{f"f{index}": 1} for index in range(17_000)])),
        lambda path: path.write_text(json.dumps([["x"] * 17_000])),
    ],
)
def test_too_many_columns_are_refused(write: Callable[[Path], object], folder: Path) -> None:
    write(folder / "t.json")
    result = run("import", "table", "t.json")
    assert result.exit_code == 3
    assert "has more than 16,384 cells" in result.stderr
