"""`compare` with the rules and reference models of plugins: what most callers want."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve

from interagency import change
from interagency.change import ChangeSet, Comparison, WhatIf, apply
from interagency.change.consequences import Answers, answers_of, consequences
from interagency.change.effects import effects_of
from interagency.conformance import ReferenceModel
from interagency.model import Architecture, Day
from interagency.plugins.loading import Plugins, load_plugins
from interagency.plugins.running import UnknownModel, chosen, model_named


def compare(
    before: Architecture,
    after: Architecture,
    *,
    on: tuple[Day | date | str, Day | date | str] | None = None,
    plugins: Plugins | None = None,
) -> Comparison:
    """Return what is different between two architectures, and what that does.

    Below the facts stand the findings, questions, clauses and indicators that are new, gone or
    changed. For the facts alone, which takes less time, use `interagency.change.compare`.

    Args:
        before: The earlier one.
        after: The later one; the same one, to compare two days of it.
        on: The day of each on which to look; by default all facts are compared, and each is
            checked on the last day of its own `as_of`.
        plugins: What plugins give; by default the built-in and the installed ones.
    """
    given = plugins or load_plugins()
    found = change.compare(before, after, on, given.vocabularies)
    return with_consequences(found, on or (None, None), given)


def with_consequences(
    comparison: Comparison,
    days: tuple[Day | date | str | None, Day | date | str | None],
    plugins: Plugins,
) -> Comparison:
    """Return a comparison that also says what the change does.

    Args:
        comparison: What is different.
        days: The day on which to look at each side; by default that of its `as_of`.
        plugins: What plugins give.
    """
    sides = comparison.before, comparison.after
    models = tuple(_models(plugins, [name for each in sides for name in each.conforms_to]))
    said = [
        _answers(architecture, on, models, plugins)
        for architecture, on in zip(sides, days, strict=True)
    ]
    return evolve(comparison, consequences=consequences(*said))


def _answers(
    architecture: Architecture,
    on: Day | date | str | None,
    models: Iterable[ReferenceModel],
    plugins: Plugins,
) -> Answers:
    rules = chosen(plugins.rules)
    return answers_of(architecture, rules, models, on, plugins.vocabularies)


def _models(plugins: Plugins, names: Iterable[str]) -> Iterator[ReferenceModel]:
    """Yield the models that documents say they follow; a rule reports those that nobody has."""
    for name in dict.fromkeys(names):
        try:
            yield model_named(plugins, name)
        except UnknownModel:
            continue


def what_if(
    architecture: Architecture,
    changes: ChangeSet,
    *,
    on: Day | date | str | None = None,
    plugins: Plugins | None = None,
) -> WhatIf:
    """Return what a change set would do: to whom, to which lines, findings, clauses and questions.

    Args:
        architecture: The architecture; it stays as it is.
        changes: The changes.
        on: The day on which to look, with the changes and without them; by default the day on
            which the last of them holds, or that of `as_of` if that is later.
        plugins: What plugins give; by default the built-in and the installed ones.

    Raises:
        InvalidDocument: With every change that cannot be made.
    """
    given = plugins or load_plugins()
    after = apply(architecture, changes, given.vocabularies)
    day = Day.of(on) if on is not None else _last_day(architecture, changes)
    found = change.compare(architecture, after, vocabularies=given.vocabularies)
    return WhatIf(
        after=after,
        day=day,
        comparison=with_consequences(found, (day, day), given),
        effects=effects_of(found.before, after, day, given.vocabularies),
    )


def _last_day(architecture: Architecture, changes: ChangeSet) -> Day | None:
    """Return the day on which all changes hold, and what the document says too."""
    days = [Day.of(each.first) for each in changes.days]
    if architecture.as_of is not None:
        days.append(Day.of(architecture.as_of.last))
    return max(days, key=lambda day: day.first, default=None)
