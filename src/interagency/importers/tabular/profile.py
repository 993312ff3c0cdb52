"""Profile of a family of tables: what holds for all of them, beyond what their columns say."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, final

from attrs import field, frozen

from interagency.importers.tabular.dates import Years
from interagency.importers.tabular.places import Places
from interagency.importers.tabular.sectors import SectorName
from interagency.importers.tabular.source import Table
from interagency.model import Plan


@final
@frozen(kw_only=True)
class Platform:
    """A body that coordinates a response in one country or region, as rows name it."""

    id: str
    name: str
    level: str
    country: str | None = None


@final
@frozen(kw_only=True)
class Form:
    """An organization as a form on a sheet of its own names it.

    Attributes:
        names: Its names.
        acronym: Its short name.
        kind: Its kind, as written.
        rows: The numbers of the rows that name it.
        personal: The numbers of the rows with personal data, which are not read.
    """

    names: tuple[str, ...]
    acronym: str
    kind: str
    rows: tuple[int, ...]
    personal: tuple[int, ...]


class Platforms(Protocol):
    """Recognises the platforms of a response."""

    @property
    def regional(self) -> Platform:
        """Return the platform that all others lie in."""

    def find(self, text: str, *, whole: bool = False) -> Platform | None:
        """Return the platform that a text names.

        Args:
            text: The text.
            whole: Whether the text may say nothing else.
        """

    def country_in(self, text: str) -> str | None:
        """Return the one country of the response that the name of a file or a sheet holds."""


class Bodies(Protocol):
    """The bodies that rows name; what adds to them returns whether that was anything new."""

    def platform(
        self, platform: Platform, text: str, countries: Iterable[str], source: str
    ) -> bool:
        """Keep a platform, and the countries in it."""

    def country(self, country: str) -> bool:
        """Keep a country of the response."""

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
        """Keep a sector of a platform, with the sector it is part of."""

    def partner(self, platform: str, organization: str, source: str) -> bool:
        """Keep that an organization is a partner of a platform."""

    def sections(self) -> Mapping[str, Any]:
        """Return the records, by section of an architecture."""


@final
@frozen(kw_only=True)
class PlanPart:
    """What one plan is for, as far as rows say."""

    countries: set[str] = field(factory=set)
    covers: set[str] = field(factory=set)
    sources: dict[str, None] = field(factory=dict)


class PlanSeries(Protocol):
    """The plans of a response, one for some years each."""

    def years(self, year: int) -> Years:
        """Return the years of the plan that holds in a year."""

    def id(self, years: Years | None) -> str:
        """Return the id of the plan of some years."""

    def plan(self, years: Years | None, part: PlanPart) -> Plan:
        """Return the plan of some years."""


@final
@frozen(kw_only=True)
class Profile:
    """What is particular to one family of tables.

    Attributes:
        name: Name of the importer, for example r4v.
        title: Title of the architecture that is read.
        note: What the tables do not say.
        publisher: Who publishes the tables.
        situation: The situation of the response, if all tables share one.
        scheme: The scheme of the ids that the tables give organizations.
        prefixes: How the ids of bodies, plans and sources begin, so that no organization has one.
        region: The countries of the response, by code; none if tables may be of any country.
        regional: Words that mean the whole region where a country would stand.
        sectors: Returns the sectors of the response by spelling, beyond those of the vocabulary.
        platforms: Returns what recognises its platforms.
        bodies: Returns an empty record of its bodies.
        plans: Its plans.
        form: Returns the form that a sheet holds, if it holds one.
        says: Returns whether a text says that a table is of the response.
    """

    name: str
    title: str
    note: str
    publisher: str
    situation: str
    scheme: str
    prefixes: tuple[str, ...]
    region: frozenset[str]
    regional: frozenset[str]
    sectors: Callable[[], Mapping[str, SectorName]]
    platforms: Callable[[Places], Platforms]
    bodies: Callable[[], Bodies]
    plans: PlanSeries
    form: Callable[[Table], Form | None]
    says: Callable[[str], bool]
