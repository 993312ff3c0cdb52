"""Change sets as YAML: read strictly, every problem with its place; written for people to edit."""

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any, Final, final

from interagency.change.change_sets import LIST_KEY, ChangeSet, Operation
from interagency.change.excerpts import read_excerpt
from interagency.change.operation_kinds import KIND_OF, Argument, OperationKind
from interagency.document.files import Text
from interagency.document.problems import Path
from interagency.document.scalars import written
from interagency.document.strict_yaml import Reader, parsed, text_in, text_of
from interagency.document.yaml_writer import yaml_text
from interagency.model import Body, Day
from interagency.model.grammar import SLUG

VERSION_KEY: Final = "interagency_changes"
VERSION: Final = 1
FILE_KEYS: Final = (VERSION_KEY, "title", "day", "decision", "add", LIST_KEY)
BESIDE: Final = ("day", "sources")
_BEGINS = f"a change set begins with `{VERSION_KEY}: {VERSION}`"


def read_changes(path: FilePath) -> ChangeSet:
    """Return the change set in a file.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    return _changes_in(text_in(path))


def parse_changes(text: str | bytes, *, file: str = "<text>") -> ChangeSet:
    """Return the change set in a text.

    Args:
        text: The change set, in YAML.
        file: Name of the text in problems.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    return _changes_in(text_of(text, file))


def _changes_in(text: Text) -> ChangeSet:
    reader = _Reader(text)
    return parsed(text, reader, reader.changes, _BEGINS)


def changes_text(changes: ChangeSet) -> str:
    """Return a change set as YAML, one operation a line where it is short."""
    value: dict[str, Any] = {VERSION_KEY: VERSION}
    if changes.title is not None:
        value["title"] = changes.title
    if changes.day is not None:
        value["day"] = changes.day.text
    if changes.decision is not None:
        value["decision"] = changes.decision
    if changes.add:
        value["add"] = dict(changes.add)
    entries = [_entry(each) for each in changes.operations]
    return yaml_text(value | {LIST_KEY: entries})


def _entry(operation: Operation) -> dict[str, Any]:
    kind = KIND_OF[operation.kind]
    given = {name: _plain(value) for name, value in operation.arguments.items()}
    short = kind.short is not None and [*given] == [kind.short]
    entry: dict[str, Any] = {kind.name: given[str(kind.short)] if short else given}
    if operation.day is not None:
        entry["day"] = operation.day.text
    if operation.sources:
        entry["sources"] = [*operation.sources]
    return entry


def _plain(value: Any) -> Any:
    return [*value] if isinstance(value, tuple) else value


@final
class _Reader(Reader):
    """Reads a change set, and notes every problem."""

    def __init__(self, source: Text) -> None:
        """Keep the text, in which operations that cannot be made are found later."""
        super().__init__()
        self.source = source

    def changes(self, value: Any) -> ChangeSet:
        file = self.mapping(value, (), FILE_KEYS, (VERSION_KEY, LIST_KEY))
        self.version(file.get(VERSION_KEY, VERSION), (VERSION_KEY,), VERSION, "change sets")
        add = file.get("add", {})
        if "add" in file:
            self.excerpt(add, ("add",))
        entries = self.sequence(file.get(LIST_KEY, []), (LIST_KEY,))
        found = [self.operation(each, (LIST_KEY, index)) for index, each in enumerate(entries)]
        return ChangeSet(
            operations=tuple(each for each in found if each is not None),
            title=self.text(file["title"], ("title",)) if "title" in file else None,
            day=self.date(file["day"], ("day",)) if "day" in file else None,
            decision=self.text(file["decision"], ("decision",)) if "decision" in file else None,
            add=add if isinstance(add, dict) else {},
            text=self.source,
        )

    def operation(self, value: Any, path: Path) -> Operation | None:
        known = (*KIND_OF, *BESIDE)
        entry = self.mapping(value, path, known)
        kinds = [KIND_OF[key] for key in entry if key in KIND_OF]
        if len(kinds) != 1:
            if isinstance(value, dict) and {*value} <= {*known}:
                names = ", ".join(KIND_OF)
                self.note(path, f"one operation is expected here: {names}")
            return None
        kind = kinds[0]
        return Operation(
            kind.name,
            self.arguments(kind, entry[kind.name], (*path, kind.name)),
            self.date(entry["day"], (*path, "day")) if "day" in entry else None,
            self.texts(entry["sources"], (*path, "sources")) if "sources" in entry else (),
        )

    def arguments(self, kind: OperationKind, value: Any, path: Path) -> Mapping[str, Any]:
        forms = {each.name: each for each in kind.arguments}
        if kind.short is not None and not (isinstance(value, dict) and {*value} & {*forms}):
            return {kind.short: self.argument(forms[kind.short], value, path)}
        entry = self.mapping(value, path, [*forms], kind.required)
        return {
            name: self.argument(forms[name], each, (*path, name))
            for name, each in entry.items()
            if name in forms
        }

    def argument(self, argument: Argument, value: Any, path: Path) -> Any:
        match argument.form:
            case "ids" | "keys":
                return self.texts(value, path)
            case "truth":
                return value if value == "jointly" else self.truth(value, path)
            case "excerpt":
                return self.excerpt(value, path)
            case "target":
                return self.target(value, path)
            case "path":
                return self.steps(value, path)
            case "value":
                return value
        return self.text(value, path)

    def excerpt(self, value: Any, path: Path) -> Any:
        records, problems = read_excerpt(value)
        for each in problems:
            self.note((*path, *each.path), each.message)
        return value if records else {}

    def target(self, value: Any, path: Path) -> Any:
        if isinstance(value, dict):
            known = len(self.problems)
            records, _ = read_excerpt(self.excerpt(value, path))
            bodies = [each for each in records if isinstance(each, Body)]
            if len(bodies) != 1 and len(self.problems) == known:
                self.note(path, "one group is expected here: groups merge into one")
            return value
        id = self.text(value, path)
        if id and not SLUG.allows(id):
            self.note(path, f"{id!r} is not an id: {SLUG.hint}")
        return id

    def steps(self, value: Any, path: Path) -> Any:
        if isinstance(value, list):
            return tuple(
                each if isinstance(each, int) else self.text(each, (*path, index))
                for index, each in enumerate(value)
            )
        return self.text(value, path)

    def date(self, value: Any, path: Path) -> Day | None:
        try:
            return Day.of(written(value) or "")
        except ValueError as error:
            self.note(path, str(error))
        return None
