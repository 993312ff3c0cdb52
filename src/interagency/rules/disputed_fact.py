"""Something on which sources disagree."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import SECTION_KEYS
from interagency.snapshot import Snapshot, disputed_in


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each record, and each fact inside one, that is disputed.

    Two that are spoken of alike, such as two activities in no area, are told as one.
    """
    yield from dict.fromkeys(_disputes(snapshot))


def _disputes(snapshot: Snapshot) -> Iterator[Finding]:
    for section in SECTION_KEYS:
        for record in getattr(snapshot.now, section):
            for what in disputed_in(record):
                subject = snapshot.subject(record)
                of = f", of {snapshot.name(subject)}" if subject not in ("", what) else ""
                yield Finding(subject, f"sources disagree on {what}{of}", evidence=(what,))


RULE = Rule(
    name="disputed-fact",
    severity=Severity.INFO,
    summary="Something on which sources disagree.",
    rationale=(
        "Pages on one forum often differ in who chairs it. What is marked as disputed counts as "
        "unknown in every answer, so it is worth settling. To clear it, ask the body itself, "
        "keep what holds, give the other version the time in which it held, and leave out "
        "`certainty: disputed`."
    ),
    check=check,
    sources=(
        Citation(
            "Refugee Coordination Forum of Moldova: one page says that UNHCR chairs it",
            "https://www.europesays.com/1772248",
        ),
        Citation(
            "The same forum: another page says that Government and UNHCR co-lead it",
            "https://moldovalive.md/broad-humanitarian-coalition-launches-joint-2023-plan-to-"
            "support-the-republic-of-moldovas-refugee-response",
        ),
    ),
    examples=(
        Example(
            "facts that are stated, or inferred",
            """
interagency: 2
sectors:
  health: {name: Health, certainty: inferred, seats: {lead: [who]}}
""",
        ),
        Example(
            "a seat, and another name, on which pages differ",
            """
interagency: 2
organizations:
  gov-mda: {name: Government of Moldova, kind: government, country: MDA}
forums:
  rcf:
    name: Refugee Coordination Forum
    seats: {co-lead: [unhcr, {holder: gov-mda, certainty: disputed}]}
sectors:
  health: {name: Health, aliases: [{name: Health and Nutrition, certainty: disputed}]}
""",
            flags=("health", "rcf"),
        ),
    ),
)
