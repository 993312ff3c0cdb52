"""`check --waivers` and `--write-waivers`: living with findings, for a while."""

import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from interagency.cli import waivers
from tests.cli.runs import CLEAN, VACANT, run
from tests.plugins.makers import breaks, flags_bodies, giving, rule

Install = Callable[[str, object], None]

ONE = ("--select", "lead-vacant")
FOUND = "vacant.yaml:5:3: error lead-vacant: Health has a vacant lead\n"
BASELINE = """\
interagency_waivers: 1
waivers:
  - rule: lead-vacant
    subject: health
    evidence: [seat health/lead/vacant]
    reason: found on 2025-05-01, not looked at yet
"""


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    assert waivers.today().year >= 2025
    monkeypatch.setattr(waivers, "today", lambda: date(2025, 5, 1))


def test_the_baseline_is_what_is_found_today(folder: Path) -> None:
    result = run("check", "vacant.yaml", *ONE, "--write-waivers", "w.yaml")
    assert (folder / "w.yaml").read_text() == BASELINE
    assert result.stderr == "w.yaml: +1 -0, 1 waiver\n"
    assert (
        result.stdout == "Response, 2022-06-30: 3 rules, no findings, 1 waived, 0 open questions\n"
    )
    assert result.exit_code == 0
    assert run("check", "vacant.yaml", *ONE, "--waivers", "w.yaml").stdout == result.stdout


def test_it_only_shrinks_by_itself(folder: Path) -> None:
    (folder / "w.yaml").write_text(BASELINE.replace("found on", "# looked at\n      found on"))
    before = (folder / "w.yaml").read_text()
    (folder / "more.yaml").write_text(
        VACANT.replace("  health:\n", "  wash: {seats: {lead: vacant}}\n  health:\n")
    )
    kept = run("check", "more.yaml", *ONE, "--write-waivers", "w.yaml")
    assert (kept.stderr, kept.exit_code) == ("w.yaml: +0 -0, 1 waiver\n", 1)
    assert "wash has a vacant lead" in kept.stdout
    assert (folder / "w.yaml").read_text() == before
    gone = run("check", "clean.yaml", *ONE, "--write-waivers", "w.yaml")
    assert gone.stderr == "w.yaml: +0 -1, 0 waivers\n"
    assert (folder / "w.yaml").read_text() == "interagency_waivers: 1\nwaivers: []\n"


def test_to_add_is_a_decision(folder: Path) -> None:
    (folder / "w.yaml").write_text("interagency_waivers: 1\nwaivers: []\n")
    result = run("check", "vacant.yaml", *ONE, "--write-waivers", "w.yaml", "--add-waivers", "-q")
    assert (result.stdout, result.stderr) == ("", "w.yaml: +1 -0, 1 waiver\n")
    assert (folder / "w.yaml").read_text() == BASELINE


def test_a_baseline_of_nothing_is_a_file_all_the_same(folder: Path) -> None:
    run("check", "clean.yaml", *ONE, "--write-waivers", "w.yaml")
    assert (folder / "w.yaml").read_text() == "interagency_waivers: 1\nwaivers: []\n"


def test_a_document_that_is_broken_leaves_the_file_as_it_was(folder: Path) -> None:
    """Its waivers would be taken out."""
    (folder / "w.yaml").write_text(BASELINE)
    result = run("check", "broken.yaml", "clean.yaml", *ONE, "--write-waivers", "w.yaml")
    assert result.stderr.endswith("w.yaml: not written, since a document could not be loaded\n")
    assert (result.exit_code, "waiver-unused" in result.stdout) == (3, False)
    assert (folder / "w.yaml").read_text() == BASELINE
    assert run("check", "broken.yaml", "--write-waivers", "new.yaml").exit_code == 3
    assert not (folder / "new.yaml").exists()


def test_what_is_waived_is_shown_to_who_asks(folder: Path) -> None:
    (folder / "w.yaml").write_text(BASELINE + "    owner: WHO\n    expires: 2025-06\n")
    result = run("check", "vacant.yaml", *ONE, "--waivers", "w.yaml", "-v")
    assert result.stdout == (
        "vacant.yaml:5:3: waived lead-vacant: Health has a vacant lead\n"
        "    found on 2025-05-01, not looked at yet, WHO, until 2025-06\n"
        "Response, 2022-06-30: 3 rules, no findings, 1 waived, 0 open questions\n"
        "clean: waiver-expired, waiver-unused\n"
    )


