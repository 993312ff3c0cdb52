"""Outputs that would replace, or become a part of, what the same run reads."""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from interagency.cli import guard
from tests.cli.runs import CLEAN, run

WAIVERS = "interagency_waivers: 1\nwaivers: []\n"
PLUGIN = """\
from interagency.plugins import hookimpl

@hookimpl
def interagency_rules():
    return []
"""
TABLE = "Platform,Sector,Organisation,Role\nNational,Health,UNHCR,Lead\n"
MAPPING = "mapping: 1\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with every kind of input, which is the current one."""
    files = {
        "d.yaml": CLEAN,
        "w.yaml": WAIVERS,
        "guarding.py": PLUGIN,
        "interagency.toml": 'ignore = ["personal-data"]\n',
        "pyproject.toml": "[project]\n",
        "parts/d.yaml": CLEAN,
        "tables/t.csv": TABLE,
        "scores.csv": "sub-category,by,score\nA,partner,1\n",
        "map.yaml": MAPPING,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    (tmp_path / "link.yaml").symlink_to("w.yaml")
    os.link(tmp_path / "guarding.py", tmp_path / "second-name.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize(
    "line",
    [
        # What attackers tried, and alike.
        "check d.yaml --waivers w.yaml -o w.yaml",
        "check d.yaml --waivers w.yaml -o ./parts/../w.yaml",
        "check d.yaml --waivers w.yaml -o link.yaml",
        "check d.yaml --waivers link.yaml -o w.yaml",
        "check d.yaml -o w.yaml --waivers w.yaml",
        "report d.yaml --waivers w.yaml -o w.yaml",
        "check d.yaml --write-waivers d.yaml",
        "check parts --write-waivers parts/d.yaml",
        "check parts --write-waivers parts/new.yaml",
        "--plugin guarding.py check d.yaml -o guarding.py",
        "--plugin guarding.py check d.yaml -o second-name.txt",
        "--plugin guarding.py check d.yaml --write-waivers guarding.py",
        "--plugin guarding.py export d.yaml --to yaml -o guarding.py",
        "check d.yaml -o interagency.toml",
        "check d.yaml -o pyproject.toml",
        "check d.yaml -o parts/interagency.toml",
        "export d.yaml --to yaml -o interagency.toml",
        "export parts --to yaml -o parts/new.yaml",
        "export parts --to yaml -o parts/new.YML",
        "export parts --to json -o parts/new.json",
        "questions parts -o parts/d.yaml",
        "diff d.yaml parts -o parts/d.yaml",
        "ccpm scores.csv -o scores.csv",
        "import table tables --accounting tables/acc.csv",
        "import table tables -o tables/new.csv",
        "import table tables/t.csv -o tables/t.csv",
        "import table tables/t.csv --write-mapping tables/t.csv",
        "import table tables/t.csv --accounting tables/t.csv",
        "import table tables/t.csv --mapping map.yaml -o map.yaml",
        "import table tables/t.csv --mapping map.yaml --accounting map.yaml",
        "import table tables/t.csv -o x.yaml --accounting x.yaml",
        "import table tables/t.csv --write-mapping x.yaml --accounting x.yaml",
        "import table tables/t.csv --write-mapping x.yaml -o ./x.yaml",
        "check d.yaml --write-waivers x.yaml -o x.yaml",
    ],
)
def test_no_output_replaces_or_joins_what_is_read(folder: Path, line: str) -> None:
    before = contents(folder)
    result = run(*line.split())
    assert (result.stdout, result.exit_code) == ("", 2)
    assert any(
        said in result.stderr
        for said in ("is what is read here", "is for settings", "two outputs would go to")
    )
    assert contents(folder) == before


@pytest.mark.parametrize(
    "line",
    [
        "export parts --to dot -o parts/picture.dot",
        "export parts --to csv -o parts",
        "check parts -o parts/report.txt --fail-on never",
        "check d.yaml --write-waivers w.yaml -o report.txt --fail-on never",
        "export parts --to yaml -o parts/.draft.yaml",
    ],
)
def test_what_the_next_run_does_not_read_may_stand_beside(folder: Path, line: str) -> None:
    for _ in range(2):  # the second time it replaces its own report
        assert run(*line.split()).exit_code == 0
    assert run("check", "parts", "--fail-on", "never").exit_code == 0


@pytest.mark.skipif(os.name != "posix", reason="files behind streams are those of Unix")
@pytest.mark.parametrize(
    ("words", "streams"),
    [
        (("check", "-", "-o", "d.yaml"), ("d.yaml", None, None)),
        (("export", "-", "--to", "yaml", "-o", "d.yaml"), ("d.yaml", None, None)),
        (("ccpm", "-", "-o", "scores.csv"), ("scores.csv", None, None)),
        (("check", "d.yaml"), (None, "d.yaml", None)),
        (("check", "-"), ("d.yaml", "d.yaml", None)),
        (("check", "d.yaml", "--waivers", "w.yaml"), (None, None, "w.yaml")),
    ],
)
def test_streams_are_outputs_and_inputs_too(
    folder: Path, words: tuple[str, ...], streams: tuple[str | None, str | None, str | None]
) -> None:
    before = contents(folder)
    with ExitStack() as stack:
        stdin, stdout, stderr = (
            stack.enter_context(open(name, mode)) if name else subprocess.DEVNULL
            for name, mode in zip(streams, ("rb", "ab", "ab"), strict=True)
        )
        done = subprocess.run(
            [sys.executable, "-m", "interagency", *words],
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            check=False,
        )
    assert done.returncode == 2
    after = contents(folder)
    if streams[2] is None:  # standard error that goes to an input says so there
        assert after == before
    assert after[str(folder / "d.yaml")] == before[str(folder / "d.yaml")]


def test_a_stream_behind_which_an_input_is_found_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = guard._identity
    monkeypatch.setattr(
        guard, "_identity", lambda path: real(Path("d.yaml")) if path == 1 else real(path)
    )
    result = run("check", "d.yaml")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "standard output goes to a file that is read here; choose another" in result.stderr
    assert run("check", "w.yaml").exit_code == 3
