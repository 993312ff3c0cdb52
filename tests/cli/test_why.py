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


def test_a_day_may_be_chosen() -> None:
    Path("dated.yaml").write_text(
        "{interagency: 1, forums: {rcf: {name: RCF, until: 2022}},"
        " sectors: {health: {name: Health, reports_to: [rcf]}}}"
    )
    assert "reports to RCF" in run("why", "dated.yaml", "health", "--at", "2022").stdout
    gone = run("why", "dated.yaml", "health", "--at", "2023")
    said = "no chain is known from Health to anything above it\n"
    assert (gone.stdout, gone.exit_code) == (said, 1)
