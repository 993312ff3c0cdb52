"""`interagency conform`: what reference models demand, clause by clause."""

from pathlib import Path

import click

from interagency.cli.conform_json import as_json
from interagency.cli.conform_text import as_text, questions_as_text
from interagency.cli.errors import FAILED, FINDINGS
from interagency.cli.inputs import (
    architecture_of,
    at_option,
    deliver,
    opened,
    output_option,
    plugins_of,
)
from interagency.conformance import Conformance, Outcome, Strength
from interagency.model import Day
from interagency.plugins.running import conform as conform_architecture


@click.command()
@click.argument("path")
@click.option(
    "--model",
    "models",
    multiple=True,
    metavar="NAME",
    help="A reference model; by default those the document says it conforms to.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--ask", is_flag=True, help="Print what to ask, the most telling questions first.")
@at_option
@output_option
@click.pass_context
def conform(
    context: click.Context,
    path: str,
    models: tuple[str, ...],
    form: str,
    ask: bool,
    at: Day | None,
    output: Path | None,
) -> None:
    """Hold a document against reference models: each clause is met, a gap, or unknown.

    Ends with exit code 1 if a clause that is a must is a gap, and with 4 if a function that a
    clause names broke down.
    """
    plugins = plugins_of(context, "reference_models")
    architecture = architecture_of(opened(path), at, plugins)
    if not models and not architecture.conforms_to:
        known = ", ".join(plugins.reference_models)
        raise click.UsageError(f"the document names no model; choose one with --model: {known}")
    found = conform_architecture(architecture, models=models or None, on=at, plugins=plugins)
    write = as_json if form == "json" else questions_as_text if ask else as_text
    deliver(write(found), output)
    context.exit(FAILED if found.crashes else FINDINGS if _breaks_a_must(found) else 0)


def _breaks_a_must(found: Conformance) -> bool:
    return any(model.count(Outcome.GAP, Strength.MUST) for model in found.models)
