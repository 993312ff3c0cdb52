"""Platforms of R4V, and the bodies within them."""

import pytest

from interagency.model import Certainty
from tests.importers.grids import NAMES, run

PLATFORMS = NAMES.platforms


@pytest.mark.parametrize(
    ("text", "id", "level"),
    [
        ("Southern cone", "r4v-southern-cone", "sub-regional"),
        ("Cono Sur", "r4v-southern-cone", "sub-regional"),
        ("Central america & Mexico", "r4v-central-america", "sub-regional"),
        ("México y Centroamérica", "r4v-central-america", "sub-regional"),
        ("Caribe", "r4v-caribbean", "sub-regional"),
        ("Regional", "r4v", "regional"),
        ("Plataforma regional", "r4v", "regional"),
        ("Peru", "r4v-per", "national"),
        ("GTRM Ecuador", "r4v-ecu", "national"),
        ("GIFMM", "r4v-col", "national"),
        ("R4V Platform Brasil", "r4v-bra", "national"),
    ],
)
def test_a_platform_is_known_by_what_it_is_called(text: str, id: str, level: str) -> None:
    platform = PLATFORMS.find(text)
    assert platform is not None
    assert (platform.id, platform.level) == (id, level)


@pytest.mark.parametrize("text", ["Yes", "Andean", "", "GTRM"])
def test_what_is_no_platform_is_none(text: str) -> None:
    assert PLATFORMS.find(text) is None


ACTIVITIES = ("Country", "Admin1", "Appealing_org", "Implementing_partner", "Subsector", "Month")


def activities(*rows: tuple[str, ...], head: tuple[str, ...] = ACTIVITIES) -> list[tuple[str, ...]]:
    return [head, *rows]


def test_sectors_that_only_activities_name_are_inferred() -> None:
    rows = activities(("Argentina", "", "UNHCR", "", "Protection (GBV)", ""))
    (sector,) = run(rows).architecture.sectors
    (sub_sector,) = run(rows).architecture.sub_sectors
    assert sector.certainty is sub_sector.certainty is Certainty.INFERRED
    known = run(rows, [("Sector", "Indicator"), ("Protection (GBV)", "x")]).architecture
    assert known.sub_sectors[0].certainty is Certainty.STATED
    assert known.sub_sectors[0].note is None
