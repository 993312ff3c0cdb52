"""A post that leads several bodies, or leads one besides another function."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import UNKNOWN, Body, Post
from interagency.snapshot import Snapshot


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each post that leads two bodies, or one besides another function."""
    led = _led(snapshot) if snapshot.now.posts else {}
    for post in snapshot.certain(Post):
        bodies = sorted(led.get(post.id, ()))
        several = len(_distinct(snapshot, bodies)) > 1 and post.stands_for is None
        halved = _is_double_hatting(snapshot, post)
        if bodies and (several or halved):
            names = " and ".join(snapshot.name(id) for id in bodies)
            besides = ", besides another function" if halved else ""
            message = f"{snapshot.name(post.id)} leads {names}{besides}"
            yield Finding(post.id, message, tuple(bodies))


def _led(snapshot: Snapshot) -> Mapping[str, frozenset[str]]:
    """Return the bodies that each post certainly leads or co-leads."""
    found: dict[str, set[str]] = defaultdict(set)
    for body in snapshot.certain(Body):
        for seat in snapshot.leadership(body).held:
            for id in {seat.held_by, seat.post} - {None, UNKNOWN}:
                found[str(id)].add(body.id)
    return {id: frozenset(bodies) for id, bodies in found.items()}


def _distinct(snapshot: Snapshot, bodies: list[str]) -> list[str]:
    """Return the bodies that no line, not even a disputed one, says to be another of them."""
    others = {*bodies, UNKNOWN}
    return [
        id
        for id in bodies
        if not any(link.to in others - {id} for link in snapshot.links(id, "same_as"))
    ]


def _is_double_hatting(snapshot: Snapshot, post: Post) -> bool:
    known = snapshot.vocabularies["capacities"]
    return post.capacity is not None and known.is_a(post.capacity, "double-hatting")


RULE = Rule(
    name="double-hatting",
    severity=Severity.WARNING,
    summary="A post that leads two bodies or more, or leads one besides another function.",
    rationale=(
        "Coordination takes the time of a whole post: who has two such tasks gives each of them "
        "half. For comparison, in 2023 dedicated coordinators covered 71 % of clusters in IASC "
        "structures, and 85 % had a coordinator at all, so that some 14 % were double-hatting. Two "
        "bodies that may be the same (`same_as`) count as one, and a post that stands for several "
        "is not counted. To clear it, give the second body to another post, or write `capacity: "
        "dedicated` if coordination is all that the post does."
    ),
    check=check,
    sources=(
        Citation(
            "The Pulse of Humanitarian Coordination 2023, cluster coordination, national level",
            "https://humanitarianaction.info/article/cluster-coordination-national-level",
        ),
    ),
    examples=(
        Example(
            "a post for each body, and one that only takes part in a second",
            """
interagency: 2
sectors:
  health: {name: Health, seats: {lead: [{holder: who, post: health-coordinator}]}}
  wash: {name: WASH, seats: {lead: [wash-coordinator], member: [health-coordinator]}}
posts:
  health-coordinator: {title: Health Coordinator, organization: who, capacity: dedicated}
  wash-coordinator: {title: WASH Coordinator, organization: unicef}
""",
        ),
        Example(
            "one post that leads two sectors, and one that leads besides running a programme",
            """
interagency: 2
sectors:
  wash: {name: WASH, seats: {lead: [wash-nutrition-coordinator]}}
  nutrition: {name: Nutrition, seats: {lead: [{holder: unicef, post: wash-nutrition-coordinator}]}}
  education: {name: Education, seats: {co-lead: [head-of-education, unknown]}}
posts:
  wash-nutrition-coordinator: {title: WASH and Nutrition Coordinator, organization: unicef}
  head-of-education: {title: Head of Education, organization: unicef, capacity: double-hatting}
""",
            flags=("head-of-education", "wash-nutrition-coordinator"),
        ),
    ),
)
