"""`interagency check`: findings on stdout, notes on stderr, and an exit code for scripts."""

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from interagency.checking import Finding, Severity
from interagency.document import load
from interagency.plugins.running import check
from tests.cli.runs import VACANT, run
from tests.plugins.makers import breaks, flags_bodies, giving, rule

Install = Callable[[str, object], None]

ONE = ("--select", "lead-vacant")
FOUND = "vacant.yaml:5:3: error lead-vacant: Health has a vacant lead\n"
SUMMARY = "Response, 2022-06-30: 1 rule, 1 error, 0 open questions\n"


def test_a_finding_is_a_line_that_editors_can_jump_to() -> None:
    result = run("check", "vacant.yaml", *ONE)
    assert (result.stdout, result.stderr, result.exit_code) == (FOUND + SUMMARY, "", 1)


def test_a_clean_document_is_told_in_one_line() -> None:
    result = run("check", "clean.yaml", *ONE)
    assert result.stdout == "Response, 2022-06-30: 1 rule, no findings, 0 open questions\n"
    assert result.exit_code == 0


def test_a_document_without_title_and_date_is_named_all_the_same(folder: Path) -> None:
    (folder / "bare.yaml").write_text("interagency: 1")
    result = run("check", "bare.yaml", *ONE)
    summary = "untitled, no date stated: 1 rule, no findings, 0 open questions"
    assert result.stdout == f"{summary}; nothing to check: the document has no bodies\n"


def test_quiet_leaves_the_findings_alone() -> None:
    assert run("check", "vacant.yaml", *ONE, "-q").stdout == FOUND
    clean = run("check", "clean.yaml", *ONE, "--quiet")
    assert (clean.output, clean.exit_code) == ("", 0)


def test_twice_quiet_leaves_the_exit_code_alone() -> None:
    result = run("check", "vacant.yaml", *ONE, "-qq")
    assert (result.output, result.exit_code) == ("", 1)


def test_verbose_adds_evidence_and_the_rules_that_are_clean(installed: Install) -> None:
    found = FOUND + "    seat health/lead/vacant\n"
    alone = run("check", "vacant.yaml", *ONE, "-v")
    assert alone.stdout == found + SUMMARY + "clean: no rule\n"
    installed("mine", giving(rules=[rule("b-rule"), rule("a-rule")]))
    beside = run("check", "vacant.yaml", *ONE, "--select", "?-rule", "--verbose")
    assert (
        beside.stdout == found + SUMMARY.replace("1 rule,", "3 rules,") + "clean: a-rule, b-rule\n"
    )


def test_few_questions_are_shown_unless_all_are_wanted(folder: Path) -> None:
    names = "".join(f"  s{number}: {{}}\n" for number in range(10))
    (folder / "many.yaml").write_text(f"interagency: 1\nsectors:\n{names}")
    few = run("check", "many.yaml")
    assert few.stdout.count(": unknown: ") == 8
    assert "... and 12 more: interagency questions many.yaml\n" in few.stdout
    every = run("check", "many.yaml", "-v")
    assert every.stdout.count(": unknown: ") == 20
    assert "    sectors.s0.seats: lead: [...], co-lead: [...], vacant or none\n" in every.stdout
    assert "unknown" not in run("check", "many.yaml", "-q").stdout


def test_rules_that_are_selected_ask_for_themselves_alone(folder: Path) -> None:
    (folder / "open.yaml").write_text("interagency: 1\nsectors: {health: {}}\n")
    assert "0 open questions" in run("check", "open.yaml", "--select", "double-hatting").stdout
    lead = run("check", "open.yaml", "--select", "lead-vacant").stdout
    assert "Who leads or co-leads health?" in lead
    assert "report" not in lead
    assert "2 open questions" in run("check", "open.yaml", "--ignore", "lead-vacant").stdout


@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("level", [*Severity, "never"])
def test_the_exit_code_is_one_from_a_weight_on(
    installed: Install, severity: Severity, level: str
) -> None:
    installed("mine", giving(rules=[rule("mine", flags_bodies, severity)]))
    result = run("check", "clean.yaml", "--select", "mine", "--fail-on", level)
    assert f": {severity} mine: Health is here\n" in result.stdout
    expected = level != "never" and severity.weight >= Severity(level).weight
    assert result.exit_code == int(expected)


