"""`interagency due`: what is due, who has not sent it, who asks for it."""

import json
from pathlib import Path

import pytest

from tests.cli.runs import run

DOCUMENT = """\
interagency: 2
title: Response
as_of: 2022-04-01
sectors: {health: {name: Health}, wash: {name: WASH}}
forums: {rcf: {name: RCF, meets: weekly, meets_on: [every Monday]}}
posts: {officer: {title: Officer, duties: [sitrep]}, senior: {title: Senior}}
products:
  sitrep:
    name: Sitrep
    kind: sitrep
    contributors: [health, wash]
    cleared_by: [senior, unknown]
    due: [every Thursday]
    done: [2022-03-24]
    received: [{by: health, day: 2022-03-31}]
  flash:
    name: Flash
    contributors: [health]
    due: [2022-04-01]
    received: [health]
    cleared_by: [senior]
    cleared: [senior]
"""
TEXT = """\
Response, 2022-04-01 to 2022-04-07: 4 entries

2022-03-31  overdue: Sitrep (every Thursday)
    no input recorded from: WASH
    no clearance recorded by: Senior, then ? (no one recorded who else clears it)
    asks for it: Officer

2022-04-01  Flash (2022-04-01)
    all input is there
    cleared
    asks for it: ? (no post is recorded with this duty)

2022-04-04  meeting of RCF (weekly, every Monday)

2022-04-07  Sitrep (every Thursday)
    no input recorded from: Health, WASH
    no clearance recorded by: Senior, then ? (no one recorded who else clears it)
    asks for it: Officer
"""


@pytest.fixture(autouse=True)
def _document() -> None:
    Path("r.yaml").write_text(DOCUMENT)


@pytest.mark.parametrize("within", ["6d", "6"])
def test_what_is_due_stands_by_its_day_with_who_owes_clears_and_asks(within: str) -> None:
    assert run("due", "r.yaml", "--within", within).stdout == TEXT


def test_what_has_no_rhythm_is_named_at_the_end() -> None:
    Path("r.yaml").write_text(f"{DOCUMENT}  list: {{name: List, frequency: unknown}}\n")
    last = run("due", "r.yaml").stdout.splitlines()[-1]
    assert last == "when and how often is not recorded: List"


def test_the_same_stands_below_each_post_that_asks() -> None:
    text = run("due", "r.yaml", "--by", "post", "--within", "6d").stdout
    assert (
        text
        == """\
Response, 2022-04-01 to 2022-04-07: 4 entries

Officer asks for
    2022-03-31  overdue: Sitrep (every Thursday)
        no input recorded from: WASH
        no clearance recorded by: Senior, then ? (no one recorded who else clears it)
    2022-04-07  Sitrep (every Thursday)
        no input recorded from: Health, WASH
        no clearance recorded by: Senior, then ? (no one recorded who else clears it)

no post is recorded that asks for
    2022-04-01  Flash (2022-04-01)
        all input is there
        cleared
    2022-04-04  meeting of RCF (weekly, every Monday)
"""
    )


@pytest.mark.parametrize(
    ("who", "titles"),
    [
        ("wash", ["overdue: Sitrep (every Thursday)", "Sitrep (every Thursday)"]),
        ("rcf", ["meeting of RCF (weekly, every Monday)"]),
        ("officer", ["overdue: Sitrep (every Thursday)", "Sitrep (every Thursday)"]),
    ],
)
def test_what_one_owes_is_listed_alone(who: str, titles: list[str]) -> None:
    Path("r.yaml").write_text(f"{DOCUMENT}  list: {{name: List}}\n")
    lines = run("due", "r.yaml", "--for", who, "--within", "6d").stdout.splitlines()
    assert [line[12:] for line in lines if line.startswith("2022")] == titles
    assert f": {len(titles)} entr" in lines[0]
    assert "not recorded: List" not in lines[-1]


def test_below_posts_stands_nothing_more_if_each_has_one_that_asks() -> None:
    text = run("due", "r.yaml", "--by", "post", "--for", "officer").stdout
    assert "no post is recorded that asks for" not in text


def test_who_is_not_there_is_told_nearly() -> None:
    assert "did you mean officer" in run("due", "r.yaml", "--for", "oficer").stderr


def test_weeks_are_seven_days() -> None:
    assert "to 2022-04-15: " in run("due", "r.yaml", "--within", "2w").stdout


@pytest.mark.parametrize(
    ("within", "cure"), [("soon", "write 14d or 2w"), ("9999", "more than 366 days")]
)
def test_what_is_no_number_of_days_is_refused(within: str, cure: str) -> None:
    result = run("due", "r.yaml", "--within", within)
    assert result.exit_code == 2
    assert cure in result.stderr


def test_a_document_without_a_day_needs_one() -> None:
    Path("r.yaml").write_text("interagency: 2\n")
    assert "write --on 2022-04-01" in run("due", "r.yaml").stderr
    assert run("due", "r.yaml", "--on", "today").exit_code == 0


def test_the_same_comes_as_json_and_as_a_calendar() -> None:
    first, *_ = json.loads(run("due", "r.yaml", "--format", "json").stdout)
    assert (first["id"], first["day"], first["status"]) == ("sitrep", "2022-03-31", "overdue")
    assert first["no_input_recorded_from"] == ["wash"]
    Path("weekly.yaml").write_text(
        "interagency: 2\nas_of: 2022\nproducts: {p: {frequency: weekly}}"
    )
    run("due", "r.yaml", "--format", "ics", "-o", "due.ics")
    assert Path("due.ics").read_bytes().count(b"BEGIN:VEVENT") == 6
    assert "BEGIN:VEVENT" not in run("due", "weekly.yaml", "--format", "ics").stdout


