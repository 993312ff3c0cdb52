"""The order of questions: by what an answer would help to settle."""

from interagency.checking import Report, Result, Severity
from interagency.document import loads
from interagency.plugins.running import conform
from interagency.report.settling import most_settling, settles_of
from interagency.snapshot import Question

A, B, C = (Question(id, "leads", f"Who leads {id}?", "x") for id in "abc")
KIND = Question("a", "kind", "What sort of body is a?", "x")


def result(rule: str, *questions: Question) -> Result:
    return Result(rule=rule, severity=Severity.INFO, questions=questions)


def test_rules_that_ask_the_same_are_counted_together() -> None:
    report = Report(title=None, day=None, results=(result("x", A, B), result("y", B)))
    assert settles_of(report) == {("a", "leads"): ("x",), ("b", "leads"): ("x", "y")}


def test_clauses_count_beside_rules() -> None:
    document = "interagency: 2\nsituation: refugee\nlevel: national\nforums: {a: {kind: rcf}}\n"
    asked = conform(loads(document), models="rcm-2013")
    report = Report(title=None, day=None, results=(result("x", A),))
    assert settles_of(report, asked)["a", "leads"][0] == "x"
    assert "RCM-05b" in settles_of(report, asked)["a", "leads"]


def test_those_that_settle_most_come_first_and_others_keep_their_order() -> None:
    settles = {("b", "leads"): ("x", "y"), ("c", "leads"): ("x",), ("a", "kind"): ("x",)}
    assert most_settling([A, KIND, C, B], settles) == (B, KIND, C, A)


def test_without_counts_the_lists_that_others_wait_for_come_first() -> None:
    assert most_settling([KIND, B, A]) == (B, A, KIND)
