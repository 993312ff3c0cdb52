"""The reset, scenario by scenario, as a coordinator would say it."""

import pytest

import interagency as ia
from interagency.change import compare
from tests.change.resets import RESPONSE, changed, told

SCENARIOS = {
    "two clusters merge into a new one": (
        "changes: [{merge: {groups: [shelter, cccm], "
        "into: {sectors: {shelter-cccm: {name: Shelter and CCCM Cluster}}}}}]\n",
        [
            "Shelter Cluster and CCCM Cluster merged into Shelter and CCCM Cluster since 1 January "
            "2026: lead UNHCR and IOM; three other seats carried over",
        ],
    ),
    "two clusters merge under one lead": (
        "changes: [{merge: {groups: [shelter, cccm], into: {sectors: {shelter-cccm: "
        "{name: Shelter and CCCM Cluster, seats: {lead: [unhcr]}}}}}}]\n",
        [
            "Shelter Cluster and CCCM Cluster merged into Shelter and CCCM Cluster since 1 January "
            "2026: lead UNHCR; four other seats carried over",
            "IOM was lead of CCCM Cluster and is member of Shelter and CCCM Cluster",
        ],
    ),
    "the areas of responsibility are folded into protection": (
        "changes: [{merge: {groups: [cp, gbv], into: protection}}]\n",
        [
            "Child Protection AoR and GBV AoR merged into Protection Cluster since 1 January 2026: "
            "three other seats carried over; covers adds PRO-CPN and PRO-GBV",
            "UNICEF was lead of Child Protection AoR and is member of Protection Cluster",
            "UNFPA was lead of GBV AoR and is member of Protection Cluster",
        ],
    ),
    "a cluster is split": (
        "changes: [{split: {group: health, into: {sectors: {"
        "care: {name: Health Care Cluster, seats: {lead: [who]}}, "
        "epidemics: {name: Epidemics Cluster, seats: {lead: [moh]}}}}}}]\n",
        [
            "Health Cluster split into Health Care Cluster and Epidemics Cluster since 1 January "
            "2026: Health Care Cluster with lead WHO; Epidemics Cluster with lead Ministry of "
            "Health; Local Relief has no seat in it",
            "Local Relief loses one seat: member of Health Cluster",
            "Ministry of Health gains one seat: lead of Epidemics Cluster",
        ],
    ),
    "a cluster is deactivated": (
        "changes: [close: nutrition]\n",
        [
            "Nutrition Cluster: closed, last day 31 December 2025",
            "UNICEF loses one seat: lead of Nutrition Cluster",
        ],
    ),
    "a cluster closes with what lies in it": (
        "changes: [close: protection]\n",
        [
            "Protection Cluster: closed, last day 31 December 2025",
            "Child Protection AoR: closed, last day 31 December 2025",
            "GBV AoR: closed, last day 31 December 2025",
            "UNHCR loses one seat: lead of Protection Cluster",
            "NRC loses one seat: co-lead of Protection Cluster",
            "UNICEF loses one seat: lead of Child Protection AoR",
            "Local Relief loses one seat: member of Child Protection AoR",
            "UNFPA loses one seat: lead of GBV AoR; it has no seat left",
        ],
    ),
    "a cluster is handed over to a ministry": (
        "changes: [{hand-over: {group: health, to: moh}}]\n",
        [
            "Health Cluster: lead Ministry of Health since 1 January 2026, handed over from WHO",
            "WHO loses one seat: lead of Health Cluster; it has no seat left",
            "Ministry of Health gains one seat: lead of Health Cluster",
        ],
    ),
    "an NGO leaves": (
        "changes: [leave: acted]\n",
        [
            "CCCM Cluster: one member left after 31 December 2025 (ACTED)",
            "Cash Working Group: ACTED no longer co-lead after 31 December 2025",
            "ACTED loses two seats: member of CCCM Cluster and co-lead of Cash Working Group; "
            "it has no seat left",
        ],
    ),
    "the only lead leaves": (
        "changes: [{leave: {who: unfpa, groups: gbv}}]\n",
        [
            "GBV AoR: lead UNFPA, vacant since 1 January 2026",
            "UNFPA loses one seat: lead of GBV AoR; it has no seat left",
            "GBV AoR has no lead left",
        ],
    ),
    "a local organization co-leads": (
        "changes: [{join: {who: relief, groups: [cash, protection], term: co-lead}}]\n",
        [
            "Protection Cluster: co-lead Local Relief since 1 January 2026",
            "Cash Working Group: co-lead Local Relief since 1 January 2026",
            "Local Relief gains two seats: co-lead of Protection Cluster and co-lead of Cash "
            "Working Group",
        ],
    ),
    "a working group moves": (
        "changes: [{move: {groups: cash, within: hct}}]\n",
        [
            "Cash Working Group: now within Humanitarian Country Team, was within Inter-Cluster "
            "Coordination Group; reports to Humanitarian Country Team since 1 January 2026, before "
            "Inter-Cluster Coordination Group",
        ],
    ),
    "a cluster is renamed": (
        "changes: [{rename: {id: cccm, to: camps, name: Camp Cluster}}]\n",
        ["Camp Cluster: new id camps, was cccm; new name, was CCCM Cluster"],
    ),
    "a plan ends": (
        "changes: [end-plan: hnrp]\n",
        ["HNRP 2025: ended, last day 31 December 2025; status: active → ended"],
    ),
    "two colleagues edit the same group": (
        "changes:\n- {hand-over: {group: health, to: moh}}\n- {join: {who: nrc, groups: health}}\n",
        [
            "Health Cluster: lead Ministry of Health since 1 January 2026, handed over from WHO; "
            "one member joined since 1 January 2026 (NRC)",
            "WHO loses one seat: lead of Health Cluster; it has no seat left",
            "Ministry of Health gains one seat: lead of Health Cluster",
            "NRC gains one seat: member of Health Cluster",
        ],
    ),
    "a working group opens": (
        "changes: [{open: {working_groups: {aap: {name: AAP Working Group, within: iccg, "
        "reports_to: [iccg], seats: {co-lead: [unicef, relief]}}}}}]\n",
        [
            "AAP Working Group: opened since 1 January 2026 within Inter-Cluster Coordination "
            "Group: co-lead UNICEF and Local Relief; reports to Inter-Cluster Coordination Group",
            "UNICEF gains one seat: co-lead of AAP Working Group",
            "Local Relief gains one seat: co-lead of AAP Working Group",
        ],
    ),
}


@pytest.mark.parametrize("name", [*SCENARIOS])
def test_a_change_is_told_as_a_coordinator_would_say_it(name: str) -> None:
    changes, said = SCENARIOS[name]
    assert told(changes) == said


@pytest.mark.parametrize("name", [*SCENARIOS])
def test_the_other_way_round_leads_back(name: str) -> None:
    before, after = ia.loads(RESPONSE), changed(SCENARIOS[name][0])
    assert ia.change.apply(after, ia.change.changes_between(after, before)) == before
    assert not compare(before, ia.loads(ia.dumps(before)))


def test_a_line_upward_that_ends_is_told_for_those_who_go_on() -> None:
    document = RESPONSE.replace("within: iccg, covers: [cash]", "covers: [cash]")
    said = told("changes: [{close: iccg}]\n", document)
    assert said[-1] == (
        "Cash Working Group has no one left to report to; it was Inter-Cluster Coordination Group"
    )
