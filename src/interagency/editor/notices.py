"""Notices in the text: problems, findings, and questions with what to write."""

import re
from collections.abc import Iterator
from typing import Final, final

from attrs import frozen

from interagency.checking import Finding, Severity
from interagency.document.problems import Path, Place
from interagency.editor.open_text import OpenText
from interagency.model import Architecture
from interagency.snapshot import Question
from interagency.snapshot.labels import section_of

# Of a text with more, an editor shows the first, and people mend those first.
MOST: Final = 1_000
PROBLEM: Final = "problem"
QUESTION: Final = "question"
_WORD: Final = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'[^']*+'|[^\s,:\[\]{}#]++")


@final
@frozen
class Notice:
    """One thing to show in the text.

    Attributes:
        line: Its line, counted from 0.
        start: Where it begins in the line, in characters counted from 0.
        end: Where it ends.
        severity: error, warning, info, or hint for a question.
        code: The name of the rule, `problem` or `question`.
        message: What it says.
    """

    line: int
    start: int
    end: int
    severity: str
    code: str
    message: str


def notices(text: OpenText) -> list[Notice]:
    """Return what is to be shown in a text, in its order.

    Problems stand alone: what does not load cannot be checked.
    """
    found = [*(_checked(text) if text.report else _problems(text))][:MOST]
    return sorted(found, key=lambda each: (each.line, each.start))


def _problems(text: OpenText) -> Iterator[Notice]:
    for problem in text.read.problems:
        here = problem.file in (str(text.path), "")
        place = (problem.line or 1, problem.column or 1) if here else (1, 1)
        message = problem.message if here else str(problem)
        yield _notice(text, place, Severity.ERROR.value, PROBLEM, message)


def _checked(text: OpenText) -> Iterator[Notice]:
    report, architecture = text.report, text.read.architecture
    assert report is not None
    assert architecture is not None
    said: list[Finding | Question] = [*report.findings, *report.questions]
    places = _places(text, architecture, {each.subject for each in said})
    for each in said:
        file, place = places[each.subject]
        if file == str(text.path):
            yield _of(text, each, place)


def _of(text: OpenText, each: Finding | Question, place: Place | None) -> Notice:
    at = (1, 1) if place is None else (place[0], place[1])
    if isinstance(each, Finding):
        return _notice(text, at, each.severity.value, each.rule, each.message)
    return _notice(text, at, "hint", QUESTION, f"{each.text}\n{each.write}")


def _places(
    text: OpenText, architecture: Architecture, subjects: set[str]
) -> dict[str, tuple[str, Place | None]]:
    """Return the file and the place of each subject: of the whole document, where it begins."""
    document = text.read.document
    assert document is not None
    paths: dict[str, Path] = {}
    for subject in subjects:
        entity = architecture.entities.get(subject)
        paths[subject] = (section_of(entity), subject) if entity else ()
    found = document.places({*paths.values()})
    return {subject: found[path] for subject, path in paths.items()}


def _notice(
    text: OpenText, place: tuple[int, int], severity: str, code: str, message: str
) -> Notice:
    line = min(place[0], len(text.lines.starts)) - 1
    start, end = text.lines.starts[line], text.lines.ends[line]
    at = min(start + place[1] - 1, end)
    match = _WORD.match(text.text, at, end)
    stop = match.end() if match else min(at + 1, end)
    return Notice(line, at - start, stop - start, severity, code, message)
