"""Ministries and departments: what part of government is for which sector, by its name."""

import re
from collections.abc import Collection, Iterator

from interagency.model import Organization
from interagency.vocabularies import Vocabularies

# "Ministry of Health", "Ministère de la Santé", "Ministerio de Salud", "Department for Education".
_MINISTRY = re.compile(
    r"(?i)(?:ministry|minist[eè]re|minist[eé]rio|department|secretar[ií]at? of state"
    r"|secretar[ií]a|direction)\s+(?:of|for|de|do|da|du|des|d')\s*(?:the|la|les|los|las)?\s*(.+)"
)
_JOINED = re.compile(r"\s*,\s*|\s+(?:and|et|y|e|&)\s+")


def is_ministry_for(
    organization: Organization, covers: Collection[str], vocabularies: Vocabularies
) -> bool:
    """Return whether an organization is, by its name, the part of government for some sectors.

    Args:
        organization: The organization; a name in any language counts.
        covers: The codes of the sectors.
        vocabularies: The code lists, which know the words for sectors.
    """
    kinds, sectors = vocabularies["organization-kinds"], vocabularies["sectors"]
    if not kinds.is_a(organization.kind or "", "government"):
        return False
    terms = (sectors.spelled(words) for words in _fields(organization))
    codes = {term.code for term in terms if term is not None}
    return any(sectors.is_a(wanted, code) for wanted in covers for code in codes)


def _fields(organization: Organization) -> Iterator[str]:
    """Yield what a ministry is for, whole and part by part: `Labour`, `Social Protection`."""
    names = (organization.name, *(name for _, name in organization.names))
    for match in filter(None, (_MINISTRY.search(name) for name in names if name)):
        yield match[1]
        yield from _JOINED.split(match[1])
