"""Small tables for tests: rows of text to tables, to CSV files, to workbooks."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

from interagency.exchange import Imported, Outcome
from interagency.importers.r4v.profile import PROFILE
from interagency.importers.tabular import read
from interagency.importers.tabular.layout import layout_of
from interagency.importers.tabular.sheet import Names
from interagency.importers.tabular.source import Table
from interagency.vocabularies import shipped

Rows = Sequence[Sequence[str]]
NAMES = Names.of(shipped(), PROFILE)

_NAMESPACE = "http://schemas.openxmlformats.org"
_RELATIONS = f"{_NAMESPACE}/officeDocument/2006/relationships"
_MAIN = f'xmlns="{_NAMESPACE}/spreadsheetml/2006/main"'
_PACKAGE = f"{_NAMESPACE}/package/2006"


def table(rows: Rows, file: str = "table.csv", name: str = "", hidden: bool = False) -> Table:
    """Returns rows as a table, without those that are blank."""
    kept = [(number, tuple(row)) for number, row in enumerate(rows, 1) if any(map(str.strip, row))]
    return Table(file=file, name=name, rows=tuple(kept), blank=len(rows) - len(kept), hidden=hidden)


def columns(rows: Rows) -> dict[str, int]:
    """Returns which column of a table is read for what."""
    layout = layout_of(table(rows), NAMES.guesses())
    return {
        str(meaning) + (f" {tongue}" if tongue else ""): index
        for (meaning, tongue), index in layout.columns.items()
    }


def imported(tables: tuple[Table, ...]) -> Imported:
    """Returns what R4V's tables say."""
    return read.imported(tables, PROFILE)


def run(*rows: Rows, file: str = "RMRP_2022.csv") -> Imported:
    """Returns what tables say that all come from the same year."""
    tables = [table(each, file=file, name=str(i) if i else "") for i, each in enumerate(rows)]
    return imported(tuple(tables))


def outcomes(read: Imported) -> list[str]:
    """Returns what became of each row, without the details."""
    return [str(row.outcome) for row in read.accounting.rows]


def details(read: Imported, outcome: Outcome) -> list[str]:
    """Returns the details of the rows with one outcome."""
    return [row.detail for row in read.accounting.rows if row.outcome is outcome]


def workbook(
    path: Path, sheets: Iterable[tuple[str, bool, Rows]], merged: Sequence[str] = ()
) -> Path:
    """Writes a workbook of sheets (name, hidden, rows); cells are text, numbers or =TRUE.

    A sheet named Chart is one that holds a chart and no rows. On all sheets the same cells are
    merged, such as A2:A4.
    """
    sheets = list(sheets)
    with ZipFile(path, "w") as archive:
        types = "".join(
            f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            for i in range(len(sheets))
        )
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
            '"/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            f'spreadsheetml.sheet.main+xml"/>{types}</Types>',
        )
        archive.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            _relations(
                ("chartsheet" if name == "Chart" else "worksheet", f"worksheets/sheet{i}.xml")
                for i, (name, _, _) in enumerate(sheets)
            ),
        )
        named = "".join(
            f'<sheet name="{escape(name)}" sheetId="{i + 1}" r:id="r{i}"'
            f"{' state=' + chr(34) + 'hidden' + chr(34) if hidden else ''}/>"
            for i, (name, hidden, _) in enumerate(sheets)
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook {_MAIN} xmlns:r="{_RELATIONS}"><sheets>{named}</sheets></workbook>',
        )
        for i, (_, _, rows) in enumerate(sheets):
            archive.writestr(f"xl/worksheets/sheet{i}.xml", _sheet(rows, merged))
    return path


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _sheet(rows: Rows, merged: Sequence[str]) -> str:
    lines = "".join(
        f'<row r="{y}">{"".join(_cell(x, y, text) for x, text in enumerate(row) if text)}</row>'
        for y, row in enumerate(rows, 1)
    )
    cells = "".join(f'<mergeCell ref="{each}"/>' for each in merged)
    tail = f"<mergeCells>{cells}</mergeCells>" if merged else ""
    return f"<worksheet {_MAIN}><sheetData>{lines}</sheetData>{tail}</worksheet>"


def _cell(x: int, y: int, text: str) -> str:
    letters = (chr(ord("@") + x // 26) if x >= 26 else "") + chr(ord("A") + x % 26)
    place = f"{letters}{y}"
    if text in ("=TRUE", "=FALSE"):
        return f'<c r="{place}" t="b"><v>{int(text == "=TRUE")}</v></c>'
    if text.replace(".", "", 1).isdigit():
        return f'<c r="{place}"><v>{text}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
