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
        (["hct", "health"], "no chain is known from HCT to He\\x1b[31m\n"),
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


@pytest.mark.parametrize("ends", [["minutes"], ["health", "minutes"]])
def test_what_is_in_no_chain_is_refused_with_what_to_give_instead(ends: list[str]) -> None:
    result = run("why", "chain.yaml", *ends)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.endswith(
        "'minutes' stands under sources; give the id of a body, a post, an office or an "
        "organization, for example hct or rcf or health\n"
    )
    Path("none.yaml").write_text("{interagency: 1, plans: {p: {kind: RRP}}}")
    assert run("why", "none.yaml", "p").stderr.endswith("an office or an organization\n")


def test_a_day_may_be_chosen() -> None:
    Path("dated.yaml").write_text(
        "{interagency: 1, forums: {rcf: {name: RCF, until: 2022}},"
        " sectors: {health: {name: Health, reports_to: [rcf]}}}"
    )
    assert "reports to RCF" in run("why", "dated.yaml", "health", "--at", "2022").stdout
    gone = run("why", "dated.yaml", "health", "--at", "2023")
    said = "no chain is known from Health to anything above it\n"
    assert (gone.stdout, gone.exit_code) == (said, 1)
