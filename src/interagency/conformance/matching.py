"""Whether a thing is one of those a selector means: yes, no, or maybe.

What is written excludes; what is not written does not: a group without `covers` may be the
protection group, and a disputed group may not be there at all.
"""

from typing import Any, Final, final

from attrs import frozen

from interagency.checking import Snapshot, Verdict, every
from interagency.conformance.expectations import ABSENT, PRESENT, SELF, Selector, Values
from interagency.graph import contains
from interagency.model import (
    NONE,
    UNKNOWN,
    Appeal,
    Architecture,
    Body,
    Certainty,
    Forum,
    Mandate,
    Office,
    Organization,
    Plan,
    Post,
    Product,
    Sector,
    SubSector,
    Within,
    WorkingGroup,
)

CLASSES: Final[dict[str, type[Any]]] = {
    "forum": Forum,
    "sector": Sector,
    "sub-sector": SubSector,
    "working-group": WorkingGroup,
    "organization": Organization,
    "plan": Plan,
    "appeal": Appeal,
    "office": Office,
    "post": Post,
    "product": Product,
    "mandate": Mandate,
}
_KIND_LISTS: Final[dict[type[Any], str]] = {
    Forum: "body-kinds",
    Sector: "body-kinds",
    SubSector: "body-kinds",
    WorkingGroup: "body-kinds",
    Organization: "organization-kinds",
    Office: "office-kinds",
    Plan: "plan-kinds",
    Product: "product-kinds",
}


@final
@frozen
class Matcher:
    """Matches the things of a snapshot.

    Attributes:
        snapshot: The architecture of the day.
        itself: Id of the thing that a clause speaks of, for the word `self`.
    """

    snapshot: Snapshot
    itself: str = ""

    def match(self, record: Any, selector: Selector) -> Verdict:
        """Return met if the thing is meant, gap if it is not, unknown if it may be."""
        if not isinstance(record, classes_of(selector, record)):
            return Verdict.GAP
        verdicts = [self.attribute(record, *pair) for pair in selector.attributes]
        disputed = getattr(record, "certainty", None) is Certainty.DISPUTED
        return every([*verdicts, Verdict.UNKNOWN if disputed else Verdict.MET])

    def attribute(self, record: Any, name: str, wanted: Values) -> Verdict:
        """Return whether an attribute has one of some values."""
        written = self.written(record, name)
        named = [value for value in written if value not in (UNKNOWN, NONE)]
        if PRESENT in wanted or ABSENT in wanted:
            there = Verdict.MET if PRESENT in wanted else Verdict.GAP
            away = Verdict.GAP if PRESENT in wanted else Verdict.MET
            return there if named else away if NONE in written else Verdict.UNKNOWN
        values = [self.itself if value == SELF else value for value in wanted]
        if any(self._fits(record, name, each, value) for each in named for value in values):
            return Verdict.MET
        return Verdict.GAP if written and UNKNOWN not in written else Verdict.UNKNOWN

    def written(self, record: Any, name: str) -> Values:
        """Return the effective values of an attribute; nothing if none is written anywhere."""
        snapshot = self.snapshot
        if isinstance(record, Body) and name in ("level", "areas", "populations", "situation"):
            return _as_values(getattr(snapshot, name)(record))
        if isinstance(record, Post) and name == "organization":
            return _as_values(record.organization or snapshot.organization_of(record.id))
        if name == "organization_kind":
            owner = snapshot.now.entities.get(getattr(record, "organization", None) or "")
            return _as_values(getattr(owner, "kind", None))
        return _as_values(getattr(record, name, None))

    def _fits(self, record: Any, name: str, written: str, wanted: str) -> bool:
        if name == "areas":
            return contains(wanted, written) or contains(written, wanted)
        vocabulary = _KIND_LISTS.get(Organization if name == "organization_kind" else type(record))
        if name in ("kind", "organization_kind") and vocabulary is not None:
            return self.snapshot.vocabularies[vocabulary].is_a(written, wanted)
        return written == wanted


def classes_of(selector: Selector, record: object = None) -> tuple[type[Any], ...]:
    """Return the classes that a selector names; by default any body, or what is looked at."""
    if selector.of:
        return tuple(CLASSES[name] for name in selector.of)
    return (Body,) if record is None else (type(record),)


def _as_values(value: Any) -> Values:
    if value is None:
        return ()
    if isinstance(value, Within):
        return (value.to,)
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def records_of(snapshot: Snapshot, selector: Selector) -> list[Any]:
    """Return the things of a day that are of a class that a selector names."""
    now: Architecture = snapshot.now
    classes = classes_of(selector)
    everything = (*now.iter_entities(), *(now.appeals if Appeal in classes else ()))
    return [each for each in everything if isinstance(each, classes)]


def is_closed(snapshot: Snapshot, selector: Selector) -> bool:
    """Tell whether the document says that its list of such things is written whole."""
    kinds = dict(selector.attributes).get("kind", ())
    complete = set(snapshot.now.complete)
    for body in snapshot.now.bodies:
        if body.parent is None:
            complete |= {"platforms"} & set(body.complete)
    lists = {_list_of(cls) for cls in classes_of(selector)}
    if kinds == ("platform",) and lists == {"groups"} and "platforms" in complete:
        return True
    return lists <= complete


def _list_of(cls: type[Any]) -> str:
    if issubclass(cls, Body):
        return "groups"
    return {Post: "posts", Plan: "plans"}.get(cls, "always open")
