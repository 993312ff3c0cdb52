"""Changes made in the files of a document, in which everything else stays as it is written."""

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from attrs import evolve

from interagency.change.changes_between import steps_between
from interagency.change.differences import Difference, differences
from interagency.change.renames import renames
from interagency.document.diagnose import read_sections
from interagency.document.edit_files import EditPlan, plan_edits
from interagency.document.edit_values import UNSET, AnyEdit, Edit, Rename
from interagency.document.reader import read_path
from interagency.document.sameness import same
from interagency.document.splices import ImpossibleEdit
from interagency.document.writer import plain_of, to_entry
from interagency.model import Architecture, Link, section_of
from interagency.model.sections import SECTION_KEYS
from interagency.vocabularies import Vocabularies

_LINKS = "links"


def plan_changes(
    path: str | FilePath,
    before: Architecture,
    after: Architecture,
    vocabularies: Vocabularies | None = None,
) -> EditPlan:
    """Return the edits of a document that make one architecture of another; nothing is written.

    Args:
        path: A YAML or JSON file, or a folder of them.
        before: The architecture that it describes.
        after: The one that it is to describe.
        vocabularies: The code lists; by default the shipped ones.

    Raises:
        ImpossibleEdit: If the files are written in a way that cannot be changed piece by piece.
    """
    written = read_path(path).whole.value
    edits = edits_between(written, before, after, vocabularies)
    plan = plan_edits(path, edits, vocabularies=vocabularies)
    if _is_other(plan.architecture, after):
        raise ImpossibleEdit(f"{path} is written in a way in which the changes cannot be made")
    return plan


def edits_between(
    written: Mapping[str, Any],
    before: Architecture,
    after: Architecture,
    vocabularies: Vocabularies | None = None,
) -> list[AnyEdit]:
    """Return the edits of a document that make one architecture of another.

    Args:
        written: The plain value of the document, as it is written.
        before: The architecture that it describes.
        after: The one that it is to describe.
        vocabularies: The code lists; by default the shipped ones.
    """
    ids = renames(before, after, differences(before, after))
    links, listed = _listed_links(written, before, after, ids)
    old = plain_of(_without(before, listed[0]), vocabularies)
    new = plain_of(_without(after, listed[1]), vocabularies)
    found: list[AnyEdit] = []
    for id, other in ids.items():
        section = section_of(before.entities[id])
        key = section.key if section else ""
        if id in old.get(key, {}):
            found.append(Rename((key, id), other))
            old[key] = {other if name == id else name: each for name, each in old[key].items()}
    if links is not None:
        found.append(Edit((_LINKS,), links or UNSET))
    for step in steps_between(old, new):
        if isinstance(step, Edit):  # the order of keys says nothing
            found.append(step)
    return found


def _listed_links(
    written: Mapping[str, Any], before: Architecture, after: Architecture, ids: Mapping[str, str]
) -> tuple[list[Any] | None, tuple[set[Link], set[Link]]]:
    """Return the section `links` as it is to be written, if it is there and changes.

    An entry of it of which a link changes goes, unless only ids do; its other links are written in
    the entries that they start from. With it come the links that it holds before and after.
    """
    entries = written.get(_LINKS)
    if not entries or before.links == after.links:
        held = {*_links_in(entries or [])}
        return None, (held, held)
    there = {*after.links}
    renamed = [_with_ends(each, ids) for each in entries]
    kept = [each for each in renamed if {*_links_in([each])} <= there]
    return (kept if kept != entries else None), ({*_links_in(entries)}, {*_links_in(kept)})


def _with_ends(entry: dict[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    """Return an entry of the section `links` whose ends have other ids."""
    changed = dict(entry)
    for end in ("from", "to"):
        value = entry[end]
        is_list = isinstance(value, list)
        changed[end] = [ids.get(x, x) for x in value] if is_list else ids.get(value, value)
    return changed


def _links_in(entries: list[Any]) -> Iterator[Link]:
    yield from read_sections({_LINKS: entries}).fields[_LINKS] if entries else ()


def _without(architecture: Architecture, links: set[Link]) -> Architecture:
    """Return an architecture without some links."""
    return evolve(architecture, links=tuple(x for x in architecture.links if x not in links))


def _is_other(one: Architecture, other: Architecture) -> bool:
    """Return whether two architectures say something else; the order of what they say is not."""
    header = {*Difference("", one, other).fields} - {*SECTION_KEYS, "roles"}
    found = differences(one, other)
    return bool(header) or dict(one.roles) != dict(other.roles) or any(map(_is_real, found))


def _is_real(difference: Difference) -> bool:
    """Return whether a record says something else before and after, in whatever order."""
    before, after = difference.before, difference.after
    return before is None or after is None or not same(to_entry(before), to_entry(after))
