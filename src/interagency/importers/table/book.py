"""What the rows of tables have said so far, and what is needed to understand a row."""

from typing import final

from attrs import define, field

from interagency.importers.table.groups import Groups
from interagency.importers.table.holders import Holders
from interagency.importers.table.mapping import Mapping
from interagency.importers.table.presence import PresenceBook
from interagency.importers.tabular.places import Gazetteer, Places
from interagency.importers.tabular.sectors import SectorNames
from interagency.vocabularies import Vocabularies


@final
@define
class Book:
    """What rows say; each row adds to it.

    Attributes:
        vocabularies: The vocabularies.
        places: Countries by name.
        sectors: Sectors by name.
        holders: Organizations.
        mapping: What is known beforehand: values and constants.
        groups: The groups and seats so far.
        presence: The presence so far.
        areas: The areas so far.
        urls: The ids of the pages that rows name as sources.
        mailboxes_left: How many cells of contacts hold something of a person.
        is_alone: Whether one table is read alone, so that it is the source of all facts.
        above: The sector and group of the row above, by table: a merged cell is filled once.
    """

    vocabularies: Vocabularies
    places: Places
    sectors: SectorNames
    holders: Holders
    mapping: Mapping
    groups: Groups
    presence: PresenceBook = field(factory=PresenceBook)
    areas: Gazetteer = field(factory=lambda: Gazetteer({}, {}))
    urls: dict[str, str] = field(factory=dict)
    mailboxes_left: int = 0
    is_alone: bool = False
    above: dict[str, tuple[str, str]] = field(factory=dict)
