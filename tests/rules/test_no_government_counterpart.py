"""`no-government-counterpart`: met, gap or unknown, by who holds which seat."""

import pytest

from tests.rules.documents import asked, flagged

NAME = "no-government-counterpart"
HEADER = """
level: national
organizations:
  moh: {name: Ministry of Health, kind: government}
  moi: {name: Ministry, kind: government, certainty: disputed}
  ngo: {name: An NGO, kind: national-ngo}
  odd: {name: Of another kind, kind: something-new}
  agency: {name: State agency, kind: other-public-sector}
  who-knows: {name: Of no kind}
offices:
  directorate: {name: Directorate, organization: moh}
  cell: {name: Cell, parent: directorate}
posts:
  director: {title: Director, office: cell}
  nobodys: {title: Somebody, organization: unknown, office: directorate}
  adviser: {title: Adviser, organization: ngo}
working_groups:
  task-force: {name: National task force, kind: government-group}
  ministry-led: {name: Led by a ministry, kind: task-force, seats: {chair: [moh]}}
  of-ngos: {name: Of NGOs, kind: task-force, complete: [leads], seats: {chair: [ngo]}}
  open: {name: Open, kind: task-force, seats: {chair: [ngo]}}
  kindless: {name: Kindless, complete: [leads], seats: {chair: [ngo]}}
  disputed: {name: Disputed, kind: government-group, certainty: disputed}
  nested: {name: Nested, kind: task-force, complete: [leads], seats: {chair: [nested-2]}}
  nested-2: {name: Nested, kind: task-force, complete: [leads], seats: {chair: [nested, moh]}}
"""
WHOLE = "complete: [leads, members]"


def document(seats: str, rest: str = WHOLE) -> str:
    return f"{HEADER}sectors: {{s: {{name: Health, {rest}, seats: {{{seats}}}}}}}"


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ("lead: [moh]", "met"),
        ("co-lead: [unhcr, moh]", "met"),
        ("lead: [director]", "met"),
        ("lead: [{kind: local-government}]", "met"),
        ("lead: [unhcr], government-counterpart: [who-knows]", "met"),
        ("lead: [unhcr], government liaison: [who-knows]", "met"),
        ("lead: [task-force]", "met"),
        ("lead: [ministry-led]", "met"),
        ("lead: [unhcr]", "gap"),
        ("lead: vacant", "gap"),
        ("lead: [unhcr], government-counterpart: none", "gap"),
        ("lead: [adviser]", "gap"),
        ("lead: [{kind: ngo}]", "gap"),
        ("lead: [of-ngos]", "gap"),
        ("lead: [of-ngos], co-chair: [of-ngos]", "gap"),
        ("lead: [unhcr], member: [moh]", "gap"),
        ("lead: [who-knows]", "unknown"),
        ("lead: [odd]", "unknown"),
        ("lead: [agency]", "unknown"),
        ("lead: [moi]", "unknown"),
        ("lead: [nobodys]", "unknown"),
        ("lead: [{count: 2}]", "unknown"),
        ("lead: [unhcr, unknown]", "unknown"),
        ("lead: [unhcr], government-counterpart: unknown", "unknown"),
        ("lead: [unhcr, {holder: moh, certainty: disputed}]", "unknown"),
        ("lead: [unhcr], godparent: [who-knows]", "unknown"),
        ("lead: [open]", "unknown"),
        ("lead: [kindless]", "unknown"),
        ("lead: [disputed]", "unknown"),
        ("lead: [nested]", "unknown"),
    ],
)
def test_who_holds_a_seat_decides(seats: str, said: str) -> None:
    assert flagged(NAME, document(seats)) == (["s"] if said == "gap" else [])
    assert ("s", NAME.removeprefix("no-")) in asked(NAME, document(seats)) or said != "unknown"
    if said == "met":
        assert asked(NAME, document(seats)) == []


@pytest.mark.parametrize("rest", ["complete: [leads]", "complete: [members]", "note: nothing"])
def test_a_list_that_is_open_is_no_gap(rest: str) -> None:
    assert asked(NAME, document("lead: [unhcr]", rest)) == [("s", "government-counterpart")]
    assert flagged(NAME, document("lead: [unhcr]", rest)) == []


def test_two_written_slots_close_leadership() -> None:
    seats = "lead: [unhcr], co-lead: [ngo]"
    assert flagged(NAME, document(seats, "complete: [members]")) == ["s"]
    header = document(seats, "note: nothing") + "\ncomplete: [members]"
    assert flagged(NAME, header) == ["s"]


@pytest.mark.parametrize(
    ("kind", "findings", "questions"),
    [
        ("kind: rcf,", ["f"], []),
        ("kind: [rcf, steering],", ["f"], []),
        ("kind: area-hct,", [], []),
        ("kind: [unknown, unct],", [], []),
        ("", [], [("f", "kind")]),
        ("kind: [rcf, unknown],", [], [("f", "kind")]),
        ("kind: something-new,", [], [("f", "kind")]),
    ],
)
def test_some_kinds_of_forum_need_no_counterpart(
    kind: str, findings: list[str], questions: list[tuple[str, str]]
) -> None:
    forum = f"level: national\nforums: {{f: {{name: F, {kind} {WHOLE}, seats: {{lead: [unhcr]}}}}}}"
    assert flagged(NAME, forum) == findings
    assert asked(NAME, forum) == questions


@pytest.mark.parametrize(
    ("level", "findings"),
    [
        ("national", ["s"]),
        ("sub-national", ["s"]),
        ("regional", []),
        ("site", []),
        ("unknown", []),
    ],
)
def test_only_national_and_sub_national_groups_have_a_counterpart(
    level: str, findings: list[str]
) -> None:
    seats = document("lead: [unhcr]", f"level: {level}, {WHOLE}")
    assert flagged(NAME, seats) == findings
    assert asked(NAME, seats) == []


def test_a_level_that_comes_through_a_disputed_place_is_unknown() -> None:
    forum = "forums: {f: {name: F, level: national, kind: hct}}\n"
    place = "within: {to: f, certainty: disputed}"
    sector = f"sectors: {{s: {{name: S, {place}, {WHOLE}, seats: {{lead: [unhcr]}}}}}}"
    assert flagged(NAME, f"level: national\n{forum}{sector}") == []
    assert flagged(NAME, f"{forum}{sector}".replace(", certainty: disputed", "")) == ["s"]


@pytest.mark.parametrize("kind", ["hct", "unct", "ngo-forum", "donor-group", "refugee-forum"])
def test_a_forum_of_others_needs_no_part_of_government(kind: str) -> None:
    """A forum of refugees is theirs: no one asks which ministry co-leads it."""
    forum = f"forums: {{f: {{name: F, kind: {kind}, seats: {{chair: [unhcr]}}}}}}"
    assert asked(NAME, f"level: national\n{forum}") == []
    assert flagged(NAME, f"level: national\n{WHOLE}\n{forum}") == []
