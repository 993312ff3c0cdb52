"""One identity for each organization over all tables, whatever name a row gives it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import final

from attrs import define, field, frozen

from interagency.document.identities import NO_IDENTITIES, Identities
from interagency.document.problems import InvalidDocument, Problem
from interagency.importers.tabular.mentions import Mention, is_acronym
from interagency.importers.tabular.text import folded, one_line, slug
from interagency.model import Organization

# R4V files some of each under the other; of the registry's kinds, these do not exclude each other.
_SAME_FAMILY = (
    frozenset({"international-ngo", "faith-based", "ngo"}),
    frozenset({"red-cross-red-crescent", "national-society"}),
    frozenset({"un-agency", "international-organization"}),
)
_SHORTEST = 3


@final
@frozen(kw_only=True)
class Registry:
    """The known organizations by spelling; a spelling that two of them share finds neither.

    Attributes:
        organizations: The shipped ones, and those that decisions name first.
        by_name: Their ids by the spellings of their names.
        by_acronym: Their ids by the spellings of their acronyms.
        identities: Decisions on names, which are asked before anything else.
    """

    organizations: Mapping[str, Organization]
    by_name: Mapping[str, str]
    by_acronym: Mapping[str, str]
    identities: Identities = NO_IDENTITIES

    @classmethod
    def of(
        cls, organizations: Mapping[str, Organization], identities: Identities | None = None
    ) -> "Registry":
        """Return the registry with its tables by spelling, and the decisions beside it."""
        names: list[tuple[str, str]] = []
        acronyms: list[tuple[str, str]] = []
        for id, each in organizations.items():
            aliases = [alias.name for alias in each.aliases]
            written = [name for _, name in each.names]
            for text in filter(None, (each.name, each.acronym, *written, *aliases)):
                short = text == each.acronym or is_acronym(text)
                (acronyms if short else names).append((folded(text), id))
        decided = identities or NO_IDENTITIES
        own = {each.is_: each.name for each in reversed(decided.decisions) if each.is_}
        new = {id: Organization(id=id, name=name) for id, name in own.items()}
        return cls(
            organizations={**new, **organizations},
            by_name=_sole(names),
            by_acronym=_sole(acronyms),
            identities=decided,
        )

    def match(self, mention: Mention) -> str | None:
        """Return the id of the organization that a mention is; None unless it is certain."""
        decided = self.identities.settled(mention.name_keys)
        found = decided[0].is_ if decided else self._match(mention)
        return None if found and self.are_apart(mention, found) else found

    def are_apart(self, mention: Mention, id: str) -> bool:
        """Return whether a decision holds a mention apart from an organization."""
        known = self.organizations.get(id)
        names = (id, *filter(None, (known.name, known.acronym) if known else ()))
        return self.identities.are_apart(mention.name_keys, names)

    def _match(self, mention: Mention) -> str | None:
        named = {self.by_name[key] for key in mention.name_keys if key in self.by_name}
        if named:
            return named.pop() if len(named) == 1 else None
        keys = (*mention.name_keys, *mention.acronym_keys)
        short = {self.by_acronym[key] for key in keys if key in self.by_acronym}
        if len(short) != 1:
            return None
        found = short.pop()
        return found if self._fits(mention, self.organizations[found]) else None

    def _fits(self, mention: Mention, found: Organization) -> bool:
        """Return whether an acronym is enough: the kind agrees, or it is all that was written."""
        if mention.kind is None:
            return any(self.by_acronym.get(key) == found.id for key in mention.name_keys)
        return are_alike(mention.kind, found.kind)


def are_alike(kind: str | None, other: str | None) -> bool:
    """Return whether two kinds may be those of one organization."""
    kinds = {kind, other}
    return len(kinds) == 1 or any(kinds <= family for family in _SAME_FAMILY)


def _sole(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the spellings that mean one organization only, and are long enough to mean it."""
    found: dict[str, str] = {}
    shared = set()
    for key, id in pairs:
        if found.setdefault(key, id) != id:
            shared.add(key)
    return {key: id for key, id in found.items() if key not in shared and len(key) >= _SHORTEST}


