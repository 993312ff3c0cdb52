"""Columns of a table, and what each is taken for: by a mapping, its HXL tag, its header or values.

Trust goes in that order. A column whose header may mean two things alike is left, and named.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, final

from attrs import field, frozen

from interagency.importers.tabular.fields import words_of
from interagency.importers.tabular.source import Cells
from interagency.importers.tabular.split import letters_of
from interagency.importers.tabular.text import clean, folded, one_line, words
from interagency.vocabularies import shipped

# Columns that are recognised and never read: people, remarks, numbers of rows.
NOT_READ: Final = frozenset(
    {"person", "remark", "id", "leave", "smaller area", "plan", "donor", "activity", "count"}
)
# Terms that a header has for who takes part in an activity, and pays for it: no seats.
_NO_SEATS: Final = frozenset({"donor-representative", "partner"})
# What a header is if it names both: `Partner type` is no partner.
_NARROWER: Final = (
    ("organization type", "organization"),
    ("acronym", "organization"),
    ("area code", "area"),
    ("smaller area", "area"),
)
# Words beside the name of a field that say that its cells are no values of it.
_NO_NAMES: Final = words("filter filtro filtre pattern validation")
# Of these, a header that names something else too names that.
_WEAK: Final = ("activity", "count")
_SAMPLES = 5
_LONGEST_HEADER = 80
_NO_HEADER = re.compile(r"https?://|www\.|@\w|^[\d.,:/ -]+$", re.IGNORECASE)
_TAG = re.compile(r"#[A-Za-z][\w]*(\s*\+\s*[\w]+)*", re.ASCII)
_NUMBERED = re.compile(r" \d{1,2}$")
_LANGUAGES: Final = words("en eng english fr fra french es esp spanish pt por ar ara arabic")
# Words beside a role that say what holds it, or where.
_BESIDE = words(
    "agency agencies organisation organisations organization organizations org orgs "
    "entity entities institution institutions name names of the for a by held sector "
    "sectors cluster clusters group groups working wg partner ngo un agence agences "
    "organisme nom nombre nome du de des la le les l el los las del do da dos das o os "
    "as agencia agencias organizacion organizaciones entidad entidades institucion "
    "organizacao organizacoes entidade instituicao secteur setor grupo groupe national "
    "level"
)
_PAIR = re.compile(r"\s*(?:[/&+,;]|\b(?:and|or|y|e|et|ou|و)\b)\s*")


@final
class How(StrEnum):
    """What a reading of a column rests on, the most trusted first."""

    MAPPING = "the mapping"
    TAG = "its HXL tag"
    HEADER = "its header"
    VALUES = "its values"


@final
@frozen(kw_only=True)
class Column:
    """One column, and what it is taken for.

    Attributes:
        index: Its place, from 0.
        header: What stands above it.
        tag: Its HXL tag.
        field: What it is taken for; empty if it is left.
        terms: The terms of the seats that its cells hold, if it names holders.
        group: The group that its header names, if its cells belong to one group.
        covers: The code of the sector that its header names, if rows are marked in it.
        how: What that rests on.
        rivals: What else it may be; a column that may be two things alike is left.
        samples: Some of its values.
    """

    index: int
    header: str
    tag: str = ""
    field: str = ""
    terms: tuple[str, ...] = ()
    group: str | None = None
    covers: str | None = None
    how: How | None = None
    rivals: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """Return its place as spreadsheets name it: A, AA."""
        return letters_of(self.index)

    @property
    def is_known(self) -> bool:
        """Return whether it is clear what it is, be it read or not."""
        return bool(self.field or self.terms or self.group or self.covers)

    @property
    def is_read(self) -> bool:
        """Return whether its cells are read."""
        return self.is_known and self.field not in NOT_READ

    @property
    def meaning(self) -> str:
        """Return in words what it is taken for."""
        if self.terms:
            return " / ".join(self.terms)
        if self.group:
            return f"in group {self.group}"
        return f"marks of sector {self.covers}" if self.covers else self.field

    def cell(self, cells: Cells) -> str:
        """Return the clean text of a row in this column."""
        return clean(cells[self.index]) if self.index < len(cells) else ""


@final
@frozen
class Reading:
    """What a header may mean: a field, or terms of seats; the weight says how surely."""

    field: str = ""
    terms: tuple[str, ...] = ()
    weight: int = 3

    @property
    def text(self) -> str:
        """Return it in words."""
        return self.field or " / ".join(self.terms)


@final
@frozen
class Words:
    """Header words by field."""

    whole: Mapping[str, str]
    within: Mapping[str, str]
    tags: Mapping[str, str]
    fields: tuple[str, ...] = field(factory=tuple)


@cache
def header_words() -> Words:
    """Return the header words of all fields, in English, French, Spanish, Portuguese, Arabic."""
    text = files(__package__).joinpath("fields.csv").read_text(encoding="utf-8")
    whole: dict[str, str] = {}
    within: dict[str, str] = {}
    tags: dict[str, str] = {}
    rows = list(csv.DictReader(text.splitlines()))
    for row in rows:
        for found, key in ((whole, "words"), (within, "within")):
            for each in filter(None, row[key].split(";")):
                found.setdefault(folded(each), row["field"])
        if row["hxl"]:
            tags[row["hxl"]] = row["field"]
    return Words(whole, within, tags, tuple(row["field"] for row in rows))


def term_of(text: str) -> str | None:
    """Return the code of the role term that a text is, in any language of the header words."""
    words = folded(text)
    own = header_words().whole.get(words)
    terms = shipped()["role-terms"]
    if own in terms:
        return own
    found = terms.spelled(words) or terms.spelled(words.removesuffix("s"))
    return found.code if found else None


def is_tags(cells: Iterable[str]) -> bool:
    """Return whether a row holds HXL tags: at least half of its filled cells are tags."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    tags = sum(_TAG.fullmatch(cell) is not None for cell in filled)
    return tags > 0 and 2 * tags >= len(filled)


