"""Fields of a table of coordination, and the header words that name them in four languages.

A header is compared without case, accents and punctuation. The first line of the table below
that fits is taken, so the order matters: `Indicador Sector` is a sector, and
`Organization name validation` is no organization.
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final, final

from attrs import frozen

from interagency.importers.tabular.text import folded


@final
class Field(StrEnum):
    """What the cells of a column say."""

    CONTACT = "contact"
    BUDGET = "budget"
    NOISE = "noise"
    ADMIN2 = "area of the second level"
    ADMIN1_CODE = "code of admin 1"
    ADMIN1 = "admin 1"
    PLATFORM = "platform"
    REGIONAL = "regional"
    ORG_ID = "id of the organization"
    PARTNER_ID = "id of the implementing partner"
    ACRONYM = "acronym"
    TYPE = "type of organization"
    IMPLEMENTING = "implementing partner"
    APPEALING = "appealing organization"
    SUBSECTOR = "sub-sector"
    SECTOR = "sector"
    APPEALS = "whether it appeals"
    IMPLEMENTS = "whether it implements"
    IN_PLAN = "whether it is an activity of the plan"
    INDICATOR = "indicator"
    ACTIVITY = "activity"
    COUNTRY = "country"
    YEAR = "year"
    MONTH = "month"
    ORGANIZATION = "organization"
    ENGLISH = "English"
    SPANISH = "Spanish"
    PORTUGUESE = "Portuguese"
    VARIABLE = "what is translated"


# Columns of organizations.
ORGANIZATIONS: Final = frozenset({Field.ORGANIZATION, Field.APPEALING, Field.IMPLEMENTING})
# Columns whose cells name something; `N/A`, `-` or `Total` in them names nothing.
NAMING: Final = frozenset(
    {
        Field.ORGANIZATION,
        Field.APPEALING,
        Field.IMPLEMENTING,
        Field.ACRONYM,
        Field.TYPE,
        Field.PLATFORM,
        Field.COUNTRY,
        Field.ADMIN1,
        Field.ADMIN1_CODE,
        Field.SECTOR,
        Field.SUBSECTOR,
        Field.ENGLISH,
        Field.SPANISH,
        Field.PORTUGUESE,
    }
)
# Columns of which no cell is ever read, or which say nothing of who coordinates what.
UNREAD: Final = frozenset(
    {Field.CONTACT, Field.NOISE, Field.ADMIN2, Field.INDICATOR, Field.ACTIVITY}
)


_ORG = (
    r"(\borg\b|organi[sz]a|\bpartners?\b|\bsocios?\b|parceir|partenaire|\bagenc|\bentidad|"
    r"\bactor\b|\bong\b)"
)
_NAME = r"(\bname\b|\bnombre\b|\bnome\b|\bnom\b)"
_SECTOR = "se[ct]+(o|eu)r"
_IMPLEMENT = r"(implement|ejecut|execut|mise en (oe|œ)uvre)"
# "Target Platform", beside "Target Total": where the people are, and how many.
_WHERE = r"(platform|plataforma|country|pais|admin ?1?|(sub ?)?se[ct]+or)\b"
# Who leads a group appeals for nothing by that.
_LEAD = r"\b(co ?)?(lead|leads|lider|chef de file)\b"
_TONGUE = r"(en|english|ingles|es|sp|spanish|espanol|espanhol|pt|portuguese|portugues)"
_CODE = r"(\bcode|\bcod\b|\bcodigo|p ?code|\biso|\bdane\b)"
_ADMIN1 = (
    r"(admin ?(level ?)?1|adm ?1|\bde?pto\b|\bdepart[aei]ment|\bprovinc|\bestados?\b|\bstate\b|"
    r"\bregion\b|\bregiao\b|unidade federativa|entidad federativa|^uf$)"
)


def _all(*parts: str) -> str:
    return "".join(f"(?=.*{part})" for part in parts)


_RULES = tuple(
    (meaning, re.compile(pattern))
    for meaning, pattern in (
        (
            Field.CONTACT,
            r".*(focal|\bcontac?to?\b|e ?mail|correo|phone|telefon|celular|whatsapp|apellid|"
            r"surname|(first|last) name|\bresponsable|\bresponsavel|\breport(er|ante)\b|"
            r"(entered|submitted|reported|prepared) by|(elabora|reporta|prepara)do (por|pel)|"
            r"(\bname|nombre|nome) (of|de|da|do)( the| la| el)? (person|pessoa|user|usuario)|"
            r"\b(persona|pessoa) que)",
        ),
        (
            Field.BUDGET,
            r".*(budget|presupuest|orcament|requirement|requerimient|montant (requis|demande)|"
            r"funding requ|(recursos|fondos|fundos) (requ|solicit|necess))",
        ),
        (
            Field.NOISE,
            r".*(validat|\bche[c]?k\b|verific|objet?[ic]?tiv|rationale|benefici|"
            rf"\b(target\w*|meta)\b(?! {_WHERE})|mechanism|mecanism|"
            r"comment|coment|observa|quantit|cantidad|quantidade|\bnew\b|nuev|\bnovos?\b|"
            r"host communit|definit|definic|descri|lista?$|list$|\bstatus\b|\baux\b|"
            r"donor|donante|doador|financiad)|^(number|numero|no|n|count) (of|de)\b|^number\b|"
            r".*\bse[ct]+or\b.*(\blead|lider|coord)|(\blead|lider|coord).* se[ct]+or\b|"
            rf"(?=.*{_LEAD})(?=.*{_ORG}).*|^{_LEAD}s?$|"
            r".*\bip ?id ?org\b|.*\bestado (de|del|da|do) (la |el )?"
            r"(avance|implement|proyect|projet|ejecu)",
        ),
        (
            Field.ADMIN2,
            r".*(admin ?(level ?)?[2-5]|adm ?[2-5]|municip|\bcanton|distrit|district|parroquia|"
            r"comuna|\bcommune\b|\bparish|localidad|\bciudad\b|\bcity\b|\bcidade\b)",
        ),
        (
            Field.ADMIN1_CODE,
            _all(_ADMIN1, _CODE) + r"|^(p ?code ?1?|iso ?code|iso ?3166.*|codigo iso|codigo dane)$",
        ),
        (Field.INDICATOR, _all("indicad?[ct]?or", r"(\btype|\btipo)")),
        (Field.ACTIVITY, _all("(activit|actividad|atividade)", "(status|estado|type|tipo)")),
        (Field.ADMIN1, f".*{_ADMIN1}"),
        (Field.PLATFORM, r".*(platform|plataforma|plateforme)"),
        (Field.REGIONAL, r"^((is|es) )?regional$"),
        (
            Field.NOISE,
            _all(_IMPLEMENT, r"(acron|sigla|\btype|\btipo|\bid\b|code|codigo)"),
        ),
        (Field.PARTNER_ID, r"^(id ?ip|ip ?id)$"),
        (
            Field.ORG_ID,
            rf"^id ?org|.*\bao ?id ?org\b|^{_ORG}.* (id|code)$|^id$|"
            rf"^(id|codigo|code)( (de|da|do|of|la))* {_ORG}",
        ),
        (
            Field.ACRONYM,
            r".*(acron|\bsigla|\bsigle|short ?name|nombre corto|nome curto|abrev|abbrev)",
        ),
        (Field.TYPE, _all(_ORG, r"(\btype|\btipo|\bkind|categor)") + r"|^(type|tipo|categoria)$"),
        (
            Field.IMPLEMENTING,
            _all(_IMPLEMENT, rf"({_ORG}|{_NAME}|dor\b|\bimplementer)")
            + "|^implementing$|^ip name$",
        ),
        (
            Field.APPEALING,
            _all(
                "(appeal|appelant|apelante|solicit|requerant|principal|report)",
                f"({_ORG}|{_NAME})",
            )
            + "|^(appealing|apelante|solicitante|ao|ao name)$",
        ),
        (
            Field.SECTOR,
            _all(r"(?<!sub )(?<!sous )\bse[ct]+(o|eu)r", r"\bs(ub|ous) ?se[ct]+(o|eu)r"),
        ),
        (
            Field.SUBSECTOR,
            r".*(\bs(ub|ous) ?se[ct]+(o|eu)r|\bsub ?grup|\bsub ?group|\bsub ?cluster|"
            r"area (of|de) responsa?i?bi|^ao ?r$)",
        ),
        (Field.SECTOR, r".*(\bse[ct]+(o|eu)r(e?s)?\b|\bcluster\b)"),
        (Field.IN_PLAN, _all("rmrp", "(activi|atividade)")),
        (Field.INDICATOR, ".*indicad?[ct]?or"),
        (Field.ACTIVITY, ".*(activit|actividad|atividade)"),
        (Field.COUNTRY, r".*(\bcountr(y|ies)\b|\bpais(es)?\b|\bpays\b)"),
        (
            Field.MONTH,
            r".*(\bmonth\b|\bmes\b|\bmois\b|reporting period|\bperiodo\b)|^(date|fecha)$",
        ),
        (Field.YEAR, r".*(\byear\b|\banos?\b|\bannee\b|\banio\b)"),
        (
            Field.ORGANIZATION,
            rf".*({_ORG}|\bwho\b|\bquien\b|\bquem\b)|^{_NAME}( in| en| em)?( {_TONGUE})?$",
        ),
        (Field.ENGLISH, r"^(english|ingles|en)$"),
        (Field.SPANISH, r"^(spanish|espanol|espanhol|es|sp)$"),
        (Field.PORTUGUESE, r"^(portuguese|portugues|pt)$"),
        (Field.VARIABLE, r"^(variable|variavel|field|campo)$"),
    )
)
# "Nome (EN)" holds English names: what is said wins over the word it is said with.
_LANGUAGES = (
    ("en", re.compile(r".*\b(english|ingles|en)$")),
    ("es", re.compile(r".*\b(spanish|espanol|espanhol|es|sp)$")),
    ("pt", re.compile(r".*\b(portuguese|portugues|pt)$")),
    ("es", re.compile(r".*\bnombre\b")),
    ("pt", re.compile(r".*\bnome\b")),
    ("en", re.compile(r".*\bname\b")),
)
_JOINED = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LONGEST = 80
# An address holds words of headers by chance: emro.who.int.
_ADDRESS = re.compile(r"https?://|www\.|@\w")


@final
@frozen
class Header:
    """What one header says: its meaning, and the language of the names below it."""

    meaning: Field
    language: str | None = None


@lru_cache(maxsize=4096)
def header_of(text: str) -> Header | None:
    """Return what a header means; None if it is not known, or too long to be a header."""
    if len(text) > _LONGEST or _ADDRESS.search(text):
        return None
    words = words_of(text)
    for meaning, pattern in _RULES:
        if pattern.match(words):
            return Header(meaning, _language(words))
    return None


def words_of(text: str) -> str:
    """Return the words of a header as they are compared: `OrgName_EN` is `org name en`."""
    # "# of partners" counts; without its sign it would name them
    return folded(_JOINED.sub(" ", text).replace("#", " number "))


def _language(words: str) -> str | None:
    return next((code for code, pattern in _LANGUAGES if pattern.match(words)), None)
