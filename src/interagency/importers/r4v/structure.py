"""Platforms, and the sectors and sub-sectors within them, as rows name them one by one."""

from collections.abc import Iterable
from typing import final

from attrs import define, field

from interagency.importers.cleaning import folded
from interagency.importers.r4v.places import REGIONAL, REGIONAL_PLATFORM, Platform
from interagency.importers.r4v.sectors import SectorName


@final
@define
class Entry:
    """What is known so far of one body.

    Attributes:
        areas: The countries named with it.
        written: Its names as written, by spelling.
        sources: The tables that name it.
        stated: Whether a table of sectors names it, not only rows of activities.
    """

    areas: dict[str, None] = field(factory=dict)
    written: dict[str, str] = field(factory=dict)
    sources: dict[str, None] = field(factory=dict)
    stated: bool = False

    def learn(self, text: str, source: str, areas: Iterable[str], stated: bool = True) -> None:
        """Keep what one more row says."""
        if text:
            self.written.setdefault(folded(text), text)
        self.sources[source] = None
        self.areas.update(dict.fromkeys(areas))
        self.stated |= stated


@final
@define
class Structure:
    """The bodies of one import. What adds to it returns whether that was anything new."""

    platforms: dict[str, tuple[Platform, Entry]] = field(factory=dict, init=False)
    sectors: dict[tuple[str, str], tuple[SectorName, Entry]] = field(factory=dict, init=False)
    partners: dict[tuple[str, str], dict[str, None]] = field(factory=dict, init=False)
    _countries: dict[str, None] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        """Begin with the regional platform: every table of R4V is its own."""
        self.platforms[REGIONAL] = (REGIONAL_PLATFORM, Entry(stated=True))

    def platform(
        self, platform: Platform, text: str, countries: Iterable[str], source: str
    ) -> bool:
        """Keep a platform, and the countries in it."""
        is_new = platform.id not in self.platforms
        entry = self.platforms.setdefault(platform.id, (platform, Entry()))[1]
        named = {*countries, *filter(None, [platform.country])}
        is_new = is_new or not named <= set(entry.areas)
        entry.learn(text, source, sorted(named))
        return is_new

    def country(self, country: str) -> bool:
        """Keep a country of the response."""
        is_new = country not in self._countries
        self._countries[country] = None
        return is_new

    def sector(
        self,
        sector: SectorName,
        text: str,
        source: str,
        *,
        platform: str = REGIONAL,
        areas: Iterable[str] = (),
        stated: bool = True,
    ) -> bool:
        """Keep a sector of a platform, with the sector it is part of."""
        if sector.sector:
            self.sector(sector.sector, "", source, platform=platform, areas=areas, stated=stated)
        is_new = (platform, sector.key) not in self.sectors
        entry = self.sectors.setdefault((platform, sector.key), (sector, Entry()))[1]
        entry.learn(text, source, areas, stated)
        return is_new

    def partner(self, platform: str, organization: str, source: str) -> bool:
        """Keep that an organization is a partner of a platform."""
        is_new = (platform, organization) not in self.partners
        self.partners.setdefault((platform, organization), {})[source] = None
        return is_new

    @property
    def countries(self) -> tuple[str, ...]:
        """Return the countries of the response."""
        placed = (area for _, entry in self.platforms.values() for area in entry.areas)
        return tuple(sorted({*self._countries, *placed}))

    def areas_of(self, platform: str) -> tuple[str, ...]:
        """Return the countries of a platform."""
        if platform == REGIONAL:
            return self.countries
        return tuple(sorted(self.platforms[platform][1].areas))
