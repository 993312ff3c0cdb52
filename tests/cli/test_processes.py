"""What only a real process shows: streams, encodings, pipes, and what is loaded."""

import errno
import os
import runpy
import subprocess
import sys
from contextlib import suppress
from importlib.metadata import entry_points
from io import BytesIO, StringIO
from pathlib import Path

import click
import pytest

from interagency import __main__, __version__
from interagency.cli import inputs, main
from tests.cli.runs import VACANT, run, run_outside

ODD = "{interagency: 1, title: Réfugiés 保護, forums: {a: {name: Ô}}}"


def test_the_module_and_the_script_are_one() -> None:
    (script,) = entry_points(group="console_scripts", name="interagency")
    assert script.load() is __main__.main
    outside = run_outside("check", "vacant.yaml", "broken.yaml", "--select", "lead-vacant")
    inside = run("check", "vacant.yaml", "broken.yaml", "--select", "lead-vacant")
    assert outside.returncode == inside.exit_code == 3
    assert (outside.stdout, outside.stderr) == (inside.stdout_bytes, inside.stderr_bytes)


@pytest.mark.parametrize("words", [["--version"], ["--version", "--version"]])
def test_the_version_is_told_in_this_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["interagency", *words])
    monkeypatch.delitem(sys.modules, "interagency.__main__")
    with suppress(SystemExit):  # click ends the process, our own short cut does not
        runpy.run_module("interagency", run_name="__main__")
    assert capsys.readouterr().out == f"interagency {__version__}\n"


@pytest.mark.parametrize("command", ["check", "show", "questions"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_a_name_that_an_encoding_lacks_is_escaped(command: str, encoding: str) -> None:
    Path("odd.yaml").write_text(ODD, encoding="utf-8")
    done = run_outside(command, "odd.yaml", env={"PYTHONIOENCODING": encoding})
    assert (done.stderr, done.returncode) == (b"", 0)
    if encoding in ("latin-1", "cp1252"):
        assert "Réfugiés \\u4fdd\\u8b77".encode(encoding) in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_branches_that_an_encoding_lacks_are_drawn_in_ascii(encoding: str) -> None:
    tree = "{interagency: 1, forums: {a: {}, b: {within: a}, c: {within: b}, d: {}}}"
    Path("tree.yaml").write_text(tree, encoding="utf-8")
    done = run_outside("show", "tree.yaml", env={"PYTHONIOENCODING": encoding})
    drawn = [line for line in done.stdout.decode().splitlines() if "-- " in line]
    assert [line.partition("-- ")[0] for line in drawn] == ["|", "|   `", "|       `", "`"]


def test_only_what_cannot_be_encoded_is_written_otherwise() -> None:
    run("rules")
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("interagency_plain_ascii", "interagency-ascii")


def test_an_interrupt_has_its_own_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("interagency.cli.errors.configured", interrupted)
    result = run("rules")
    assert (result.stdout, result.stderr, result.exit_code) == ("", "interrupted\n", 130)


def test_the_locale_does_not_matter_to_documents() -> None:
    """A document is UTF-8, whatever the terminal."""
    Path("odd.yaml").write_text(ODD, encoding="utf-8")
    wanted = run_outside("export", "odd.yaml", "--to", "yaml").stdout
    assert "Réfugiés 保護".encode() in wanted
    for env in ({"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}):
        done = run_outside("export", "odd.yaml", "--to", "yaml", env=env)
        assert (done.stdout, done.stderr) == (wanted, b"")


def test_no_locale_is_no_trouble() -> None:
    Path("odd.yaml").write_text(ODD, encoding="utf-8")
    env = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = run_outside("show", "odd.yaml", env=env)
    assert (done.stderr, done.returncode) == (b"", 0)


@pytest.mark.skipif(os.name != "posix", reason="a shell is needed")
@pytest.mark.parametrize("command", ["show", "questions", "export --to yaml", "check -v"])
def test_a_reader_that_has_seen_enough_ends_it_quietly(command: str) -> None:
    bodies = "".join(f"  s{number}: {{name: {'x' * 100}}}\n" for number in range(3_000))
    Path("large.yaml").write_text(f"interagency: 1\nsectors:\n{bodies}")
    line = f'"{sys.executable}" -m interagency {command} large.yaml | head -n 1'
    done = subprocess.run(line, shell=True, capture_output=True, check=False)
    assert (done.stderr, done.returncode) == (b"", 0)
    assert done.stdout.count(b"\n") == 1


def test_a_pipe_that_is_closed_is_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed() -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr("interagency.cli.errors.configured", closed)
    result = run("rules")
    assert (result.output, result.exit_code) == ("", 1)


def test_output_need_not_be_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook, for one, puts something else in its place."""
    monkeypatch.setattr(sys, "stdout", out := StringIO())
    main(["rules"], standalone_mode=False)
    assert "lead-vacant" in out.getvalue()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full device is needed")
def test_output_that_cannot_be_written_is_told() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "interagency", "check", "clean.yaml"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.stderr == b"error: No space left on device\n"
    assert done.returncode == 2


def test_a_file_that_cannot_be_written_is_told() -> None:
    Path("file").write_text("")
    done = run_outside("export", "clean.yaml", "--to", "yaml", "-o", "file/x.yaml")
    assert done.stderr.startswith(b"error: ")
    assert done.stderr.endswith(b": file/x.yaml\n")
    assert (done.stdout, done.returncode) == (b"", 2)


def test_standard_input_may_be_a_pipe() -> None:
    done = run_outside("check", "-", "--select", "lead-vacant", "-q", data=VACANT.encode())
    assert done.stdout == b"<stdin>:5:3: error lead-vacant: Health has a vacant lead\n"
    assert (done.stderr, done.returncode) == (b"", 1)


def test_standard_input_that_is_closed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(click.UsageError, match="standard input is closed"):
        inputs.opened("-")


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"\xff\xfe", b"[1", b"{", b"- 1", b"&a [*a]", b"!!python/object:x {}"]
)
def test_no_input_gives_a_traceback(data: bytes) -> None:
    result = run("check", "-", input=BytesIO(data))
    assert (result.stdout, result.exit_code) == ("", 3)
    assert result.stderr.startswith("<stdin>")


HEAVY = {"hypothesis", "jsonschema", "networkx", "rich", "pytest"}


@pytest.mark.parametrize("words", [["check", "vacant.yaml", "-qq"], ["show", "vacant.yaml"]])
def test_a_small_document_needs_no_large_library(words: list[str]) -> None:
    code = f"""
import sys
sys.argv = ["interagency", *{words!r}]
from interagency.__main__ import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert "click" in loaded
    assert loaded & HEAVY == set()
