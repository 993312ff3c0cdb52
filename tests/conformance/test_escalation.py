"""With whom a gap is raised: the nearest office first, as the document has them."""

from interagency.checking import Snapshot
from interagency.conformance import conform, parse_model
from interagency.conformance.conform import escalation
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


def test_a_conformance_tells_the_names() -> None:
    """A reader of a gap knows where to go with it."""
    found = conform(loads(DOCUMENT), [])
    assert found.raise_with == (
        ("Romania",),
        ("Regional Bureau", "Multi-Country Office"),
        ("Partnership and Coordination Service",),
    )


def test_appeals_are_closed_like_other_lists() -> None:
    """That no implementing partner asks for money can be said of a whole list only."""
    pack = """
interagency_model: 1
id: m
title: M
sources: {s: {title: S}}
clauses:
  - id: A
    strength: must
    text: T
    sources: [s]
    expect: {not: {exists: {is: appeal, amount: present}}}
"""
    outcomes = [
        conform(loads(f"interagency: 1{complete}"), [parse_model(pack)])
        .models[0]
        .clauses[0]
        .outcome
        for complete in ("", "\ncomplete: [appeals]")
    ]
    assert outcomes == ["unknown", "met"]
