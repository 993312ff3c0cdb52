"""Where a row says that something is done: countries as a whole, or areas of the first level."""

import re
from collections.abc import Iterable

from interagency.importers.tabular.fields import Field
from interagency.importers.tabular.places import Gazetteer, Places
from interagency.importers.tabular.sheet import Sheet
from interagency.importers.tabular.source import Cells
from interagency.importers.tabular.text import one_line

_ALWAYS = re.compile(r"\s*[;|\n]\s*")
# Names of areas hold these too: "Bogotá, D.C.", "Valparaíso y Juan Fernández".
_PERHAPS = re.compile(r"\s*(?:[,/]|\s(?:y|e|and|&)\s)\s*")
Countries = tuple[str, ...]


def gazetteer_of(sheets: Iterable[Sheet], places: Places) -> Gazetteer:
    """Return all areas that stand alone in a cell, under the spelling of the first."""
    areas = Gazetteer({}, {})
    for sheet in sheets:
        columns = (Field.COUNTRY, Field.ADMIN1, Field.ADMIN1_CODE)
        rows = (cells for number, cells in sheet.table.rows if sheet.is_data(number))
        told = (tuple(sheet.layout.cell(cells, each) for each in columns) for cells in rows)
        for country, name, code in dict.fromkeys(told):
            found = places.country(country) if country else sheet.told_country
            # what has a code is one area, whatever signs its name holds
            alone = code or not (_ALWAYS.search(name) or _PERHAPS.search(name))
            if found and alone and _is_part(one_line(name), (found,), places):
                areas.learn(found, one_line(name), code)
    return areas


def areas_of(
    sheet: Sheet,
    cells: Cells,
    countries: Countries,
    places: Places,
    areas: Gazetteer,
    problems: list[str],
) -> tuple[tuple[str, ...], Countries]:
    """Return the areas of a row, and its countries: for the region, an area may be a country."""
    layout = sheet.layout
    text = layout.cell(cells, Field.ADMIN1)
    name, code = one_line(text), layout.cell(cells, Field.ADMIN1_CODE)
    within = places.country(name) if name else None
    if within and not countries:
        return (within,), (within,)
    if not _is_part(name, countries, places):
        return countries, countries
    if not countries:
        by_code = places.country_of_code(code)
        countries = (by_code,) if by_code else ()
    if len(countries) != 1:
        problems.append(f"area {name!r} may lie in any country: none, or several, stand beside it")
        return countries, countries
    names = _names(text, countries[0], areas)
    if len(names) > 1:
        code = ""
    return tuple(dict.fromkeys(areas.learn(countries[0], each, code) for each in names)), countries


def _is_part(name: str, countries: Countries, places: Places) -> bool:
    """Return whether a name is that of a part of a country, not of the country or the region."""
    return (
        bool(name) and not places.is_everywhere(name) and places.country(name) not in (*countries,)
    )


def _names(text: str, country: str, areas: Gazetteer) -> tuple[str, ...]:
    """Return the areas in a cell: one, or several if a sign parts them or all of them are known."""
    found = [one_line(part) for part in _ALWAYS.split(text) if part.strip()]
    if len(found) == 1 and not areas.knows(country, found[0]):
        parts = _PERHAPS.split(found[0])
        found = parts if all(areas.knows(country, part) for part in parts) else found
    return tuple(found)
