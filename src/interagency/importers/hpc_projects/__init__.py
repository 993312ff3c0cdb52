"""Projects of the HPC project API, on which FTS builds: who asks for how much in which plan."""

from pathlib import Path

from interagency.exchange import Imported, Importer


def _read(source: Path) -> Imported:
    # imported when there is something to read: the list of importers must stay light
    from interagency.importers.hpc_projects.read import read

    return read(source)


IMPORTER = Importer(
    name="hpc-projects",
    summary="Projects of the HPC project API (FTS), JSON: plans, who appeals in them, amounts.",
    read=_read,
)
