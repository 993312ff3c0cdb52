"""The commands that are not `check` or `show`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import interagency
from interagency.checking import Citation, Example
from interagency.checking.waiver import WAIVER_RULES
from interagency.cli import main
from interagency.cli.rules import explained
from interagency.document import load, loads
from interagency.exchange import (
    Accounting,
    Imported,
    Importer,
    Outcome,
    RowOutcome,
    TableAccount,
)
from interagency.model import Architecture
from interagency.plugins.loading import load_plugins
from interagency.plugins.running import all_rules, check
from interagency.report.printing import shown
from tests.cli.runs import CLEAN, run
from tests.plugins.makers import exporter, giving, rule

Install = Callable[[str, object], None]

OPEN = """\
interagency: 1
title: Response
as_of: 2022
sectors: {health: {reports_to: unknown, seats: {lead: none, co-lead: [unicef, unknown]}}}
"""
ASKED = [
    {
        "subject": "health",
        "about": "leads",
        "question": "Who co-leads health, with UNICEF in the lead?",
        "write": "sectors.health.seats.co-lead: [...], vacant or none",
        "settles": ["sector-led-alone"],
    },
    {
        "subject": "health",
        "about": "reports_to",
        "question": "To whom does health report?",
        "write": "sectors.health.reports_to: [id, ...], or none",
        "settles": ["reporting-line-broken"],
    },
]


class TestQuestions:
    """The handover note."""

    @pytest.fixture(autouse=True)
    def _document(self) -> None:
        Path("open.yaml").write_text(OPEN)

    def test_each_question_comes_with_what_to_write(self) -> None:
        result = run("questions", "open.yaml")
        assert result.stdout == "Response, 2022-12-31: 2 open questions\n" + "".join(
            f"\n{each['question']}\n    {each['write']}\n" for each in ASKED
        )
        assert (result.stderr, result.exit_code) == ("", 0)

    def test_scripts_get_json(self) -> None:
        assert json.loads(run("questions", "open.yaml", "--format", "json").stdout) == ASKED

    def test_what_settles_most_comes_first(self) -> None:
        """The level settles rules and clauses; whose order in the file is later comes later."""
        Path("open.yaml").write_text(
            "interagency: 2\nas_of: 2022\nsituation: refugee\n"
            "conforms_to: [rcm-2013, no-such-model]\n"
            "forums: {a: {name: A, kind: camp, level: site, seats: {lead: [iom, unknown]}},\n"
            "  rcf: {name: RCF, kind: rcf, level: national, seats: {chair: [unhcr]}}}\n"
        )
        found = json.loads(run("questions", "open.yaml", "--format", "json").stdout)
        settled = [len(each["settles"]) for each in found]
        assert settled == sorted(settled, reverse=True)
        assert "RCM-05b" in found[0]["settles"]
        text = run("questions", "open.yaml").stdout
        assert text.index(found[0]["question"]) < text.index(found[-1]["question"])

    def test_they_are_those_of_a_check(self) -> None:
        asked = check(load("open.yaml")).questions
        assert [each.text for each in asked] == [each["question"] for each in ASKED]

    def test_a_document_without_title_and_date_has_questions_too(self) -> None:
        result = run("questions", "-", input="interagency: 1")
        assert result.stdout == "untitled, no date stated: 0 open questions\n"

    def test_a_day_and_a_file_may_be_chosen(self) -> None:
        assert run("questions", "open.yaml", "--at", "2021-05", "-o", "out.txt").output == ""
        assert Path("out.txt").read_text().startswith("Response, 2021-05-31: 2 open questions\n")

    def test_a_broken_document_raises_none(self) -> None:
        result = run("questions", "broken.yaml")
        assert (result.stdout, result.exit_code) == ("", 3)


class TestRules:
    """What there is to check with."""

    def test_every_rule_has_a_line(self) -> None:
        lines = run("rules").stdout.splitlines()
        rules = all_rules(load_plugins())
        assert [line.split()[:2] for line in lines] == [
            [each.name, each.severity.value] for each in rules.values()
        ]
        assert all(each.summary in line for each, line in zip(rules.values(), lines, strict=True))

    def test_without_those_of_plugins_those_on_waivers_are_left(self) -> None:
        result = run("--block", "interagency.rules", "rules")
        assert [line.split()[0] for line in result.stdout.splitlines()] == [*WAIVER_RULES]
        assert (result.stderr, result.exit_code) == ("", 0)

    def test_a_rule_is_explained_with_its_owner_sources_and_examples(self) -> None:
        mine = rule(
            "mine",
            summary="Finds it.",
            rationale="It matters.",
            sources=(Citation("A book", "https://example.org"), Citation("Talk", verified=False)),
            examples=(Example("good", "\na: 1\nb:\n  c: 2\n"), Example("bad", "d: 3", ("x", "y"))),
        )
        assert explained(mine, "my-plugin").splitlines() == [
            "mine (warning, from my-plugin)",
            "Finds it.",
            "",
            "It matters.",
            "",
            "Sources:",
            "- A book https://example.org",
            "- Talk (unverified)",
            "",
            "Example, clean: good",
            "",
            "    a: 1",
            "    b:",
            "      c: 2",
            "",
            "Example, flags x, y: bad",
            "",
            "    d: 3",
        ]

    @pytest.mark.parametrize("name", load_plugins(entry_points=False).rules)
    def test_every_rule_can_be_explained(self, name: str) -> None:
        result = run("explain", name)
        assert result.stdout.startswith(f"{name} (")
        assert result.exit_code == 0

    def test_what_whole_lists_a_rule_needs_is_told(self) -> None:
        lists = "\n\nNeeds complete: [groups, leads]\n\nSources:\n"
        assert lists in run("explain", "leadership-concentration").stdout
        assert "Needs complete" not in run("explain", "lead-vacant").stdout

    def test_an_unknown_rule_is_a_mistake_in_usage(self) -> None:
        result = run("explain", "lead-vacent")
        assert (result.stdout, result.exit_code) == ("", 2)
        assert result.stderr.startswith("there is no rule, reference model or clause 'lead-vacent'")

    def test_plugins_are_listed_with_what_they_give(self, installed: Install) -> None:
        installed("my-plugin", giving(rules=[rule("b"), rule("a")], exporters=[exporter("c")]))
        result = run("plugins")
        assert result.stdout.endswith("my-plugin\n  exporter c\n  rule a\n  rule b\n")
        assert result.stdout.startswith("interagency.rules\n  rule ")


def test_the_schema_is_valid_and_takes_the_starter() -> None:
    schema = json.loads(run("schema").stdout)
    Draft202012Validator.check_schema(schema)
    assert run("schema", "-o", "schema.json").output == ""
    assert json.loads(Path("schema.json").read_text()) == schema


class TestInit:
    """A document to begin with."""

    def test_it_is_written_and_what_to_do_next_is_told(self) -> None:
        result = run("init")
        assert result.stdout == ""
        assert result.stderr == (
            "wrote coordination.yaml; now try: interagency check coordination.yaml\n"
        )
        assert load("coordination.yaml").bodies
        first = Path("coordination.yaml").read_text().partition("\n")[0]
        assert first == "# yaml-language-server: $schema=interagency.schema.json"
        assert json.loads(Path("interagency.schema.json").read_text()) == json.loads(
            run("schema").stdout
        )

    def test_a_schema_that_is_there_stays(self) -> None:
        Path("interagency.schema.json").write_text("{}")
        run("init")
        assert Path("interagency.schema.json").read_text() == "{}"

    def test_nothing_whatever_is_found_in_it(self) -> None:
        """Whoever begins sees what is open, and no gap of our making."""
        run("init", "mine.yaml")
        result = run("check", "mine.yaml", "--fail-on", "info", "-q")
        assert (result.output, result.exit_code) == ("", 0)
        assert "no findings, " in run("check", "mine.yaml").stdout

    def test_the_rules_it_names_are_there(self) -> None:
        text = run("init", "-").stdout
        named = [line.partition("explain ")[2].rstrip("`") for line in text.splitlines()]
        assert set(filter(None, named)) <= set(load_plugins().rules)

    def test_nothing_is_written_over(self) -> None:
        result = run("init", "clean.yaml")
        assert (result.stdout, result.exit_code) == ("", 2)
        assert "clean.yaml exists already; it was left as it is" in result.stderr
        assert Path("clean.yaml").read_text() == CLEAN

    def test_a_folder_is_not_written_over(self, folder: Path) -> None:
        assert run("init", folder).exit_code == 2

    def test_a_folder_that_is_not_there_is_told(self) -> None:
        result = run("init", "nowhere/mine.yaml")
        assert "Error: there is no folder nowhere: make it first\n" in result.stderr
        assert result.exit_code == 2

    def test_a_workbook_is_written_where_the_name_is_one(self) -> None:
        result = run("init", "mine.xlsx")
        assert result.stderr == "wrote mine.xlsx; now try: interagency check mine.xlsx\n"
        checked = run("check", "mine.xlsx", "--fail-on", "info", "-q")
        assert (checked.output, checked.exit_code) == ("", 0)

    def test_a_dash_is_standard_output(self) -> None:
        result = run("init", "-")
        assert loads(result.stdout).bodies
        assert result.stderr == ""


class TestExport:
    """A document in another format."""

    def test_the_document_comes_back_equal(self) -> None:
        for name in ("yaml", "json"):
            result = run("export", "clean.yaml", "--to", name)
            assert loads(result.stdout) == load("clean.yaml")
            assert result.stderr == ""

    def test_a_file_and_a_pipe_get_the_same_bytes(self) -> None:
        Path("odd.yaml").write_text("{interagency: 1, title: Réfugiés}", encoding="utf-8")
        piped = run("export", "odd.yaml", "--to", "json")
        assert run("export", "odd.yaml", "--to", "json", "-o", "out.json").output == ""
        assert Path("out.json").read_bytes() == piped.stdout_bytes
        assert "Réfugiés".encode() in piped.stdout_bytes

    def test_bytes_are_written_as_they_are(self, installed: Install) -> None:
        binary = exporter("binary", lambda _: b"\x00\xff\x1b[31m")
        installed("mine", giving(exporters=[binary]))
        assert run("export", "clean.yaml", "--to", "binary").stdout_bytes == b"\x00\xff\x1b[31m"
        assert run("export", "clean.yaml", "--to", "binary", "-o", "out").exit_code == 0
        assert Path("out").read_bytes() == b"\x00\xff\x1b[31m"

    def test_several_files_go_to_a_folder(self, installed: Install, folder: Path) -> None:
        tables = exporter("tables", lambda _: {"a.csv": "é\n", "b.csv": "b\n"})
        installed("mine", giving(exporters=[tables]))
        for _ in range(2):  # the second time the folder is there, with another file in it
            result = run("export", "clean.yaml", "--to", "tables", "-o", "out")
            assert (result.stdout, result.stderr) == ("", "tables leaves out: everything\n")
            assert (folder / "out" / "a.csv").read_bytes() == "é\n".encode()
            (folder / "out" / "other.csv").write_text("")
        assert len([*(folder / "out").iterdir()]) == 3
        for more in ((), ("-o", "-"), ("-o", "vacant.yaml")):
            refused = run("export", "clean.yaml", "--to", "tables", *more)
            assert (refused.stdout, refused.exit_code) == ("", 2)
            assert "these are 2 files" in refused.stderr
        assert (folder / "clean.yaml").read_text() == CLEAN

    def test_one_file_is_not_written_to_a_folder(self, folder: Path) -> None:
        result = run("export", "clean.yaml", "--to", "yaml", "-o", folder)
        assert (result.stdout, result.exit_code) == ("", 2)

    def test_with_a_day_it_is_what_was_on_that_day(self) -> None:
        dated = "{interagency: 1, forums: {a: {until: 2021}, b: {since: 2022}}}"
        names = [
            [body.id for body in loads(run(*words, input=dated).stdout).bodies]
            for words in (
                ("export", "-", "--to", "yaml"),
                ("export", "-", "--to", "yaml", "--at", "2022"),
            )
        ]
        assert names == [["a", "b"], ["b"]]

    def test_an_unknown_exporter_is_a_mistake_in_usage(self) -> None:
        result = run("export", "clean.yaml", "--to", "yml")
        assert (result.stdout, result.exit_code) == ("", 2)
        assert "no exporter 'yml'; did you mean yaml? known: " in result.stderr
        none = run("--block", "interagency.exporters", "export", "clean.yaml", "--to", "yaml")
        assert none.exit_code == 2


class TestImport:
    """A foreign format as a document."""

    @pytest.fixture(autouse=True)
    def _importer(self, installed: Install) -> None:
        tables = (TableAccount(file="a.csv", sheet="\x1b[31m", rows=0),)
        row = RowOutcome(file="a.csv", sheet="", row=2, outcome=Outcome.READ, detail="é, è")
        found = Imported(
            architecture=Architecture(title="Réfugiés"),
            accounting=Accounting(tables=tables, rows=(row,)),
        )
        mine = Importer(name="mine", summary="", read=lambda _: found)
        installed("mine", giving(importers=[mine]))

    def test_the_document_is_on_stdout_and_the_account_on_stderr(self) -> None:
        result = run("import", "mine", "clean.yaml")
        assert "Réfugiés".encode() in result.stdout_bytes
        assert loads(result.stdout_bytes) == Architecture(title="Réfugiés")
        assert result.stderr.startswith(r"a.csv / \x1b[31m: 0 rows")
        assert result.exit_code == 0

    def test_a_file_name_decides_the_format(self) -> None:
        run("import", "mine", "clean.yaml", "-o", "out.json", "--accounting", "rows.csv")
        assert json.loads(Path("out.json").read_text(encoding="utf-8"))["title"] == "Réfugiés"
        assert Path("rows.csv").read_text(encoding="utf-8") == (
            'file,sheet,row,outcome,detail\na.csv,,2,read,"é, è"\n'
        )

    def test_an_unknown_importer_is_a_mistake_in_usage(self) -> None:
        result = run("import", "nothing", "clean.yaml")
        assert (result.stdout, result.exit_code) == ("", 2)
        assert "no importer 'nothing'; known: " in result.stderr


class TestWays:
    """What is common to all commands."""

    def test_the_version_is_told_both_ways(self, capsys: pytest.CaptureFixture[str]) -> None:
        said = f"interagency {interagency.__version__}\n"
        assert run("--version").stdout == said
        assert run("--block", "x", "--version").stdout == said

    @pytest.mark.parametrize("command", [None, *main.commands])
    @pytest.mark.parametrize("option", ["-h", "--help"])
    def test_every_command_has_help(self, command: str | None, option: str) -> None:
        result = run(*filter(None, [command, option]))
        assert result.stdout.startswith("Usage: interagency ")
        assert (result.stderr, result.exit_code) == ("", 0)

    def test_help_says_the_exit_codes(self) -> None:
        text = " ".join(run("--help").stdout.split())
        assert "0 clean, 1 findings at or above --fail-on, 2 usage, or an output" in text

    @pytest.mark.parametrize("words", [(), ("nothing",), ("check", "--nothing", "x"), ("--x",)])
    def test_wrong_words_are_a_mistake_in_usage(self, words: tuple[str, ...]) -> None:
        result = run(*words)
        assert (result.stdout, result.exit_code) == ("", 2)
        assert "Usage: interagency" in result.stderr

    @pytest.mark.parametrize("name", ["x\x1b[31my.yaml", "x\ny.yaml", "x\u202ey.yaml"])
    @pytest.mark.parametrize("command", ["check", "show", "questions", "export"])
    def test_names_of_files_do_nothing_to_a_terminal(self, command: str, name: str) -> None:
        more = ("--to", "yaml") if command == "export" else ()
        missing = run(command, name, *more)
        assert shown(name) in missing.stderr
        assert name not in missing.output
        Path(name).write_text(OPEN.replace("none", "vacant") + "wrong: 1\n")
        assert name not in run(command, name, *more).output
        Path(name).write_text(OPEN.replace("none", "vacant"))
        assert name not in run(command, name, *more).output

    def test_long_lists_of_questions_name_the_file_safely(self) -> None:
        name = "x\x1b[31m.yaml"
        groups = "".join(f"s{number}: {{}}, " for number in range(9))
        Path(name).write_text(f"{{interagency: 1, sectors: {{{groups}}}}}")
        assert r"more: interagency questions x\x1b[31m.yaml" in run("check", name).stdout

    def test_a_folder_that_may_not_be_read_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied", "secret\x1b[31m")

        monkeypatch.setattr("interagency.cli.config.configured", refuse)
        result = run("rules")
        assert result.stderr == "error: Permission denied: secret\\x1b[31m\n"
        assert (result.stdout, result.exit_code) == ("", 2)
