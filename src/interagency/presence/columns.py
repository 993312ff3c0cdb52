"""Which column of a frame holds what: by its name, or by a mapping."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, final

from attrs import frozen

from interagency.errors import InteragencyError

_LEAVE: Final = "leave"
_PLACES: Final = ("country", "area", "admin1", "admin2", "admin3", "admin4")
FIELDS: Final = ("organization", "sector", *_PLACES, "period")
# Words by which tables call their columns, the likeliest first: those of HAPI and of 3W, 4W, 5W.
_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "organization": (
        *("organization", "organisation", "org", "organizationname", "organisationname"),
        *("orgname", "orgacronym", "partner", "implementingpartner"),
    ),
    "sector": ("sector", "sectorcode", "sectorname", "cluster", "code"),
    "country": ("country", "iso3", "countrycode", "countryname", "locationcode"),
    "area": ("area", "path"),
    "admin1": ("admin1", "adm1", "admin1code", "admin1pcode", "admin1name", "adm1pcode"),
    "admin2": ("admin2", "adm2", "admin2code", "admin2pcode", "admin2name", "adm2pcode"),
    "admin3": ("admin3", "adm3", "admin3code", "admin3pcode", "admin3name", "adm3pcode"),
    "admin4": ("admin4", "adm4", "admin4code", "admin4pcode", "admin4name", "adm4pcode"),
    "period": ("period", "month", "reportingmonth", "referenceperiodstart", "date"),
}


@final
class UnfitColumns(InteragencyError, ValueError):
    """Columns of a frame of presence that are missing, or are mapped to what does not exist."""


@final
@frozen
class ColumnsOfPresence:
    """Names of the columns that are read.

    Attributes:
        organization: The column of organizations.
        sector: The column of sectors.
        places: The columns of places, the widest first; together they are a path.
        period: The column of periods, if there is one.
    """

    organization: str
    sector: str
    places: tuple[str, ...] = ()
    period: str | None = None


def columns_of(names: Sequence[str], mapping: Mapping[str, str] | None = None) -> ColumnsOfPresence:
    """Return which columns are read.

    Args:
        names: The columns of the frame.
        mapping: Fields by column: `{"Socio": "organization"}`; `leave` for one to leave out. What
            is not mapped is found by its name.

    Raises:
        UnfitColumns: If a column of the mapping is missing, a field does not exist or is given
            twice, or no column holds organizations or sectors.
    """
    mapped = mapping or {}
    _refuse_unfit(names, mapped)
    found = {meaning: column for column, meaning in mapped.items() if meaning != _LEAVE}
    free = [name for name in names if name not in mapped]
    for each in FIELDS:
        column = found.get(each) or _named(free, each)
        if column is not None:
            found[each] = column
    missing = [each for each in ("organization", "sector") if each not in found]
    if missing:
        raise UnfitColumns(_advice(names, missing[0]))
    places = tuple(found[place] for place in _PLACES if place in found)
    return ColumnsOfPresence(found["organization"], found["sector"], places, found.get("period"))


def _refuse_unfit(names: Iterable[str], mapped: Mapping[str, str]) -> None:
    columns, used = set(names), [each for each in mapped.values() if each != _LEAVE]
    for column, meaning in mapped.items():
        if column not in columns:
            raise UnfitColumns(f"column {column!r} of the mapping is missing")
        if meaning not in (*FIELDS, _LEAVE):
            known = ", ".join((*FIELDS, _LEAVE))
            raise UnfitColumns(f"column {column!r}: {meaning!r} is not a field; known are {known}")
        if used.count(meaning) > 1:
            raise UnfitColumns(f"two columns of the mapping are the {meaning}; keep one")


def _named(names: Sequence[str], meaning: str) -> str | None:
    keys = {re.sub(r"[\W_]+", "", name.lower()): name for name in reversed(names)}
    return next((keys[word] for word in _WORDS[meaning] if word in keys), None)


def _advice(names: Sequence[str], meaning: str) -> str:
    there = ", ".join(names) or "no columns"
    return (
        f"no column of the presence holds the {meaning}; it has {there}. "
        f"Say which: columns={{'COLUMN': '{meaning}'}}"
    )
