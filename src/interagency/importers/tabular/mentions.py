"""Organizations as one row mentions them, and the spellings by which they are recognised."""

import re
from collections.abc import Iterator
from typing import final

from attrs import frozen

from interagency.importers.tabular.blanks import is_total
from interagency.importers.tabular.text import folded
from interagency.vocabularies import Vocabularies

# A name, and its language where that is known.
Name = tuple[str | None, str]
_IN_BRACKETS = re.compile(r"^(?P<name>.+?)\s*\((?P<acronym>[^()\s]{2,15})\)$")
# "Scalabrini (BOL)" is not called BOL; without the brackets it would be everybody's Scalabrini.
_COUNTRY = re.compile("ABW|ARG|BOL|BRA|CHL|COL|CRI|CUW|DOM|ECU|GUY|MEX|PAN|PER|PRY|TTO|URY|VEN|RD")
_NOBODY = re.compile(
    "n a|na|no|nao|0|none|ningun[oa]|nenhum|si|sim|yes|no aplica|nao aplica|not applicable|"
    "(direct|directa|direta)( implementation)?|(implementacion directa|implementacao direta)"
)
_NEW = re.compile(
    "new (organi[sz]ation|partner)|nueva organizacion|nuevo socio|nova organizacao|novo parceiro"
)
_INSTRUCTION = re.compile(
    r"^(note|nota|please|por favor|select|seleccion|instru|enter|ingrese|total|subtotal|grand"
    r"|observa|source|fuente|fonte)\b"
)
_LONGEST_NAME = 200


@final
@frozen(kw_only=True)
class Mention:
    """One organization as one row names it.

    Attributes:
        names: Its names, with their languages where the header tells them.
        acronym: Its short name.
        kind: The code of its kind.
        org_id: Its id in the list of the publisher.
        source: The id of the table.
    """

    names: tuple[Name, ...]
    acronym: str = ""
    kind: str | None = None
    org_id: str = ""
    source: str = ""

    @property
    def name_keys(self) -> tuple[str, ...]:
        """Return the spellings of its names, with and without an acronym in brackets."""
        return tuple(dict.fromkeys(key for _, name in self.names for key in name_keys(name)))

    @property
    def acronyms(self) -> tuple[str, ...]:
        """Return its acronyms: that of the column, and those in brackets behind a name."""
        found = [self.acronym] if self.acronym else []
        return tuple(dict.fromkeys((*found, *_bracketed(self.names))))

    @property
    def acronym_keys(self) -> tuple[str, ...]:
        """Return the spellings of its acronyms, and of the parts of one such as PAHO/WHO."""
        parts = (part for text in self.acronyms for part in (text, *text.split("/")))
        return tuple(dict.fromkeys(filter(None, map(folded, parts))))


def name_keys(name: str) -> tuple[str, ...]:
    """Return the spellings by which a name is recognised."""
    match = _IN_BRACKETS.match(name)
    if match and is_acronym(match["acronym"]):
        return folded(name), folded(match["name"])
    return (folded(name),)


def is_acronym(text: str) -> bool:
    """Return whether a text looks like an acronym: short, one word, two capitals, no country."""
    short = " " not in text and len(text) <= 15 and not _COUNTRY.fullmatch(text)
    return short and sum(map(str.isupper, text)) > 1


def is_named(text: str) -> bool:
    """Return whether a cell names anybody: not `N/A`, not `direct implementation`."""
    words = folded(text)
    return bool(words) and _NOBODY.fullmatch(words) is None


def is_placeholder(text: str) -> bool:
    """Return whether a cell says that the organization is not in the list yet."""
    return _NEW.fullmatch(folded(text)) is not None


def is_instruction(text: str) -> bool:
    """Return whether a cell tells people what to do, or sums up, rather than name somebody."""
    is_one = len(text) > _LONGEST_NAME or is_total(text)
    return is_one or _INSTRUCTION.match(folded(text)) is not None


def refusal(text: str) -> str | None:
    """Return why a cell in a column of organizations names none; None if it does."""
    if not is_named(text):
        return "names no organization"
    if is_placeholder(text):
        return "a placeholder for organizations that are not in the list"
    return "an instruction or a total, no organization" if is_instruction(text) else None


def _bracketed(names: tuple[Name, ...]) -> Iterator[str]:
    for _, name in names:
        match = _IN_BRACKETS.match(name)
        if match and is_acronym(match["acronym"]):
            yield match["acronym"]


_ORGANIZATIONS = re.compile(r"\borganisation(s)?\b|\borganizations\b")


def kind_of(text: str, vocabularies: Vocabularies) -> str | None:
    """Return the code of a kind of organization; None if the text names none."""
    kinds = vocabularies["organization-kinds"]
    words = folded(text)
    for spelling in (words, _ORGANIZATIONS.sub("organization", words), words.removesuffix("s")):
        term = kinds.spelled(spelling)
        if term:
            return term.code
    return None
