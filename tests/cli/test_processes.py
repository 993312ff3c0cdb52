"""What only a real process shows: streams, encodings, pipes, and what is loaded."""

import os
import runpy
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from importlib.metadata import entry_points
from io import BytesIO, StringIO
from pathlib import Path
from types import ModuleType

import click
import pytest

from interagency import __main__, __version__
from interagency.cli import inputs, main
from interagency.cli.channel import pour
from interagency.cli.commands import Commands
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


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line in which `interagency` is this one; the exit code is that of the command."""
    function = f'interagency() {{ "{sys.executable}" -m interagency "$@"; }}'
    script = f"{function}\n{line}"
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="a shell is needed")


@needs_bash
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("interagency check vacant.yaml --select lead-vacant | true", 1),
        ("interagency check vacant.yaml --fail-on never | true", 0),
        ("interagency --help | true", 0),
        ("interagency check --help | true", 0),
        ("interagency --version | true", 0),
        ("interagency check broken.yaml 2>&1 >/dev/null | true", 3),
        ("interagency check broken.yaml 2>/dev/full", 3),
        ("interagency check nowhere.yaml 2>/dev/full", 3),
        ("interagency rules --x 2>/dev/full", 2),
        ("interagency --version >/dev/full 2>/dev/full", 2),
        ("interagency export vacant.yaml --to yaml 2>/dev/full", 0),
    ],
)
def test_a_stream_that_fails_does_not_change_what_was_found(line: str, code: int) -> None:
    done = shell(f"{line}; exit ${{PIPESTATUS[0]}}")
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@needs_bash
@pytest.mark.parametrize(
    "line", ["export vacant.yaml --to yaml", "check vacant.yaml --fail-on never", "rules", "who x"]
)
def test_a_result_that_nobody_can_get_is_not_success(line: str) -> None:
    (Path("x")).write_text(VACANT)
    done = shell(f"interagency {line} >&-")
    assert done.returncode == 2
    assert done.stderr.endswith("error: standard output is closed; name a file with -o\n")


@needs_bash
@pytest.mark.parametrize("words", ["--version", "--help", "check --help", "rules", "show x"])
def test_a_full_disk_behind_standard_output_is_told(words: str) -> None:
    Path("x").write_text(VACANT)
    done = shell(f"interagency {words} >/dev/full")
    assert (done.stderr, done.returncode) == ("error: No space left on device\n", 2)


@pytest.mark.skipif(os.name != "posix", reason="signals are needed")
@pytest.mark.parametrize("moment", [0.05, 0.15, 0.4, 0.8])
def test_an_interrupt_is_not_a_finding(moment: float) -> None:
    """Wherever it comes: while Python starts, it is Python that ends with the signal."""
    reading, writing = os.pipe()  # standard input from which nothing comes
    with subprocess.Popen(
        [sys.executable, "-m", "interagency", "check", "-"], stdin=reading, stderr=subprocess.PIPE
    ) as process:
        time.sleep(moment)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    os.close(reading)
    os.close(writing)
    if b"<frozen" not in told:  # the interpreter itself was still starting
        assert process.returncode == 130
        assert b"Traceback" not in told


@pytest.mark.parametrize(
    ("raised", "code"),
    [(KeyboardInterrupt(), 130), (SystemExit(0), 4), (BrokenPipeError(32, "", "p"), 2)],
)
def test_no_end_of_a_command_looks_like_all_clear(
    raised: BaseException, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ends() -> None:
        raise raised

    monkeypatch.setattr("interagency.cli.config.configured", ends)
    assert run("rules").exit_code == code


def test_an_interrupt_while_libraries_are_imported_is_none_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(_: click.Context) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Commands, "invoke", lambda _, context: interrupted(context))
    result = run("rules")
    assert (result.stderr, result.exit_code) == ("\ninterrupted; nothing more was written\n", 130)


def test_a_fault_of_the_program_is_not_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("interagency.cli.config.configured", broken)
    monkeypatch.setattr(sys, "argv", ["interagency", "rules"])
    with pytest.raises(SystemExit) as caught:
        __main__.main()
    assert caught.value.code == 4
    assert capsys.readouterr().err.endswith("please report it with the lines above.\n")


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


def test_no_command_prints_around_the_channel() -> None:
    """What is printed is escaped in one place, which also knows what to do if a stream fails."""
    rooms = Path(inputs.__file__).parent.glob("*.py")
    around = [
        path.name
        for path in rooms
        if path.name != "channel.py"
        and ("click.echo" in path.read_text() or "secho" in path.read_text())
    ]
    assert around == []


class Broken(StringIO):
    """A stream that cannot be written to."""

    def __init__(self, error: OSError, descriptor: int) -> None:
        super().__init__()
        self.error = error
        self.descriptor = descriptor

    def flush(self) -> None:
        raise self.error

    def fileno(self) -> int:
        return self.descriptor


@pytest.mark.parametrize(
    ("error", "code"), [(BrokenPipeError(32, "Broken pipe"), None), (OSError(28, "No space"), 2)]
)
@pytest.mark.parametrize("words", [["--version"], ["--help"], ["rules", "--help"], ["rules"]])
def test_a_stream_that_fails_ends_the_program_in_order(
    error: OSError, code: int | None, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    descriptor = os.open(os.devnull, os.O_WRONLY)
    monkeypatch.setattr(sys, "argv", ["interagency", *words])
    monkeypatch.setattr(sys, "stdout", Broken(error, descriptor))
    monkeypatch.setattr(sys, "stderr", None if code is None else Broken(error, descriptor))
    ended: object = None
    try:
        __main__.main()
    except SystemExit as end:
        ended = end.code or None
    assert ended == code
    os.close(descriptor)


def test_a_result_for_a_closed_stream_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OSError, match="standard output is closed; name a file with -o"):
        pour("x")


def test_an_interrupt_before_the_command_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["interagency", "rules"])
    monkeypatch.setattr("interagency.cli.main", interrupt)
    with pytest.raises(SystemExit) as caught:
        __main__.main()
    assert caught.value.code == 130


def test_a_mistake_in_usage_is_left_to_who_runs_it_in_a_program() -> None:
    with pytest.raises(click.UsageError):
        main(["nothing"], standalone_mode=False)


def test_a_plugin_without_a_place_has_none_to_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("made_in_memory")
    monkeypatch.setitem(sys.modules, "made_in_memory", module)
    result = run("--plugin", "made_in_memory", "rules")
    assert "plugin 'made_in_memory' has no hook" in result.stderr


def test_an_interrupt_while_a_library_is_imported_is_one_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(type(main), "invoke", interrupt)
    assert run("rules").exit_code == 130
    with pytest.raises(click.Abort):
        main(["rules"], standalone_mode=False)
