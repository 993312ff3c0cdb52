"""Texts to files: all or none, and the old ones stay as they were."""

import fcntl
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from interagency.document import replacement
from interagency.document.replacement import write_folder, write_together, write_whole


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
            monkeypatch.setattr(os, "write", full)
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


def test_no_name_beside_a_file_is_used_twice_by_threads(tmp_path: Path) -> None:
    """Neither for one path, nor for paths whose names begin alike."""
    alike = "country-response-of-a-very-long-name-that-goes-on-and-on-until-it-ends"

    def write(number: int) -> None:
        for _ in range(20):
            write_whole(tmp_path / "same", str(number) * 1_000)
            write_whole(tmp_path / f"{alike}-{number}", str(number))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))
    content = (tmp_path / "same").read_text()
    assert len({*content}) == 1
    assert len(content) == 1_000
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *(f"{alike}-{number}" for number in range(8)),
        "same",
    ]


def test_what_a_crash_left_is_removed_and_what_another_process_writes_is_not(
    tmp_path: Path,
) -> None:
    left = tmp_path / f".interagency-{'0' * 16}.part"
    folder = tmp_path / f".interagency-{'1' * 16}.part"
    written, alike = tmp_path / f".interagency-{'2' * 16}.part", tmp_path / ".interagency-x.part"
    folder.mkdir()
    for path in (left, folder / "x.csv", written, alike):
        path.write_text("part")
    with written.open() as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        write_whole(tmp_path / "a", "new")
    assert sorted(each.name for each in tmp_path.iterdir()) == [written.name, alike.name, "a"]


def test_a_new_file_that_was_taken_for_one_that_was_left_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = fcntl.flock
    removed: list[Path] = []

    def flock(descriptor: int, operation: int) -> None:
        if not removed:
            removed.append(next(tmp_path.iterdir()))
            removed[0].unlink()
        real(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", flock)
    write_whole(tmp_path / "a", "new")
    assert [each.read_text() for each in tmp_path.iterdir()] == ["new"]


def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(tmp_path: Path) -> None:
    (tmp_path / "touched").touch()
    write_whole(tmp_path / "written", "new")
    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_what_is_private_is_never_anybody_elses_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.touch(mode=0o600)
    modes = []
    monkeypatch.setattr(
        os, "fsync", lambda descriptor: modes.append(os.fstat(descriptor).st_mode & 0o777)
    )
    write_whole(path, "new")
    assert modes == [0o600]


@pytest.mark.parametrize("links", [True, False])
def test_if_the_last_of_a_set_finds_no_place_the_others_are_as_they_were(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("old")
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "z":
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "replace", replace)
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(PermissionError) as caught:
        write_together({tmp_path / name: b"new" for name in ("a", "new", "z")})
    assert caught.value.filename == str(tmp_path / "z")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "old"}


def test_a_system_without_such_locks_writes_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacement, "fcntl", None)
    monkeypatch.delattr(os, "fchown")
    left = tmp_path / f".interagency-{'0' * 16}.part"
    left.touch()
    write_whole(tmp_path / "a", "old")
    write_whole(tmp_path / "a", "new")
    write_folder(tmp_path / "f", {"x": b"new"})
    assert sorted(each.name for each in tmp_path.iterdir()) == [left.name, "a", "f"]
    assert (tmp_path / "a").read_text() == "new"


def test_a_new_folder_is_there_with_all_its_files_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, count = os.fsync, []

    def full(descriptor: int) -> None:
        count.append(descriptor)
        if len(count) == 2:
            raise OSError(28, "No space left on device")
        real(descriptor)

    folder = tmp_path / "tables"
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_folder(folder, {"a": b"new", "b": b"new"})
    assert caught.value.filename == str(folder)
    assert not list(tmp_path.iterdir())
    write_folder(folder, {"a": b"new", "b": b"new"})
    write_folder(folder, {"b": b"newer", "c": b"new"})
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert found == {"a": b"new", "b": b"newer", "c": b"new"}
    write_folder(tmp_path / "empty", {})
    assert sorted(each.name for each in tmp_path.iterdir()) == ["empty", "tables"]
    with pytest.raises(FileNotFoundError):
        write_folder(tmp_path / "nowhere" / "x", {"a": b""})


KILLED = """\
import sys
from pathlib import Path
from interagency.document.replacement import write_folder, write_together
folder = Path(sys.argv[1])
print("ready", flush=True)
for number in range(1_000_000):
    data = (str(number % 10) * 50_000).encode()
    write_together({folder / name: data for name in ("a", "b")})
    new = folder / f"new-{number}"
    write_folder(new, {"x": data, "y": data})
    if number > 3:
        old = folder / f"new-{number - 3}"
        for path in old.iterdir():
            path.unlink()
        old.rmdir()
"""


def test_a_kill_leaves_complete_files_and_the_next_run_no_litter(tmp_path: Path) -> None:
    """Eight times here; two hundred by hand."""
    for number in range(int(os.environ.get("INTERAGENCY_KILLS", "8"))):
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, tmp_path], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.02 + number % 10 * 0.007)
            process.kill()
        for path in tmp_path.glob("[abn]*"):
            if path.is_dir() and path.name != "new-0":
                shutil.rmtree(path)
                continue
            for file in (path,) if path.is_file() else path.iterdir():
                content = file.read_text()
                assert len(content) == 50_000
                assert len({*content}) == 1
        write_whole(tmp_path / "a", "0" * 50_000)
        shutil.rmtree(tmp_path / "new-0", ignore_errors=True)
        assert not list(tmp_path.glob(".*"))


def test_two_processes_write_one_file_without_loss_or_error(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from interagency.document.replacement import write_together\n"
        "for n in range(100):\n"
        "    data = (sys.argv[2] * 10_000).encode()\n"
        "    write_together({Path(sys.argv[1]) / name: data for name in 'ab'})\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script, tmp_path, digit]) for digit in ("1", "2")
    ]
    assert [process.wait() for process in running] == [0, 0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
    for path in tmp_path.iterdir():
        assert path.read_text() in ("1" * 10_000, "2" * 10_000)


@pytest.mark.parametrize("function", ["write_whole(Path(sys.argv[1]), data)", "folder(data)"])
def test_a_full_disk_leaves_the_old_file_and_no_litter(function: str, tmp_path: Path) -> None:
    """A limit on the size of files stops a write midway, as a full disk does."""
    path = tmp_path / "a"
    path.write_text("old")
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from interagency.document.replacement import write_whole, write_folder\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))\n"
        "data = b'x' * 5_000\n"
        "def folder(data): write_folder(Path(sys.argv[1]).with_name('f'), {'x': b'', 'y': data})\n"
        f"try: {function}\n"
        "except OSError as error: print(error.strerror)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, path], capture_output=True, text=True, check=True
    )
    assert done.stdout == "File too large\n"
    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {"a": "old"}


def test_what_went_to_a_device_is_not_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError, match="Permission denied"):
        write_together({Path(os.devnull): b"new", tmp_path / "a": b"new"})
    assert Path(os.devnull).exists()
    assert not list(tmp_path.iterdir())
