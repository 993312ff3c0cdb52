"""Edits of files: of one, or of those of a folder that hold what changes; all of them or none."""

from collections.abc import Sequence
from pathlib import Path as FilePath
from typing import final

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
from interagency.document.reader import read_path, read_texts
from interagency.document.replacement import write_together
from interagency.document.splices import ImpossibleEdit
from interagency.document.workbook.files import is_workbook
from interagency.model import Architecture
from interagency.vocabularies import Vocabularies


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
    if is_workbook(FilePath(path)):
        raise ImpossibleEdit(f"{path} is a workbook: change its cells, or edit a YAML file")
    document = read_path(path, max_bytes=max_bytes)
    if document.problems:
        raise InvalidDocument(document.problems)
    texts = [part.text for part in document.whole.parts]
    edited = _edited(texts, edits)
    again = read_texts(edited)
    changes = [
        FileChange(FilePath(old.file), *_bytes(old, new))
        for old, new in zip(texts, edited, strict=True)
        if old.data != new.data
    ]
    return EditPlan(tuple(changes), again.architecture(vocabularies))


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


def _edited(texts: Sequence[Text], edits: Sequence[AnyEdit]) -> list[Text]:
    """Return the texts of a document with edits made in those that hold what changes."""
    renames = [each for each in edits if isinstance(each, Rename)]
    others = [each for each in edits if isinstance(each, Edit)]
    whole = _as_written(texts)
    for rename in renames:
        applied(whole.value, [rename])  # refuses one that leads nowhere
        home, path = whole.home_of(rename.path)
        new = with_renames(_text(texts[home]), [evolve(rename, path=path)], texts[home].format)
        texts = [*texts[:home], evolve(texts[home], data=new.encode()), *texts[home + 1 :]]
        whole = _as_written(texts)
    wanted = applied(whole.value, others)
    values = wanted_parts(whole, wanted)
    return [
        evolve(text, data=with_value(_text(text), value, text.format).encode())
        for text, value in zip(texts, values, strict=True)
    ]


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
