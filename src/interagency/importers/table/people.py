"""Contacts of groups: role mailboxes are kept; what belongs to a person is left, and counted."""

import re
from typing import Final

from interagency.importers.tabular.text import folded, words

_EMAIL = re.compile(r"(?<![\w.%+'-])([\w.%+'-]{1,64})@([\w.-]{1,253}\.\w{2,24})(?!\w)")
_PAGE = re.compile(r"https?://\S{1,500}")
_WORDS = re.compile(r"[^\W\d_]+")
# What a mailbox of a function is called.
FUNCTIONS: Final = words(
    "aap admin aor area camp cash cccm cluster clusters coord coordinacion coordenacao "
    "coordination coordinator coordonnateur contact contacto contato cp cpaor cwg edu "
    "education food forum fsc fsl fss gbv group grupo groupe health hlp hub iccg icct im "
    "imwg info information inter interagency intersector isc iscg iswg lead livelihoods "
    "local logistics mhpss ngo nutrition office partners platform plataforma pro "
    "proteccion protection psea rcf refugee region response salud sante secretariat "
    "sector sectors secteur setor shelter subcluster support team unit wash wg"
)


def mailbox_in(text: str) -> str | None:
    """Return the role mailbox or the page that a cell holds; None if there is none."""
    for match in _EMAIL.finditer(text):
        if set(_WORDS.findall(folded(match[1]))) & FUNCTIONS or _runs_together(match[1]):
            return match[0]
    page = _PAGE.search(text)
    return page[0] if page and "@" not in text else None


def _runs_together(local: str) -> bool:
    """Return whether a name such as `healthcluster.mda` is two words of functions in one."""
    words = (word for word in _WORDS.findall(local.casefold()) if len(word) > 5)
    return any(word.endswith(("cluster", "sector", "coordination")) for word in words)


def is_personal(text: str) -> bool:
    """Return whether a cell of contacts holds something of a person, which is not read."""
    return bool(text.strip()) and mailbox_in(text) != text.strip()
