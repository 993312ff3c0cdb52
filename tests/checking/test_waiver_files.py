"""Files of waivers: what is written is what is read, and every problem has its place."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from interagency.checking.waiver import Waiver
from interagency.checking.waiver_files import (
    parse_waivers,
    read_waivers,
    waiver_places,
    waivers_text,
)
from interagency.document import InvalidDocument
from interagency.model import Day


def waiver(rule: str = "a", subject: str = "x", **more: Any) -> Waiver:
    return Waiver(**{"rule": rule, "subject": subject, "reason": "because", **more})


X, Y = (waiver(subject=each, related=("r",), evidence=("e",)) for each in "xy")


class TestFile:
    def test_what_is_written_is_what_is_read(self) -> None:
        waivers = (
            waiver(subject="", reason="a: b # c\x1b " + "long " * 40, owner="no"),
            waiver("2022", "x", related=("a",), evidence=("b, c", "é\n\nf"), expires=Day("2022")),
        )
        assert parse_waivers(waivers_text(waivers)) == waivers
        assert parse_waivers(waivers_text([]).encode()) == ()

    def test_each_field_has_a_line(self) -> None:
        text = "interagency_waivers: 1\nwaivers:\n  - rule: a\n    subject: x\n    related: [r]\n"
        text += "    evidence: [e]\n    reason: because\n    owner: who\n    expires: 2024-12\n"
        assert waivers_text([evolve(X, expires=Day.of("2024-12"), owner="who")]) == text

    def test_it_is_read_from_a_file_with_the_places_of_its_waivers(self, tmp_path: Path) -> None:
        path = tmp_path / "waivers.yaml"
        path.write_text(waivers_text([X, Y]))
        assert read_waivers(path) == (X, Y)
        assert waiver_places(path.read_bytes(), 3) == [(3, 5), (8, 5), (2, 1)]

    def test_one_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(InvalidDocument, match="there is no such file"):
            read_waivers(tmp_path / "waivers.yaml")

    @pytest.mark.parametrize(
        ("entry", "told"),
        [
            ("3", ["3:3: waivers[0]: a mapping is expected here"]),
            ("{rule: a, subject: b}", ["3:3: waivers[0]: the field 'reason' is missing"]),
            ("{rule: a, subject: b, reason: c, rules: d}", ["3:43: waivers[0].rules: there is no"]),
            ("{rule: '', subject: b, reason: c}", ["3:10: waivers[0].rule: text is expected"]),
            ("{rule: a, subject: b, reason: ' '}", ["3:33: waivers[0].reason: text is expected"]),
            ("{rule: a, subject: b, reason: [c]}", ["3:25: waivers[0].reason: text is expected"]),
            ("{rule: a, subject: , reason: c}", ["3:22: waivers[0].subject: nothing is written"]),
            (
                "{rule: a, subject: b, reason: c, expires: soon, related: x, evidence: [[]]}",
                [
                    "3:45: waivers[0].expires: 'soon' is not a date",
                    "3:60: waivers[0].related: a list is expected here",
                    "3:74: waivers[0].evidence[0]: text is expected here",
                ],
            ),
            ("{rule: a, subject: b, reason: c, owner: }", ["3:43: waivers[0].owner: nothing is"]),
            ("{rule: a, rule: b, subject: b, reason: c}", ["3:13: waivers[0].rule: the key"]),
        ],
    )
    def test_every_problem_is_told_with_its_place(self, entry: str, told: list[str]) -> None:
        with pytest.raises(InvalidDocument) as caught:
            parse_waivers(f"interagency_waivers: 1\nwaivers:\n- {entry}\n", file="w.yaml")
        found = [str(each).removeprefix("w.yaml:") for each in caught.value.problems]
        assert len(found) == len(told), found
        assert all(line.startswith(words) for line, words in zip(found, told, strict=True)), found

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("interagency_waivers: 2\nwaivers: []", "this release knows version 1 of waivers only"),
            ("interagency_waivers: true\nwaivers: []", "this release knows version 1"),
            ("interagency_waivers: 1\nwaivers: {}", "waivers: a list is expected here"),
            ("waivers: []", "the field 'interagency_waivers' is missing"),
            ("interagency_waivers: 1", "the field 'waivers' is missing"),
            ("[]", "a mapping is expected here"),
            ("{", "w.yaml:2:1: is not YAML"),
            ("", "w.yaml:1:1: is empty: a file of waivers begins with `interagency_waivers: 1`"),
            ("interagency: 1", "w.yaml:1:14: interagency: there is no field 'interagency' here"),
            ("interagency_waivers: 1\nwaivers: [{rule: \xa0\x00}]", "holds a NUL byte"),
        ],
    )
    def test_what_is_no_file_of_waivers_is_refused(self, text: str, told: str) -> None:
        with pytest.raises(InvalidDocument, match=r"^w\.yaml") as caught:
            parse_waivers(text, file="w.yaml")
        assert told in str(caught.value)

    def test_a_finding_is_waived_once(self) -> None:
        twice = waivers_text([X, Y, waiver(related=("r",), evidence=("e",), reason="another")])
        with pytest.raises(InvalidDocument, match=r"waivers\[2\]: this finding is waived twice"):
            parse_waivers(twice)
