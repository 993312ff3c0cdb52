"""`interagency questions`: what a document leaves open, ready to be sent to a colleague."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from interagency.checking import Report
from interagency.cli.inputs import (
    architecture_of,
    at_option,
    deliver,
    deliver_folder,
    opened,
    output_or_folder_option,
    plugins_of,
)
from interagency.cli.lookup import known
from interagency.conformance import Conformance
from interagency.model import Architecture, Body, Day, Organization
from interagency.plugins.loading import Plugins
from interagency.plugins.running import check, conform, is_model
from interagency.report.printing import day_text, shown
from interagency.report.questionnaire import (
    Questionnaire,
    questionnaire_for,
    questionnaires,
    table_of,
    text_of,
)
from interagency.report.settling import Settles, most_settling, settles_of
from interagency.report.tables import file_name, written
from interagency.report.wording import Wording
from interagency.snapshot import Question, Snapshot
from interagency.snapshot.labels import counted
from interagency.snapshot.questions import grouped

_SUFFIXES = {"text": "txt", "json": "json", "csv": "csv", "markdown": "md", "xlsx": "xlsx"}


@click.command()
@click.argument("path")
@click.option("--format", "form", type=click.Choice([*_SUFFIXES]), default="text")
@click.option(
    "--for",
    "reader",
    metavar="ORG|GROUP",
    help="Only what an organization, or the leads of a group, can answer.",
)
@click.option("--each", is_flag=True, help="One file for each organization, to the folder of -o.")
@at_option
@output_or_folder_option
@click.pass_context
def questions(
    context: click.Context,
    path: str,
    form: str,
    reader: str | None,
    each: bool,
    at: Day | None,
    output: Path | None,
) -> None:
    """List what is not recorded, each as a question and what to write: the handover note.

    What settles most rules, and clauses of the models that the document names, comes first. With
    --for or --each, each reader gets what they can answer.
    """
    if each and reader:
        raise click.UsageError("--each writes to every reader; leave out --for")
    plugins = plugins_of(context, "rules", "reference_models")
    architecture = architecture_of(opened(path), at, plugins)
    report = check(architecture, on=at, plugins=plugins)
    snapshot = Snapshot.of(architecture, at, plugins.vocabularies)
    settles = settles_of(report, _conformance(architecture, at, plugins))
    wording = Wording.on(snapshot, whole=True)
    if each:
        files: dict[str, str | bytes] = {}
        for found in questionnaires(snapshot, report.questions, settles):
            files[file_name(found.reader or "other", files, _SUFFIXES[form])] = _one(
                wording, found, form, settles
            )
        deliver_folder(files, output)
    elif reader is not None:
        known(snapshot, reader, (Organization, Body), "an organization or a group")
        asked = questionnaire_for(snapshot, report.questions, reader, settles)
        _deliver(_one(wording, asked, form, settles), output)
    else:
        _deliver(_all(wording, report, form, settles), output)


def _conformance(
    architecture: Architecture, at: Day | None, plugins: Plugins
) -> Conformance | None:
    """Return what the models that the document names ask; of those that are not there, nothing."""
    names = [each for each in architecture.conforms_to if is_model(plugins, each)]
    return conform(architecture, models=names, on=at, plugins=plugins) if names else None


def _deliver(text: str | bytes, output: Path | None) -> None:
    if output is not None and output.is_dir():
        raise click.UsageError(f"this is one file, and {output} is a folder")
    deliver(text, output)


def _one(wording: Wording, asked: Questionnaire, form: str, settles: Settles) -> str | bytes:
    """Return a questionnaire in a format."""
    if form == "json":
        return _as_json(asked.questions, settles)
    if form == "text":
        return text_of(wording, asked)
    return written(table_of(wording, asked), _SUFFIXES[form])


def _all(wording: Wording, report: Report, form: str, settles: Settles) -> str | bytes:
    asked = most_settling(report.questions, settles)
    if form == "text":
        heading = f"{shown(report.title or 'untitled')}, {day_text(report.day)}"
        count = counted(len(report.questions), "open question")
        return f"{heading}: {count}\n{_as_text(asked)}"
    return _one(wording, Questionnaire("", asked), form, settles)


def _as_text(asked: Sequence[Question]) -> str:
    return "".join(f"\n{text}" for text in map(_group, grouped(asked)))


def _group(group: tuple[Question, ...]) -> str:
    """Return what is asked of several bodies at once, and what to write for each of them."""
    if len(group) == 1:
        return f"{shown(group[0].text)}\n    {shown(group[0].write)}\n"
    lines = (f"    {shown(each.name)}: {shown(each.write)}\n" for each in group)
    return f"{shown(group[0].shared)}\n{''.join(lines)}"


def _as_json(asked: Sequence[Question], settles: Settles) -> str:
    found = [
        {
            "subject": each.subject,
            "about": each.about,
            "question": each.text,
            "write": each.write,
            "settles": list(settles.get((each.subject, each.about), ())),
        }
        for each in asked
    ]
    return json.dumps(found, indent=2) + "\n"
