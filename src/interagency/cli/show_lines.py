"""What one line of the tree says of a body, a plan, an office or a post."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from interagency.cli.output import figure_text, money_text, number_text
from interagency.indicators import Requirements, whole_requirements
from interagency.indicators.appeals import NO_COUNTRY
from interagency.model import UNKNOWN, VACANT, Body, Certainty, Office, Plan, Post
from interagency.report.wording import WORDS, Wording
from interagency.snapshot import Snapshot
from interagency.snapshot.labels import counted

_SECTIONS = {
    "forums": "forum",
    "sectors": "sector",
    "sub_sectors": "sub-sector",
    "working_groups": "working group",
    "organizations": "organization",
    "plans": "plan",
    "offices": "office",
    "posts": "post",
}


def body_line(wording: Wording, body: Body) -> str:
    """Return a body with its leaders, where it works and to whom it reports."""
    scope, above = wording.scope(body), wording.reports_to(body)
    return _line(
        wording.title(body) + _doubtful_place(body),
        "; ".join(f"{term}: {holders}" for term, holders in wording.leaders(body)),
        f"[{scope}]" if scope else "",
        f"reports to {above}" if above else "",
    )


def _doubtful_place(body: Body) -> str:
    is_sure = body.within is None or body.within.certainty is Certainty.STATED
    return "" if is_sure or body.certainty is not Certainty.STATED else " (place inferred)"


def _line(*parts: Any) -> str:
    return "  ".join(str(part) for part in parts if part)


def plan_line(wording: Wording, plan: Plan) -> str:
    """Return a plan with its kind, status, countries, requirement and stated figures."""
    countries = " ".join(WORDS.get(each, each) for each in plan.countries)
    figures = ", ".join(f"{figure.name} {figure_text(figure)}" for figure in plan.figures)
    requirement = money_text(plan.requirement) if plan.requirement else ""
    forum = f"forum: {wording.end(plan.forum)}" if plan.forum else ""
    details = (plan.kind, plan.status, countries, requirement, figures, forum)
    return _line(wording.name(plan.id), *details)


def office_line(wording: Wording, office: Office) -> str:
    """Return an office with its kind and whose it is."""
    owner = f"of {wording.name(office.organization)}" if office.organization else ""
    return _line(wording.name(office.id), office.kind, owner)


def post_line(wording: Wording, post: Post) -> str:
    """Return a post with its grade, capacity, designations and to whom it reports."""
    title = f"{wording.name(post.id)}{f', {post.grade}' if post.grade else ''}"
    links = wording.snapshot.links(post.id, "reports_to")
    above = f"reports to {wording.ends(links)}" if links else ""
    return _line(title, post.capacity, ", ".join(post.designations), above)


def counts_line(wording: Wording) -> str:
    """Return how much there is of everything, in one line."""
    snapshot = wording.snapshot
    counts = {noun: len(getattr(snapshot.now, section)) for section, noun in _SECTIONS.items()}
    named = ", ".join(counted(count, noun) for noun, count in counts.items() if count)
    seats = [seat for seat in snapshot.now.seats if snapshot.standing(seat).leads]
    held = counted(sum(seat.holder not in WORDS for seat in seats), "seat")
    vacant = sum(seat.holder == VACANT for seat in seats)
    open_ = sum(not snapshot.leadership(body).closed for body in snapshot.now.bodies)
    bodies = counted(open_, "body")
    leading = f"leadership: {held} held, {vacant} vacant, {bodies} not known in full"
    return "; ".join(part for part in (named, leading) if part)


_INDENT = "    "
_ONE_OF = {"countries": "country", "sectors": "sector"}


def appeals_lines(snapshot: Snapshot) -> Iterator[str]:
    """Yield what is asked for in each plan that is no part of another, its chapters included."""
    plans = {plan.id: plan for plan in snapshot.now.plans}
    for id, found in whole_requirements(snapshot).items():
        yield _heading(snapshot, plans[id], found)
        yield from (f"{_INDENT}{line}" for line in _details(snapshot, found))


def _heading(snapshot: Snapshot, plan: Plan, found: Requirements) -> str:
    who = counted(found.organizations, "organization")
    parts = [f"{snapshot.name(plan.id)}: {counted(found.appeals, 'appeal')} of {who}"]
    if found.total is not None:
        total = number_text(found.total)
        parts.append(f"{total} {found.currency} in all{_beside(plan, found)}")
    elif found.unknown < found.appeals:
        parts.append("no sum of several currencies")
    if found.unknown:
        parts.append(f"{found.unknown} without a certain amount")
    return ", ".join(parts)


def _beside(plan: Plan, found: Requirements) -> str:
    """Return what the plan states itself, where that is another amount or the same."""
    stated = plan.requirement
    if stated is None:
        return ""
    same = (stated.amount, stated.currency) == (found.total, found.currency)
    return ", as the plan states" if same else f" ({money_text(stated)} is stated)"


def _details(snapshot: Snapshot, found: Requirements) -> Iterator[str]:
    countries = found.organizations_by_country
    name = partial(_meaning, snapshot)
    if len(countries) > 1:
        order = sorted(countries, key=lambda each: (-found.by_country.get(each, 0), each))
        counts = [
            (each, number_text(countries[each]), _sum(found.by_country, each)) for each in order
        ]
        names = [name("countries", each) for each in order]
        yield from _table(("country", "organizations", found.currency or ""), counts, names)
        yield from _twice_counted(found)
    if len(found.by_sector) > 1:
        order = sorted(found.by_sector, key=lambda each: (-found.by_sector[each], each))
        sums = [(each, _sum(found.by_sector, each)) for each in order]
        names = [name("sectors", each) for each in order]
        yield from _table(("sector", found.currency or ""), sums, names)
    if len(countries) > 1 or len(found.by_sector) > 1:
        yield _legend(found)


def _legend(found: Requirements) -> str:
    """Return what the columns hold, those that are there."""
    parts = []
    if len(found.organizations_by_country) > 1:
        parts.append("organizations: how many different ones appeal for the country")
    if found.currency is not None:
        parts.append(f"{found.currency}: what is asked for")
    return "; ".join([*parts, "?: no certain amount"])


def _meaning(snapshot: Snapshot, vocabulary: str, codes: str) -> str:
    """Return what a code of a row means, or each of those that one appeal joins."""
    if codes == NO_COUNTRY:
        return f"appeals that name no {_ONE_OF[vocabulary]}"
    names = {term.code: term.name for term in snapshot.vocabularies[vocabulary]}
    names[UNKNOWN] = "not known which"
    return " and ".join(names.get(code, f"{code} (in no list)") for code in codes.split("+"))


def _twice_counted(found: Requirements) -> Iterator[str]:
    """Yield why the organizations of the countries do not add up, where they do not."""
    several = found.counted_per_country
    if several > found.organizations:
        yield (
            f"counted in each country they are {number_text(several)}: one that appeals in several "
            f"countries counts in each, and is one of the {number_text(found.organizations)}"
        )


def _sum(sums: Mapping[str, Decimal], key: str) -> str:
    return number_text(sums[key]) if key in sums else "?"


def _table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], names: Sequence[str]
) -> Iterator[str]:
    """Yield rows with words to the left, numbers to the right, and what each is at the end."""
    whole = [heads, *rows]
    widths = [max(map(len, column)) for column in zip(*whole, strict=True)]
    for (first, *rest), name in zip(whole, ("", *names), strict=True):
        cells = map(str.rjust, rest, widths[1:])
        yield "  ".join([first.ljust(widths[0]), *cells, name]).rstrip()
