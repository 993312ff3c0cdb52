"""Years and months as tables, sheets and files write them."""

import re
from datetime import date, timedelta
from typing import final

from attrs import frozen

from interagency.importers.tabular.text import slug
from interagency.vocabularies.vocabulary import folded

_YEAR = re.compile(r"(?<!\d)(20[12]\d)(?!\d)")
# "Indicators2324", "RMRP 23-24": the last two digits of two years in a row
_SHORT_YEARS = re.compile(r"(?<!\d)(2\d)[-_/ ]?(2\d)(?!\d)")
_YEAR_MONTH = re.compile(r"(20[12]\d)[-/.](\d{1,2})(?![\d])")
_MONTH_YEAR = re.compile(r"(?<!\d)(\d{1,2})[-/.](20[12]\d)(?!\d)")
# by the first letters of their names in English, Spanish and Portuguese
_SHORT_YEAR = re.compile(r"[^\W\d]{3,}\.?[-/' ](\d\d)")
# The number of a day, as spreadsheets keep it: those of 2018 to 2029.
_SERIAL = re.compile(r"4[3-7]\d{3}(\.\d+)?")
_DAY_ZERO = date(1899, 12, 30)
_MONTH_NAME = re.compile(
    r"(\d\d?[-_ .])?(jan|ene|feb|fev|mar|apr|abr|may|mai|jun|jul|aug|ago|sept?|set|oct|out|nov|"
    r"dec|dic|dez|january|enero|janeiro|february|febrero|fevereiro|march|marzo|marco|april|abril|mayo|maio|"
    r"june|junio|junho|july|julio|julho|august|agosto|september|septiembre|setembro|october|octubre|"
    r"outubro|november|noviembre|novembro|december|diciembre|dezembro)\.?([-_/' .]?(20)?\d\d)?"
)
_MONTHS = (
    ("jan", "ene"),
    ("feb", "fev"),
    ("mar",),
    ("apr", "abr"),
    ("may", "mai"),
    ("jun",),
    ("jul",),
    ("aug", "ago"),
    ("sep", "set"),
    ("oct", "out"),
    ("nov",),
    ("dec", "dic", "dez"),
)


@final
@frozen(order=True)
class Years:
    """The years of one plan, first and last."""

    first: int
    last: int

    @property
    def title(self) -> str:
        """Return the years as plans write them: 2022, 2023-2024."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


def year_in(text: str) -> int | None:
    """Return the first year that a text names, also one that stands in a name of a file."""
    match = _YEAR.search(text)
    if match:
        return int(match[1])
    for pair in _SHORT_YEARS.finditer(text):
        if int(pair[2]) == int(pair[1]) + 1:
            return 2000 + int(pair[1])
    return None


def month_in(text: str, year: int | None) -> str | None:
    """Return a month such as 2022-08, if the text names one and its year, or the year is given."""
    for pattern, year_group, month_group in ((_YEAR_MONTH, 1, 2), (_MONTH_YEAR, 2, 1)):
        match = pattern.search(text)
        if match:
            return _month(int(match[year_group]), int(match[month_group]))
    if _SERIAL.fullmatch(text):
        return (_DAY_ZERO + timedelta(days=float(text))).isoformat()[:7]
    named = _named_month(text)
    short = _SHORT_YEAR.fullmatch(text)
    written = year_in(text) or (2000 + int(short[1]) if short else year)
    return _month(written, named) if named and written else None


def is_month(text: str) -> bool:
    """Return whether a text is the name of a month, with or without a year, and nothing else."""
    return _MONTH_NAME.fullmatch(folded(text)) is not None or (
        _YEAR_MONTH.fullmatch(text) is not None
    )


def _named_month(text: str) -> int | None:
    words = slug(text).split("-")
    if len(words) == 1 and words[0].isdigit():
        return int(words[0])
    for number, beginnings in enumerate(_MONTHS, start=1):
        if any(word.startswith(beginnings) for word in words):
            return number
    return None


def _month(year: int, month: int) -> str | None:
    return f"{year}-{month:02}" if 1 <= month <= 12 else None
