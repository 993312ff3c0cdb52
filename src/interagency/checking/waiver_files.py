"""Waivers as a file: read strictly, every problem with its place; written for people to edit."""

from collections.abc import Iterable, Sequence
from pathlib import Path as FilePath
from textwrap import indent
from typing import Any, Final, final

from attrs import evolve

from interagency.checking.waiver import Waiver
from interagency.document import InvalidDocument, Problem
from interagency.document.files import read_file
from interagency.document.misfits import unknown_field
from interagency.document.places import Place, locate
from interagency.document.problems import Path
from interagency.document.scalars import written
from interagency.document.yaml_text import Unreadable, compose
from interagency.document.yaml_writer import yaml_text
from interagency.model import Day

VERSION_KEY: Final = "interagency_waivers"
VERSION: Final = 1
_FILE: Final = (VERSION_KEY, "waivers")
_WAIVER: Final = ("rule", "subject", "related", "evidence", "reason", "owner", "expires")
_REQUIRED: Final = ("rule", "subject", "reason")


def read_waivers(path: FilePath) -> tuple[Waiver, ...]:
    """Return the waivers in a file.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    try:
        data = read_file(path).data
    except Unreadable as error:
        raise InvalidDocument([error.problem]) from None
    return parse_waivers(data, file=str(path))


def parse_waivers(text: str | bytes, *, file: str = "<text>") -> tuple[Waiver, ...]:
    """Return the waivers in a text.

    Args:
        text: The waivers, in YAML.
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
    waivers = reader.waivers(value)
    found = [*problems, *reader.problems]
    if found:
        places = locate(data, {problem.path for problem in found})
        raise InvalidDocument([each.at(file, places.get(each.path)) for each in found])
    return waivers


def waiver_places(path: FilePath, count: int) -> list[Place | None]:
    """Return the line and column of each waiver in a file that can be read, in its order."""
    paths: list[Path] = [("waivers", index) for index in range(count)]
    places = locate(read_file(path).data, paths)
    return [places.get(each) for each in paths]


def waivers_text(waivers: Iterable[Waiver]) -> str:
    """Return waivers as YAML: one field a line, so that changes are easy to review."""
    entries = "".join(map(_entry, waivers))
    return f"{VERSION_KEY}: {VERSION}\nwaivers:" + (f"\n{entries}" if entries else " []\n")


def _entry(waiver: Waiver) -> str:
    value: dict[str, Any] = {"rule": waiver.rule, "subject": waiver.subject}
    if waiver.related:
        value["related"] = [*waiver.related]
    value |= {"evidence": [*waiver.evidence], "reason": waiver.reason}
    if waiver.owner is not None:
        value["owner"] = waiver.owner
    if waiver.expires is not None:
        value["expires"] = waiver.expires.text
    return f"  - {indent(yaml_text(value), '    ')[4:]}"


@final
class _Reader:
    """Reads a file of waivers, and notes every problem."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def note(self, path: Path, message: str) -> None:
        self.problems.append(Problem(message, path))

    def waivers(self, value: Any) -> tuple[Waiver, ...]:
        file = self.mapping(value, (), _FILE, _FILE)
        if written(file.get(VERSION_KEY, VERSION)) != str(VERSION):
            self.note((VERSION_KEY,), f"this release knows version {VERSION} of waivers only")
        entries = self.sequence(file.get("waivers", []), ("waivers",))
        waivers = [self.waiver(each, ("waivers", index)) for index, each in enumerate(entries)]
        self.once([each.fingerprint for each in waivers])
        return tuple(waivers)

    def waiver(self, value: Any, path: Path) -> Waiver:
        entry = self.mapping(value, path, _WAIVER, _REQUIRED)
        texts = {key: self.text(entry[key], (*path, key)) for key in _REQUIRED if key in entry}
        for key in ("rule", "reason"):
            if isinstance(entry.get(key), str) and not entry[key].strip():
                self.note((*path, key), "text is expected here, not nothing")
        return Waiver(
            rule=texts.get("rule", ""),
            subject=texts.get("subject", ""),
            related=self.texts(entry.get("related", []), (*path, "related")),
            evidence=self.texts(entry.get("evidence", []), (*path, "evidence")),
            reason=texts.get("reason", ""),
            owner=self.text(entry["owner"], (*path, "owner")) if "owner" in entry else None,
            expires=self.day(entry["expires"], (*path, "expires")) if "expires" in entry else None,
        )

    def mapping(
        self, value: Any, path: Path, keys: Sequence[str], required: Sequence[str]
    ) -> dict[str, Any]:
        if not isinstance(value, dict):
            self.note(path, "a mapping is expected here")
            return {}
        for key in value:
            if key not in keys:
                self.note((*path, key), unknown_field(key, tuple(keys)))
        for key in required:
            if key not in value:
                self.note(path, f"the field {key!r} is missing")
        return value

    def sequence(self, value: Any, path: Path) -> list[Any]:
        if not isinstance(value, list):
            self.note(path, "a list is expected here")
            return []
        return value

    def texts(self, value: Any, path: Path) -> tuple[str, ...]:
        items = enumerate(self.sequence(value, path))
        return tuple(self.text(each, (*path, index)) for index, each in items)

    def text(self, value: Any, path: Path) -> str:
        found = written(value)
        if found is None:
            self.note(path, "text is expected here")
        return found or ""

    def day(self, value: Any, path: Path) -> Day | None:
        text = written(value)
        try:
            return Day.of(text or "")
        except ValueError as error:
            self.note(path, str(error))
        return None

    def once(self, fingerprints: Sequence[str]) -> None:
        seen: set[str] = set()
        for index, each in enumerate(fingerprints):
            if each in seen:
                self.note(("waivers", index), "this finding is waived twice")
            seen.add(each)
