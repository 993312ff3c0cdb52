"""`interagency export`, for what is new in it: folders, contacts, days."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interagency.cli import main
from interagency.document import load

DOCUMENT = """\
interagency: 1
as_of: 2022
forums:
  rcf: {name: RCF, contact: rcf@example.org}
  old: {name: Old, until: 2021}
"""


def export(folder: Path, *arguments: str) -> Result:
    (folder / "document.yaml").write_text(DOCUMENT, encoding="utf-8")
    return CliRunner().invoke(main, ["export", str(folder / "document.yaml"), *arguments])


def test_a_folder_of_tables_is_written(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for _ in range(2):  # an older folder is written over
        assert export(tmp_path, "--to", "csv", "-o", str(out)).exit_code == 0
    assert len([*out.iterdir()]) == 17
    assert out.joinpath("bodies.csv").read_bytes().startswith(b'\xef\xbb\xbf"section","id",')


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "csv"), "these are 17 files: name a folder with -o FOLDER"),
        (("--to", "csv", "-o", "{}/document.yaml"), "document.yaml is what is read here"),
        (("--to", "dot", "-o", "{}"), "this is one file, and "),
    ],
)
def test_several_files_need_a_folder(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    tmp_path = tmp_path / "inside"
    tmp_path.mkdir()
    result = export(tmp_path, *(each.format(tmp_path) for each in arguments))
    assert result.exit_code == 2
    assert said in result.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["document.yaml"]


def test_an_exporter_that_there_is_not_is_refused(tmp_path: Path) -> None:
    result = export(tmp_path, "--to", "mermeid")
    assert result.exit_code == 2
    assert "did you mean mermaid?" in result.stderr


@pytest.mark.parametrize("name", ["yaml", "json"])
def test_contacts_are_left_out_unless_asked_for(tmp_path: Path, name: str) -> None:
    assert "rcf@example.org" not in export(tmp_path, "--to", name).stdout
    assert "rcf@example.org" in export(tmp_path, "--to", name, "--with-contacts").stdout


def test_what_held_on_a_day_describes_that_day(tmp_path: Path) -> None:
    out = tmp_path / "out.yaml"
    assert export(tmp_path, "--to", "yaml", "--at", "2021-05", "-o", str(out)).exit_code == 0
    whole = load(out)
    assert str(whole.as_of) == "2021-05"
    assert {body.id for body in whole.bodies} == {"rcf", "old"}
    picture = export(tmp_path, "--to", "dot", "--at", "2021-05").stdout
    assert "2021-05-31" in picture
    assert "b_old" in picture


def test_a_folder_of_tables_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "seats.csv").mkdir(parents=True)
    (out / "bodies.csv").write_text("old")
    result = export(tmp_path, "--to", "csv", "-o", str(out))
    assert result.exit_code == 2
    assert sorted(each.name for each in out.iterdir()) == ["bodies.csv", "seats.csv"]
    assert (out / "bodies.csv").read_text() == "old"
