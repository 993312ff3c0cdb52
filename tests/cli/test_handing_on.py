"""`matrix`, `questions` for one reader, and the cards of `show`, on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from interagency.cli import main

EXAMPLE = "example:romania-2022"
DOCUMENT = """\
interagency: 1
title: Response
as_of: 2024
sources: {minutes: {title: Minutes}}
default_sources: [minutes]
organizations: {gov: {name: Government, acronym: GoX, kind: government, tags: [local]}, w: {}}
forums:
  rcf: {name: RCF, kind: rcf, level: national, complete: [members],
        seats: {chair: [gov], co-chair: [unhcr]}}
sectors:
  health: {name: Health, covers: [HEA], within: rcf, reports_to: [rcf],
           seats: {lead: vacant, member: [w]}}
working_groups: {cash: {mirrors: [rcf]}}
plans: {rrp: {name: Plan, forum: rcf}}
appeals: [{plan: rrp, organization: unhcr, amount: 5 USD}, {plan: rrp, organization: w}]
presence: [{organization: w, covers: [HEA], area: ROU}, {organization: w}]
products: {sitrep: {name: Sitrep, kind: sitrep, by: [rcf]}}
"""


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def response(tmp_path: Path) -> str:
    file = tmp_path / "response.yaml"
    file.write_text(DOCUMENT, encoding="utf-8")
    return str(file)


def test_a_matrix_is_told_row_by_row(response: str) -> None:
    assert run("matrix", response, "--rows", "groups", "--columns", "organizations") == (
        "Response, 2024-12-31\n"
        "RCF     lead     GoX\n"
        "        co-lead  UNHCR\n"
        "        –        w\n"
        "Health  member   w\n"
        "An empty cell is not recorded; a dash says that there certainly is nothing.\n"
    )
    leads = run("matrix", response, "--rows", "groups", "--columns", "organizations", "--leads")
    assert "Health" not in leads
    assert run("matrix", response, "--columns", "groups", "--rows", "areas") == (
        "Response, 2024-12-31\n"
        "An empty cell is not recorded; a dash says that there certainly is nothing.\n"
    )
    sectors = run("matrix", response, "--rows", "groups", "--columns", "areas")
    assert "\nHealth\n" in sectors


@pytest.mark.parametrize("form", ["csv", "markdown", "html"])
def test_a_matrix_is_a_table_too(response: str, form: str) -> None:
    found = run("matrix", response, "--format", form, "--lang", "es", "--leads")
    assert "Sector" in found


def test_two_axes_must_differ() -> None:
    done = CliRunner().invoke(main, ["matrix", EXAMPLE, "--rows", "areas"])
    assert done.exit_code == 2
    assert "rows and columns are both areas" in done.output


def test_questions_go_to_one_reader_or_to_each(tmp_path: Path) -> None:
    assert run("questions", EXAMPLE, "--for", "unhcr").startswith("Questions for UNHCR: Refugee")
    assert run("questions", EXAMPLE, "--for", "health", "--format", "json").startswith("[\n")
    assert '"Question"' in run("questions", EXAMPLE, "--format", "csv")
    out = tmp_path / "folder"
    run("questions", EXAMPLE, "--each", "-o", str(out), "--format", "markdown")
    assert sorted(each.name for each in out.iterdir()) == ["gov-rou.md", "other.md", "unhcr.md"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--each", "--for", "unhcr"), "leave out --for"),
        (("--for", "uhncr"), "did you mean unhcr"),
        (("--each",), "name a folder with -o FOLDER"),
        (("-o", "."), "is a folder"),
    ],
)
def test_questions_that_cannot_be_handed_on_are_refused(
    arguments: tuple[str, ...], said: str
) -> None:
    done = CliRunner().invoke(main, ["questions", EXAMPLE, *arguments])
    assert done.exit_code == 2
    assert said in done.output


def test_a_group_has_a_card(response: str) -> None:
    lines = run("show", response, "health").splitlines()
    found = [line.split(maxsplit=1) for line in lines[2:]]
    assert ["Group", "Health"] in found
    assert "Covers        HEA" in lines
    assert "lead          VACANT" in lines
    assert "Reports to    RCF" in lines
    assert any(line.startswith("error") for line in lines)
    card = run("show", response, "rcf")
    assert "Plans         Plan\n" in card
    assert "Makes         Sitrep, ?\n" in card
    assert "Groups in it  Health\n" in card
    assert "list not complete" not in card
    assert "mirrors RCF" in run("show", response, "cash")
    assert "Source        Minutes\n" in card


def test_an_organization_has_a_card(response: str) -> None:
    assert "Kind          government, local\n" in run("show", response, "gov")
    card = run("show", response, "unhcr")
    assert "co-chair" in card
    assert "Plan, 5 USD" in card
    assert "that it can answer" in card
    assert "HEA, ROU" in run("show", response, "w")


def test_members_and_a_part_are_shown(response: str) -> None:
    assert "(member: w)" in run("show", response, "--members")
    found = run("show", response, "--focus", "health", "--members")
    assert "(member: w)" in found
    assert "RCF  chair" not in found


def test_a_card_is_of_one_entry(response: str) -> None:
    done = CliRunner().invoke(main, ["show", response, "rcf", "--members"])
    assert (done.exit_code, "leave out --members" in done.output) == (2, True)
    done = CliRunner().invoke(main, ["show", response, "minutes"])
    assert (done.exit_code, "is the id of" in done.output) == (2, True)


@pytest.mark.parametrize(
    ("id", "line"),
    [
        ("iaco", "Duties           Heads the inter-agency coordination cell"),
        ("rrp-ukraine-2022", "Chapters   Romania chapter"),
        ("reach-partnership", "Parties    UNHCR, REACH"),
    ],
)
def test_other_entries_have_a_card_too(id: str, line: str) -> None:
    lines = run("show", "example:romania-2022", id).splitlines()
    assert [each for each in lines if each.split() == line.split()] != []
