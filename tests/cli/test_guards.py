"""What is read is not written over, and nothing read is nothing written."""

from pathlib import Path

import pytest

from tests.cli.runs import CLEAN, run

RING = """\
interagency: 1
forums:
  a: {name: A, reports_to: [b]}
  b: {name: B, reports_to: [c]}
  c: {name: C, reports_to: [a]}
"""


@pytest.mark.parametrize(
    "words",
    [
        ("check", "d.yaml", "-o", "d.yaml"),
        ("questions", "d.yaml", "-o", "d.yaml"),
        ("export", "d.yaml", "--to", "mermaid", "-o", "d.yaml"),
        ("export", "inside", "--to", "mermaid", "-o", "inside/d.yaml"),
    ],
)
def test_a_document_is_not_written_over_by_what_comes_of_it(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even where it is one file of a folder."""
    monkeypatch.chdir(tmp_path)
    Path("inside").mkdir()
    for path in (Path("d.yaml"), Path("inside/d.yaml")):
        path.write_text(CLEAN)
    result = run(*words)
    assert result.exit_code == 2
    assert "d.yaml is what is read here; choose another name" in result.stderr
    assert Path(words[-1]).read_text() == CLEAN


def test_tables_of_nothing_become_no_document(tmp_path: Path) -> None:
    """A good file under that name stays as it is."""
    (tmp_path / "empty.csv").write_text("rmrp,b\n1,2\n")
    (tmp_path / "out.yaml").write_text(CLEAN)
    result = run("import", "r4v", tmp_path / "empty.csv", "-o", tmp_path / "out.yaml")
    assert result.exit_code == 3
    assert "no row says who, where or in which sector; nothing was written" in result.stderr
    assert (tmp_path / "out.yaml").read_text() == CLEAN


def test_an_empty_path_is_not_the_current_folder() -> None:
    """As an unset variable in a script would make it."""
    result = run("check", "")
    assert result.exit_code == 2
    assert "an argument is empty" in result.stderr


def test_a_chain_that_comes_back_has_no_top(tmp_path: Path) -> None:
    (tmp_path / "ring.yaml").write_text(RING)
    result = run("why", tmp_path / "ring.yaml", "a")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1].strip() == "reports to A again: a ring, and no top"


@pytest.mark.parametrize(
    "words",
    [
        ("check", "d.yaml", "-o", "ring"),
        ("check", "d.yaml", "--write-waivers", "ring"),
        ("init", "ring"),
    ],
)
def test_nothing_is_written_to_links_that_lead_nowhere(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("d.yaml").write_text(CLEAN)
    Path("ring").symlink_to("back")
    Path("back").symlink_to("ring")
    result = run(*words)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr == "error: Too many levels of symbolic links: ring\n"
    assert Path("ring").is_symlink()


def test_a_name_without_end_is_not_told_without_end() -> None:
    result = run("explain", "x" * 10_000)
    assert result.exit_code == 2
    assert len(result.stderr) < 200
