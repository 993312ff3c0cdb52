"""A number that a source states, and that what is written does not bear out."""

from collections.abc import Iterator, Mapping

from interagency.checking import Citation, Example, Finding, Rule, Severity
from interagency.indicators import requirements
from interagency.model import Body, Figure, Plan, is_open
from interagency.snapshot import Participation, Snapshot

_PARTS = ("appealing", "implementing")
# Who takes part in a plan, by how; None if that is not certain.
Parts = tuple[set[str], set[str]] | None


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each stated figure that differs from a count that is certain."""
    participation = snapshot.participation
    counted = _counted(participation) if participation.is_complete("appeals") else {}
    for plan in snapshot.certain(Plan):
        counts: dict[str, int | None] = dict(counted.get(plan.id, {}))
        if not is_open(plan.countries):
            counts["countries"] = len(plan.countries)
        yield from _compared(snapshot, plan, counts)
    for body in snapshot.certain(Body):
        if body.figures and participation.members_are_known(body):
            yield from _compared(snapshot, body, {"members": _members(snapshot, body)})


def _compared(
    snapshot: Snapshot, subject: Plan | Body, counts: Mapping[str, int | None]
) -> Iterator[Finding]:
    for figure in subject.figures:
        count = counts.get(figure.name)
        if count is not None and figure.admits(count) is False:
            name = snapshot.name(subject.id)
            message = f"{name} is said to have {figure} {figure.name}, and {count} are written"
            message += _counted_otherwise(snapshot, subject, figure)
            yield Finding(subject.id, message, (), (f"figures.{figure.name}",))


def _counted_otherwise(snapshot: Snapshot, subject: Plan | Body, figure: Figure) -> str:
    """Return what explains a figure: organizations that were counted anew in each country."""
    if figure.name != "appealing-organizations":
        return ""
    counted = requirements(snapshot, subject.id).counted_per_country
    return f"; in each country counted anew they are {counted}" if figure.admits(counted) else ""


def _counted(participation: Participation) -> Mapping[str, Mapping[str, int]]:
    """Return, for each plan with its chapters, how many different organizations take part."""
    taking_part = _taking_part(participation)
    found = {}
    for plan in participation.chapters_first:
        parts = taking_part[plan.id]
        for chapter in participation.chapters(plan):
            inside = taking_part.pop(chapter.id)
            parts = _joined(parts, inside if chapter.is_certain or _is_empty(inside) else None)
        taking_part[plan.id] = parts
        if parts and any(parts):
            counts = zip(_PARTS, map(len, parts), strict=True)
            found[plan.id] = {f"{kind}-organizations": count for kind, count in counts}
    # Who takes part in a plan that lies nobody knows where takes part in some other plan too.
    return found if all(_is_empty(taking_part[each.id]) for each in participation.adrift) else {}


def _taking_part(participation: Participation) -> dict[str, Parts]:
    """Return who takes part in each plan itself."""
    found: dict[str, Parts] = {plan.id: (set(), set()) for plan in participation.chapters_first}
    snapshot = participation.snapshot
    for each in snapshot.now.appeals:
        parts = found[each.plan]
        doubtful = not each.is_certain or snapshot.may_be_another(each.organization)
        if each.participation not in _PARTS or doubtful:
            found[each.plan] = None
        elif parts is not None:
            organization = snapshot.identity(each.organization)
            parts[_PARTS.index(each.participation)].add(organization)
    return found


def _is_empty(parts: Parts) -> bool:
    return parts is not None and not any(parts)


def _joined(one: Parts, other: Parts) -> Parts:
    """Return who is in one or in both, by adding the fewer to the more; neither is used again."""
    if one is None or other is None:
        return None
    (small, more), (few, many) = (sorted(pair, key=len) for pair in zip(one, other, strict=True))
    more |= small
    many |= few
    return more, many


def _members(snapshot: Snapshot, body: Body) -> int | None:
    """Return how many different organizations have a seat in a body; None if that is in doubt."""
    held = {seat.held_by for seat in snapshot.seats(body.id) if seat.held_by}
    behind = {snapshot.identity(snapshot.organization_of(each) or "") for each in held}
    return None if any(map(snapshot.may_be_another, behind)) else len(behind)


RULE = Rule(
    name="stated-figure-differs",
    severity=Severity.WARNING,
    summary="A number that a source states, and that what is written does not bear out.",
    rationale=(
        "Organizations counted per country are not organizations: one that appeals in three "
        "countries is one. Figures are compared with distinct counts, only where the list is "
        "written whole (`complete: [appeals]`, the countries of a plan, or the members of a "
        "body). To clear it, add what is missing, or correct the figure."
    ),
    check=check,
    sources=(
        Citation(
            "OCHA FTS, plan 1072, 3RP 2022 (organizations per country add up to 294, and are 212)",
            "https://fts.unocha.org/plans/1072/summary",
        ),
        Citation("UNHCR vacancy, Panama 2023 (228 appealing, more than 100 implementing)"),
    ),
    examples=(
        Example(
            "one organization in two countries is counted once, and about 80 says nothing exact",
            """
interagency: 2
complete: [appeals]
plans:
  rrp:
    kind: RRP
    countries: [ROU, MDA]
    figures: {appealing-organizations: 1, countries: 2, implementing-organizations: "~80"}
appeals:
- {plan: rrp, organization: unhcr, participation: appealing, country: ROU}
- {plan: rrp, organization: unhcr, participation: appealing, country: MDA}
""",
        ),
        Example(
            "organizations counted per country",
            """
interagency: 2
complete: [appeals]
plans:
  rrp: {kind: RRP, figures: {appealing-organizations: 2}}
appeals:
- {plan: rrp, organization: unhcr, participation: appealing, country: ROU}
- {plan: rrp, organization: unhcr, participation: appealing, country: MDA}
""",
            flags=("rrp",),
        ),
        Example(
            "countries that are one fewer than a plan is said to have",
            """
interagency: 2
plans:
  rrp: {name: Plan, kind: RRP, countries: [ROU, MDA], figures: {countries: 3}}
""",
            flags=("rrp",),
        ),
    ),
)
