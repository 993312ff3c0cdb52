"""Questions for one reader: what an organization or the leads of a group can answer."""

from collections.abc import Sequence
from typing import final

from attrs import frozen

from interagency.model import Body
from interagency.report.settling import NOT_COUNTED, Settles, most_settling
from interagency.report.tables import Table
from interagency.report.wording import Wording, one_line
from interagency.snapshot import Question, Snapshot


@final
@frozen
class Questionnaire:
    """The questions for one reader, those that settle most first.

    Attributes:
        reader: Id of the organization or group; nothing for what no one recorded can answer.
        questions: The questions.
    """

    reader: str
    questions: tuple[Question, ...]


def questionnaire_for(
    snapshot: Snapshot,
    questions: Sequence[Question],
    reader: str,
    settles: Settles = NOT_COUNTED,
) -> Questionnaire:
    """Return the questions that an organization or the leads of a group can answer.

    A group can answer for itself and for all that lies in it without leads of its own; an
    organization for itself, and for every group that it leads.

    Args:
        snapshot: The snapshot.
        questions: All questions.
        reader: Id of the organization or group.
        settles: What each question settles, which gives the order.
    """
    wanted = (each for each in questions if reader in readers_of(snapshot, each))
    return Questionnaire(reader, most_settling(wanted, settles))


def questionnaires(
    snapshot: Snapshot, questions: Sequence[Question], settles: Settles = NOT_COUNTED
) -> tuple[Questionnaire, ...]:
    """Return one questionnaire for each organization that can answer something.

    What no one recorded can answer comes last, for who keeps the document.
    """
    found: dict[str, list[Question]] = {}
    rest: list[Question] = []
    for question in questions:
        readers = [each for each in readers_of(snapshot, question) if each not in snapshot.bodies]
        for reader in readers:
            found.setdefault(reader, []).append(question)
        if not readers:
            rest.append(question)
    each = [Questionnaire(id, most_settling(found[id], settles)) for id in sorted(found)]
    return (*each, *([Questionnaire("", most_settling(rest, settles))] if rest else []))


def readers_of(snapshot: Snapshot, question: Question) -> tuple[str, ...]:
    """Return the ids of who can answer a question: groups, and the organizations that lead them."""
    body = snapshot.bodies.get(question.subject)
    if body is None:
        organizations = {each.id for each in snapshot.now.organizations}
        return (question.subject,) if question.subject in organizations else ()
    path: list[str] = []
    for each in snapshot.upward(body):
        path.append(each.id)
        leads = _leads(snapshot, each)
        if leads:
            return (*path, *leads)
    return tuple(path)


def _leads(snapshot: Snapshot, body: Body) -> tuple[str, ...]:
    held = (seat.held_by for seat in snapshot.leadership(body).held if seat.held_by)
    return tuple(dict.fromkeys(snapshot.organization_of(id) or id for id in held))


def table_of(wording: Wording, asked: Questionnaire) -> Table:
    """Return a questionnaire as a table with a column for the answer."""
    say = wording.language.say
    name = wording.name(asked.reader, 200) if asked.reader else say("Who keeps the document")
    rows = [(_about(wording, each), each.text, "", each.write) for each in asked.questions]
    return Table(
        title=f"{say('Questions for {name}', name=name)}: {wording.snapshot.now.title or ''}",
        note=wording.setting()[0],
        heads=[say(head) for head in ("About", "Question", "Answer", "What to write")],
        rows=rows,
        language=wording.language,
    )


def _about(wording: Wording, question: Question) -> str:
    known = question.subject in wording.snapshot.now.entities
    return wording.name(question.subject, 200) if known else question.subject


def text_of(wording: Wording, asked: Questionnaire) -> str:
    """Return a questionnaire as plain text, ready for a mail."""
    table = table_of(wording, asked)
    heading = f"{one_line(table.title, 300)}, {table.note}"
    lines = [
        f"{number}. {one_line(text, 1_000)}\n   > \n   ({one_line(write, 1_000)})"
        for number, (_, text, _, write) in enumerate(table.rows, start=1)
    ]
    return "\n\n".join([heading, *lines]) + "\n"


def whom_to_ask(wording: Wording, question: Question) -> tuple[str, ...]:
    """Return who leads the body that a question is about, else who leads the body above it."""
    snapshot = wording.snapshot
    body = snapshot.bodies.get(question.subject)
    if body is None:
        organization = question.subject in {each.id for each in snapshot.now.organizations}
        return (wording.short(question.subject),) if organization else ()
    for each in snapshot.upward(body):
        held = [seat.held_by for seat in wording.leadership(each).held if seat.held_by]
        if held:
            owners = [snapshot.organization_of(id) or id for id in held]
            return tuple(dict.fromkeys(map(wording.short, owners)))
    return ()
