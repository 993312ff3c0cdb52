"""Plans of R4V: the Regional Refugee and Migrant Response Plan of each year."""

from typing import final

from attrs import frozen

from interagency.importers.r4v.platforms import REGIONAL
from interagency.importers.tabular.dates import Years
from interagency.importers.tabular.profile import PlanPart
from interagency.model import UNKNOWN, Day, Plan

_NAME = "Regional Refugee and Migrant Response Plan"
# Since 2023 a plan holds for two years; it is the one plan of both.
_TWO_YEARS = {2023: (2023, 2024), 2024: (2023, 2024)}


@final
@frozen
class Rmrp:
    """The plans, one for the years in which it holds."""

    def years(self, year: int) -> Years:
        """Return the years of the plan that holds in a year."""
        return Years(*_TWO_YEARS.get(year, (year, year)))

    def id(self, years: Years | None) -> str:
        """Return the id of the plan of some years."""
        return f"rmrp-{years.first}" if years else "rmrp"

    def plan(self, years: Years | None, part: PlanPart) -> Plan:
        """Return the plan of some years."""
        return Plan(
            id=self.id(years),
            name=f"{_NAME} {years.title}" if years else _NAME,
            kind="RMRP",
            since=Day(str(years.first)) if years else None,
            until=Day(str(years.last)) if years else None,
            forum=REGIONAL,
            # rows name some of its countries and sectors; no table says that these are all
            countries=(*sorted(part.countries), UNKNOWN),
            covers=(*sorted(part.covers), UNKNOWN),
            sources=tuple(part.sources),
        )
