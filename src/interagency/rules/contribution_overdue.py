"""Input to a product that others have sent, and somebody has not."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.snapshot import Snapshot, last_due, missing


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each product to whose last issue some input came, and other not."""
    for product in snapshot.now.products:
        day = last_due(product, snapshot.day) if snapshot.day else None
        if day is None or snapshot.day is None or not product.is_certain:
            continue
        wanted = product.contributors
        late = missing(product, wanted, product.received, day, snapshot.day)
        everyone = missing(product, wanted, (), day, snapshot.day)
        if late and late != everyone:
            names = ", ".join(map(snapshot.name, late))
            message = f"{snapshot.name(product.id)} was due {day}, without input from {names}"
            yield Finding(product.id, message, late, (f"due {day}",))


RULE = Rule(
    name="contribution-overdue",
    severity=Severity.WARNING,
    summary="Input to an issue of a product that others have sent, and somebody has not.",
    rationale=(
        "A sitrep without the input of a sector says nothing of that sector, and readers take "
        "silence for calm. It looks at the last issue that was due. That input is missing is "
        "reported only where the list in `received` is kept for that issue, so that other "
        "input to it is written; `interagency due` lists the rest as not recorded. To clear "
        "it, write the input with its day, or take the contributor out."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR Inter-Agency Coordination Officer P3, Bucharest (vacancy, March 2022: "
            "ensure that the sectoral working groups send timely contributions to the "
            "sitrep)",
        ),
    ),
    examples=(
        Example(
            "an issue to which all input came, and one of which nothing is kept",
            """
interagency: 2
as_of: 2022-04-01
sectors: {health: {name: Health}, wash: {name: WASH}}
products:
  other: {kind: map}
  sitrep:
    kind: sitrep
    contributors: [health, wash]
    due: [every Thursday]
    received: [{by: health, day: 2022-03-30}, {by: wash, day: 2022-03-31}]
  weekly: {kind: weekly-report, contributors: [health, wash], due: [every Thursday]}
""",
        ),
        Example(
            "an issue for which one group sent its input, and another did not",
            """
interagency: 2
as_of: 2022-04-01
sectors: {health: {name: Health}, wash: {name: WASH}}
products:
  sitrep:
    kind: sitrep
    contributors: [health, wash]
    due: [every Thursday]
    received: [{by: health, day: 2022-03-30}, {by: wash, day: 2022-03-24}]
""",
            flags=("sitrep",),
        ),
    ),
)
