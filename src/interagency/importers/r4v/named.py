"""Whom the cells of a row name: in lists of organizations, in translations, in activities."""

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from interagency.importers.cleaning import one_line
from interagency.importers.r4v.headers import header_of
from interagency.importers.r4v.kinds import kind_of
from interagency.importers.r4v.meanings import Meaning
from interagency.importers.r4v.mentions import Mention, Name, is_named
from interagency.importers.r4v.sheets import Names, Sheet
from interagency.importers.tables import Cells

WHO: Final = (Meaning.APPEALING, Meaning.ORGANIZATION, Meaning.IMPLEMENTING)
_TONGUES: Final = (
    ("en", Meaning.ENGLISH),
    ("es", Meaning.SPANISH),
    ("pt", Meaning.PORTUGUESE),
)


def data_rows(sheet: Sheet) -> Iterator[tuple[int, Cells]]:
    """Yield the rows below the header that neither repeat it nor hold tags."""
    return (row for row in sheet.table.rows if sheet.is_data(row[0]))


def listed(sheet: Sheet, cells: Cells, names: Names) -> Mention:
    """Return the organization of a row in a list; it has no names if the row has none."""
    layout = sheet.layout
    others = (layout.cell(cells, meaning) for meaning in (Meaning.APPEALING, Meaning.IMPLEMENTING))
    acronym = one_line(layout.cell(cells, Meaning.ACRONYM))
    written = (*layout.names(cells), *((None, text) for text in others))
    named = tuple((language, one_line(text)) for language, text in written if is_named(text))
    short = acronym if is_named(acronym) else ""
    return Mention(
        names=named or (((None, short),) if short else ()),
        acronym=short,
        kind=kind_of(layout.cell(cells, Meaning.TYPE), names.vocabularies),
        org_id=layout.cell(cells, Meaning.ORG_ID),
        source=sheet.source,
    )


def organization_cells(sheet: Sheet, cells: Cells) -> Iterator[tuple[Meaning, str]]:
    """Yield what the columns of organizations say in a row of activities."""
    layout = sheet.layout
    for meaning in WHO:
        named = (text for _, text in layout.names(cells))
        own = next(named, "") if meaning is Meaning.ORGANIZATION else layout.cell(cells, meaning)
        if is_named(own):
            yield meaning, own


def at_work(sheet: Sheet, cells: Cells, meaning: Meaning, text: str, names: Names) -> Mention:
    """Return an organization as a row of activities names it in one cell."""
    if meaning is Meaning.IMPLEMENTING:  # kind and acronym beside it are not its own
        return Mention(names=((None, one_line(text)),), source=sheet.source)
    mention = listed(sheet, cells, names)
    if meaning is Meaning.APPEALING:
        return evolve(mention, names=((None, one_line(text)),))
    own = ((tongue, one_line(name)) for tongue, name in sheet.layout.names(cells) if is_named(name))
    return evolve(mention, names=tuple(own))


def translation(sheet: Sheet, cells: Cells) -> tuple[Name, ...]:
    """Return the names in a row of translations, with their languages."""
    texts = ((tongue, sheet.layout.cell(cells, meaning)) for tongue, meaning in _TONGUES)
    return tuple((tongue, one_line(text)) for tongue, text in texts if text)


def translates(sheet: Sheet, cells: Cells) -> Meaning | None:
    """Return what a row of translations is about; None if the table does not say."""
    if not sheet.layout.has(Meaning.VARIABLE):
        return None
    about = header_of(sheet.layout.cell(cells, Meaning.VARIABLE))
    return about.meaning if about else Meaning.NOISE
