"""The answers as findings, with the lists that are not complete."""

from typing import Any

import pytest

from interagency.document import loads
from interagency.presence import reconcile
from tests.presence.frames import IN_PROCESS, answers, is_installed

DOCUMENT = """
interagency: 1
title: Response
{complete}
areas: [ROU]
sectors:
  health: {{name: Health, covers: [HEA], seats: {{lead: [who], member: [nrc]}}}}
sub_sectors:
  gbv: {{name: GBV, covers: [PRO-GBV], areas: [unknown], seats: {{lead: [unfpa]}}}}
plans:
  rrp: {{kind: RRP}}
appeals:
- {{plan: rrp, organization: unicef, covers: [EDU]}}
presence:
- {{organization: who, covers: [HEA], area: ROU/Iasi}}
- {{organization: unicef, covers: [EDU], area: ROU/Iasi}}
- {{organization: unicef, covers: [EDU], area: ROU/Cluj}}
- {{organization: unfpa, covers: [PRO], area: ROU}}
{more}
"""
COMPLETE = "complete: [groups, leads, members, presence]"


def said(architecture: Any, presence: Any = None) -> list[tuple[str, str]]:
    report = reconcile(architecture, presence).report
    return [(each.rule, each.message) for each in report.findings]


def test_certain_gaps_are_findings() -> None:
    architecture = loads(DOCUMENT.format(complete=COMPLETE, more=""))
    expected = [
        ("coverage", "2 areas with activity in EDU and no group for it"),
        ("presence-without-seats", "UNICEF is active in EDU in 2 areas and has no seat for it"),
        ("seats-without-presence", "NRC has a seat in Health and is not active in HEA there"),
        ("sole-providers", "UNICEF alone is active in EDU in ROU"),
        ("sole-providers", "UNFPA alone is active in PRO in ROU"),
        ("sole-providers", "WHO alone is active in HEA in ROU"),
    ]
    assert sorted(said(architecture)) == sorted(expected)


def test_open_lists_are_named_and_give_no_finding() -> None:
    report = reconcile(loads(DOCUMENT.format(complete="", more=""))).report
    assert report.findings == ()
    assert {each.rule: each.open_lists for each in report.results} == {
        "coverage": ("groups",),
        "presence-without-seats": ("groups", "leads", "members"),
        "seats-without-presence": ("presence",),
        "sole-providers": ("presence",),
    }


@pytest.mark.skipif(not is_installed("narwhals", "duckdb"), reason="needs duckdb")
def test_a_frame_gives_the_same_report_as_its_records() -> None:
    architecture = loads(DOCUMENT.format(complete=COMPLETE, more=""))
    records = [(each.organization, each.covers[0], each.area) for each in architecture.presence]
    names = ("organization", "sector", "area")
    frame = IN_PROCESS["duckdb"][1](dict(zip(names, zip(*records, strict=True), strict=True)))
    assert reconcile(architecture, frame).report == reconcile(architecture).report


def test_a_disputed_activity_leaves_open_who_is_alone() -> None:
    more = "- {organization: nrc, covers: [EDU], area: ROU/Cluj, certainty: disputed}\n"
    architecture = loads(DOCUMENT.format(complete=COMPLETE, more=more))
    found = answers(reconcile(architecture))
    assert ("unicef", "EDU", "ROU/Iasi", 1, "yes") in found["sole_providers"]
    assert ("unicef", "EDU", "ROU", 3, "unknown") in found["sole_providers"]
    assert ("EDU", "ROU/Cluj", 1, 2, 1, "", "", "no") in found["coverage"]


def test_a_group_without_areas_may_cover_any() -> None:
    architecture = loads(DOCUMENT.format(complete=COMPLETE, more=""))
    found = answers(reconcile(architecture))
    assert ("PRO", "ROU", 1, 1, 0, "gbv", "unfpa", "unknown") in found["coverage"]
    assert all(row[0] != "unfpa" for row in found["presence_without_seats"])


def test_seats_without_a_name_are_nobodys_and_many_are_not_alone() -> None:
    more = "".join(
        f"- {{organization: {id}, covers: [EDU], area: ROU/Cluj}}\n"
        for id in ("irc", "drc", "save-the-children", "wfp")
    )
    text = DOCUMENT.format(complete=COMPLETE, more=more).replace("[nrc]", "[nrc, {kind: ngo}]")
    found = answers(reconcile(loads(text)))
    assert [row[:2] for row in found["seats_without_presence"]] == [("nrc", "health")]
    assert ("EDU", "ROU/Cluj", 5, 5, 0, "", "", "no") in found["coverage"]
    assert ("unicef", "EDU", "ROU/Iasi", 1, "yes") in found["sole_providers"]


def test_an_organization_that_may_be_another_is_certainly_nothing() -> None:
    more = "links:\n- {kind: same_as, from: unicef, to: who, certainty: disputed}\n"
    architecture = loads(DOCUMENT.format(complete=COMPLETE, more=more))
    found = answers(reconcile(architecture))
    assert {row[4] for row in found["presence_without_seats"]} == {"unknown"}


def test_organizations_without_a_name_in_the_document_have_that_of_the_registry() -> None:
    structure = reconcile(loads("interagency: 1\n")).structure
    assert structure.name("unicef") == "UNICEF"
    assert structure.name("nobody-knows") == "nobody-knows"
