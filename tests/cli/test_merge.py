"""`interagency merge`: three versions to one, for people and as git's merge driver."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.runs import run

BASE = """\
interagency: 2
title: Response  # of 2025
as_of: 2025
default_sources: [minutes]
sources: {minutes: {title: Minutes}, mail: {title: Mail}}
organizations: {moh: {name: Ministry of Health, kind: ministry, country: ROU}}
sectors:
  # the one with a plan
  health: {name: Health, reports_to: none, seats: {lead: [who], co-lead: none}}
  wash: {name: WASH, reports_to: none, seats: {lead: [unicef], co-lead: none}}
"""
OURS = BASE.replace("name: WASH", "name: Water")
THEIRS = BASE.replace(
    "reports_to: none, seats: {lead: [who]", "reports_to: none, seats: {lead: [moh]"
)


@pytest.fixture(autouse=True)
def versions(folder: Path) -> Path:
    for name, text in (("base", BASE), ("ours", OURS), ("theirs", THEIRS)):
        (folder / f"{name}.yaml").write_text(text)
    return folder


def test_changes_of_both_sides_are_merged_into_our_text(versions: Path) -> None:
    wanted = OURS.replace("lead: [who]", "lead: [moh]")
    result = run("merge", "base.yaml", "ours.yaml", "theirs.yaml")
    assert (result.exit_code, result.stdout) == (0, wanted)
    result = run("merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "ours.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (versions / "ours.yaml").read_text() == wanted


def test_a_conflict_names_both_sources_and_both_certainties(versions: Path) -> None:
    mail = "{name: Health Group, certainty: inferred, sources: [mail], reports"
    (versions / "ours.yaml").write_text(BASE.replace("name: Health,", "name: Health Cluster,"))
    (versions / "theirs.yaml").write_text(BASE.replace("{name: Health, reports", mail))
    result = run("merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "ours.yaml")
    assert (result.exit_code, result.stdout) == (
        1,
        """\
1 conflict: nothing was merged. Decide each in one of the files, and merge again.

sectors.health.name (Health Cluster)
    before: Health
    ours:   Health Cluster  [stated; Minutes]
    theirs: Health Group  [inferred; Mail]
