"""Register of every organization in every table, made before any row is written down."""

import re
from collections.abc import Iterator
from typing import Final, final

from attrs import define, evolve, field

from interagency.importers.tabular.fields import Field, header_of
from interagency.importers.tabular.mentions import Mention, Name, is_named, kind_of, refusal
from interagency.importers.tabular.organizations import Directory, joint_names, split_names
from interagency.importers.tabular.records import organizations_of
from interagency.importers.tabular.sheet import Family, Names, Sheet
from interagency.importers.tabular.source import Cells
from interagency.importers.tabular.text import one_line
from interagency.model import Organization

WHO: Final = (Field.APPEALING, Field.ORGANIZATION, Field.IMPLEMENTING)
_TONGUES = (
    ("en", Field.ENGLISH),
    ("es", Field.SPANISH),
    ("pt", Field.PORTUGUESE),
)


def data_rows(sheet: Sheet) -> Iterator[tuple[int, Cells]]:
    """Yield the rows below the header that neither repeat it nor hold tags."""
    return (row for row in sheet.table.rows if sheet.is_data(row[0]))


def listed(sheet: Sheet, cells: Cells, names: Names) -> Mention:
    """Return the organization of a row in a list; it has no names if the row has none."""
    layout = sheet.layout
    others = (layout.cell(cells, meaning) for meaning in (Field.APPEALING, Field.IMPLEMENTING))
    acronym = one_line(layout.cell(cells, Field.ACRONYM))
    written = (*layout.names(cells), *((None, text) for text in others))
    named = tuple((language, one_line(text)) for language, text in written if is_named(text))
    short = acronym if is_named(acronym) else ""
    return Mention(
        names=named or (((None, short),) if short else ()),
        acronym=short,
        kind=kind_of(layout.cell(cells, Field.TYPE), names.vocabularies),
        org_id=layout.cell(cells, Field.ORG_ID),
        source=sheet.source,
    )


def organization_cells(sheet: Sheet, cells: Cells) -> Iterator[tuple[Field, str]]:
    """Yield what the columns of organizations say in a row of activities."""
    layout = sheet.layout
    for meaning in WHO:
        named = (text for _, text in layout.names(cells))
        own = next(named, "") if meaning is Field.ORGANIZATION else layout.cell(cells, meaning)
        if is_named(own):
            yield meaning, own


def at_work(sheet: Sheet, cells: Cells, meaning: Field, text: str, names: Names) -> Mention:
    """Return an organization as a row of activities names it in one cell."""
    if meaning is Field.IMPLEMENTING:  # kind and acronym beside it are not its own
        return Mention(names=((None, one_line(text)),), source=sheet.source)
    mention = listed(sheet, cells, names)
    if meaning is Field.APPEALING:
        return evolve(mention, names=((None, one_line(text)),))
    own = ((tongue, one_line(name)) for tongue, name in sheet.layout.names(cells) if is_named(name))
    return evolve(mention, names=tuple(own))


def translation(sheet: Sheet, cells: Cells) -> tuple[Name, ...]:
    """Return the names in a row of translations, with their languages."""
    texts = ((tongue, sheet.layout.cell(cells, meaning)) for tongue, meaning in _TONGUES)
    return tuple((tongue, one_line(text)) for tongue, text in texts if text)


def translates(sheet: Sheet, cells: Cells) -> Field | None:
    """Return what a row of translations is about; None if the table does not say."""
    if not sheet.layout.has(Field.VARIABLE):
        return None
    about = header_of(sheet.layout.cell(cells, Field.VARIABLE))
    return about.meaning if about else Field.NOISE


_SEPARATORS = re.compile(r"[;\n|,/]| (and|y|e|&|\+) ")
_DIFFERENT = "its names are those of different organizations"
Row = tuple[str, int]
Sheets = tuple[Sheet, ...]


@final
@define
class Roster:
    """The organizations, and which of them a row or a cell names.

    Attributes:
        organizations: The organizations.
        rows: For rows of lists: the ids of the organizations, by table and number of the row.
        refused: For rows of lists that name nobody: why.
        cells: For cells of activities: the ids of those they name, by what they say.
        forms: The id of who filled in the form of a workbook, by file.
    """

    organizations: tuple[Organization, ...] = ()
    rows: dict[Row, tuple[str, ...]] = field(factory=dict)
    refused: dict[Row, str] = field(factory=dict)
    cells: dict[str, tuple[str, ...]] = field(factory=dict)
    forms: dict[str, str] = field(factory=dict)


