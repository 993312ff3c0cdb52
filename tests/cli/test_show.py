"""`interagency show`: a tree that says who leads, what is vacant and what nobody wrote down."""

from pathlib import Path

import click
import pytest

from tests.cli.runs import run

WHOLE = """\
interagency: 1
title: Response
as_of: 2022-06-30
level: national
situation: refugee
areas: [ROU]
populations: [refugees]
organizations:
  gov: {name: Ministry}
  ngo: {name: Long Name, acronym: NGO}
forums:
  rcf: {name: Refugee Forum, acronym: RCF, seats: {co-chair: [unhcr, gov]}, reports_to: [hct]}
  hct: {acronym: HCT, certainty: disputed}
sectors:
  health:
    name: Health
    within: {to: rcf, certainty: inferred}
    reports_to: [{to: rcf, certainty: inferred}]
    level: sub-national
    areas: [MDA, MDA/A, MDA/B, MDA/C, MDA/D, MDA/E, unknown, MDA/F]
    seats:
      lead: [{holder: ngo, certainty: disputed}]
      member: [unicef]
  wash: {name: WASH, within: rcf, seats: {lead: [vacant], co-lead: none}, reports_to: none}
  camps: {stands_for: 34, within: rcf, areas: [MDA], seats: {lead: [{kind: ngo, count: 3}]}}
  food: {within: rcf, seats: {lead: [{kind: un}, {holder: officer}]}, reports_to: unknown}
sub_sectors:
  gbv: {name: GBV, within: health, seats: {lead: [{holder: gov, post: officer}], co-lead: unknown}}
working_groups:
  cash: {name: Cash, within: rcf}
plans:
  late: {name: Chapter, part_of: middle}
  middle: {name: Country Plan, part_of: top, forum: rcf}
  top:
    name: Regional Plan
    kind: rrp
    status: final
    countries: [ROU, unknown]
    requirement: 10 USD
    figures: {organizations: 3}
    forum: unknown
offices:
  ho: {name: Headquarters, kind: hq, organization: unhcr}
  co: {name: Country Office, parent: ho}
posts:
  officer: {title: Officer, grade: P3, office: co, capacity: dedicated, reports_to: [chief]}
  chief: {title: Chief, office: ho, designations: [rc]}
  alone: {title: Adviser, office: unknown}
"""


def drawn(text: str, *words: str) -> str:
    Path("document.yaml").write_text(text, encoding="utf-8")
    result = run("show", "document.yaml", *words)
    assert (result.stderr, result.exit_code) == ("", 0)
    return result.stdout


def test_everything_has_its_place() -> None:
    assert drawn(WHOLE) == Path(__file__).with_name("whole.txt").read_text(encoding="utf-8")


def test_a_document_that_says_nothing_is_shown_all_the_same() -> None:
    assert drawn("interagency: 1") == (
        "untitled\nno date stated\n\n"
        "leadership: 0 seats held, 0 vacant, 0 bodies not known in full\n"
    )


def test_a_day_is_chosen() -> None:
    text = "{interagency: 1, forums: {a: {until: 2021}, b: {since: 2022}}}"
    assert "── a  " in drawn(text)
    assert "└── b  lead: ?\n" in drawn(text, "--at", "2022")
    assert "── a  " not in drawn(text, "--at", "2022")


def test_the_title_is_bold_on_a_terminal_only() -> None:
    plain = drawn("{interagency: 1, title: Response}")
    coloured = run("show", "document.yaml", color=True).stdout
    assert coloured.startswith("\x1b[1mResponse\x1b[0m\n")
    assert click.unstyle(coloured) == plain


NAMES = [
    ("[bold]x[/bold]", "[bold]x[/bold]"),
    ("[/]", "[/]"),
    ("[link=http://x] \\[red] \\", "[link=http://x] \\[red] \\"),
    (":smile: {x} %s", ":smile: {x} %s"),
    ("a\x1b[31mb", r"a\x1b[31mb"),
    ("a\nb\r\tc", r"a\nb\r\tc"),
    ("a\u202eb\u2066", r"a\u202eb\u2066"),
    ("a\u2028b\x85", r"a\u2028b\x85"),
    ("\x9b31m\x7f", r"\x9b31m\x7f"),
    ("Réfugiés\xa0: ça", "Réfugiés : ça"),
    ("می‌خواهم", "می‌خواهم"),
    ("保護 🏕️", "保護 🏕️"),
    ("x" * 10_000, "x" * 10_000),
    ("word " * 4_000 + "end", "word " * 4_000 + "end"),
]


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_names_are_shown_literally_and_do_nothing_to_a_terminal(name: str, shown: str) -> None:
    quoted = '"' + "".join(f"\\U{ord(each):08x}" for each in name) + '"'
    text = f"interagency: 1\ntitle: {quoted}\nforums:\n  a: {{name: {quoted}}}\n"
    lines = drawn(text).split("\n")
    assert lines[0] == shown
    assert lines[4] == f"└── {shown}  lead: ?"
    assert len(lines) == 8
    report = run("check", "document.yaml", "--select", "lead-vacant").stdout.split("\n")
    assert report[0].endswith(f": unknown: Who leads or co-leads {shown}?")
    asked = run("questions", "document.yaml").stdout
    assert f"{shown}, no date stated: " in asked
    assert f"\nWho leads or co-leads {shown}?\n" in asked


