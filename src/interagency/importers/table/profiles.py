"""Importers of tables, each described by a profile: a mapping that is bound to no file."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from interagency.document.identities import NO_IDENTITIES, Identities
from interagency.exchange import ColumnPreview, Imported, Importer, TableReader
from interagency.importers.table.mapping import Mapping, parse_mapping, read_mapping

_ANY = Mapping(
    name="table",
    summary="Tables of any layout (CSV, XLSX, ODS, JSON, HXL): groups, presence or organizations.",
)


def profile_importer(file: Traversable) -> Importer:
    """Return the importer that a profile describes; a plugin gives it through its hook.

    Args:
        file: The profile, in YAML: a mapping with a name and a summary.

    Raises:
        InvalidDocument: With everything that is wrong with it.
    """
    return _importer(parse_mapping(file.read_bytes(), file=file.name))


@cache
def shipped_importers() -> tuple[Importer, ...]:
    """Return the importer of any table, and those of the shipped profiles."""
    folder = files(__package__) / "profiles"
    ordered = sorted(folder.iterdir(), key=lambda file: file.name)
    return (_importer(_ANY), *map(profile_importer, ordered))


def _importer(profile: Mapping) -> Importer:
    # reading is imported when there is something to read: the list of importers must stay light

    def read(paths: tuple[Path, ...], mapping: Path | None, identities: Identities) -> Imported:
        from interagency.importers.table.read import read

        return read(paths, _with(profile, mapping), identities)

    def preview(paths: tuple[Path, ...], mapping: Path | None) -> tuple[ColumnPreview, ...]:
        from interagency.importers.table.previews import preview

        return preview(paths, _with(profile, mapping))

    def written(paths: tuple[Path, ...], mapping: Path | None) -> str:
        from interagency.importers.table.previews import written_mapping

        return written_mapping(paths, _with(profile, mapping))

    return Importer(
        name=profile.name,
        summary=profile.summary,
        read=lambda path: read((path,), None, NO_IDENTITIES),
        settled=lambda path, identities: read((path,), None, identities),
        tables=TableReader(read=read, preview=preview, mapping=written),
    )


def _with(profile: Mapping, mapping: Path | None) -> Mapping:
    """Return the mapping that is asked for; it says more than the profile."""
    return profile if mapping is None else read_mapping(mapping)
