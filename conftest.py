"""Makes tests of the examples in README.md and docs; see tests/console_blocks.py for the form."""

import doctest
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sybil import Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser

from tests.console_blocks import ConsoleBlockParser, FileBlockParser

ROOT = Path(__file__).parent
# There `check` writes annotations; tests see what a person sees.
os.environ.pop("GITHUB_ACTIONS", None)


def enter_workspace(namespace: dict[str, Any]) -> None:
    """Gives the examples of a document an empty folder of their own to work in."""
    namespace["_workspace"] = folder = TemporaryDirectory(prefix="interagency-docs-")
    os.chdir(folder.name)


def leave_workspace(namespace: dict[str, Any]) -> None:
    """Goes back to where the tests run, and removes the folder."""
    os.chdir(ROOT)
    namespace.pop("_workspace").cleanup()


pycon = PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)
pycon.codeblock_parser = CodeBlockParser("pycon", PythonEvaluator())

pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS),
        pycon,
        ConsoleBlockParser(),
        FileBlockParser(),
        SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
    setup=enter_workspace,
    teardown=leave_workspace,
).pytest()
