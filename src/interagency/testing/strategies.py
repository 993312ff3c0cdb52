"""Hypothesis strategies that build valid architectures, and everything that is in them.

Nothing is drawn and thrown away: ids come first, and references are picked from them, so that
examples are fast and shrink well. The fields are read from the model; a new field is covered.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from interagency.model import (
    Architecture,
    Body,
    Forum,
    Link,
    Organization,
    Sector,
    SubSector,
    WorkingGroup,
)
from interagency.model.fields import fields_of
from interagency.model.grammar import NONE
from interagency.model.keys import KEYS
from interagency.model.relations import ENDS
from interagency.model.sections import ENTITY_KEYS, SECTION_KEYS
from interagency.testing.records import Ids, can_be_drawn, records
from interagency.testing.scalars import (
    areas,
    codes,
    countries,
    days,
    dues,
    figures,
    id_pool,
    ids,
    money,
    texts,
)
from interagency.vocabularies import shipped

__all__ = [
    "architectures",
    "areas",
    "bodies",
    "codes",
    "countries",
    "days",
    "dues",
    "figures",
    "ids",
    "money",
    "organizations",
    "records",
    "texts",
]

AnyBody = TypeVar("AnyBody", bound=Body)

_CLASSES: Mapping[str, type[Any]] = {
    shape.name: shape.of for shape in fields_of(Architecture) if shape.name in SECTION_KEYS
}
_BODIES = tuple(name for name in ENTITY_KEYS if issubclass(_CLASSES[name], Body))
_OTHERS = (*(name for name in ENTITY_KEYS if name not in _BODIES), "answers")
# What there is more of in a real architecture is drawn more often.
_WEIGHTS = {"organizations": 4, "plans": 2, "seats": 4, "links": 2}
# What a reference calls the things of a section; nothing refers to those of other sections.
_KINDS = {
    **dict.fromkeys(_BODIES, "body"),
    "sources": "source",
    "organizations": "organization",
    "plans": "plan",
    "offices": "office",
    "posts": "post",
    "products": "product",
    "mandates": "mandate",
    "decisions": "decision",
    "agreements": "agreement",
}


def organizations() -> SearchStrategy[Organization]:
    """Draw an organization that refers to nothing else."""
    return ids().flatmap(lambda id: records(Organization, id=id))


def bodies(*classes: type[AnyBody]) -> SearchStrategy[Any]:
    """Draw a body that refers to nothing else.

    Args:
        classes: Which classes of body; if none is given, any of the four.
    """
    which = st.sampled_from(classes or (Forum, Sector, SubSector, WorkingGroup))
    return st.tuples(which, ids()).flatmap(lambda drawn: records(drawn[0], id=drawn[1]))


@st.composite
def architectures(
    draw: st.DrawFn, *, max_bodies: int = 4, max_others: int = 10, max_relations: int = 10
) -> Architecture:
    """Draw a valid architecture.

    Args:
        draw: Given by Hypothesis.
        max_bodies: How many forums, sectors, sub-sectors and working groups at most.
        max_others: How many sources, organizations, plans, posts and so on at most.
        max_relations: How many seats, links, appeals and presences at most.
    """
    names = draw(st.lists(st.sampled_from(_BODIES), max_size=max_bodies))
    names += draw(st.lists(_sections(_OTHERS), max_size=max_others))
    pool = st.sampled_from(id_pool(max_bodies + max_others))
    own = draw(st.lists(pool, unique=True, min_size=len(names), max_size=len(names)))
    pairs = list(zip(names, own, strict=True))
    promised = _by_kind(pairs)
    # What cannot be drawn has no id that others may refer to: a mandate needs an organization.
    pairs = [(name, id) for name, id in pairs if can_be_drawn(_CLASSES[name], promised)]
    known = _by_kind(pairs)
    sections: dict[str, list[Any]] = defaultdict(list)
    for name, id in pairs:
        sections[name].append(draw(_entities(name, id, known)))
    possible = [name for name in KEYS if can_be_drawn(_CLASSES[name], known)]
    for name in draw(st.lists(_sections(possible), max_size=max_relations)) if possible else ():
        drawn = draw(records(_CLASSES[name], known))
        sections[name].append(_led_right(drawn, known) if name == "links" else drawn)
    given = {name: _told_apart(name, sections[name]) for name in _CLASSES}
    return draw(records(Architecture, known, **given))


def _sections(names: Iterable[str]) -> SearchStrategy[str]:
    return st.sampled_from([name for name in names for _ in range(_WEIGHTS.get(name, 1))])


def _by_kind(named: Iterable[tuple[str, str]]) -> Ids:
    known: dict[str, list[str]] = defaultdict(list)
    for name, id in named:
        if name in _KINDS:
            known[_KINDS[name]].append(id)
    return known


def _entities(name: str, id: str, known: Ids) -> SearchStrategy[Any]:
    """Draw an entity; what it lies in has a smaller id, so that nothing lies within itself."""
    kind = _KINDS.get(name, "")
    above = {**known, kind: [other for other in known.get(kind, ()) if other < id]}
    # Answers are known by the codes of clauses, which are mostly written in capitals.
    drawn = records(_CLASSES[name], above, id=id.upper() if name == "answers" else id)
    well_known = shipped().organizations.get(id) if name == "organizations" else None
    return drawn if well_known is None else drawn | st.just(well_known)


def _led_right(link: Link, known: Ids) -> Link:
    """Return a link between things that lines of its kind may run between."""
    kinds = ENDS.get(link.kind)
    if kinds is None:
        return link
    ends = [id for kind in kinds for id in known.get(kind, ())]
    if not ends:
        return attrs.evolve(link, kind="supports")
    return attrs.evolve(link, from_=ends[0], to=ends[-1])


def _told_apart(name: str, drawn: list[Any]) -> tuple[Any, ...]:
    """Return relationships without those that repeat the natural key of another.

    In a list of seats `none` stands alone.
    """
    if name not in KEYS:
        return tuple(drawn)
    found = tuple({KEYS[name](each): each for each in drawn}.values())
    if name != "seats":
        return found
    taken = {(each.body, each.term) for each in found if each.holder != NONE}
    return tuple(
        each for each in found if each.holder != NONE or (each.body, each.term) not in taken
    )