@lru_cache(maxsize=4096)
def reading_of_tag(tag: str) -> Reading | None:
    """Return what an HXL tag means; of its attributes, the order does not matter."""
    name, *attributes = (part.strip().casefold() for part in tag.split("+"))
    tags = header_words().tags
    if name == "#adm1" and "pcode" in attributes:
        attributes = ["code"]
    for attribute in attributes:
        found = tags.get(f"{name}+{attribute}")
        if found:
            return _as_reading(found)
    if name == "#contact" or name not in tags:
        return _as_reading("person") if name == "#contact" else None
    return _as_reading(tags[name])


def _as_reading(name: str, weight: int = 3) -> Reading:
    if name in shipped()["role-terms"]:
        return Reading(terms=(name,), weight=weight)
    return Reading(name, weight=weight)


@lru_cache(maxsize=4096)
def readings_of_header(text: str) -> tuple[Reading, ...]:
    """Return what a header may mean, the surest first; nothing if it is no header."""
    if not text or len(text) > _LONGEST_HEADER or _NO_HEADER.search(text):
        return ()
    words = _NUMBERED.sub("", words_of(text))
    if not _NO_NAMES.isdisjoint(words.split()):
        return ()
    known = header_words()
    # `AoR` is one word, `OrgType` is two
    own = known.whole.get(words) or known.whole.get(folded(text))
    if own:
        return (_as_reading(own),)
    inside = dict.fromkeys(
        name for phrase, name in known.within.items() if f" {phrase} " in f" {words} "
    )
    for first in ("person", "contact", "donor"):
        if first in inside:  # what may be personal, or who pays, is never read for something else
            return (Reading(first),)
    terms = _terms_in(text)
    if terms:
        return (Reading(terms=terms, weight=2),)
    return tuple(_as_reading(name, 1) for name in _narrowed(inside))


def _narrowed(names: Iterable[str]) -> tuple[str, ...]:
    """Return what a header may mean, without what it only names beside that."""
    found = dict.fromkeys(names)
    for narrow, wide in _NARROWER:
        if narrow in found:
            found.pop(wide, None)
    strong = tuple(name for name in found if name not in _WEAK)
    return strong or tuple(found)


def _terms_in(text: str) -> tuple[str, ...]:
    """Return the terms of seats that a header names: `Lead agency`, `Chair / Co-chair`."""
    terms = _all_terms_in(text)
    return () if _NO_SEATS.intersection(terms) else terms


def _all_terms_in(text: str) -> tuple[str, ...]:
    whole = term_of(_without_beside(text)) or term_of(text)
    if whole:
        return (whole,)
    parts = [part for part in _PAIR.split(one_line(text).casefold()) if _without_beside(part)]
    terms = [term_of(_without_beside(part)) for part in parts]
    return tuple(filter(None, terms)) if len(parts) > 1 and all(terms) else ()


def _without_beside(text: str) -> str:
    words = _NUMBERED.sub("", words_of(text)).split()
    return " ".join(word for word in words if word not in _BESIDE)


def base_of(header: str) -> str:
    """Return the words of a header without the language that it names: `ORG_NAME_fr`."""
    words = words_of(header).split()
    return " ".join(words[:-1] if words[-1:] and words[-1] in _LANGUAGES else words)


def samples_of(rows: Sequence[tuple[int, Cells]], index: int) -> tuple[str, ...]:
    """Return the first different values of a column."""
    values: dict[str, None] = {}
    for _, cells in rows:
        text = one_line(clean(cells[index])) if index < len(cells) else ""
        if text:
            values[text] = None
        if len(values) == _SAMPLES:
            break
    return tuple(values)
