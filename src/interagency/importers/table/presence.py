"""Presence as rows of a 3W name it: which organization is active in which sector and area."""

from collections.abc import Iterable, Sequence
from typing import final

from attrs import define, field

from interagency.model import Day, Presence

# Number of the organization, code of the sector, path of the area.
PresenceKey = tuple[int, str | None, str | None]


@final
@define
class _Entry:
    since: Day | None = None
    sources: dict[str, None] = field(factory=dict)


@final
@define
class PresenceBook:
    """The presence of one import."""

    _entries: dict[PresenceKey, _Entry] = field(factory=dict, init=False)

    def add(self, key: PresenceKey, since: Day | None, sources: Iterable[str]) -> bool:
        """Keep that an organization is active; return whether that is new.

        Args:
            key: Who, in which sector, where.
            since: When it was reported; the first report counts, and the last is no end.
            sources: The ids of what says so.
        """
        is_new = key not in self._entries
        entry = self._entries.setdefault(key, _Entry())
        if since and (entry.since is None or since.first < entry.since.first):
            entry.since = since
        entry.sources |= dict.fromkeys(sources)
        return is_new

    def records(self, organizations: Sequence[str]) -> tuple[Presence, ...]:
        """Return the presence by organization, sector and area.

        Args:
            organizations: The ids of the organizations, by their numbers.
        """
        found = [
            Presence(
                organization=organizations[number],
                covers=(code,) if code else (),
                area=area,
                since=entry.since,
                sources=tuple(entry.sources),
            )
            for (number, code, area), entry in self._entries.items()
        ]
        return tuple(
            sorted(found, key=lambda each: (each.organization, each.covers, each.area or ""))
        )
