"""The report as JSON keeps to the schema that is published with it."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from interagency.cli import waivers
from tests.cli.runs import run
from tests.plugins.makers import breaks, flags_bodies, giving, rule

Install = Callable[[str, object], None]


def schema() -> Any:
    return json.loads(run("schema", "--report").stdout)


def test_the_schema_is_valid() -> None:
    Draft202012Validator.check_schema(schema())


def test_it_may_be_written_to_a_file(tmp_path: Any) -> None:
    assert run("schema", "--report", "-o", "report.json").output == ""
    assert json.loads((tmp_path / "report.json").read_text()) == schema()


@pytest.mark.parametrize("path", ["vacant.yaml", "clean.yaml", "example:r4v"])
@pytest.mark.parametrize("more", [(), ("--write-waivers", "w.yaml")])
def test_every_report_keeps_to_it(path: str, more: tuple[str, ...]) -> None:
    report = json.loads(run("check", path, "--format", "json", *more).stdout)
    Draft202012Validator(schema()).validate(report)


def test_it_names_every_key(installed: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waivers, "today", lambda: date(2025, 5, 1))
    installed("mine", giving(rules=[rule("mine", flags_bodies), rule("bad", breaks)]))
    options = ("--select", "mine", "--select", "bad", "--format", "json")
    result = run("check", "clean.yaml", *options, "--write-waivers", "w.yaml")
    report, parts = json.loads(result.stdout), schema()["$defs"]
    (document,) = report["documents"]
    assert {*document, "baseline"} == {*parts["document"]["properties"]}
    assert {*document["rules"]["bad"]} == {*parts["rule"]["properties"]}
    assert {*document["findings"][0]} == {*parts["finding"]["properties"]}
    assert {*document["waived"][0]} == {*parts["finding"]["properties"], "waiver"}
    assert document["waived"][0]["waiver"] == {
        "reason": "found on 2025-05-01, not looked at yet",
        "owner": None,
        "expires": None,
    }
    asked = json.loads(run("check", "example:r4v", "--format", "json").stdout)["documents"][0]
    assert {*asked["questions"][0]} == {*parts["question"]["properties"]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": 2, "documents": []},
        {"documents": []},
        {"version": 1, "documents": [{}]},
    ],
)
def test_what_is_no_report_is_refused(wrong: Any) -> None:
    assert not Draft202012Validator(schema()).is_valid(wrong)
