"""R4V's own tables: partners, platforms, sectors, indicators and activities, of any year."""

from pathlib import Path

from interagency.document.identities import Identities
from interagency.exchange import Imported, Importer


def _read(source: Path, identities: Identities | None = None) -> Imported:
    # imported when there is something to read: the list of importers must stay light
    from interagency.importers.r4v.leads import refuse_leads
    from interagency.importers.r4v.profile import PROFILE
    from interagency.importers.tabular.read import read
    from interagency.importers.tabular.source import read_tables

    refuse_leads(source, read_tables(source))
    return read(source, PROFILE, identities)


IMPORTER = Importer(
    name="r4v",
    summary="R4V's tables: lists of partners, sectors, areas and activities, XLSX or CSV.",
    read=_read,
    settled=_read,
)
