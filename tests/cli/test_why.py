"""`interagency why`: each step of a chain of command, with how sure it is and where it was read."""

from pathlib import Path

import pytest

from tests.cli.runs import run

CHAIN = """\
interagency: 1
organizations: {gov: {name: Ministry}}
sources: {minutes: {title: Minutes}}
forums:
  hct: {name: HCT}
  rcf:
    name: RCF
    reports_to: [{to: hct, certainty: inferred, sources: [minutes]}]
    seats: {chair: [gov]}
sectors:
  health: {name: "He\\x1b[31m", within: rcf}
posts: {chief: {title: Chief, organization: gov}}
plans: {rrp: {name: RRP}}
"""


@pytest.fixture(autouse=True)
def _document() -> None:
    Path("chain.yaml").write_text(CHAIN)


def test_a_chain_is_told_step_by_step_to_the_top() -> None:
    result = run("why", "chain.yaml", "health")
    assert result.stdout == (
        "He\\x1b[31m\n  lies within RCF  [no source]\n    reports to HCT  [minutes, inferred]\n"
    )
    assert (result.stderr, result.exit_code) == ("", 0)


def test_a_chain_may_lead_to_a_post_or_an_organization() -> None:
    assert "is a post of Ministry  [no source]\n" in run("why", "chain.yaml", "chief", "gov").stdout
    assert "has Ministry as chair" in run("why", "chain.yaml", "health", "gov").stdout


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        (["hct", "chief"], "no chain is known from HCT to Chief\n"),
        (["hct"], "no chain is known from HCT to anything above it\n"),
    ],
)
def test_that_no_chain_is_known_is_told(ends: list[str], said: str) -> None:
    result = run("why", "chain.yaml", *ends)
    assert (result.stdout, result.exit_code) == (said, 1)


@pytest.mark.parametrize("ends", [["nobody"], ["hct", "nobody"]])
def test_an_unknown_id_is_a_mistake_in_usage(ends: list[str]) -> None:
    result = run("why", "chain.yaml", *ends)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.startswith("nothing has the id 'nobody'")


@pytest.mark.parametrize(
    ("named", "meant"),
    [("HCT", "hct"), ("the Chief", "chief"), ("Ministery", "gov"), ("helth", "health")],
)
def test_who_gives_a_name_is_told_the_id(named: str, meant: str) -> None:
    said = f"nothing has the id {named!r}; did you mean {meant}?\n"
    assert run("why", "chain.yaml", named).stderr == said


def test_what_is_in_no_chain_is_a_mistake_in_usage() -> None:
    result = run("why", "chain.yaml", "health", "rrp")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "'rrp' is the id of RRP, not of a body, post, office or organization" in result.stderr


def test_that_the_chain_runs_the_other_way_is_told() -> None:
    result = run("why", "chain.yaml", "hct", "rcf")
    assert result.stdout == (
        "no chain is known from HCT to RCF\nthere is one the other way round, from RCF to HCT\n"
    )
    assert result.exit_code == 1


def test_that_there_are_more_chains_than_are_shown_is_told() -> None:
    floors = ", ".join(f"f{n}: {{name: F{n}, reports_to: [g{n}a, g{n}b]}}" for n in range(3))
    rooms = ", ".join(f"g{n}{s}: {{reports_to: [f{n + 1}]}}" for n in range(3) for s in "ab")
    text = f"{{interagency: 1, forums: {{{floors}, {rooms}, f3: {{name: F3}}}}}}"
    Path("many.yaml").write_text(text)
    for ends in (["f0"], ["f0", "f3"]):
        few = run("why", "many.yaml", *ends)
        assert few.stdout.count("F0\n") == 5
        last = "... and more: these are the first 5, --most 50 shows up to 50"
        assert few.stdout.splitlines()[-1] == last
        assert run("why", "many.yaml", *ends, "--most", "8").stdout.count("F0\n") == 8
        assert "and more" not in run("why", "many.yaml", *ends, "--most", "8").stdout


