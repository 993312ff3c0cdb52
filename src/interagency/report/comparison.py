"""A comparison as text and as Markdown: by body, then what follows from it."""

from collections.abc import Iterator, Sequence
from typing import Final

from interagency.change import Change, ChangeKind, Comparison
from interagency.change.consequences import ClauseChange, Consequences
from interagency.change.words import counted_words, day_words, listed
from interagency.indicators import Indicator
from interagency.model import Decision, named
from interagency.report.markdown import escaped
from interagency.report.printing import shown
from interagency.report.wording import one_line
from interagency.snapshot import Question

FEW: Final = 8
_MOST = 1_000
_TITLE = 60
# Their text names what they are about.
_NAMING: Final = (ChangeKind.MERGED, ChangeKind.SPLIT, ChangeKind.SUCCEEDED)
Block = tuple[str, Sequence[str]]


def comparison_as_text(
    comparison: Comparison, heading: str, verbosity: int = 0, more: Sequence[Block] = ()
) -> str:
    """Return a comparison as lines, one for each body or other thing.

    Args:
        comparison: What is different.
        heading: What was compared.
        verbosity: More than 0 for all questions and indicators.
        more: What else to say before what follows from the change.
    """
    lines = [shown(heading), *map(shown, change_lines(comparison))]
    for title, rows in (*more, *blocks(comparison, verbosity)):
        lines += ["", title, *(f"  {shown(row)}" for row in rows)]
    return "\n".join([*lines, "", summary(comparison)]) + "\n"


def comparison_as_markdown(
    comparison: Comparison, heading: str, verbosity: int = 0, more: Sequence[Block] = ()
) -> str:
    """Return a comparison as Markdown, for a comment on a pull request or a page.

    Args:
        comparison: What is different.
        heading: What was compared.
        verbosity: More than 0 for all questions and indicators.
        more: What else to say before what follows from the change.
    """
    found = [f"## {_text(heading)}"]
    every = [("", change_lines(comparison)), *more, *blocks(comparison, verbosity)]
    for title, rows in every:
        found += [f"### {title}"] if title else []
        found += ["\n".join(f"- {_text(row)}" for row in rows)] if rows else []
    return "\n\n".join([*found, _text(summary(comparison))]) + "\n"


def _text(text: str) -> str:
    return escaped(text, _MOST)


def change_lines(comparison: Comparison) -> list[str]:
    """Return a line for each thing that changed, with the sources of the changes behind it."""
    return [
        _start(comparison, subject, changes)
        + "; ".join(each.text for each in changes)
        + _sources(comparison, [id for each in changes for id in each.sources])
        + _decided(comparison, subject)
        for subject, changes in comparison.by_subject().items()
    ]


def _decided(comparison: Comparison, subject: str) -> str:
    """Return by whose decision something changed, and when."""
    found = [_decision(comparison, each) for each in comparison.decisions(subject)]
    return f" ({'; '.join(found)})" if found else ""


def _decision(comparison: Comparison, decision: Decision) -> str:
    name = one_line(comparison.name(decision.id), _TITLE)
    by = listed([comparison.name(id) for id in named(decision.by)])
    day = day_words(decision.day) if decision.day else ""
    details = ", ".join(filter(None, [f"by {by}" if by else "", day]))
    verb = "still to be decided" if decision.status == "open" else "decided"
    return f"{verb}: {name}{f', {details}' if details else ''}"


def _start(comparison: Comparison, subject: str, changes: Sequence[Change]) -> str:
    """Return the name with which a line begins; a merger begins with those that merged."""
    return "" if changes[0].kind in _NAMING else f"{comparison.name(subject)}: "


def _sources(comparison: Comparison, ids: Sequence[str]) -> str:
    names = [one_line(comparison.name(id), _TITLE) for id in dict.fromkeys(ids)]
    return f" [{'; '.join(names)}]" if names else ""


def blocks(comparison: Comparison, verbosity: int) -> Iterator[Block]:
    """Yield what follows from a change, each with its title."""
    said = comparison.consequences
    if said is None:
        return
    found: tuple[Block, ...] = (
        ("Findings", [*_findings(said)]),
        ("Clauses", [*map(_clause, said.clauses)]),
        ("Indicators", [*_indicators(said, verbosity)]),
        ("Questions", [*_questions(said, verbosity)]),
    )
    yield from ((title, rows) for title, rows in found if rows)


def _findings(said: Consequences) -> Iterator[str]:
    for each in said.new_findings:
        yield f"new: {each.severity} {each.rule}: {each.message}"
    for before, after in said.changed_findings:
        yield f"changed: {after.severity} {after.rule}: {after.message} (was: {before.message})"
    for each in said.gone_findings:
        yield f"gone: {each.severity} {each.rule}: {each.message}"


def _clause(change: ClauseChange) -> str:
    before, after = change.before.outcome.value, change.after.outcome.value
    clause = change.after.clause
    return f"{change.model} {clause.id}: {before} → {after}: {clause.text}"


def _indicators(said: Consequences, verbosity: int) -> Iterator[str]:
    """Yield the indicators with another value; with verbosity, those with other limits too."""
    for before, after in said.indicators:
        if verbosity > 0 or before.value != after.value:
            yield f"{after.title}: {indicator_words(before)} → {indicator_words(after)}"


def indicator_words(indicator: Indicator) -> str:
    """Return the value of an indicator, with the interval in which the truth lies."""
    unit = " %" if indicator.unit.value == "percent" else ""
    value = "unknown" if indicator.value is None else f"{indicator.value}{unit}"
    low, high = indicator.interval
    if low is None or high is None or low == high:
        return value
    return f"{value} (between {low}{unit} and {high}{unit})"


def _questions(said: Consequences, verbosity: int) -> Iterator[str]:
    for word, asked in (("new", said.new_questions), ("no longer open", said.gone_questions)):
        few = asked if verbosity > 0 else asked[:FEW]
        yield from (f"{word}: {_question(each, verbosity)}" for each in few)
        if len(few) < len(asked):
            yield f"{word}: and {len(asked) - len(few):,} more (-v)"


def _question(question: Question, verbosity: int) -> str:
    return f"{question.text} write: {question.write}" if verbosity > 0 else question.text


def summary(comparison: Comparison) -> str:
    """Return how much is different, in words."""
    things = len(comparison.by_subject())
    if not things:
        return "no difference in what is recorded"
    parts = [f"{counted_words(things, 'thing')} changed"]
    said = comparison.consequences
    if said is not None:
        new, gone = len(said.new_findings), len(said.gone_findings)
        parts.append(f"{counted_words(new, 'new finding')}, {counted_words(gone, 'finding')} gone")
        parts.append(f"{counted_words(len(said.new_questions), 'new question')}")
    return "; ".join(parts)
