"""Decisions on which organization a name means: one a line, kept beside the document.

Importers read them before anything else. A decision is undone by deleting its line.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath
from typing import Any, Final, final

from attrs import evolve, field, frozen

from interagency.document.files import Text
from interagency.document.positions import locate
from interagency.document.problems import InvalidDocument, Path, Problem
from interagency.document.strict_yaml import Reader, parsed, text_in, text_of
from interagency.model import Day
from interagency.model.grammar import RESERVED, SLUG
from interagency.vocabularies.vocabulary import folded

IDENTITIES_FILE: Final = "identities.yaml"
VERSION_KEY: Final = "interagency_identities"
VERSION: Final = 1
DECISIONS: Final = "decisions"
_BEGINS: Final = f"a file of identities begins with `{VERSION_KEY}: {VERSION}`"
_DECISION: Final = ("name", "is", "is_not", "by", "on", "note")


@final
@frozen(kw_only=True)
class Decision:
    """One decision.

    Attributes:
        name: The name as tables write it.
        is_: The id of the organization that it means; nothing if it says which it does not mean.
        is_not: The id or the name of an organization that it does not mean.
        by: Who decided: a function or an organization.
        on: When.
        note: Why.
        place: The file and the line.
    """

    name: str
    is_: str = ""
    is_not: str = ""
    by: str = ""
    on: Day | None = None
    note: str = ""
    place: tuple[str, int] = field(default=("", 0), eq=False)

    @property
    def where(self) -> str:
        """Return the file and the line, as a message names them."""
        file, line = self.place
        return f"{file}:{line}"


@final
@frozen
class Identities:
    """Decisions, as importers ask for them.

    Attributes:
        decisions: The decisions, in their order.
    """

    decisions: tuple[Decision, ...] = ()
    _same: Mapping[str, Decision] = field(init=False, eq=False, repr=False)
    _apart: Mapping[str, frozenset[str]] = field(init=False, eq=False, repr=False)

    @_same.default
    def _by_name(self) -> Mapping[str, Decision]:
        return {folded(each.name): each for each in self.decisions if each.is_}

    @_apart.default
    def _pairs(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for each in self.decisions:
            if each.is_not:
                one, other = folded(each.name), folded(each.is_not)
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
        return {key: frozenset(values) for key, values in found.items()}

    def settled(self, names: Iterable[str]) -> tuple[Decision, ...]:
        """Return the decisions on any of some names, as they are compared."""
        found = (self._same.get(name) for name in names)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def are_apart(self, names: Iterable[str], others: Iterable[str]) -> bool:
        """Return whether a decision holds any of some names apart from any of others.

        Args:
            names: Names or ids, as they are compared.
            others: The same of the other organization.
        """
        if not self._apart:
            return False
        beside = {each for name in names for each in self._apart.get(name, ())}
        return not beside.isdisjoint(map(folded, others))


NO_IDENTITIES: Final = Identities()


def read_identities(path: FilePath) -> Identities:
    """Return the decisions in a file.

    Raises:
        InvalidDocument: With everything that is wrong with them, contradictions included.
    """
    return _identities_in(text_in(path))


def parse_identities(text: str | bytes, *, file: str = "<text>") -> Identities:
    """Return the decisions in a text.

    Args:
        text: The decisions, in YAML.
        file: Name of the text in problems.

    Raises:
        InvalidDocument: With everything that is wrong with them, contradictions included.
    """
    return _identities_in(text_of(text, file))


def _identities_in(text: Text) -> Identities:
    reader = _Reader()
    found = parsed(text, reader, reader.whole, _BEGINS)
    paths: dict[int, Path] = {index: (DECISIONS, index, "name") for index in range(len(found))}
    places = locate(text.data, set(paths.values()))
    placed = tuple(
        evolve(each, place=(text.file, places[paths[index]][0])) for index, each in enumerate(found)
    )
    problems = list(_contradictions(placed))
    if problems:
        raise InvalidDocument(problems)
    return Identities(placed)


@final
class _Reader(Reader):
    """Reads decisions, and notes every problem."""

    def whole(self, value: Any) -> list[Decision]:
        # whose last line was deleted leaves the key of the list behind
        given = (
            {**value, DECISIONS: value.get(DECISIONS) or []} if isinstance(value, dict) else value
        )
        file = self.mapping(given, (), (VERSION_KEY, DECISIONS), (VERSION_KEY,))
        self.version(file.get(VERSION_KEY, VERSION), (VERSION_KEY,), VERSION, "identities")
        entries = self.sequence(file.get(DECISIONS, []), (DECISIONS,))
        return [self.decision(each, (DECISIONS, index)) for index, each in enumerate(entries)]

    def decision(self, value: Any, path: Path) -> Decision:
        entry = self.mapping(value, path, _DECISION, ("name",))
        texts = {key: self.text(each, (*path, key)) for key, each in entry.items()}
        if entry and ("is" in entry) is ("is_not" in entry):
            self.note(path, "write one of `is` and `is_not`")
        id = texts.get("is", "")
        if id and (not SLUG.allows(id) or id in RESERVED):
            self.note((*path, "is"), f"{id!r} is not an id: {SLUG.hint}")
        return Decision(
            name=texts.get("name", ""),
            is_=id,
            is_not=texts.get("is_not", ""),
            by=texts.get("by", ""),
            on=self.day(texts.get("on"), (*path, "on")),
            note=texts.get("note", ""),
        )

    def day(self, text: str | None, path: Path) -> Day | None:
        try:
            return Day.of(text) if text else None
        except ValueError as error:
            self.note(path, str(error))
            return None


def _contradictions(decisions: tuple[Decision, ...]) -> Iterable[Problem]:
    """Yield the decisions that contradict one before them."""
    same: dict[str, Decision] = {}
    for each in decisions:
        first = same.setdefault(folded(each.name), each) if each.is_ else each
        if first.is_ != each.is_:
            message = f"{each.name!r} is {each.is_} here, and {first.is_} in line {first.place[1]}"
            yield _problem(each, f"{message}; keep one of the lines")
    for each in decisions:
        joined = _joined(each, same)
        if each.is_not and joined:
            lines = " and ".join(str(line) for line in joined)
            message = f"{each.name!r} is not {each.is_not} here, and the same by line {lines}"
            yield _problem(each, f"{message}; keep one of them")


def _joined(decision: Decision, same: Mapping[str, Decision]) -> tuple[int, ...]:
    """Return the lines that make the same of two that a decision holds apart."""
    one, other = (same.get(folded(text)) for text in (decision.name, decision.is_not))
    if one and one.is_ == decision.is_not:
        return (one.place[1],)
    if other and folded(other.is_) == folded(decision.name):
        return (other.place[1],)
    if one and other and one.is_ == other.is_:
        return one.place[1], other.place[1]
    return ()


def _problem(decision: Decision, message: str) -> Problem:
    file, line = decision.place
    return Problem(message, (DECISIONS,), file, line, 1)
