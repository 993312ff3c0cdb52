"""Texts to files: all or none, and the old ones stay as they were."""

import os
from pathlib import Path

import pytest

from interagency.document.files import write_together, write_whole


@pytest.mark.parametrize("step", ["fsync", "write", "replace"])
def test_a_failed_write_leaves_the_old_file_whole_and_no_litter(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    match step:
        case "fsync":
            monkeypatch.setattr(os, "fsync", full)
        case "write":
            monkeypatch.setattr(Path, "open", full)
        case _:
            monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, "new")
    monkeypatch.undo()
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_an_interrupted_write_leaves_no_litter_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "new.yaml", b"new")
    assert not list(tmp_path.iterdir())


def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.touch(mode=0o600)
    path.chmod(0o640)
    write_whole(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link_and_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "a.yaml", tmp_path / "link.yaml"
    target.touch()
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert [each.name for each in target.parent.iterdir()] == ["a.yaml"]


def test_a_file_with_a_long_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'ü' * 110}.yaml"
    write_whole(path, "new")
    assert path.read_text() == "new"


@pytest.mark.parametrize("bad", ["folder", "nowhere/x", "a/x", "x" * 300, "ring"])
@pytest.mark.parametrize("first", [True, False])
def test_if_one_of_several_cannot_be_written_none_is(
    bad: str, first: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a").write_text("old")
    Path("folder").mkdir()
    Path("ring").symlink_to("ring")
    names = [bad, "a", "new"] if first else ["a", "new", bad]
    with pytest.raises(OSError, match=bad) as caught:
        write_together({Path(name): b"new" for name in names})
    assert caught.value.filename == bad
    assert Path("a").read_text() == "old"
    assert sorted(each.name for each in Path().iterdir()) == ["a", "folder", "ring"]


def test_if_what_must_come_first_fails_nothing_is_written(tmp_path: Path) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device", "<stdout>")

    with pytest.raises(OSError, match="No space left on device: '<stdout>'"):
        write_together({tmp_path / "a": b"", tmp_path / "b": b""}, full)
    assert not list(tmp_path.iterdir())


def test_long_names_that_begin_alike_do_not_meet(tmp_path: Path) -> None:
    contents = {tmp_path / f"{'x' * 80}.{name}": name.encode() for name in ("csv", "yaml")}
    write_together(contents)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == contents


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full device is needed")
def test_a_device_that_is_full_leaves_the_files_as_they_were(tmp_path: Path) -> None:
    """What goes to a device cannot be taken back, so it goes first."""
    with pytest.raises(OSError, match="No space left on device: '/dev/full'"):
        write_together({tmp_path / "a": b"new", Path("/dev/full"): b"new"})
    assert not list(tmp_path.iterdir())
