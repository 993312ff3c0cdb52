"""The documentation's examples are checked: a wrong one must fail, and a right one pass."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sybil.document import Document
from sybil.example import SybilFailure

from tests.console_blocks import ConsoleBlockParser, FileBlockParser, check_block


def echo(words: Sequence[str]) -> tuple[str, int]:
    """Stands in for the command line: a line for each word; fails if the last is ``bad``."""
    return "".join(f"{word}\n" for word in words), int(words[-1] == "bad")


def evaluate(text: str) -> None:
    document = Document(text, "page.md")
    document.regions = []
    for parser in (FileBlockParser(), ConsoleBlockParser(echo)):
        for region in parser(document):
            document.add(region)
    for example in document.examples():
        example.evaluate()


@pytest.mark.parametrize(
    "block",
    [
        "$ interagency check a.yaml\ncheck\na.yaml\n",
        "$ interagency check a.yaml\ncheck  \na.yaml\n\n",
        "$ interagency one two three\n...\nthree\n",
        "$ interagency one two three\none\n...\nthree\n",
        "$ interagency one two three\none\n...\n",
        "$ interagency one\none\n...\n",
        "$ interagency check \\\n    a.yaml\ncheck\na.yaml\n",
        "$ interagency 'two words'\ntwo words\n$ interagency one\none\n",
        "$ interagency bad\nbad\n$ echo $?\n1\n$ echo $?\n0\n",
        "$ interagency good\n...\n$ echo $?\n0\n",
        "$ make demo\nanything\n$ interagency one\ntwo\n",
    ],
)
def test_a_block_that_shows_what_happens_passes(block: str) -> None:
    assert check_block(block, echo) is None


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("$ interagency one\ntwo\n", "-two\n+one"),
        ("$ interagency one\n", "+one"),
        ("$ interagency one\none\ntwo\n", "-two"),
        ("$ interagency one two\n...\none\n", "+two"),
        ("$ interagency one.\none!\n", "-one!"),
        ("$ interagency one\none\n$ interagency two\nthree\n", "$ interagency two"),
        ("$ interagency bad\nbad\n$ echo $?\n0\n", "-0\n+1"),
        ("$ interagncy one\none\n", "cannot be run here"),
        ("$ interagency one > file\n", "cannot be run here"),
        ("interagency one\none\n", "begins with a command"),
    ],
)
def test_a_block_that_shows_anything_else_fails(block: str, said: str) -> None:
    assert said in (check_block(block, echo) or "")


def test_a_named_block_is_a_file_for_the_blocks_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    evaluate(
        "```yaml\n# file: a.yaml\ntitle: A\n```\n\n"
        "% file: parts/b.yaml\n\n```yaml\ntitle: B\n```\n\n"
        "<!-- file: c.json -->\n```json\n{}\n```\n\n"
        "```yaml\ntitle: nameless\n```\n\n"
        "```console\n$ cat a.yaml\n# file: a.yaml\ntitle: A\n$ cat parts/b.yaml\ntitle: B\n"
        "$ ls\na.yaml\nc.json\nparts\n$ ls parts\nb.yaml\n```\n"
    )
    assert (tmp_path / "c.json").read_text() == "{}\n"


def test_a_wrong_block_in_a_document_is_a_failure_with_its_line() -> None:
    with pytest.raises(SybilFailure, match=r"page.md, line 3(?s:.)*-two\n\+one"):
        evaluate("Text.\n\n```console\n$ interagency one\ntwo\n```\n")


def test_a_document_cannot_write_outside_its_folder() -> None:
    with pytest.raises(ValueError, match="only into its own folder"):
        evaluate("```yaml\n# file: ../a.yaml\ntitle: A\n```\n")
