"""A review of the coordination itself that was due, and has not been done."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import final

from attrs import frozen

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Day, Product
from interagency.snapshot import WHICH_DAY, Question, Snapshot

_PERIODS = {
    "daily": 1,
    "weekly": 7,
    "biweekly": 14,
    "monthly": 31,
    "bimonthly": 62,
    "quarterly": 92,
    "biannual": 184,
    "annual": 366,
}


@final
@frozen
class _Review:
    """What the cluster approach asks of one kind of product.

    Attributes:
        kind: The kind of product.
        first: The days after the activation of a cluster within which the first is due.
        again: The days between two; None if one is enough.
    """

    kind: str
    first: int | None = None
    again: int | None = None


_REVIEWS = (
    # within 3 months of a sudden onset too, but no document says how sudden it was
    _Review("architecture-review", first=366, again=366),
    _Review("architecture-mapping"),
    _Review("ccpm", first=184, again=366),
    _Review("transition-plan", first=90),
)


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each review that is certainly overdue, and a question if it may be."""
    if snapshot.day is None:
        if any(each.kind == review.kind for each in snapshot.now.products for review in _REVIEWS):
            yield WHICH_DAY
        return
    asked = any(name.startswith("iasc-clusters") for name in snapshot.now.conforms_to)
    for review in _REVIEWS:
        model = review if asked else _Review(review.kind)
        products = [each for each in snapshot.now.products if _may_be(snapshot, each, review.kind)]
        for product in products:
            if product.is_certain and product.kind == review.kind:
                yield from _of_product(snapshot, snapshot.day, product, model)
        if not products:
            yield from _of_none(snapshot, snapshot.day, model)


def _may_be(snapshot: Snapshot, product: Product, kind: str) -> bool:
    """Return whether a product is of a kind, or may be, for all that is known."""
    return product.kind == kind or product.kind not in snapshot.vocabularies["product-kinds"]


def _of_product(
    snapshot: Snapshot, today: date, product: Product, review: _Review
) -> Iterator[Finding | Question]:
    """Yield what is to be said of one product; of two periods the shorter counts."""
    periods = [each for each in (_PERIODS.get(product.frequency or ""), review.again) if each]
    done = [each for each in product.done if each.first <= today]
    newest = max(done, key=lambda each: (each.last, each.text), default=None)
    if not periods or (newest and today - newest.last <= timedelta(days=min(periods))):
        return
    if newest is None:
        yield _question(snapshot, product, "When was {name} last done?")
    elif "products" in snapshot.now.complete:
        name = snapshot.name(product.id)
        message = f"{name} was last done {newest}, and is due every {_every(min(periods))}"
        yield Finding(product.id, message, evidence=(f"done {newest}",))
    else:
        yield _question(snapshot, product, f"Has {{name}} been done again since {newest}?")


def _every(days: int) -> str:
    """Return a period in words."""
    return {1: "day", _PERIODS["annual"]: "year"}.get(days, f"{days} days")


def _question(snapshot: Snapshot, product: Product, text: str) -> Question:
    write = snapshot.ask_field(product, "done").write
    return Question(product.id, "done", text.format(name=snapshot.name(product.id)), write)


def _of_none(snapshot: Snapshot, today: date, review: _Review) -> Iterator[Finding]:
    """Yield a finding if there is no review of a kind, long after a cluster was activated."""
    activated = _activated(snapshot)
    if review.first is None or not activated or "products" not in snapshot.now.complete:
        return
    if today - activated.last > timedelta(days=review.first):
        message = (
            f"there is no product of the kind {review.kind}, which is due {review.first} days "
            f"after the first cluster is activated ({activated})"
        )
        yield Finding("", message, evidence=(review.kind,))


def _activated(snapshot: Snapshot) -> Day | None:
    """Return the day from which there has certainly been a cluster; None if unknown."""
    kinds = snapshot.vocabularies["body-kinds"]
    days = (
        body.since
        for body in snapshot.certain(Body)
        if body.since and any(kinds.is_a(kind, "cluster") for kind in body.kind)
    )
    return min(days, key=lambda day: (day.last, day.text), default=None)


RULE = Rule(
    name="review-overdue",
    severity=Severity.WARNING,
    summary="A review of coordination that is due, and has not been done.",
    rationale=(
        "A structure that nobody reviews outlives its reasons. It looks at reviews and mappings "
        "of the coordination architecture, at the monitoring of cluster performance (CCPM) and at "
        "outlines of transition. They are due as often as their `frequency` says. Where the "
        "document says that it follows the IASC cluster approach (`conforms_to`), a review and a "
        "CCPM are due every year, the first CCPM at the latest 6 months after a cluster was "
        "activated, an outline of transition after 90 days. That a review is due within 3 months "
        "of a sudden onset is left to `conform`, since no document says how sudden it was. It is "
        "reported only if the products are written whole, with every date in `done` (`complete: "
        "[products]`); else it is a question. To clear it, write when it was last done, or do it."
    ),
    check=check,
    sources=(
        Citation(
            "FSC Handbook 3.8, Cluster transition and deactivation (architecture reviews, outline "
            "of transition)",
            "https://handbook.fscluster.org/docs/38-cluster-transition-and-deactivation",
        ),
        Citation(
            "CCCM toolkit, Cluster coordination performance monitoring",
            "https://cccmcluster.org/resources/coordinator-toolkit/"
            "cluster-coordination-performance-monitoring",
        ),
        Citation(
            "UNICEF, Cluster Coordination Performance Monitoring",
            "https://unicefintercluster.net/cluster-coordination-performance-monitoring",
        ),
    ),
    examples=(
        Example(
            "a review of this year, one of which other dates may not be written, and a mapping "
            "that nobody said how often to do",
            """
interagency: 2
as_of: 2025-06-30
products:
  review: {name: Architecture review, kind: architecture-review, frequency: annual, done: [2025-02]}
  ccpm: {name: CCPM, kind: ccpm, frequency: annual, done: [2023-05]}
  mapping: {name: Mapping, kind: architecture-mapping, done: [2021]}
""",
        ),
        Example(
            "all products are written, and the last CCPM is two years old",
            """
interagency: 2
as_of: 2025-06-30
complete: [products]
products:
  review: {name: Architecture review, kind: architecture-review, frequency: annual, done: [2025-02]}
  ccpm: {name: CCPM, kind: ccpm, frequency: annual, done: [2022-05, 2023-05]}
""",
            flags=("ccpm",),
        ),
        Example(
            "clusters for four months, and no outline of transition among all products",
            """
interagency: 2
as_of: 2025-06-30
conforms_to: [iasc-clusters-2015]
complete: [products]
sectors:
  health: {name: Health Cluster, kind: cluster, since: 2025-02-20}
products:
  contact-list: {kind: contact-list}
""",
            flags=("",),
        ),
    ),
)
