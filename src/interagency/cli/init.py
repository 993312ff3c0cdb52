"""`interagency init`: a document to begin with, in YAML or a workbook, which already passes."""

from importlib.resources import files
from pathlib import Path

import click

from interagency.cli.channel import note
from interagency.cli.inputs import deliver
from interagency.document import loads
from interagency.report.printing import shown


@click.command()
@click.argument("path", default="coordination.yaml")
def init(path: str) -> None:
    """Write a starter document to PATH: commented YAML, or a workbook if PATH ends in .xlsx.

    - for standard output.
    """
    if path != "-" and Path(path).exists():
        raise click.UsageError(shown(f"{path} exists already; it was left as it is"))
    folder = Path(path).parent
    if path != "-" and not folder.is_dir():
        raise click.UsageError(shown(f"there is no folder {folder}: make it first"))
    output = None if path == "-" else Path(path)
    deliver(_workbook() if path.lower().endswith(".xlsx") else _starter("starter.yaml"), output)
    if output is not None:
        note(f"wrote {path}; now try: interagency check {path}")


def _starter(name: str) -> bytes:
    return files("interagency.cli").joinpath(name).read_bytes()


def _workbook() -> bytes:
    from interagency.exporters.xlsx import to_xlsx

    return to_xlsx(loads(_starter("starter_workbook.yaml"), format="yaml"))
