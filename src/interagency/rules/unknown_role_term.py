"""A term of a seat that is in no list, so that nobody knows whether it is leadership."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.snapshot import Snapshot
from interagency.vocabularies import Standing, Suggestions


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each body and term."""
    unmapped = {
        (seat.body, seat.term): seat
        for seat in snapshot.now.seats
        if snapshot.standing(seat) is Standing.UNKNOWN
    }
    suggestions = Suggestions()
    for (body, term), seat in unmapped.items():
        close = suggestions.of(snapshot.vocabularies["role-terms"], term)
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        message = f"what {term} means in {snapshot.name(body)} is not known{hint}"
        yield Finding(body, message, evidence=(snapshot.place(seat, term),))


RULE = Rule(
    name="unknown-role-term",
    severity=Severity.WARNING,
    summary="A term of a seat that no list explains.",
    rationale=(
        "Every terms of reference has words of its own for leading together. While a term is in "
        "no list, it is unknown who leads, and every answer that needs it stays open. To clear "
        "it, use a term of the list, or say in the header what it means: "
        "`roles: {term: lead | co-lead | supports | participates}`."
    ),
    check=check,
    sources=(
        Citation(
            "FSC Handbook 3.6.1, Sharing leadership (terms vary: each ToR says what they mean)",
            "https://handbook.fscluster.org/docs/361-sharing-leadership-and-coordination-"
            "responsibility-government-co-leads-and-ngo-co-facilitators",
        ),
    ),
    examples=(
        Example(
            "terms of the list, and one that the file explains",
            """
interagency: 2
roles: {alternating chair: co-lead}
sectors:
  health: {name: Health, seats: {co-chair: [who], alternating chair: [unicef], member: [iom]}}
""",
        ),
        Example(
            "a slip, and a term of its own",
            """
interagency: 2
sectors:
  health: {name: Health, seats: {co-chiar: [who]}}
  education: {name: Education, seats: {godparent: [unicef]}}
""",
            flags=("education", "health"),
        ),
    ),
)
