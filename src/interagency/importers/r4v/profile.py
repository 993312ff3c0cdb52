"""Profile of the tables that R4V publishes."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from interagency.importers.r4v.forms import form_of
from interagency.importers.r4v.platforms import PlatformNames, Structure
from interagency.importers.r4v.rmrp import Rmrp
from interagency.importers.tabular.profile import Profile
from interagency.importers.tabular.sectors import SectorName, sector_names
from interagency.importers.tabular.text import folded

_REGION = (
    "ABW ARG BOL BRA CHL COL CRI CUW DOM ECU GUY MEX PAN PER PRY TTO URY VEN"  # with the origin
)


@cache
def _sectors() -> Mapping[str, SectorName]:
    """Return the sectors by the names that R4V gives them."""
    return sector_names(files(__package__).joinpath("sectors.csv").read_text(encoding="utf-8"))


# Names of R4V, of its plan and of its platforms; Venezuela alone may stand in any table.
_NAMES = re.compile(
    r"\b(r4v|rmrp|gtrm|gifmm|southern cone|cono sur|cone sul|central america mexico"
    r"|regional refugee and migrant response plan)"
)


def _says_r4v(text: str) -> bool:
    return _NAMES.search(folded(text)) is not None


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
    says=_says_r4v,
)
