"""The report as JUnit XML: a suite for each document, a case for each rule."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from interagency.checking import Finding, Question, Severity
from tests.cli.runs import run
from tests.plugins.makers import breaks, flags_bodies, giving, rule

Install = Callable[[str, object], None]

COUNTS = ("tests", "failures", "errors", "skipped")


def junit(*words: str) -> ET.Element:
    result = run("check", *words, "--format", "junit")
    assert result.stdout.startswith("<?xml version='1.0' encoding='us-ascii'?>\n<testsuites ")
    assert result.stdout.isascii()
    return ET.fromstring(result.stdout)


def only(root: ET.Element, path: str) -> ET.Element:
    (found,) = root.findall(path)
    return found


def counts(element: ET.Element) -> list[str | None]:
    return [element.get(each) for each in COUNTS]


def test_a_document_is_a_suite_and_a_rule_a_case() -> None:
    root = junit("vacant.yaml", "clean.yaml", "--select", "lead-vacant", "--select", "empty-group")
    assert [suite.get("name") for suite in root] == ["vacant.yaml", "clean.yaml"]
    assert [case.attrib for case in root[0]] == [
        {"classname": "vacant.yaml", "name": "empty-group"},
        {"classname": "vacant.yaml", "name": "lead-vacant"},
    ]
    assert [counts(each) for each in (root, *root)] == [
        [*"4102"],
        [*"2101"],
        [*"2001"],
    ]
    assert [each.get("message") for each in root.iter("skipped")] == [
        "could not look, for lists not written whole: leads, members"
    ] * 2
    failure = only(root, ".//failure")
    assert failure.attrib == {"message": "1 finding", "type": "error"}
    assert failure.text == "vacant.yaml:5:3: Health has a vacant lead"


@pytest.mark.parametrize("severity", Severity)
def test_info_is_no_failure(installed: Install, severity: Severity) -> None:
    installed("mine", giving(rules=[rule("mine", flags_bodies, severity)]))
    case = only(junit("clean.yaml", "--select", "mine"), ".//testcase")
    lines = ["clean.yaml:10:3: RCF is here", "clean.yaml:5:3: Health is here"]
    (child,) = case
    expected = [f"info: {line}" for line in lines] if severity is Severity.INFO else lines
    assert sorted((child.text or "").splitlines()) == sorted(expected)
    assert child.tag == ("system-out" if severity is Severity.INFO else "failure")
    assert child.get("message") == (None if severity is Severity.INFO else "2 findings")


def test_what_is_undecided_is_skipped(installed: Install) -> None:
    asked = Question("health", "leads", "Who leads?", "lead: [...]")
    installed("mine", giving(rules=[rule("mine", lambda _: [asked])]))
    root = junit("clean.yaml", "--select", "mine")
    assert counts(root) == [*"1001"]
    assert only(root, ".//skipped").get("message") == "1 open question"
    told = only(root, ".//system-out").text
    assert told == "unknown: clean.yaml:5:3: Who leads? lead: [...]"


def test_a_rule_that_breaks_down_is_an_error(installed: Install) -> None:
    installed("mine", giving(rules=[rule("mine", breaks, Severity.INFO)]))
    root = junit("clean.yaml", "--select", "mine")
    assert counts(root) == [*"1010"]
    error = only(root, ".//error")
    assert error.attrib == {
        "message": "ZeroDivisionError: the rule of a plugin",
        "type": "crash",
    }
    assert root.findall(".//system-out") == []


def test_what_is_waived_is_no_failure() -> None:
    run("check", "vacant.yaml", "--select", "lead-vacant", "--write-waivers", "w.yaml")
    root = junit("vacant.yaml", "--select", "lead-vacant", "--waivers", "w.yaml")
    assert counts(root) == [*"3000"]
    told = only(root, ".//system-out").text or ""
    assert told.startswith("waived: vacant.yaml:5:3: Health has a vacant lead (found on 20")


def test_a_broken_document_is_an_error() -> None:
    root = junit("broken.yaml", "nowhere.yaml", "clean.yaml", "--select", "lead-vacant")
    assert [suite.get("name") for suite in root] == ["clean.yaml", "broken.yaml", "nowhere.yaml"]
    error = only(root[1], ".//error")
    assert error.attrib == {"message": "nothing was loaded", "type": "invalid"}
    assert (error.text or "").count("\n") == 1
    assert counts(root) == [*"3020"]


def test_characters_that_xml_does_not_take_are_escaped(folder: Path, installed: Install) -> None:
    odd = rule("mine", lambda _: [Finding("", 'a\x00\x1b\ufffe<&"é]]>\nb')])
    installed("mine", giving(rules=[odd]))
    root = junit("clean.yaml", "--select", "mine")
    assert only(root, ".//failure").text == ('clean.yaml: a\\x00\\x1b\\ufffe<&"é]]>\\nb')
