"""Names of groups: what a group is for, and the ids that its name gives."""

import re
from collections.abc import Iterator

from interagency.importers.tabular.text import folded, slug

# Words of the name of a group that say what it is, not what it is for.
_GENERAL = re.compile(
    r"\b(sub|sectors?|clusters?|working|groups?|wg|twg|technical|task|force|team|aor|area of "
    r"responsibility|coordination|coordinacion|coordenacao|network|forum|platform|secteurs?|"
    r"groupe|sous|de|du|des|la|le|el|los|travail|grupo|subgrupo|trabajo|trabalho|sectorial|"
    r"sectoriel|setor|setores|subsector|mesa|response|national|nacional|nationale|قطاع|القطاع|"
    r"مجموعة|عمل)\b"
)
BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


def core_of(name: str) -> str:
    """Return what a group is for: `health` for `Health Working Group`."""
    words = " ".join(_GENERAL.sub(" ", folded(name)).split())
    return words or folded(name)


def stems(name: str, *, is_forum: bool, place: str, area: str, above: str) -> Iterator[str]:
    """Yield the ids that a group may have, the shortest first.

    Args:
        name: Its name.
        is_forum: Whether it is a forum, whose name is kept whole.
        place: The country in front; empty if all groups are in one.
        area: The area in a country.
        above: The name of the group that it lies in.
    """
    short = slug(name if is_forum else core_of(BRACKET.sub("", name))) or slug(name) or "group"
    own = "-".join(filter(None, (place, area, short)))
    yield own
    yield "-".join(filter(None, (place, area, slug(name)))) or own
    if above:
        yield "-".join(filter(None, (place, area, slug(core_of(above)), short)))
