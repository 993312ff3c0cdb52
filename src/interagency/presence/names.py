"""Names of organizations, sectors and areas as rows write them, and the ids that they mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, final

from attrs import field, frozen

from interagency.model import UNKNOWN, Organization
from interagency.model.grammar import AREA_FORM
from interagency.presence.structure import Structure
from interagency.vocabularies.vocabulary import folded

# Texts in which tables write that they say nothing.
_BLANK: Final = frozenset({"", "na", "n a", "nan", "none", "null", "nil", "unknown", "tbd"})
# pandas makes floats of whole numbers in a column with gaps.
_WHOLE: Final = re.compile(r"^(\d+)\.0$")


def is_blank(text: str) -> bool:
    """Return whether a text names nothing."""
    return folded(text) in _BLANK


def tidy(text: str) -> str:
    """Return a text with single spaces, none at its ends, and whole numbers without `.0`."""
    return _WHOLE.sub(r"\1", " ".join(text.split()))


@final
@frozen
class Names:
    """The table of aliases: of the document first, then of the shipped registry.

    A name that two organizations share means neither: it comes out as unknown, for review.

    Attributes:
        structure: The structure whose organizations are meant.
        decided: Decisions on names, by field: `{"organization": {"ACNUR Col": "unhcr"}}`.
        country: The country of rows that name none, as an ISO 3166-1 alpha-3 code.
    """

    structure: Structure
    decided: Mapping[str, Mapping[str, str]] = field(factory=dict)
    country: str | None = None

    def organization(self, text: str) -> str | None:
        """Return the id of the organization that a text names; None if that is unknown."""
        wanted = self._decided("organization", text)
        own = self.structure.snapshot.now.entities.get(wanted)
        found = wanted if isinstance(own, Organization) else self._find(folded(wanted))
        return self.structure.snapshot.identity(found) if found else None

    def _find(self, key: str) -> str | None:
        return self._own[key] if key in self._own else self._registry.get(key)

    @cached_property
    def _own(self) -> Mapping[str, str | None]:
        return _by_name(self.structure.snapshot.now.organizations)

    @cached_property
    def _registry(self) -> Mapping[str, str | None]:
        known = self.structure.snapshot.vocabularies.organizations
        return _by_name(known.values())

    def sectors(self, text: str) -> tuple[str, ...]:
        """Return the codes of the sectors that a text names; none if that is unknown."""
        wanted = self._decided("sector", text)
        if wanted in self._codes:
            return (wanted,)
        terms = self.structure.snapshot.vocabularies["sectors"].all_spelled(wanted)
        return tuple(term.code for term in terms)

    @cached_property
    def _codes(self) -> frozenset[str]:
        """Codes that the document uses, also those of no vocabulary."""
        now = self.structure.snapshot.now
        lists = (*(body.covers for body in now.bodies), *(each.covers for each in now.appeals))
        return frozenset(code for covers in lists for code in covers) - {UNKNOWN}

    def area(self, parts: Iterable[str]) -> str | None:
        """Return the path of an area; None if that is unknown.

        Args:
            parts: The widest first, each a name or a path.
        """
        wanted = self._decided("area", "/".join(_filled(parts)))
        first, _, rest = wanted.partition("/")
        country = self._country(first)
        if country and rest.split("/")[0] == country:  # a path beside the column of countries
            rest = rest.partition("/")[2]
        path = "/".join(filter(None, (country or self.country, rest if country else wanted)))
        return path if AREA_FORM.allows(path) else None

    def _country(self, text: str) -> str | None:
        countries = self.structure.snapshot.vocabularies["countries"]
        found = countries.get(text.upper()) or countries.spelled(text)
        return found.code if found else None

    def _decided(self, name: str, text: str) -> str:
        return self._decisions.get((name, folded(text)), tidy(text))

    @cached_property
    def _decisions(self) -> Mapping[tuple[str, str], str]:
        by_field = self.decided.items()
        return {(name, folded(text)): id for name, found in by_field for text, id in found.items()}


def _filled(parts: Iterable[str]) -> Iterator[str]:
    """Yield the parts of a path up to the first that is blank."""
    for cell in parts:
        if is_blank(cell):
            return
        yield "/".join(map(tidy, cell.split("/")))


def _by_name(organizations: Iterable[Organization]) -> Mapping[str, str | None]:
    """Return the organization of each spelling; None for those of several."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in organizations:
        aliases = [alias.name for alias in each.aliases]
        written = [name for _, name in each.names]
        for text in filter(None, (each.id, each.name, each.acronym, *written, *aliases)):
            found[folded(text)].add(each.id)
    return {key: ids.pop() if len(ids) == 1 else None for key, ids in found.items()}
