"""A product that somebody has to ask for, while no post has the duty."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.snapshot import Snapshot, asked_by


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each product that no post makes, and that is the duty of none."""
    if "posts" not in snapshot.now.complete:
        return
    for product in snapshot.now.products:
        if product.is_certain and product.kind and not asked_by(snapshot, product):
            message = f"{snapshot.name(product.id)} is the duty of no post, and no post makes it"
            yield Finding(product.id, message, product.by, (product.kind,))


RULE = Rule(
    name="duty-without-post",
    severity=Severity.WARNING,
    summary="A product that is the duty of no post.",
    rationale=(
        "What everyone expects and nobody has to do is done when somebody has time. It looks "
        "at each product: a post makes it (`by`), or has the duty that belongs to its kind. "
        "It needs all posts to be written (`complete: [posts]`). To clear it, write the duty "
        "of the post that has it, or create one."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR Inter-Agency Coordination Officer P3, Bucharest (vacancy, March 2022: "
            "the duties of the post: sitrep, weekly report, contact list, plan "
            "monitoring)",
        ),
    ),
    examples=(
        Example(
            "a contact list that is the duty of a post, and a sitrep that a post makes",
            """
interagency: 2
complete: [posts]
posts: {officer: {title: Officer, duties: [contact-list]}}
products:
  contacts: {kind: contact-list}
  sitrep: {kind: sitrep, by: [officer]}
""",
        ),
        Example(
            "a sitrep that is the duty of no post",
            """
interagency: 2
complete: [posts]
posts: {officer: {title: Officer, duties: [contact-list]}}
products: {sitrep: {name: Sitrep, kind: sitrep}}
""",
            flags=("sitrep",),
        ),
    ),
    needs=("posts",),
)
