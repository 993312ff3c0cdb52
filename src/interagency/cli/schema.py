"""`interagency schema`: the JSON Schemas of files that people write and of what commands print."""

import json
from importlib.resources import files
from pathlib import Path

import click

from interagency.change.change_set_schema import change_set_schema
from interagency.cli.inputs import deliver, output_option, plugins_of
from interagency.document import json_schema
from interagency.plugins.loading import Plugins

_PRINTED = ("report", "diff", "whatif")


@click.command()
@click.option("--report", "of", flag_value="report", help="Of what check --format json prints.")
@click.option("--diff", "of", flag_value="diff", help="Of what diff --format json prints.")
@click.option("--whatif", "of", flag_value="whatif", help="Of what whatif --format json prints.")
@click.option("--changes", "of", flag_value="changes", help="Of a change set.")
@output_option
@click.pass_context
def schema(context: click.Context, of: str | None, output: Path | None) -> None:
    """Print the JSON Schema of the file format, for editors that complete and check."""
    if of in _PRINTED:
        deliver(files("interagency.cli").joinpath(f"schemas/{of}.json").read_bytes(), output)
        return
    plugins = plugins_of(context, "reference_models")
    deliver(changes_text() if of == "changes" else schema_text(plugins), output)


def changes_text() -> str:
    """Return the JSON Schema of a change set."""
    return json.dumps(change_set_schema(), indent=2) + "\n"


def schema_text(plugins: Plugins) -> str:
    """Return the JSON Schema of the file format, which offers every code of every list.

    Args:
        plugins: The vocabularies, and the reference models, whose names and clauses are offered.
    """
    models = plugins.reference_models
    clauses = {each.id: each.text for model in models.values() for each in model.clauses}
    codes = {
        "reference-models": {name: model.title for name, model in sorted(models.items())},
        "clauses": dict(sorted(clauses.items())),
    }
    return json.dumps(json_schema(plugins.vocabularies, codes), indent=1) + "\n"
