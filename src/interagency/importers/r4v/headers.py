"""What a header means, by its words in four languages: layouts change each year.

A header is compared without case, accents and punctuation. The first line of the table below
that fits is taken, so that the order matters: `Indicador Sector` is a sector, and
`Organization name validation` is no organization.
"""

import re
from functools import lru_cache
from typing import Final, final

from attrs import frozen

from interagency.importers.cleaning import folded
from interagency.importers.r4v.meanings import Meaning

_ORG: Final = (
    r"(\borg\b|organi[sz]a|\bpartners?\b|\bsocios?\b|parceir|partenaire|\bagenc|\bentidad|"
    r"\bactor\b|\bong\b)"
)
_NAME: Final = r"(\bname\b|\bnombre\b|\bnome\b|\bnom\b)"
_SECTOR: Final = "se[ct]+(o|eu)r"
_IMPLEMENT: Final = r"(implement|ejecut|execut|mise en (oe|œ)uvre)"
# "Target Platform", beside "Target Total": where the people are, and how many.
_WHERE: Final = r"(platform|plataforma|country|pais|admin ?1?|(sub ?)?se[ct]+or)\b"
_TONGUE: Final = r"(en|english|ingles|es|sp|spanish|espanol|espanhol|pt|portuguese|portugues)"
_CODE: Final = r"(\bcode|\bcod\b|\bcodigo|p ?code|\biso|\bdane\b)"
_ADMIN1: Final = (
    r"(admin ?(level ?)?1|adm ?1|\bde?pto\b|\bdepart[aei]ment|\bprovinc|\bestados?\b|\bstate\b|"
    r"\bregion\b|\bregiao\b|unidade federativa|entidad federativa|^uf$)"
)


def _all(*parts: str) -> str:
    return "".join(f"(?=.*{part})" for part in parts)