def test_areas_do_nothing_to_a_terminal_either() -> None:
    text = drawn(
        '{interagency: 1, areas: ["ROU/\\x1b[31mx"], forums: {a: {areas: ["ROU/\\x07x"]}}}'
    )
    assert "\x1b" not in text
    assert "\a" not in text


@pytest.mark.parametrize("depth", [12, 3_000])
def test_a_tree_may_be_deep(depth: int) -> None:
    bodies = "".join(f"  s{n + 1}: {{within: s{n}}}\n" for n in range(depth))
    lines = drawn(f"interagency: 1\nsectors:\n  s0: {{}}\n{bodies}").splitlines()
    assert f"{'    ' * 12}└── s12  " in lines[4 + 12]
    assert len(lines) == depth + 7


def test_a_narrow_terminal_breaks_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = drawn(WHOLE)
    monkeypatch.setenv("COLUMNS", "10")
    assert drawn(WHOLE) == wide


def test_a_broken_document_is_not_shown() -> None:
    result = run("show", "broken.yaml")
    assert (result.stdout, result.exit_code) == ("", 3)
    assert "nothing was loaded" in result.stderr


DEEP = "interagency: 1\nforums:\n  f0: {}\n" + "".join(
    f"  f{n}: {{within: f{n - 1}}}\n" for n in range(1, 2_000)
)


def test_what_lies_very_deep_is_told_and_drawn_no_further_to_the_right() -> None:
    """So that a tree grows with the number of bodies, not with its square."""
    lines = drawn(DEEP).splitlines()[4:-2]
    assert len(lines) == 2_000
    assert lines[19] == f"{'    ' * 19}└── f19  lead: ?"
    assert lines[20] == f"{'    ' * 19}└── (level 21) f20  lead: ?"
    assert lines[-1] == f"{'    ' * 19}└── (level 2000) f1999  lead: ?"


def test_a_long_chain_of_command_is_drawn_no_further_to_the_right() -> None:
    Path("document.yaml").write_text(DEEP)
    for words in (("f1999",), ("f1999", "f0")):
        lines = run("why", "document.yaml", *words).stdout.splitlines()
        assert len(lines) == 2_000
        assert lines[20] == f"{'  ' * 20}lies within f1979  [no source]"
        assert lines[-1] == f"{'  ' * 20}(step 1999) lies within f0  [no source]"


def test_the_history_of_a_group_that_closed_is_told() -> None:
    Path("h.yaml").write_text(
        "interagency: 2\ntitle: R\nas_of: 2026\nforums:\n"
        "  old: {name: Old, since: 2020, until: 2024}\n  bare: {name: Bare}\n"
    )
    lines = run("show", "h.yaml", "--history", "old").stdout.splitlines()
    assert lines[2:] == ["2020  Old opened", "2024  Old closed"]
    lines = run("show", "h.yaml", "--history", "bare").stdout.splitlines()
    assert lines[2:] == ["Bare  no dates, leads or decisions recorded"]
    assert run("show", "h.yaml", "bare", "--history", "old").exit_code == 2


def test_of_a_group_that_ended_the_one_that_took_over_is_named() -> None:
    Path("h.yaml").write_text(
        "interagency: 2\nas_of: 2026\nforums:\n  old: {name: Old, until: 2024}\n"
        "  new: {name: New, since: 2025, succeeds: [old]}\n  gone: {name: Gone, until: 2024}\n"
    )
    told = run("show", "h.yaml", "old").stderr
    assert "'old', Old, does not exist on 2026-12-31; New (new) took over" in told
    assert "'gone', Gone, does not exist on 2026-12-31\n" in run("why", "h.yaml", "gone").stderr
