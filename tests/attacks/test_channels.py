"""Names that would command a terminal or a runner, on standard output and standard error."""

from pathlib import Path
from typing import Any

import pytest

import interagency as ia
from interagency.checking import Finding, run_rules
from interagency.plugins.running import UnknownRule
from interagency.report.markdown import escaped
from interagency.report.printing import shown
from tests.cli.runs import run
from tests.plugins.makers import giving, rule

COMMANDS = [
    "::stop-commands::x",
    "  ::stop-commands::x",
    "::error file=a::b",
    "\n::add-mask::x",
    "a ##[stop-commands]x",
    "##[error]x",
]
SIGNS = ["\x1b[2J", "\r", "\x9b2J", "\u202e", "\u2066", "\u2028", "\x85", "\x07", "\x1b]0;x\x07"]


def commands_in(text: str) -> list[str]:
    """Return the lines that a runner of GitHub takes for commands."""
    return [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]


def documents(name: str) -> str:
    quoted = ia.dumps(ia.Architecture(title=name), format="json")
    title = quoted[quoted.index('"title"') : quoted.rindex("}")].strip().removeprefix('"title":')
    return f"""\
{{"interagency": 1, "title": {title}, "as_of": "2025-04",
"sectors": {{"health": {{"name": {title}, "seats": {{"lead": ["who"], {title}: ["unhcr"]}}}}}},
"forums": {{"rcf": {{"name": {title}, "seats": {{"lead": "vacant"}}}}}},
"plans": {{"p": {{"name": {title}, "kind": "rrp"}}}},
"offices": {{"o": {{"name": {title}, "kind": "country"}}}},
"posts": {{"q": {{"title": {title}, "office": "o", "grade": {title}}}}}}}
"""


LINES = [
    "check d.json",
    "check d.json -v --format markdown",
    "show d.json",
    "show d.json health",
    "show d.json --members",
    "why d.json health",
    "who d.json",
    "posts d.json",
    "questions d.json",
    "suggest d.json rcf",
    "conform d.json --model rcm-2013",
    "indicators d.json",
    "reconcile d.json",
    "matrix d.json",
    "diff d.json d.json",
    "due d.json",
    "export d.json --to dot",
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("name", [COMMANDS[0], COMMANDS[1], COMMANDS[4], "".join(SIGNS)])
def test_no_name_commands_a_runner_or_a_terminal(line: str, name: str, folder: Path) -> None:
    (folder / "d.json").write_text(documents(f"{name}pwn"), encoding="utf-8")
    result = run(*line.split())
    assert result.exit_code in (0, 1), result.stderr
    if not line.startswith("export"):  # a document in another format is no log
        assert commands_in(result.output) == []
    assert not set("".join(SIGNS)) - set("[2J]0;x") & set(result.output)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("form", ["text", "github", "markdown", "gitlab", "junit", "json"])
def test_no_name_of_a_file_commands_a_runner(name: str, form: str, folder: Path) -> None:
    path = Path(f"{name}.yaml".replace("/", "-"))
    path.write_text("interagency: 1\nfoo: 1\n")
    result = run("check", "--format", form, "--", str(path))
    assert result.exit_code == 3
    assert commands_in(result.stderr) == []
    wanted = "::error" if form == "github" else ()
    assert all(line.startswith(wanted) for line in commands_in(result.stdout))


@pytest.mark.parametrize(
    "words",
    [
        ("check", "::stop-commands::x"),
        ("rules", "\x1b[2J"),
        ("\x1b[2J",),
        ("check", "d.yaml", "--on", "\n::error::x"),
        ("check", "d.yaml", "--select", "\n::error::x"),
        ("explain", "\x1b[2J\n::error::x"),
        ("export", "d.yaml", "--to", "\n::error::x"),
        ("import", "\n::error::x", "d.yaml"),
        ("show", "clean.yaml", "\n::error::x"),
        ("--block", "\n::error::x", "rules"),
        ("--plugin", "\n::error::x", "rules"),
        ("init", "nowhere/\n::error::x"),
    ],
)
def test_no_word_of_the_command_line_comes_back_alive(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code != 0
    assert commands_in(result.output) == []
    assert "\x1b" not in result.output


@pytest.mark.parametrize("form", ["text", "markdown", "github", "junit"])
def test_a_name_of_a_rule_is_escaped_as_names_of_bodies_are(form: str) -> None:
    name = "\x1b[2J\n::error::x"
    report = run_rules(
        ia.loads("interagency: 1\nsectors: {a: {}}"), [rule(name, lambda _: [Finding("a", "odd")])]
    )
    from interagency.plugins.loading import load_plugins
    from interagency.report.checked import Checked, Checks

    checked = Checked(
        path="d.yaml",
        report=report,
        places={"a": ("d.yaml", (1, 1)), "": ("d.yaml", None)},
        stale={},
        has_bodies=True,
    )
    checks = Checks(documents=(checked,), problems=(), rules={name: rule(name)}, verbosity=1)
    text = load_plugins(entry_points=False).reporters[form].write(checks)
    assert name not in text
    assert "\n::error::x" not in text


def test_text_that_only_looks_alike_is_left_alone() -> None:
    for text in ("a::b", "std::vector", "file.yaml:2:6: x", "## [x]", "#[", "2001:db8::1"):
        assert shown(text) == text
    assert shown("::a::b") == "\\x3a:a::b"
    assert shown("x ##[a]") == "x #\\x23[a]"
    assert shown(shown("::a")) == shown("::a")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("@octocat", "@<!-- -->octocat"),
        ("a@b.example", "a@<!-- -->b.example"),
        ("www.evil.example", "www<!-- -->.evil.example"),
        ("WWW.evil", "WWW<!-- -->.evil"),
        ("GH-12", "GH<!-- -->-12"),
        ("gh-12", "gh<!-- -->-12"),
        ("a/b#12", "a/b\\#<!-- -->12"),
        ("http://a", "http\\://a"),
        ("AWWW.", "AWWW."),
    ],
)
def test_github_makes_no_mention_or_link_of_a_name(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


@pytest.mark.parametrize(
    "settings", ["select = []", 'ignore = ["*"]', 'select=["x*"]\nignore=["*"]']
)
def test_no_rule_is_not_all_clear(settings: str, folder: Path, installed: Any) -> None:
    installed("mine", giving(rules=[rule("x-mine")]))
    (folder / "interagency.toml").write_text(settings)
    result = run("check", "clean.yaml")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "nothing would be checked" in result.stderr


def test_a_report_of_no_rules_says_so() -> None:
    from interagency.report.checked import Checked, summary

    report = ia.check(ia.loads("interagency: 1"), select=())
    checked = Checked(path="", report=report, places={}, stale={}, has_bodies=True)
    assert summary(checked) == "0 rules: nothing was looked at"
    with pytest.raises(UnknownRule):
        ia.check(ia.loads("interagency: 1"), select=("nothing",))
