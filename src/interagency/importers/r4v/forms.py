"""The form on the first sheet of a planning workbook: who submits it, below labels in a column.

Whoever is not in the list of partners fills it in; the activities then say `New organisation`.
Of focal points nothing is read.
"""

import re

from interagency.importers.tabular.fields import Field, header_of
from interagency.importers.tabular.mentions import is_named
from interagency.importers.tabular.profile import Form
from interagency.importers.tabular.source import Cells, Table
from interagency.importers.tabular.text import clean, folded

_FULL_NAME = re.compile(r"(full|complete|legal) name|nombre completo|nome completo")
_LONGEST_VALUE = 120
_FIRST_ROWS = 60
_ORGANIZATIONS = (Field.APPEALING, Field.ORGANIZATION)


def form_of(table: Table) -> Form | None:
    """Return the form that a sheet holds; None if it names no organization."""
    found: dict[str, tuple[int, str]] = {}
    personal = []
    for number, cells in table.rows[:_FIRST_ROWS]:
        label, value = _pair(cells)
        if label == Field.CONTACT:
            personal.append(number)
        elif label and value:
            found.setdefault(label, (number, value))
    if "organization" not in found or len(found) < 2:
        return None
    names = [found[label][1] for label in ("full name", "organization") if label in found]
    return Form(
        names=tuple(names),
        acronym=found.get(Field.ACRONYM, (0, ""))[1],
        kind=found.get(Field.TYPE, (0, ""))[1],
        rows=tuple(number for number, _ in found.values()),
        personal=tuple(personal),
    )


def _pair(cells: Cells) -> tuple[str, str]:
    """Return what a row with a label means, and the value behind the label."""
    filled = [clean(cell) for cell in cells if cell.strip()]
    if len(filled) != 2:
        return "", ""
    label, value = filled
    usable = len(value) <= _LONGEST_VALUE and "\n" not in value and is_named(value)
    return _meaning(label), value if usable else ""


def _meaning(label: str) -> str:
    if _FULL_NAME.fullmatch(folded(label)):
        return "full name"
    header = header_of(label)
    if header is None:
        return ""
    if header.meaning in _ORGANIZATIONS:
        return "organization"
    known = header.meaning in (Field.ACRONYM, Field.TYPE, Field.CONTACT)
    return header.meaning if known else ""
