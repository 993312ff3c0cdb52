"""The platforms, sectors and sub-sectors that were read, as records."""

from collections.abc import Mapping
from typing import Any, Final

from interagency.importers.cleaning import folded
from interagency.importers.r4v.places import REGIONAL, Platform
from interagency.importers.r4v.sectors import SectorName
from interagency.importers.r4v.structure import Entry, Structure
from interagency.model import Alias, Certainty, Forum, Level, Seat, Sector, SubSector, Within
from interagency.model.grammar import UNKNOWN

_INFERRED: Final = "only rows of activities name it, no list of sectors"


def forums(structure: Structure) -> tuple[Forum, ...]:
    """Return the regional platform, and all others within it."""
    ordered = sorted(structure.platforms.items(), key=lambda item: (item[0] != REGIONAL, item[0]))
    return tuple(_forum(structure, *platform) for _, platform in ordered)


def sectors(structure: Structure) -> tuple[Sector, ...]:
    """Return the sectors, platform by platform."""
    return tuple(
        Sector(within=Within(to=platform), **_fields(structure, platform, name, entry))
        for (platform, _), (name, entry) in sorted(structure.sectors.items(), key=_by_key)
        if name.sector is None
    )


def sub_sectors(structure: Structure) -> tuple[SubSector, ...]:
    """Return the sub-sectors, platform by platform."""
    return tuple(
        SubSector(
            within=Within(to=body_id(platform, name.sector.key)),
            **_fields(structure, platform, name, entry),
        )
        for (platform, _), (name, entry) in sorted(structure.sectors.items(), key=_by_key)
        if name.sector is not None
    )


def seats(structure: Structure) -> tuple[Seat, ...]:
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
        # no table says which countries lie in it: it would inherit those of the whole region
        areas=structure.areas_of(platform.id) or (() if regional else (UNKNOWN,)),
        within=None if regional else Within(to=REGIONAL),
        sources=tuple(entry.sources),
    )


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
