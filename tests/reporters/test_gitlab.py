"""Code quality of GitLab: an issue for each finding, with a fingerprint that stays."""

import json
from typing import Any

from tests.cli.runs import run


def issues(*paths: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("check", *paths, "--format", "gitlab").stdout)
    return found


def test_an_issue_has_what_gitlab_reads() -> None:
    vacant = next(each for each in issues("vacant.yaml") if each["check_name"] == "lead-vacant")
    assert vacant.pop("fingerprint")
    assert vacant == {
        "description": "Health has a vacant lead",
        "check_name": "lead-vacant",
        "severity": "major",
        "location": {"path": "vacant.yaml", "lines": {"begin": 5}},
    }


def test_fingerprints_stay_and_tell_documents_apart() -> None:
    once = [each["fingerprint"] for each in issues("vacant.yaml")]
    assert once == [each["fingerprint"] for each in issues("vacant.yaml")]
    both = [each["fingerprint"] for each in issues("vacant.yaml", "example:romania-2022")]
    assert len(set(both)) == len(both)


def test_a_document_that_cannot_be_loaded_blocks() -> None:
    assert {each["severity"] for each in issues("broken.yaml")} == {"blocker"}