RINGS = """\
interagency: 1
forums:
  a: {name: A, reports_to: [b, top]}
  b: {name: B, within: a}
  c: {name: C, reports_to: [d]}
  d: {name: D, reports_to: [c]}
  e: {name: E, reports_to: [f]}
  f: {name: F, within: e}
  top: {name: Top}
"""


def test_a_ring_is_told_and_hides_no_other_way() -> None:
    Path("rings.yaml").write_text(RINGS)
    result = run("why", "rings.yaml", "a")
    assert result.stdout == (
        "A\n  reports to B  [no source]\n    lies within A again: a ring, and no top\n"
        "A\n  reports to Top  [no source]\n"
    )
    assert result.exit_code == 0


@pytest.mark.parametrize(("start", "back"), [("c", "reports to C"), ("e", "lies within E")])
def test_where_every_way_is_a_ring_no_top_is_reached(start: str, back: str) -> None:
    Path("rings.yaml").write_text(RINGS)
    result = run("why", "rings.yaml", start)
    assert f"{back} again: a ring, and no top\n" in result.stdout
    assert result.exit_code == 1


def test_an_office_is_part_of_another_and_of_its_organization() -> None:
    Path("offices.yaml").write_text(
        "{interagency: 1, offices: {cell: {name: Cell, parent: country},"
        " country: {name: Country office, organization: unhcr}}}"
    )
    said = "Cell\n  is part of Country office  [no source]\n"
    assert run("why", "offices.yaml", "cell").stdout == said
    whole = run("why", "offices.yaml", "cell", "unhcr").stdout
    assert whole == said + "    is an office of UNHCR  [no source]\n"


def test_what_has_ended_is_not_there_rather_than_unheard_of() -> None:
    Path("dated.yaml").write_text("{interagency: 1, forums: {rcf: {name: RCF, until: 2022}}}")
    result = run("why", "dated.yaml", "rcf", "--at", "2023")
    assert "'rcf', RCF, does not exist on 2023-12-31" in result.stderr
    assert result.exit_code == 2


def test_an_organization_starts_from_the_bodies_in_which_it_has_a_seat() -> None:
    result = run("why", "chain.yaml", "gov")
    assert (result.stderr, result.exit_code) == ("", 0)
    assert result.stdout == (
        "Ministry\n  is chair of RCF  [no source]\n    reports to HCT  [minutes, inferred]\n"
    )
    assert run("why", "chain.yaml", "gov", "hct").stdout == result.stdout


def test_an_organization_without_a_seat_has_nowhere_to_start() -> None:
    Path("bare.yaml").write_text(f"{CHAIN}".replace("{name: Ministry}", "{name: M}, x: {name: X}"))
    result = run("why", "bare.yaml", "x")
    said = "no chain is known from X to anything above it: it has no seat in any body\n"
    assert (result.stdout, result.exit_code) == (said, 1)
    other = run("why", "bare.yaml", "gov", "x")
    assert other.stdout == "no chain is known from M to X\n"


def test_a_day_may_be_chosen() -> None:
    Path("dated.yaml").write_text(
        "{interagency: 1, forums: {rcf: {name: RCF, until: 2022}},"
        " sectors: {health: {name: Health, reports_to: [rcf]}}}"
    )
    assert "reports to RCF" in run("why", "dated.yaml", "health", "--at", "2022").stdout
    gone = run("why", "dated.yaml", "health", "--at", "2023")
    said = "no chain is known from Health to anything above it\n"
    assert (gone.stdout, gone.exit_code) == (said, 1)


def test_what_reaches_nothing_is_shown_with_what_it_makes() -> None:
    result = run("why", "example:romania-2022", "reach")
    assert result.exit_code == 0
    assert result.stdout.startswith("REACH makes 4 products for UNHCR: ")
    assert result.stdout.count("  [vacancy]\n") == 2
    assert run("why", "example:romania-2022", "reach", "rcf").exit_code == 1
