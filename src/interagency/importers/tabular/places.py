"""Countries by any of their names, and areas of the first administrative level."""

import re
from collections.abc import Collection, Mapping
from typing import final

from attrs import frozen

from interagency.importers.tabular.text import folded
from interagency.vocabularies import Vocabularies

# Words in the name of a country: "Trinidad and Tobago" has three.
_LONGEST = 4
_ANSWERS = frozenset({"NA", "NO", "SI"})
_REGIONAL = frozenset({"regional platform", "plataforma regional", "region"})
# "Country level", "Todo el país", "Varios departamentos", "N/A": no area in a column of areas.
_WHOLE = re.compile(
    r"((country|national|nacional|nationwide|countrywide|nivel|level|pais|wide|coverage|cobertura|"
    r"alcance|ambito|territorio|whole|entire|multiple|multiples|various|several|varios|varias|all|"
    r"todo|toda|todos|todas|a|o|el|la|los|las|os|as|the|in|en|de|departamentos|departments|"
    r"estados|states|provincias|provinces|regiones|regioes|regions|areas)( |$))+"
    r"|n a|na|no aplica|nao aplica|not applicable|unknown|desconocid[oa]|not specified|"
    r"(no|nao|sin|sem) (especifica\w+|informa\w+|dato|datos|dados|definir)|"
    r"por (definir|confirmar)|tbd|none|ningun[oa]|nenhuma?|0"
)


@final
@frozen(kw_only=True)
class Places:
    """Countries by name. The tables by spelling are made once, for one import.

    Attributes:
        countries: The code of each country by spelling.
        names: The name of each country by code.
        short: The codes by their two-letter codes.
        region: The countries of the response; all, if it is not known which.
        regional: Words that mean the whole region.
    """

    countries: Mapping[str, str]
    names: Mapping[str, str]
    short: Mapping[str, str]
    region: frozenset[str]
    regional: frozenset[str]

    @classmethod
    def of(
        cls,
        vocabularies: Vocabularies,
        region: Collection[str] = (),
        regional: Collection[str] = (),
    ) -> "Places":
        """Return the places that the vocabulary of countries knows.

        Args:
            vocabularies: The vocabularies.
            region: The countries of the response; only their two-letter codes are read.
            regional: Words that mean the whole region.
        """
        terms = tuple(vocabularies["countries"])
        found: dict[str, str] = {}
        for term in terms:
            for spelling in (term.name, *(name for _, name in term.names), *term.aliases):
                found.setdefault(folded(spelling), term.code)
        codes = frozenset(region) or frozenset(term.code for term in terms)
        short = {
            dict(term.equivalents).get("iso2", ""): term.code
            for term in terms
            if term.code in codes
        }
        return cls(
            countries=found,
            names={term.code: term.name.partition(" (")[0] for term in terms},
            short={two: code for two, code in short.items() if two not in _ANSWERS},
            region=codes,
            regional=_REGIONAL | frozenset(regional),
        )

    def country(self, text: str) -> str | None:
        """Return the code of the country that a text names as a whole."""
        if text in self.short or text in self.names:
            return self.short.get(text, text)
        return self.countries.get(folded(text))

    def country_of_code(self, code: str) -> str | None:
        """Return the country that the code of an area begins with: `CO-ANT`, `PE15`."""
        return self.short.get(code[:2].upper())

    def countries_in(self, text: str) -> frozenset[str]:
        """Return the countries of the response that the name of a file or a sheet holds."""
        words = folded(text).split()
        spans = ((i, j) for i in range(len(words)) for j in range(i + 1, len(words) + 1))
        named = {self.countries.get(" ".join(words[i:j])) for i, j in spans if j - i <= _LONGEST}
        return self.region & named

    def is_regional(self, text: str) -> bool:
        """Return whether a text stands where a country would, and means the whole region."""
        wanted = folded(text)
        return wanted in self.regional or wanted.split()[:1] == ["regional"]

    def is_everywhere(self, text: str) -> bool:
        """Return whether a text stands where an area would, and means the whole country."""
        return self.is_regional(text) or _WHOLE.fullmatch(folded(text)) is not None


@final
@frozen
class Gazetteer:
    """One spelling for each area: that of the first table that lists areas, or the first seen."""

    by_name: dict[tuple[str, str], str]
    by_code: dict[tuple[str, str], str]

    def learn(self, country: str, name: str, code: str) -> str:
        """Return the path of an area, which is a new one unless its name or code is known."""
        known = self._known(country, name, code)
        path = known or f"{country}/{name.replace('/', '-')}"
        for key in _keys(name):
            self.by_name.setdefault((country, key), path)
        if code:
            self.by_code.setdefault((country, code.casefold()), path)
        return path

    def knows(self, country: str, name: str) -> bool:
        """Return whether an area was named before."""
        return self._known(country, name, "") is not None

    def _known(self, country: str, name: str, code: str) -> str | None:
        same = (self.by_name.get((country, key)) for key in _keys(name))
        return next(filter(None, same), None) or self.by_code.get((country, code.casefold()))


_NUMBERED = re.compile(r"\s*\((?:[IVX]+|[ivx]+|[IVXivx]+)\)\s*$")


def _keys(name: str) -> tuple[str, ...]:
    # "Tarapaca (I)": Chile numbers its regions
    return tuple(dict.fromkeys((folded(name), folded(_NUMBERED.sub("", name)))))
