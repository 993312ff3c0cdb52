"""`interagency schema`: the JSON Schemas of the file format, of a report and of a comparison."""

import json
from importlib.resources import files
from pathlib import Path

import click

from interagency.cli.inputs import deliver, output_option
from interagency.document import json_schema


@click.command()
@click.option("--report", is_flag=True, help="The schema of what check --format json prints.")
@click.option("--diff", is_flag=True, help="The schema of what diff --format json prints.")
@output_option
def schema(report: bool, diff: bool, output: Path | None) -> None:
    """Print the JSON Schema of the file format, for editors that complete and check."""
    if report or diff:
        name = "report" if report else "diff"
        deliver(files("interagency.cli").joinpath(f"schemas/{name}.json").read_bytes(), output)
    else:
        deliver(json.dumps(json_schema(), indent=2) + "\n", output)
