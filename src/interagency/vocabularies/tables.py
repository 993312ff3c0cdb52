"""The shipped CSV tables: how a file of package data becomes terms."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from interagency.vocabularies.vocabulary import Term, Vocabulary

if TYPE_CHECKING:
    from interagency.model import Organization


_LANGUAGES = ("fr", "es", "pt", "ar")

Row = Mapping[str, str]


def rows(name: str) -> tuple[Row, ...]:
    """The rows of one shipped table, as written."""
    table = files("interagency.vocabularies").joinpath("data", f"{name}.csv")
    return tuple(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))


@cache
def index() -> Mapping[str, Row]:
    """The shipped lists: name to title and source, without reading the lists themselves."""
    return MappingProxyType({row["name"]: row for row in rows("index")})


@cache
def vocabulary(name: str) -> Vocabulary:
    """One shipped list; read once, since what is shipped does not change."""
    listed = index()[name]
    terms = tuple(_term(row, listed["source"]) for row in rows(name))
    return Vocabulary(
        name=name,
        title=listed["title"],
        terms=terms,
        source=citation(listed["source"]),
        qualifiers=parts(listed["qualifiers"]),
    )


def citation(keys: str) -> str:
    """Source keys written out as "title, url"."""
    return "; ".join(_sources()[key] for key in parts(keys))


def parts(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def pairs(cell: str) -> tuple[tuple[str, str], ...]:
    """The `scheme=code` values of a cell."""
    return tuple((scheme, code) for scheme, _, code in (p.partition("=") for p in parts(cell)))


def names(row: Row) -> tuple[tuple[str, str], ...]:
    """The names of a row in languages other than English."""
    return tuple((language, row[language]) for language in _LANGUAGES if row.get(language))


def is_verified(row: Row) -> bool:
    """Whether the fact was read in its source; silence is yes."""
    return row.get("verified") != "no"


def _term(row: Row, source_of_list: str) -> Term:
    return Term(
        code=row["code"],
        name=row["name"],
        names=names(row),
        broader=row.get("broader") or None,
        standing=row.get("standing") or None,
        aliases=parts(row.get("aliases", "")),
        equivalents=pairs(row.get("equivalents", "")),
        source=citation(row.get("source") or source_of_list),
        verified=is_verified(row),
        note=row.get("note", ""),
    )


@cache
def _sources() -> Mapping[str, str]:
    cited = {
        row["key"]: ", ".join(filter(None, (row["title"], row["url"]))) for row in rows("sources")
    }
    return MappingProxyType(cited)


_UNVERIFIED = "Shipped registry; general knowledge, not verified."


@cache
def organizations() -> Mapping[str, Organization]:
    """Id to organization; a document's own entry of the same id wins over these."""
    return MappingProxyType({row["id"]: _organization(row) for row in rows("organizations")})


def _organization(row: Row) -> Organization:
    # imported here so that code lists can be used without the model
    from interagency.model import Alias, Organization

    return Organization(
        id=row["id"],
        name=row["name"],
        names=names(row),
        acronym=row["acronym"] or None,
        kind=row["kind"],
        tags=parts(row["tags"]),
        country=row["country"] or None,
        identifiers=pairs(row["identifiers"]),
        aliases=tuple(Alias(name=name) for name in parts(row["aliases"])),
        note=_note(row),
    )


def _note(row: Row) -> str:
    # the source goes into the note: `sources` are ids of the document that uses the entry
    cited = f"Shipped registry; {citation(row['source'])}."
    return ". ".join(filter(None, (row["note"], cited if is_verified(row) else _UNVERIFIED)))
