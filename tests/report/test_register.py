"""The register: every seat, its mailbox, the age of its source, and its holes."""

import csv
from io import StringIO

from interagency.document import loads
from interagency.exchange import without_contacts
from interagency.report.register import HEADS, to_register

TEXT = """
interagency: 1
title: Response
as_of: 2024-06-30
level: national
areas: [ROU, unknown]
sources: {new: {published: 2024-06-20}, old: {published: 2022}, undated: {title: Memory}}
default_sources: [new]
organizations: {gov: {name: Government}}
offices: {co: {organization: unhcr, contact: office@example.org}}
posts:
  chief: {title: Chief, organization: unhcr, contact: chief@example.org}
  other: {title: Other}
forums:
  rcf:
    name: RCF
    contact: rcf@example.org
    seats:
      chair: [{holder: gov, since: 2023-01}, {holder: unhcr, post: chief, certainty: inferred}]
      observer: [{kind: donor, count: 2}]
sectors:
  health:
    seats: {lead: vacant, co-lead: none, member: [rcf, other, {holder: who, sources: [old]}]}
  wash: {seats: {lead: [unicef, unknown], member: [{holder: iom, sources: [undated]}]}}
"""


def rows(*, contacts: bool = True, leads: bool = False) -> list[dict[str, str]]:
    whole = loads(TEXT)
    shared = whole if contacts else without_contacts(whole)
    text = to_register(shared, leads=leads)
    assert isinstance(text, str)
    found = [*csv.DictReader(StringIO(text.removeprefix("\ufeff")))]
    assert tuple(found[0]) == HEADS
    return found


def test_a_row_says_who_through_which_post_and_where_to_write() -> None:
    chair, chief, observer, hole, *_ = rows()
    assert ",".join(chair.values()) == (
        "RCF,national,ROU; ?,chair,Government,,rcf@example.org,2023-01,10,"
    )
    assert (chief["Organization"], chief["Post"]) == ("UNHCR (inferred)", "Chief")
    assert chief["Role mailbox"] == "chief@example.org"
    assert observer["Organization"] == "2 × a donor"
    assert observer["Hole"] == "holder not recorded"
    assert hole["Group"] != "RCF" or hole["Hole"]


def test_holes_are_marked_in_words() -> None:
    found = {(row["Group"], row["Seat"], row["Organization"]): row for row in rows()}
    assert found["health", "lead", "VACANT"]["Hole"] == "VACANT"
    assert found["health", "co-lead", "none by design"]["Hole"] == ""
    old = found["health", "member", "WHO"]
    assert old["Hole"] == "no mailbox recorded; source older than a year"
    assert old["Age of the source in days"] == "547"
    undated = found["wash", "member", "IOM"]
    assert undated["Age of the source in days"] == "?"
    assert undated["Hole"].endswith("source without a date")
    assert found["wash", "lead", "?"]["Hole"].startswith("holder not recorded")
    assert found["wash", "", ""]["Hole"] == "leadership not known in full"
    assert found["health", "member", ""]["Role mailbox"] in ("rcf@example.org", "")


def test_where_contacts_are_left_out_none_is_a_hole() -> None:
    assert not [row for row in rows(contacts=False) if "mailbox" in row["Hole"]]
    assert not [row for row in rows(contacts=False) if row["Role mailbox"]]


def test_only_leads_are_listed_when_asked_for() -> None:
    assert {row["Seat"] for row in rows(leads=True)} == {"chair", "lead", "co-lead", ""}


def test_other_forms_and_languages_have_the_same_rows() -> None:
    markdown = to_register(loads(TEXT), form="md", lang="fr")
    assert isinstance(markdown, str)
    assert "| Groupe | Niveau | Zone |" in markdown
    assert len(markdown.splitlines()) == len(rows()) + 6


def test_without_a_day_no_age_is_known() -> None:
    text = to_register(loads(TEXT.replace("as_of: 2024-06-30\n", "")))
    assert isinstance(text, str)
    assert {row["Age of the source in days"] for row in csv.DictReader(StringIO(text))} <= {"?", ""}
