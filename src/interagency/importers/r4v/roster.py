"""Who is who: every organization of every table, before any row is written down."""

from collections.abc import Iterable, Iterator
from typing import Final, final

from attrs import define, evolve, field

from interagency.importers.r4v.directory import Directory, split_names
from interagency.importers.r4v.forms import Form, form_of
from interagency.importers.r4v.kinds import kind_of
from interagency.importers.r4v.meanings import Meaning, header_of
from interagency.importers.r4v.mentions import (
    Mention,
    is_instruction,
    is_named,
    is_placeholder,
)
from interagency.importers.r4v.organizations import organizations_of
from interagency.importers.r4v.sheets import Family, Names, Sheet
from interagency.importers.tables import Cells
from interagency.model import Organization

_SEPARATORS: Final = frozenset(";\n|,/")
_WHO: Final = (Meaning.APPEALING, Meaning.ORGANIZATION, Meaning.IMPLEMENTING)
Row = tuple[str, int]


@final
@define
class Roster:
    """The organizations, and which of them a row or a cell names.

    Attributes:
        organizations: The organizations.
        rows: For rows of lists: the id of the organization, by table and number of the row.
        refused: For rows of lists that name nobody: why.
        cells: For cells of activities: the ids of those they name, by what they say.
        forms: The form of a workbook, and the id of who filled it in, by file.
    """

    organizations: tuple[Organization, ...] = ()
    rows: dict[Row, str] = field(factory=dict)
    refused: dict[Row, str] = field(factory=dict)
    cells: dict[str, tuple[str, ...]] = field(factory=dict)
    forms: dict[str, tuple[Form, str]] = field(factory=dict)


def roster_of(sheets: Iterable[Sheet], names: Names) -> Roster:
    """Return who is who in all tables: the lists say most and come first."""
    sheets = tuple(sheets)
    roster = Roster()
    directory = Directory(names.registry)
    rows = _listed(sheets, names, directory, roster) | _translated(sheets, directory, roster)
    forms = _forms(sheets, names, directory)
    cells = _cells(sheets, names, directory)
    roster.organizations = organizations_of(directory.identities, names.registry.organizations)
    ids = [organization.id for organization in roster.organizations]
    roster.rows = {row: ids[index] for row, index in rows.items()}
    roster.forms = {file: (form, ids[index]) for file, (form, index) in forms.items()}
    roster.cells = {text: tuple(ids[each] for each in found) for text, found in cells.items()}
    return roster


def organization_cells(sheet: Sheet, cells: Cells) -> Iterator[tuple[Meaning, str]]:
    """Yield what the columns of organizations say in a row of activities."""
    layout = sheet.layout
    assert layout is not None
    for meaning in _WHO:
        named = [text for _, text in layout.names(cells)]
        text = named[0] if meaning is Meaning.ORGANIZATION and named else ""
        text = text or layout.cell(cells, meaning)
        if text and is_named(text):
            yield meaning, text


def refusal(text: str) -> str | None:
    """Return why a cell in a column of organizations names none; None if it does."""
    if not is_named(text):
        return "names no organization"
    if is_placeholder(text):
        return "a placeholder for organizations that are not in the list"
    return "an instruction or a total, no organization" if is_instruction(text) else None


def _listed(
    sheets: tuple[Sheet, ...], names: Names, directory: Directory, roster: Roster
) -> dict[Row, int]:
    places: list[Row] = []
    mentions = []
    for sheet in sheets:
        for number, cells in data_rows(sheet) if sheet.family is Family.PARTNERS else ():
            mention = _mention(sheet, cells, names)
            why = refusal(mention.names[0][1]) if mention.names else "names no organization"
            if why:
                roster.refused[sheet.source, number] = why
            else:
                places.append((sheet.source, number))
                mentions.append(mention)
    return dict(zip(places, directory.add_list(mentions), strict=True))


def data_rows(sheet: Sheet) -> Iterator[tuple[int, Cells]]:
    """Yield the rows below the header."""
    header = sheet.layout.header if sheet.layout else 0
    return ((number, cells) for number, cells in sheet.table.rows if number > header)


