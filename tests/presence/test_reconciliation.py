"""The same rows give the same answers, on every engine and as records of the document."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interagency.document import loads
from interagency.model import UNKNOWN, Presence
from interagency.presence import reconcile
from tests.presence.frames import IN_PROCESS, Columns, answers, is_installed, rows_of
from tests.presence.oracle import Fact, certainly_alone, idle, unseated

COMPLETE = "complete: [groups, leads, members, appeals, presence]"
DOCUMENT = """
interagency: 1
title: Response in Romania
{complete}
areas: [ROU]
organizations:
  one-hundred-one: {{name: House 101, aliases: ["101"]}}
sectors:
  health: {{name: Health, covers: [HEA], seats: {{lead: [who], member: [nrc, one-hundred-one]}}}}
  education: {{name: Education, covers: [EDU], areas: [ROU/Suceava], seats: {{lead: [unicef]}}}}
  protection: {{name: Protection, covers: [PRO], areas: [ROU, MDA], seats: {{lead: [unhcr]}}}}
sub_sectors:
  gbv: {{name: GBV, within: protection, covers: [PRO-GBV], areas: [ROU/Iasi/Iasi],
        seats: {{lead: [unfpa]}}}}
plans:
  rrp: {{kind: RRP}}
appeals:
- {{plan: rrp, organization: nrc, covers: [HEA]}}
- {{plan: rrp, organization: wfp, covers: [FSC]}}
"""
WHOLE = loads(DOCUMENT.format(complete=COMPLETE))
OPEN = loads(DOCUMENT.format(complete="complete: [appeals]"))

ORGANIZATIONS = {
    "UNICEF": "unicef",
    "unicef": "unicef",
    " World Health Organization ": "who",
    "NRC": "nrc",
    "UNFPA": "unfpa",
    "101": "one-hundred-one",
    "Someone Else": UNKNOWN,
    "": UNKNOWN,
    None: UNKNOWN,
}
SECTORS = {
    "EDU": "EDU",
    "Education": "EDU",
    "health": "HEA",
    "Protection": "PRO",
    "PRO-GBV": "PRO-GBV",
    "Nothing Known": UNKNOWN,
    None: UNKNOWN,
}
AREAS = {
    ("ROU", "Suceava", "Siret"): "ROU/Suceava/Siret",
    ("Romania", "Suceava", None): "ROU/Suceava",
    ("ROU", "Iasi", "Iasi"): "ROU/Iasi/Iasi",
    ("ROU", None, "Siret"): "ROU",
    ("mda", " ", ""): "MDA",
    (None, None, None): UNKNOWN,
    ("Nowhere", "Iasi", None): UNKNOWN,
}
Choice = tuple[str | None, str | None, tuple[str | None, str | None, str | None]]
choices = st.tuples(
    st.sampled_from([*ORGANIZATIONS]), st.sampled_from([*SECTORS]), st.sampled_from([*AREAS])
)
tables = st.lists(choices, max_size=12)
ENGINES = [
    pytest.param(
        frame, id=name,
        marks=pytest.mark.skipif(not is_installed("narwhals", *needs), reason=f"needs {needs[0]}"),
    )
    for name, (needs, frame) in IN_PROCESS.items()
]  # fmt: skip


def columns(rows: list[Choice]) -> Columns:
    names = ("organization", "sector", "country", "admin1", "admin2")
    cells = [(who, what, *where) for who, what, where in rows]
    return {name: [row[place] for row in cells] for place, name in enumerate(names)}


def facts(rows: list[Choice]) -> list[Fact]:
    return [Fact(ORGANIZATIONS[who], SECTORS[what], AREAS[where]) for who, what, where in rows]


def records(rows: list[Choice]) -> tuple[Presence, ...]:
    return tuple(
        Presence(
            organization=each.organization,
            covers=(each.sector,),
            area=None if each.area == UNKNOWN else each.area,
        )
        for each in facts(rows)
    )


def frames(rows: list[Choice]) -> dict[str, Any]:
    """Return a frame of each kind that is installed; pandas and polars take no empty types."""
    return {
        name: frame(columns(rows))
        for name, (needs, frame) in IN_PROCESS.items()
        if is_installed("narwhals", *needs)
    }


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables, st.randoms(use_true_random=False), st.sampled_from([WHOLE, OPEN]))
def test_every_engine_gives_the_same_answers_in_any_order(
    rows: list[Choice], shuffle: Any, architecture: Any
) -> None:
    shuffled = frames(shuffle.sample(rows, len(rows)))
    found = {
        name: reconcile(architecture, shuffled[name] if place % 2 else frame)
        for place, (name, frame) in enumerate(frames(rows).items())
    }
    expected = answers(next(iter(found.values())))
    for each in found.values():
        assert answers(each) == expected


@settings(max_examples=40, deadline=None)
@given(tables, st.sampled_from([WHOLE, OPEN]))
@pytest.mark.skipif(not is_installed("narwhals", "duckdb"), reason="needs duckdb")
def test_a_frame_and_records_give_the_same_rows(rows: list[Choice], architecture: Any) -> None:
    """A document holds no record twice, and none without an organization."""
    once = {facts([row])[0]: row for row in rows}
    known = [row for fact, row in once.items() if fact.organization != UNKNOWN]
    recorded = evolve(architecture, presence=records(known))
    frame = IN_PROCESS["duckdb"][1](columns(known))
    by_frame, by_record = answers(reconcile(architecture, frame)), answers(reconcile(recorded))
    by_frame.pop("unknown_names"), by_record.pop("unknown_names")
    assert by_frame == by_record


@settings(max_examples=60, deadline=None)
@given(tables)
@pytest.mark.skipif(not is_installed("narwhals", "duckdb"), reason="needs duckdb")
def test_the_answers_are_those_of_loops_over_all_pairs(rows: list[Choice]) -> None:
    found = reconcile(WHOLE, IN_PROCESS["duckdb"][1](columns(rows)))
    meant = facts(rows)
    rows_found = answers(found)
    assert {row[:2] for row in rows_found["seats_without_presence"]} == idle(found.structure, meant)
    activities = [row[:3] for row in rows_found["presence_without_seats"]]
    assert set(activities) == unseated(found.structure, meant)
    assert len(activities) == len(set(activities))
    alone = {row[:3] for row in rows_found["sole_providers"] if row[4] == "yes"}
    assert alone == certainly_alone(found.structure, meant)


@settings(max_examples=40, deadline=None)
@given(tables)
@pytest.mark.skipif(not is_installed("narwhals", "duckdb"), reason="needs duckdb")
def test_no_is_certain_only_where_lists_are_complete_and_names_known(rows: list[Choice]) -> None:
    """To make a list open never makes a gap, and only turns a no into unknown."""
    frame = IN_PROCESS["duckdb"][1](columns(rows))
    closed, opened = answers(reconcile(WHOLE, frame)), answers(reconcile(OPEN, frame))
    for name, place in (("seats_without_presence", 4), ("presence_without_seats", 4)):
        assert {row[place] for row in opened[name]} <= {"unknown"}
        assert [row[:place] for row in opened[name]] == [row[:place] for row in closed[name]]
    if not any(each.organization == UNKNOWN or each.sector == UNKNOWN for each in facts(rows)):
        assert {row[4] for row in closed["seats_without_presence"]} <= {"no"}


@pytest.mark.parametrize("frame", ENGINES)
def test_whole_numbers_and_gaps_are_names_too(frame: Any) -> None:
    """pandas makes 101.0 of 101 beside a gap."""
    table = frame({"organization": [101, None, 101], "sector": ["HEA", "EDU", "HEA"]})
    found = answers(reconcile(WHOLE, table))
    assert [row[0] for row in found["presence_without_seats"]] == []
    assert found["coverage"][0] == ("EDU", "ROU/Suceava", 0, 0, 0, "education", "unicef", "yes")


@pytest.mark.parametrize("frame", ENGINES)
def test_an_answer_is_of_the_callers_own_kind(frame: Any) -> None:
    table = frame({"organization": ["NRC"], "sector": ["EDU"]})
    found = reconcile(WHOLE, table)
    assert {type(getattr(found, name)) for name in ("coverage", "presence_without_seats")} == {
        type(table)
    }
    assert rows_of(found.presence_without_seats) == [("nrc", "EDU", "unknown", 1, "no", "no")]
