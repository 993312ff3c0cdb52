"""What was read of an organization to one record; what the tables disagree on is told in it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count

from attrs import evolve

from interagency.importers.tabular.mentions import name_keys
from interagency.importers.tabular.organizations import Identity
from interagency.importers.tabular.text import folded, slug
from interagency.model import Alias, Organization
from interagency.model.grammar import RESERVED

_LONGEST_ACRONYM = 20


def organizations_of(
    identities: Sequence[Identity],
    registry: Mapping[str, Organization],
    scheme: str,
    prefixes: tuple[str, ...],
) -> tuple[Organization, ...]:
    """Return one organization for each identity, in their order.

    Args:
        identities: What was read of each.
        registry: The shipped organizations; the well-known ones keep their ids and names.
        scheme: The scheme of the ids that the tables give them.
        prefixes: How the ids of bodies, plans and sources begin.
    """
    # an id of the registry means its organization everywhere: nobody else may have it
    used = {*RESERVED, *registry}
    owners = _owners_of_ids(identities)
    found = []
    for identity in identities:
        id = identity.registry or _free_id(identity, used, prefixes)
        used.add(id)
        found.append(_organization(id, identity, registry, owners, scheme))
    return tuple(found)


def _organization(
    id: str,
    identity: Identity,
    registry: Mapping[str, Organization],
    owners: Mapping[str, set[int]],
    scheme: str,
) -> Organization:
    base = registry[identity.registry] if identity.registry else Organization(id=id)
    name = base.name or _name(identity)
    names = _names(identity, base, name)
    acronym = base.acronym or _acronym(identity)
    ids = _distinct(each.org_id for each in identity.mentions)
    kinds = _distinct(each.kind for each in identity.mentions)
    return evolve(
        base,
        name=name,
        names=names,
        acronym=acronym,
        kind=kinds[0] if kinds else base.kind,
        identifiers=(*base.identifiers, *((scheme, each) for each in ids[:1])),
        aliases=(*base.aliases, *_aliases(identity, base, name, names, acronym)),
        sources=_distinct(each.source for each in identity.mentions),
        note=_note(identity, base, kinds, ids, owners),
    )


def _name(identity: Identity) -> str:
    names = [pair for each in identity.mentions for pair in each.names]
    english = [name for language, name in names if language == "en"]
    return (english or [name for _, name in names])[0]


def _names(identity: Identity, base: Organization, name: str) -> tuple[tuple[str, str], ...]:
    found = dict(base.names)
    for mention in identity.mentions:
        for language, text in mention.names:
            if language and language != "en" and folded(text) != folded(name):
                found.setdefault(language, text)
    return tuple(found.items())


def _acronym(identity: Identity) -> str | None:
    """Return the first short name that is not just the name again, as many lists have it."""
    for mention in identity.mentions:
        named = {folded(text) for _, text in mention.names}
        for text in mention.acronyms:
            if len(text) <= _LONGEST_ACRONYM and folded(text) not in named:
                return text
    return None


def _acronyms(identity: Identity) -> tuple[str, ...]:
    written = (text for mention in identity.mentions for text in mention.acronyms)
    return tuple(text for text in written if len(text) <= _LONGEST_ACRONYM)


def _aliases(
    identity: Identity,
    base: Organization,
    name: str | None,
    names: tuple[tuple[str, str], ...],
    acronym: str | None,
) -> tuple[Alias, ...]:
    known = {text for _, text in names} | {alias.name for alias in base.aliases}
    seen = {key for text in (*known, name or "", acronym or "") for key in name_keys(text)}
    found = []
    for mention in identity.mentions:
        for language, text in (*mention.names, (None, mention.acronym)):
            if text and seen.isdisjoint(name_keys(text)):
                seen.update(name_keys(text))
                found.append(Alias(name=text, language=language))
    return tuple(found)


def _note(
    identity: Identity,
    base: Organization,
    kinds: tuple[str, ...],
    ids: tuple[str, ...],
    owners: Mapping[str, set[int]],
) -> str | None:
    told = []
    if len(kinds) > 1:
        told.append(f"the tables disagree on its kind: {', '.join(kinds)}")
    if kinds and base.kind and kinds[0] != base.kind:
        told.append(f"the shipped registry has the kind {base.kind}")
    if len(ids) > 1:
        told.append(f"it stands under several ids: {', '.join(ids)}")
    shared = [each for each in ids if len(owners[each]) > 1]
    told += [f"the id {each} is also that of another organization" for each in shared]
    return "; ".join(filter(None, (base.note, *told))) or None


def _owners_of_ids(identities: Sequence[Identity]) -> Mapping[str, set[int]]:
    owners: dict[str, set[int]] = {}
    for index, identity in enumerate(identities):
        for mention in identity.mentions:
            owners.setdefault(mention.org_id, set()).add(index)
    return owners


def _free_id(identity: Identity, used: set[str], others: tuple[str, ...]) -> str:
    """Return an id nobody has: from the acronym, else the name, else with a number."""
    name = _name(identity)
    short = next((each for each in _acronyms(identity) if " " not in each), "")
    stems = [slug(text) for text in (short, name) if text]
    stems = [f"org-{stem}" if stem.startswith(others) else stem for stem in stems]
    stem = stems[-1] or "organization"
    numbered = (f"{stem}-{number}" for number in count(2))
    return next(id for id in chain(filter(None, stems), (stem,), numbered) if id not in used)


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
