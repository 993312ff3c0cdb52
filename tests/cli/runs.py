"""Ways to run the command line, and documents to run it on."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from interagency.cli import main

VACANT = """\
interagency: 1
title: Response
as_of: 2022-06-30
sectors:
  health:
    name: Health
    reports_to: [rcf]
    seats: {lead: vacant, co-lead: none}
forums:
  rcf: {name: RCF, seats: {co-chair: [unhcr, iom]}}
"""
CLEAN = VACANT.replace("lead: vacant", "lead: [who]")
BROKEN = "interagency: 1\nsektors: {}\ntitle: [1]\n"


def run(*words: str | Path, **more: Any) -> Result:
    """Run the command line in this process; what it does not catch itself is raised."""
    runner = CliRunner(catch_exceptions=False)
    return runner.invoke(main, [str(word) for word in words], prog_name="interagency", **more)


def run_outside(
    *words: str | Path,
    data: bytes = b"",
    env: dict[str, str] | None = None,
    cwd: Path | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "interagency", *map(str, words)],
        input=data,
        capture_output=True,
        env={**os.environ, **(env or {})},
        cwd=cwd,
        check=False,
    )
