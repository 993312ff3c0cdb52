"""The rule about reviews of the coordination itself."""

import pytest

from tests.rules.documents import asked, flagged, messages, result

OVERDUE = "review-overdue"
DAY = "as_of: 2025-06-30\n"
WHOLE = f"{DAY}complete: [products]\n"
IASC = "conforms_to: [iasc-clusters-2015]\n"


@pytest.mark.parametrize(
    ("product", "found"),
    [
        ("kind: ccpm, frequency: annual, done: [2024-06-29]", False),
        ("kind: ccpm, frequency: annual, done: [2024-06-28]", True),
        ("kind: ccpm, frequency: annual, done: [2024]", False),
        ("kind: ccpm, frequency: annual, done: [2023, 2025-01, 2022]", False),
        ("kind: architecture-review, frequency: quarterly, done: [2025-03-30]", False),
        ("kind: architecture-review, frequency: quarterly, done: [2025-03-29]", True),
        ("kind: architecture-mapping, frequency: annual, done: [2023]", True),
        ("kind: architecture-review, frequency: annual, done: [2023], certainty: disputed", False),
        # nobody said when it is due, or it is no review
        ("kind: architecture-review, done: [2020]", False),
        ("kind: architecture-review, frequency: once, done: [2020]", False),
        ("kind: architecture-review, frequency: unknown, done: [2020]", False),
        ("kind: sitrep, frequency: weekly, done: [2020]", False),
        ("kind: unknown, frequency: weekly, done: [2020]", False),
        # a date after the day looked at is no help, and leaves the one before it
        ("kind: ccpm, frequency: annual, done: [2023, 2026]", True),
    ],
)
def test_a_review_is_due_as_often_as_its_frequency_says(product: str, found: bool) -> None:
    document = f"products: {{x: {{name: X, {product}}}}}"
    assert flagged(OVERDUE, WHOLE + document) == (["x"] if found else [])
    assert flagged(OVERDUE, DAY + document) == []
    assert asked(OVERDUE, DAY + document) == ([("x", "done")] if found else [])


@pytest.mark.parametrize(
    ("product", "found"),
    [
        ("kind: ccpm, done: [2023]", True),
        ("kind: architecture-review, frequency: once, done: [2023]", True),
        ("kind: architecture-review, frequency: quarterly, done: [2025-01]", True),
        ("kind: architecture-review, done: [2025-01]", False),
        ("kind: architecture-mapping, done: [2020]", False),
        ("kind: transition-plan, done: [2020]", False),
    ],
)
def test_the_cluster_approach_asks_for_a_review_every_year(product: str, found: bool) -> None:
    document = f"{IASC}products: {{x: {{name: X, {product}}}}}"
    assert flagged(OVERDUE, WHOLE + document) == (["x"] if found else [])


def test_a_review_without_dates_is_asked_for() -> None:
    """Even if all products are written: that it has never been done nobody has said."""
    document = "products: {x: {name: X, kind: ccpm, frequency: annual}}"
    assert flagged(OVERDUE, WHOLE + document) == []
    (question,) = result(OVERDUE, WHOLE + document).questions
    assert question.text == "When was X last done?"


def test_the_message_says_when_it_was_done_and_how_often_it_is_due() -> None:
    document = "products: {x: {name: X, kind: ccpm, frequency: annual, done: [2023-05]}}"
    assert messages(OVERDUE, WHOLE + document) == ["X was last done 2023-05, and is due every year"]
    weekly = document.replace("annual", "weekly")
    assert messages(OVERDUE, WHOLE + weekly) == ["X was last done 2023-05, and is due every 7 days"]
    (question,) = result(OVERDUE, DAY + document).questions
    assert question.text == "Has X been done again since 2023-05?"


def cluster(since: str, more: str = "") -> str:
    return f"sectors: {{s: {{name: S, kind: cluster, since: {since}{more}}}}}\n"


def missing(document: str) -> list[str]:
    return [each.evidence[0] for each in result(OVERDUE, document).findings]


@pytest.mark.parametrize(
    ("written", "kinds"),
    [
        (cluster("2025-04"), []),
        (cluster("2025-04-01"), []),
        (cluster("2025-03-31"), ["transition-plan"]),
        (cluster("2024-12-01"), ["ccpm", "transition-plan"]),
        (cluster("2024-06"), ["architecture-review", "ccpm", "transition-plan"][1:]),
        (cluster("2023"), ["architecture-review", "ccpm", "transition-plan"]),
        (cluster("2023", ", certainty: disputed"), []),
        (cluster("2023").replace("kind: cluster", "kind: sector"), []),
        ("sectors: {s: {name: S, kind: cluster}}\n", []),
        (
            cluster("2023") + "products: {x: {kind: ccpm}}",
            ["architecture-review", "transition-plan"],
        ),
        # a product of a kind that nobody knows may be any of them
        (cluster("2023") + "products: {x: {name: X}}", []),
        (cluster("2023") + "products: {x: {kind: odd}}", []),
        (
            cluster("2023") + "products: {x: {kind: ccpm, certainty: disputed}}",
            ["architecture-review", "transition-plan"],
        ),
    ],
)
def test_clusters_owe_a_first_review_some_time_after_they_were_activated(
    written: str, kinds: list[str]
) -> None:
    assert missing(WHOLE + IASC + written) == kinds
    assert missing(DAY + IASC + written) == []
    assert missing(WHOLE + written) == []


def test_without_a_day_nothing_is_overdue() -> None:
    document = "products: {x: {name: X, kind: ccpm, frequency: annual, done: [2020]}}"
    assert flagged(OVERDUE, f"complete: [products]\n{document}") == []
    assert asked(OVERDUE, document) == [("", "as_of")]
    assert asked(OVERDUE, "products: {x: {kind: sitrep}}") == []
