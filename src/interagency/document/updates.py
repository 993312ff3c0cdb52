"""Updates of files: an architecture that has changed goes back to where it was read from.

What an entry says in its own way, such as a seat in its long form, stays as it is written unless
it changes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from interagency.document.edit_files import EditPlan, plan_of, read_for_edits
from interagency.document.edit_values import inserted
from interagency.document.problems import Path
from interagency.document.sameness import aligned, same
from interagency.document.shape import IMPLIED, SECTIONS
from interagency.document.splices import ImpossibleEdit
from interagency.document.writer import plain_of, to_entry, word_or_list
from interagency.model import Architecture, Link
from interagency.model.relations import LINK_KINDS
from interagency.vocabularies import Vocabularies, shipped

# The start of a link, and its kind.
Group = tuple[str, str]

_LINKS = "links"
_ORGANIZATIONS = "organizations"
_KEYED = tuple(section.key for section in SECTIONS if section.keyed)


def plan_update(
    path: str | FilePath,
    architecture: Architecture,
    *,
    max_bytes: int | None = None,
    vocabularies: Vocabularies | None = None,
) -> EditPlan:
    """Return the smallest edits after which a file describes another architecture.

    Args:
        path: A YAML or JSON file, or a folder of them.
        architecture: What it is to describe.
        max_bytes: The size at which to refuse a file.
        vocabularies: Code lists and the registry of organizations; by default the shipped ones.

    Raises:
        InvalidDocument: If the file cannot be read.
        ImpossibleEdit: If it cannot be changed without damage.
    """
    read = read_for_edits(path, max_bytes=max_bytes)
    before = read.document.architecture(vocabularies)
    wanted = updated(read.value, before, architecture, vocabularies)
    plan = plan_of(read, wanted, vocabularies)
    if not alike(plan.architecture, architecture, vocabularies):
        raise ImpossibleEdit(f"{path} cannot be changed piece by piece; write a new file")
    return plan


def update_file(
    path: str | FilePath,
    architecture: Architecture,
    *,
    max_bytes: int | None = None,
    vocabularies: Vocabularies | None = None,
) -> EditPlan:
    """Make a file describe another architecture; only the lines change that must.

    Args:
        path: A YAML or JSON file, or a folder of them.
        architecture: What it is to describe.
        max_bytes: The size at which to refuse a file.
        vocabularies: Code lists and the registry of organizations; by default the shipped ones.

    Raises:
        InvalidDocument: If the file cannot be read.
        ImpossibleEdit: If it cannot be changed without damage; nothing is written.
        OSError: If it cannot be written.
    """
    plan = plan_update(path, architecture, max_bytes=max_bytes, vocabularies=vocabularies)
    plan.write()
    return plan


def updated(
    written: Mapping[str, Any],
    before: Architecture,
    after: Architecture,
    vocabularies: Vocabularies | None = None,
) -> dict[str, Any]:
    """Return the plain value of a document, brought from one architecture to another.

    Args:
        written: What the document says, in its own way.
        before: The architecture that it describes.
        after: The architecture that it is to describe.
        vocabularies: The registry of organizations to lean on; by default the shipped one.
    """
    old, new = _own(before, vocabularies), _own(after, vocabularies)
    value: dict[str, Any] = _carried(dict(written), _without_links(old), _without_links(new), ())
    had, has = _links_by_group(before.links), _links_by_group(after.links)
    for group in {**had, **has}:
        if had.get(group) != has.get(group):
            value = _with_group(value, group, had.get(group, []), has.get(group, []))
    return value


def _own(architecture: Architecture, vocabularies: Vocabularies | None) -> dict[str, Any]:
    """Return the plain value of an architecture without what reading takes from the registry."""
    registry = (vocabularies or shipped()).organizations
    lent = {each.id for each in architecture.organizations if registry.get(each.id) == each}
    value = plain_of(architecture, vocabularies)
    entries = value.get(_ORGANIZATIONS, {})
    own = {id: entry for id, entry in entries.items() if id not in lent}
    rest = {key: each for key, each in value.items() if key != _ORGANIZATIONS}
    return {**rest, _ORGANIZATIONS: own} if own else rest


def _without_links(value: dict[str, Any]) -> dict[str, Any]:
    """Return a plain value without its links, which a file may have in more than one place."""
    return {
        key: {id: _unlinked(entry) for id, entry in section.items()} if key in _KEYED else section
        for key, section in value.items()
        if key != _LINKS
    }


def _unlinked(entry: Any) -> Any:
    if not isinstance(entry, dict):
        return entry
    return {key: value for key, value in entry.items() if key not in LINK_KINDS}


def _links_by_group(links: Iterable[Link]) -> dict[Group, list[Link]]:
    found: dict[Group, list[Link]] = {}
    for link in links:
        found.setdefault((link.from_, link.kind), []).append(link)
    return found


def _with_group(
    value: dict[str, Any], group: Group, old: list[Link], new: list[Link]
) -> dict[str, Any]:
    """Return a plain value in which the links of one kind from one thing are others."""
    from_, kind = group
    listed = [each for item in value.get(_LINKS, []) for each in _without_group(item, group)]
    section = next((key for key in _KEYED if from_ in value.get(key, {})), None)
    if section is None:
        listed += [to_entry(link) for link in new]
    else:
        entry = value[section][from_]
        entry = entry if isinstance(entry, dict) else {}
        changed = _with_links(entry, (section, from_), kind, _entries(old), _entries(new))
        value = {**value, section: {**value[section], from_: changed}}
    if listed:
        known = _LINKS in value
        return {**value, _LINKS: listed} if known else inserted(value, (), _LINKS, listed)
    return {key: each for key, each in value.items() if key != _LINKS}


def _with_links(entry: dict[str, Any], path: Path, kind: str, old: Any, new: Any) -> dict[str, Any]:
    """Return an entry with its links of one kind."""
    if not new:
        return {key: each for key, each in entry.items() if key != kind}
    if kind in entry:
        return {**entry, kind: _carried(entry[kind], old, new, (*path, kind))}
    return inserted(entry, path, kind, new)


def _entries(links: list[Link]) -> Any:
    """Return links as they stand under the key of their kind."""
    return word_or_list([to_entry(link, skip=IMPLIED[Link]) for link in links], Link)


def _without_group(item: Any, group: Group) -> Iterator[Any]:
    """Yield an item of the list of links, without those of one kind from one thing."""
    from_, kind = group
    starts = item["from"] if isinstance(item["from"], list) else [item["from"]]
    if item["kind"] != kind or from_ not in starts:
        yield item
    elif rest := [each for each in starts if each != from_]:
        yield {**item, "from": rest}


def alike(one: Architecture, other: Architecture, vocabularies: Vocabularies | None = None) -> bool:
    """Return whether two architectures are the same but for the order of their entries."""
    values = [_without_links(_own(each, vocabularies)) for each in (one, other)]
    # A line of an organization of the registry stands in its entry or apart: it says the same.
    return same(*values) and Counter(one.links) == Counter(other.links)


def _carried(written: Any, old: Any, new: Any, path: Path) -> Any:
    """Return what a document is to say at a path, in its own words where nothing changes."""
    if same(old, new):
        return written
    if all(isinstance(each, dict) for each in (written, old, new)):
        return _carried_mapping(written, old, new, path)
    if all(isinstance(each, list) for each in (written, old, new)) and len(written) == len(old):
        return [
            new[b] if a is None else _carried(written[a], old[a], new[b], (*path, a))
            for a, b in aligned(old, new)
            if b is not None
        ]
    return new


def _carried_mapping(
    written: dict[str, Any], old: dict[str, Any], new: dict[str, Any], path: Path
) -> dict[str, Any]:
    result = {
        key: _carried(value, old.get(key), new[key], (*path, key)) if key in new else value
        for key, value in written.items()
        if key in new or key not in old
    }
    for key, value in new.items():
        if key not in result and not (key in old and same(old[key], value)):
            result = inserted(result, path, key, value)
    return result