def test_an_expired_waiver_is_a_finding_in_its_file(folder: Path) -> None:
    (folder / "w.yaml").write_text(BASELINE + "    expires: 2025-04-30\n")
    result = run("check", "vacant.yaml", *ONE, "--waivers", "w.yaml", "-q")
    assert result.stdout == FOUND + (
        "w.yaml:3:5: warning waiver-expired: the waiver of lead-vacant for health expired on "
        "2025-04-30: found on 2025-05-01, not looked at yet\n"
    )
    assert result.exit_code == 1


def test_an_unused_waiver_is_a_finding_in_its_file_once(folder: Path) -> None:
    (folder / "w.yaml").write_text(BASELINE)
    (folder / "other.yaml").write_text(CLEAN)
    result = run("check", "clean.yaml", "other.yaml", *ONE, "--waivers", "w.yaml", "-q")
    told = "the waiver of lead-vacant for health fits no finding; take it out"
    assert result.stdout == f"w.yaml:3:5: info waiver-unused: {told}\n"
    both = run("check", "clean.yaml", "vacant.yaml", *ONE, "--waivers", "w.yaml", "-q")
    assert both.output == ""


def test_a_wrong_name_of_a_rule_is_told_and_one_that_does_not_run_is_not(folder: Path) -> None:
    (folder / "w.yaml").write_text(BASELINE.replace("lead-vacant", "lead-vacent"))
    wrong = run("check", "clean.yaml", *ONE, "--waivers", "w.yaml", "-q")
    assert "the waiver of lead-vacent for health fits no finding" in wrong.stdout
    (folder / "w.yaml").write_text(BASELINE)
    other = run(
        "check",
        "vacant.yaml",
        "--select",
        "naming-ambiguity",
        "--waivers",
        "w.yaml",
        "-q",
    )
    assert other.output == ""


def test_a_rule_that_breaks_down_is_never_waived(folder: Path, installed: Install) -> None:
    installed("mine", giving(rules=[rule("mine", breaks)]))
    options = ("--select", "mine", "-q", "--write-waivers", "w.yaml")
    assert run("check", "clean.yaml", *options).exit_code == 4
    assert "waivers: []" in (folder / "w.yaml").read_text()


def test_a_broken_file_of_waivers_is_told(folder: Path) -> None:
    (folder / "w.yaml").write_text(BASELINE.replace("reason", "raison"))
    result = run("check", "vacant.yaml", *ONE, "--waivers", "w.yaml")
    assert (result.stdout, result.exit_code) == ("", 3)
    assert result.stderr.startswith("w.yaml:3:5: waivers[0]: the field 'reason' is missing\n")
    assert run("check", "vacant.yaml", "--waivers", "no.yaml").exit_code == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--waivers", "a", "--write-waivers", "a"), "--write-waivers applies its file too"),
        (("--add-waivers",), "--add-waivers goes with --write-waivers"),
    ],
)
def test_options_that_do_not_go_together_are_refused(options: tuple[str, ...], said: str) -> None:
    result = run("check", "vacant.yaml", *options)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert said in result.stderr


@pytest.mark.parametrize("name", ["waiver-expired", "waiver-unused"])
def test_their_rules_have_names_that_nobody_else_may_take(name: str, installed: Install) -> None:
    installed("mine", giving(rules=[rule(name)]))
    result = run("check", "clean.yaml")
    assert (result.stdout, result.exit_code) == ("", 4)
    assert f"plugin 'mine' gives a second Rule named {name!r}" in result.stderr


@pytest.mark.parametrize("name", ["waiver-expired", "waiver-unused"])
def test_their_rules_are_listed_and_explained_like_others(name: str) -> None:
    assert f"\n{name} " in run("rules").stdout
    explained = run("explain", name)
    assert explained.exit_code == 0
    assert explained.stdout.startswith(f"{name} (")
    assert "Sources:" not in explained.stdout


