"""`interagency answer`: open questions, one after the other, and each answer in its place."""

import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import TextIO, final

import click
from attrs import define, field

from interagency.cli.changing import deliver_changes, diff_option, writable
from interagency.cli.channel import note, pour, say, say_all
from interagency.cli.errors import FINDINGS
from interagency.cli.inputs import at_option, plugins_of
from interagency.cli.lookup import known
from interagency.document import InvalidDocument
from interagency.document.answered import answered
from interagency.document.edit_files import EditPlan, ReadForEdits, plan_of, read_for_edits
from interagency.document.splices import ImpossibleEdit
from interagency.document.workbook.question_sheet import AskedRow
from interagency.exporters.xlsx import asked_rows
from interagency.model import Architecture, Body, Day, Organization
from interagency.plugins.loading import Plugins
from interagency.plugins.running import check
from interagency.report.questionnaire import questionnaire_for
from interagency.snapshot import Question, Snapshot
from interagency.snapshot.labels import counted

_HELP = "Answer with names or ids; vacant, none or unknown; Enter for later; q to stop."


@click.command()
@click.argument("file")
@click.option(
    "--for",
    "reader",
    metavar="ORG|GROUP",
    help="Only what an organization, or the leads of a group, can answer.",
)
@click.option("--at-end", is_flag=True, help="Write all answers at the end, or none.")
@diff_option
@at_option
@click.pass_context
def answer(
    context: click.Context,
    file: str,
    reader: str | None,
    at_end: bool,
    is_shown: bool,
    at: Day | None,
) -> None:
    """Go through the open questions of FILE, and write each answer where it belongs.

    Answers are read from standard input, one a line. Each is checked before it is written: an
    answer that does not fit is said so, and asked again in a terminal. Without a terminal the
    command ends with 1 if an answer did not fit.
    """
    plugins = plugins_of(context, "rules")
    lines = sys.stdin or StringIO()  # closed by who started the program
    later = at_end or is_shown
    dialogue = _Dialogue(writable(file), at, reader, plugins, later, lines)
    say(_HELP)
    say()
    dialogue.run()
    if at_end or is_shown:
        deliver_changes(dialogue.plan.changes if dialogue.plan else (), is_shown=is_shown)
    answers, left = counted(dialogue.answers, "answer"), counted(dialogue.left, "question")
    note(f"{answers} written, {left} left open")
    if dialogue.refused and not _is_terminal():
        raise click.exceptions.Exit(FINDINGS)


def _is_terminal() -> bool:
    return (sys.stdin or StringIO()).isatty()


@final
@define
class _Dialogue:
    """Questions and answers about one document.

    Attributes:
        path: The file or folder.
        at: The day to look at.
        reader: Who is asked; None for everybody.
        plugins: Rules, which ask questions too, and vocabularies.
        later: Whether to keep the answers rather than to write each at once.
        lines: Where the answers come from.
        plan: The file with the answers so far.
        answers: How many there were.
        refused: How many did not fit.
        left: How many questions have no answer yet.
    """

    path: Path
    at: Day | None
    reader: str | None
    plugins: Plugins
    later: bool
    lines: TextIO
    plan: EditPlan | None = None
    answers: int = 0
    refused: int = 0
    left: int = 0
    _asked: set[tuple[tuple[str, ...], str]] = field(factory=set)

    def run(self) -> None:
        read = read_for_edits(self.path)
        architecture = read.document.architecture(self.plugins.vocabularies)
        while (row := self._next(architecture)) is not None:
            text = self._answer(row)
            if text is None:
                break
            plan = self._entered(read, row, text) if text else None
            if plan is not None:
                architecture = plan.architecture
                read = self._kept(read, plan)
        self.left = len(self._questions(architecture))

    def _kept(self, read: ReadForEdits, plan: EditPlan) -> ReadForEdits:
        """Write an answer, or keep it; return the document with it."""
        self.answers += 1
        if self.later:
            self.plan = plan
            return read.after(plan)
        plan.write()
        return read_for_edits(self.path)

    def _questions(self, architecture: Architecture) -> list[tuple[Snapshot, Question]]:
        report = check(architecture, on=self.at, plugins=self.plugins)
        snapshot = Snapshot.of(architecture, self.at, self.plugins.vocabularies)
        asked = report.questions
        if self.reader is not None:
            known(snapshot, self.reader, (Organization, Body), "an organization or a group")
            asked = questionnaire_for(snapshot, asked, self.reader).questions
        return [(snapshot, each) for each in asked]

    def _next(self, architecture: Architecture) -> AskedRow | None:
        """Return the first question that was not asked yet and has a place for the answer."""
        for row in self._rows(architecture):
            key = (row.target, row.text)
            if row.target and key not in self._asked:
                self._asked.add(key)
                return row
        return None

    def _rows(self, architecture: Architecture) -> Iterator[AskedRow]:
        for snapshot, question in self._questions(architecture):
            yield from asked_rows(snapshot, question)

    def _answer(self, row: AskedRow) -> str | None:
        """Return the answer to a question; nothing for later, None to stop."""
        say_all([row.text, f"    {row.place} ({row.write})"])
        pour("> ")
        line = self.lines.readline()
        if not _is_terminal():
            say(line.strip())
        return None if not line or line.strip() == "q" else line.strip()

    def _entered(self, read: ReadForEdits, row: AskedRow, text: str) -> EditPlan | None:
        """Return the document with an answer, or say why it does not fit."""
        try:
            wanted = answered(read.value, row.target, text, self.plugins.vocabularies)
            return plan_of(read, wanted, self.plugins.vocabularies)
        except (ImpossibleEdit, InvalidDocument) as error:
            say_all(f"    {line}" for line in str(error).splitlines())
            self.refused += 1
            if _is_terminal():
                self._asked.discard((row.target, row.text))
            return None
