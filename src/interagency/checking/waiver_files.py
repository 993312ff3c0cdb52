"""Waivers as a file: read strictly, every problem with its place; written for people to edit."""

from collections.abc import Iterable
from pathlib import Path as FilePath
from textwrap import indent
from typing import Any, Final, final

from interagency.checking.waiver import Waiver
from interagency.document.files import Text
from interagency.document.positions import Place, locate
from interagency.document.problems import Path
from interagency.document.scalars import written
from interagency.document.strict_yaml import Reader, parsed, text_in, text_of
from interagency.document.yaml_writer import yaml_text
from interagency.model import Day

VERSION_KEY: Final = "interagency_waivers"
VERSION: Final = 1
_FILE = (VERSION_KEY, "waivers")
_WAIVER = ("rule", "subject", "related", "evidence", "reason", "owner", "expires")
_REQUIRED = ("rule", "subject", "reason")
_BEGINS = f"a file of waivers begins with `{VERSION_KEY}: {VERSION}`"


def read_waivers(path: FilePath) -> tuple[Waiver, ...]:
    """Return the waivers in a file.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    return waivers_in(text_in(path))


def parse_waivers(text: str | bytes, *, file: str = "<text>") -> tuple[Waiver, ...]:
    """Return the waivers in a text.

    Args:
        text: The waivers, in YAML.
        file: Name of the text in problems.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    return waivers_in(text_of(text, file))


def waivers_in(text: Text) -> tuple[Waiver, ...]:
    """Return the waivers in a text that has been read.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    reader = _Reader()
    return parsed(text, reader, reader.waivers, _BEGINS)


def waiver_places(data: bytes, count: int) -> list[Place | None]:
    """Return the line and column of each waiver in a text that can be read, in its order."""
    paths: list[Path] = [("waivers", index) for index in range(count)]
    places = locate(data, paths)
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
class _Reader(Reader):
    """Reads a file of waivers, and notes every problem."""

    def waivers(self, value: Any) -> tuple[Waiver, ...]:
        file = self.mapping(value, (), _FILE, _FILE)
        self.version(file.get(VERSION_KEY, VERSION), (VERSION_KEY,), VERSION, "waivers")
        entries = self.sequence(file.get("waivers", []), ("waivers",))
        waivers = [self.waiver(each, ("waivers", index)) for index, each in enumerate(entries)]
        self.each_once(waivers)
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
            related=self.listed(entry.get("related", []), (*path, "related")),
            evidence=self.listed(entry.get("evidence", []), (*path, "evidence")),
            reason=texts.get("reason", ""),
            owner=self.text(entry["owner"], (*path, "owner")) if "owner" in entry else None,
            expires=self.day(entry["expires"], (*path, "expires")) if "expires" in entry else None,
        )

    def listed(self, value: Any, path: Path) -> tuple[str, ...]:
        return self.texts(self.sequence(value, path), path)

    def day(self, value: Any, path: Path) -> Day | None:
        text = written(value)
        try:
            return Day.of(text or "")
        except ValueError as error:
            self.note(path, str(error))
        return None

    def each_once(self, waivers: list[Waiver]) -> None:
        seen: set[str] = set()
        for index, each in enumerate(waivers):
            if each.fingerprint in seen:
                self.note(("waivers", index), "this finding is waived twice")
            seen.add(each.fingerprint)
