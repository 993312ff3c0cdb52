"""What a conformance leaves open, as a list to ask: one sort of question of several, once."""

from collections.abc import Iterable, Iterator

from interagency.checking import Question
from interagency.cli.inputs import day_text, shown
from interagency.conformance import Conformance

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
        before, _, after = each.shared.partition("each of these")
        name = each.text[len(before) : len(each.text) - len(after)]
        yield each.write if len(questions) == 1 else f"{name}: {each.write}"
