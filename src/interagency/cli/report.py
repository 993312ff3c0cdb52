"""`interagency report`: one HTML file for people who never open a terminal."""

from pathlib import Path

import click

from interagency.checking import Report
from interagency.checking.waiver_files import read_waivers
from interagency.checking.waivers import apply_waivers
from interagency.cli.inputs import (
    architecture_of,
    at_option,
    deliver,
    guard,
    opened,
    output_option,
    plugins_of,
)
from interagency.cli.revisions import document_at
from interagency.cli.waivers import today
from interagency.exchange import without_contacts
from interagency.model import Architecture, Day
from interagency.plugins.comparing import compare
from interagency.plugins.loading import Plugins
from interagency.plugins.running import all_rules, check
from interagency.plugins.running import conform as conform_architecture
from interagency.report.comparison import blocks, change_lines, summary
from interagency.report.contents import Contents
from interagency.report.language import LANGUAGES, language
from interagency.report.page import html_report
from interagency.snapshot import Snapshot

_GIT = "git:"


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@at_option
@click.option(
    "--model",
    "models",
    multiple=True,
    metavar="NAME",
    help="A reference model; by default those each document says it conforms to.",
)
@click.option(
    "--waivers",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Waive the findings that it names; they are shown apart.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Language of headings and, where lists have them, of codes.",
)
@click.option(
    "--since",
    "old",
    metavar="OLD",
    help="Say what changed since an older document: a path, or git:REV for a revision of this one.",
)
@click.option("--with-contacts", is_flag=True, help="Keep contacts, which are left out otherwise.")
@output_option
@click.pass_context
def report(
    context: click.Context,
    paths: tuple[str, ...],
    at: Day | None,
    models: tuple[str, ...],
    waivers: Path | None,
    lang: str,
    old: str | None,
    with_contacts: bool,
    output: Path | None,
) -> None:
    """Write one HTML file to mail, show and print: who leads what, and what is missing.

    It needs no network, no script and no other file. Several documents give a page that begins
    with a comparison.
    """
    plugins = plugins_of(context, "rules", "reference_models")
    documents = [
        _contents(
            path,
            at,
            plugins,
            models=models,
            waivers=waivers,
            lang=lang,
            old=old,
            contacts=with_contacts,
            prefix=f"d{number}-" if len(paths) > 1 else "",
        )
        for number, path in enumerate(paths, start=1)
    ]
    deliver(html_report(documents, language(lang)).encode(), output)


def _contents(
    path: str,
    at: Day | None,
    plugins: Plugins,
    *,
    models: tuple[str, ...],
    waivers: Path | None,
    lang: str,
    old: str | None,
    contacts: bool,
    prefix: str,
) -> Contents:
    architecture = architecture_of(opened(path), at, plugins)
    found = check(architecture, on=at, plugins=plugins)
    conformance = conform_architecture(architecture, models=models or None, on=at, plugins=plugins)
    shown = architecture if contacts else without_contacts(architecture)
    return Contents(
        snapshot=Snapshot.of(shown, at, plugins.vocabularies),
        report=_waived(found, waivers),
        rules=all_rules(plugins),
        conformance=conformance,
        language=language(lang),
        prefix=prefix,
        contacts=contacts,
        changes=() if old is None else _changes(path, old, shown, plugins, contacts),
    )


def _changes(
    path: str, old: str, architecture: Architecture, plugins: Plugins, contacts: bool
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what changed since an older document, and what follows from it."""
    if old.startswith(_GIT):
        earlier = document_at(old.removeprefix(_GIT), Path(path))
    else:
        earlier = opened(old)
    before = earlier.architecture(plugins.vocabularies)
    before = before if contacts else without_contacts(before)
    found = compare(before, architecture, plugins=plugins)
    parts = [("", [*change_lines(found), summary(found)]), *blocks(found, 0)]
    return tuple((title, tuple(rows)) for title, rows in parts)


def _waived(found: Report, waivers: Path | None) -> Report:
    if waivers is None:
        return found
    guard(waivers)
    return apply_waivers(found, read_waivers(waivers), today())
