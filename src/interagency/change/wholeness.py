"""Architectures that a change keeps whole: with the well-known organizations they name."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NoReturn, final

from attrs import evolve

from interagency.document.registry import called_for
from interagency.errors import InteragencyError
from interagency.model import Architecture, Body, Day, Organization
from interagency.model.sections import SECTION_KEYS, section_of
from interagency.snapshot import Snapshot
from interagency.vocabularies import Vocabularies, shipped


@final
class ImpossibleChange(InteragencyError):
    """A change that cannot be made: the message says why, and what to do."""


def whole(
    architecture: Architecture, vocabularies: Vocabularies | None, **sections: Iterable[Any]
) -> Architecture:
    """Return an architecture with other records, and the well-known organizations they name.

    Args:
        architecture: The architecture.
        vocabularies: Where the well-known organizations are; by default the shipped ones.
        sections: The records of the sections that differ, by the key of the section.

    Raises:
        BrokenArchitecture: If the records do not fit together.
    """
    registry = (vocabularies or shipped()).organizations
    before = {key: getattr(architecture, key) for key in SECTION_KEYS}
    changed: dict[str, Any] = {key: tuple(records) for key, records in sections.items()}
    after = before | changed
    own = _own(before, after["organizations"], registry)
    lent = called_for(after | {"organizations": own}, registry)
    return evolve(architecture, **changed | {"organizations": (*own, *lent)})


def _own(
    before: Mapping[str, Any], after: Iterable[Organization], registry: Mapping[str, Organization]
) -> tuple[Organization, ...]:
    """Return the organizations that a document describes itself: no other is there to lean on."""
    lent = {each.id: each for each in called_for({**before, "organizations": ()}, registry)}
    return tuple(each for each in after if lent.get(each.id) != each)


def body_of(architecture: Architecture, id: str, day: Day) -> Body:
    """Return a body that a change is about.

    Raises:
        ImpossibleChange: If no body has the id, or it has ended before.
    """
    found = architecture.entities.get(id)
    if not isinstance(found, Body):
        _refuse(architecture, id, found)
    if found.until is not None and found.until.last < day.first:
        raise ImpossibleChange(f"{named(architecture, id)} ended before {day}: {found.until}")
    return found


def _refuse(architecture: Architecture, id: str, found: object) -> NoReturn:
    if found is not None:
        section = section_of(found)
        what = section.noun if section else ""
        raise ImpossibleChange(f"{id} is the id of {article(what)}; a group is needed here")
    close = " or ".join(get_close_matches(id, architecture.entities, n=2))
    hint = f"; did you mean {close}?" if close else ""
    raise ImpossibleChange(f"nothing has the id {id!r}{hint}")


def article(noun: str) -> str:
    """Return a noun with its article: an organization, a group."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def named(architecture: Architecture, id: str) -> str:
    """Return what people call something."""
    return Snapshot.of_all_time(architecture).name(id)
