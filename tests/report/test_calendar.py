"""What is due in words, and as an iCalendar file."""

import builtins
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.document import loads
from interagency.errors import MissingExtra
from interagency.model import Architecture, Product
from interagency.model.due import Due
from interagency.report.calendar import details_of, icalendar, title_of
from interagency.snapshot import Issue, Snapshot, issues

DAY = date(2022, 3, 31)
TEXT = """interagency: 2
posts: {officer: {title: Officer}}
forums: {rcf: {name: RCF, meets_on: [every Monday]}}
products:
  p:
    {name: "Sitrep, weekly", due: [every Thursday], cleared_by: [officer], contributors: [rcf],
     note: late}
  q: {name: List, frequency: weekly}
"""


def made(text: str = TEXT) -> tuple[Snapshot, tuple[Issue, ...]]:
    snapshot = Snapshot.of(loads(text), DAY)
    return snapshot, issues(snapshot, DAY, 4)


def unfolded(data: bytes) -> list[str]:
    text = data.decode()
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_an_issue_with_a_day_is_a_whole_day_and_one_without_is_left_out() -> None:
    snapshot, found = made()
    assert [each.day for each in found] == [date(2022, 3, 24), DAY, date(2022, 4, 4), None]
    lines = unfolded(icalendar(snapshot, found[1:], DAY))
    assert sorted(lines[3:-1]) == sorted(
        [
            "BEGIN:VEVENT",
            "SUMMARY:Sitrep\\, weekly (every Thursday)",
            "DTSTART;VALUE=DATE:20220331",
            "DTEND;VALUE=DATE:20220401",
            "DTSTAMP:20220331T000000Z",
            "UID:p-20220331@interagency",
            "DESCRIPTION:no input recorded from: RCF\\nno clearance recorded by: Officer\\n"
            "asks for it: ? (no post is recorded with this duty)\\nnote: late",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "SUMMARY:meeting of RCF (every Monday)",
            "DTSTART;VALUE=DATE:20220404",
            "DTEND;VALUE=DATE:20220405",
            "DTSTAMP:20220331T000000Z",
            "UID:rcf-20220404@interagency",
            "END:VEVENT",
        ]
    )


def test_the_same_issues_give_the_same_bytes() -> None:
    assert icalendar(*made(), DAY) == icalendar(*made(), DAY)


def test_an_issue_in_words_says_what_no_one_recorded() -> None:
    snapshot, (*_, list_) = made()
    assert title_of(snapshot, list_) == "List (weekly)"
    assert [*details_of(snapshot, list_)][:2] == [
        "no input recorded from: ? (others owe input, and no one recorded who)",
        "no clearance recorded by: ? (no one recorded who clears it)",
    ]


def test_an_event_has_organizers_and_participants_and_no_input() -> None:
    text = """interagency: 2
forums: {rcf: {name: RCF}}
products:
  a: {name: A, kind: event, due: [2022-03-31], by: [rcf], participants: [rcf, unknown]}
  b: {name: B, kind: training, due: [2022-03-31], participants: [none]}
"""
    snapshot, (one, other) = made(text)
    asks = "asks for it: ? (no post is recorded with this duty)"
    who = "? (no one recorded who)"
    assert [*details_of(snapshot, one)] == [
        "organized by: RCF",
        "takes part: RCF, ? (no one recorded who else)",
        asks,
    ]
    assert [*details_of(snapshot, other)] == [f"organized by: {who}", "takes part: no one", asks]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_no_line_is_too_wide_and_no_name_breaks_out(name: str) -> None:
    product = Product(id="p", name=name, due=(Due("2022-03-31"),))
    snapshot = Snapshot.of(Architecture(products=(product,)), DAY)
    data = icalendar(snapshot, issues(snapshot, DAY, 0), DAY)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert [line for line in unfolded(data) if line.startswith("BEGIN:")] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
    ]


def test_without_the_library_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name == "icalendar":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtra, match=r"pip install 'interagency\[calendar\]'"):
        icalendar(*made(), DAY)
