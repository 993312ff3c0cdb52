"""The document as a workbook: every fact in a cell, what is open as a form, what was found."""

import json
import re
from collections.abc import Iterator

from interagency.checking import Finding, Report
from interagency.document.shape import HEADER, file_key
from interagency.document.workbook.layout import sheet_plans, title
from interagency.document.workbook.question_sheet import AskedRow, FoundRow
from interagency.document.workbook.writer import write_workbook
from interagency.exchange import Exporter
from interagency.model import Architecture
from interagency.model.fields import fields_of
from interagency.model.relations import LINK_KINDS
from interagency.model.sections import SECTION_OF_CLASS
from interagency.plugins.running import check
from interagency.snapshot import Question, Snapshot

# A term as a question writes it, in quotes if it needs them, with the list that answers it.
_TERM = re.compile(r'("(?:[^"\\]|\\.)*"|[^\s:,\[\]"][^:,\[\]"]*): \[\.\.\.\]')
_HEADER = frozenset(map(file_key, HEADER))


def to_xlsx(architecture: Architecture) -> bytes:
    """Return the workbook of an architecture, with its open questions and its findings.

    Raises:
        MissingExtra: If the library that writes workbooks is missing.
    """
    report = check(architecture)
    snapshot = Snapshot.of(architecture)
    return write_workbook(
        architecture,
        questions=[row for each in report.questions for row in asked_rows(snapshot, each)],
        findings=[*_found(snapshot, report)],
    )


def asked_rows(snapshot: Snapshot, question: Question) -> Iterator[AskedRow]:
    """Yield the rows of a question: one for each place in which an answer may go."""
    targets = [*_targets(snapshot, question)]
    for target, place in targets:
        yield AskedRow(text=question.text, target=target, place=place, write=question.write)
    if not targets:
        place = f"not here: write it on the sheet {_sheet_of(snapshot, question)}"
        yield AskedRow(text=question.text, place=place, write=question.write)


def _targets(snapshot: Snapshot, question: Question) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield where answers go, with the words for it."""
    subject, write = question.subject, question.write
    entity = snapshot.whole.entities.get(subject)
    if entity is None:
        key = question.about
        if key in _HEADER and write.startswith(f"{key}: "):
            yield (key,), title(key)
        return
    section = SECTION_OF_CLASS[type(entity)].key
    prefix = f"{section}.{subject}."
    if not write.startswith(prefix):
        return
    key, _, form = write.removeprefix(prefix).partition(": ")
    name = snapshot.name(subject)
    if key.startswith("seats"):
        rest = write.removeprefix(f"{prefix}seats").lstrip(".: ")
        for term in map(_unquoted, _TERM.findall(rest)):
            if term != "complete":
                yield (section, subject, "seats", term), f"{term} of {name}"
    elif form and key in {*LINK_KINDS, *(file_key(each) for each in fields_of(type(entity)))}:
        yield (section, subject, key), f"{title(key)} of {name}"


def _unquoted(term: str) -> str:
    return str(json.loads(term)) if term.startswith('"') else term


def _sheet_of(snapshot: Snapshot, question: Question) -> str:
    """Return the sheet on which what a question is about has its row."""
    entity = snapshot.whole.entities.get(question.subject)
    first = question.write.partition(":")[0].partition(".")[0].partition(",")[0]
    key = first if entity is None else SECTION_OF_CLASS[type(entity)].key
    keys = {section.key: plan.title for plan in sheet_plans() for section in plan.sections}
    return keys.get(key, "that it is about")


def _found(snapshot: Snapshot, report: Report) -> Iterator[FoundRow]:
    for each in report.findings:
        about = _about(snapshot, each)
        yield FoundRow(
            severity=each.severity.value, message=each.message, about=about, rule=each.rule
        )


def _about(snapshot: Snapshot, finding: Finding) -> str:
    return snapshot.name(finding.subject) if finding.subject else ""


EXPORTER = Exporter(
    name="xlsx",
    summary="A workbook to fill in and send back, with questions to answer; it is a document.",
    suffix=".xlsx",
    loses="",
    write=to_xlsx,
)
