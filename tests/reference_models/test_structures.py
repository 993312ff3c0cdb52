"""Small structures with verdicts worked out by hand, clause by clause."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from interagency.document import load, loads
from interagency.model import UNKNOWN, Architecture, BrokenArchitecture
from interagency.plugins.loading import load_plugins
from interagency.plugins.running import check, conform

PLUGINS = load_plugins(entry_points=False)
RCM, IASC, MIX, CASH = (
    "rcm-2013",
    "iasc-clusters-2015",
    "mixed-situations-2014",
    "cash-coordination-2022",
)

MIXED = """
situation: mixed-separate-areas
level: national
areas: [ETH]
complete: [groups, leads, posts, plans]
organizations: {rrs: {name: Refugees Service, kind: government}}
forums:
  rcf: {kind: rcf, populations: [refugees], seats: {chair: [unhcr], co-chair: [rrs]}}
  iswg: {kind: inter-sector, within: rcf, populations: [refugees], seats: {chair: [unhcr]}}
  hct: {kind: hct, seats: {chair: [hc], member: [unhcr]}}
  iccg: {kind: inter-cluster, within: hct, seats: {chair: [ocha]}}
sectors:
  health: {kind: cluster, within: iccg, covers: [HEA], seats: {lead: [who]}}
working_groups:
  rpwg:
    name: Refugee Protection Working Group
    within: iswg
    populations: [refugees]
    seats: {lead: [unhcr, rrs]}
posts:
  hc: {organization: unrco, designations: [humanitarian-coordinator]}
  rep: {organization: unhcr, designations: [refugee-coordinator]}
plans: {crp: {kind: CRP}}
"""
CLUSTERS = """
situation: %s
level: national
areas: [SOM]
complete: [groups, leads, posts]
forums:
  hct: {kind: hct, seats: {chair: [hc]}}
  iccg: {kind: inter-cluster, within: hct, seats: {chair: [ocha]}}
sectors:
  health: {kind: cluster, within: iccg, covers: [HEA], seats: {lead: [who], co-lead: [nrc]}}
  wash: {kind: cluster, within: iccg, covers: [WSH], seats: {lead: [unicef]}}
posts: {hc: {organization: unrco, designations: [humanitarian-coordinator]}}
"""
REFUGEES = """
situation: refugee
level: national
areas: [MDA]
populations: [refugees]
forums:
  rcf: {kind: rcf, seats: {lead: [unhcr]}}
  isg: {kind: inter-sector, within: rcf, seats: {lead: [unhcr]}}
sectors:
  protection: {within: isg, covers: [PRO], seats: {co-lead: [unhcr, unicef]}}
"""
VENEZUELA = """
situation: refugee-and-migrant
level: national
areas: [COL]
forums:
  gifmm: {kind: platform, seats: {co-lead: [unhcr, iom]}}
  narino: {kind: platform, level: sub-national, within: gifmm}
  hct: {kind: hct}
sectors:
  health: {kind: cluster, within: hct, covers: [HEA], seats: {lead: [who]}}
