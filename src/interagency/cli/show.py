"""`interagency show`: the structure as a tree, with leads, vacancies and unknowns marked."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final, TypeVar

import click

from interagency.cli.inputs import at_option, plugins_of, shown, snapshot_of
from interagency.cli.show_lines import (
    appeals_lines,
    body_line,
    counts_line,
    office_line,
    plan_line,
    post_line,
)
from interagency.model import Body, Day, Office, Plan, Post
from interagency.report.wording import Wording

# What lies deeper is drawn no further to the right, and says how deep it lies.
_DEEPEST: Final = 20

Entity = TypeVar("Entity", bound=Body | Plan | Office | Post)


@click.command()
@click.argument("path")
@at_option
@click.pass_context
def show(context: click.Context, path: str, at: Day | None) -> None:
    """Draw a document as a tree: bodies with who leads them, plans, offices and posts.

    A question mark is what nobody wrote down; VACANT is a seat known to be empty. What the appeals
    of a plan add up to stands below the plans, with organizations counted once.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    wording = Wording.on(snapshot, whole=True)
    title = shown(snapshot.now.title or "untitled")
    click.echo(click.style(title, bold=True))
    click.echo(shown("  ".join(wording.setting())))
    trees = {
        "Bodies": _bodies(wording),
        "Plans": _plans(wording),
        "Appeals": map(shown, appeals_lines(snapshot)),
        "Offices and posts": _offices(wording),
    }
    for heading, tree in trees.items():
        if lines := "\n".join(tree):
            click.echo(f"\n{heading}\n{lines}")
    click.echo(f"\n{counts_line(wording)}")


def _bodies(wording: Wording) -> Iterator[str]:
    bodies = wording.snapshot.now.bodies
    return _drawn(bodies, lambda body: body.parent, lambda body: body_line(wording, body))


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
