"""What recognises the countries, sectors and organizations that HPC names."""

import re
from collections.abc import Mapping
from typing import Final, final

from attrs import frozen

from interagency.document.identities import Identities
from interagency.importers.tabular.mentions import Mention
from interagency.importers.tabular.organizations import Registry
from interagency.importers.tabular.places import Places
from interagency.vocabularies import Vocabularies

SCHEME: Final = "fts"
_AND = re.compile(r"\s*(?:,|&|\band\b)\s*")


@final
@frozen(kw_only=True)
class Names:
    """Made once for an import."""

    vocabularies: Vocabularies
    registry: Registry
    clusters: Mapping[str, str]
    registered: Mapping[str, str]
    places: Places

    @classmethod
    def of(cls, vocabularies: Vocabularies, identities: Identities | None = None) -> "Names":
        """Return what recognises the names that vocabularies know, and decisions settle."""
        terms = vocabularies["sectors"]
        known = vocabularies.organizations
        return cls(
            vocabularies=vocabularies,
            registry=Registry.of(known, identities),
            clusters={dict(each.equivalents).get("hpc", ""): each.code for each in terms},
            places=Places.of(vocabularies),
            registered={dict(each.identifiers).get(SCHEME, ""): id for id, each in known.items()},
        )

    def country(self, written: str) -> str | None:
        """Return the code of a country, by its code or any of its names."""
        found = self.vocabularies["countries"].spelled(written)
        return found.code if found else None

    def country_of_place(self, pcode: str) -> str | None:
        """Return the country that the code of a place begins with: AF01 lies in Afghanistan."""
        return self.places.country_of_code(pcode) if pcode[2:].isalnum() else None

    def sectors(self, written: str) -> tuple[str, ...]:
        """Return the sector that a plan names so, or those that it joins under one name."""
        terms = self.vocabularies["sectors"]
        whole = terms.spelled(written)
        if whole:
            return (whole.code,)
        parts = [terms.spelled(part) for part in _AND.split(written)]
        return tuple(each.code for each in parts if each) if all(parts) else ()

    def cluster(self, id: str) -> str | None:
        """Return the sector that is one of the global clusters of HPC, by its number there."""
        return self.clusters.get(id) if id else None

    def organization(self, fts: str, spellings: tuple[str, ...]) -> str | None:
        """Return who an organization is: by decision, by number in the registry, or by name."""
        mention = Mention(names=tuple((None, each) for each in spellings))
        decided = self.registry.identities.settled(mention.name_keys)
        if decided:
            return decided[0].is_
        numbered = self.registered.get(fts)
        if numbered and not self.registry.are_apart(mention, numbered):
            return numbered
        found = self.registry.match(mention)
        numbers = dict(self.registry.organizations[found].identifiers) if found else {}
        return None if SCHEME in numbers else found
