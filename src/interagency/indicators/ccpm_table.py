"""The answers of a CCPM survey, read from a table, every problem with its line."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

from interagency.document import InvalidDocument, Problem
from interagency.document.files import Text
from interagency.document.strict import text_in
from interagency.indicators.ccpm import Respondent, Response

COLUMNS: Final = ("sub-category", "by", "score")
# Decimal takes more: other digits, underscores between them, and any exponent.
_SCORE: Final = re.compile(r"[+-]?(?=\.?[0-9])[0-9]*(?:\.[0-9]*)?(?:[Ee][+-]?[0-9]{1,2})?")
_PLACES: Final = 6


def read_scores(path: Path) -> tuple[Response, ...]:
    """Return the answers in a CSV file with the columns sub-category, by and score.

    `by` is partner or coordinator, and an empty score is an unanswered question. Other columns
    are left alone. A score has at most six decimal places.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    return scores_in(text_in(path))


def scores_in(text: Text) -> tuple[Response, ...]:
    """Return the answers in the text of such a file.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    # csv ends the lines itself: str.splitlines would cut a cell at U+2028 and at a form feed
    read = list(_responses(io.StringIO(text.data.decode("utf-8"), newline="")))
    problems = [each.at(text.file) for each in read if isinstance(each, Problem)]
    if problems:
        raise InvalidDocument(problems)
    return tuple(each for each in read if isinstance(each, Response))


def _responses(lines: Iterable[str]) -> Iterator[Response | Problem]:
    rows = csv.DictReader(lines, strict=True, restval="")
    try:
        heads = list(rows.fieldnames or ())
        amiss = [name for name in COLUMNS if heads.count(name) != 1]
        for name in amiss:
            has = f"{heads.count(name)} columns" if name in heads else "no column"
            yield Problem(f"the table has {has} {name!r}", (), "", 1, 1)
        for row in rows if not amiss else ():
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
        return Response(name, Respondent(by), _number(score) if score else None)
    except ValueError:
        message = f"a score from 0 to 1 is expected here, or nothing, not {score!r}"
        return Problem(message, ("score",), "", line, 1)


def _number(written: str) -> Decimal:
    if _SCORE.fullmatch(written) is None:
        raise ValueError(f"{written!r} is not a number")
    number = Decimal(written)
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_PLACES:
        raise ValueError(f"{written!r} has more than {_PLACES} decimal places")
    return number
