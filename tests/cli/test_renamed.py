"""Names that rules had before select, ignore, weigh and waive what the rules are called now."""

from pathlib import Path

import pytest

from interagency.plugins import load_plugins
from interagency.plugins.running import names_now
from tests.cli.runs import run

OLD = "co-lead-vacant-or-unpaired"
NOTE = f"note: {OLD} is co-lead-vacant and sector-led-alone now; the old name ends with the next "
DOCUMENT = """\
interagency: 2
as_of: 2022-06-30
complete: [leads]
sectors:
  health: {name: Health, seats: {lead: [who], co-lead: vacant}}
  wash: {name: WASH, seats: {lead: [unicef]}}
"""
WAIVERS = f"""\
interagency_waivers: 1
waivers:
  - {{rule: {OLD}, subject: health, evidence: [seat health/co-lead/vacant], reason: we know}}
  - {{rule: {OLD}, subject: wash, related: [unicef],
     evidence: [seat wash/lead/unicef], reason: we know}}
"""


@pytest.fixture(autouse=True)
def document(folder: Path) -> None:
    (folder / "mine.yaml").write_text(DOCUMENT)
    (folder / "waivers.yaml").write_text(WAIVERS)


@pytest.mark.parametrize(
    ("old", "now"),
    [
        (OLD, ("co-lead-vacant", "sector-led-alone")),
        (
            "plan-country-in-no-platform-or-two",
            ("plan-country-in-no-platform", "plan-country-in-two-platforms"),
        ),
        ("refugee-or-women-led-absent", ("refugee-led-absent", "women-led-absent")),
        ("lead-vacant", ()),
        ("no-such-rule", ()),
    ],
)
def test_rules_know_the_names_they_had(old: str, now: tuple[str, ...]) -> None:
    assert names_now(load_plugins().rules, old) == now


def test_an_old_name_selects_and_ignores_with_a_note() -> None:
    result = run("check", "mine.yaml", "--select", OLD, "-q")
    assert [line.split()[2] for line in result.stdout.splitlines()] == [
        "co-lead-vacant:",
        "sector-led-alone:",
    ]
    assert NOTE in result.stderr
    result = run("check", "mine.yaml", "--ignore", OLD, "-q")
    assert "co-lead-vacant" not in result.stdout
    assert NOTE in result.stderr


def test_an_old_name_waives_what_each_of_its_parts_finds() -> None:
    result = run("check", "mine.yaml", "--select", OLD, "--waivers", "waivers.yaml", "-q")
    assert result.stdout == ""
    assert result.stderr.count(NOTE) == 2  # of the selection, and of the waivers


def test_waivers_are_written_under_the_names_of_now(folder: Path) -> None:
    run("check", "mine.yaml", "--write-waivers", "waivers.yaml", "-qq")
    text = (folder / "waivers.yaml").read_text()
    assert OLD not in text
    assert text.count("reason: we know") == 2


def test_a_waiver_of_an_old_name_that_fits_nothing_is_unused(folder: Path) -> None:
    gone = DOCUMENT.replace("vacant", "[unicef]").replace("lead: [unicef]}", "lead: [unicef, who]}")
    (folder / "mine.yaml").write_text(gone)
    result = run("check", "mine.yaml", "--waivers", "waivers.yaml", "-q")
    assert result.stdout.count("the waiver of co-lead-vacant for") == 2


def test_an_old_name_weighs_in_the_settings(folder: Path) -> None:
    (folder / "interagency.toml").write_text(f'[severity]\n{OLD} = "error"\n')
    result = run("check", "mine.yaml", "-q")
    assert "error co-lead-vacant: " in result.stdout
    assert NOTE in result.stderr


def test_an_old_name_is_explained_by_what_it_became() -> None:
    result = run("explain", OLD)
    assert "co-lead-vacant (warning, from interagency.rules)" in result.stdout
    assert "sector-led-alone (warning, from interagency.rules)" in result.stdout
    assert NOTE in result.stderr
