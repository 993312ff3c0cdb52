"""Countries and platforms by any of their names, and areas of the first administrative level."""

import re
from collections.abc import Mapping
from typing import Final, final

from attrs import frozen

from interagency.importers.cleaning import folded
from interagency.vocabularies import Vocabularies

REGIONAL: Final = "r4v"
# Spellings that the vocabulary of countries lacks, most of them Portuguese.
_MORE_COUNTRIES: Final = {
    "equador": "ECU",
    "uruguai": "URY",
    "paraguai": "PRY",
    "guiana": "GUY",
    "curacau": "CUW",
    "trinidad y tobago": "TTO",
    "trinidad e tobago": "TTO",
    "trinidade e tobago": "TTO",
    "trinidad tobago": "TTO",
    "rep dominicana": "DOM",
}
_ORIGIN: Final = "VEN"
# Words in the name of a country: "Trinidad and Tobago" has three.
_LONGEST: Final = 4
# Only those of the region: "NO" and "SI" are answers before they are Norway and Slovenia.
_TWO_LETTERS: Final = {
    "AR": "ARG",
    "AW": "ABW",
    "BO": "BOL",
    "BR": "BRA",
    "CL": "CHL",
    "CO": "COL",
    "CR": "CRI",
    "CW": "CUW",
    "DO": "DOM",
    "EC": "ECU",
    "GY": "GUY",
    "MX": "MEX",
    "PA": "PAN",
    "PE": "PER",
    "PY": "PRY",
    "TT": "TTO",
    "UY": "URY",
    "VE": "VEN",
}
_NOT_IN_THE_REGION: Final = re.compile(r" ?\b(the netherlands|paises bajos)\b")


@final
@frozen(kw_only=True)
class Platform:
    """A platform of R4V: the regional one, a sub-regional one, or that of a country."""

    id: str
    name: str
    country: str | None = None

    @property
    def level(self) -> str:
        """Return how high it sits."""
        if self.id == REGIONAL:
            return "regional"
        return "national" if self.country else "sub-regional"


REGIONAL_PLATFORM: Final = Platform(
    id=REGIONAL,
    name="Regional Inter-Agency Coordination Platform for Refugees and Migrants from Venezuela",
)
_SUB_REGIONAL: Final = (
    (("carib",), Platform(id="r4v-caribbean", name="Caribbean")),
    (
        ("central america", "america central", "centroamerica", "centro america"),
        Platform(id="r4v-central-america", name="Central America & Mexico"),
    ),
    (
        ("southern cone", "south cone", "cono sur", "cone sul"),
        Platform(id="r4v-southern-cone", name="Southern Cone"),
    ),
)
# What the national platforms call themselves, where that does not hold the name of the country.
_OWN_NAMES: Final = {"gifmm": "COL"}
_REGIONAL_NAMES: Final = frozenset({"r4v", "regional platform", "plataforma regional", "region"})