def test_severities_are_counted_in_words(installed: Install) -> None:
    rules = [rule(f"r-{severity}", flags_bodies, severity) for severity in Severity]
    installed("mine", giving(rules=rules))
    result = run("check", "clean.yaml", "--select", "r-*")
    assert ": 3 rules, 2 errors, 2 warnings, 2 info, 0 open" in result.stdout
    assert [line.split()[1] for line in result.stdout.splitlines()[:-1]] == (
        ["error"] * 2 + ["warning"] * 2 + ["info"] * 2
    )


def test_rules_are_selected_and_ignored() -> None:
    both = run("check", "vacant.yaml", *ONE, "--ignore", "lead-*")
    assert (both.stdout, both.exit_code) == ("", 2)
    assert "no rule is left by select and ignore, so nothing would be checked" in both.stderr
    twice = run("check", "vacant.yaml", *ONE, "--select", "unknown-*", "-q")
    assert twice.exit_code == 1


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_a_mistake_in_usage(option: str) -> None:
    result = run("check", "vacant.yaml", option, "lead-vacnt")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.startswith("there is no rule 'lead-vacnt'; did you mean lead-vacant")


@pytest.mark.parametrize(
    ("at", "day", "code"), [("2022", "2022-12-31", 1), ("2021-02", "2021-02-28", 0)]
)
def test_the_day_is_chosen(folder: Path, at: str, day: str, code: int) -> None:
    text = VACANT.replace("lead: vacant", "lead: [{holder: vacant, since: 2022}]")
    (folder / "dated.yaml").write_text(text)
    result = run("check", "dated.yaml", *ONE, "--at", at)
    assert (f"Response, {day}: " in result.stdout, result.exit_code) == (True, code)


@pytest.mark.parametrize("at", ["yesterday", "2022-13", "\x1b[31m"])
def test_what_is_no_day_is_a_mistake_in_usage(at: str) -> None:
    result = run("check", "vacant.yaml", "--at", at)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "Invalid value for '--on' / '--at': " in result.stderr
    assert "\x1b" not in result.stderr


def test_every_problem_of_a_broken_file_is_told() -> None:
    result = run("check", "broken.yaml")
    assert (result.stdout, result.exit_code) == ("", 3)
    told = result.stderr.splitlines()
    assert [line.split(":")[:2] for line in told[:-1]] == [
        ["broken.yaml", "2"],
        ["broken.yaml", "3"],
    ]
    assert told[-1] == "2 problems; nothing was loaded"


def test_one_problem_is_counted_as_one() -> None:
    result = run("check", "cleen.yaml")
    assert result.stderr == (
        "cleen.yaml: there is no such file; did you mean clean.yaml?\n"
        "1 problem; nothing was loaded\n"
    )
    assert result.exit_code == 3


@pytest.mark.parametrize("where", [0, 1, 2])
def test_a_broken_file_does_not_keep_the_others_from_being_checked(where: int) -> None:
    paths = ["vacant.yaml", "clean.yaml"]
    paths.insert(where, "broken.yaml")
    result = run("check", *paths, *ONE)
    assert result.stdout == FOUND + SUMMARY + run("check", "clean.yaml", *ONE).stdout
    assert result.stderr.endswith("nothing was loaded\n")
    assert result.exit_code == 3


def test_a_folder_is_one_document(folder: Path) -> None:
    whole, part = folder / "whole", "interagency: 1\nsectors:\n  wash: {seats: {lead: vacant}}\n"
    whole.mkdir()
    (whole / "a.yaml").write_text(VACANT)
    (whole / "b.yaml").write_text(part)
    result = run("check", "whole", *ONE, "-q")
    assert result.stdout == (
        "whole/a.yaml:5:3: error lead-vacant: Health has a vacant lead\n"
        "whole/b.yaml:3:3: error lead-vacant: wash has a vacant lead\n"
    )


def test_a_dash_is_standard_input() -> None:
    result = run("check", "-", *ONE, "-q", input=VACANT)
    assert result.stdout == FOUND.replace("vacant.yaml", "<stdin>")


