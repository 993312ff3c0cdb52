"""Runs the ``console`` blocks of a document, and writes the files that it shows.

A ``console`` block is commands, each with the output that it must have::

    $ interagency check romania.yaml
    romania.yaml: ...
    ...
    $ echo $?
    1

A line of ``...`` stands for any number of lines. A backslash at the end goes on with the command.
`interagency`, `cat`, `ls` and `echo $?` are run. A block that begins with a command of another
tool (see `SKIPPED`) is only shown; any other command is a mistake in the document.

A ``yaml``, ``json``, ``toml``, ``csv`` or ``text`` block becomes a file of the document's folder
if its first line is ``# file: NAME``, or if the line above it is the comment ``% file: NAME`` or
``<!-- file: NAME -->``, which a reader does not see.
"""

import difflib
import re
import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from sybil import Document, Example, Region
from sybil.parsers.markdown.lexers import FencedCodeBlockLexer

Run = Callable[[Sequence[str]], tuple[str, int]]
"""From the words after ``interagency`` to what it printed and its exit code."""

SKIPPED = frozenset({"cd", "git", "make", "pip", "pre-commit", "pytest", "python", "python3"})

FILE_LANGUAGES = "yaml|json|toml|csv|text"
FILE_ABOVE = re.compile(r"^[ \t]*(?:% file: (\S+)|<!-- file: (\S+) -->)[ \t]*\n\s*\Z", re.MULTILINE)
FILE_INSIDE = re.compile(r"# file: (\S+)$", re.MULTILINE)


def run_cli(words: Sequence[str]) -> tuple[str, int]:
    """Runs the command line in this process, so that coverage sees it."""
    from click.testing import CliRunner

    from interagency.cli import main

    plain = {"COLUMNS": "80", "NO_COLOR": "1", "FORCE_COLOR": None, "TERM": "dumb"}
    runner = CliRunner(env=plain, catch_exceptions=False)
    result = runner.invoke(main, list(words), prog_name="interagency")
    return result.output, result.exit_code


def check_block(block: str, run: Run = run_cli) -> str | None:
    """Answers what is wrong with a block, or None if it shows what happens."""
    if not block.startswith("$ "):
        return "a console block begins with a command: $ ..."
    status = 0
    for command, expected in commands(block):
        words = shlex.split(command)
        if words[0] in SKIPPED:
            return None
        try:
            printed, status = execute(words, status, run)
        except ValueError as mistake:
            return f"$ {command}\n{mistake}"
        if not agrees(expected, printed):
            return f"$ {command}\n" + difference(expected, printed)
    return None


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Yields each command with the text that stands below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = part.replace("\\\n", " ").partition("\n")
        yield command, expected


def execute(words: Sequence[str], status: int, run: Run) -> tuple[str, int]:
    match words:
        case ["interagency", *arguments] if not {"|", "<", ">", ">>", "&&", "2>"} & {*arguments}:
            return run(arguments)
        case ["echo", "$?"]:
            return f"{status}\n", 0
        case ["cat", name]:
            return Path(name).read_text(encoding="utf-8"), 0
        case ["ls", *folder]:
            return "".join(f"{path.name}\n" for path in sorted(Path(*folder).iterdir())), 0
    raise ValueError("cannot be run here: see tests/console_blocks.py for what can")


def agrees(expected: str, printed: str) -> bool:
    """White space at the ends of lines and of the text is free; ``...`` is any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in lines(expected)
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in lines(printed))) is not None


def difference(expected: str, printed: str) -> str:
    diff = difflib.unified_diff(lines(expected), lines(printed), "document", "printed", lineterm="")
    return "\n".join(diff)


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().splitlines()]


class ConsoleBlockParser:
    """Makes an example of each ``console`` block."""

    def __init__(self, run: Run = run_cli) -> None:
        self.run = run
        self.blocks = FencedCodeBlockLexer("console")

    def __call__(self, document: Document) -> Iterable[Region]:
        for region in self.blocks(document):
            region.parsed = region.lexemes["source"]
            region.evaluator = self.evaluate
            yield region

    def evaluate(self, example: Example) -> str | None:
        return check_block(example.parsed, self.run)


class FileBlockParser:
    """Makes a file of each block that has a name."""

    def __init__(self) -> None:
        self.blocks = FencedCodeBlockLexer(FILE_LANGUAGES)

    def __call__(self, document: Document) -> Iterable[Region]:
        for region in self.blocks(document):
            source = region.lexemes["source"]
            above = FILE_ABOVE.search(document.text, 0, region.start)
            if mark := above or FILE_INSIDE.match(source):
                name = next(filter(None, mark.groups()))
                region.parsed = (name, source)
                region.evaluator = self.evaluate
                yield region

    def evaluate(self, example: Example) -> None:
        name, source = example.parsed
        path = Path(name)
        if path.is_absolute() or ".." in path.parts:
            raise ValueError(f"{name}: a document writes only into its own folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