""",
    )
    assert "Health Cluster" in (versions / "ours.yaml").read_text()


def test_an_entry_that_one_side_took_out_and_the_other_changed_is_a_conflict(
    versions: Path,
) -> None:
    lines = BASE.splitlines(keepends=True)
    (versions / "ours.yaml").write_text("".join(lines[:-1]))
    (versions / "theirs.yaml").write_text(BASE.replace("WASH", "Water"))
    result = run("merge", "base.yaml", "ours.yaml", "theirs.yaml")
    assert "sectors.wash (Water)\n    before: {name: WASH" in result.stdout
    assert "    ours:   nothing  [stated; Minutes]\n" in result.stdout


def accountable(who: str) -> str:
    return BASE.replace("lead: [who]", f"lead: [{who}]")


def test_what_the_merge_itself_breaks_is_said_before_anything_is_written(versions: Path) -> None:
    both = "{{holder: {}, accountable: true}}"
    (versions / "base.yaml").write_text(BASE.replace("lead: [who]", "lead: unknown"))
    (versions / "ours.yaml").write_text(accountable(both.format("who")))
    (versions / "theirs.yaml").write_text(accountable(both.format("unicef")))
    words = ("merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "out.yaml")
    result = run(*words, "--fail-on", "info")
    assert result.exit_code == 1
    assert "merges, but now: " in result.stderr
    assert "UNICEF and WHO answer for Health, and one should" in result.stderr
    assert result.stderr.endswith("nothing was written\n")
    assert not (versions / "out.yaml").exists()
    result = run(*words)
    assert result.exit_code == 0
    assert "merges, but now: " in result.stderr
    assert (versions / "out.yaml").exists()


def test_sides_that_do_not_fit_together_are_refused(versions: Path) -> None:
    gone = "organizations: {moh: {name: Ministry of Health, kind: ministry, country: ROU}}\n"
    (versions / "ours.yaml").write_text(BASE.replace(gone, ""))
    result = run("merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "ours.yaml")
    assert result.exit_code == 3
    assert "the two sides do not fit together; nothing was merged:" in result.stderr
    assert "nothing has the id 'moh'" in result.stderr


def test_one_file_of_a_folder_is_merged_without_a_look_at_the_others(versions: Path) -> None:
    part = "interagency: 2\nsectors:\n  food: {name: Food, within: rcf}\n"
    (versions / "base.yaml").write_text("")
    (versions / "ours.yaml").write_text(part)
    (versions / "theirs.yaml").write_text(part.replace("food: {name: Food", "cash: {name: Cash"))
    result = run("merge", "base.yaml", "ours.yaml", "theirs.yaml")
    assert result.exit_code == 0
    assert result.stdout == part + "  cash: {name: Cash, within: rcf}\n"
    assert "check the folder once it is merged" in result.stderr
    (versions / "ours.yaml").write_text("")
    result = run("merge", "base.yaml", "ours.yaml", "theirs.yaml")
    assert (result.exit_code, "ours.yaml is empty" in result.stderr) == (2, True)


def test_a_side_that_cannot_be_read_is_told(versions: Path) -> None:
    (versions / "theirs.yaml").write_bytes(b"\xff")
    result = run("merge", "base.yaml", "ours.yaml", "theirs.yaml")
    assert result.exit_code == 3
    assert "theirs.yaml:1:1: is not UTF-8" in result.stderr


def test_folders_are_merged_in_place(versions: Path) -> None:
    for name, text in (("b", BASE), ("o", OURS), ("t", THEIRS)):
        (versions / name).mkdir()
        (versions / name / "a.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode())
        (versions / name / "b.yaml").write_text("interagency: 2\n")
    result = run("merge", "b", "o", "t")
    assert (result.exit_code, "-o takes OURS itself" in result.stderr) == (2, True)
    assert run("merge", "b", "o", "t", "-o", "t").exit_code == 2
    assert run("merge", "b", "o", "t", "-o", "o").exit_code == 0
    wanted = OURS.replace("lead: [who]", "lead: [moh]")
    assert (versions / "o" / "a.yaml").read_text() == "\ufeff" + wanted


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    return subprocess.run(
        ["git", *who, *words], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    command = f"{sys.executable} -m interagency merge %O %A %B -o %A --as %P"
    git(folder, "config", "merge.interagency.driver", command)
    (folder / ".gitattributes").write_text("*.yaml merge=interagency\n*.json merge=interagency\n")
    return folder


def commit(folder: Path, branch: str, name: str, text: str) -> None:
    git(folder, "checkout", "-q", "-B", branch)
    (folder / name).write_text(text)
    git(folder, "add", ".")
    git(folder, "commit", "-qm", branch)


def test_git_merges_two_colleagues_who_add_beside_each_other(repository: Path) -> None:
    commit(repository, "main", "a.yaml", BASE)
    commit(repository, "one", "a.yaml", BASE + "  food: {name: Food}\n")
    git(repository, "checkout", "-q", "main")
    commit(repository, "other", "a.yaml", BASE + "  cash: {name: Cash}\n")
    assert git(repository, "merge", "one").returncode == 0
    merged = BASE + "  food: {name: Food}\n  cash: {name: Cash}\n"
    lines = (repository / "a.yaml").read_text()
    assert sorted(lines.splitlines()) == sorted(merged.splitlines())


def test_git_leaves_a_conflict_to_people(repository: Path) -> None:
    commit(repository, "main", "a.json", '{"interagency": 2, "title": "A"}')
    commit(repository, "one", "a.json", '{"interagency": 2, "title": "B"}')
    git(repository, "checkout", "-q", "main")
    commit(repository, "other", "a.json", '{"interagency": 2, "title": "C"}')
    result = git(repository, "merge", "one")
    assert result.returncode == 1
    assert "title\n    before: A\n    ours:   C" in result.stdout + result.stderr
    assert (repository / "a.json").read_text() == '{"interagency": 2, "title": "C"}'
