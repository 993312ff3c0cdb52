"""`interagency init`: a commented document to begin with, which already passes."""

from importlib.resources import files
from pathlib import Path

import click

from interagency.cli.inputs import deliver
from interagency.report.printing import shown


@click.command()
@click.argument("path", default="coordination.yaml")
def init(path: str) -> None:
    """Write a commented starter document to PATH (- for standard output)."""
    text = files("interagency.cli").joinpath("starter.yaml").read_bytes()
    if path == "-":
        deliver(text, None)
        return
    if Path(path).exists():
        raise click.UsageError(shown(f"{path} exists already; it was left as it is"))
    deliver(text, Path(path))
    click.echo(shown(f"wrote {path}; now try: interagency check {path}"), err=True)
