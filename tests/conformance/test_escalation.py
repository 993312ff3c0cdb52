"""With whom a gap is raised: the nearest office first, as the document has them."""

from interagency.checking import Snapshot
from interagency.conformance.escalation import escalation
from interagency.document import loads

DOCUMENT = """
interagency: 1
offices:
  pcs: {name: Partnership and Coordination Service, kind: hq-service}
  rba: {name: Regional Bureau, kind: regional-bureau}
  mco: {name: Multi-Country Office, kind: multi-country-office}
  rou: {name: Romania, kind: country-operation}
  cell: {name: Inter-agency cell, kind: coordination-cell, parent: rou}
  other: {name: Other bureau, kind: regional-bureau, certainty: disputed}
"""


def steps(text: str) -> list[list[str]]:
    found = escalation(Snapshot.of(loads(text)))
    return [[office.id for office in step] for step in found]


def test_the_country_comes_before_the_region_and_headquarters_last() -> None:
    """Offices of one step are told together, in the order of the document."""
    assert steps(DOCUMENT) == [["rou"], ["rba", "mco"], ["pcs"]]


def test_a_step_without_an_office_is_left_out() -> None:
    without = DOCUMENT.replace("kind: country-operation", "kind: sub-office")
    assert steps(without) == [["rba", "mco"], ["pcs"]]
    assert steps("interagency: 1") == []
