"""Values as people write them behind a path, in the form that questions ask for."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, final

from attrs import frozen

from interagency.document.edit_values import AnyEdit, Edit
from interagency.document.field_places import is_list, shape_at
from interagency.document.problems import Misfit, Path, path_text
from interagency.document.scalars import written
from interagency.document.splices import ImpossibleEdit
from interagency.document.workbook.lists import named_entries
from interagency.document.workbook.names import Names
from interagency.document.writer import to_entry
from interagency.document.written_paths import path_of
from interagency.document.yaml_reader import Unreadable, compose
from interagency.model import Organization
from interagency.model.fields import FieldShape
from interagency.model.grammar import LINE, Code, Grammar, Ref
from interagency.vocabularies import Vocabularies, shipped

_SETTLED: Final = re.compile(r"leave out `?certainty: disputed`?( once it is settled)?")
_BESIDE: Final = re.compile(r"; beside it (\{.*\})", re.DOTALL)
_PAIRS: Final = re.compile(r'(?:"(?:[^"\\]|\\.)*+"|[^\s"\[\]{}:,][^\[\]{}:,]*): ')
_COMMA: Final = re.compile(r"\s*[;,]\s*")
_COUNTRY_FORMS: Final = ("country", "area")


@final
@frozen(eq=False)
class Written:
    """What people write, understood by the names of one document.

    Attributes:
        value: The plain value of the document.
        names: What names mean in it.
        registry: The well-known organizations.
    """

    value: dict[str, Any]
    names: Names
    registry: Mapping[str, Organization]

    @classmethod
    def of(cls, value: dict[str, Any], vocabularies: Vocabularies | None = None) -> "Written":
        """Return what is needed to understand what is written about a document."""
        known = vocabularies or shipped()
        return cls(value, Names(named_entries(value), known, sheets=False), known.organizations)

    def edits(self, path: str, text: str) -> list[AnyEdit]:
        """Return the edits that a path and a value stand for.

        A mapping is added to one that is there: what it does not name stays. A single name
        stands for a list of one, and names stand for ids where only one thing has them.

        Args:
            path: The path, as questions write it.
            text: The value, as questions ask for it.

        Raises:
            ImpossibleEdit: If one of them cannot be understood.
        """
        place = path_of(path.removesuffix(":"), self.value)
        if _SETTLED.fullmatch(text):
            return [Edit(each) for each in self._disputes(place)]
        text, beside = self._beside(text)
        found = self._spread(place, self._value(place, text))
        entry = self._entry_of_registry(place) | beside
        return [*(Edit((*place[:2], key), each) for key, each in entry.items()), *found]

    def _value(self, path: Path, text: str) -> Any:
        shape = shape_at(path)
        if _is_text(shape) and not text.startswith(("'", '"', "[", "{")):
            return [text] if is_list(path) else text
        if isinstance(path[-1], str) and shape is None and _PAIRS.match(text):
            text = f"{{{text}}}"
        try:
            value, problems = compose(text.encode("utf-8", "surrogatepass"))
        except Unreadable as error:
            raise ImpossibleEdit(f"{path_text(path)}: {error.problem.message}") from None
        if problems:
            raise ImpossibleEdit(f"{path_text(path)}: {problems[0].message}")
        return self._resolved(path, value)

    def _resolved(self, path: Path, value: Any) -> Any:
        """Return a value with ids and codes where names may stand."""
        if isinstance(value, dict):
            return {key: self._resolved((*path, key), each) for key, each in value.items()}
        if isinstance(value, list):
            return [self._resolved((*path, index), each) for index, each in enumerate(value)]
        shape = shape_at(path)
        text = written(value)
        if shape is None or text is None:
            return value
        if not is_list(path) or text in shape.words:
            return self._one(path, shape, value, text)
        parts = [part for part in _COMMA.split(text) if part] if _is_named(shape) else [value]
        return [
            self._one((*path, index), shape, each, str(each)) for index, each in enumerate(parts)
        ]

    def _one(self, path: Path, shape: FieldShape, value: Any, text: str) -> Any:
        if not _is_named(shape) or text in shape.words:
            return value
        try:
            return self.names.find(shape, text)
        except Misfit as error:
            raise ImpossibleEdit(f"{path_text(path)}: {error}") from None

    def _spread(self, path: Path, value: Any) -> list[AnyEdit]:
        """Return the edits that add a mapping to one that is there."""
        there = _at(self.value, path)
        if not isinstance(value, dict) or not (isinstance(there, dict) and there):
            return [Edit(path, value)]
        return [edit for key, each in value.items() for edit in self._spread((*path, key), each)]

    def _beside(self, text: str) -> tuple[str, dict[str, Any]]:
        """Return a value without what is to stand beside it, and that."""
        match = _BESIDE.search(text)
        if match is None:
            return text, {}
        try:
            value, _ = compose(match[1].encode("utf-8", "surrogatepass"))
        except Unreadable as error:
            raise ImpossibleEdit(f"beside it: {error.problem.message}") from None
        return text[: match.start()], value

    def _entry_of_registry(self, path: Path) -> dict[str, Any]:
        """Return what an entry must say that takes the place of one of the registry."""
        if len(path) < 3 or path[0] != "organizations" or _at(self.value, path[:2]) is not None:
            return {}
        known = self.registry.get(str(path[1]))
        return {} if known is None else dict(to_entry(known, skip=("id",)))

    def _disputes(self, path: Path) -> Iterator[Path]:
        """Yield where a dispute is recorded inside an entry."""
        found = [each for each in _paths(_at(self.value, path), path) if each[-1] == "certainty"]
        disputed = [each for each in found if _at(self.value, each) == "disputed"]
        if not disputed:
            raise ImpossibleEdit(f"{path_text(path)}: nothing is disputed here")
        yield from disputed


def _is_text(shape: FieldShape | None) -> bool:
    """Return whether a field holds a text that is nothing but a text."""
    return shape is not None and shape.mark == LINE and not shape.many and not shape.pairs


def _is_named(shape: FieldShape) -> bool:
    """Return whether names may stand in a field for ids or codes."""
    return isinstance(shape.mark, Ref | Code) or _form(shape) in _COUNTRY_FORMS


def _form(shape: FieldShape) -> str:
    return shape.mark.name if isinstance(shape.mark, Grammar) else ""


def _at(value: Any, path: Path) -> Any:
    """Return what stands at a path; nothing if there is nothing."""
    for step in path:
        try:
            value = value[step]
        except (LookupError, TypeError):
            return None
    return value


def _paths(value: Any, path: Path) -> Iterator[Path]:
    steps = value.items() if isinstance(value, dict) else enumerate(value or ())
    for step, each in steps:
        yield (*path, step)
        if isinstance(each, dict | list):
            yield from _paths(each, (*path, step))
