"""Three versions of a document to one: by key, then by field; what clashes is not decided."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, final

from attrs import frozen

from interagency.change.merge_items import MISSING, alike
from interagency.change.merge_values import Clash, merged_values
from interagency.document.edit_values import applied
from interagency.document.id_renames import rename_edits
from interagency.document.problems import Path, path_text
from interagency.document.reader import loads
from interagency.document.writer import json_text, plain_of
from interagency.model import Architecture
from interagency.model.sections import ENTITY_KEYS
from interagency.vocabularies import Vocabularies

_NAMES: Final = ("name", "title", "acronym")


@final
@frozen(kw_only=True)
class Side:
    """One side of a conflict.

    Attributes:
        value: What it says; nothing if it has taken it out.
        certainty: How sure it is: stated, inferred or disputed.
        sources: Where it was read, by title, or by id where the file does not have the source.
    """

    value: Any
    certainty: str = "stated"
    sources: tuple[str, ...] = ()


@final
@frozen(kw_only=True)
class Conflict:
    """A value that two sides changed, each in its own way: a person has to decide.

    Attributes:
        path: Where it stands.
        name: What it belongs to, as people call it.
        base: What it was.
        ours: What ours says.
        theirs: What theirs says.
    """

    path: Path
    name: str
    base: Any
    ours: Side
    theirs: Side

    @property
    def place(self) -> str:
        """Return the place as people write it: sectors.health.name."""
        return path_text(self.path)


@final
@frozen(kw_only=True)
class Merged:
    """The result of a merge.

    Attributes:
        value: The plain value; where sides clash it has what ours says.
        conflicts: What is to be decided first.
    """

    value: dict[str, Any]
    conflicts: tuple[Conflict, ...] = ()


def merge_versions(
    base: Architecture,
    ours: Architecture,
    theirs: Architecture,
    *,
    vocabularies: Vocabularies | None = None,
) -> tuple[Architecture | None, tuple[Conflict, ...]]:
    """Return what two architectures make that began as one, or what is to be decided first.

    `merge_versions(base, base, x)` and `merge_versions(base, x, base)` are x.

    Args:
        base: What both began with.
        ours: One side.
        theirs: The other side.
        vocabularies: Code lists and the registry of organizations; by default the shipped ones.

    Returns:
        The architecture, or None with the conflicts that stand in its way.

    Raises:
        InvalidDocument: If the sides do not contradict each other, and still are not whole
            together: one refers to what the other took out.
    """
    if base == ours:
        return theirs, ()
    if base == theirs or ours == theirs:
        return ours, ()
    values = [plain_of(each, vocabularies) for each in (base, ours, theirs)]
    found = merge_plain(*values)
    if found.conflicts:
        return None, found.conflicts
    text = json_text(found.value)
    return loads(text, format="json", file="<merged>", vocabularies=vocabularies), ()


def merge_plain(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> Merged:
    """Return the plain value of a document, or of one file of it, merged from two sides.

    An id that one side changed is changed on the other sides too, so that what they say of the
    entry is not lost.

    Args:
        base: What both sides began with.
        ours: One side; what it says stays in its own words and order.
        theirs: The other side.
    """
    base, theirs = _follow(base, ours, theirs)
    base, ours = _follow(base, theirs, ours)
    value, clashes = merged_values(base, ours, theirs)
    conflicts = tuple(_conflict(each, ours, theirs) for each in clashes)
    return Merged(value=value, conflicts=conflicts)


def _follow(
    base: dict[str, Any], renamed: dict[str, Any], other: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return base and one side, with the ids that the other side changed."""
    for section, old, new in [*_renames(base, renamed)]:
        edits = rename_edits(base, old, new)
        base = applied(base, edits)
        entries = other.get(section, {})
        if old in entries and new not in entries:
            other = applied(other, rename_edits(other, old, new))
    return base, other


def _renames(base: dict[str, Any], side: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the entries that have another id and say the same: section, old id, new id."""
    taken = {id for key in ENTITY_KEYS for id in base.get(key, {})}
    for section in ENTITY_KEYS:
        before, after = base.get(section, {}), side.get(section, {})
        gone = [id for id in before if id not in after]
        come = [id for id in after if id not in before and id not in taken]
        for old in gone:
            found = [new for new in come if _is_renamed(base, side, (section, old), new)]
            if len(found) == 1:
                come.remove(found[0])
                yield section, old, found[0]


def _is_renamed(base: dict[str, Any], side: dict[str, Any], old: tuple[str, str], new: str) -> bool:
    """Return whether an entry is the same under another id, or at least has the same name."""
    section, id = old
    before, after = base[section][id], side[section][new]
    if isinstance(before, dict) and isinstance(after, dict) and "name" in before:
        return bool(before["name"] == after.get("name"))
    renamed = applied(base, rename_edits(base, id, new))
    return bool(renamed[section][new]) and alike((section, new), renamed[section][new], after)


def _conflict(clash: Clash, ours: dict[str, Any], theirs: dict[str, Any]) -> Conflict:
    entry = _at(ours, clash.path[:2]) or _at(theirs, clash.path[:2])
    name = next((entry[key] for key in _NAMES if key in entry), "") if _is_entry(entry) else ""
    return Conflict(
        path=clash.path,
        name=str(name),
        base=_shown(clash.base),
        ours=_side(clash.ours, clash.path, ours),
        theirs=_side(clash.theirs, clash.path, theirs),
    )


def _is_entry(value: Any) -> bool:
    return isinstance(value, dict)


def _side(value: Any, path: Path, whole: dict[str, Any]) -> Side:
    """Return a side of a conflict, with what vouches for it: the nearest record that says so."""
    records = [value, *(_at(whole, path[:length]) for length in range(len(path) - 1, 1, -1))]
    vouching = [each for each in records if isinstance(each, dict)]
    certainty = next((each["certainty"] for each in vouching if "certainty" in each), "stated")
    sources = next((each["sources"] for each in vouching if "sources" in each), None)
    ids = sources if sources is not None else whole.get("default_sources", [])
    return Side(value=_shown(value), certainty=str(certainty), sources=tuple(_titles(whole, ids)))


def _titles(whole: Mapping[str, Any], ids: Any) -> Iterator[str]:
    for id in ids if isinstance(ids, list) else [ids]:
        source = whole.get("sources", {}).get(id)
        yield str(source.get("title", id) if isinstance(source, dict) else id)


def _shown(value: Any) -> Any:
    return None if value is MISSING else value


def _at(value: Any, path: Path) -> Any:
    for step in path:
        try:
            value = value[step]
        except (LookupError, TypeError):
            return None
    return value
