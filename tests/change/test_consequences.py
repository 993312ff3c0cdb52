"""Findings are told apart by their fingerprints."""

from attrs import evolve

import interagency as ia
from interagency.change.consequences import consequences

TEXT = "{interagency: 1, sectors: {a: {name: A, seats: {lead: vacant}}}}"


def test_a_finding_of_one_rule_on_one_subject_with_other_facts_is_changed() -> None:
    said = ia.compare(ia.loads(TEXT), ia.loads(TEXT)).consequences
    assert said is not None
    assert not said
    report = said.after.report
    moved = tuple(
        evolve(each, findings=tuple(evolve(one, evidence=("x",)) for one in each.findings))
        for each in report.results
    )
    found = consequences(said.before, evolve(said.after, report=evolve(report, results=moved)))
    assert "lead-vacant" in [one.rule for one, _ in found.changed_findings]
    assert (found.new_findings, found.gone_findings) == ((), ())
    assert found
