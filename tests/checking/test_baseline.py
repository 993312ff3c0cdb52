"""What is new in a report since an earlier one."""

import interagency as ia
from interagency.checking.baseline import Baseline, since

BEFORE = """\
interagency: 2
as_of: 2025
sectors:
  health: {name: Health, reports_to: none, seats: {lead: vacant, co-lead: none}}
  wash: {name: WASH, reports_to: none, seats: {lead: vacant, co-lead: none}}
"""
WASH = "wash: {name: WASH, reports_to: none, seats: {lead: %s, co-lead: none}}\n"
AFTER = BEFORE.replace(WASH % "vacant", WASH % "[unicef]") + (
    "  education: {name: Education, seats: {lead: vacant}}\n"
)


def test_findings_are_new_known_or_gone_and_questions_new() -> None:
    before, after = (ia.check(ia.loads(each)) for each in (BEFORE, AFTER))
    found = since(after, Baseline("HEAD", before))
    vacant = [each.subject for each in found.report.findings if each.rule == "lead-vacant"]
    assert vacant == ["education"]
    assert "health" in {each.subject for each in found.known if each.rule == "lead-vacant"}
    assert "wash" in {each.subject for each in found.gone if each.rule == "lead-vacant"}
    assert {each.subject for each in found.report.questions} == {"education"}
    assert found.name == "HEAD"


def test_without_an_earlier_report_all_is_new() -> None:
    report = ia.check(ia.loads(BEFORE))
    found = since(report, Baseline("HEAD", None))
    assert (found.report, found.known, found.gone) == (report, (), ())


def test_nothing_is_new_in_the_same_report() -> None:
    report = ia.check(ia.loads(BEFORE))
    found = since(report, Baseline("HEAD", report))
    assert (found.report.findings, found.report.questions, found.gone) == ((), (), ())
    assert found.known == report.findings
