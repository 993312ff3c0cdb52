"""Platforms of R4V, and the sectors and sub-sectors within them."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, final

from attrs import define, field, frozen

from interagency.importers.tabular.places import Places
from interagency.importers.tabular.profile import Platform
from interagency.importers.tabular.sectors import SectorName
from interagency.importers.tabular.text import folded
from interagency.model import Alias, Certainty, Forum, Level, Seat, Sector, SubSector, Within
from interagency.model.grammar import UNKNOWN

REGIONAL: Final = "r4v"
_ORIGIN = "VEN"
_INFERRED = "only rows of activities name it, no list of sectors"
REGIONAL_PLATFORM: Final = Platform(
    id=REGIONAL,
    name="Regional Inter-Agency Coordination Platform for Refugees and Migrants from Venezuela",
    level="regional",
)
_SUB_REGIONAL = (
    (("carib",), Platform(id="r4v-caribbean", name="Caribbean", level="sub-regional")),
    (
        ("central america", "america central", "centroamerica", "centro america"),
        Platform(id="r4v-central-america", name="Central America & Mexico", level="sub-regional"),
    ),
    (
        ("southern cone", "south cone", "cono sur", "cone sul"),
        Platform(id="r4v-southern-cone", name="Southern Cone", level="sub-regional"),
    ),
)
# What the national platforms call themselves, where that does not hold the name of the country.
_OWN_NAMES = {"gifmm": "COL"}
_NO_COUNTRIES = frozenset(
    {"r4v", "gtrm", "gifmm", "platform", "plataforma", "national", "nacional", "de", "da", "do"}
)


@final
@frozen
class PlatformNames:
    """Recognises the platforms of R4V by their names."""

    places: Places

    @property
    def regional(self) -> Platform:
        """Return the platform that all others lie in."""
        return REGIONAL_PLATFORM

    def find(self, text: str, *, whole: bool = False) -> Platform | None:
        """Return the platform that a text names.

        Args:
            text: The text.
            whole: Whether the text may say nothing else: `Alianza por Venezuela` and `Red Peru`
                are organizations, in a column without a header that says platform.
        """
        wanted = folded(text)
        sub_regional = _sub_regional(wanted)
        if sub_regional or self.places.is_regional(text):
            return sub_regional or REGIONAL_PLATFORM
        country = _OWN_NAMES.get(wanted) or self._country_within(wanted, whole)
        # what people leave is no country of the response
        return self._national(country) if country and country != _ORIGIN else None

    def country_in(self, text: str) -> str | None:
        """Return the one country of the response that the name of a file or a sheet holds."""
        if _sub_regional(folded(text)):
            return None
        found = self.places.countries_in(text) - {_ORIGIN}
        return min(found) if len(found) == 1 else None

    def _national(self, country: str) -> Platform:
        name = self.places.names.get(country, country)
        return Platform(
            id=f"{REGIONAL}-{country.lower()}", name=name, level="national", country=country
        )

    def _country_within(self, wanted: str, whole: bool) -> str | None:
        """Return the country whose name a text holds: `GTRM Peru`, `R4V Brasil`."""
        words = [word for word in wanted.split() if word not in _NO_COUNTRIES]
        for start in range(1 if whole else len(words)):
            country = self.places.countries.get(" ".join(words[start:]))
            if country:
                return country
        return None


def _sub_regional(wanted: str) -> Platform | None:
    found = (each for parts, each in _SUB_REGIONAL if any(part in wanted for part in parts))
    return next(found, None)


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
        platform: str | None = None,
        areas: Iterable[str] = (),
        stated: bool = True,
    ) -> bool:
        """Keep a sector of a platform, or of the region, with the sector it is part of."""
        platform = platform or REGIONAL
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

    def sections(self) -> Mapping[str, Any]:
        """Return the records, by section of an architecture."""
        return {
            "forums": _forums(self),
            "sectors": _sectors(self),
            "sub_sectors": _sub_sectors(self),
            "seats": _seats(self),
        }

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


def _forums(structure: Structure) -> tuple[Forum, ...]:
    """Return the regional platform, and all others within it."""
    ordered = sorted(structure.platforms.items(), key=lambda item: (item[0] != REGIONAL, item[0]))
    return tuple(_forum(structure, *platform) for _, platform in ordered)


def _sectors(structure: Structure) -> tuple[Sector, ...]:
    """Return the sectors, platform by platform."""
    return tuple(
        Sector(within=Within(to=platform), **_fields(structure, platform, name, entry))
        for (platform, _), (name, entry) in sorted(structure.sectors.items(), key=_by_key)
        if name.sector is None
    )


def _sub_sectors(structure: Structure) -> tuple[SubSector, ...]:
    """Return the sub-sectors, platform by platform."""
    return tuple(
        SubSector(
            within=Within(to=body_id(platform, name.sector.key)),
            **_fields(structure, platform, name, entry),
        )
        for (platform, _), (name, entry) in sorted(structure.sectors.items(), key=_by_key)
        if name.sector is not None
    )


def _seats(structure: Structure) -> tuple[Seat, ...]:
    """Return one place as partner for each partner of a platform."""
    return tuple(
        Seat(body=platform, term="partner", holder=holder, sources=tuple(sources))
        for (platform, holder), sources in sorted(structure.partners.items())
    )


def body_id(platform: str, key: str) -> str:
    """Return the id of a sector or sub-sector of a platform."""
    # without "regional" a sector might take the id of a platform: both are a few letters
    return f"{platform}-regional-{key}" if platform == REGIONAL else f"{platform}-{key}"


def _forum(structure: Structure, platform: Platform, entry: Entry) -> Forum:
    regional = platform.id == REGIONAL
    name = platform.name if regional else f"{platform.name} platform"
    return Forum(
        id=platform.id,
        name=name,
        acronym="R4V" if regional else None,
        aliases=_aliases(entry, name),
        kind=("platform",),
        level=Level(platform.level),
        areas=_areas(structure, platform),
        within=None if regional else Within(to=REGIONAL),
        sources=tuple(entry.sources),
    )


def _areas(structure: Structure, platform: Platform) -> tuple[str, ...]:
    """Return the countries of a platform: its own, or those beside it.

    No table says that these are all; without a word it would inherit those of the whole region.
    """
    found = structure.areas_of(platform.id)
    return found if platform.country else (*found, UNKNOWN)


def _fields(
    structure: Structure, platform: str, name: SectorName, entry: Entry
) -> Mapping[str, Any]:
    """Return what a sector and a sub-sector have in common."""
    areas = tuple(sorted(entry.areas))
    return {
        "id": body_id(platform, name.key),
        "name": name.name,
        "aliases": _aliases(entry, name.name),
        "covers": (name.code,) if name.code else (),
        # the areas of the platform are inherited, so that only fewer are written
        "areas": () if areas == structure.areas_of(platform) else areas,
        "certainty": Certainty.STATED if entry.stated else Certainty.INFERRED,
        "note": None if entry.stated else _INFERRED,
        "sources": tuple(entry.sources),
    }


def _aliases(entry: Entry, name: str) -> tuple[Alias, ...]:
    others = {key: text for key, text in entry.written.items() if key != folded(name)}
    return tuple(Alias(name=text) for text in others.values())


def _by_key(item: tuple[tuple[str, str], object]) -> tuple[bool, tuple[str, str]]:
    return (item[0][0] != REGIONAL, item[0])
