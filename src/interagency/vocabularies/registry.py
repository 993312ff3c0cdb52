"""The shipped registry of well-known organizations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from interagency.vocabularies import tables

if TYPE_CHECKING:
    from interagency.model import Organization

_UNVERIFIED = "Shipped registry; general knowledge, not verified."


@cache
def organizations() -> Mapping[str, Organization]:
    """Id to organization; a document's own entry of the same id wins over these."""
    return MappingProxyType({row["id"]: _organization(row) for row in tables.rows("organizations")})


def _organization(row: tables.Row) -> Organization:
    # imported here so that code lists can be used without the model
    from interagency.model import Alias, Organization

    return Organization(
        id=row["id"],
        name=row["name"],
        names=tables.names(row),
        acronym=row["acronym"] or None,
        kind=row["kind"],
        tags=tables.parts(row["tags"]),
        country=row["country"] or None,
        identifiers=tables.pairs(row["identifiers"]),
        aliases=tuple(Alias(name=name) for name in tables.parts(row["aliases"])),
        note=_note(row),
    )


def _note(row: tables.Row) -> str:
    # the source goes into the note: `sources` are ids of the document that uses the entry
    cited = f"Shipped registry; {tables.citation(row['source'])}."
    return ". ".join(filter(None, (row["note"], cited if tables.is_verified(row) else _UNVERIFIED)))
