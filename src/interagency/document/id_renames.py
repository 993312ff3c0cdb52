"""Another id for an entry: its key, and every reference to it, wherever it stands."""

from typing import Any, Final

from interagency.document.edit_values import AnyEdit, Edit, Rename
from interagency.document.field_places import kind_of, references
from interagency.document.problems import Path
from interagency.document.shape import SECTIONS
from interagency.document.splices import ImpossibleEdit
from interagency.errors import UnknownName
from interagency.model.grammar import RESERVED, SLUG, Ref
from interagency.model.sections import ENTITY_KEYS

_ENTITIES: Final = tuple(section for section in SECTIONS if section.key in ENTITY_KEYS)


class UnknownEntry(UnknownName):
    """An id that no entry of a document has."""

    sort = "entry"


def rename_edits(value: dict[str, Any], old: str, new: str) -> list[AnyEdit]:
    """Return the edits that give an entry another id, in its key and in all references.

    Args:
        value: The plain value of a document.
        old: The id that it has.
        new: The id that it gets.

    Raises:
        UnknownEntry: If there is no such entry.
        ImpossibleEdit: If the new id is taken, or cannot be one.
    """
    entries = {id: section for section in _ENTITIES for id in value.get(section.key, {})}
    if old not in entries:
        raise UnknownEntry(old, entries)
    if new in entries:
        raise ImpossibleEdit(f"{new!r} is the id of an entry in {entries[new].key} already")
    if new in RESERVED or not SLUG.allows(new):
        raise ImpossibleEdit(f"{new!r} is not an id: write {SLUG.hint}")
    kind = kind_of(entries[old])
    keys: list[AnyEdit] = [Rename((entries[old].key, old), new)]
    moved: dict[Path, Path] = {(entries[old].key, old): (entries[old].key, new)}
    places = (
        each.path
        for each in references(value)
        if each.value == old and isinstance(each.shape.mark, Ref) and kind in each.shape.mark.kinds
    )
    ends = (moved.get(path[:2], path[:2]) + path[2:] for path in places)
    return [*keys, *(Edit(path, new) for path in ends)]