def test_standard_input_may_be_json() -> None:
    assert run("check", "-", *ONE, input='{"interagency": 1}').exit_code == 0
    broken = run("check", "-", input='{"interagency": 1, "forums": 3}')
    assert broken.stderr.startswith("<stdin>:1:")
    assert broken.exit_code == 3


def test_standard_input_without_end_is_refused() -> None:
    """It must not fill the memory."""
    result = run("check", "-", input=b"# " + b"x" * 5_000_001)
    assert result.stderr.startswith("<stdin>: is larger than 5,000,000 bytes")
    assert result.exit_code == 3


def test_in_github_actions_findings_are_annotations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("check", "vacant.yaml").stdout.startswith("::")
    assert not run("check", "vacant.yaml", "--format", "text").stdout.startswith("::")


def test_a_path_is_needed() -> None:
    result = run("check")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "Missing argument 'PATH...'" in result.stderr


def test_an_unknown_example_is_told_like_a_file_that_is_not_there() -> None:
    """And like such a file it does not keep the others from being checked."""
    result = run("check", "example:romania-2020", "clean.yaml", *ONE)
    assert (result.stdout, result.exit_code) == (run("check", "clean.yaml", *ONE).stdout, 3)
    assert result.stderr.splitlines()[0] == (
        "example:romania-2020: there is no example 'romania-2020'; did you mean romania-2022?"
    )
    known = run("show", "example:nowhere")
    assert (known.stdout, known.exit_code) == ("", 3)
    assert "; known are 3rp-2022, bangladesh-rohingya, " in known.stderr


@pytest.mark.parametrize(
    ("at", "note"),
    [
        ("2022-07", "2022-07 is after 2022-06-30, which the document describes; it may have "),
        ("2021-05", "2021-05 is more than a year before 2022-06-30, which the document describes"),
        ("2022-06", ""),
        ("2022", "2022 is after"),
        ("2021-07", ""),
    ],
)
def test_that_a_day_is_far_from_what_is_described_is_told_once(at: str, note: str) -> None:
    told = run("check", "clean.yaml", "vacant.yaml", "--at", at, *ONE).stderr
    assert told.startswith(f"note: {note}") if note else told == ""
    assert told.count("\n") == bool(note)
    for words in (("show",), ("questions",), ("conform", "--model", "3rp")):
        assert run(words[0], "clean.yaml", *words[1:], "--at", at).stderr == told


def test_a_document_without_a_date_is_far_from_no_day(folder: Path) -> None:
    (folder / "d.yaml").write_text("interagency: 1")
    assert run("check", "d.yaml", "--at", "1999", *ONE).stderr == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "clean.yaml", "-o", ""), "the value of -o is empty"),
        (("check", "clean.yaml", "--output="), "the value of --output is empty"),
        (("conform", "clean.yaml", "--model", ""), "the value of --model is empty"),
        (("--block", "", "rules"), "the value of --block is empty"),
        (("show", ""), "an argument is empty"),
        (("",), "an argument is empty"),
    ],
)
def test_what_is_empty_is_a_mistake_in_usage(words: tuple[str, ...], said: str) -> None:
    """As an unset variable in a script would make it."""
    result = run(*words)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.endswith(f"Error: {said}\n")


