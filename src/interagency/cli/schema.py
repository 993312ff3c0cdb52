"""`interagency schema`: the JSON Schema of the file format."""

import json
from pathlib import Path

import click

from interagency.cli.inputs import deliver, output_option
from interagency.document import json_schema


@click.command()
@output_option
def schema(output: Path | None) -> None:
    """Print the JSON Schema of the file format, for editors that complete and check."""
    deliver(json.dumps(json_schema(), indent=2) + "\n", output)
