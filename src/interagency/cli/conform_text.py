"""A conformance as text: clause by clause, with what is cited listed once."""

from collections.abc import Iterable, Iterator, Mapping

import click

from interagency.checking import Citation
from interagency.conformance import (
    ClauseResult,
    Conformance,
    ModelResult,
    Outcome,
    Strength,
)
from interagency.report.printing import day_text, shown
from interagency.snapshot import Question
from interagency.snapshot.labels import counted

_COLOURS = {
    Outcome.MET: "green",
    Outcome.GAP: "red",
    Outcome.UNKNOWN: "yellow",
    Outcome.NOT_USED: None,
    Outcome.NOT_APPLICABLE: None,
}
_MARGIN = " " * 34


def as_text(found: Conformance) -> str:
    """Return a conformance clause by clause, with a summary by strength, and what is cited."""
    lines = [f"{shown(found.title or 'untitled')}, {day_text(found.day)}"]
    cited = _numbered(found.models)
    for result in found.models:
        lines += ["", f"{result.model.name}: {result.model.title}"]
        if result.reason:
            lines += [f"  not applicable: {shown(result.reason)}"]
            continue
        lines += [line for each in result.clauses for line in _clause(each, cited, found.names)]
        lines += ["", *_summary(result)]
    if cited:
        lines += ["", "Sources"]
    lines += [*(f"  [{place}] {shown(str(each))}" for each, place in cited.items())]
    if found.raise_with and any(result.count(Outcome.GAP) for result in found.models):
        steps = ", then ".join(" or ".join(step) for step in found.raise_with)
        lines += ["", f"Raise gaps with {shown(steps)}"]
    return "\n".join(lines) + "\n"


def _numbered(models: Iterable[ModelResult]) -> Mapping[Citation, int]:
    """Return a number for each citation, in the order in which clauses name them."""
    applying = (model for model in models if not model.reason)
    clauses = (result.clause for model in applying for result in model.clauses)
    cited = dict.fromkeys(each for clause in clauses for each in clause.citations)
    return {each: place for place, each in enumerate(cited, start=1)}


def _clause(
    result: ClauseResult, cited: Mapping[Citation, int], names: Mapping[str, str]
) -> Iterator[str]:
    clause = result.clause
    outcome = click.style(f"{result.outcome.value:14}", fg=_COLOURS[result.outcome])
    doubt = "" if clause.verified else "  [not verified against the original]"
    yield f"  {outcome} {clause.id:9} {clause.strength.value:6}  {shown(clause.text)}{doubt}"
    keys = result.met_by or result.missed_by
    if result.lacking:
        lacking = "; ".join(result.lacking)
        yield f"{_MARGIN}{shown(f'missing: {lacking}')}"
    if keys:
        yield f"{_MARGIN}{shown(_few([_fact(result, key, names) for key in keys]))}"
    beneath = [names.get(key, key) for key in result.inferred if key not in keys]
    if beneath:
        yield f"{_MARGIN}{shown(f'inferred: {_few(beneath)}')}"
    if result.crash:
        yield f"{_MARGIN}{click.style('broke down', fg='red')}: {shown(result.crash)}"
    for question in result.questions[:1]:
        more = len(result.questions) - 1
        yield f"{_MARGIN}{shown(question.text)}{f' (and {more} more)' if more else ''}"
    if clause.citations:
        numbers = (f"[{cited[each]}]{_doubt(each)}" for each in clause.citations)
        yield f"{_MARGIN}see {', '.join(numbers)}"


def _doubt(citation: Citation) -> str:
    return "" if citation.verified else " (unverified)"


def _few(facts: list[str]) -> str:
    return ", ".join(facts[:4]) + (f" and {len(facts) - 4} more" if len(facts) > 4 else "")


def _fact(result: ClauseResult, key: str, names: Mapping[str, str]) -> str:
    name = names.get(key, key)
    return f"{name} (inferred)" if key in result.inferred else name


def _summary(result: ModelResult) -> Iterator[str]:
    """Yield one line for each strength: never one number without its parts."""
    for strength in Strength:
        parts = [(result.count(outcome, strength), outcome.value) for outcome in Outcome]
        total = sum(count for count, _ in parts)
        if total:
            used = [(count, name) for count, name in parts if count or name != Outcome.NOT_USED]
            counts = ", ".join(f"{count} {name}" for count, name in used)
            clauses = counted(total, "clause")
            yield f"  {strength.value:6} {clauses:>11}: {counts}"


Settling = tuple[Question, tuple[str, ...]]


def questions_as_text(found: Conformance) -> str:
    """Return the open questions, those first that settle most clauses."""
    lines = [f"{shown(found.title or 'untitled')}, {day_text(found.day)}: what to ask"]
    for group in _alike(found.questions()):
        question, clauses = group[0]
        text = question.text if len(group) == 1 else question.shared
        lines += ["", f"{shown(text)}  settles {', '.join(clauses)}"]
        lines += [f"    {shown(line)}" for line in _to_write([each for each, _ in group])]
    return "\n".join(lines) + "\n"


def _alike(questions: Iterable[Settling]) -> list[list[Settling]]:
    """Return questions of which one settles what the others do, and which can be put as one."""
    groups: dict[object, list[Settling]] = {}
    for question, clauses in questions:
        key = (question.shared, clauses) if question.shared else question
        groups.setdefault(key, []).append((question, clauses))
    return list(groups.values())


def _to_write(questions: list[Question]) -> Iterator[str]:
    """Yield what to write for each of some questions; of several, with the name of each."""
    for each in questions:
        yield each.write if len(questions) == 1 else f"{each.name}: {each.write}"
