"""`interagency show`: the structure as a tree, with leads, vacancies and unknowns marked."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeVar

import click

from interagency.change.history import history, history_lines
from interagency.cli.channel import pour, say
from interagency.cli.inputs import at_option, plugins_of, snapshot_of
from interagency.cli.lookup import known
from interagency.cli.output import table_text
from interagency.cli.show_lines import (
    appeals_lines,
    body_line,
    counts_line,
    office_line,
    plan_line,
    post_line,
)
from interagency.model import (
    Agreement,
    Body,
    Day,
    Decision,
    Mandate,
    Office,
    Organization,
    Plan,
    Post,
    Product,
)
from interagency.plugins.loading import Plugins
from interagency.plugins.running import check
from interagency.report.card import Recorded, group_card
from interagency.report.organization_card import organization_card
from interagency.report.post_card import post_card
from interagency.report.printing import shown
from interagency.report.record_card import record_card
from interagency.report.wording import Wording
from interagency.snapshot import Snapshot

# What lies deeper is drawn no further to the right, and says how deep it lies.
_DEEPEST = 20

Entity = TypeVar("Entity", bound=Body | Plan | Office | Post)
_SHOWN: tuple[type[Organization | Body | Post | Recorded], ...] = (
    *(Organization, Body, Post, Plan, Office, Product, Decision, Agreement, Mandate),
)


@click.command()
@click.argument("path")
@click.argument("id", required=False, metavar="[ID]")
@click.option("--members", is_flag=True, help="Write the members of each body below it.")
@click.option("--focus", metavar="GROUP", help="Only what lies in a body, and the body itself.")
@click.option(
    "--history",
    "past",
    metavar="GROUP",
    help="What became of a body: what it took over from, who led it, what was decided.",
)
@at_option
@click.pass_context
def show(
    context: click.Context,
    path: str,
    id: str | None,
    members: bool,
    focus: str | None,
    past: str | None,
    at: Day | None,
) -> None:
    """Draw a document as a tree: bodies with who leads them, plans, offices and posts.

    With an ID, show the card of that entry: of an organization, in which bodies it sits and
    through which post; of a group, a post (as terms of reference), a plan, an office, a product,
    a decision or an agreement, all that is recorded of it and what is open.

    A question mark is what nobody wrote down; VACANT is a seat known to be empty. What the appeals
    of a plan add up to stands below the plans, with organizations counted once.
    """
    if id is not None and (members or focus or past):
        options = "--members, --focus and --history"
        raise click.UsageError(f"a card shows all of one entry; leave out {options}")
    plugins = plugins_of(context, *(["rules"] if id else ["vocabularies"]))
    snapshot = snapshot_of(path, at, plugins)
    wording = Wording.on(snapshot, whole=True)
    title = shown(snapshot.now.title or "untitled")
    pour(f"{click.style(title, bold=True)}\n")
    say("  ".join(wording.setting()))
    if id is not None:
        pour(_card(wording, id, at, plugins))
        return
    if past is not None:
        pour(_history(snapshot, past))
        return
    if focus is not None:
        head = known(snapshot, focus, (Body,), "a group")
        pour("\n" + "\n".join(_bodies(wording, members, head)) + "\n")
        return
    trees = {
        "Bodies": _bodies(wording, members),
        "Plans": _plans(wording),
        "Appeals": map(shown, appeals_lines(snapshot)),
        "Offices and posts": _offices(wording),
    }
    for heading, tree in trees.items():
        if lines := "\n".join(tree):
            pour(f"\n{heading}\n{lines}\n")
    pour(f"\n{counts_line(wording)}\n")


def _history(snapshot: Snapshot, id: str) -> str:
    """Return what happened to a body, of whatever day; nothing recorded is told too."""
    every = Snapshot.of_all_time(snapshot.whole, snapshot.vocabularies)
    body = known(every, id, (Body,), "a group")
    lines = [*history_lines(history(snapshot.whole, body.id, snapshot.vocabularies))]
    rows = [(shown(day), shown(text)) for day, text in lines]
    return table_text(rows or [(shown(every.name(body)), "no dates, leads or decisions recorded")])


def _card(wording: Wording, id: str, at: Day | None, plugins: Plugins) -> str:
    """Return all that is recorded of an entry, with what is open."""
    found = known(wording.snapshot, id, _SHOWN, "an entry that has a card")
    report = check(wording.snapshot.whole, on=at, plugins=plugins)
    match found:
        case Organization():
            lines = organization_card(wording, found, report.questions)
        case Body():
            lines = group_card(wording, found, report.findings, report.questions)
        case Post():
            lines = post_card(wording, found, report.findings, report.questions)
        case _:
            lines = record_card(wording, found, report.findings, report.questions)
    return table_text([(shown(name), shown(text)) for name, text in lines])


def _bodies(wording: Wording, members: bool, head: Body | None = None) -> Iterator[str]:
    """Yield the tree of bodies, or what lies in one of them."""
    bodies = wording.snapshot.now.bodies
    if head is not None:
        bodies = tuple(each for each in bodies if head in wording.snapshot.upward(each))

    def line(body: Body) -> str:
        seats = [f"{term}: {who}" for term, who in wording.members(body)] if members else []
        return "  ".join([body_line(wording, body), *([f"({'; '.join(seats)})"] if seats else [])])

    return _drawn(bodies, lambda body: body.parent, line)


def _plans(wording: Wording) -> Iterator[str]:
    plans = wording.snapshot.now.plans
    return _drawn(plans, lambda plan: plan.part_of, lambda plan: plan_line(wording, plan))


def _offices(wording: Wording) -> Iterator[str]:
    def line(each: Office | Post) -> str:
        return post_line(wording, each) if isinstance(each, Post) else office_line(wording, each)

    # The posts of an office stand before the offices below it, those of no office at the end.
    now = wording.snapshot.now
    offices = now.offices
    ids = {office.id for office in offices}
    placed = [post for post in now.posts if post.office in ids]
    loose = [post for post in now.posts if post.office not in ids]
    entities: list[Office | Post] = [*placed, *offices, *loose]
    return _drawn(entities, _above, line)


def _above(each: Office | Post) -> str | None:
    return each.office if isinstance(each, Post) else each.parent


def _drawn(
    entities: Collection[Entity],
    above: Callable[[Entity], str | None],
    line: Callable[[Entity], str],
) -> Iterator[str]:
    """Yield the lines of a tree; what lies in nothing that is here stands at the top."""
    here = {each.id for each in entities}
    below: dict[str | None, list[Entity]] = defaultdict(list)
    for each in entities:
        parent = above(each)
        below[parent if parent in here else None].append(each)
    # A stack rather than recursion: bodies may lie in one another without end.
    waiting = _branches(below[None], "", 1)
    while waiting:
        each, margin, level, is_last = waiting.pop()
        depth = f"(level {level}) " if level > _DEEPEST else ""
        yield f"{margin}{'└── ' if is_last else '├── '}{depth}{shown(line(each))}"
        if level < _DEEPEST:
            margin += "    " if is_last else "│   "
        waiting += _branches(below[each.id], margin, level + 1)


def _branches(
    entities: Sequence[Entity], margin: str, level: int
) -> list[tuple[Entity, str, int, bool]]:
    return [(each, margin, level, each is entities[-1]) for each in reversed(entities)]
