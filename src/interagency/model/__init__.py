"""What exists: the typed model of a coordination architecture.

Everything is a frozen value: tuples rather than lists, ids rather than object references, and a
change makes a new value (`attrs.evolve`). An `Architecture` is whole, or it does not exist.
"""

from interagency.model.amounts import Figure, Money
from interagency.model.architecture import Architecture, Entity, UnknownId
from interagency.model.areas import contains
from interagency.model.bodies import (
    Body,
    Forum,
    Level,
    Sector,
    SubSector,
    Within,
    WorkingGroup,
)
from interagency.model.day import Day, NotADate
from interagency.model.decisions import Agreement, Decision
from interagency.model.due import Due
from interagency.model.facts import Alias, Answer, Certainty, DatedFact, Fact, Source
from interagency.model.fields import FieldShape, fields_of
from interagency.model.grammar import NONE, RESERVED, UNKNOWN, VACANT, Code, Grammar, is_open, named
from interagency.model.handovers import Handover
from interagency.model.keys import describe
from interagency.model.offices import Office, Post
from interagency.model.organization import Organization
from interagency.model.plans import Appeal, Plan, Presence, Progress
from interagency.model.products import Product, Receipt
from interagency.model.relations import LINK_KINDS, Link, Mandate, Seat
from interagency.model.sections import SECTION_KEYS, SECTIONS, Section, section_of
from interagency.model.validation import BrokenArchitecture, Fault

__all__ = [
    "LINK_KINDS",
    "NONE",
    "RESERVED",
    "SECTIONS",
    "SECTION_KEYS",
    "UNKNOWN",
    "VACANT",
    "Agreement",
    "Alias",
    "Answer",
    "Appeal",
    "Architecture",
    "Body",
    "BrokenArchitecture",
    "Certainty",
    "Code",
    "DatedFact",
    "Day",
    "Decision",
    "Due",
    "Entity",
    "Fact",
    "Fault",
    "FieldShape",
    "Figure",
    "Forum",
    "Grammar",
    "Handover",
    "Level",
    "Link",
    "Mandate",
    "Money",
    "NotADate",
    "Office",
    "Organization",
    "Plan",
    "Post",
    "Presence",
    "Product",
    "Progress",
    "Receipt",
    "Seat",
    "Section",
    "Sector",
    "Source",
    "SubSector",
    "UnknownId",
    "Within",
    "WorkingGroup",
    "contains",
    "describe",
    "fields_of",
    "is_open",
    "named",
    "section_of",
]