# "Refugiados y/o migrantes" joins no two names.
_AND_OR = re.compile(r"(?i)\b(y/o|e/ou|and/or|et/ou|n/a|s/n)\b")


@final
@define
class Identity:
    """An organization, and all that was read of it."""

    mentions: list[Mention] = field(factory=list)
    registry: str | None = None


@final
@define
class Directory:
    """The organizations of one import.

    Lists of partners come first, since they say most; rows of activities are looked up in them.
    Two mentions are one organization if they share a name, if the name of one is the acronym of
    one other only, if they share id and acronym, or if both are the same one of the registry.
    """

    registry: Registry
    identities: list[Identity] = field(factory=list)
    _names: dict[str, int] = field(factory=dict, init=False)
    _acronyms: dict[str, set[int]] = field(factory=lambda: defaultdict(set), init=False)
    _registered: dict[str, int] = field(factory=dict, init=False)
    _clashes: dict[str, Problem] = field(factory=dict, init=False)

    def add_list(self, mentions: list[Mention]) -> list[int]:
        """Return the identity of each mention of a list, where a later one may join two others."""
        groups = _Groups(len(mentions))
        for same in (_by_name, _by_id_and_acronym, self._by_registry, _by_acronym_as_name):
            for first, second in same(mentions, groups):
                one, other = mentions[first], mentions[second]
                if not (_contradict(one, other) or self._are_apart(one, other)):
                    groups.join(first, second)
        places: dict[int, int] = {}
        found = []
        for index, mention in enumerate(mentions):
            group = groups.of(index)
            if group not in places:
                places[group] = self._new()
            self.learn(places[group], mention)
            found.append(places[group])
        return found

    def find(self, mention: Mention) -> int | None:
        """Return the identity that a mention has already, if that is certain."""
        if self.registry.identities.settled(mention.name_keys):
            return self._registered.get(self.registry.match(mention) or "")
        for key in mention.name_keys:
            if key in self._names:
                return self._names[key]
        owners = {owner for key in mention.name_keys for owner in self._acronyms.get(key, ())}
        owners = {each for each in owners if not self._is_apart(mention, each)}
        if len(owners) == 1:
            return owners.pop()
        return self._registered.get(self.registry.match(mention) or "")

    def _is_apart(self, mention: Mention, index: int) -> bool:
        """Return whether a decision holds a mention apart from an identity."""
        identity = self.identities[index]
        if identity.registry and self.registry.are_apart(mention, identity.registry):
            return True
        return any(self._are_apart(mention, each) for each in identity.mentions)

    def _are_apart(self, one: Mention, other: Mention) -> bool:
        return self.registry.identities.are_apart(one.name_keys, other.name_keys)

    def knows(self, name: str) -> bool:
        """Return whether a name alone finds an organization, here or in the registry."""
        mention = Mention(names=((None, name),))
        return self.find(mention) is not None or self.registry.match(mention) is not None

    def add(self, mention: Mention) -> int:
        """Return the identity of a mention, which is a new one unless it is known."""
        found = self.find(mention)
        index = self._new() if found is None else found
        self.learn(index, mention)
        return index

    def learn(self, index: int, mention: Mention) -> None:
        """Keep one more mention of an organization, with the spellings it brings."""
        identity = self.identities[index]
        identity.mentions.append(mention)
        self._judge(mention)
        for key in mention.name_keys:
            self._names.setdefault(key, index)
        for key in mention.acronym_keys:
            self._acronyms[key].add(index)
        registered = self.registry.match(mention)
        if registered and identity.registry is None and registered not in self._registered:
            identity.registry = registered
            self._registered[registered] = index

    def _judge(self, mention: Mention) -> None:
        """Keep what is wrong with a decision on a name that a row has, of each decision once."""
        for each in self.registry.identities.settled(mention.name_keys):
            kind = self.registry.organizations[each.is_].kind
            if kind and mention.kind and not are_alike(mention.kind, kind):
                message = (
                    f"{each.name!r} is {mention.kind} in {mention.source or 'the table'}, and "
                    f"{each.is_} is {kind}: organizations of two kinds are not the same; "
                    "delete the line, or correct the kind"
                )
                file, line = each.place
                self._clashes.setdefault(each.where, Problem(message, (), file, line, 1))

    def refuse_clashes(self) -> None:
        """Refuse decisions that make the same of organizations of two kinds.

        Raises:
            InvalidDocument: With the line of each.
        """
        if self._clashes:
            found = sorted(self._clashes.values(), key=lambda each: (each.file, each.line or 0))
            raise InvalidDocument(found)

    def _new(self) -> int:
        self.identities.append(Identity())
        return len(self.identities) - 1

    def _by_registry(self, mentions: list[Mention], _: "_Groups") -> Iterator[tuple[int, int]]:
        keys = ((index, self.registry.match(mention)) for index, mention in enumerate(mentions))
        yield from _pairs((index, key) for index, key in keys if key)


