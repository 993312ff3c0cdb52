"""Edits of files: of one, or of those of a folder that hold what changes; all of them or none."""

import codecs
from collections.abc import Sequence
from pathlib import Path as FilePath
from typing import Any, final

from attrs import evolve, frozen

from interagency.document.edit_values import AnyEdit, Edit, Rename, applied
from interagency.document.edits import (
    plain_value,
    with_renames,
    with_value,
)
from interagency.document.files import Text
from interagency.document.folder import Part, Union, united
from interagency.document.homes import wanted_parts
from interagency.document.problems import InvalidDocument
from interagency.document.reader import Document, read_path, read_texts
from interagency.document.replacement import write_together
from interagency.document.splices import ImpossibleEdit
from interagency.document.workbook.files import is_workbook
from interagency.model import Architecture
from interagency.vocabularies import Vocabularies

_MARK = codecs.BOM_UTF8


@final
@frozen
class FileChange:
    """A file, before and after an edit.

    Attributes:
        path: The file.
        before: Its bytes.
        after: What they become.
    """

    path: FilePath
    before: bytes
    after: bytes


@final
@frozen
class EditPlan:
    """Edits that are made, checked, and not written yet.

    Attributes:
        changes: The files that change.
        architecture: What the document describes with them.
    """

    changes: tuple[FileChange, ...]
    architecture: Architecture

    def write(self) -> None:
        """Write the files: all of them, or none.

        Raises:
            ImpossibleEdit: If one has changed since it was read.
            OSError: If one cannot be written.
        """
        write_changes(self.changes)


def write_changes(changes: Sequence[FileChange]) -> None:
    """Write files that an edit changes: all of them, or none.

    Raises:
        ImpossibleEdit: If one has changed since it was read.
        OSError: If one cannot be written.
    """
    for each in changes:
        if each.path.read_bytes() != each.before:
            raise ImpossibleEdit(f"{each.path} has changed since it was read: try again")
    write_together({each.path: each.after for each in changes})


def plan_edits(
    path: str | FilePath,
    edits: Sequence[AnyEdit],
    *,
    max_bytes: int | None = None,
    vocabularies: Vocabularies | None = None,
) -> EditPlan:
    """Return a document with edits made, in its files or in the one that holds what changes.

    Args:
        path: A YAML or JSON file, or a folder of them.
        edits: What to change, by paths in the whole document; keys get their new names first.
        max_bytes: The size at which to refuse a file.
        vocabularies: Code lists and the registry of organizations; by default the shipped ones.

    Raises:
        InvalidDocument: If it cannot be read, or would not be a document any more.
        ImpossibleEdit: If an edit leads nowhere, or cannot be made without damage.
    """
    read, wanted = _wanted(read_for_edits(path, max_bytes=max_bytes), edits)
    return plan_of(read, wanted, vocabularies)


def edited_by(read: "ReadForEdits", edits: Sequence[AnyEdit]) -> list[Text]:
    """Return the texts of a document with edits made, whether it can be loaded or not.

    Raises:
        ImpossibleEdit: If an edit leads nowhere, or cannot be made without damage.
    """
    return edited_texts(*_wanted(read, edits))


def _wanted(
    read: "ReadForEdits", edits: Sequence[AnyEdit]
) -> tuple["ReadForEdits", dict[str, Any]]:
    """Return a document with its keys renamed, and what it is to say."""
    read = _with_renames(read, [each for each in edits if isinstance(each, Rename)])
    others = [each for each in edits if isinstance(each, Edit)]
    wanted: dict[str, Any] = applied(read.value, others)
    return read, wanted


@final
@frozen
class ReadForEdits:
    """A document that is to be edited.

    Attributes:
        document: The document as it was read.
        texts: Its texts, some of which may have been edited already.
        whole: The union of the texts as they are written, in whatever version of the format.
    """

    document: Document
    texts: tuple[Text, ...]
    whole: Union

    @property
    def value(self) -> dict[str, Any]:
        """Return the plain value of the whole."""
        return self.whole.value

    def after(self, plan: "EditPlan") -> "ReadForEdits":
        """Return the document with edits that are not written yet."""
        edited = {str(each.path): each.after for each in plan.changes}
        marked = (edited.get(text.file) for text in self.texts)
        pairs = zip(self.texts, marked, strict=True)
        texts = tuple(
            text if data is None else evolve(text, data=data.removeprefix(_MARK))
            for text, data in pairs
        )
        return ReadForEdits(self.document, texts, _as_written(texts))


