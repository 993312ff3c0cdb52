"""Who is a local or national actor, or led by those concerned; and who, by kind, cannot be."""

from typing import Final

from interagency.checking.snapshot import Snapshot
from interagency.checking.verdict import Verdict

LOCAL_KINDS: Final = ("national-ngo", "local-ngo", "local-government", "community-based")
LOCAL_TAGS: Final = ("local", "national", "community-based", "refugee-led")
# Kinds that are never local actors, whatever else is said of them.
_FROM_OUTSIDE: Final = ("multilateral", "international-ngo", "donor", "embassy", "pooled-fund")
# Of these nobody says that refugees or women lead them.
NOT_LED_BY_THEM: Final = ("multilateral", "government", "donor", "embassy", "pooled-fund")


def local_actor(snapshot: Snapshot, kind: str | None, tags: tuple[str, ...]) -> Verdict:
    """Answer whether somebody is a local or national actor, by kind, else by a tag.

    A ministry, a Red Cross society or an `ngo` may be one: only agencies, international NGOs and
    donors certainly are not.
    """
    kinds = snapshot.vocabularies["organization-kinds"]
    if any(kinds.is_a(kind or "", each) for each in _FROM_OUTSIDE):
        return Verdict.GAP
    is_local = any(kinds.is_a(kind or "", each) for each in LOCAL_KINDS)
    return Verdict.MET if is_local or not {*LOCAL_TAGS}.isdisjoint(tags) else Verdict.UNKNOWN


def is_excluded(snapshot: Snapshot, kind: str | None, tag: str) -> bool:
    """Tell whether an organization of a kind certainly is not what a tag says.

    An agency is neither refugee-led nor local, so that nobody need be asked.
    """
    kinds = snapshot.vocabularies["organization-kinds"]
    excluding = NOT_LED_BY_THEM if tag.endswith("-led") else ()
    excluding = _FROM_OUTSIDE if tag in ("local", "national") else excluding
    return any(kinds.is_a(kind or "", each) for each in excluding)
