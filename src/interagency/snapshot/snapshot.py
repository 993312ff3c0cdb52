"""What is known of one architecture on one day, in three values: the room that all others ask."""

from datetime import date
from typing import final

from attrs import frozen

from interagency.model import Architecture, Day
from interagency.snapshot.index import Index
from interagency.vocabularies import Vocabularies, shipped


@final
@frozen
class Snapshot(Index):
    """One architecture on one day."""

    @classmethod
    def of(
        cls,
        architecture: Architecture,
        on: Day | date | str | None = None,
        vocabularies: Vocabularies | None = None,
    ) -> "Snapshot":
        """Return the snapshot of a day.

        Args:
            architecture: The architecture.
            on: The day; by default the last day of what the document says in `as_of`.
            vocabularies: The code lists; by default the shipped ones.
        """
        as_of = architecture.as_of if on is None else Day.of(on)
        return cls(architecture, as_of.last if as_of else None, vocabularies or shipped())
