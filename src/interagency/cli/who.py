"""`interagency who`: which post has a duty, which duties several have, and which none."""

from collections.abc import Iterator

import click

from interagency.cli.channel import say, say_all
from interagency.cli.inputs import at_option, plugins_of, snapshot_of
from interagency.cli.output import aligned
from interagency.model import Day, Post
from interagency.snapshot import Snapshot, asked_by, posts_with


@click.command()
@click.argument("path")
@click.argument("duty", required=False)
@at_option
@click.pass_context
def who(context: click.Context, path: str, duty: str | None, at: Day | None) -> None:
    """Show which posts have a DUTY; without one, who has which, and which no post is recorded with.

    DUTY is a code of the vocabulary duties, or one of its other names.
    """
    snapshot = snapshot_of(path, at, plugins_of(context, "vocabularies"))
    if duty is None:
        say_all(_all(snapshot))
        return
    code = _code(snapshot, duty)
    posts = posts_with(snapshot, code)
    term = snapshot.vocabularies["duties"].get(code)
    say(f"{code}: {term.name}" if term else code)
    for post in posts:
        say(f"    {_post(snapshot, post)}")
    for line in _products(snapshot, code):
        say(f"    {line}")
    if not posts:
        closed = "posts" in snapshot.now.complete
        say("    no post has it" if closed else "    no post is recorded with it")
        context.exit(1)


def _code(snapshot: Snapshot, text: str) -> str:
    """Return the code of a duty, which a user may call by any of its names.

    Raises:
        click.UsageError: If no post has it, and no list.
    """
    duties = snapshot.vocabularies["duties"]
    if text in duties or any(text in post.duties for post in snapshot.now.posts):
        return text
    found = duties.spelled(text)
    if found is None:
        close = " or ".join(duties.suggest(text))
        hint = f"did you mean {close}?" if close else "`interagency codes duties` lists them"
        raise click.UsageError(f"no duty {text!r}; {hint}")
    return found.code


def _post(snapshot: Snapshot, post: Post) -> str:
    """Return a post with whose it is, where it sits and to whom it reports."""
    behind = snapshot.organization_of(post.id)
    parts = [snapshot.name(behind)] if behind else ["whose post is not recorded"]
    parts += [snapshot.name(post.office)] if post.office in snapshot.now.entities else []
    above = [link.target for link in snapshot.links(post.id, "reports_to") if link.target]
    parts += [f"reports to {', '.join(map(snapshot.name, above))}"] if above else []
    return f"{snapshot.name(post.id)} ({'; '.join(parts)})"


def _products(snapshot: Snapshot, duty: str) -> Iterator[str]:
    """Yield the products that the posts with a duty ask for on account of it."""
    ids = {post.id for post in posts_with(snapshot, duty)}
    for product in snapshot.now.products:
        named_so = duty in (product.id, product.kind)
        if named_so and not ids.isdisjoint(asked_by(snapshot, product)):
            rhythm = ", ".join(filter(None, (product.frequency, *map(str, product.due))))
            yield f"for {snapshot.name(product.id)}{f', {rhythm}' if rhythm else ''}"


def _all(snapshot: Snapshot) -> Iterator[str]:
    """Yield every duty that a post has with who has it, and at the end those of no post."""
    duties = snapshot.vocabularies["duties"]
    held = dict.fromkeys(duty for post in snapshot.now.posts for duty in post.duties)
    rows = []
    for duty in held:
        names = [snapshot.name(post.id) for post in posts_with(snapshot, duty)]
        twice = "  (several: who answers for it?)" if len(names) > 1 else ""
        rows.append((duty, ", ".join(names) + twice))
    yield from aligned(rows) if rows else ("no post is recorded with a duty",)
    none = [term.code for term in duties if term.code not in held]
    word = "no post has" if "posts" in snapshot.now.complete else "no post is recorded with"
    if none:
        yield ""
        yield f"{word}: {', '.join(none)}"
