"""What exists: the typed model of a coordination architecture.

Everything is a frozen value: tuples rather than lists, ids rather than object references, and a
change makes a new value (`attrs.evolve`). An `Architecture` is whole, or it does not exist.
"""

from interagency.model.amounts import Figure, Money
from interagency.model.architecture import Architecture, Entity, UnknownId
from interagency.model.bodies import (
    Body,
    Forum,
    Level,
    Sector,
    SubSector,
    Within,
    WorkingGroup,
)
from interagency.model.day import Day
from interagency.model.decisions import Agreement, Decision
from interagency.model.due import Due
from interagency.model.facts import Alias, Answer, Certainty, DatedFact, Fact, Source
from interagency.model.grammar import NONE, UNKNOWN, VACANT
from interagency.model.offices import Office, Post
from interagency.model.organization import Organization
from interagency.model.plans import Appeal, Plan, Presence, Progress
from interagency.model.products import Product, Receipt
from interagency.model.relations import Link, Mandate, Seat
from interagency.model.validation import BrokenArchitecture, Fault

__all__ = [
    "NONE",
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
    "DatedFact",
    "Day",
    "Decision",
    "Due",
    "Entity",
    "Fact",
    "Fault",
    "Figure",
    "Forum",
    "Level",
    "Link",
    "Mandate",
    "Money",
    "Office",
    "Organization",
    "Plan",
    "Post",
    "Presence",
    "Product",
    "Progress",
    "Receipt",
    "Seat",
    "Sector",
    "Source",
    "SubSector",
    "UnknownId",
    "Within",
    "WorkingGroup",
]