@final
@frozen
class Places:
    """Names to countries and platforms. The tables by spelling are made once, for one import."""

    countries: Mapping[str, str]
    names: Mapping[str, str]

    @classmethod
    def of(cls, vocabularies: Vocabularies) -> "Places":
        """Return the places that the vocabulary of countries knows."""
        found = dict(_MORE_COUNTRIES)
        for term in vocabularies["countries"]:
            for spelling in (term.name, *(name for _, name in term.names), *term.aliases):
                found.setdefault(folded(spelling), term.code)
        names = {term.code: term.name.partition(" (")[0] for term in vocabularies["countries"]}
        return cls(found, names)

    def country(self, text: str) -> str | None:
        """Return the code of the country that a text names as a whole."""
        if text in _TWO_LETTERS or text in self.names:
            return _TWO_LETTERS.get(text, text)
        wanted = folded(text)
        return self.countries.get(wanted) or self.countries.get(_NOT_IN_THE_REGION.sub("", wanted))

    def country_of_code(self, code: str) -> str | None:
        """Return the country that the code of an area begins with: `CO-ANT`, `PE15`."""
        return _TWO_LETTERS.get(code[:2].upper())

    def country_in(self, text: str) -> str | None:
        """Return the one country of the response that the name of a file or a sheet holds."""
        words = folded(text).split()
        if any(part in " ".join(words) for parts, _ in _SUB_REGIONAL for part in parts):
            return None
        spans = ((i, j) for i in range(len(words)) for j in range(i + 1, len(words) + 1))
        named = {self.countries.get(" ".join(words[i:j])) for i, j in spans if j - i <= _LONGEST}
        found = (named & set(_TWO_LETTERS.values())) - {_ORIGIN}
        return found.pop() if len(found) == 1 else None

    def platform(self, text: str, *, whole: bool = False) -> Platform | None:
        """Return the platform that a text names.

        Args:
            text: The text.
            whole: Whether the text may say nothing else: `Alianza por Venezuela` and `Red Peru`
                are organizations, in a column of which nobody said that it holds platforms.
        """
        wanted = folded(text)
        for parts, platform in _SUB_REGIONAL:
            if any(part in wanted for part in parts):
                return platform
        if is_regional(text):
            return REGIONAL_PLATFORM
        country = _OWN_NAMES.get(wanted) or self._country_within(wanted, whole)
        # what people leave is no country of the response
        return self.national(country) if country and country != _ORIGIN else None

    def national(self, country: str) -> Platform:
        """Return the platform of one country."""
        name = self.names.get(country, country)
        return Platform(id=f"r4v-{country.lower()}", name=name, country=country)

    def _country_within(self, wanted: str, whole: bool) -> str | None:
        """Return the country whose name a text holds: `GTRM Peru`, `R4V Brasil`."""
        words = [word for word in wanted.split() if word not in _NO_COUNTRIES]
        for start in range(1 if whole else len(words)):
            country = self.countries.get(" ".join(words[start:]))
            if country:
                return country
        return None


_NO_COUNTRIES: Final = frozenset(
    {"r4v", "gtrm", "gifmm", "platform", "plataforma", "national", "nacional", "de", "da", "do"}
)


def is_regional(text: str) -> bool:
    """Tell whether a text stands where a country would, and means the whole region."""
    wanted = folded(text)
    return wanted in _REGIONAL_NAMES or wanted.split()[:1] == ["regional"]


# "Country level", "Todo el país", "Varios departamentos", "N/A": no area in a column of areas.
_WHOLE: Final = re.compile(
    r"((country|national|nacional|nationwide|countrywide|nivel|level|pais|wide|coverage|cobertura|"
    r"alcance|ambito|territorio|whole|entire|multiple|multiples|various|several|varios|varias|all|"
    r"todo|toda|todos|todas|a|o|el|la|los|las|os|as|the|in|en|de|departamentos|departments|"
    r"estados|states|provincias|provinces|regiones|regioes|regions|areas)( |$))+"
    r"|n a|na|no aplica|nao aplica|not applicable|unknown|desconocid[oa]|not specified|"
    r"(no|nao|sin|sem) (especifica\w+|informa\w+|dato|datos|dados|definir)|"
    r"por (definir|confirmar)|tbd|none|ningun[oa]|nenhuma?|0"
)


def is_everywhere(text: str) -> bool:
    """Tell whether a text stands where an area would, and means the whole country or region."""
    return is_regional(text) or _WHOLE.fullmatch(folded(text)) is not None


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
        """Tell whether an area was named before."""
        return self._known(country, name, "") is not None

    def _known(self, country: str, name: str, code: str) -> str | None:
        same = (self.by_name.get((country, key)) for key in _keys(name))
        return next(filter(None, same), None) or self.by_code.get((country, code.casefold()))


_NUMBERED: Final = re.compile(r"\s*\((?:[IVX]+|[ivx]+|[IVXivx]+)\)\s*$")


def _keys(name: str) -> tuple[str, ...]:
    # "Tarapaca (I)": Chile numbers its regions
    return tuple(dict.fromkeys((folded(name), folded(_NUMBERED.sub("", name)))))
