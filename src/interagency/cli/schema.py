"""`interagency schema`: the JSON Schemas of files that people write and of what commands print."""

import json
from importlib.resources import files
from pathlib import Path

import click

from interagency.change.change_set_schema import change_set_schema
from interagency.cli.inputs import deliver, output_option
from interagency.document import json_schema

_PRINTED = ("report", "diff", "whatif")


@click.command()
@click.option("--report", "of", flag_value="report", help="Of what check --format json prints.")
@click.option("--diff", "of", flag_value="diff", help="Of what diff --format json prints.")
@click.option("--whatif", "of", flag_value="whatif", help="Of what whatif --format json prints.")
@click.option("--changes", "of", flag_value="changes", help="Of a change set.")
@output_option
def schema(of: str | None, output: Path | None) -> None:
    """Print the JSON Schema of the file format, for editors that complete and check."""
    if of in _PRINTED:
        deliver(files("interagency.cli").joinpath(f"schemas/{of}.json").read_bytes(), output)
        return
    found = change_set_schema() if of == "changes" else json_schema()
    deliver(json.dumps(found, indent=2) + "\n", output)
