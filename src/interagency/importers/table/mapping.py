"""Mapping of a table: what each column is, what holds for all rows, and what values mean.

A mapping is written once for a kind of file, and read again for next month's.
"""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as MappingOf
from pathlib import Path
from typing import Any, Final, final

from attrs import field, frozen

from interagency.document.files import Text
from interagency.document.problems import Path as Place
from interagency.document.strict_yaml import Reader, parsed, text_in, text_of
from interagency.document.yaml_writer import yaml_text
from interagency.importers.table.columns import Column, header_words
from interagency.importers.tabular.text import folded
from interagency.model import Day
from interagency.vocabularies import shipped

VERSION_KEY: Final = "interagency_mapping"
VERSION: Final = 1
READS: Final = ("groups", "presence", "organizations")
_BEGINS = f"a mapping begins with `{VERSION_KEY}: {VERSION}`"
_CONSTANTS = ("title", "note", "situation", "as_of", "areas", "country", "publisher")
_FILE = (VERSION_KEY, "name", "summary", "reads", "says", "words", "constants", "sheets", "values")
_SHEET = ("sheet", "header_row", "columns", "reads")


@final
@frozen(kw_only=True)
class SheetMapping:
    """What is on one sheet.

    Attributes:
        sheet: Name of the sheet; empty for every sheet, and for files without sheets.
        header_row: Number of the row with the headers; 0 if it is to be found.
        reads: What its rows are about, if not what the mapping says.
        columns: What each column is, by its header: a field, a role term, `group: NAME` or
            `sector: CODE`.
    """

    sheet: str = ""
    header_row: int = 0
    reads: str = ""
    columns: MappingOf[str, str] = field(factory=dict)


@final
@frozen(kw_only=True)
class Mapping:
    """A mapping, or a profile: a mapping of no file in particular.

    Attributes:
        name: Name of the profile.
        summary: What it reads, in one line.
        reads: What rows are about: groups, presence or organizations; empty if columns tell.
        says: Words of which a file must hold one to be read, such as the name of a response.
        words: More header words, by what they mean.
        constants: What holds for all rows: title, note, situation, as_of, areas, publisher;
            `country` is that of rows that name none.
        sheets: What is on which sheet.
        values: What values mean, by field: `{sector: {"Prot.": Protection}}`.
    """

    name: str = "table"
    summary: str = ""
    reads: str = ""
    says: tuple[str, ...] = ()
    words: MappingOf[str, str] = field(factory=dict)
    constants: MappingOf[str, Any] = field(factory=dict)
    sheets: tuple[SheetMapping, ...] = ()
    values: MappingOf[str, MappingOf[str, str]] = field(factory=dict)

    def of_sheet(self, name: str) -> SheetMapping | None:
        """Return what is on a sheet, or None if that is not mapped."""
        fits = (each for each in self.sheets if each.sheet in ("", name))
        return next(fits, None)

    def value(self, name: str, text: str) -> str:
        """Return what a value of a field means."""
        return self.values.get(name, {}).get(folded(text), text)


def read_mapping(path: Path) -> Mapping:
    """Return the mapping in a file.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    return _mapping_in(text_in(path))


def parse_mapping(text: str | bytes, *, file: str = "<text>") -> Mapping:
    """Return the mapping in a text.

    Args:
        text: The mapping, in YAML.
        file: Name of the text in problems.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    return _mapping_in(text_of(text, file))


def mapping_text(reads: str, sheets: Iterable[tuple[str, int, tuple[Column, ...]]]) -> str:
    """Return the mapping by which tables were read, as YAML to be edited.

    Args:
        reads: What rows are about.
        sheets: Name of each sheet, number of its header row, and its columns.
    """
    plain = {
        VERSION_KEY: VERSION,
        "reads": reads,
        "sheets": [
            {
                **({"sheet": name} if name else {}),
                "header_row": row,
                "columns": {each.header: _written(each) for each in columns if each.header},
            }
            for name, row, columns in sheets
        ],
    }
    return yaml_text(plain)


def _written(column: Column) -> Any:
    if column.group:
        return f"group: {column.group}"
    if column.covers:
        return f"sector: {column.covers}"
    return "/".join(column.terms) or column.field or "leave"


