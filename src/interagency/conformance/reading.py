"""Packs: reference models written as YAML, read strictly, every problem with its place."""

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any, Final, final

from attrs import evolve

from interagency.checking import Citation
from interagency.conformance.forms import Forms
from interagency.conformance.misreading import Misreading
from interagency.conformance.reference_model import Clause, ReferenceModel, Strength
from interagency.document import InvalidDocument
from interagency.document.files import read_file
from interagency.document.places import locate
from interagency.document.problems import Path
from interagency.document.yaml_text import Unreadable, compose

VERSION_KEY: Final = "interagency_model"
VERSION: Final = 1
_PACK: Final = (VERSION_KEY, "id", "title", "published", "applies", "note", "sources", "clauses")
_CLAUSE: Final = ("id", "strength", "text", "for", "when", "expect", "sources")
_SOURCE: Final = ("title", "url", "verified")


def read_model(path: FilePath) -> ReferenceModel:
    """Return the reference model in a file.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    try:
        text = read_file(path)
    except Unreadable as error:
        raise InvalidDocument([error.problem]) from None
    return parse_model(text.data, file=str(path))


def parse_model(text: str | bytes, *, file: str = "<text>") -> ReferenceModel:
    """Return the reference model in a text.

    Args:
        text: The pack, in YAML.
        file: Name of the text in problems.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    data = text.encode() if isinstance(text, str) else text
    try:
        value, problems = compose(data)
    except Unreadable as error:
        raise InvalidDocument([evolve(error.problem, file=file)]) from None
    reader = _Reader()
    model = reader.model(value)
    found = [*problems, *reader.problems]
    if found or model is None:
        places = locate(data, {problem.path for problem in found})
        raise InvalidDocument([each.at(file, places.get(each.path)) for each in found])
    return model


@final
class _Reader(Misreading):
    """Reads a pack, and notes every problem."""

    def model(self, value: Any) -> ReferenceModel | None:
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
            name=self.text(pack.get("id"), ("id",)),
            title=self.text(pack.get("title"), ("title",)),
            published=self.text(pack.get("published", ""), ("published",)),
            situations=situations,
            note=self.text(pack.get("note", ""), ("note",)),
            clauses=tuple(clauses),
        )

    def sources(self, value: Any) -> Mapping[str, Citation]:
        found = {}
        for key, source in self.mapping(value, ("sources",), None).items():
            path = ("sources", key)
            entry = self.mapping(source, path, _SOURCE, required=("title",))
            found[key] = Citation(
                title=self.text(entry.get("title"), (*path, "title")),
                url=self.text(entry.get("url", ""), (*path, "url")),
                verified=self.truth(entry.get("verified", True), (*path, "verified")),
            )
        return found

    def clause(self, value: Any, path: Path, sources: Mapping[str, Citation]) -> Clause:
        required = ("id", "strength", "text", "expect", "sources")
        entry = self.mapping(value, path, _CLAUSE, required=required)
        forms = Forms(self)
        subjects, when = entry.get("for"), entry.get("when")
        return Clause(
            id=self.text(entry.get("id"), (*path, "id")),
            text=self.text(entry.get("text"), (*path, "text")),
            strength=self.strength(entry.get("strength"), (*path, "strength")),
            expect=forms.expectation(entry.get("expect"), (*path, "expect")),
            subjects=None if subjects is None else forms.selector(subjects, (*path, "for")),
            when=None if when is None else forms.expectation(when, (*path, "when")),
            citations=self.citations(entry.get("sources", []), (*path, "sources"), sources),
        )

    def strength(self, value: Any, path: Path) -> Strength:
        if value not in list(Strength):
            self.note(path, f"one of {', '.join(Strength)} is expected here, not {value!r}")
            return Strength.MAY
        return Strength(value)

    def citations(
        self, value: Any, path: Path, sources: Mapping[str, Citation]
    ) -> tuple[Citation, ...]:
        keys = self.texts(value, path)
        for index, key in enumerate(keys):
            if key not in sources:
                self.note((*path, index), f"there is no source {key!r} in this pack")
        return tuple(sources[key] for key in keys if key in sources)
