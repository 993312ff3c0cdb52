"""`interagency questions`: what a document leaves open, ready to be sent to a colleague."""

import json
from pathlib import Path

import click

from interagency.cli.inputs import (
    architecture_of,
    at_option,
    day_text,
    deliver,
    opened,
    output_option,
    plugins_of,
    shown,
)
from interagency.model import Day
from interagency.plugins.running import check
from interagency.snapshot import Question
from interagency.snapshot.labels import counted
from interagency.snapshot.questions import grouped


@click.command()
@click.argument("path")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@at_option
@output_option
@click.pass_context
def questions(
    context: click.Context, path: str, form: str, at: Day | None, output: Path | None
) -> None:
    """List what nobody wrote down, each as a question and what to write: the handover note."""
    plugins = plugins_of(context, "rules")
    report = check(architecture_of(opened(path), at, plugins), on=at, plugins=plugins)
    if form == "json":
        text = _as_json(report.questions)
    else:
        heading = f"{shown(report.title or 'untitled')}, {day_text(report.day)}"
        count = counted(len(report.questions), "open question")
        text = f"{heading}: {count}\n{_as_text(report.questions)}"
    deliver(text, output)


def _as_text(asked: tuple[Question, ...]) -> str:
    return "".join(f"\n{text}" for text in map(_group, grouped(asked)))


def _group(group: tuple[Question, ...]) -> str:
    """Return what is asked of several bodies at once, and what to write for each of them."""
    if len(group) == 1:
        return f"{shown(group[0].text)}\n    {shown(group[0].write)}\n"
    lines = (f"    {shown(each.name)}: {shown(each.write)}\n" for each in group)
    return f"{shown(group[0].shared)}\n{''.join(lines)}"


def _as_json(asked: tuple[Question, ...]) -> str:
    found = [
        {"subject": each.subject, "about": each.about, "question": each.text, "write": each.write}
        for each in asked
    ]
    return json.dumps(found, indent=2) + "\n"
