"""With which office a gap should be raised, nearest first: as UNHCR's own posts are told to.

A post in a country operation alerts the regional bureau, the multi-country office or the office of
the Regional Refugee Coordinator; those alert the services at headquarters.
"""

from typing import Final

from interagency.checking import Citation, Snapshot
from interagency.model import Certainty, Office

# Kinds of office by how near they are to the response, from the vocabulary office-kinds.
STEPS: Final = (
    ("country-operation",),
    ("regional-bureau", "multi-country-office", "rrc-office"),
    ("hq-service",),
)
SOURCE: Final = Citation(
    "UNHCR, standard job description of the Senior Inter-Agency Coordination Officer (alert the "
    "regional bureau, multi-country office or RRC office; alert headquarters)"
)


def escalation(snapshot: Snapshot) -> tuple[tuple[Office, ...], ...]:
    """Return the offices to raise a gap with, step by step; nothing if the document has none."""
    offices = [each for each in snapshot.now.offices if each.certainty is not Certainty.DISPUTED]
    steps = (tuple(each for each in offices if each.kind in kinds) for kinds in STEPS)
    return tuple(step for step in steps if step)
