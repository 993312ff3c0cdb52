"""`interagency indicators`: a table, or JSON, what is unknown, and where benchmarks are from."""

import json
from pathlib import Path

import pytest

from tests.cli.runs import run

ROOM = """\
interagency: 1
title: "Ro\\x1bom"
as_of: 2022-06
forums:
  hct:
    name: HCT
    kind: hct
    complete: [leads, members]
    seats: {chair: [unrco], member: [nrc]}
sectors: {health: {name: Health, seats: {lead: [who]}}}
"""


@pytest.fixture(autouse=True)
def _document() -> None:
    Path("room.yaml").write_text(ROOM)


def line(output: str, title: str) -> str:
    """The line of an indicator, with its title in one piece again."""
    found: list[str] = []
    for each in output.splitlines():
        if each.startswith("  ") and found:
            head, gap, rest = found[-1].partition("   ") if "   " in found[-1] else ("", "", "")
            found[-1] = f"{head} {each.strip()}{gap}{rest}"
        else:
            found.append(each)
    return next(each for each in found if each.startswith(title))


def test_a_table_shows_what_was_counted_and_what_is_unknown() -> None:
    result = run("indicators", "room.yaml")
    assert (result.stderr, result.exit_code) == ("", 0)
    assert result.stdout.startswith("Ro\\x1bom, 2022-06-30\n\nindicator ")
    size = line(result.stdout, "Mean size of humanitarian").split()
    assert size[-8:] == ["2.0", "2", "of", "1", "0", "2.0", "35", "(2023)"]
    shares = line(result.stdout, "Seats of humanitarian country teams: UN").split()
    assert shares[-11:-4] == ["50.0", "%", "1", "of", "2", "0", "50.0"]
    assert line(result.stdout, "Seats of humanitarian country teams: UN").endswith("41 % (2023)")
    co_lead = line(result.stdout, "Sectors, sub-sectors and working groups that an NGO")
    assert co_lead.split()[-8:] == ["?", "no", "data", "1", "0.0", "to", "100.0", "%"]
    assert "of 43 indicators have nothing to count here" in result.stdout
    assert "- OCHA, The Pulse of Humanitarian Coordination 2023" in result.stdout


def test_a_share_of_less_than_half_known_shows_no_percentage() -> None:
    """One of one known of three is no 100 %: mostly those are recorded that somebody looked for."""
    ministry = "organizations: {gov: {kind: government}}\n"
    sectors = "sectors: {a: {seats: {lead: [gov], co-lead: [iom]}}, b: {}, c: {}}\n"
    Path("few.yaml").write_text(f"interagency: 1\n{ministry}{sectors}")
    shown = run("indicators", "few.yaml").stdout
    share = line(shown, "Sectors, sub-sectors and working groups that a part of government")
    assert "  ? (1 of 3 known)  1 of 1  " in share
    # two seats of two leaders are known, and of the other sectors none is written
    index = "sectors: {a: {seats: {lead: [who], co-lead: [iom]}}, b: {seats: {lead: [who]}}}"
    Path("few.yaml").write_text(f"interagency: 1\n{index}\n")
    shown = run("indicators", "few.yaml").stdout
    assert "  0.500 (2 of 3 known)  2 of 4 " in line(shown, "Concentration of leadership")


def test_an_open_end_is_a_question_mark() -> None:
    Path("open.yaml").write_text(ROOM.replace("complete: [leads, members]", "complete: [leads]"))
    size = line(run("indicators", "open.yaml").stdout, "Mean size of humanitarian")
    assert "2.0 to ?" in size


def test_a_document_without_a_benchmark_to_show_lists_none() -> None:
    Path("empty.yaml").write_text("interagency: 1\n")
    result = run("indicators", "empty.yaml")
    assert result.stdout.startswith("untitled, ")
    assert "Benchmarks:" not in result.stdout


def test_json_has_numbers_and_null_for_what_is_unknown() -> None:
    result = run("indicators", "room.yaml", "--format", "json", "--at", "2022-06-01")
    whole = json.loads(result.stdout)
    assert (whole["title"], whole["day"]) == ("Ro\x1bom", "2022-06-01")
    found = {each["name"]: each for each in whole["indicators"]}
    assert found["hct-un-seats"] | {"title": "", "benchmark": {}} == {
        "name": "hct-un-seats",
        "title": "",
        "unit": "percent",
        "numerator": 1,
        "denominator": 2,
        "unknown": 0,
        "value": 50.0,
        "interval": [50.0, 50.0],
        "benchmark": {},
    }
    assert found["hct-un-seats"]["benchmark"]["year"] == 2023
    assert found["rcf-size"]["value"] is None
    assert found["rcf-size"]["benchmark"] is None


def test_json_without_a_day_says_null() -> None:
    Path("empty.yaml").write_text("interagency: 1\n")
    assert json.loads(run("indicators", "empty.yaml", "--format", "json").stdout)["day"] is None


def test_the_table_may_go_to_a_file() -> None:
    result = run("indicators", "room.yaml", "-o", "out.txt")
    assert result.stdout == ""
    assert Path("out.txt").read_text().startswith("Ro\\x1bom")


def test_no_line_of_the_table_is_wider_than_a_page() -> None:
    shown = run("indicators", "example:r4v").stdout.partition("Benchmarks:")[0]
    assert max(map(len, shown.splitlines())) <= 100


def test_indicators_with_nothing_to_count_are_shown_if_asked() -> None:
    Path("none.yaml").write_text("interagency: 1\ntitle: T\n")
    assert (
        "43 of 43 indicators have nothing to count here (--all)"
        in run("indicators", "none.yaml").stdout
    )
    shown = run("indicators", "none.yaml", "--all").stdout
    assert "Facts with a source" in shown
    assert "nothing to count" not in shown