def read_for_edits(path: str | FilePath, *, max_bytes: int | None = None) -> ReadForEdits:
    """Return a document whose text has no problem, ready to be edited.

    Raises:
        InvalidDocument: If it cannot be read.
        ImpossibleEdit: If it is a workbook.
    """
    if is_workbook(FilePath(path)):
        raise ImpossibleEdit(f"{path} is a workbook: change its cells, or edit a YAML file")
    return ready_for_edits(read_path(path, max_bytes=max_bytes))


def ready_for_edits(document: Document) -> ReadForEdits:
    """Return a document that has been read, ready to be edited.

    Raises:
        InvalidDocument: If its text has a problem.
    """
    if document.problems:
        raise InvalidDocument(document.problems)
    texts = tuple(part.text for part in document.whole.parts)
    return ReadForEdits(document, texts, _as_written(texts))


def plan_of(
    read: ReadForEdits, wanted: dict[str, Any], vocabularies: Vocabularies | None = None
) -> EditPlan:
    """Return the edits after which a document says what is wanted.

    Raises:
        InvalidDocument: If it would not be a document any more.
        ImpossibleEdit: If it cannot be changed without damage.
    """
    edited = edited_texts(read, wanted)
    old = [part.text for part in read.document.whole.parts]
    changes = [
        FileChange(FilePath(before.file), *_bytes(before, after))
        for before, after in zip(old, edited, strict=True)
        if before.data != after.data
    ]
    return EditPlan(tuple(changes), read_texts(edited).architecture(vocabularies))


def edited_texts(read: ReadForEdits, wanted: dict[str, Any]) -> list[Text]:
    """Return the texts of a document that say what is wanted, whether it can be loaded or not.

    Raises:
        ImpossibleEdit: If it cannot be changed without damage.
    """
    values = wanted_parts(read.whole, wanted)
    return [
        evolve(text, data=with_value(_text(text), value, text.format).encode())
        for text, value in zip(read.texts, values, strict=True)
    ]


def edit_file(
    path: str | FilePath,
    edits: Sequence[AnyEdit],
    *,
    max_bytes: int | None = None,
    vocabularies: Vocabularies | None = None,
) -> EditPlan:
    """Make edits in a file, or in a folder; only the lines change that must.

    What is written is loaded first, and says what was meant; else nothing is written. A process
    that is killed leaves the old file or the new one.

    Args:
        path: A YAML or JSON file, or a folder of them.
        edits: What to change, by paths in the whole document; keys get their new names first.
        max_bytes: The size at which to refuse a file.
        vocabularies: Code lists and the registry of organizations; by default the shipped ones.

    Raises:
        InvalidDocument: If it cannot be read, or would not be a document any more.
        ImpossibleEdit: If an edit leads nowhere, or cannot be made without damage.
        OSError: If a file cannot be written.
    """
    plan = plan_edits(path, edits, max_bytes=max_bytes, vocabularies=vocabularies)
    plan.write()
    return plan


def _with_renames(read: ReadForEdits, renames: Sequence[Rename]) -> ReadForEdits:
    """Return a document in whose texts keys have other names."""
    for rename in renames:
        applied(read.value, [rename])  # refuses one that leads nowhere
        home, path = read.whole.home_of(rename.path)
        text = read.texts[home]
        new = with_renames(_text(text), [evolve(rename, path=path)], text.format)
        changed = evolve(text, data=new.encode())
        texts = (*read.texts[:home], changed, *read.texts[home + 1 :])
        read = evolve(read, texts=texts, whole=_as_written(texts))
    return read


def _as_written(texts: Sequence[Text]) -> Union:
    """Return the union of texts as they are written, in whatever version of the format."""
    return united([Part(text, plain_value(_text(text), text.format)) for text in texts])


def _text(text: Text) -> str:
    return text.data.decode()


def _bytes(old: Text, new: Text) -> tuple[bytes, bytes]:
    """Return the bytes of a file, before and after, with its byte order mark."""
    before = FilePath(old.file).read_bytes()
    mark = before[: len(before) - len(old.data)]
    return before, mark + new.data
