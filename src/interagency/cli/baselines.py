"""Findings at an earlier revision of git, which `check --diff-base` leaves out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from attrs import evolve

from interagency.checking.baseline import Baseline, since
from interagency.cli.revisions import document_at, is_there
from interagency.plugins.loading import Plugins
from interagency.plugins.running import check
from interagency.report.checked import Checked


def since_revision(
    checked: Checked, revision: str, plugins: Plugins, options: Mapping[str, Any]
) -> Checked:
    """Return a checked document of which only what is new since a revision counts.

    A document that was not there then is new as a whole.

    Args:
        checked: The document as it is now, with its waivers.
        revision: The revision of git.
        plugins: The rules, as the document was checked with.
        options: The day and the rules.

    Raises:
        UnreadableRevision: If git cannot give it.
        InvalidDocument: If it could not be read as a document then.
    """
    path = Path(checked.path)
    if not path.exists():
        raise click.UsageError(f"--diff-base needs files in git, and {checked.path} is none")
    report = None
    if is_there(revision, path):
        earlier = document_at(revision, path).architecture(plugins.vocabularies)
        report = check(earlier, plugins=plugins, **options)
    found = since(checked.report, Baseline(revision, report))
    return evolve(checked, report=found.report, since=found)
