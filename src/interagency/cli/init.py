"""`interagency init`: a document to begin with, in YAML or a workbook, which already passes."""

from importlib.resources import files
from pathlib import Path

import click

from interagency.cli.channel import note
from interagency.cli.inputs import deliver, plugins_of
from interagency.cli.schema import schema_text
from interagency.document import loads
from interagency.document.replacement import write_together
from interagency.report.printing import shown

SCHEMA = "interagency.schema.json"


@click.command()
@click.argument("path", default="coordination.yaml")
@click.pass_context
def init(context: click.Context, path: str) -> None:
    """Write a starter document to PATH: commented YAML, or a workbook if PATH ends in .xlsx.

    Beside YAML stands interagency.schema.json, from which editors complete keys and codes.
    - for standard output.
    """
    if path != "-" and Path(path).exists():
        raise click.UsageError(shown(f"{path} exists already; it was left as it is"))
    folder = Path(path).parent
    if path != "-" and not folder.is_dir():
        raise click.UsageError(shown(f"there is no folder {folder}: make it first"))
    if path == "-":
        deliver(_starter("starter.yaml"), None)
        return
    if path.lower().endswith(".xlsx"):
        deliver(_workbook(), Path(path))
    else:
        write_together({Path(path): _starter("starter.yaml"), **_schema(context, path)})
    note(f"wrote {path}; now try: interagency check {path}")


def _schema(context: click.Context, path: str) -> dict[Path, bytes]:
    """Return the schema, and the file beside a document where it goes unless it is there."""
    beside = Path(path).with_name(SCHEMA)
    plugins = plugins_of(context, "reference_models")
    return {} if beside.exists() else {beside: schema_text(plugins).encode()}


def _starter(name: str) -> bytes:
    return files("interagency.cli").joinpath(name).read_bytes()


def _workbook() -> bytes:
    from interagency.exporters.xlsx import to_xlsx

    return to_xlsx(loads(_starter("starter_workbook.yaml"), format="yaml"))
