"""The report as text: what it says of rules that are clean, undecided or had nothing to check."""

from collections.abc import Callable, Iterable
from pathlib import Path

from interagency.checking import Finding, Question, Snapshot
from tests.cli.runs import run
from tests.plugins.makers import flags_bodies, giving, rule

Install = Callable[[str, object], None]


def asks(_: Snapshot) -> Iterable[Finding | Question]:
    return [Question("health", "leads", "Who leads health?", "lead: [...]")]


def test_a_rule_that_asks_is_not_clean(installed: Install) -> None:
    rules = [rule("m-asks", asks), rule("m-finds", flags_bodies), rule("m-well")]
    installed("mine", giving(rules=rules))
    result = run("check", "clean.yaml", "--select", "m-*", "-v")
    assert result.stdout.endswith("\nclean: m-well\nundecided: m-asks\n")


def test_a_rule_without_its_whole_lists_could_not_look(folder: Path) -> None:
    names = ("--select", "plan-sector-*", "--select", "empty-group", "-v")
    (folder / "open.yaml").write_text("interagency: 1\nsectors: {health: {}}")
    assert run("check", "open.yaml", *names).stdout.endswith(
        "\nclean: no rule\ncould not look, for lists not written whole (complete): "
        "empty-group (leads, members), plan-sector-without-group (groups)\n"
    )
    (folder / "whole.yaml").write_text(
        "interagency: 1\ncomplete: [groups, members]\nsectors: {health: {seats: {lead: [who]}}}"
    )
    assert run("check", "whole.yaml", *names).stdout.endswith(
        "\nclean: plan-sector-without-group\ncould not look, for lists not written whole "
        "(complete): empty-group (leads)\n"
    )


def test_a_document_without_bodies_has_nothing_to_check(folder: Path) -> None:
    (folder / "bare.yaml").write_text("interagency: 1")
    result = run("check", "bare.yaml", "--select", "lead-vacant")
    assert result.stdout == (
        "untitled, no date stated: 1 rule, no findings, 0 open questions; "
        "nothing to check: the document has no bodies\n"
    )


def test_what_is_found_without_bodies_is_no_nothing(folder: Path, installed: Install) -> None:
    installed("mine", giving(rules=[rule("mine", lambda _: [Finding("", "is odd")])]))
    (folder / "bare.yaml").write_text("interagency: 1")
    result = run("check", "bare.yaml", "--select", "mine")
    assert result.stdout.endswith(": 1 rule, 1 warning, 0 open questions\n")


def test_one_is_not_several(installed: Install) -> None:
    installed("mine", giving(rules=[rule("mine", asks)]))
    assert ": 1 rule, no findings, 1 open question\n" in (
        run("check", "clean.yaml", "--select", "mine").stdout
    )
