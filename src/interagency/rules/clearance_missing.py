"""A product that went out before everyone had cleared it."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.snapshot import Snapshot, is_done, last_due, missing


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each product that is done, and cleared by some, not by all."""
    for product in snapshot.now.products:
        day = last_due(product, snapshot.day) if snapshot.day else None
        if day is None or snapshot.day is None or not product.is_certain:
            continue
        left = missing(product, product.cleared_by, product.cleared, day, snapshot.day)
        everyone = missing(product, product.cleared_by, (), day, snapshot.day)
        if left and left != everyone and is_done(product, day, snapshot.day):
            names = ", ".join(map(snapshot.name, left))
            message = f"{snapshot.name(product.id)} of {day} is done, and not cleared by {names}"
            yield Finding(product.id, message, left, (f"due {day}",))


RULE = Rule(
    name="clearance-missing",
    severity=Severity.WARNING,
    summary="A report that is done, cleared by some of those who have to, and not by all.",
    rationale=(
        "What goes out in the name of all who lead has to be cleared by all of them. It looks "
        "at the last issue that was due, if it is done and the list in `cleared` is kept for "
        "it; where no clearance at all is written, nobody knows. To clear it, write the "
        "clearance with its day."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR Inter-Agency Coordination Officer P3, Bucharest (vacancy, March 2022: "
            "clear the sitrep with the other co-chairs and the Senior Inter-Agency "
            "Coordination Officer)",
        ),
    ),
    examples=(
        Example(
            "an issue that both cleared",
            """
interagency: 2
as_of: 2022-04-01
posts: {officer: {title: Officer}, senior: {title: Senior Officer}}
products:
  other: {kind: map}
  sitrep:
    kind: sitrep
    cleared_by: [officer, senior]
    due: [every Thursday]
    done: [2022-03-31]
    cleared: [{by: officer, day: 2022-03-30}, {by: senior, day: 2022-03-31}]
""",
        ),
        Example(
            "an issue that went out with one of two clearances",
            """
interagency: 2
as_of: 2022-04-01
posts: {officer: {title: Officer}, senior: {title: Senior Officer}}
products:
  sitrep:
    kind: sitrep
    cleared_by: [officer, senior]
    due: [every Thursday]
    done: [2022-03-31]
    cleared: [{by: officer, day: 2022-03-30}]
""",
            flags=("sitrep",),
        ),
    ),
)
