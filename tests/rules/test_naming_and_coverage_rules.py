"""What the examples of five small rules do not show."""

from collections.abc import Iterable
from typing import cast

import pytest

from interagency.checking import Finding, Snapshot
from interagency.document import loads
from interagency.plugins.loading import load_plugins
from tests.rules.documents import messages


def flagged(rule: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the subjects that a rule flags in a document, each with what is related."""
    snapshot = Snapshot.of(loads(f"interagency: 1\n{text}"))
    said = load_plugins(entry_points=False).rules[rule].check(snapshot)
    found = cast(Iterable[Finding], said)
    return sorted((each.subject, each.related) for each in found)


def test_organizations_and_bodies_of_one_acronym_are_told_apart() -> None:
    """An agency and the group it leads may share one."""
    text = """
organizations:
  a: {name: A, acronym: ABC}
  b: {name: B, acronym: abc}
  c: {name: C, acronym: XYZ, certainty: disputed}
forums:
  d: {name: D, acronym: ABC}
  e: {name: E, acronym: XYZ}
"""
    assert flagged("naming-ambiguity", text) == [("a", ("b",))]
    said = "ABC is the acronym of 2 organizations, A (a) and abc (b)"
    assert messages("naming-ambiguity", text.replace("name: B, ", "")) == [said]


@pytest.mark.parametrize(
    "seats",
    ["{lead: unknown, co-lead: none}", "{lead: [{holder: vacant, certainty: disputed}]}", "{}"],
)
def test_a_group_is_not_empty_while_somebody_may_sit_in_it(seats: str) -> None:
    text = f"sectors:\n  a: {{name: A, complete: [members], seats: {seats}}}\n"
    assert flagged("empty-group", text) == []


AREAS = """
complete: [groups]
forums:
  rcf: {name: RCF, level: national, areas: [ROU]}
  local: {name: Local, level: sub-national, areas: [ROU/Iasi]}
presence:
- {organization: unicef, area: ROU/Suceava/Siret}
- {organization: nrc, area: ROU/Suceava}
- {organization: nrc, area: ROU/Iasi/Pascani}
- {organization: nrc, area: ROU/Cluj, certainty: disputed}
- {organization: nrc}
"""


def test_an_area_without_a_body_is_told_once() -> None:
    """With everybody who works there, in whatever part of it."""
    assert flagged("sub-national-coverage", AREAS) == [("", ("nrc", "unicef"))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("complete: [groups]\n", ""),
        ("level: sub-national, ", ""),
        ("areas: [ROU/Iasi]", "areas: [ROU/Iasi, unknown]"),
    ],
)
def test_it_is_unknown_while_another_body_may_cover_it(old: str, new: str) -> None:
    assert flagged("sub-national-coverage", AREAS.replace(old, new)) == []


FILED = """
plans:
  p: {name: P, covers: [HEA, unknown], identifiers: {fts: 1}}
  c: {name: C, part_of: p}
"""


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", []),
        # of the plan, of a chapter, of a chapter of a chapter, of an appeal in one
        ("[HEA, ", "[cash, ", ["p"]),
        ("part_of: p", "part_of: p, covers: [mhpss]", ["p"]),
        ("\n  c:", "\n  d: {name: D, part_of: c, covers: [cash]}\n  c:", ["p"]),
        ("plans", "appeals: [{plan: c, organization: who, covers: [cash]}]\nplans", ["p"]),
        # a chapter that is filed apart, one of which it is disputed, and other registries
        ("part_of: p", "part_of: p, covers: [cash], identifiers: {fts-code: X}", ["c"]),
        ("part_of: p", "part_of: p, covers: [cash], certainty: disputed", []),
        ("[HEA, unknown], identifiers: {fts: 1}", "[cash], identifiers: {iati: 1}", []),
        ("fts: 1}", "fts: 1}, certainty: disputed", []),
        # codes of no list are somebody's own, and another rule reports them
        ("[HEA, ", "[our-own, ", []),
        # what groups cover need not be exchanged
        ("plans", "sectors: {s: {covers: [cash, basic-needs, nfi]}}\nplans", []),
    ],
)
def test_codes_are_lost_where_a_plan_is_filed_with_fts(
    old: str, new: str, found: list[str]
) -> None:
    text = FILED.replace(old, new, 1) if old else FILED
    assert [subject for subject, _ in flagged("code-mapping-loss", text)] == found


def test_seats_that_nobody_certainly_holds_do_not_count() -> None:
    text = """
forums:
  hct:
    kind: [hct, steering]
    seats:
      member: [{kind: ngo, count: 35}, unknown, {holder: nrc, certainty: disputed}]
  other: {seats: {member: [{kind: ngo, count: 99}]}}
"""
    assert flagged("oversized-forum", text) == []
    assert flagged("oversized-forum", text.replace("35", "36")) == [("hct", ())]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("member: [nrc, {kind: ngo, count: 35}]", True),
        # a second seat, another name of the same, and one that may be another name
        ("chair: [nrc], member: [nrc, {kind: ngo, count: 34}]", False),
        ("member: [nrc, norcap, {kind: ngo, count: 34}]", False),
        ("member: [drc, irc, {kind: ngo, count: 34}]", False),
        ("member: [acted, irc, {kind: ngo, count: 34}]", True),
    ],
)
def test_who_holds_two_seats_of_a_forum_is_one(more: str, found: bool) -> None:
    text = f"""
links:
- {{kind: same_as, from: norcap, to: nrc}}
- {{kind: same_as, from: irc, to: drc, certainty: disputed}}
forums:
  hct: {{name: HCT, kind: hct, seats: {{{more}}}}}
"""
    assert flagged("oversized-forum", text) == ([("hct", ())] if found else [])
