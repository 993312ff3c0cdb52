"""Rules, citations and examples as records."""

import pytest

from interagency.checking import Citation, Rule, Severity


@pytest.mark.parametrize(
    ("citation", "line"),
    [
        (Citation("Refugee Coordination Model, 2013"), "Refugee Coordination Model, 2013"),
        (Citation("RCM", "https://example.org"), "RCM https://example.org"),
        (Citation("RCM", verified=False), "RCM (unverified)"),
    ],
)
def test_a_citation_is_one_line_that_warns_if_no_one_has_read_it(
    citation: Citation, line: str
) -> None:
    assert str(citation) == line


def rule(severity: object) -> Rule:
    return Rule(
        name="a",
        severity=severity,  # type: ignore[arg-type]
        summary="",
        rationale="",
        check=lambda _: (),
        sources=(),
        examples=(),
    )


def test_a_weight_may_be_written_as_a_word() -> None:
    assert rule("warning").severity is Severity.WARNING


def test_a_weight_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="enormous"):
        rule("enormous")
