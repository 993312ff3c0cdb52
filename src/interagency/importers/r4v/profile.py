"""Profile of the tables that R4V publishes."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from interagency.importers.r4v.forms import form_of
from interagency.importers.r4v.platforms import PlatformNames, Structure
from interagency.importers.r4v.rmrp import Rmrp
from interagency.importers.tabular.profile import Profile
from interagency.importers.tabular.sectors import SectorName, sector_names

_REGION = (
    "ABW ARG BOL BRA CHL COL CRI CUW DOM ECU GUY MEX PAN PER PRY TTO URY VEN"  # with the origin
)


@cache
def _sectors() -> Mapping[str, SectorName]:
    """Return the sectors by the names that R4V gives them."""
    return sector_names(files(__package__).joinpath("sectors.csv").read_text(encoding="utf-8"))


PROFILE: Final = Profile(
    name="r4v",
    title="R4V, coordination of the response for refugees and migrants from Venezuela",
    note="Read from R4V's own tables. What they do not say is not here: above all, who leads.",
    publisher="R4V",
    situation="refugee-and-migrant",
    scheme="r4v",
    prefixes=("r4v", "rmrp", "table"),
    region=frozenset(_REGION.split()),
    regional=frozenset({"r4v"}),
    sectors=_sectors,
    platforms=PlatformNames,
    bodies=Structure,
    plans=Rmrp(),
    form=form_of,
)