def _mention(sheet: Sheet, cells: Cells, names: Names) -> Mention:
    layout = sheet.layout
    assert layout is not None
    acronym = " ".join(layout.cell(cells, Meaning.ACRONYM).split())
    written = [*layout.names(cells), (None, layout.cell(cells, Meaning.APPEALING))]
    written += [(None, layout.cell(cells, Meaning.IMPLEMENTING)), (None, acronym)]
    named = [(language, " ".join(text.split())) for language, text in written if is_named(text)]
    # the acronym stands for the name only where there is no other
    kept = named[:-1] if len(named) > 1 and named[-1][1] == acronym else named
    return Mention(
        names=tuple(kept),
        acronym=acronym if is_named(acronym) else "",
        kind=kind_of(layout.cell(cells, Meaning.TYPE), names.vocabularies),
        org_id=layout.cell(cells, Meaning.ORG_ID),
        source=sheet.source,
    )


def _translated(
    sheets: tuple[Sheet, ...], directory: Directory, roster: Roster
) -> dict[Row, int]:
    found = {}
    for sheet in sheets:
        for number, cells in data_rows(sheet) if sheet.family is Family.TRANSLATIONS else ():
            pairs = translation(sheet, cells)
            if pairs and is_of_organizations(sheet, cells):
                owners = {directory.find(Mention(names=(pair,))) for pair in pairs} - {None}
                if len(owners) > 1:
                    roster.refused[sheet.source, number] = (
                        "its names are those of different organizations"
                    )
                else:
                    mention = Mention(names=pairs, source=sheet.source)
                    found[sheet.source, number] = directory.add(mention)[0]
    return found


def translation(sheet: Sheet, cells: Cells) -> tuple[tuple[str | None, str], ...]:
    """Return the names in a row of translations, with their languages."""
    assert sheet.layout is not None
    columns = (("en", Meaning.ENGLISH), ("es", Meaning.SPANISH), ("pt", Meaning.PORTUGUESE))
    texts = ((language, sheet.layout.cell(cells, meaning)) for language, meaning in columns)
    return tuple((language, " ".join(text.split())) for language, text in texts if text)


def is_of_organizations(sheet: Sheet, cells: Cells) -> bool:
    """Tell whether a row of translations is about an organization."""
    assert sheet.layout is not None
    about = header_of(sheet.layout.cell(cells, Meaning.VARIABLE))
    return about is not None and about.meaning in _WHO


def _forms(
    sheets: tuple[Sheet, ...], names: Names, directory: Directory
) -> dict[str, tuple[Form, int]]:
    found: dict[str, tuple[Form, int]] = {}
    for sheet in sheets:
        form = form_of(sheet.table) if sheet.layout is None else None
        if form and sheet.table.file not in found:
            kind = kind_of(form.kind, names.vocabularies)
            named = tuple((None, name) for name in form.names)
            mention = Mention(names=named, acronym=form.acronym, kind=kind, source=sheet.source)
            found[sheet.table.file] = (form, directory.add(mention)[0])
    return found


def _cells(
    sheets: tuple[Sheet, ...], names: Names, directory: Directory
) -> dict[str, tuple[int, ...]]:
    """Return who each cell of activities names; those that may name several come last."""
    mentions: dict[str, Mention] = {}
    for sheet in sheets:
        for _, cells in data_rows(sheet) if sheet.family is Family.ACTIVITIES else ():
            for meaning, text in organization_cells(sheet, cells):
                if text not in mentions and refusal(text) is None:
                    mentions[text] = _cell_mention(sheet, cells, meaning, text, names)
    ordered = sorted(mentions, key=lambda text: not _SEPARATORS.isdisjoint(text))
    return {text: _owners(text, mentions[text], directory) for text in ordered}


def _cell_mention(
    sheet: Sheet, cells: Cells, meaning: Meaning, text: str, names: Names
) -> Mention:
    """Return an organization as a row of activities names it; columns beside it are the first's."""
    if meaning is Meaning.IMPLEMENTING:
        return Mention(names=((None, text),), source=sheet.source)
    mention = _mention(sheet, cells, names)
    own = mention.names if meaning is Meaning.ORGANIZATION else ((None, " ".join(text.split())),)
    return evolve(mention, names=own)


def _owners(text: str, mention: Mention, directory: Directory) -> tuple[int, ...]:
    parts = split_names(text, directory)
    if len(parts) == 1:
        return (directory.add(evolve(mention, names=_on_one_line(mention)))[0],)
    alone = (Mention(names=((None, part),), source=mention.source) for part in parts)
    return tuple(dict.fromkeys(directory.add(each)[0] for each in alone))


def _on_one_line(mention: Mention) -> tuple[tuple[str | None, str], ...]:
    return tuple((language, " ".join(name.split())) for language, name in mention.names)