def test_who_has_a_duty() -> None:
    result = run("who", "r.yaml", "sitrep")
    assert result.stdout == (
        "sitrep: Gathers and clears the inter-agency sitrep\n"
        "    Officer (whose post is not recorded)\n"
        "    for Sitrep, every Thursday\n"
    )
    assert run("who", "r.yaml", "situation report").stdout == result.stdout
    none = run("who", "r.yaml", "training")
    assert (none.exit_code, "no post is recorded with it" in none.stdout) == (1, True)
    assert "did you mean sitrep" in run("who", "r.yaml", "sitrepp").stderr
    assert "lists them" in run("who", "r.yaml", "qqqqqqqq").stderr


def test_who_has_which_duty_and_which_no_post_has() -> None:
    Path("r.yaml").write_text(
        "interagency: 2\ncomplete: [posts]\noffices: {cell: {organization: unhcr}}\n"
        "posts: {a: {title: A, office: cell, duties: [sitrep, own]}, "
        "b: {title: B, duties: [sitrep], reports_to: [a]}}\n"
    )
    text = run("who", "r.yaml").stdout
    assert text.startswith(
        "sitrep  A, B  (several: who answers for it?)\nown     A\n\nno post has: "
    )
    assert "A (UNHCR; cell)" in run("who", "r.yaml", "sitrep").stdout
    assert "B (whose post is not recorded; reports to A)" in run("who", "r.yaml", "sitrep").stdout
    assert run("who", "r.yaml", "own").stdout.startswith("own\n    A (")
    assert "no post has it" in run("who", "r.yaml", "training").stdout
    Path("r.yaml").write_text("interagency: 2\n")
    assert "no post is recorded with a duty" in run("who", "r.yaml").stdout


def test_posts_with_what_is_worth_a_look() -> None:
    Path("r.yaml").write_text("""interagency: 2
as_of: 2022-04-01
offices: {cell: {name: Cell, organization: unhcr}}
forums: {f: {seats: {chair: [{holder: vacant, post: b}]}}}
posts:
  a: {title: A, grade: P3, office: cell, until: 2022-06-14, capacity: double-hatting, funded: false}
  b: {title: B}
  c: {title: C, filled: false}
  d: {title: D, filled: true}
""")
    lines = run("posts", "r.yaml").stdout.splitlines()
    assert [" ".join(line.split()) for line in lines] == [
        "post grade organization office until look at",
        "A P3 UNHCR Cell 2022-06-14 ends in 74 days, double-hatting, not funded",
        "B ? ? ? ? vacant",
        "C ? ? ? ? vacant",
        "D ? ? ? ?",
    ]
    assert "ends in" not in run("posts", "r.yaml", "--within", "30d").stdout
    Path("r.yaml").write_text("interagency: 2\nas_of: 2022\n")
    assert run("posts", "r.yaml").stdout == "no post is recorded\n"


def test_why_shows_where_an_issue_goes() -> None:
    Path("r.yaml").write_text("""interagency: 2
sources: {jd: {title: Job description}}
offices: {bureau: {name: Bureau, organization: unhcr}}
posts:
  a:
    title: A
    escalates_to:
      - {to: bureau, about: the interface, certainty: inferred, sources: [jd]}
forums: {f: {name: F, reports_to: [a]}}
""")
    assert run("why", "r.yaml", "f", "--escalation").stdout == (
        "F reports to A  [no source]\nA escalates to Bureau on the interface  [jd, inferred]\n"
    )
    none = run("why", "r.yaml", "bureau", "--escalation")
    assert (none.exit_code, none.stdout) == (
        1,
        "to whom an issue of Bureau escalates is not recorded\n",
    )
    assert "leave END out" in run("why", "r.yaml", "f", "a", "--escalation").stderr


def test_romania_says_who_owes_what_to_the_weekly_report_and_asks_the_rest() -> None:
    """Nothing is made up: no day, no named partner and no clearance stands in the source."""
    text = run("due", "example:romania-2022", "--on", "2022-04-01", "--within", "7d").stdout
    assert (
        text.split("\n\n")[1]
        == """\
no day recorded  Weekly inter-agency report (weekly)
    no input recorded from: ? (others owe input, and no one recorded who)
    no clearance recorded by: ? (no one recorded who clears it)
    asks for it: Inter-Agency Coordination Officer
    note: input comes from partners, and none of them is named"""
    )
    asked = run("questions", "example:romania-2022").stdout
    for question in (
        "On which days is Weekly inter-agency report due?",
        "Who clears Weekly inter-agency report?",
    ):
        assert question in asked


def test_the_senior_coordinator_of_romania_alerts_three_kinds_of_office() -> None:
    lines = run("why", "example:romania-2022", "senior-iaco", "--escalation").stdout.splitlines()
    ends = [line.partition(" escalates to ")[2].partition(" on ")[0] for line in lines[:3]]
    assert ends == ["Regional Bureau", "Multi-country office", "RRC office"]
    assert all("[standard-jd, inferred]" in line for line in lines)
    assert sum("escalates to DESS" in line for line in lines) == 3
    named = run("who", "example:romania-2022", "sitrep").stdout
    assert "Inter-Agency Coordination Officer (UNHCR; Inter-agency coordination cell" in named
