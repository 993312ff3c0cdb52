"""Tables of who leads what, which R4V's own tables never are: they are for another importer."""

from pathlib import Path

from interagency.importers.table.mapping import Mapping
from interagency.importers.table.sheets import TableNames, sheets_of
from interagency.importers.tabular.source import Table, UnreadableTable
from interagency.vocabularies import shipped
from interagency.vocabularies.standing import standing_of

_WHY = "says who leads what, and no one's appeal: `interagency import leads` reads it"


def refuse_leads(source: Path, tables: tuple[Table, ...]) -> None:
    """Refuse a file that says who leads what.

    Raises:
        UnreadableTable: If every table that says anything of groups names who leads them.
    """
    names = TableNames.of(shipped())
    sheets = sheets_of(tables, Mapping(), names)
    terms = shipped()["role-terms"]
    leading = [
        sheet
        for sheet in sheets
        if sheet.reads == "groups"
        and (
            sheet.column("role")
            or any(
                standing_of(term, {}, terms).leads for each in sheet.columns for term in each.terms
            )
        )
    ]
    if leading and len(leading) == sum(bool(sheet.reads) for sheet in sheets):
        raise UnreadableTable(source, _WHY)
