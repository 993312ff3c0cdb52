"""Which organization of the shipped registry a mention is, when that is certain."""

from collections.abc import Iterable, Mapping
from typing import Final, final

from attrs import frozen

from interagency.importers.cleaning import folded
from interagency.importers.r4v.mentions import Mention, is_acronym
from interagency.model import Organization

# R4V files some of each under the other; of the registry's kinds, these do not exclude each other.
_SAME_FAMILY: Final = (
    frozenset({"international-ngo", "faith-based", "ngo"}),
    frozenset({"red-cross-red-crescent", "national-society"}),
    frozenset({"un-agency", "international-organization"}),
)
_SHORTEST: Final = 3


@final
@frozen(kw_only=True)
class Registry:
    """The shipped organizations by spelling; a spelling that two of them share finds neither."""

    organizations: Mapping[str, Organization]
    by_name: Mapping[str, str]
    by_acronym: Mapping[str, str]

    @classmethod
    def of(cls, organizations: Mapping[str, Organization]) -> "Registry":
        """Return the registry with its tables by spelling."""
        names: list[tuple[str, str]] = []
        acronyms: list[tuple[str, str]] = []
        for id, each in organizations.items():
            aliases = [alias.name for alias in each.aliases]
            written = [name for _, name in each.names]
            for text in filter(None, (each.name, each.acronym, *written, *aliases)):
                short = text == each.acronym or is_acronym(text)
                (acronyms if short else names).append((folded(text), id))
        return cls(organizations=organizations, by_name=_sole(names), by_acronym=_sole(acronyms))

    def match(self, mention: Mention) -> str | None:
        """Return the id of the organization that a mention is; None unless it is certain."""
        named = {self.by_name[key] for key in mention.name_keys if key in self.by_name}
        if named:
            return named.pop() if len(named) == 1 else None
        keys = (*mention.name_keys, *mention.acronym_keys)
        short = {self.by_acronym[key] for key in keys if key in self.by_acronym}
        if len(short) != 1:
            return None
        found = short.pop()
        return found if self._fits(mention, self.organizations[found]) else None

    def _fits(self, mention: Mention, found: Organization) -> bool:
        """Tell whether an acronym is enough: the kind agrees, or it is all that was written."""
        if mention.kind is None:
            return any(self.by_acronym.get(key) == found.id for key in mention.name_keys)
        kinds = {mention.kind, found.kind}
        return len(kinds) == 1 or any(kinds <= family for family in _SAME_FAMILY)


def _sole(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the spellings that mean one organization only, and are long enough to mean it."""
    found: dict[str, str] = {}
    shared = set()
    for key, id in pairs:
        if found.setdefault(key, id) != id:
            shared.add(key)
    return {key: id for key, id in found.items() if key not in shared and len(key) >= _SHORTEST}
