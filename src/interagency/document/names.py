"""Names as they are compared, ids made of them, and the names of well-known organizations."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final, final

from interagency.model import Organization
from interagency.vocabularies.vocabulary import folded

# To compare names takes time that grows faster than their length.
LONGEST_NAME: Final = 200
_NOT_A_SLUG = re.compile(r"[^a-z0-9]+")


def spelling(text: str) -> str:
    """Return a name as names are compared."""
    return folded(text[:LONGEST_NAME])


def slug(text: str) -> str:
    """Return the id that a name gives, nothing if it has no letters from a to z."""
    words = _NOT_A_SLUG.sub("-", spelling(text)).strip("-")
    return words[:60].rpartition("-")[0] if len(words) > 60 and "-" in words[:60] else words[:60]


@final
class Registry:
    """The well-known organizations by their names."""

    def __init__(self, organizations: Mapping[str, Organization]) -> None:
        """Take the organizations, by id."""
        self.ids = organizations
        self.by_name: dict[str, dict[str, None]] = defaultdict(dict)
        for id, each in organizations.items():
            names = (each.name, each.acronym, *(name for _, name in each.names))
            aliases = (alias.name for alias in each.aliases)
            for name in filter(None, (*names, *aliases)):
                self.by_name[spelling(name)][id] = None

    def of(self, *names: str | None) -> str | None:
        """Return the one organization that the first of these names has which is known at all."""
        for name in filter(None, names):
            found = self.by_name.get(spelling(name), {})
            if found:
                return next(iter(found)) if len(found) == 1 else None
        return None
