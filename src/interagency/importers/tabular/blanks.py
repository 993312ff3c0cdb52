"""Cells that hold no value: words for nothing and for totals, and the errors of spreadsheets."""

import re

from interagency.importers.tabular.text import folded

# An error that a formula leaves: #REF!, #N/A, #NAME?, and Err:502 of LibreOffice.
_ERROR = re.compile(
    r"#(REF|VALUE|NAME|DIV/0|N/A|NULL|NUM|SPILL|CALC|GETTING_DATA)[!?]?|Err:\d+", re.I
)
_NOTHING = re.compile(
    "n ?a|nan|null|nil|none|n ?d|s ?d|s ?i|x|0|tb[cd]|sin (dato|datos|informacion|definir)|sem "
    "(dado|dados|informacao)|sans (objet|donnees)|no (aplica|data|disponible|info|information|"
    "especificad[oa])|nao (aplica|aplicavel|disponivel|informado|especificado)|non "
    "(applicable|disponible|specifie|precise)|not (applicable|available|specified|known|reported)|"
    "to be (determined|confirmed|decided)|por (definir|confirmar|determinar)|a (definir|confirmar|"
    "confirmer|determiner)|unknown|unspecified|desconocid[oa]|desconhecid[oa]|inconnue?|blank|"
    "en blanco|em branco|vide|vacio|ningun[oa]?|nenhum[oa]?|aucune?|غير معروف|لا ينطبق|لا يوجد"
)
_TOTAL = re.compile(
    "(grand |sub ?|total |gran |sous )?totale?s?( general| geral)?|(grand|gran) total|subtotal|"
    "somme|suma|soma|sum|المجموع|الاجمالي"
)


def is_error(text: str) -> bool:
    """Return whether a cell holds the error of a formula."""
    return _ERROR.fullmatch(text.strip()) is not None


def is_nothing(text: str) -> bool:
    """Return whether a cell says that there is no value: `N/A`, `-`, `Sin dato`, `#REF!`."""
    words = folded(text)
    return not words or is_error(text) or _NOTHING.fullmatch(words) is not None


def is_total(text: str) -> bool:
    """Return whether a cell stands for the sum of others: `Grand Total`."""
    return _TOTAL.fullmatch(folded(text)) is not None


def is_blank(text: str) -> bool:
    """Return whether a cell names nothing of its own: no value, or a total."""
    return is_nothing(text) or is_total(text)
