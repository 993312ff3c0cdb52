"""Answers to the yearly mapping: what is recorded, in part or not at all, and nothing invented."""

import csv
from io import StringIO

import pytest

from interagency.document import loads
from interagency.report.mapping import HEADS, to_mapping
from interagency.report.tables import FORMS

TEXT = """
interagency: 2
title: Response
as_of: 2024-06-30
level: national
organizations:
  gov: {name: Government, kind: government}
  mystery: {name: Mystery}
posts: {hcc: {title: Health Cluster Coordinator, organization: who, capacity: dedicated}}
forums:
  hct:
    name: Humanitarian Country Team
    kind: hct
    meets: monthly
    complete: [leads, members]
    seats: {chair: [unhcr], member: [gov, mystery, {kind: donor, count: 3}]}
  iccg: {name: ICCG, kind: inter-cluster, meets: unknown}
  donors: {name: Donor group, kind: donor-group}
sectors:
  health:
    name: Health Cluster
    covers: [HEA]
    since: 2014-03
    seats: {lead: [{holder: who, post: hcc}], co-lead: vacant}
  wash: {name: WASH Cluster, covers: [WSH], complete: [leads, members], seats: {lead: none}}
  health-east: {name: Health East, covers: [HEA], level: sub-national, areas: [COD/Ituri]}
working_groups:
  cash: {name: Cash Working Group, covers: [cash]}
"""


def rows(text: str = TEXT) -> dict[tuple[str, str], tuple[str, str]]:
    made = to_mapping(loads(text))
    assert isinstance(made, str)
    found = [*csv.DictReader(StringIO(made.removeprefix("\ufeff")))]
    assert tuple(found[0]) == HEADS
    return {(row["About"], row["Question"]): (row["Answer"], row["State"]) for row in found}


SIZE = "How many members does it have, by kind?"
HUBS = "Where does it meet below the capital?"


@pytest.mark.parametrize(
    ("about", "question", "answer", "state"),
    [
        ("Humanitarian Country Team", "Who leads it?", "chair: UNHCR", "recorded"),
        (
            "Humanitarian Country Team",
            SIZE,
            "6 (1 United Nations, 1 Government, 1 of unknown kind, 3 Donor)",
            "recorded",
        ),
        ("Humanitarian Country Team", "How often does it meet?", "monthly", "recorded"),
        ("ICCG", "How often does it meet?", "", "not recorded"),
        ("ICCG", "Who leads it?", "", "not recorded"),
        ("ICCG", SIZE, "", "not recorded"),
        (
            "Health Cluster",
            "Who leads it?",
            "lead: WHO (Health Cluster Coordinator); co-lead: VACANT",
            "recorded",
        ),
        ("Health Cluster", SIZE, "1 (1 United Nations)", "recorded in part"),
        (
            "Health Cluster",
            "What capacity has its coordinator?",
            "dedicated (Health Cluster Coordinator)",
            "recorded",
        ),
        ("Health Cluster", "Since when is it active?", "2014-03", "recorded"),
        ("Health Cluster", HUBS, "1: COD/Ituri", "recorded in part"),
        ("WASH Cluster", SIZE, "0", "recorded"),
        ("WASH Cluster", HUBS, "", "not recorded"),
        ("Cash", "Which groups work on it?", "Cash Working Group", "recorded"),
        ("Information management", "Which groups work on it?", "", "not recorded"),
    ],
)
def test_an_answer_says_how_much_of_it_is_recorded(
    about: str, question: str, answer: str, state: str
) -> None:
    found = rows()
    names = {name.casefold(): name for name, _ in found}
    name = next(name for key, name in names.items() if key.startswith(about.casefold()))
    got, got_state = found[name, question]
    assert (got.casefold(), got_state) == (answer.casefold(), state)


def test_where_all_groups_are_written_there_is_no_other() -> None:
    found = rows(TEXT.replace("level: national\n", "level: national\ncomplete: [groups]\n", 1))
    assert found["WASH Cluster", HUBS] == ("0", "recorded")
    assert ("no group", "recorded") in found.values()


def test_other_forums_and_those_below_the_capital_are_not_asked_about() -> None:
    about = {name for name, _ in rows()}
    assert not about & {"Donor group", "Health East"}


def test_leadership_that_is_none_by_design_is_an_answer() -> None:
    text = TEXT.replace("seats: {lead: none}", "seats: {lead: none, co-lead: none}")
    assert rows(text)["WASH Cluster", "Who leads it?"][1] == "recorded"


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written_alike_each_time(form: str) -> None:
    assert to_mapping(loads(TEXT), form=form) == to_mapping(loads(TEXT), form=form)
