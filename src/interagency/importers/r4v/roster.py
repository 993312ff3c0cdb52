"""Who is who: every organization of every table, before any row is written down."""

import re
from typing import Final, final

from attrs import define, field

from interagency.importers.r4v import named
from interagency.importers.r4v.directory import Directory, split_names
from interagency.importers.r4v.kinds import kind_of
from interagency.importers.r4v.mentions import Mention, refusal
from interagency.importers.r4v.organizations import organizations_of
from interagency.importers.r4v.sheets import Family, Names, Sheet
from interagency.model import Organization

_SEPARATORS: Final = re.compile(r"[;\n|,/]| (and|y|e|&|\+) ")
_DIFFERENT: Final = "its names are those of different organizations"
Row = tuple[str, int]
Sheets = tuple[Sheet, ...]


@final
@define
class Roster:
    """The organizations, and which of them a row or a cell names.

    Attributes:
        organizations: The organizations.
        rows: For rows of lists: the id of the organization, by table and number of the row.
        refused: For rows of lists that name nobody: why.
        cells: For cells of activities: the ids of those they name, by what they say.
        forms: The id of who filled in the form of a workbook, by file.
    """

    organizations: tuple[Organization, ...] = ()
    rows: dict[Row, str] = field(factory=dict)
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
    organizations = organizations_of(directory.identities, names.registry.organizations)
    ids = [organization.id for organization in organizations]
    return Roster(
        organizations=organizations,
        rows={row: ids[index] for row, index in rows.items()},
        refused=refused,
        cells={text: tuple(ids[index] for index in found) for text, found in cells.items()},
        forms={file: ids[index] for file, index in forms.items()},
    )


def _listed(
    sheets: Sheets, names: Names, directory: Directory, refused: dict[Row, str]
) -> dict[Row, int]:
    mentions: dict[Row, Mention] = {}
    for sheet in _of(Family.PARTNERS, sheets):
        for number, cells in named.data_rows(sheet):
            mention = named.listed(sheet, cells, names)
            why = refusal(mention.names[0][1] if mention.names else "")
            if why:
                refused[sheet.source, number] = why
            else:
                mentions[sheet.source, number] = mention
    return dict(zip(mentions, directory.add_list(list(mentions.values())), strict=True))


def _translated(sheets: Sheets, directory: Directory, refused: dict[Row, str]) -> dict[Row, int]:
    found = {}
    for sheet in _of(Family.TRANSLATIONS, sheets):
        for number, cells in named.data_rows(sheet):
            pairs = named.translation(sheet, cells)
            if not pairs or named.translates(sheet, cells) not in named.WHO:
                continue
            why = refusal(pairs[0][1]) or (_DIFFERENT if _differ(pairs, directory) else None)
            if why:
                refused[sheet.source, number] = why
            else:
                found[sheet.source, number] = directory.add(
                    Mention(names=pairs, source=sheet.source)
                )
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
        for _, cells in named.data_rows(sheet):
            for meaning, text in named.organization_cells(sheet, cells):
                if text not in mentions and refusal(text) is None:
                    mentions[text] = named.at_work(sheet, cells, meaning, text, names)
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
