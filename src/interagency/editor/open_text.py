"""A text that is open in an editor, with the other files of the document that it is part of."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, final

from attrs import evolve, frozen

from interagency.checking import Report
from interagency.document import Document, InvalidDocument
from interagency.document.edits import BYTE_ORDER_MARK, plain_value
from interagency.document.files import SUFFIXES, Text, is_part, paths_in, read_file
from interagency.document.problems import Problem
from interagency.document.reader import read_texts
from interagency.document.spans import Lines, Node, tree_of
from interagency.document.splices import ImpossibleEdit
from interagency.document.yaml_reader import Unreadable
from interagency.model import Architecture
from interagency.plugins.loading import Plugins
from interagency.plugins.running import check
from interagency.snapshot import Snapshot


@final
@frozen(eq=False)
class OpenText:
    """A text in an editor.

    Attributes:
        path: Its file, which may say something older.
        text: The text.
        plugins: Rules and vocabularies.
        open: All texts that are open, by their file.
        root: The folder above which no file is looked at; None for that of the file.
    """

    path: FilePath
    text: str
    plugins: Plugins
    open: Mapping[FilePath, str]
    root: FilePath | None = None

    @property
    def format(self) -> str:
        """Return yaml or json."""
        return SUFFIXES.get(self.path.suffix.lower(), "yaml")

    @cached_property
    def lines(self) -> Lines:
        """Return where the lines of the text begin and end."""
        return Lines(self.text)

    @cached_property
    def value(self) -> dict[str, Any]:
        """Return the plain value of the text; nothing if it cannot be read."""
        try:
            found = plain_value(self.text, self.format)
        except (InvalidDocument, ImpossibleEdit):
            return {}
        return found if isinstance(found, dict) else {}

    @cached_property
    def tree(self) -> Node | None:
        """Return the places of its values, behind a byte order mark; None if it is not read."""
        body = self.text.removeprefix(BYTE_ORDER_MARK)
        return tree_of(body, self.format) if self.value else None

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Return the texts of the document: of the smallest folder around it that is whole."""
        alone = (self._text(self.path),)
        if not is_part(FilePath(self.path.name)):
            return alone
        found = [alone, *self._folders()]
        return next((each for each in found if _is_whole(each)), found[-1])

    def _folders(self) -> Iterator[tuple[Text, ...]]:
        """Yield the texts of each folder around the file, up to the root."""
        root = self.root or self.path
        for folder in [each for each in self.path.parents if each.is_relative_to(root)]:
            try:
                texts = tuple(map(self._text, paths_in(folder)))
            except Unreadable:
                return
            if any(each.file == str(self.path) for each in texts):
                yield texts

    def _text(self, path: FilePath) -> Text:
        """Return a text as it is in the editor, or else in its file."""
        typed = self.text if path == self.path else self.open.get(path)
        if typed is None:
            return read_file(path)
        kind = SUFFIXES.get(path.suffix.lower(), "yaml")
        data = typed.removeprefix(BYTE_ORDER_MARK).encode("utf-8", "surrogatepass")
        return Text(str(path), data, kind)

    @cached_property
    def read(self) -> "Read":
        """Return what the document says, or what is wrong with it."""
        try:
            document = read_texts(self.texts)
            architecture = document.architecture(self.plugins.vocabularies)
        except InvalidDocument as error:
            return Read(problems=error.problems)
        return Read(document=document, architecture=architecture)

    @cached_property
    def report(self) -> Report | None:
        """Return what the rules say; None if the document cannot be loaded."""
        found = self.read.architecture
        return None if found is None else check(found, plugins=self.plugins)

    @cached_property
    def snapshot(self) -> Snapshot | None:
        """Return the day that the document describes; None if it cannot be loaded."""
        found = self.read.architecture
        return None if found is None else Snapshot.of(found, None, self.plugins.vocabularies)

    def with_text(self, text: str) -> "OpenText":
        """Return the same file with another text."""
        return evolve(self, text=text)

    def with_root(self, root: FilePath | None) -> "OpenText":
        """Return the same text in a smaller or larger folder; by itself without one."""
        return evolve(self, root=root)


@final
@frozen
class Read:
    """A document as it was read.

    Attributes:
        document: The document; None if it has problems.
        architecture: What it describes; None if it has problems.
        problems: What is wrong with it.
    """

    document: Document | None = None
    architecture: Architecture | None = None
    problems: tuple[Problem, ...] = ()


def _is_whole(texts: tuple[Text, ...]) -> bool:
    """Return whether texts are a document by themselves."""
    try:
        read_texts(texts).architecture()
    except InvalidDocument:
        return False
    return True