def roster_of(sheets: Sheets, names: Names) -> Roster:
    """Return who is who in all tables: the lists say most and come first."""
    refused: dict[Row, str] = {}
    directory = Directory(names.registry)
    rows = _listed(sheets, names, directory, refused)
    rows |= _translated(sheets, directory, refused)
    forms = _forms(sheets, names, directory)
    cells = _at_work(sheets, names, directory)
    directory.refuse_clashes()
    organizations = organizations_of(
        directory.identities,
        names.registry.organizations,
        names.profile.scheme,
        names.profile.prefixes,
    )
    ids = [organization.id for organization in organizations]
    return Roster(
        organizations=organizations,
        rows={row: tuple(ids[index] for index in found) for row, found in rows.items()},
        refused=refused,
        cells={text: tuple(ids[index] for index in found) for text, found in cells.items()},
        forms={file: ids[index] for file, index in forms.items()},
    )


def _listed(
    sheets: Sheets, names: Names, directory: Directory, refused: dict[Row, str]
) -> dict[Row, tuple[int, ...]]:
    mentions: dict[Row, Mention] = {}
    joint: dict[Row, tuple[str, ...]] = {}
    for sheet in _of(Family.PARTNERS, sheets):
        for number, cells in data_rows(sheet):
            mention = listed(sheet, cells, names)
            why = refusal(mention.names[0][1] if mention.names else "")
            if why:
                refused[sheet.source, number] = why
            elif parts := _joint(mention, names):
                joint[sheet.source, number] = parts
            else:
                mentions[sheet.source, number] = mention
    alone = directory.add_list(list(mentions.values()))
    found = {row: (index,) for row, index in zip(mentions, alone, strict=True)}
    return found | {
        (source, number): tuple(
            dict.fromkeys(
                directory.add(Mention(names=((None, part),), source=source)) for part in parts
            )
        )
        for (source, number), parts in joint.items()
    }


def _joint(mention: Mention, names: Names) -> tuple[str, ...]:
    """Return the names that the name of a mention joins; one of the registry is one name."""
    # the English name, or the first by the alphabet: the order of columns makes no difference
    name = min(mention.names, key=lambda each: (each[0] != "en", each[1]))
    known = names.registry.match(Mention(names=(name,)))
    return () if known else joint_names(name[1])


def _translated(
    sheets: Sheets, directory: Directory, refused: dict[Row, str]
) -> dict[Row, tuple[int, ...]]:
    found: dict[Row, tuple[int, ...]] = {}
    for sheet in _of(Family.TRANSLATIONS, sheets):
        for number, cells in data_rows(sheet):
            pairs = translation(sheet, cells)
            if not pairs or translates(sheet, cells) not in WHO:
                continue
            why = refusal(pairs[0][1]) or (_DIFFERENT if _differ(pairs, directory) else None)
            if why:
                refused[sheet.source, number] = why
            else:
                mention = Mention(names=pairs, source=sheet.source)
                found[sheet.source, number] = (directory.add(mention),)
    return found


def _differ(pairs: tuple[tuple[str | None, str], ...], directory: Directory) -> bool:
    return len({directory.find(Mention(names=(pair,))) for pair in pairs} - {None}) > 1


def _forms(sheets: Sheets, names: Names, directory: Directory) -> dict[str, int]:
    found: dict[str, int] = {}
    for sheet in sheets:
        if sheet.form and sheet.table.file not in found:
            mention = Mention(
                names=tuple((None, name) for name in sheet.form.names),
                acronym=sheet.form.acronym,
                kind=kind_of(sheet.form.kind, names.vocabularies),
                source=sheet.source,
            )
            found[sheet.table.file] = directory.add(mention)
    return found


def _at_work(sheets: Sheets, names: Names, directory: Directory) -> dict[str, tuple[int, ...]]:
    """Return whom each cell of activities names; those that may name several come last."""
    mentions: dict[str, Mention] = {}
    for sheet in _of(Family.ACTIVITIES, sheets):
        for _, cells in data_rows(sheet):
            for meaning, text in organization_cells(sheet, cells):
                if text not in mentions and refusal(text) is None:
                    mentions[text] = at_work(sheet, cells, meaning, text, names)
    ordered = sorted(mentions, key=lambda text: _SEPARATORS.search(text) is not None)
    return {text: _owners(text, mentions[text], directory) for text in ordered}


def _owners(text: str, mention: Mention, directory: Directory) -> tuple[int, ...]:
    parts = split_names(text, directory)
    if len(parts) == 1:
        return (directory.add(mention),)
    alone = (Mention(names=((None, part),), source=mention.source) for part in parts)
    return tuple(dict.fromkeys(directory.add(each) for each in alone))


def _of(family: Family, sheets: Sheets) -> Sheets:
    return tuple(sheet for sheet in sheets if sheet.family is family)
