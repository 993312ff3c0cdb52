"""Projects of the HPC project API, on which FTS builds: who asks for how much in which plan."""

from pathlib import Path

from interagency.document.identities import Identities
from interagency.exchange import Imported, Importer


def _read(source: Path, identities: Identities | None = None) -> Imported:
    # imported when there is something to read: the list of importers must stay light
    from interagency.importers.hpc_projects.read import read

    return read(source, identities)


IMPORTER = Importer(
    name="hpc-projects",
    summary="Projects of the HPC project API (FTS), JSON: plans, who appeals in them, amounts.",
    read=_read,
    settled=_read,
)
