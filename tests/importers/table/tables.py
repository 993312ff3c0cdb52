"""Small tables as the importer of any table reads them."""

from interagency.document.identities import parse_identities
from interagency.exchange import Imported
from interagency.importers.table import read, sheets
from interagency.importers.table.mapping import Mapping, parse_mapping
from interagency.importers.table.sheet import TableSheet
from interagency.vocabularies import shipped
from tests.importers.grids import Rows, table

NAMES = sheets.TableNames.of(shipped())


def run(rows: Rows, mapping: str = "", file: str = "a.csv") -> Imported:
    """Returns what a table says, by a mapping if there is one."""
    return read.imported((table(rows, file=file),), mapped(mapping))


def settled(rows: Rows, *decisions: str, file: str = "a.csv") -> Imported:
    """Returns what a table says by some decisions on names."""
    text = "\n".join(("interagency_identities: 1", "decisions:", *decisions))
    identities = parse_identities(text, file="identities.yaml")
    return read.imported((table(rows, file=file),), Mapping(), identities)


def mapped(text: str) -> Mapping:
    """Returns a mapping."""
    return parse_mapping(f"interagency_mapping: 1\n{text}") if text else Mapping()


def sheet(rows: Rows, mapping: str = "") -> TableSheet:
    """Returns a table, understood."""
    return sheets.sheets_of((table(rows),), mapped(mapping), NAMES)[0]


def seats(found: Imported) -> list[tuple[str, str, str | None]]:
    """Returns body, term and holder of each seat."""
    return [(each.body, each.term, each.holder) for each in found.architecture.seats]


def bodies(found: Imported) -> list[tuple[str, str, str | None]]:
    """Returns the class, the id and the parent of each body."""
    return [(type(each).__name__, each.id, each.parent) for each in found.architecture.bodies]


def told(found: Imported) -> list[tuple[str, str]]:
    """Returns what became of each row below the headers."""
    return [(str(row.outcome), row.detail) for row in found.accounting.rows[1:]]
