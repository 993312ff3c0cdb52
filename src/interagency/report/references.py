"""Where a report names something: its name, its anchor in the page, and the sources it cites."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, final

from attrs import frozen

from interagency.report.wording import Wording

Row = Mapping[str, Any]


@final
@frozen(slots=False)
class References:
    """The names, anchors and numbers that the sections of one report share.

    Attributes:
        wording: The words for the snapshot.
        prefix: What each anchor begins with, so that several documents fit into one file.
    """

    wording: Wording
    prefix: str = ""

    def anchor(self, id: str) -> str:
        """Return the anchor of a body or a source; nothing if it has none here."""
        known = id in self.wording.snapshot.bodies or id in self.numbers
        return f"{self.prefix}b-{id}" if known else ""

    def name(self, id: str) -> str:
        """Return what people call something; of the document as a whole, its title."""
        return self.wording.short(id) if id in self.wording.snapshot.now.entities else id

    def sources_of(self, id: str) -> list[Row]:
        """Return the sources of a body, each by its number in the list of sources."""
        body = self.wording.snapshot.bodies.get(id)
        return self.numbered(self.wording.snapshot.sources(body, id)) if body else []

    def numbered(self, ids: Sequence[str]) -> list[Row]:
        """Return sources by their numbers, each with its anchor."""
        return [
            {"number": self.numbers[id], "anchor": self.anchor(id)}
            for id in ids
            if id in self.numbers
        ]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the sources, by id."""
        sources = self.wording.snapshot.now.sources
        return {each.id: place for place, each in enumerate(sources, start=1)}
