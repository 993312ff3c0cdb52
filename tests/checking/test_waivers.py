"""Waivers: what is waived stands apart, a stale waiver is a finding, a baseline only shrinks."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from interagency.checking import Finding, Question, Report, Result, Severity
from interagency.checking.waiver import UNUSED, WAIVER_RULES, Waiver
from interagency.checking.waivers import (
    apply_waivers,
    renamed,
    stale_fingerprints,
    unused_waivers,
    updated,
)
from interagency.model import Day

TODAY = date(2025, 5, 31)


def waiver(rule: str = "a", subject: str = "x", **more: Any) -> Waiver:
    return Waiver(**{"rule": rule, "subject": subject, "reason": "because", **more})


def result(rule: str, *subjects: str, crash: str = "") -> Result:
    found = (Finding(subject, "m", ("r",), ("e",), rule) for subject in subjects)
    return Result(rule=rule, severity=Severity.WARNING, findings=tuple(found), crash=crash)


def report(*results: Result) -> Report:
    return Report(title=None, day=None, results=results)


X, Y = (waiver(subject=each, related=("r",), evidence=("e",)) for each in "xy")
FOUND = report(result("a", "x", "z"), result("b"))


class TestApplying:
    def test_what_is_waived_stands_apart_with_its_waiver(self) -> None:
        applied = apply_waivers(FOUND, [X], TODAY)
        assert [each.subject for each in applied.findings] == ["z"]
        assert [(finding.subject, each) for finding, each in applied.waived] == [("x", X)]
        assert [each.rule for each in applied.results] == ["a", "b", *WAIVER_RULES]

    @pytest.mark.parametrize(
        "other",
        [
            waiver("b", related=("r",), evidence=("e",)),
            waiver(evidence=("e",)),
            waiver(related=("r",)),
            waiver(related=("r", "e")),
        ],
    )
    def test_every_key_must_be_the_same(self, other: Waiver) -> None:
        applied = apply_waivers(FOUND, [other], TODAY)
        assert applied.waived == ()
        assert [each.rule for each in applied.findings] == ["a", "a", "waiver-unused"]

    @pytest.mark.parametrize("expires", ["2025", "2025-05", "2025-05-31", "2026-01"])
    def test_a_waiver_holds_to_the_end_of_its_last_day(self, expires: str) -> None:
        applied = apply_waivers(FOUND, [waiver_until(expires)], TODAY)
        assert [each.subject for each in applied.findings] == ["z"]

    @pytest.mark.parametrize("expires", ["2024", "2025-04", "2025-05-30"])
    def test_an_expired_one_is_a_finding_and_waives_nothing(self, expires: str) -> None:
        applied = apply_waivers(FOUND, [waiver_until(expires, owner="who")], TODAY)
        assert applied.waived == ()
        found = {each.rule: each for each in applied.findings}
        assert [each.subject for each in applied.findings if each.rule == "a"] == ["x", "z"]
        assert found["waiver-expired"].severity is Severity.WARNING
        assert found["waiver-expired"].message == (
            f"the waiver of a for x expired on {expires}: because (who)"
        )
        assert found["waiver-expired"].fingerprint in stale_fingerprints(X)

    def test_one_without_owner_says_no_more_than_it_knows(self) -> None:
        *_, found = apply_waivers(FOUND, [waiver_until("2024")], TODAY).findings
        assert found.message == "the waiver of a for x expired on 2024: because"

    def test_one_that_fits_nothing_is_a_finding(self) -> None:
        applied = apply_waivers(FOUND, [X, Y, waiver(subject="")], TODAY)
        found = [each for each in applied.findings if each.rule == "waiver-unused"]
        assert [each.message for each in found] == [
            "the waiver of a for y fits no finding; take it out",
            "the waiver of a for the document as a whole fits no finding; take it out",
        ]
        assert {each.severity for each in found} == {Severity.INFO}
        assert found[0].fingerprint in stale_fingerprints(Y)

    def test_an_expired_one_that_fits_nothing_is_unused(self) -> None:
        applied = apply_waivers(report(result("a")), [waiver_until("2024")], TODAY)
        assert [each.rule for each in applied.findings] == ["waiver-unused"]

    def test_their_weight_may_be_another(self) -> None:
        rules = {UNUSED.name: evolve(UNUSED, severity=Severity.ERROR)}
        applied = apply_waivers(FOUND, [X, Y], TODAY, rules=rules)
        assert [each.rule for each in applied.at_least(Severity.ERROR)] == ["waiver-unused"]

    def test_a_rule_that_broke_down_cannot_be_waived(self) -> None:
        crashed = report(result("a", "x", crash="oops"))
        applied = apply_waivers(crashed, [X], TODAY)
        assert (applied.findings, applied.waived) == (crashed.findings, ())
        assert applied.crashes == crashed.crashes

    def test_what_is_waived_already_stays_so(self) -> None:
        first = apply_waivers(report(result("a", "x", "y")), [X], TODAY, unused=())
        assert [each for _, each in apply_waivers(first, [Y], TODAY).waived] == [X, Y]

    def test_their_own_rules_find_nothing_in_a_document(self) -> None:
        nothing: Any = None
        assert [list(rule.check(nothing)) for rule in WAIVER_RULES.values()] == [[], []]


def waiver_until(expires: str, **more: Any) -> Waiver:
    return waiver(related=("r",), evidence=("e",), expires=Day(expires), **more)


class TestUnused:
    def test_of_a_rule_that_did_not_run_nothing_is_known(self) -> None:
        assert unused_waivers([waiver("c")], [FOUND]) == ()
        assert unused_waivers([waiver("c")], [FOUND], known=["a", "b", "c"]) == ()

    def test_of_a_rule_that_broke_down_anywhere_nothing_is_known(self) -> None:
        assert unused_waivers([Y], [FOUND, report(result("a", crash="oops"))]) == ()

    def test_a_rule_that_there_is_not_has_no_findings(self) -> None:
        wrong = waiver("lead-vacent")
        assert unused_waivers([wrong], [FOUND], known=["a", "b"]) == (wrong,)

    def test_one_document_that_needs_it_is_enough(self) -> None:
        assert unused_waivers([X, Y], [FOUND, report(result("a", "y"))]) == ()

    def test_a_question_does_not_need_it(self) -> None:
        asked = Result(
            rule="a", severity=Severity.INFO, questions=(Question("x", "leads", "Who?", "w"),)
        )
        assert unused_waivers([X], [report(asked)]) == (X,)


class TestBaseline:
    def test_it_is_what_is_found_today(self) -> None:
        crashed = result("c", "x", crash="oops")
        made = updated((), [report(result("b", "y", "x"), crashed), FOUND], TODAY, add=True)
        assert [(each.rule, each.subject) for each in made] == [
            *(("a", "x"), ("a", "z"), ("b", "x"), ("b", "y"))
        ]
        assert {each.reason for each in made} == {"found on 2025-05-31, not looked at yet"}
        applied = apply_waivers(FOUND, made, TODAY, unused=())
        assert applied.findings == ()

    def test_it_only_shrinks_by_itself(self) -> None:
        assert updated([Y, X], [FOUND], TODAY, add=False) == (X,)

    def test_what_was_decided_is_kept(self) -> None:
        expired = waiver_until("2024", owner="who")
        kept = updated([waiver("c"), expired], [FOUND], TODAY, add=True)
        assert kept[:2] == (waiver("c"), expired)
        assert [each.subject for each in kept[2:]] == ["z"]

    def test_a_wrong_name_is_left_to_people(self) -> None:
        assert updated([waiver("lead-vacent")], [FOUND], TODAY, add=False) != ()


def test_a_waiver_stays_with_those_parts_of_a_split_rule_that_find_it() -> None:
    old = evolve(X, rule="a-or-b")
    found = {X.fingerprint, evolve(X, rule="b").fingerprint}
    assert renamed(old, ("a", "b"), found) == (X, evolve(X, rule="b"))
    assert renamed(old, ("a", "b"), found - {X.fingerprint}) == (evolve(X, rule="b"),)
    assert renamed(old, ("a", "b"), ()) == (X,)
    assert renamed(old, (), found) == (old,)
