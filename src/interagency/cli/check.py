"""`interagency check`: what the rules say of documents."""

from collections.abc import Mapping, Sequence
from math import inf
from os import environ
from pathlib import Path
from typing import Any, final

import click
from attrs import evolve

from interagency.checking import Report, Rule, Severity
from interagency.checking.waiver import WAIVER_RULES
from interagency.cli.baselines import since_revision
from interagency.cli.config import FAIL_ON
from interagency.cli.errors import FAILED, FINDINGS, INVALID, tell
from interagency.cli.inputs import (
    architecture_of,
    as_given,
    at_option,
    deliver,
    differ,
    opened,
    output_option,
    place_of,
    plugins_of,
)
from interagency.cli.renamed import tell_renamed
from interagency.cli.waivers import Waiving, waived, waiver_options
from interagency.document import InvalidDocument, Problem
from interagency.errors import UnknownName
from interagency.model import Day
from interagency.plugins.formats import reported
from interagency.plugins.loading import Plugins
from interagency.plugins.running import UnknownRule, all_rules, chosen, names_now
from interagency.plugins.running import check as check_architecture
from interagency.report.checked import Checked, Checks
from interagency.report.reporter import Reporter


def seconds(context: click.Context, value: float | None) -> float | None:
    """Return a time limit, which must be a number of seconds above 0.

    Raises:
        click.BadParameter: If it is not.
    """
    if value is not None and not 0 < value < inf:
        raise click.BadParameter("a number of seconds above 0 is expected", context)
    return value


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    metavar="NAME",
    default=lambda: "github" if environ.get("GITHUB_ACTIONS") == "true" else "text",
    show_default="text; github in GitHub Actions",
    help="json, jsonl, sarif, github, gitlab, junit, markdown, or a format of a plugin.",
)
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
@click.option(
    "--diff-base",
    "base",
    metavar="REV",
    help="Tell only what is new since a revision of git; nothing else counts.",
)
@click.option(
    "--timeout",
    type=float,
    callback=lambda context, _, value: seconds(context, value),
    metavar="SECONDS",
    help="How long each rule may take; one that takes longer has broken down.",
)
@waiver_options
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
    base: str | None,
    timeout: float | None,
    waivers: Path | None,
    write_waivers: Path | None,
    add_waivers: bool,
    output: Path | None,
    quiet: int,
    verbose: int,
) -> None:
    """Check documents: findings are gaps, questions are what is not recorded."""
    differ(output, write_waivers)
    if base is not None and write_waivers is not None:
        raise click.UsageError("--write-waivers needs all findings; leave out --diff-base")
    plugins = plugins_of(context, "rules", "reporters", "reference_models")
    reporter = _reporter(plugins, form)
    rules = _weighed(context, plugins)
    plugins = evolve(plugins, rules={name: rules[name] for name in plugins.rules})
    for name in (*select, *ignore, *_severities(context)):
        tell_renamed(rules, name)
    if not chosen(rules, select, ignore):
        raise click.UsageError("no rule is left by select and ignore, so nothing would be checked")
    told = {rule.name: rule for rule in chosen(rules, ignore=ignore) if rule.name in WAIVER_RULES}
    wanted = Waiving.of(waivers, write_waivers, add_waivers, known=plugins.rules, rules=told)
    options = {"on": at, "select": select, "ignore": ignore, "timeout": timeout}
    loaded, problems = _checked(paths, plugins, options)
    documents = tuple(waived(loaded, not problems, wanted))
    if base is not None:
        documents = tuple(since_revision(each, base, plugins, options) for each in documents)
    if quiet < 2 and (documents or reporter.tells_problems):
        checks = Checks(
            documents=documents,
            problems=problems,
            rules=rules,
            verbosity=verbose - quiet,
        )
        deliver(reported(reporter, checks, plugins), output)
    reports = [each.report for each in documents]
    context.exit(INVALID if problems else _code(reports, fail_on))


@final
class UnknownFormat(UnknownName):
    """A name that no format of findings has."""

    sort = "format of findings"


def _reporter(plugins: Plugins, name: str) -> Reporter:
    if name not in plugins.reporters:
        raise UnknownFormat(name, tuple(plugins.reporters))
    return plugins.reporters[name]


def _weighed(context: click.Context, plugins: Plugins) -> Mapping[str, Rule]:
    """Return all rules, which weigh what the settings of the folder say.

    Raises:
        UnknownRule: If there is no rule of a name.
    """
    rules = dict(all_rules(plugins))
    for name, severity in _severities(context).items():
        found = (name,) if name in rules else names_now(rules, name)
        if not found:
            raise UnknownRule(name, rules)
        rules |= {each: evolve(rules[each], severity=Severity(severity)) for each in found}
    return rules


def _severities(context: click.Context) -> Mapping[str, str]:
    """Return how much findings weigh by the settings of the folder, by the name of the rule."""
    found: Mapping[str, str] = (context.default_map or {}).get("severity", {})
    return found


def _checked(
    paths: Sequence[str], plugins: Plugins, options: dict[str, Any]
) -> tuple[list[Checked], tuple[Problem, ...]]:
    """Return the documents that could be loaded, with reports, and the problems of the others."""
    checked: list[Checked] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            checked.append(_check_one(path, plugins, options))
        except InvalidDocument as error:
            tell(error)
            problems += error.problems
    return checked, tuple(problems)


def _check_one(path: str, plugins: Plugins, options: dict[str, Any]) -> Checked:
    document = opened(path)
    architecture = architecture_of(document, options["on"], plugins)
    report = check_architecture(architecture, plugins=plugins, **options)
    subjects = {finding.subject for finding in report.findings}
    subjects |= {"", *(question.subject for question in report.questions)}
    paths = {subject: place_of(architecture, subject) for subject in subjects}
    places = document.places(set(paths.values()))
    named = {subject: as_given(path, places[paths[subject]]) for subject in subjects}
    return Checked(
        path=path,
        report=report,
        places=named,
        stale={},
        has_bodies=bool(architecture.bodies),
    )


def _code(reports: Sequence[Report], fail_on: str) -> int:
    if any(report.crashes for report in reports):
        return FAILED
    if fail_on == "never":
        return 0
    found = any(report.at_least(Severity(fail_on)) for report in reports)
    return FINDINGS if found else 0