class TestJson:
    """The shape that scripts rely on; it has a version of its own."""

    def report(self, *words: str) -> object:
        result = run("check", *words, "--format", "json")
        assert result.stderr == ""
        return json.loads(result.stdout)

    def test_it_holds_everything_for_each_document(self) -> None:
        report = check(load("vacant.yaml"), select=["lead-vacant"])
        assert self.report("vacant.yaml", *ONE) == {
            "version": 1,
            "documents": [
                {
                    "path": "vacant.yaml",
                    "title": "Response",
                    "day": "2022-06-30",
                    "rules": {
                        "lead-vacant": {
                            "severity": "error",
                            "findings": 1,
                            "waived": 0,
                            "undecided": 0,
                            "open_lists": [],
                            "unrecorded": [],
                            "crash": None,
                        }
                    },
                    "findings": [
                        {
                            "rule": "lead-vacant",
                            "severity": "error",
                            "subject": "health",
                            "message": "Health has a vacant lead",
                            "related": [],
                            "evidence": ["seat health/lead/vacant"],
                            "fingerprint": report.findings[0].fingerprint,
                            "file": "vacant.yaml",
                            "line": 5,
                            "column": 3,
                            "sheet": None,
                        }
                    ],
                    "waived": [],
                    "questions": [],
                }
            ],
        }

    def test_a_document_that_says_little_has_nothing_in_those_places(self, folder: Path) -> None:
        (folder / "bare.json").write_text('{"interagency": 1, "sectors": {"health": {}}}')
        document = {"path": "bare.json", "title": None, "day": None}
        found = self.report("bare.json", "clean.yaml", *ONE)
        assert isinstance(found, dict)
        bare, clean = found["documents"]
        assert bare | document == bare
        assert bare["rules"]["lead-vacant"]["undecided"] == 1
        assert bare["questions"][0] == {
            "subject": "health",
            "about": "leads",
            "question": "Who leads or co-leads health?",
            "write": "sectors.health.seats: lead: [...], co-lead: [...], vacant or none",
            "file": "bare.json",
            "line": 1,
            "column": bare["questions"][0]["column"],
            "sheet": None,
        }
        assert clean["path"] == "clean.yaml"

    def test_it_does_not_depend_on_how_much_is_to_be_said(self) -> None:
        """Whoever wants nothing at all asks twice."""
        plain = self.report("vacant.yaml", *ONE)
        assert self.report("vacant.yaml", *ONE, "-v") == self.report("vacant.yaml", *ONE, "-q")
        assert self.report("vacant.yaml", *ONE, "-q") == plain
        assert run("check", "vacant.yaml", *ONE, "--format", "json", "-qq").output == ""

    def test_the_fingerprint_does_not_depend_on_the_place(self, folder: Path) -> None:
        (folder / "moved.yaml").write_text("# a line more\n" + VACANT)
        found = self.report("vacant.yaml", "moved.yaml", *ONE)
        assert isinstance(found, dict)
        here, there = (document["findings"][0] for document in found["documents"])
        assert (here["line"], there["line"]) == (5, 6)
        assert here["fingerprint"] == there["fingerprint"]

    def test_it_is_ascii(self, folder: Path) -> None:
        (folder / "odd.yaml").write_text(VACANT.replace("Response", '"\\x1b[31m Réponse \\u202e"'))
        result = run("check", "odd.yaml", "--format", "json", *ONE)
        assert result.stdout.isascii()
        assert "\x1b" not in result.stdout
        assert json.loads(result.stdout)["documents"][0]["title"] == "\x1b[31m Réponse \u202e"


class TestOutput:
    """`-o` writes a file as a whole, or not at all."""

    def test_a_file_gets_what_would_be_printed(self, folder: Path) -> None:
        result = run("check", "vacant.yaml", *ONE, "-o", "out.txt", color=True)
        assert (result.output, result.exit_code) == ("", 1)
        assert (folder / "out.txt").read_text() == FOUND + SUMMARY

    def test_an_old_file_is_replaced_and_nothing_is_left_beside_it(self, folder: Path) -> None:
        (folder / "out").mkdir()
        (folder / "out" / "a.txt").write_text("old" * 1000)
        assert run("check", "clean.yaml", *ONE, "--output", "out/a.txt").exit_code == 0
        assert [path.name for path in (folder / "out").iterdir()] == ["a.txt"]
        assert "old" not in (folder / "out" / "a.txt").read_text()

    def test_a_broken_document_leaves_the_old_file_as_it_was(self, folder: Path) -> None:
        (folder / "out.txt").write_text("old")
        assert run("check", "broken.yaml", "-o", "out.txt").exit_code == 3
        assert (folder / "out.txt").read_text() == "old"

    def test_a_dash_is_standard_output(self, folder: Path) -> None:
        assert run("check", "vacant.yaml", *ONE, "-o", "-").stdout == FOUND + SUMMARY
        assert not (folder / "-").exists()

    def test_a_folder_is_refused(self, folder: Path) -> None:
        result = run("check", "vacant.yaml", "-o", folder)
        assert (result.stdout, result.exit_code) == ("", 2)
        assert "is a directory" in result.stderr

    def test_a_folder_that_is_not_there_is_told_by_the_name_that_was_given(self) -> None:
        result = run("check", "vacant.yaml", "-o", "nowhere/out.txt")
        assert result.stderr == "error: No such file or directory: nowhere/out.txt\n"
        assert (result.stdout, result.exit_code) == ("", 2)

    def test_a_device_is_written_to_and_not_replaced(self) -> None:
        before = Path("/dev/null").stat().st_mode
        assert run("check", "vacant.yaml", *ONE, "-o", "/dev/null").exit_code == 1
        assert run("export", "vacant.yaml", "--to", "json", "-o", "/dev/null").exit_code == 0
        assert Path("/dev/null").stat().st_mode == before