def _mapping_in(text: Text) -> Mapping:
    reader = _Reader()
    return parsed(text, reader, reader.whole, _BEGINS)


@final
class _Reader(Reader):
    """Reads a mapping, and notes every problem."""

    def whole(self, value: Any) -> Mapping:
        file = self.mapping(value, (), _FILE, (VERSION_KEY,))
        self.version(file.get(VERSION_KEY, VERSION), (VERSION_KEY,), VERSION, "mappings")
        sheets = self.sequence(file.get("sheets", []), ("sheets",))
        words = self.mapping(file.get("words", {}), ("words",), None)
        return Mapping(
            name=self.text(file.get("name", "table"), ("name",)),
            summary=self.text(file.get("summary", ""), ("summary",)),
            reads=self.reads(file.get("reads", ""), ("reads",)),
            says=self.texts(file.get("says", []), ("says",)),
            words={
                folded(each): self.meaning(key, ("words", key))
                for key, texts in words.items()
                for each in self.texts(texts, ("words", key))
            },
            constants=self.constants(file.get("constants", {}), ("constants",)),
            sheets=tuple(self.sheet(each, ("sheets", i)) for i, each in enumerate(sheets)),
            values=self.values(file.get("values", {}), ("values",)),
        )

    def reads(self, value: Any, path: Place) -> str:
        text = self.text(value, path)
        if text and text not in READS:
            self.note(path, f"{text!r} is none of {', '.join(READS)}")
        return text

    def sheet(self, value: Any, path: Place) -> SheetMapping:
        entry = self.mapping(value, path, _SHEET, ("columns",))
        columns = self.mapping(entry.get("columns", {}), (*path, "columns"), None)
        return SheetMapping(
            sheet=self.text(entry.get("sheet", ""), (*path, "sheet")),
            header_row=self.number(entry.get("header_row", 0), (*path, "header_row")),
            reads=self.reads(entry.get("reads", ""), (*path, "reads")),
            columns={
                str(header): self.meaning(each, (*path, "columns", header))
                for header, each in columns.items()
            },
        )

    def meaning(self, value: Any, path: Place) -> str:
        """Read what a column is: a field, terms of seats, `group: NAME` or `sector: CODE`."""
        text = self.text(value, path)
        kind, _, rest = (part.strip() for part in text.partition(":"))
        if rest and kind == "group":
            return text
        if rest and kind == "sector":
            if shipped()["sectors"].spelled(rest) is None:
                self.note(path, f"{rest!r} is not a sector; `interagency codes sectors` lists them")
            return text
        known = {*header_words().fields, "leave"}
        terms = shipped()["role-terms"]
        unknown = [each for each in text.split("/") if each not in terms]
        if text not in known and unknown:
            self.note(path, f"{text!r} is neither a field ({', '.join(sorted(known))}) nor a role")
        return text

    def constants(self, value: Any, path: Place) -> dict[str, Any]:
        entry = self.mapping(value, path, _CONSTANTS)
        found: dict[str, Any] = {
            key: self.text(each, (*path, key)) for key, each in entry.items() if key != "areas"
        }
        if "areas" in entry:
            found["areas"] = self.texts(entry["areas"], (*path, "areas"))
        self.codes(found, path)
        return found

    def codes(self, found: dict[str, Any], path: Place) -> None:
        """Note a day, a country and a situation that are none, and take them away."""
        checks: dict[str, Callable[[str], object]] = {
            "as_of": lambda text: Day.of(text),
            "country": lambda text: _known("countries", text),
            "situation": lambda text: _known("situations", text),
        }
        for key, check in checks.items():
            if key in found:
                try:
                    found[key] = check(found[key])
                except ValueError as error:
                    self.note((*path, key), str(error))
                    del found[key]

    def values(self, value: Any, path: Place) -> dict[str, dict[str, str]]:
        fields = self.mapping(value, path, None)
        return {
            name: {
                folded(str(key)): self.text(each, (*path, name, key))
                for key, each in self.mapping(entries, (*path, name), None).items()
            }
            for name, entries in fields.items()
        }


def _known(vocabulary: str, text: str) -> str:
    found = shipped()[vocabulary].spelled(text)
    if found is None:
        raise ValueError(f"{text!r} is not a code of `interagency codes {vocabulary}`")
    return found.code
