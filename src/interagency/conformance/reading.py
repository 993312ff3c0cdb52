"""Packs: reference models written as YAML, read strictly, every problem with its place."""

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any, Final, final

from attrs import evolve

from interagency.checking import Citation
from interagency.conformance.forms import Forms
from interagency.conformance.misreading import Misreading
from interagency.conformance.reference_model import (
    Clause,
    Function,
    ReferenceModel,
    Strength,
)
from interagency.document import InvalidDocument, Problem
from interagency.document.files import MAX_BYTES, Text, decoded, read_file
from interagency.document.places import locate
from interagency.document.problems import Path
from interagency.document.yaml_text import Unreadable, compose

Functions = Mapping[str, Function]

VERSION_KEY: Final = "interagency_model"
VERSION: Final = 1
_PACK: Final = (VERSION_KEY, "id", "title", "published", "applies", "note", "sources", "clauses")
_CLAUSE: Final = ("id", "strength", "text", "for", "when", "expect", "sources")
_SOURCE: Final = ("title", "url", "verified")
_START: Final = (1, 1)
_BEGINS: Final = f"a reference model begins with `{VERSION_KEY}"
_NOT_WRITTEN: Final = {"ask": ""}


def read_model(path: FilePath, functions: Functions | None = None) -> ReferenceModel:
    """Return the reference model in a file.

    Args:
        path: The pack, in YAML.
        functions: The functions that its clauses name with `code`, by name.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    try:
        text = read_file(path)
    except Unreadable as error:
        raise InvalidDocument([error.problem]) from None
    return _parsed(text, functions or {})


def parse_model(
    text: str | bytes, *, file: str = "<text>", functions: Functions | None = None
) -> ReferenceModel:
    """Return the reference model in a text.

    Args:
        text: The pack, in YAML.
        file: Name of the text in problems.
        functions: The functions that its clauses name with `code`, by name.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    try:
        return _parsed(decoded(file, data, "yaml", MAX_BYTES["yaml"]), functions or {})
    except Unreadable as error:
        raise InvalidDocument([error.problem]) from None


def _parsed(text: Text, functions: Functions) -> ReferenceModel:
    try:
        value, problems = compose(text.data)
    except Unreadable as error:
        # The reader of documents says how a document begins.
        message = error.problem.message.replace("a document begins with `interagency", _BEGINS)
        raise InvalidDocument([evolve(error.problem, file=text.file, message=message)]) from None
    reader = _Reader(functions)
    model = reader.model(value)
    found = [*problems, *_unsaid(reader.problems, problems)]
    if found:
        places = locate(text.data, {problem.path for problem in found})
        raise InvalidDocument([each.at(text.file, places.get(each.path, _START)) for each in found])
    return model


def _unsaid(problems: list[Problem], said: list[Problem]) -> Iterator[Problem]:
    """Yield the problems at places where the text itself has none: one cause is told once."""
    places = {problem.path for problem in said}
    return (problem for problem in problems if problem.path not in places)


@final
class _Reader(Misreading):
    """Reads a pack, and notes every problem."""

    def __init__(self, functions: Functions) -> None:
        """Keep the functions that clauses may name."""
        super().__init__()
        self.functions = functions

    def model(self, value: Any) -> ReferenceModel:
        pack = self.mapping(value, (), _PACK, required=("id", "title", "clauses", VERSION_KEY))
        if pack.get(VERSION_KEY, VERSION) != VERSION:
            self.note((VERSION_KEY,), f"this release knows version {VERSION} of packs only")
        sources = self.sources(pack.get("sources", {}))
        clauses = [
            self.clause(each, ("clauses", index), sources)
            for index, each in enumerate(self.sequence(pack.get("clauses", []), ("clauses",)))
        ]
        self.once([clause.id for clause in clauses], ("clauses",))
        applies = self.mapping(pack.get("applies", {}), ("applies",), ("situation",))
        situations = self.texts(applies.get("situation", []), ("applies", "situation"))
        return ReferenceModel(
            name=self.text(pack.get("id", ""), ("id",)),
            title=self.text(pack.get("title", ""), ("title",)),
            published=self.text(pack.get("published", ""), ("published",)),
            situations=situations,
            note=self.text(pack.get("note", ""), ("note",)),
            clauses=tuple(clauses),
            functions=self.functions,
        )

    def sources(self, value: Any) -> Mapping[str, Citation]:
        found = {}
        for key, source in self.mapping(value, ("sources",), None).items():
            path = ("sources", key)
            entry = self.mapping(source, path, _SOURCE, required=("title",))
            found[key] = Citation(
                title=self.text(entry.get("title", ""), (*path, "title")),
                url=self.text(entry.get("url", ""), (*path, "url")),
                verified=self.truth(entry.get("verified", True), (*path, "verified")),
            )
        return found

    def clause(self, value: Any, path: Path, sources: Mapping[str, Citation]) -> Clause:
        required = ("id", "strength", "text", "expect", "sources")
        entry = self.mapping(value, path, _CLAUSE, required=required)
        forms = Forms(self, tuple(self.functions))
        subjects = forms.subjects(entry["for"], (*path, "for")) if "for" in entry else None
        when = forms.expectation(entry["when"], (*path, "when")) if "when" in entry else None
        expect = entry.get("expect", _NOT_WRITTEN)
        return Clause(
            id=self.text(entry.get("id", ""), (*path, "id")),
            text=self.text(entry.get("text", ""), (*path, "text")),
            strength=self.strength(entry.get("strength", Strength.MAY), (*path, "strength")),
            expect=forms.expectation(expect, (*path, "expect")),
            subjects=subjects,
            when=when,
            citations=self.citations(entry, (*path, "sources"), sources),
        )

    def strength(self, value: Any, path: Path) -> Strength:
        if value not in list(Strength):
            self.note(path, f"one of {', '.join(Strength)} is expected here, not {value!r}")
            return Strength.MAY
        return Strength(value)

    def citations(
        self, entry: Mapping[str, Any], path: Path, sources: Mapping[str, Citation]
    ) -> tuple[Citation, ...]:
        keys = self.texts(entry.get("sources", []), path)
        if "sources" in entry and not keys:
            self.note(path, "at least one source is expected here")
        for index, key in enumerate(keys):
            if key not in sources:
                self.note((*path, index), f"there is no source {key!r} in this pack")
        return tuple(sources[key] for key in keys if key in sources)
