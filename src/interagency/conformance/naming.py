"""The sort and the theme that the name of a body tells: a Cash Working Group is a cash group."""

from functools import partial

from interagency.conformance.expectations import Values
from interagency.model import Body
from interagency.snapshot import Snapshot

_LISTS = {"covers": "sectors", "kind": "body-kinds"}


def from_name(snapshot: Snapshot, body: Body, attribute: str) -> Values:
    """Return the code that the name of a body spells, where the attribute itself is not written.

    Such a code is inferred: whoever writes the attribute settles it.

    Args:
        snapshot: The architecture of the day.
        body: The body.
        attribute: `covers` or `kind`; no other can be read from a name.
    """
    if attribute not in _LISTS or getattr(body, attribute):
        return ()
    work_out = partial(_from_name, snapshot, body, _LISTS[attribute])
    return snapshot.once((from_name, body.id, attribute), work_out)


def _from_name(snapshot: Snapshot, body: Body, vocabulary: str) -> Values:
    known = snapshot.vocabularies[vocabulary]
    found = {
        term.code for text in (body.name, body.acronym) if text and (term := known.spelled(text))
    }
    return tuple(found) if len(found) == 1 else ()
