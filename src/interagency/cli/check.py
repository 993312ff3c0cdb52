"""`interagency check`: what the rules say of documents."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from interagency.checking import Report, Severity
from interagency.cli.config import FAIL_ON
from interagency.cli.errors import FAILED, FINDINGS, INVALID, tell
from interagency.cli.inputs import (
    as_given,
    at_option,
    deliver,
    opened,
    output_option,
    place_of,
    plugins_of,
)
from interagency.cli.report_json import report_as_json
from interagency.cli.report_text import Checked, report_as_text
from interagency.document import InvalidDocument
from interagency.model import Day
from interagency.plugins.checking import check as check_architecture
from interagency.plugins.loading import Plugins

_FORMATS: dict[str, Callable[[Sequence[Checked], int], str]] = {
    "text": report_as_text,
    "json": report_as_json,
}


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(list(_FORMATS)), default="text")
@at_option
@click.option("--select", multiple=True, default=("*",), help="Run these rules; * is a wildcard.")
@click.option("--ignore", multiple=True, help="Leave out these rules.")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default=Severity.ERROR.value,
    show_default=True,
    help="End with exit code 1 if a finding weighs this much or more.",
)
@output_option
@click.option("-q", "--quiet", count=True, help="Findings only; twice: nothing but exit code.")
@click.option("-v", "--verbose", count=True, help="Evidence, clean rules and all questions.")
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[str, ...],
    form: str,
    at: Day | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    output: Path | None,
    quiet: int,
    verbose: int,
) -> None:
    """Check documents: findings are gaps, questions are what nobody wrote down."""
    plugins = plugins_of(context)
    checked, invalid = _checked(paths, plugins, {"on": at, "select": select, "ignore": ignore})
    if quiet < 2 and checked:
        deliver(_FORMATS[form](checked, verbose - quiet), output)
    reports = [each.report for each in checked]
    context.exit(INVALID if invalid else _code(reports, fail_on))


def _checked(
    paths: Sequence[str], plugins: Plugins, options: dict[str, Any]
) -> tuple[list[Checked], bool]:
    """Return the documents that could be loaded, with their reports, and whether one could not."""
    checked, invalid = [], False
    for path in paths:
        try:
            checked.append(_check_one(path, plugins, options))
        except InvalidDocument as error:
            tell(error)
            invalid = True
    return checked, invalid


def _check_one(path: str, plugins: Plugins, options: dict[str, Any]) -> Checked:
    document = opened(path)
    architecture = document.architecture(plugins.vocabularies)
    report = check_architecture(architecture, plugins=plugins, **options)
    subjects = {finding.subject for finding in report.findings}
    subjects |= {question.subject for question in report.questions}
    paths = {subject: place_of(architecture, subject) for subject in subjects}
    places = document.places(set(paths.values()))
    named = {subject: as_given(path, places[paths[subject]]) for subject in subjects}
    return Checked(path, report, named)


def _code(reports: Sequence[Report], fail_on: str) -> int:
    if any(report.crashes for report in reports):
        return FAILED
    if fail_on == "never":
        return 0
    found = any(report.at_least(Severity(fail_on)) for report in reports)
    return FINDINGS if found else 0
