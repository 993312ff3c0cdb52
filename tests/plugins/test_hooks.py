"""The hooks: what authors of plugins import, and that each hook has a record."""

from inspect import getmembers, isfunction

from interagency import plugins
from interagency.plugins import hookspecs
from interagency.plugins.loading import load_plugins
from tests.plugins.makers import giving


def test_authors_of_plugins_need_one_mark() -> None:
    assert plugins.hookimpl is hookspecs.hookimpl


def test_every_hook_may_give_nothing() -> None:
    hooks = [name for name, _ in getmembers(hookspecs, isfunction)]
    assert {"interagency_rules", "interagency_exporters"} <= set(hooks)
    empty = giving("empty", **{name.removeprefix("interagency_"): () for name in hooks})
    assert load_plugins(empty, entry_points=False).names[-1] == "empty"
