"""Scores of Cluster Coordination Performance Monitoring: the median, and the band it falls in.

UNICEF's page on the CCPM gives the bands as over 0.75, 0.51 to 0.75, 0.26 to 0.50, and 0.25 or
less, which leaves 0.505 in none. Here each band is open below and closed above, so that 0.50 is
unsatisfactory and whatever is over it satisfactory.
"""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from statistics import median
from typing import Final, final

from attrs import field, frozen

from interagency.checking import Citation
from interagency.document import InvalidDocument, Problem
from interagency.document.files import Text
from interagency.document.strict_yaml import text_in

Score = Decimal | float

BANDS_SOURCE: Final = Citation(
    "UNICEF, Cluster Coordination Performance Monitoring",
    "https://unicefintercluster.net/cluster-coordination-performance-monitoring",
)


@final
class Band(StrEnum):
    """How a cluster does in one of its functions: green, yellow, orange or red."""

    STRONG = "strong"
    SATISFACTORY = "satisfactory"
    UNSATISFACTORY = "unsatisfactory"
    WEAK = "weak"


@final
class Respondent(StrEnum):
    """Who answered: a partner of the cluster, or its coordinator."""

    PARTNER = "partner"
    COORDINATOR = "coordinator"


def _checked(score: Score) -> Decimal:
    # By way of its text: 0.1 is meant as one tenth, not as the nearest binary fraction.
    exact = Decimal(str(score))
    if not exact.is_finite() or not 0 <= exact <= 1:
        raise ValueError(f"{score} is not a score between 0 and 1")
    return exact or Decimal()  # without the sign of -0


def _checked_if_given(score: Score | None) -> Decimal | None:
    return None if score is None else _checked(score)


@final
@frozen
class Response:
    """One line of a CCPM survey.

    Attributes:
        sub_category: What was asked about, for example 1.1 or a name.
        by: Who answered.
        score: The score from 0 to 1; None if the question was left unanswered.
    """

    sub_category: str
    by: Respondent
    score: Decimal | None = field(default=None, converter=_checked_if_given)


@final
@frozen(kw_only=True)
class SubCategory:
    """How a cluster does in one sub-category.

    Attributes:
        name: The sub-category.
        score: The median of all scores, of partners and coordinators together; None without any.
        band: The band in which it falls.
        partners: How many partners gave a score.
        coordinators: How many coordinators did.
        unanswered: How many left it unanswered; they are in no median.
    """

    name: str
    score: Decimal | None
    band: Band | None
    partners: int
    coordinators: int
    unanswered: int


# The score above which each band begins; what is not above any of them is weak.
_ABOVE = (
    (Decimal("0.75"), Band.STRONG),
    (Decimal("0.50"), Band.SATISFACTORY),
    (Decimal("0.25"), Band.UNSATISFACTORY),
)


def ccpm_score(
    partner_scores: Iterable[Score], coordinator_scores: Iterable[Score]
) -> Decimal | None:
    """Return the median of all scores of a sub-category, each from 0 to 1; None if nobody answered.

    Raises:
        ValueError: If a score is not between 0 and 1.
    """
    scores = [_checked(score) for score in (*partner_scores, *coordinator_scores)]
    return median(scores) if scores else None


def ccpm_band(median: Score) -> Band:
    """Return the band in which a median falls.

    Raises:
        ValueError: If it is not between 0 and 1.
    """
    score = _checked(median)
    return next((band for limit, band in _ABOVE if score > limit), Band.WEAK)


def ccpm_results(responses: Iterable[Response]) -> tuple[SubCategory, ...]:
    """Return the score and band of each sub-category, in the order in which they are met."""
    found: dict[str, list[Response]] = defaultdict(list)
    for response in responses:
        found[response.sub_category].append(response)
    return tuple(_sub_category(name, given) for name, given in found.items())


def _sub_category(name: str, given: list[Response]) -> SubCategory:
    scores: dict[Respondent, list[Decimal]] = {each: [] for each in Respondent}
    for response in given:
        if response.score is not None:
            scores[response.by].append(response.score)
    partners, coordinators = scores[Respondent.PARTNER], scores[Respondent.COORDINATOR]
    score = ccpm_score(partners, coordinators)
    return SubCategory(
        name=name,
        score=score,
        band=None if score is None else ccpm_band(score),
        partners=len(partners),
        coordinators=len(coordinators),
        unanswered=len(given) - len(partners) - len(coordinators),
    )


COLUMNS: Final = ("sub-category", "by", "score")
# Decimal takes more: other digits, underscores between them, and any exponent.
_SCORE = re.compile(r"[+-]?(?=\.?[0-9])[0-9]*(?:\.[0-9]*)?(?:[Ee][+-]?[0-9]{1,2})?")
_PLACES = 6


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
