"""`interagency show`: the structure as a tree, with leads, vacancies and unknowns marked."""

from io import StringIO

import click
from rich.console import Console
from rich.markup import escape
from rich.tree import Tree

from interagency.checking import Snapshot
from interagency.cli.inputs import at_option, day_text, plugins_of, shown, snapshot_of
from interagency.cli.outline import (
    body_line,
    counts_line,
    office_line,
    plan_line,
    post_line,
    setting,
)
from interagency.model import UNKNOWN, Body, Day, Office


@click.command()
@click.argument("path")
@at_option
@click.pass_context
def show(context: click.Context, path: str, at: Day | None) -> None:
    """Draw a document as a tree: bodies with who leads them, plans, offices and posts.

    A question mark is what nobody wrote down; VACANT is a seat known to be empty.
    """
    snapshot = snapshot_of(path, at, plugins_of(context))
    title = shown(snapshot.now.title or "untitled")
    click.echo(click.style(title, bold=True))
    click.echo(f"{day_text(snapshot.day)}  {setting(snapshot)}".rstrip())
    for tree in (_bodies(snapshot), _plans(snapshot), _offices(snapshot)):
        if tree.children:
            click.echo(_drawn(tree), nl=False)
    click.echo(f"\n{counts_line(snapshot)}")


def _drawn(tree: Tree) -> str:
    out = StringIO()
    Console(file=out, width=10_000, color_system=None, emoji=False).print(tree, highlight=False)
    return "\n" + "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _bodies(snapshot: Snapshot) -> Tree:
    tree = Tree("Bodies")
    for body in snapshot.now.bodies:
        if body.parent is None:
            _add_body(tree, snapshot, body)
    return tree


def _add_body(tree: Tree, snapshot: Snapshot, body: Body) -> None:
    branch = tree.add(escape(shown(body_line(snapshot, body))))
    for child in snapshot.children(body.id):
        _add_body(branch, snapshot, child)


def _plans(snapshot: Snapshot) -> Tree:
    tree, branches = Tree("Plans"), dict[str, Tree]()
    plans = {plan.id: plan for plan in snapshot.now.plans}
    for plan in sorted(plans.values(), key=lambda plan: plan.part_of in plans):
        above = branches.get(plan.part_of or "", tree)
        branches[plan.id] = above.add(escape(shown(plan_line(snapshot, plan))))
    return tree


def _offices(snapshot: Snapshot) -> Tree:
    tree = Tree("Offices and posts")
    for office in snapshot.now.offices:
        if office.parent is None:
            _add_office(tree, snapshot, office)
    for post in snapshot.now.posts:
        if post.office in (None, UNKNOWN):
            tree.add(escape(shown(post_line(snapshot, post))))
    return tree


def _add_office(tree: Tree, snapshot: Snapshot, office: Office) -> None:
    branch = tree.add(escape(shown(office_line(snapshot, office))))
    for post in snapshot.now.posts:
        if post.office == office.id:
            branch.add(escape(shown(post_line(snapshot, post))))
    for below in snapshot.now.offices:
        if below.parent == office.id:
            _add_office(branch, snapshot, below)