def test_they_can_be_selected_and_ignored(folder: Path) -> None:
    """To select other rules does not turn them off: who names a file wants to know its state."""
    (folder / "w.yaml").write_text(BASELINE)
    words = ("check", "clean.yaml", "--waivers", "w.yaml", "-q")
    assert "waiver-unused" in run(*words, *ONE).stdout
    assert "waiver-unused" in run(*words, *ONE, "--select", "waiver-*").stdout
    assert run(*words, *ONE, "--ignore", "waiver-unused").output == ""
    assert run(*words, "--ignore", "waiver-used").exit_code == 2


def test_what_is_no_file_of_waivers_is_left_as_it_is(folder: Path) -> None:
    for text in ("", "# nothing yet\n", "waivers: 3\n", "[]"):
        (folder / "w.yaml").write_text(text)
        result = run("check", "vacant.yaml", *ONE, "--write-waivers", "w.yaml")
        assert (result.stdout, result.exit_code) == ("", 3)
        assert result.stderr.startswith("w.yaml:1:1: ")
        assert (folder / "w.yaml").read_text() == text


def test_waivers_are_written_to_files_only(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    for name in ("/dev/full", "pipe"):
        result = run("check", "vacant.yaml", *ONE, "--write-waivers", name)
        assert (result.stdout, result.exit_code) == ("", 3)
        assert f"{name}: is a device or a pipe; waivers are written to a file\n" in result.stderr


def test_waivers_can_come_through_a_pipe(folder: Path) -> None:
    """It is read once."""
    os.mkfifo(folder / "pipe")
    with ThreadPoolExecutor() as pool:
        pool.submit((folder / "pipe").write_text, BASELINE)
        result = run("check", "vacant.yaml", *ONE, "--waivers", "pipe", "-q")
    assert result.output == ""


class TestSeverity:
    """How much findings weigh is for each folder to say."""

    def test_a_rule_weighs_what_the_settings_say(self, folder: Path) -> None:
        (folder / "interagency.toml").write_text('severity = {lead-vacant = "info"}')
        result = run("check", "vacant.yaml", *ONE, "-q")
        assert (result.stdout, result.exit_code) == (FOUND.replace("error", "info"), 0)

    def test_so_do_stale_waivers(self, folder: Path) -> None:
        (folder / "interagency.toml").write_text('[severity]\nwaiver-unused = "error"')
        (folder / "w.yaml").write_text(BASELINE)
        assert run("check", "clean.yaml", *ONE, "--waivers", "w.yaml").exit_code == 1

    def test_an_unknown_rule_is_a_mistake_in_usage(self, folder: Path) -> None:
        (folder / "interagency.toml").write_text('severity = {lead-vacent = "info"}')
        result = run("check", "vacant.yaml")
        assert (result.stdout, result.exit_code) == ("", 2)
        assert result.stderr.startswith("there is no rule 'lead-vacent'; did you mean lead-vacant")

    @pytest.mark.parametrize("value", ['{lead-vacant = "high"}', "{lead-vacant = 3}", '"info"'])
    def test_wrong_values_are_a_mistake_in_usage(self, folder: Path, value: str) -> None:
        (folder / "interagency.toml").write_text(f"severity = {value}")
        result = run("check", "vacant.yaml")
        assert "severity must be a table of rules, each with one of error, warning" in result.stderr
        assert result.exit_code == 2


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit", "markdown"])
def test_what_is_waived_stays_visible(folder: Path, installed: Install, form: str) -> None:
    installed("mine", giving(rules=[rule("mine", flags_bodies)]))
    options = ("--select", "mine", "--format", form)
    run("check", "clean.yaml", *options, "--write-waivers", "w.yaml")
    result = run("check", "clean.yaml", *options, "--waivers", "w.yaml", "--fail-on", "info")
    assert result.exit_code == 0
    assert result.stdout.count("Health is here") == 1
    assert "found on 2025" in result.stdout.replace("\\", "")
    if form == "json":
        (document,) = json.loads(result.stdout)["documents"]
        assert document["rules"]["mine"] | {"findings": 0, "waived": 2} == document["rules"]["mine"]