class TestColour:
    """Only on a terminal."""

    def test_there_is_none_in_a_pipe(self) -> None:
        assert "\x1b" not in run("check", "vacant.yaml", *ONE).stdout

    def test_a_terminal_gets_the_same_text_in_colour(self) -> None:
        coloured = run("check", "vacant.yaml", *ONE, color=True).stdout
        assert "\x1b[31merror\x1b[0m" in coloured
        assert click.unstyle(coloured) == FOUND + SUMMARY


class TestCrash:
    """A rule that breaks down is a finding of its own; it never looks like all clear."""

    @pytest.fixture(autouse=True)
    def _crashing(self, installed: Install) -> None:
        installed("mine", giving(rules=[rule("broken", breaks), rule("well")]))

    def test_it_is_visible_and_has_an_exit_code_of_its_own(self) -> None:
        result = run("check", "clean.yaml", "--select", "broken", "--select", "well")
        assert result.stdout.splitlines()[0] == (
            "clean.yaml: error broken: the rule itself broke down, so nothing is known of what "
            r"it looks for: ZeroDivisionError: the rule of a plugin"
        )
        assert result.exit_code == 4

    def test_no_level_hides_it(self) -> None:
        options = ("--select", "broken", "--fail-on", "never")
        assert run("check", "clean.yaml", *options, "-qq").exit_code == 4

    def test_it_is_told_to_scripts_too(self) -> None:
        result = run("check", "clean.yaml", "--select", "broken", "--format", "json")
        (document,) = json.loads(result.stdout)["documents"]
        assert document["rules"]["broken"]["crash"].startswith("ZeroDivisionError: ")
        assert document["findings"][0] | {"subject": "", "line": None} == document["findings"][0]

    def test_a_file_that_is_invalid_comes_before_it(self) -> None:
        assert run("check", "clean.yaml", "broken.yaml", "--select", "broken").exit_code == 3


def test_a_finding_about_something_that_is_nowhere_names_the_file(installed: Install) -> None:
    lost = rule("lost", lambda _: [Finding("nobody", "is missing")])
    installed("mine", giving(rules=[lost]))
    result = run("check", "clean.yaml", "--select", "lost", "-q")
    assert result.stdout == "clean.yaml: warning lost: is missing\n"


def test_a_plugin_that_is_broken_has_an_exit_code_of_its_own(installed: Install) -> None:
    installed("mine", giving(rules=None))
    result = run("check", "clean.yaml")
    assert (result.stdout, result.exit_code) == ("", 4)
    assert result.stderr.startswith("plugin 'mine' breaks down in interagency_rules: ")
    assert run("--block", "mine", "check", "clean.yaml", *ONE).exit_code == 0


def test_a_plugin_to_block_that_is_unknown_is_a_mistake_in_usage() -> None:
    result = run("--block", "interagency.rule", "check", "clean.yaml")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.startswith("there is no plugin 'interagency.rule' to block; did you mean")


@pytest.mark.parametrize("form", ["text", "junit"])
def test_a_rule_that_could_not_look_is_not_clean(folder: Path, form: str) -> None:
    """A forum without a kind may be of any: what is looked for in some kinds may be in it."""
    document = "{interagency: 2, as_of: 2023, complete: [members], forums: {f: {name: F}}}"
    (folder / "blind.yaml").write_text(document)
    result = run("check", "blind.yaml", "-v", "--select", "oversized-forum", "--format", form)
    assert "kind of 1 forum" in result.stdout
    if form == "text":
        assert "clean: no rule\n" in result.stdout
        where = "could not look everywhere, for what is not recorded: oversized-forum (kind of 1"
        assert where in result.stdout
    else:
        assert "skipped" in result.stdout
