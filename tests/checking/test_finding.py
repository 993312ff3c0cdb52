"""Findings, questions, citations: what a rule and a report are made of."""

import pytest

from interagency.checking import Citation, Finding, Severity


def test_severities_have_an_order() -> None:
    """A must weighs more than a should, and that more than a remark."""
    weights = [each.weight for each in (Severity.ERROR, Severity.WARNING, Severity.INFO)]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == 3


def test_a_fingerprint_is_rule_and_keys_and_nothing_else() -> None:
    """Better words, or another weight, leave a waiver in force."""
    finding = Finding("s", "a message", ("a",), ("seat s/lead/a",), rule="r")
    other = Finding("s", "better words", ("a",), ("seat s/lead/a",), "r", Severity.INFO)
    assert finding.fingerprint == other.fingerprint
    assert len(finding.fingerprint) == 16


@pytest.mark.parametrize(
    "other",
    [
        Finding("t", "", ("a", "b"), ("c",), rule="r"),
        Finding("s", "", ("a",), ("b", "c"), rule="r"),
        Finding("s", "", ("a", "b", "c"), (), rule="r"),
        Finding("s", "", ("a", "b"), ("c",), rule="q"),
        Finding("s", "", ("ab",), ("c",), rule="r"),
    ],
)
def test_another_finding_has_another_fingerprint(other: Finding) -> None:
    """Keys do not run together, nor from one list into the next."""
    assert Finding("s", "", ("a", "b"), ("c",), rule="r").fingerprint != other.fingerprint


@pytest.mark.parametrize(
    ("citation", "line"),
    [
        (Citation("Title"), "Title"),
        (Citation("Title", "https://e.org"), "Title https://e.org"),
        (Citation("Title", verified=False), "Title (unverified)"),
        (Citation("Title", "https://e.org", False), "Title https://e.org (unverified)"),
    ],
)
def test_a_citation_is_one_line_and_warns_of_what_nobody_verified(
    citation: Citation, line: str
) -> None:
    assert str(citation) == line