_RULES: Final = tuple(
    (meaning, re.compile(pattern))
    for meaning, pattern in (
        (
            Meaning.CONTACT,
            r".*(focal|\bcontac?to?\b|e ?mail|correo|phone|telefon|celular|whatsapp|apellid|"
            r"surname|(first|last) name|\bresponsable|\bresponsavel|\breport(er|ante)\b|"
            r"(entered|submitted|reported|prepared) by|(elabora|reporta|prepara)do (por|pel)|"
            r"(\bname|nombre|nome) (of|de|da|do)( the| la| el)? (person|pessoa|user|usuario)|"
            r"\b(persona|pessoa) que)",
        ),
        (
            Meaning.BUDGET,
            r".*(budget|presupuest|orcament|requirement|requerimient|montant (requis|demande)|"
            r"funding requ|(recursos|fondos|fundos) (requ|solicit|necess))",
        ),
        (
            Meaning.NOISE,
            r".*(validat|\bche[c]?k\b|verific|objet?[ic]?tiv|rationale|benefici|"
            rf"\b(target\w*|meta)\b(?! {_WHERE})|mechanism|mecanism|"
            r"comment|coment|observa|quantit|cantidad|quantidade|\bnew\b|nuev|\bnovos?\b|"
            r"host communit|definit|definic|descri|lista?$|list$|\bstatus\b|\baux\b|"
            r"donor|donante|doador|financiad)|^(number|numero|no|n|count) (of|de)\b|^number\b|"
            r".*\bse[ct]+or\b.*(\blead|lider|coord)|(\blead|lider|coord).* se[ct]+or\b|"
            r".*\bip ?id ?org\b|.*\bestado (de|del|da|do) (la |el )?"
            r"(avance|implement|proyect|projet|ejecu)",
        ),
        (
            Meaning.ADMIN2,
            r".*(admin ?(level ?)?[2-5]|adm ?[2-5]|municip|\bcanton|distrit|district|parroquia|"
            r"comuna|\bcommune\b|\bparish|localidad|\bciudad\b|\bcity\b|\bcidade\b)",
        ),
        (
            Meaning.ADMIN1_CODE,
            _all(_ADMIN1, _CODE) + r"|^(p ?code ?1?|iso ?code|iso ?3166.*|codigo iso|codigo dane)$",
        ),
        (Meaning.INDICATOR, _all("indicad?[ct]?or", r"(\btype|\btipo)")),
        (Meaning.ACTIVITY, _all("(activit|actividad|atividade)", "(status|estado|type|tipo)")),
        (Meaning.ADMIN1, f".*{_ADMIN1}"),
        (Meaning.PLATFORM, r".*(platform|plataforma|plateforme)"),
        (Meaning.REGIONAL, r"^((is|es) )?regional$"),
        (
            Meaning.NOISE,
            _all(_IMPLEMENT, r"(acron|sigla|\btype|\btipo|\bid\b|code|codigo)"),
        ),
        (Meaning.PARTNER_ID, r"^(id ?ip|ip ?id)$"),
        (
            Meaning.ORG_ID,
            rf"^id ?org|.*\bao ?id ?org\b|^{_ORG}.* (id|code)$|^id$|"
            rf"^(id|codigo|code)( (de|da|do|of|la))* {_ORG}",
        ),
        (
            Meaning.ACRONYM,
            r".*(acron|\bsigla|\bsigle|short ?name|nombre corto|nome curto|abrev|abbrev)",
        ),
        (Meaning.TYPE, _all(_ORG, r"(\btype|\btipo|\bkind|categor)") + r"|^(type|tipo|categoria)$"),
        (
            Meaning.IMPLEMENTING,
            _all(_IMPLEMENT, rf"({_ORG}|{_NAME}|dor\b|\bimplementer)")
            + "|^implementing$|^ip name$",
        ),
        (
            Meaning.APPEALING,
            _all(
                "(appeal|appelant|apelante|solicit|requerant|principal|\\blead\\b|lider|report)",
                f"({_ORG}|{_NAME})",
            )
            + "|^(appealing|apelante|solicitante|ao|ao name)$",
        ),
        (
            Meaning.SECTOR,
            _all(r"(?<!sub )(?<!sous )\bse[ct]+(o|eu)r", r"\bs(ub|ous) ?se[ct]+(o|eu)r"),
        ),
        (
            Meaning.SUBSECTOR,
            r".*(\bs(ub|ous) ?se[ct]+(o|eu)r|\bsub ?grup|\bsub ?group|\bsub ?cluster|"
            r"area (of|de) responsa?i?bi|^ao ?r$)",
        ),
        (Meaning.SECTOR, r".*(\bse[ct]+(o|eu)r(e?s)?\b|\bcluster\b)"),
        (Meaning.IN_PLAN, _all("rmrp", "(activi|atividade)")),
        (Meaning.INDICATOR, ".*indicad?[ct]?or"),
        (Meaning.ACTIVITY, ".*(activit|actividad|atividade)"),
        (Meaning.COUNTRY, r".*(\bcountr(y|ies)\b|\bpais(es)?\b|\bpays\b)"),
        (
            Meaning.MONTH,
            r".*(\bmonth\b|\bmes\b|\bmois\b|reporting period|\bperiodo\b)|^(date|fecha)$",
        ),
        (Meaning.YEAR, r".*(\byear\b|\banos?\b|\bannee\b|\banio\b)"),
        (
            Meaning.ORGANIZATION,
            rf".*({_ORG}|\bwho\b|\bquien\b|\bquem\b)|^{_NAME}( in| en| em)?( {_TONGUE})?$",
        ),
        (Meaning.ENGLISH, r"^(english|ingles|en)$"),
        (Meaning.SPANISH, r"^(spanish|espanol|espanhol|es|sp)$"),
        (Meaning.PORTUGUESE, r"^(portuguese|portugues|pt)$"),
        (Meaning.VARIABLE, r"^(variable|variavel|field|campo)$"),
    )
)
# "Nome (EN)" holds English names: what is said wins over the word it is said with.
_LANGUAGES: Final = (
    ("en", re.compile(r".*\b(english|ingles|en)$")),
    ("es", re.compile(r".*\b(spanish|espanol|espanhol|es|sp)$")),
    ("pt", re.compile(r".*\b(portuguese|portugues|pt)$")),
    ("es", re.compile(r".*\bnombre\b")),
    ("pt", re.compile(r".*\bnome\b")),
    ("en", re.compile(r".*\bname\b")),
)
_JOINED: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LONGEST: Final = 80


@final
@frozen
class Header:
    """What one header says: its meaning, and the language of the names below it."""

    meaning: Meaning
    language: str | None = None


@lru_cache(maxsize=4096)
def header_of(text: str) -> Header | None:
    """Return what a header means; None if it is not known, or too long to be a header."""
    if len(text) > _LONGEST:
        return None
    # "# of partners" counts; without its sign it would name them
    words = folded(_JOINED.sub(" ", text).replace("#", " number "))
    for meaning, pattern in _RULES:
        if pattern.match(words):
            return Header(meaning, _language(words))
    return None


def _language(words: str) -> str | None:
    return next((code for code, pattern in _LANGUAGES if pattern.match(words)), None)
