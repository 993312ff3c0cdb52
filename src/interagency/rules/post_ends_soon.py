"""A post that ends soon, and that no other takes over from."""

from collections.abc import Iterator
from datetime import timedelta

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.snapshot import Snapshot

_SOON = timedelta(days=90)


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each post that ends within 90 days, and that nothing succeeds."""
    succeeded = {link.to for link in snapshot.whole.links if link.kind == "succeeds"}
    for post in snapshot.now.posts if snapshot.day else ():
        if post.until is None or snapshot.day is None or not post.is_certain:
            continue
        if post.until.last - snapshot.day <= _SOON and post.id not in succeeded:
            duties = f", with {', '.join(post.duties)}" if post.duties else ""
            message = f"{snapshot.name(post.id)} ends {post.until}{duties}"
            yield Finding(post.id, message, evidence=(f"until {post.until}",))


RULE = Rule(
    name="post-ends-soon",
    severity=Severity.INFO,
    summary="A post that ends within 90 days, and that no other post succeeds.",
    rationale=(
        "Deployments are short, and what a post held, with its contacts and its duties, "
        "leaves with it. It looks 90 days ahead, the three months of a usual deployment. To "
        "clear it, write the post that `succeeds` it, or its new end."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR Inter-Agency Coordination Officer P3, Bucharest (vacancy, March 2022: "
            "a deployment of three months)",
        ),
        Citation(
            "That 90 days are soon follows from a deployment of three months, and is "
            "written nowhere",
            verified=False,
        ),
    ),
    examples=(
        Example(
            "a post that ends next year, and one that another succeeds",
            """
interagency: 2
as_of: 2022-04-01
posts:
  open: {title: Open}
  senior: {title: Senior Officer, until: 2023}
  officer: {title: Officer, until: 2022-06}
  next: {title: Next Officer, since: 2022-06, succeeds: [officer]}
""",
        ),
        Example(
            "a deployment of three months",
            """
interagency: 2
as_of: 2022-04-01
posts: {officer: {title: Officer, until: 2022-06-14, duties: [sitrep]}}
""",
            flags=("officer",),
        ),
    ),
)
