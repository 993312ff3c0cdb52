"""The report as SARIF 2.1.0: what the standard demands, and what viewers make of it.

The schema of the standard is too large to keep here; what is asserted is what it and its text say.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from interagency.checking import Citation, Finding, Severity
from interagency.reporters.sarif import _uri
from tests.cli.runs import VACANT, run
from tests.plugins.makers import breaks, flags_bodies, giving, rule

Install = Callable[[str, object], None]

ONE = ("--select", "lead-vacant", "--format", "sarif")


def sarif(*words: str) -> Any:
    """Return the one run of a report."""
    log = json.loads(run("check", *words).stdout)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (found,) = log["runs"]
    return found


def test_a_result_says_what_is_found_where() -> None:
    found = sarif("vacant.yaml", *ONE)
    (result,) = found["results"]
    fingerprint = result.pop("partialFingerprints")["interagency/v1"]
    assert len(fingerprint) == 16
    assert found["tool"]["driver"]["rules"][result.pop("ruleIndex")]["id"] == "lead-vacant"
    assert result == {
        "ruleId": "lead-vacant",
        "level": "error",
        "message": {"text": "Health has a vacant lead"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "vacant.yaml"},
                    "region": {"startLine": 5, "startColumn": 3},
                },
                "logicalLocations": [
                    {"name": "health", "fullyQualifiedName": "health", "kind": "object"}
                ],
            }
        ],
        "properties": {
            "subject": "health",
            "related": [],
            "evidence": ["seat health/lead/vacant"],
        },
        "suppressions": [],
    }


def test_every_rule_is_listed_also_those_that_did_not_run() -> None:
    driver = sarif("clean.yaml", *ONE)["tool"]["driver"]
    names = [line.split()[0] for line in run("rules").stdout.splitlines()]
    assert [each["id"] for each in driver["rules"]] == names
    assert (driver["name"], driver["version"][0].isdigit()) == ("interagency", True)
    for each in driver["rules"]:
        assert each["shortDescription"]["text"]
        assert each["fullDescription"]["text"]
        assert {*each["help"]} == {"text", "markdown"}


def test_a_rule_brings_its_help_and_what_it_weighs(folder: Path, installed: Install) -> None:
    sources = (Citation("A {book}", "https://example.org"), Citation("*Talk*", verified=False))
    mine = rule("mine", summary="Finds.", rationale="Why: <{x}>.", sources=sources)
    installed("mine", giving(rules=[mine]))
    (folder / "interagency.toml").write_text('severity = {mine = "info"}')
    rules = sarif("clean.yaml", "--select", "mine", "--format", "sarif")["tool"]["driver"]["rules"]
    assert next(each for each in rules if each["id"] == "mine") == {
        "id": "mine",
        "shortDescription": {"text": "Finds."},
        "fullDescription": {"text": "Why: <{{x}}>."},
        "help": {
            "text": (
                "Why: <{{x}}>.\n\nSources:\n\n- A {{book}} https://example.org\n"
                "- *Talk* (unverified)"
            ),
            "markdown": (
                "Why: \\<\\{{x\\}}\\>.\n\nSources:\n\n- A \\{{book\\}} <https://example.org>\n"
                "- \\*Talk\\* (unverified)"
            ),
        },
        "defaultConfiguration": {"level": "note"},
    }


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")],
)
def test_severities_have_levels(installed: Install, severity: Severity, level: str) -> None:
    installed("mine", giving(rules=[rule("mine", flags_bodies, severity)]))
    found = sarif("clean.yaml", "--select", "mine", "--format", "sarif")
    assert {each["level"] for each in found["results"]} == {level}


def test_a_waived_finding_is_suppressed_with_its_reason(folder: Path) -> None:
    run("check", "vacant.yaml", *ONE, "--write-waivers", "w.yaml")
    with (folder / "w.yaml").open("a") as file:
        file.write("    owner: WHO\n    expires: 2999\n")
    (result,) = sarif("vacant.yaml", *ONE, "--waivers", "w.yaml")["results"]
    (suppression,) = result["suppressions"]
    assert suppression.pop("justification").endswith(", not looked at yet")
    assert suppression == {
        "kind": "external",
        "status": "accepted",
        "properties": {"owner": "WHO", "expires": "2999"},
    }


def test_a_waiver_may_say_little() -> None:
    run("check", "vacant.yaml", *ONE, "--write-waivers", "w.yaml")
    (result,) = sarif("vacant.yaml", *ONE, "--waivers", "w.yaml")["results"]
    assert result["suppressions"][0]["properties"] == {}


def test_a_question_is_a_notification_and_no_result(folder: Path) -> None:
    (folder / "open.yaml").write_text(VACANT.replace("lead: vacant, co-lead: none", "lead: [who]"))
    found = sarif("open.yaml", "--format", "sarif")
    assert [each for each in found["results"] if "Who co-leads" in each["message"]["text"]] == []
    (invocation,) = found["invocations"]
    assert invocation["executionSuccessful"] is True
    (note,) = [
        each
        for each in invocation["toolExecutionNotifications"]
        if each["message"]["text"].startswith("unknown: Who co-leads Health, with")
    ]
    assert note["level"] == "note"
    assert note["locations"][0]["physicalLocation"]["region"]["startLine"] == 5


def test_a_crash_and_a_broken_document_are_no_success(installed: Install) -> None:
    installed("mine", giving(rules=[rule("mine", breaks)]))
    found = sarif("clean.yaml", "--select", "mine", "--format", "sarif")
    assert found["invocations"][0]["executionSuccessful"] is False
    (note,) = found["invocations"][0]["toolExecutionNotifications"]
    assert (note["level"], note["associatedRule"]["id"]) == ("error", "mine")
    region = found["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 1}

    broken = sarif("broken.yaml", "nowhere.yaml", "--format", "sarif")
    assert (broken["results"], broken["invocations"][0]["executionSuccessful"]) == ([], False)
    notes = broken["invocations"][0]["toolExecutionNotifications"]
    places = [note["locations"][0]["physicalLocation"] for note in notes]
    assert [place["region"]["startLine"] for place in places] == [2, 3, 1]
    assert places[2]["artifactLocation"] == {"uri": "nowhere.yaml"}


def test_braces_in_a_message_are_no_arguments(installed: Install) -> None:
    installed("mine", giving(rules=[rule("mine", lambda _: [Finding("", "odd {0}")])]))
    found = sarif("clean.yaml", "--select", "mine", "--format", "sarif")
    assert found["results"][0]["message"] == {"text": "odd {{0}}"}


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a/b.yaml", "a/b.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("example:r4v/index.yaml", "example%3Ar4v/index.yaml"),
        ("Réfugiés 1.yaml", "R%C3%A9fugi%C3%A9s%201.yaml"),
        ("/a/b.yaml", "file:///a/b.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
    ],
)
def test_a_place_is_a_uri(file: str, uri: str) -> None:
    assert _uri(file) == uri


def test_a_file_in_the_folder_has_a_relative_uri(folder: Path) -> None:
    assert _uri(str(folder / "a" / "b.yaml")) == "a/b.yaml"
