"""A command that is killed while it writes leaves the old file or the new one."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from interagency.document import load
from tests.cli.test_merge import BASE, OURS, THEIRS

LOOP = """
import sys
from interagency.cli import main
print("begun", flush=True)
for number in range(10_000):
    words = [word.replace("NUMBER", "AB"[number % 2]) for word in sys.argv[1:]]
    main(words, standalone_mode=False)
"""
FILLER = "".join(f"  s{number}: {{name: Group {number}}}\n" for number in range(300))


def killed(folder: Path, seconds: float, *words: str) -> None:
    """Run a command again and again, and kill it while it runs."""
    command = [sys.executable, "-c", LOOP, *words]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        process.kill()


@pytest.mark.parametrize("number", range(int(os.environ.get("INTERAGENCY_KILLS", "4"))))
def test_set_leaves_the_old_file_or_the_new_one(tmp_path: Path, number: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(BASE.replace("Response", "A") + FILLER)
    allowed = {BASE.replace("Response", each) + FILLER for each in "AB"}
    killed(tmp_path, 0.3 + number * 0.037, "set", "a.yaml", "title", "NUMBER")
    assert path.read_text() in allowed
    load(path)


@pytest.mark.parametrize("number", range(int(os.environ.get("INTERAGENCY_KILLS", "4"))))
def test_merge_leaves_the_old_file_or_the_new_one(tmp_path: Path, number: int) -> None:
    for name, text in (("base", BASE), ("A", OURS), ("B", BASE), ("theirs", THEIRS)):
        (tmp_path / f"{name}.yaml").write_text(text + FILLER)
    merged = [each.replace("lead: [who]", "lead: [moh]") + FILLER for each in (OURS, BASE)]
    words = ("merge", "base.yaml", "NUMBER.yaml", "theirs.yaml", "-o", "out.yaml")
    (tmp_path / "out.yaml").write_text(merged[0])
    killed(tmp_path, 0.3 + number * 0.037, *words)
    assert (tmp_path / "out.yaml").read_text() in merged
