"""Packs: reference models written as YAML, read strictly, every problem with its place."""

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any, Final, final

from interagency.checking import Citation
from interagency.conformance.pack_language import Forms
from interagency.conformance.reference_model import (
    Clause,
    Function,
    ReferenceModel,
    Strength,
)
from interagency.document.files import Text
from interagency.document.problems import Path
from interagency.document.strict_yaml import Reader, parsed, text_in, text_of

Functions = Mapping[str, Function]

VERSION_KEY: Final = "interagency_model"
VERSION: Final = 1
_PACK = (VERSION_KEY, "id", "title", "published", "applies", "note", "sources", "clauses")
_CLAUSE = ("id", "strength", "text", "for", "when", "expect", "sources")
# What a pack says of where it applies, and the attribute of the model that holds it.
_APPLIES = {
    "situation": "situations",
    "countries": "countries",
    "level": "levels",
    "plan": "plans",
    "forum": "forums",
}
_SOURCE = ("title", "url", "verified")
_BEGINS = f"a reference model begins with `{VERSION_KEY}: {VERSION}`"
_NOT_WRITTEN = {"ask": ""}


def read_model(path: FilePath, functions: Functions | None = None) -> ReferenceModel:
    """Return the reference model in a file.

    Args:
        path: The pack, in YAML.
        functions: The functions that its clauses name with `code`, by name.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    return _parsed(text_in(path), functions or {})


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
    return _parsed(text_of(text, file), functions or {})


def _parsed(text: Text, functions: Functions) -> ReferenceModel:
    reader = _Reader(functions)
    return parsed(text, reader, reader.model, _BEGINS)


@final
class _Reader(Reader):
    """Reads a pack, and notes every problem."""

    def __init__(self, functions: Functions) -> None:
        """Keep the functions that clauses may name."""
        super().__init__()
        self.functions = functions

    def model(self, value: Any) -> ReferenceModel:
        pack = self.mapping(value, (), _PACK, required=("id", "title", "clauses", VERSION_KEY))
        self.version(pack.get(VERSION_KEY, VERSION), (VERSION_KEY,), VERSION, "packs")
        sources = self.sources(pack.get("sources", {}))
        clauses = [
            self.clause(each, ("clauses", index), sources)
            for index, each in enumerate(self.sequence(pack.get("clauses", []), ("clauses",)))
        ]
        self.once([clause.id for clause in clauses], ("clauses",))
        applies = self.mapping(pack.get("applies", {}), ("applies",), tuple(_APPLIES))
        grounds = {
            field: self.texts(applies.get(key, []), ("applies", key))
            for key, field in _APPLIES.items()
        }
        return ReferenceModel(
            name=self.text(pack.get("id", ""), ("id",)),
            title=self.text(pack.get("title", ""), ("title",)),
            published=self.text(pack.get("published", ""), ("published",)),
            **grounds,
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
