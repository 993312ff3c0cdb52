"""Rows of a report on groups: where they lie, who leads them and sits in them."""

from collections.abc import Iterator
from typing import Any

from interagency.model import Body
from interagency.model.sections import SECTION_OF_CLASS
from interagency.report.references import References, Row
from interagency.report.wording import WORDS, Wording, listed

_UNCUT = 100_000


def group_rows(references: References, *, contacts: bool, most: int | None) -> Iterator[Row]:
    """Yield each group, after the one it lies in.

    Args:
        references: The names, anchors and numbers of the document.
        contacts: Whether role mailboxes are in it.
        most: How many members of a group are named; None for all.
    """
    snapshot = references.wording.snapshot
    children = snapshot.children
    waiting = [(body, 0) for body in reversed(snapshot.now.bodies) if body.parent is None]
    while waiting:
        body, depth = waiting.pop()
        row = _group(references, body, depth, most)
        yield row | {"contact": (body.contact or "") if contacts else ""}
        waiting += [(each, depth + 1) for each in reversed(children(body.id))]


def _group(references: References, body: Body, depth: int, most: int | None) -> dict[str, Any]:
    wording = references.wording
    lies = wording.end(body.parent) if body.parent else ""
    lists = wording.snapshot.vocabularies
    covers = [wording.language.code_name(lists["sectors"], code) for code in body.covers]
    kind = wording.language.say(SECTION_OF_CLASS[type(body)].noun)
    found = wording.leadership(body)
    vacant = found.lead.vacant or found.co_lead.vacant
    return {
        "id": body.id,
        "anchor": references.anchor(body.id),
        "depth": min(depth, 6),
        "title": wording.title(body),
        "kind": ", ".join([kind, *_kinds(wording, body)]),
        "covers": ", ".join(WORDS.get(each, each) for each in covers),
        "scope": wording.scope(body),
        "leads": [*wording.leaders(body)],
        "state": "vacant" if vacant else "known" if found.closed else "unknown",
        "members": [*_members(wording, body, most)],
        "open": not _is_complete(wording, body),
        "within": lies + (wording.mark(body.within) if body.within and lies else ""),
        "within_anchor": references.anchor(body.parent or ""),
        "reports": _reports(wording, body),
        "lines": [*wording.other_lines(body)],
        "sources": references.sources_of(body.id),
    }


def _reports(wording: Wording, body: Body) -> str:
    above, say = wording.reports_to(body), wording.language.say
    if above and body.parent and above == wording.end(body.parent):
        return say("reports to it")
    return say("reports to {name}", name=above) if above else ""


def _members(wording: Wording, body: Body, most: int | None) -> Iterator[tuple[str, str]]:
    for term, holders in wording.members(body, _UNCUT):
        names = [holders] if most is None else holders.split(", ")
        yield term, listed(names, most or _UNCUT)


def _kinds(wording: Wording, body: Body) -> list[str]:
    kinds = wording.snapshot.vocabularies["body-kinds"]
    return [wording.language.code_name(kinds, kind) for kind in body.kind]


def _is_complete(wording: Wording, body: Body) -> bool:
    return "members" in body.complete or "members" in wording.snapshot.now.complete
