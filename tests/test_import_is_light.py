"""``import interagency`` and ``--version`` answer at once: they load no library."""

import subprocess
import sys
from importlib.metadata import version

import pytest

HEAVY = {"attr", "attrs", "cattr", "cattrs", "click", "networkx", "pluggy", "rich", "yaml"}

RUN = """
import runpy, sys
sys.argv = ["interagency", "--version"]
try:
    runpy.run_module("interagency", run_name="__main__", alter_sys=True)
except SystemExit as end:
    assert not end.code, end.code
"""


@pytest.mark.parametrize("code", ["import interagency", RUN], ids=["import", "--version"])
def test_nothing_heavy_is_loaded(code: str) -> None:
    loaded = "\nimport sys\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code + loaded], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert HEAVY & set(done.stderr.split()) == set()


def test_the_version_is_that_of_the_package() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "interagency", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert version("interagency") in done.stdout
