"""The answers of a CCPM survey, read from a table, every problem with its line."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from interagency.document import InvalidDocument, Problem
from interagency.document.files import read_file
from interagency.document.yaml_text import Unreadable
from interagency.indicators.ccpm import Respondent, Response

COLUMNS: Final = ("sub-category", "by", "score")


def read_scores(path: Path) -> tuple[Response, ...]:
    """Return the answers in a CSV file with the columns sub-category, by and score.

    `by` is partner or coordinator, and an empty score is an unanswered question. Other columns
    are left alone.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    try:
        text = read_file(path)
    except Unreadable as error:
        raise InvalidDocument([error.problem]) from None
    read = list(_responses(text.data.decode("utf-8").splitlines()))
    problems = [each.at(str(path)) for each in read if isinstance(each, Problem)]
    if problems:
        raise InvalidDocument(problems)
    return tuple(each for each in read if isinstance(each, Response))


def _responses(lines: Iterable[str]) -> Iterator[Response | Problem]:
    rows = csv.DictReader(lines, strict=True, restval="")
    try:
        missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
        for name in missing:
            yield Problem(f"the table has no column {name!r}", (), "", 1, 1)
        for row in rows if not missing else ():
            yield _response(row, rows.line_num)
    except csv.Error as error:
        yield Problem(f"is not a table of comma-separated values: {error}", (), "", 1, 1)


def _response(row: Mapping[str, str], line: int) -> Response | Problem:
    name, by, score = (row[column].strip() for column in COLUMNS)
    if not name:
        return Problem("a sub-category is expected here", ("sub-category",), "", line, 1)
    if by not in tuple(Respondent):
        message = f"partner or coordinator is expected here, not {by!r}"
        return Problem(message, ("by",), "", line, 1)
    try:
        return Response(name, Respondent(by), Decimal(score) if score else None)
    except (InvalidOperation, ValueError):
        message = f"a score from 0 to 1 is expected here, or nothing, not {score!r}"
        return Problem(message, ("score",), "", line, 1)
