"""A report lists every rule that ran, and puts the weightiest first."""

from interagency.checking import Finding, Question, Report, Result, Severity, run_rules
from interagency.document import loads

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def finding(subject: str, severity: Severity) -> Finding:
    return Finding(subject, "m", severity=severity)


def report(*results: Result, asked: tuple[Question, ...] = ()) -> Report:
    return Report(title=None, day=None, results=results, open_questions=asked)


ONE = Result(rule="a", severity=INFO, findings=(finding("x", INFO), finding("y", INFO)))
TWO = Result(rule="b", severity=ERROR, findings=(finding("z", ERROR),), crash="oops")
CLEAN = Result(rule="c", severity=WARNING)


def test_the_weightiest_come_first_and_the_order_of_rules_is_kept() -> None:
    assert [each.subject for each in report(ONE, TWO, CLEAN).findings] == ["z", "x", "y"]


def test_findings_of_some_weight_or_more() -> None:
    found = report(ONE, TWO, CLEAN)
    assert [each.subject for each in found.at_least(WARNING)] == ["z"]
    assert found.at_least(INFO) == found.findings


def test_a_rule_that_broke_down_is_listed() -> None:
    assert report(ONE, TWO, CLEAN).crashes == (TWO,)
    assert report(ONE, CLEAN).crashes == ()


def test_a_question_is_asked_once_and_in_the_words_of_the_document() -> None:
    own = Question("x", "leads", "Who leads x?", "w")
    same = Question("x", "leads", "in other words", "w")
    other = Question("a", "within", "Where?", "w")
    result = Result(rule="r", severity=INFO, questions=(same, other, other))
    assert report(result, asked=(own,)).questions == (own, other)
    assert report(result).questions == (same, other)


def test_a_report_says_what_it_is_about() -> None:
    found = run_rules(loads("interagency: 1\ntitle: T\nas_of: 2022"), [])
    assert (found.title, str(found.day), found.results, found.findings) == (
        "T",
        "2022-12-31",
        (),
        (),
    )
