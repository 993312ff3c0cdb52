"""An inter-sector group that works without a plan of its work."""

from collections.abc import Iterator

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.model import Body, Product
from interagency.snapshot import Question, Snapshot

_GROUP = "inter-sector"
_PLAN = "work-plan"


def check(snapshot: Snapshot) -> Iterator[Finding | Question]:
    """Yield a finding for each inter-sector group without a work plan, a question if unknown."""
    kinds = snapshot.vocabularies["body-kinds"]
    complete = "products" in snapshot.now.complete
    for body in snapshot.certain(Body):
        if not any(kinds.is_a(kind, _GROUP) for kind in body.kind):
            continue
        if any(_may_be_its(each, body) for each in snapshot.now.products):
            continue
        name = snapshot.name(body.id)
        if complete:
            yield Finding(body.id, f"{name} has no work plan", evidence=(_PLAN,))
        elif _has_secretariat(snapshot, body):
            write = f"products: an entry of kind {_PLAN} with by: [{body.id}]"
            yield Question(body.id, _PLAN, f"What is the work plan of {name}, and of when?", write)


def _may_be_its(product: Product, body: Body) -> bool:
    """Return whether a product is the work plan of a group, or may be."""
    return product.kind == _PLAN and body.id in (*product.by, *product.on_behalf_of)


def _has_secretariat(snapshot: Snapshot, body: Body) -> bool:
    """Return whether a group has a secretariat, whose first paper is the plan of its work."""
    return any("secretariat" in seat.term for seat in snapshot.seats(body.id))


RULE = Rule(
    name="work-plan-missing",
    severity=Severity.INFO,
    summary="An inter-sector group without a work plan.",
    rationale=(
        "A group that sets priorities for all and writes no plan of its work sets them anew at "
        "each meeting. It looks at groups of kind `inter-sector` and at products of kind "
        "`work-plan` that are made by them or on their behalf. Where not all products are "
        "written, only groups with a secretariat are asked about. To clear it, write the plan."
    ),
    check=check,
    sources=(
        Citation(
            "UNHCR Senior Inter-Agency Coordination Officer, Panama (vacancy, 2023): "
            "determining collective priorities, managing the work plans of the multi-sector "
            "group and supervising secretariat functions",
        ),
    ),
    examples=(
        Example(
            "a multi-sector group with a work plan, and a forum that needs none",
            """
interagency: 2
complete: [products]
forums: {msg: {name: Multi-sector group, kind: inter-sector}, rcf: {name: RCF, kind: rcf}}
products: {plan: {kind: work-plan, by: [msg]}}
""",
        ),
        Example(
            "one with a secretariat and with another group's plan",
            """
interagency: 2
complete: [products]
forums:
  msg: {name: Multi-sector group, kind: inter-sector, seats: {secretariat: [unhcr]}}
  other: {name: Task team, kind: operational}
products: {plan: {kind: work-plan, by: [other]}}
""",
            flags=("msg",),
        ),
    ),
)