@final
class _Groups:
    """Numbers in groups that can be joined."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def of(self, index: int) -> int:
        while self._above[index] != index:
            self._above[index] = self._above[self._above[index]]
            index = self._above[index]
        return index

    def join(self, first: int, second: int) -> None:
        one, other = sorted((self.of(first), self.of(second)))
        self._above[other] = one


def _contradict(one: Mention, other: Mention) -> bool:
    """Return whether two mentions of a list differ in their ids and in their kinds."""
    ids, kinds = {one.org_id, other.org_id}, {one.kind, other.kind}
    are_stated = "" not in ids and None not in kinds
    return are_stated and len(ids) == len(kinds) == 2


def joint_names(name: str) -> tuple[str, ...]:
    """Return the names that a slash joins: `Red A/Red B` is two organizations, and no third."""
    parts = tuple(one_line(part) for part in name.split("/"))
    is_word = _AND_OR.search(name) is not None
    return () if len(parts) < 2 or is_word or any(len(slug(part)) < 3 for part in parts) else parts


def _by_name(mentions: list[Mention], _: _Groups) -> Iterator[tuple[int, int]]:
    keys = ((index, key) for index, each in enumerate(mentions) for key in each.name_keys)
    yield from _pairs(keys)


def _by_id_and_acronym(mentions: list[Mention], _: _Groups) -> Iterator[tuple[int, int]]:
    yield from _pairs(
        (index, f"{each.org_id} {key}")
        for index, each in enumerate(mentions)
        for key in each.acronym_keys
        if each.org_id
    )


def _by_acronym_as_name(mentions: list[Mention], groups: _Groups) -> Iterator[tuple[int, int]]:
    owners: dict[str, list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        for key in mention.acronym_keys:
            owners[key].append(index)
    for index, mention in enumerate(mentions):
        for key in mention.name_keys:
            others = {groups.of(owner) for owner in owners[key]} - {groups.of(index)}
            if len(others) == 1:
                yield index, others.pop()


def _pairs(keys: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    first: dict[str, int] = {}
    for index, key in keys:
        if first.setdefault(key, index) != index:
            yield first[key], index


def split_names(text: str, directory: Directory) -> tuple[str, ...]:
    """Return the names in a cell: one, or several.

    No name holds a semicolon or a bar. A name may be broken into lines: one of them at least must
    be known. Names hold all other signs, so that each part must be known alone.
    """
    if directory.find(Mention(names=((None, one_line(text)),))) is None:
        for separator, enough in _SEPARATORS:
            parts = tuple(filter(None, map(one_line, re.split(separator, text))))
            if len(parts) > 1 and enough(map(directory.knows, parts)):
                nested = (split_names(part, directory) for part in parts)
                return tuple(name for names in nested for name in names)
    return (one_line(text),)


def _always(_: Iterable[bool]) -> bool:
    return True


# Each with how many of the parts must be known.
_SEPARATORS: tuple[tuple[str, Callable[[Iterable[bool]], bool]], ...] = (
    (r"[;|]", _always),
    (r"\n", any),
    (r",", all),
    (r" / ", all),
    (r"/", all),
    (r" (?:and|y|e|&|\+) ", all),
)
