"""Who is a local or national actor."""

from typing import Final

from interagency.checking.snapshot import Snapshot
from interagency.checking.verdict import Verdict

LOCAL_KINDS: Final = ("national-ngo", "local-ngo", "local-government", "community-based")
LOCAL_TAGS: Final = ("local", "national", "community-based", "refugee-led")
# Kinds that are never local actors, whatever else is said of them.
_FROM_OUTSIDE: Final = ("multilateral", "international-ngo", "donor", "embassy", "pooled-fund")


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
