"""`reconcile`: a table for people, for spreadsheets and for scripts."""

import json
from pathlib import Path

import pytest

from tests.cli.runs import run

DOCUMENT = """\
interagency: 1
complete: [appeals]
sectors:
  health: {name: Health, covers: [HEA], seats: {lead: [who]}}
presence:
- {organization: who, covers: [HEA], area: ROU}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write a document in which one organization has a part."""
    (tmp_path / "document.yaml").write_text(DOCUMENT)
    return tmp_path / "document.yaml"


def test_the_text_has_a_line_for_each_organization_and_sector(path: Path) -> None:
    lines = run("reconcile", path).stdout.splitlines()
    assert lines[0].split() == [
        "organization",
        "sector",
        "sits",
        "appeals",
        "active",
        "seats",
        "plans",
        "areas",
    ]
    assert lines[1].split() == ["WHO", "HEA", "yes", "no", "yes", "health", "ROU"]


def test_the_other_formats_have_the_ids_too(path: Path) -> None:
    """Names change and are not unique; ids join tables."""
    assert run("reconcile", path, "--format", "csv").stdout.splitlines()[1].startswith("who,WHO,")
    (row,) = json.loads(run("reconcile", path, "--format", "json").stdout)
    assert (row["id"], row["sits"], row["appeals"]) == ("who", "yes", "no")


def test_nothing_to_tell_is_said(tmp_path: Path) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_text("interagency: 1\n")
    assert run("reconcile", empty).stdout == "no organization has a part in any sector\n"
