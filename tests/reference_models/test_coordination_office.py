"""The model of what an office for inter-agency coordination owes, and how old a contact list is."""

import pytest

from interagency.document import loads
from interagency.plugins.loading import load_plugins
from interagency.plugins.running import conform
from interagency.reference_models.contact_lists import contact_list_current
from interagency.snapshot import Snapshot, Verdict

PLUGINS = load_plugins(entry_points=False)
WHOLE = """
interagency: 2
as_of: 2022-04-30
level: regional
complete: [posts, products, decisions, agreements]
offices: {bureau: {kind: regional-bureau, organization: unhcr}}
forums: {rcf: {name: RCF}}
posts:
  officer:
    title: Officer
    duties: [architecture-review, sitrep, weekly-report, plan-monitoring, funding-tracking, rest,
             preparedness]
    escalates_to: [bureau]
products:
  review: {kind: architecture-review}
  sitrep: {kind: sitrep, contributors: [rcf], cleared_by: [officer]}
  list: {kind: contact-list, done: [2022-04-15]}
  briefing: {kind: donor-briefing, audience: [donors, authorities]}
  training: {kind: training}
  consultations: {kind: event, frequency: annual}
decisions: {next: {status: taken, changes: [rcf]}}
agreements: {mou: {parties: [unhcr, iom]}}
"""


def outcomes(text: str) -> dict[str, str]:
    found = conform(loads(text), models=["coordination-office-2023"], plugins=PLUGINS)
    return {each.clause.id: each.outcome.value for each in found.models[0].clauses}


def test_an_office_with_everything_meets_everything() -> None:
    found = outcomes(WHOLE)
    assert len(found) == 13
    assert set(found.values()) == {"met"}


def test_a_document_that_says_nothing_has_no_gap() -> None:
    assert set(outcomes("interagency: 2\n").values()) <= {"unknown", "not applicable"}


@pytest.mark.parametrize(
    ("before", "after", "clause"),
    [
        ("architecture-review, sitrep", "sitrep", "OFF-01"),
        ("status: taken", "status: open", "OFF-02"),
        ("weekly-report, ", "", "OFF-03"),
        ("cleared_by: [officer]", "cleared_by: [none]", "OFF-04"),
        ("2022-04-15", "2022-02-15", "OFF-05"),
        ("plan-monitoring, ", "", "OFF-06"),
        ("funding-tracking, ", "", "OFF-07"),
        (",\n             preparedness", "", "OFF-09"),
        ("kind: training", "kind: map", "OFF-11"),
        ("frequency: annual", "frequency: once", "OFF-12"),
    ],
)
def test_what_is_not_there_is_a_gap(before: str, after: str, clause: str) -> None:
    assert before in WHOLE
    gaps = {
        id for id, outcome in outcomes(WHOLE.replace(before, after)).items() if outcome == "gap"
    }
    assert gaps == {clause}


@pytest.mark.parametrize(
    ("products", "verdict"),
    [
        ("{list: {kind: contact-list, done: [2022-04-01]}}", Verdict.MET),
        ("{list: {kind: contact-list, done: [2022-02-01], frequency: quarterly}}", Verdict.MET),
        ("{list: {kind: contact-list, done: [2022-04-01], frequency: weekly}}", Verdict.UNKNOWN),
        ("{list: {kind: contact-list, done: [2022-05-01]}}", Verdict.UNKNOWN),
        ("{list: {kind: contact-list, done: [2022-04-01], certainty: disputed}}", Verdict.UNKNOWN),
        ("{map: {kind: map, done: [2022-04-01]}}", Verdict.UNKNOWN),
    ],
)
def test_a_list_is_current_within_its_rhythm_or_a_month(products: str, verdict: Verdict) -> None:
    text = f"interagency: 2\nproducts: {products}\n"
    snapshot = Snapshot.of(loads(text), "2022-04-30")
    assert contact_list_current(snapshot, "").verdict is verdict
    closed = Snapshot.of(loads(f"{text}complete: [products]\n"), "2022-04-30")
    assert contact_list_current(closed, "").verdict in (verdict, Verdict.GAP)


def test_a_list_of_unknown_age_is_asked_about() -> None:
    snapshot = Snapshot.of(loads("interagency: 2\nproducts: {list: {kind: contact-list}}\n"))
    (question,) = contact_list_current(snapshot, "").missing
    assert question.text == "When was contact-list (list) last done?"


FUND = """
interagency: 2
situation: conflict
organizations:
  fund: {name: Fund, kind: pooled-fund}
  hope: {name: Hope, kind: national-ngo}
  state: {name: State, kind: donor}
posts:
  hc: {title: HC, organization: unrco, designations: [humanitarian-coordinator]}
  other: {title: Other, organization: unrco, designations: [none]}
forums:
  board:
    {name: Board, kind: fund-advisory-board, complete: [leads, members],
     seats: {chair: [hc], member: [ocha, wfp, hope, state]}}
complete: [groups]
"""


@pytest.mark.parametrize(
    ("before", "after", "clause"),
    [
        ("kind: fund-advisory-board", "kind: steering", "FUND-1"),
        ("chair: [hc]", "chair: [other]", "FUND-2"),
        (", hope, ", ", ", "FUND-3"),
        ("[ocha, ", "[", "FUND-4"),
    ],
)
def test_the_board_of_a_fund_is_held_against_the_page_of_one(
    before: str, after: str, clause: str
) -> None:
    def gaps(text: str) -> set[str]:
        (found,) = conform(loads(text), models=["pooled-fund-ukraine"], plugins=PLUGINS).models
        return {each.clause.id for each in found.clauses if each.outcome.value == "gap"}

    assert gaps(FUND) == set()
    assert gaps(FUND.replace(before, after)) == {clause}
