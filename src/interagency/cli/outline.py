"""What one line of the tree says of a body, a plan, an office or a post."""

from typing import Any

from interagency.checking import leadership_of
from interagency.checking.counting import counted
from interagency.cli.numbers import figure_text, money_text
from interagency.model import VACANT, Body, Certainty, Office, Plan, Post
from interagency.report.wording import WORDS, Wording

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
    open_ = sum(not leadership_of(snapshot, body).closed for body in snapshot.now.bodies)
    bodies = counted(open_, "body")
    leading = f"leadership: {held} held, {vacant} vacant, {bodies} not known in full"
    return "; ".join(part for part in (named, leading) if part)
