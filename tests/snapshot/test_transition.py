"""Who takes over the functions of a cluster: nationally, accepted, or not known."""

import pytest

import interagency as ia
from interagency.plugins.loading import load_plugins
from interagency.snapshot import Snapshot, Verdict
from interagency.snapshot.transition import functions_of, in_transition, is_national

DOCUMENT = """\
interagency: 2
as_of: 2026-01
situation: transition
level: national
conforms_to: [cluster-transition]
organizations:
  moh: {name: Ministry of Health, kind: government}
  local: {name: Local, kind: national-ngo}
  someone: {name: Someone}
  doubtful: {kind: government, certainty: disputed}
forums:
  led: {seats: {lead: [moh]}}
  unled: {seats: {lead: [led]}}
sectors: {health: {name: Health Cluster, kind: cluster}}
posts: {officer: {organization: moh}, lone: {title: Lone}}
"""
HANDOVER = "handovers: [{body: health, function: strategy, %s}]\n"


def verdict(text: str) -> Verdict:
    snapshot = Snapshot.of(ia.loads(DOCUMENT + HANDOVER % text))
    found = {each.function: each.verdict for each in functions_of(snapshot, "health")}
    return found["strategy"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("taker: moh, accepted: true", Verdict.MET),
        ("taker: local, accepted: true", Verdict.MET),
        ("taker: officer, accepted: true", Verdict.MET),
        ("taker: led, accepted: true", Verdict.MET),
        ("taker: unled, accepted: true", Verdict.UNKNOWN),
        ("taker: who, accepted: true", Verdict.GAP),
        ("taker: someone, accepted: true", Verdict.UNKNOWN),
        ("taker: doubtful, accepted: true", Verdict.UNKNOWN),
        ("taker: lone, accepted: true", Verdict.UNKNOWN),
        ("taker: moh, accepted: false", Verdict.GAP),
        ("taker: moh", Verdict.UNKNOWN),
        ("taker: who", Verdict.GAP),
        ("taker: none", Verdict.GAP),
        ("taker: unknown", Verdict.UNKNOWN),
        ("accepted: true", Verdict.UNKNOWN),
        ("taker: moh, accepted: true, certainty: disputed", Verdict.UNKNOWN),
    ],
)
def test_a_function_has_a_national_owner_who_accepted_it(text: str, expected: Verdict) -> None:
    assert verdict(text) is expected


def test_the_functions_are_the_six_and_accountability_and_what_else_is_recorded() -> None:
    snapshot = Snapshot.of(ia.loads(DOCUMENT + HANDOVER % "taker: moh"))
    body = snapshot.bodies["health"]
    assert len(functions_of(snapshot, body)) == 7
    other = DOCUMENT + HANDOVER.replace("strategy", "our-own") % "taker: moh"
    assert functions_of(Snapshot.of(ia.loads(other)), "health")[-1].function == "our-own"


def test_a_cluster_that_has_closed_still_hands_over() -> None:
    text = DOCUMENT.replace("kind: cluster}", "kind: cluster, until: 2025}")
    assert [*in_transition(Snapshot.of(ia.loads(text + HANDOVER % "taker: moh")))] == ["health"]
    assert [*in_transition(Snapshot.of(ia.loads(text)))] == []


def test_nothing_that_is_not_there_is_national() -> None:
    assert is_national(Snapshot.of(ia.loads(DOCUMENT)), "nowhere") is Verdict.UNKNOWN


ALL = "".join(
    f"  - {{body: health, function: {each}, taker: moh, accepted: true}}\n"
    for each in (
        *("service-delivery", "strategic-decisions", "strategy", "monitoring"),
        *("preparedness", "advocacy", "accountability"),
    )
)


@pytest.mark.parametrize(
    ("handovers", "outcome"),
    [
        ("", "unknown"),
        (f"handovers:\n{ALL}", "met"),
        (f"handovers:\n{ALL.replace('moh', 'who', 1)}", "gap"),
        (f"handovers:\n{ALL.replace('moh', 'unknown', 1)}", "unknown"),
    ],
)
def test_the_pack_asks_for_every_function(handovers: str, outcome: str) -> None:
    found = ia.conform(ia.loads(DOCUMENT + handovers), plugins=load_plugins(entry_points=False))
    (clause,) = [each for each in found.models[0].clauses if each.clause.id == "T-3"]
    assert clause.outcome.value == outcome
    asked = [each for each, _ in found.questions() if each.about == "handovers"]
    assert bool(asked) is (outcome == "unknown")
