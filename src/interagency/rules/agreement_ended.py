"""An agreement that has ended, while something still rests on it."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.snapshot import Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each agreement that has ended and of which something is still there."""
    for agreement in snapshot.whole.agreements:
        day, until = snapshot.day, agreement.until
        if day is None or until is None or until.last >= day or not agreement.is_certain:
            continue
        # Of the whole, for on the day itself the mandate names no agreement that has ended.
        mandates = [each.id for each in snapshot.whole.mandates if each.agreement == agreement.id]
        resting = dict.fromkeys([*agreement.concerns, *mandates])
        left = tuple(each for each in resting if each in snapshot.now.entities)
        if left:
            names = ", ".join(map(snapshot.name, left))
            message = f"{snapshot.name(agreement.id)} ended {until}, and {names} rests on it"
            yield Finding(agreement.id, message, left, (f"until {until}",))


RULE = Rule(
    name="agreement-ended",
    severity=Severity.WARNING,
    summary="An agreement that has ended, while a body, plan or mandate still rests on it.",
    rationale=(
        "Who leads on the strength of an agreement that has run out leads by habit, until "
        "somebody objects. It looks at what an agreement `concerns`, and at mandates that "
        "name it. To clear it, renew the agreement and write its new end, or write what takes "
        "its place."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR Senior Inter-Agency Coordination Officer, Panama (vacancy, 2023): "
            "negotiate joint agreements or work programmes with other agencies",
        ),
    ),
    examples=(
        Example(
            "an agreement that still holds, and one on which nothing rests any more",
            """
interagency: 2
as_of: 2023-06-30
forums: {platform: {name: Platform}, old: {name: Old platform, until: 2022}}
agreements:
  letter: {name: Letter of understanding, since: 2022, until: 2023, concerns: [platform]}
  first: {name: First letter, until: 2022, concerns: [old]}
""",
        ),
        Example(
            "a platform and a mandate that rest on a letter of last year",
            """
interagency: 2
as_of: 2023-06-30
forums: {platform: {name: Platform}}
agreements:
  letter: {name: Letter of understanding, since: 2021, until: 2022, concerns: [platform]}
mandates: {lead: {organization: unhcr, agreement: letter}}
""",
            flags=("letter",),
        ),
    ),
)
