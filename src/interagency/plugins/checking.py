"""`check` with the rules of plugins: what most callers want."""

from collections.abc import Iterable, Mapping
from datetime import date
from fnmatch import fnmatchcase
from typing import final

from interagency import checking
from interagency.checking import Report, Rule
from interagency.checking.waiver import WAIVER_RULES
from interagency.errors import UnknownName
from interagency.model import Architecture, Day
from interagency.plugins.loading import Plugins, load_plugins


@final
class UnknownRule(UnknownName):
    """A name, or a pattern of names, that no rule has."""

    sort = "rule"


def check(
    architecture: Architecture,
    *,
    on: Day | date | str | None = None,
    select: Iterable[str] = ("*",),
    ignore: Iterable[str] = (),
    plugins: Plugins | None = None,
) -> Report:
    """Return what the rules of plugins say of an architecture; findings never raise.

    Args:
        architecture: The architecture.
        on: The day; by default the last day of what the document says in `as_of`, never today.
        select: Names of the rules to run; `*` stands for any letters. If only some are chosen,
            what the document leaves open whatever the rules is not asked.
        ignore: Names of the rules to leave out; they win over `select`.
        plugins: What plugins give; by default the built-in and the installed ones.

    Raises:
        UnknownRule: If a name fits no rule.
    """
    given = plugins or load_plugins()
    patterns = tuple(select)
    names = {rule.name for rule in chosen(all_rules(given), patterns, ignore)}
    rules = [rule for name, rule in given.rules.items() if name in names]
    ask = "*" in patterns
    return checking.check(architecture, rules, on, given.vocabularies, ask=ask)


def all_rules(plugins: Plugins) -> Mapping[str, Rule]:
    """Return every rule by name: those of plugins, and those on waivers, which are of none."""
    rules = {**WAIVER_RULES, **plugins.rules}
    return {name: rules[name] for name in sorted(rules)}


def chosen(
    rules: Mapping[str, Rule], select: Iterable[str] = ("*",), ignore: Iterable[str] = ()
) -> list[Rule]:
    """Return the rules that are selected and not ignored.

    Raises:
        UnknownRule: If a name fits no rule.
    """
    kept = _fitting(rules, select) - _fitting(rules, ignore)
    return [rules[name] for name in sorted(kept)]


def _fitting(rules: Mapping[str, Rule], patterns: Iterable[str]) -> set[str]:
    found = set()
    for pattern in patterns:
        fitting = {name for name in rules if fnmatchcase(name, pattern)}
        if not fitting and pattern != "*":
            raise UnknownRule(pattern, rules)
        found |= fitting
    return found
