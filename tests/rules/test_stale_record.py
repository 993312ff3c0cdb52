"""The rule about sources that have grown old."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from interagency.checking import Snapshot, run_rule
from interagency.model import Architecture, Certainty, Day, Sector, Source
from tests.rules.documents import RULES, asked, flagged, messages

STALE = "stale-record"
SECTORS = "sectors: {health: {name: Health, sources: [a]}}"


@pytest.mark.parametrize(
    ("source", "day", "found"),
    [
        # a year is 365 days, and a partial date reaches to its last day
        ("published: 2024-06-30", "2025-06-30", False),
        ("published: 2024-06-30", "2025-07-01", True),
        ("published: 2024-06", "2025-06-30", False),
        ("published: 2023", "2024-12-30", False),
        ("published: 2023", "2025-01-01", True),
        # what is undated is no newer than the day on which it was read
        ("read: 2024-06-30", "2025-07-01", True),
        ("published: 2020, read: 2025-06", "2025-07-01", True),
        ("published: 2026", "2025-07-01", False),
        ("title: A page", "2025-07-01", False),
    ],
)
def test_a_source_is_old_after_365_days(source: str, day: str, found: bool) -> None:
    document = f"sources: {{a: {{{source}}}}}\n{SECTORS}"
    assert flagged(STALE, document, on=day) == (["a"] if found else [])


OLD_AND_NEW = """
as_of: 2025-06-30
sources: {a: {title: Old, published: 2020}, b: {title: New, published: 2025}, c: {title: Undated}}
"""


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("default_sources: [a]\nsectors: {s: {name: S}}", ["a"]),
        ("sectors: {s: {name: S, sources: [a, b]}}", []),
        ("sectors: {s: {name: S, sources: [a, c]}}", []),
        (
            "sectors: {s: {name: S, sources: [b], seats: {lead: [{holder: who, sources: [a]}]}}}",
            ["a"],
        ),
        ("sectors: {s: {name: S, sources: [b], reports_to: [{to: none, sources: [a]}]}}", ["a"]),
        ("offices: {o: {name: O, sources: [a]}}", ["a"]),
        ("posts: {p: {title: P, sources: [a]}}", ["a"]),
        ("presence:\n- {organization: who, sources: [a]}", ["a"]),
        # decisions, and what nobody agrees on
        ("plans: {p: {name: P, sources: [a]}}", []),
        ("mandates: {m: {organization: who, sources: [a]}}", []),
        ("sectors: {s: {name: S, certainty: disputed, sources: [a]}}", []),
    ],
)
def test_what_changes_without_notice_can_be_stale(written: str, found: list[str]) -> None:
    assert flagged(STALE, OLD_AND_NEW + written) == found


def test_there_is_one_finding_for_all_that_rests_on_a_source() -> None:
    groups = ", ".join(f"s{number}: {{name: Group {number}}}" for number in range(5))
    document = f"{OLD_AND_NEW}default_sources: [a]\nsectors: {{{groups}}}"
    assert messages(STALE, document) == [
        "Old (2020) is more than a year old on 2025-06-30, and nothing newer confirms what it says "
        "of Group 0; Group 1; Group 2 and 2 more"
    ]


def test_without_a_day_nothing_has_an_age_and_one_question_is_asked() -> None:
    undated = OLD_AND_NEW.replace("as_of: 2025-06-30", "default_sources: [a]") + SECTORS
    assert flagged(STALE, undated) == []
    assert asked(STALE, undated) == [("", "as_of")]
    assert asked(STALE, undated, on="2025") == []
    assert asked(STALE, SECTORS.replace("[a]", "[c]") + "\nsources: {c: {title: Undated}}") == []


DAYS = st.dates(date(2020, 1, 1), date(2025, 12, 31)).map(lambda day: Day(day.isoformat()))


@given(st.lists(st.none() | DAYS, min_size=1, max_size=4), st.data())
def test_to_know_less_of_a_source_makes_nothing_stale(
    published: list[Day | None], data: st.DataObject
) -> None:
    """Neither does a source more: only the newest counts, and that may be one without a date."""
    named = {f"x{number}": day for number, day in enumerate(published)}
    some = st.lists(st.sampled_from(sorted(named)), unique=True, max_size=3).map(tuple)
    architecture = Architecture(
        sources=tuple(Source(id=id, published=day) for id, day in named.items()),
        sectors=tuple(Sector(id=f"s{n}", sources=data.draw(some)) for n in range(3)),
    )
    before = _stale(architecture)
    forgotten = data.draw(st.sampled_from(architecture.sources))
    sources = tuple(
        evolve(each, published=None) if each == forgotten else each for each in architecture.sources
    )
    assert _stale(evolve(architecture, sources=sources)) <= before
    disputed = evolve(architecture.sectors[0], certainty=Certainty.DISPUTED)
    less = evolve(architecture, sectors=(disputed, *architecture.sectors[1:]))
    assert _stale(less) <= before


def _stale(architecture: Architecture) -> set[str]:
    result = run_rule(RULES[STALE], Snapshot.of(architecture, on="2025-06-30"))
    return {each.subject for each in result.findings}


@pytest.mark.parametrize("within", ["f1", "{to: f1, certainty: disputed}", "unknown"])
def test_a_newer_source_of_the_body_above_confirms_nothing_of_what_lies_in_it(within: str) -> None:
    """A page on the forum need not have been read for the group; wherever the group lies."""
    document = f"""
as_of: 2023
default_sources: [old]
sources: {{old: {{published: 2020}}, new: {{published: 2023}}}}
forums: {{f1: {{name: F, sources: [new]}}}}
working_groups: {{w1: {{name: W, within: {within}}}}}
"""
    assert flagged(STALE, document) == ["old"]
