"""What is under the cursor, with effective values and sources."""

from collections.abc import Iterator
from typing import Any

from interagency.document.field_places import shape_at
from interagency.document.problems import Path
from interagency.editor.cursor import cursor_at
from interagency.editor.open_text import OpenText
from interagency.model import Body, Organization
from interagency.model.grammar import Code, Grammar, Ref
from interagency.model.sections import ENTITY_KEYS, SECTION_OF_CLASS
from interagency.report.card import group_card
from interagency.report.wording import Wording


def hover_text(text: OpenText, offset: int) -> str:
    """Return what is known of the thing at a place, as Markdown; nothing where there is none."""
    cursor = cursor_at(text, offset)
    if cursor is None:
        return ""
    if cursor.is_key:
        return _of_key(text, cursor.path)
    shape = shape_at(cursor.path)
    match shape.mark if shape else None:
        case Ref():
            return _of_entity(text, cursor.word)
        case Code() as code:
            return _of_code(text, code.vocabulary, cursor.word)
        case Grammar() as form if form.name in ("country", "area"):
            return _of_code(text, "countries", cursor.word.partition("/")[0])
    return ""


def _of_key(text: OpenText, path: Path) -> str:
    """Return the entry that a key is the id of, the term of seats, or what a field means."""
    if len(path) == 2 and path[0] in ENTITY_KEYS:
        return _of_entity(text, str(path[1]))
    if path[2:3] == ("seats",) and len(path) == 4:
        return _of_code(text, "role-terms", str(path[3]))
    shape = shape_at(path)
    return shape.doc if shape else ""


def _of_code(text: OpenText, vocabulary: str, code: str) -> str:
    if vocabulary not in text.plugins.vocabularies:
        return ""
    found = text.plugins.vocabularies[vocabulary].spelled(code)
    return f"**{_escaped(found.name)}** `{found.code}`" if found else ""


def _of_entity(text: OpenText, id: str) -> str:
    snapshot = text.snapshot
    known = text.plugins.vocabularies.organizations.get(id)
    entity = snapshot.whole.entities.get(id, known) if snapshot else known
    if entity is None:
        return ""
    if isinstance(entity, Body) and snapshot and id in snapshot.bodies:
        report = text.report
        assert report is not None
        wording = Wording.on(snapshot, whole=True)
        lines = group_card(wording, snapshot.bodies[id], report.findings, report.questions)
        return "\n\n".join(_line(name, said) for name, said in lines)
    return "\n\n".join(_facts(entity))


def _facts(entity: Any) -> Iterator[str]:
    """Yield the name of something, what it is, and what is remarked on it."""
    name = getattr(entity, "name", None) or getattr(entity, "title", None) or entity.id
    yield f"**{_escaped(name)}** `{entity.id}`"
    noun = SECTION_OF_CLASS[type(entity)].noun
    kinds = getattr(entity, "kind", None)
    kind = ", ".join(kinds) if isinstance(kinds, tuple) else kinds
    yield f"{noun}, {kind}" if kind else noun
    if isinstance(entity, Organization) and entity.acronym:
        yield _escaped(entity.acronym)
    if getattr(entity, "note", None):
        yield _escaped(entity.note)


def _line(name: str, said: str) -> str:
    return f"**{name}**: {_escaped(said)}" if name else _escaped(said)


def _escaped(text: str) -> str:
    """Return a text in which nothing is Markdown."""
    return "".join(f"\\{each}" if each in "\\`*_[]<>#|" else each for each in text)