"""


def outcomes(document: str, model: str) -> dict[str, str]:
    found = conform(loads(f"interagency: 1\n{document}"), models=[model], plugins=PLUGINS)
    return {each.clause.id: each.outcome.value for each in found.models[0].clauses}


@pytest.mark.parametrize(
    ("document", "model", "expected"),
    [
        # In a mixed country each side has its own forums, with nothing more written.
        (MIXED, RCM, {"RCM-05a": "met", "RCM-06": "met", "RCM-08a": "met", "RCM-12a": "met"}),
        (MIXED, RCM, {"RCM-12b": "met", "RCM-17": "not applicable", "RCM-20": "met"}),
        (MIXED, IASC, {"IASC-01a": "met", "IASC-04": "met", "IASC-05": "met"}),
        (MIXED, MIX, {"MIX-02": "met", "MIX-03a": "met", "MIX-03b": "met"}),
        (MIXED, CASH, {"CASH-01a": "met", "CASH-01b": "met"}),
        # The cluster approach was made for conflict and for disasters.
        *(
            (CLUSTERS % situation, IASC, {"IASC-01a": "met", "IASC-01b": "met", "IASC-05": "met"})
            for situation in ("idp", "conflict", "disaster", "public-health", "returns")
        ),
        (CLUSTERS % "conflict", IASC, {"IASC-15": "not used", "IASC-06b": "gap"}),
        (CLUSTERS % "conflict", RCM, {"RCM-02": "not applicable", "RCM-06": "not applicable"}),
        # A refugee response in its first weeks: nothing that is only not written is a gap.
        (REFUGEES, RCM, {"RCM-06": "met", "RCM-12a": "met", "RCM-12b": "met", "RCM-13a": "met"}),
        (REFUGEES, RCM, {"RCM-09a": "unknown", "RCM-16": "unknown", "RCM-17": "not applicable"}),
        (REFUGEES, IASC, {"IASC-01a": "not applicable"}),
        # Colombia's clusters in a document on refugees and migrants, and no platform for them.
        (VENEZUELA, IASC, {"IASC-01a": "met", "IASC-05": "met", "IASC-09": "unknown"}),
    ],
)
def test_what_a_reader_who_knows_the_field_would_say(
    document: str, model: str, expected: dict[str, str]
) -> None:
    found = outcomes(document, model)
    assert {id: found[id] for id in expected} == expected


FOLDER = Path(__file__).with_name("structures")
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
Verdicts = dict[str, dict[str, str]]


def worked_out() -> dict[str, Verdicts]:
    """Return the verdicts of the table: of each structure and model, the clauses by outcome."""
    found: dict[str, Verdicts] = defaultdict(lambda: defaultdict(dict))
    with (FOLDER / "verdicts.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            found[row["structure"]][row["model"]][row["outcome"]] = row["clauses"]
    return found


WORKED_OUT = worked_out()
LOOKED_AT = [
    (name, model)
    for name, models in WORKED_OUT.items()
    for model, verdicts in models.items()
    if "says nothing" not in verdicts
]


def verdicts_of(architecture: Architecture, model: str) -> dict[str, str]:
    """Return the outcome of each clause; nothing if the model says nothing here."""
    (result,) = conform(architecture, models=[model], plugins=PLUGINS).models
    return {} if result.reason else {each.clause.id: each.outcome.value for each in result.clauses}


def test_there_are_ten_structures_and_each_was_worked_out() -> None:
    assert set(WORKED_OUT) == set(NAMES)
    assert len(NAMES) == 10


@pytest.mark.parametrize("name", NAMES)
def test_every_clause_says_of_a_structure_what_was_worked_out_by_hand(name: str) -> None:
    architecture = load(FOLDER / f"{name}.yaml")
    found: Verdicts = {}
    for model in WORKED_OUT[name]:
        by_outcome: dict[str, list[str]] = {}
        for clause, outcome in verdicts_of(architecture, model).items():
            by_outcome.setdefault(outcome, []).append(clause)
        said = {outcome: " ".join(clauses) for outcome, clauses in by_outcome.items()}
        found[model] = said or {"says nothing": ""}
    assert found == WORKED_OUT[name]


@pytest.mark.parametrize("name", NAMES)
def test_no_structure_has_a_finding_that_its_mandates_or_accountabilities_contradict(
    name: str,
) -> None:
    """A Government in the chair, OHCHR in a disaster, a ministry beside WHO are no deviations."""
    rules = ("mandate-deviation", "must-mandate-deviation", "accountability-blurred")
    found = check(load(FOLDER / f"{name}.yaml"), plugins=PLUGINS).findings
    assert [each.message for each in found if each.rule in rules] == []


SECTIONS = ("sectors", "working_groups", "sub_sectors", "posts", "plans", "products", "links")


def without_a_record(architecture: Architecture) -> Iterator[Architecture]:
    """Yield the document without one of its records, and then no list of it is complete."""
    for section in SECTIONS:
        records = getattr(architecture, section)
        for record in records:
            others = tuple(each for each in records if each is not record)
            id = getattr(record, "id", "")
            seats = tuple(
                each for each in architecture.seats if id not in (each.body, each.holder, each.post)
            )
            changes: dict[str, Any] = {section: others, "seats": seats, "complete": ()}
            yield from _if_whole(architecture, changes)


def without_a_holder(architecture: Architecture) -> Iterator[Architecture]:
    """Yield the document with one seat of which no one knows who holds it."""
    for seat in architecture.seats:
        seats = tuple(each for each in architecture.seats if each is not seat)
        unknown = evolve(seat, holder=UNKNOWN, post=None, kind=None, tags=())
        changes: dict[str, Any] = {"seats": (*seats, unknown), "complete": ()}
        yield from _if_whole(architecture, changes)


def _if_whole(architecture: Architecture, changes: dict[str, Any]) -> Iterator[Architecture]:
    """Yield a document with changes, unless something in it speaks of what is gone."""
    try:
        yield evolve(architecture, **changes)
    except BrokenArchitecture:
        return


def decided(verdicts: dict[str, str], *outcomes: str) -> set[tuple[str, str]]:
    return {(clause, outcome) for clause, outcome in verdicts.items() if outcome in outcomes}


@pytest.mark.parametrize(("name", "model"), LOOKED_AT)
def test_a_fact_less_makes_no_gap(name: str, model: str) -> None:
    whole = load(FOLDER / f"{name}.yaml")
    after = verdicts_of(whole, model)
    for less in (*without_a_record(whole), *without_a_holder(whole)):
        assert decided(verdicts_of(less, model), "gap") <= decided(after, "gap")


@pytest.mark.parametrize(("name", "model"), LOOKED_AT)
def test_to_learn_who_holds_a_seat_changes_nothing_that_was_decided(name: str, model: str) -> None:
    whole = load(FOLDER / f"{name}.yaml")
    after = verdicts_of(whole, model)
    for less in without_a_holder(whole):
        before = decided(verdicts_of(less, model), "met", "gap")
        assert before <= decided(after, "met", "gap")
