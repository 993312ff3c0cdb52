"""Organizations: agencies, NGOs, ministries, movements."""

from typing import Annotated, final

from attrs import frozen

from interagency.model.facts import Alias, Fact
from interagency.model.grammar import NONE, Code, Country, Id, OrganizationRef, Text, Texts


@final
@frozen(kw_only=True)
class Organization(Fact):
    """A UN agency, an NGO, a ministry or any other body with a name of its own.

    Attributes:
        id: Id in the file; the shipped registry's id for the well-known ones.
        name: Name in English, or as it is known.
        names: Names in other languages, by ISO 639-1 code.
        acronym: Short name.
        kind: What sort of organization, from the vocabulary organization-kinds.
        tags: What cuts across kinds: refugee-led, women-led, local, faith-based and the like;
            `none` if it is known to be nothing of the sort.
        country: ISO 3166-1 alpha-3 code of its home country.
        parent: The organization it belongs to.
        identifiers: Ids in other registries, by scheme.
        aliases: Other names.
    """

    id: Id
    name: Text | None = None
    names: Texts = ()
    acronym: Text | None = None
    kind: Annotated[str, Code("organization-kinds", ("unknown",))] | None = None
    tags: tuple[Annotated[str, Code("organization-tags", (NONE,))], ...] = ()
    country: Country | None = None
    parent: OrganizationRef | None = None
    identifiers: Texts = ()
    aliases: tuple[Alias, ...] = ()
