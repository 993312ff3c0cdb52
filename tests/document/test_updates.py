"""Updates of files: an architecture that has changed goes back to where it was read from."""

import difflib
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interagency.document import ImpossibleEdit, load, loads
from interagency.document.edits import plain_value, with_value
from interagency.document.updates import alike, plan_update, update_file, updated
from interagency.document.writer import plain_of
from interagency.model import Link, Seat
from interagency.testing.strategies import architectures
from tests.document.commented import Untidy

TEXT = """\
interagency: 2
organizations:
  moh: {name: Ministry of Health}
  irc: {name: Rescue}
sectors:
  health:
    name: Health
    seats:
      lead: [{holder: who}]  # the long form
      member: [{holder: moh}, irc]
  wash: {name: WASH, reports_to: [health]}
links:
  - {kind: supports, from: [health, wash], to: [wash]}  # both
  - {kind: supports, from: unhcr, to: wash}
"""


def after(tmp_path: Path, **fields: Any) -> list[str]:
    """Return the lines that go and come when fields of the architecture change."""
    path = tmp_path / "a.yaml"
    path.write_text(TEXT)
    wanted = attrs.evolve(load(path), **fields)
    update_file(path, wanted)
    lines = difflib.unified_diff(TEXT.splitlines(), path.read_text().splitlines(), n=0, lineterm="")
    return [line for line in [*lines][2:] if not line.startswith("@@")]


def test_an_entry_keeps_its_own_way_of_writing(tmp_path: Path) -> None:
    seats = [each for each in loads(TEXT).seats if each.holder != "irc"]
    seats.append(Seat(body="health", term="member", holder="unhcr"))
    assert after(tmp_path, seats=tuple(seats)) == [
        "-      member: [{holder: moh}, irc]",
        "+      member: [{holder: moh}, unhcr]",
    ]


def test_links_change_where_they_are_written(tmp_path: Path) -> None:
    links = [
        Link(kind="reports_to", from_="wash", to="unhcr"),
        Link(kind="supports", from_="health", to="wash"),
        Link(kind="coordinates_with", from_="health", to="wash"),
        Link(kind="supports", from_="unhcr", to="health"),
    ]
    assert after(tmp_path, links=tuple(links)) == [
        "-  wash: {name: WASH, reports_to: [health]}",
        "+    coordinates_with: [wash]",
        "+  wash: {name: WASH, reports_to: [unhcr]}",
        "-  - {kind: supports, from: [health, wash], to: [wash]}  # both",
        "-  - {kind: supports, from: unhcr, to: wash}",
        "+  - {kind: supports, from: [health], to: [wash]}  # both",
        "+  - {kind: supports, from: unhcr, to: health}",
    ]


def test_a_list_of_links_that_is_empty_goes(tmp_path: Path) -> None:
    assert after(tmp_path, links=()) == [
        "-  wash: {name: WASH, reports_to: [health]}",
        "-links:",
        "-  - {kind: supports, from: [health, wash], to: [wash]}  # both",
        "-  - {kind: supports, from: unhcr, to: wash}",
        "+  wash: {name: WASH}",
    ]


@given(architectures(), architectures(), st.integers(0, 10**6))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_document_can_be_brought_to_any_architecture(one: Any, other: Any, seed: int) -> None:
    text = Untidy(seed).text(plain_of(one))
    edited = with_value(text, updated(plain_value(text, "yaml"), one, other), "yaml")
    assert alike(loads(edited, format="yaml"), other)


def test_an_answer_in_its_short_form_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT + "answers: {RCM-01: yes}\n")
    update_file(path, attrs.evolve(load(path), title="x"))
    assert path.read_text().endswith("answers: {RCM-01: yes}\n")


def test_a_plan_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT)
    titled = attrs.evolve(load(path), title="x")
    assert plan_update(path, titled).architecture == titled
    assert path.read_text() == TEXT


def test_a_file_that_would_describe_something_else_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT)
    # As if it had been edited wrongly: no way to do so is known.
    monkeypatch.setattr("interagency.document.updates.updated", lambda value, *_: value)
    with pytest.raises(ImpossibleEdit, match=r"a\.yaml cannot be changed piece by piece"):
        update_file(path, attrs.evolve(load(path), title="x"))
    assert path.read_text() == TEXT


def test_a_line_of_a_well_known_organization_is_part_of_what_is_alike() -> None:
    head = "interagency: 2\norganizations: {own: {reports_to: [ocha, unhcr]}}\n"
    apart = loads(head + "links: [{kind: reports_to, from: ocha, to: unhcr}]")
    assert alike(apart, loads(head + "links: [{from: ocha, to: unhcr, kind: reports_to}]"))
    assert not alike(apart, loads(head))
