"""What a role term means: leading, co-leading, supporting or taking part."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, final

from interagency.vocabularies.vocabulary import Vocabulary


@final
class Standing(StrEnum):
    """The part that a seat plays in its body; unknown if the term is in no vocabulary."""

    LEAD = "lead"
    CO_LEAD = "co-lead"
    SUPPORTS = "supports"
    PARTICIPATES = "participates"
    UNKNOWN = "unknown"

    @property
    def leads(self) -> bool:
        """Return whether it is leadership: lead and co-lead together."""
        return self in _LEADING


_LEADING = (Standing.LEAD, Standing.CO_LEAD)


# What a file may say of its own terms; `leads` leaves it to the term whether it is a co-lead.
STANDINGS: Final = ("lead", "co-lead", "leads", "supports", "participates")


def standing_of(term: str, roles: Mapping[str, str], terms: Vocabulary) -> Standing:
    """Return what a role term means.

    Args:
        term: The term as written.
        roles: What the document says of its own terms; it wins.
        terms: The vocabulary of role terms.
    """
    said = roles.get(term)
    if said == "leads":
        return Standing.CO_LEAD if term.casefold().startswith("co") else Standing.LEAD
    if said in STANDINGS:
        return Standing(said)
    known = terms.spelled(term)
    return Standing.UNKNOWN if known is None or not known.standing else Standing(known.standing)
