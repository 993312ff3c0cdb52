"""One table with all that holds for each of its rows: layout, family, plan years, source."""

from enum import StrEnum
from itertools import count
from typing import final

from attrs import frozen

from interagency.document.identities import Identities
from interagency.importers.tabular.columns import Guesses
from interagency.importers.tabular.dates import Years, year_in
from interagency.importers.tabular.fields import Field
from interagency.importers.tabular.headers import is_hxl
from interagency.importers.tabular.layout import Layout, is_header, layout_of
from interagency.importers.tabular.mentions import Mention, kind_of
from interagency.importers.tabular.organizations import Registry
from interagency.importers.tabular.places import Places
from interagency.importers.tabular.profile import Form, Platforms, Profile
from interagency.importers.tabular.sectors import SectorNames
from interagency.importers.tabular.source import Cells, Table
from interagency.importers.tabular.split import blocks_of, stacked
from interagency.importers.tabular.text import folded, slug
from interagency.model import Day, Source
from interagency.vocabularies import Vocabularies

_VAGUE = frozenset({"other", "others", "otro", "otros", "outro", "outros", "all", "todos"})
_WHO = (Field.ORGANIZATION, Field.APPEALING, Field.IMPLEMENTING)
_DOING = (
    Field.SECTOR,
    Field.SUBSECTOR,
    Field.ADMIN1,
    Field.ADMIN1_CODE,
    Field.BUDGET,
    Field.IMPLEMENTING,
    Field.MONTH,
)


@final
class Family(StrEnum):
    """What a table is about."""

    PARTNERS = "a list of organizations"
    STRUCTURE = "a list of platforms, countries, sectors or areas"
    TRANSLATIONS = "a list of translations"
    ACTIVITIES = "a list of activities"
    FORM = "a form that one organization fills in"
    UNKNOWN = "nothing that says who, where or in which sector"


@final
@frozen(kw_only=True)
class Names:
    """What recognises names; made once for an import."""

    profile: Profile
    vocabularies: Vocabularies
    places: Places
    platforms: Platforms
    sectors: SectorNames
    registry: Registry

    @classmethod
    def of(
        cls, vocabularies: Vocabularies, profile: Profile, identities: Identities | None = None
    ) -> "Names":
        """Return what recognises the names that vocabularies, a profile and decisions know."""
        places = Places.of(vocabularies, profile.region, profile.regional)
        return cls(
            profile=profile,
            vocabularies=vocabularies,
            places=places,
            platforms=profile.platforms(places),
            sectors=SectorNames(vocabularies, profile.sectors()),
            registry=Registry.of(vocabularies.organizations, identities),
        )

    def guesses(self) -> Guesses:
        """Return what tells a value of a meaning, for columns whose headers tell nothing."""
        return {
            Field.COUNTRY: self.places.country,
            Field.PLATFORM: lambda text: self.platforms.find(text, whole=True),
            # "Other" is said of many things
            Field.SECTOR: lambda text: folded(text) not in _VAGUE and self.sectors.find(text),
            Field.TYPE: lambda text: (
                folded(text) not in _VAGUE and kind_of(text, self.vocabularies)
            ),
            Field.ORGANIZATION: lambda text: self.registry.match(Mention(names=((None, text),))),
        }


@final
@frozen(kw_only=True)
class Sheet:
    """One table, understood.

    Attributes:
        table: The table.
        layout: What its columns mean; it has none if it is not about coordination.
        family: What it is about.
        form: The form that it is, if it is one.
        years: The years of the plan that its name tells.
        country: The country that its name tells.
        source: Its id as a source.
        publisher: Who publishes it.
        apart: The numbers of the rows below the header that repeat it or hold HXL tags.
    """

    table: Table
    layout: Layout
    family: Family
    form: Form | None
    years: Years | None
    country: str | None
    source: str
    publisher: str
    apart: frozenset[int]

    @property
    def lacks_country(self) -> bool:
        """Return whether its rows lie in some country, and no column tells which."""
        placed = self.family is Family.ACTIVITIES or self.layout.has(Field.ADMIN1)
        return placed and not self.layout.has(Field.COUNTRY)

    @property
    def told_country(self) -> str | None:
        """Return the country of its rows where only the table's name tells it."""
        told = self.lacks_country and not self.layout.has(Field.PLATFORM)
        return self.country if told else None

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what is to be told of how it was understood."""
        country = self.told_country
        told = (f"no column tells the country: {country}, by the name of the table",)
        return (*self.layout.notes, *(told if country else ()))

    def is_data(self, number: int) -> bool:
        """Return whether a row says something of its own."""
        return number > self.layout.header and number not in self.apart

    def as_source(self) -> Source:
        """Return the table as a source of facts."""
        return Source(
            id=self.source,
            title=self.table.title,
            publisher=self.publisher,
            published=Day(str(self.years.first)) if self.years else None,
        )


def sheets_of(tables: tuple[Table, ...], names: Names) -> tuple[Sheet, ...]:
    """Return the tables, understood, each with an id; those that share a sheet apart."""
    used: set[str] = set()
    blocks = (block for table in tables for block in blocks_of(table))
    return tuple(_sheet(part, names, used) for block in blocks for part in stacked(block))


def _sheet(table: Table, names: Names, used: set[str]) -> Sheet:
    form = names.profile.form(table)
    layout = Layout() if form else layout_of(table, names.guesses())
    year = year_in(table.name) or year_in(table.file)
    return Sheet(
        table=table,
        layout=layout,
        family=Family.FORM if form else _family(layout),
        form=form,
        years=names.profile.plans.years(year) if year else None,
        country=names.platforms.country_in(table.name) or names.platforms.country_in(_stem(table)),
        source=_source_id(table, used),
        publisher=names.profile.publisher,
        apart=frozenset(number for number, cells in table.rows if _is_apart(cells, layout)),
    )


def _is_apart(cells: Cells, layout: Layout) -> bool:
    return is_hxl(cells) or is_header(cells, layout)


def _family(layout: Layout) -> Family:
    if not layout.columns:
        return Family.UNKNOWN
    if layout.has(Field.SPANISH, Field.PORTUGUESE) and layout.has(Field.ENGLISH):
        return Family.TRANSLATIONS
    if not layout.has(*_WHO):
        return Family.STRUCTURE
    return Family.ACTIVITIES if layout.has(*_DOING) else Family.PARTNERS


def _stem(table: Table) -> str:
    return table.file.rpartition("/")[2].rpartition(".")[0]


def _source_id(table: Table, used: set[str]) -> str:
    name = f"{table.file.rpartition('.')[0]} {table.name}"
    stem = f"table-{slug(name)}".strip("-")
    numbers = (f"-{number}" if number > 1 else "" for number in count(1))
    id = next(stem + number for number in numbers if stem + number not in used)
    used.add(id)
    return id
