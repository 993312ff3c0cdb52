"""JSON Lines: one finding, question or problem a line."""

import json
from typing import Any

from tests.cli.runs import run


def lines(*arguments: str) -> list[dict[str, Any]]:
    done = run("check", *arguments, "--format", "jsonl")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_line_is_one_thing_with_its_document() -> None:
    found = lines("vacant.yaml", "example:romania-2022")
    kinds = [each["type"] for each in found]
    assert set(kinds) == {"finding", "question"}
    question = next(each for each in found if each["type"] == "question")
    assert question["line"]
    vacant = next(each for each in found if each.get("rule") == "lead-vacant")
    assert (vacant["path"], vacant["subject"], vacant["line"]) == ("vacant.yaml", "health", 5)


def test_what_is_waived_and_what_is_broken_stand_apart() -> None:
    run("check", "vacant.yaml", "--write-waivers", "w.yaml")
    found = lines("vacant.yaml", "broken.yaml", "--waivers", "w.yaml")
    waived = next(each for each in found if each["type"] == "waived")
    assert isinstance(waived["waiver"], dict)
    problems = [each for each in found if each["type"] == "problem"]
    assert problems
    assert all(each["path"] == "broken.yaml" for each in problems)
