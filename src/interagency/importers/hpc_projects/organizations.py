"""The organizations that projects name, each once, however often it is named."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count

from attrs import evolve

from interagency.importers.hpc_projects.names import SCHEME, Names
from interagency.importers.hpc_projects.projects import Member
from interagency.importers.tabular.text import folded, slug
from interagency.model import Alias, Organization
from interagency.model.grammar import RESERVED

_COLLECTIVE = "FTS has it as one organization; it stands for several that are not named"
_LONGEST_ACRONYM = 20


def organizations_of(
    members: Iterable[Member], names: Names, taken: Iterable[str]
) -> Mapping[str, Organization]:
    """Return an organization for each of FTS's numbers.

    Args:
        members: All mentions; those with one number are one organization.
        names: Those that the shipped registry has keep their ids and names.
        taken: Ids that other things have.
    """
    mentions: dict[str, list[Member]] = {}
    for each in members:
        mentions.setdefault(each.fts, []).append(each)
    shorts = Counter(slug(same[0].acronym) for same in mentions.values())
    used = {*RESERVED, *taken, *names.registry.organizations}
    found: dict[str, Organization] = {}
    for fts, same in mentions.items():
        found[fts] = _well_known(fts, same, names, found) or _own(fts, same, shorts, used)
        used.add(found[fts].id)
    return found


def _well_known(
    fts: str, same: list[Member], names: Names, found: Mapping[str, Organization]
) -> Organization | None:
    spelled = tuple(dict.fromkeys(filter(None, (same[0].name, *(each.spelled for each in same)))))
    id = names.organization(fts, spelled)
    if id is None or any(each.id == id for each in found.values()):
        return None
    known = names.registry.organizations[id]
    if SCHEME in dict(known.identifiers):
        return known
    return evolve(known, identifiers=(*known.identifiers, (SCHEME, fts)))


def _own(fts: str, same: list[Member], shorts: Counter[str], used: set[str]) -> Organization:
    first = same[0]
    short = first.acronym if len(first.acronym) <= _LONGEST_ACRONYM else ""
    is_name = folded(short) == folded(first.name)
    return Organization(
        id=next(each for each in _ids(fts, first, short, shorts) if each not in used),
        name=first.name or None,
        acronym=None if is_name else short or None,
        identifiers=((SCHEME, fts),),
        aliases=tuple(map(_alias, _others(same))),
        note=_COLLECTIVE if first.collective else None,
    )


def _ids(fts: str, member: Member, short: str, shorts: Counter[str]) -> Iterator[str]:
    """Yield the ids it may have: of its acronym if nobody shares that, its name, its number."""
    stem = slug(short)
    own = stem if shorts[stem] == 1 and " " not in short else ""
    number = slug(f"organization-{fts}")
    names = (own, slug(member.name), number)
    yield from chain(filter(None, names), (f"{number}-{each}" for each in count(2)))


def _others(same: list[Member]) -> Iterator[str]:
    """Yield the other spellings of its name in titles."""
    seen = {folded(same[0].name), folded(same[0].acronym), ""}
    for member in same:
        if folded(member.spelled) not in seen:
            seen.add(folded(member.spelled))
            yield member.spelled


def _alias(name: str) -> Alias:
    return Alias(name=name)
