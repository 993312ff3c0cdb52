"""Whether a thing is one of those a selector means: yes, no, or maybe.

What is written excludes; what is not written does not: a group without `covers` may be the
protection group, an NGO may be a national one, and a disputed group may not be there at all.
"""

from typing import Any, final

from attrs import frozen

from interagency.conformance.expectations import ABSENT, HIGHEST, PRESENT, SELF, Selector, Values
from interagency.conformance.grounds import (
    OF_THE_IASC,
    in_situation,
    is_theirs,
    on_ground,
    widened,
)
from interagency.conformance.inference import from_name
from interagency.model import (
    NONE,
    UNKNOWN,
    Answer,
    Body,
    Fact,
    Forum,
    Handover,
    Level,
    Link,
    Office,
    Organization,
    Post,
    Presence,
    Seat,
    Sector,
    Source,
    SubSector,
    Within,
    WorkingGroup,
    sections,
)
from interagency.model.areas import contains
from interagency.model.sections import SECTION_OF_CLASS, SECTIONS, sections_of
from interagency.snapshot import Snapshot, Verdict, every, some
from interagency.vocabularies import Vocabulary

# The classes that a selector may name; nothing else has attributes that a clause looks at.
CLASSES = {
    section.code: section.holds
    for section in SECTIONS
    if section.holds not in (Source, Seat, Link, Presence, Handover, Answer)
}


def classes_of(selector: Selector, record: object = None) -> tuple[type[Any], ...]:
    """Return the classes that a selector names; by default any body, or what is looked at."""
    if selector.of:
        return tuple(CLASSES[name] for name in selector.of)
    return (Body,) if record is None else (type(record),)


def records_of(snapshot: Snapshot, selector: Selector) -> list[Any]:
    """Return the things of a day that are, or may be, of a class that a selector names."""
    classes = classes_of(selector)
    also = _SECTORS_ELSEWHERE if Sector in classes else ()
    return list(sections.records_of(snapshot.now, *dict.fromkeys((*classes, *also))))


# A sector group is one whatever it is called: a Refugee Protection Working Group is a protection
# group, and many are written as such.
_SECTORS_ELSEWHERE = (SubSector, WorkingGroup)
# Kinds of forum that are for a whole response, and for no theme unless one is written.
_FOR_THE_WHOLE = (
    "rcf",
    "inter-sector",
    "hct",
    "unct",
    "platform",
    "steering",
    "operational",
    "ngo-forum",
    "donor-group",
    "government-group",
    "intergovernmental",
    "refugee-forum",
    "humanitarian-forum",
    "coordination-meeting",
    "camp",
    "secretariat",
    "eoc",
    "support-platform",
    "fund-advisory-board",
)
# Kinds of which a country has one: neither a sub-national body nor one of several alike is it.
_ONE_PER_COUNTRY = frozenset(("hct", "unct"))


@final
@frozen
class Matcher:
    """Matches the things of a snapshot.

    Attributes:
        snapshot: The architecture of the day.
        itself: Id of the thing that a clause speaks of, for the word `self`.
        ground: The situations that the model is for; of bodies elsewhere none is meant.
    """

    snapshot: Snapshot
    itself: str = ""
    ground: Values = ()

    def match(self, record: Any, selector: Selector) -> Verdict:
        """Return met if the thing is meant, gap if it is not, unknown if it may be."""
        is_of = self.is_of(record, selector)
        if is_of is Verdict.GAP:
            return is_of
        verdicts = [self.attribute(record, *pair) for pair in selector.attributes]
        there = Verdict.UNKNOWN if is_disputed(record) else Verdict.MET
        return every([*verdicts, is_of, self.on_ground(record), there])

    def is_of(self, record: Any, selector: Selector) -> Verdict:
        """Return whether a thing is of a class that is meant; a sector may stand elsewhere."""
        if isinstance(record, classes_of(selector, record)):
            return Verdict.MET
        if "sector" not in selector.of or not isinstance(record, _SECTORS_ELSEWHERE):
            return Verdict.GAP
        wanted = dict(selector.attributes).get("covers", ())
        if wanted and not {PRESENT, ABSENT} & {*wanted}:
            return Verdict.MET
        return self._is_sector(record) if isinstance(record, WorkingGroup) else Verdict.GAP

    def _is_sector(self, group: WorkingGroup) -> Verdict:
        """Return whether a working group has the theme of a sector, and no cross-cutting one."""
        covers = self.written(group, "covers")
        known = self.snapshot.vocabularies["sectors"]
        terms = (known.get(code) for code in covers)
        is_whole = bool(covers) and UNKNOWN not in covers
        themes = (term is not None and "ocha" in dict(term.equivalents) for term in terms)
        return some((Verdict.MET if each else Verdict.GAP for each in themes), closed=is_whole)

    def on_ground(self, record: Any) -> Verdict:
        """Return whether a thing is where the model applies; only bodies can be elsewhere."""
        if not isinstance(record, Body):
            return Verdict.MET
        return on_ground(self.snapshot, record, self.ground)

    def unclear(self, record: Any, selector: Selector) -> list[str]:
        """Return the attributes because of which a thing only may be meant."""
        pairs = selector.attributes
        found = [pair[0] for pair in pairs if self.attribute(record, *pair) is Verdict.UNKNOWN]
        found += ["situation"] if self.on_ground(record) is Verdict.UNKNOWN else []
        found += ["covers"] if self.is_of(record, selector) is Verdict.UNKNOWN else []
        return list(dict.fromkeys(found))

    def attribute(self, record: Any, name: str, wanted: Values) -> Verdict:
        """Return whether an attribute has one of some values."""
        written = self.written(record, name)
        if name == "covers" and not written and self._has_no_theme(record):
            written = (NONE,)
        named = [value for value in written if value not in (UNKNOWN, NONE)]
        if PRESENT in wanted or ABSENT in wanted:
            there = Verdict.MET if PRESENT in wanted else Verdict.GAP
            away = Verdict.GAP if PRESENT in wanted else Verdict.MET
            return there if named else away if NONE in written else Verdict.UNKNOWN
        if wanted == (HIGHEST,):
            return self._at_the_top(tuple(named))
        if name == "situation" and isinstance(record, Body):
            return in_situation(self.snapshot, record, wanted)
        values = [self.itself if value == SELF else value for value in wanted]
        values = [*widened(values)] if name == "situation" else values
        if name == "kind" and not written and self._is_another_kind(record, wanted):
            return Verdict.GAP
        # A list of tags is never known to be whole, unless there are none.
        closed = bool(written) and UNKNOWN not in written and (name != "tags" or NONE in written)
        fits = (self._fits(record, name, each, value) for each in named for value in values)
        return some(fits, closed=closed)

    def _at_the_top(self, levels: Values) -> Verdict:
        """Return whether a level is that of the document; one that is not written may be any."""
        top = self.snapshot.now.level
        if top in (None, Level.UNKNOWN) or not levels:
            return Verdict.UNKNOWN
        return Verdict.MET if str(top) in levels else Verdict.GAP

    def _has_no_theme(self, record: Any) -> bool:
        """Return whether a forum is for a whole response, so that it is the group of no theme."""
        kinds = self.snapshot.vocabularies["body-kinds"]
        return isinstance(record, Forum) and any(
            kinds.is_a(kind, each)
            for kind in self.written(record, "kind")
            for each in _FOR_THE_WHOLE
        )

    def _is_another_kind(self, record: Any, kinds: Values) -> bool:
        """Return whether a body of which no kind is written certainly is of none of some kinds."""
        if not isinstance(record, Body):
            return False
        if OF_THE_IASC.issuperset(kinds) and is_theirs(self.snapshot, record):
            return True
        return _ONE_PER_COUNTRY.issuperset(kinds) and self._is_one_of_several(record)

    def _is_one_of_several(self, record: Body) -> bool:
        """Return whether a body certainly is none of which a country has but one."""
        level = self.snapshot.level(record)
        below = level in (Level.SUB_NATIONAL, Level.SITE)
        return below or record.stands_for is not None

    def written(self, record: Any, name: str) -> Values:
        """Return the effective values of an attribute; nothing if none is written anywhere."""
        snapshot = self.snapshot
        if isinstance(record, Body) and name in ("level", "areas", "populations", "situation"):
            return _as_values(getattr(snapshot, name)(record))
        if isinstance(record, Post) and name == "organization":
            return _as_values(record.organization or snapshot.organization_of(record.id))
        if isinstance(record, Office) and name == "organization":
            return _as_values(snapshot.organization_of(record.id))
        if name == "organization_kind":
            return _as_values(getattr(self.owner(record), "kind", None))
        found = _as_values(getattr(record, name, None))
        return found or (from_name(snapshot, record, name) if isinstance(record, Body) else ())

    def owner(self, record: Any) -> object:
        """Return the organization of a post, an office or an appeal; None if it is not known."""
        written = self.written(record, "organization")
        return self.snapshot.now.entities.get(written[0]) if written else None

    def _fits(self, record: Any, name: str, written: str, wanted: str) -> Verdict:
        if name == "areas":
            same = contains(wanted, written) or contains(written, wanted)
            return Verdict.MET if same else Verdict.GAP
        vocabulary = _kinds_of(Organization if name == "organization_kind" else type(record))
        if name in ("kind", "organization_kind") and vocabulary is not None:
            return kind_fits(self.snapshot.vocabularies[vocabulary], written, wanted)
        return Verdict.MET if written == wanted else Verdict.GAP


def _kinds_of(cls: type[Any]) -> str | None:
    section = SECTION_OF_CLASS.get(cls)
    return section.kinds if section else None


def kind_fits(kinds: Vocabulary, written: str, wanted: str) -> Verdict:
    """Return whether a kind is a wanted one or a narrower; a broader one may be."""
    if kinds.is_a(written, wanted):
        return Verdict.MET
    return Verdict.UNKNOWN if kinds.is_a(wanted, written) else Verdict.GAP


def is_disputed(record: object) -> bool:
    """Return whether sources disagree on a record, so that it may not be there at all."""
    return isinstance(record, Fact) and not record.is_certain


def _as_values(value: Any) -> Values:
    if value is None:
        return ()
    if isinstance(value, Within):
        return (UNKNOWN if is_disputed(value) else value.to,)
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


ALWAYS_OPEN = "always open"


def is_closed(snapshot: Snapshot, selector: Selector, itself: str = "") -> bool:
    """Return whether the document says that its list of such things is written whole.

    Args:
        snapshot: The architecture of the day.
        selector: The sort of things.
        itself: Id of the thing that a clause speaks of, for the word `self`.
    """
    attributes = dict(selector.attributes)
    complete = set(snapshot.now.complete)
    lists = {list_of(cls) for cls in classes_of(selector)}
    if lists <= complete:
        return True
    if lists != {"groups"}:
        return False
    around = [itself if id == SELF else id for id in attributes.get("within", ())]
    if around and all("groups" in _complete(snapshot, id) for id in around):
        return True
    return attributes.get("kind") == ("platform",) and _platforms_are_closed(snapshot)


def _complete(snapshot: Snapshot, id: str) -> tuple[str, ...]:
    body = snapshot.bodies.get(id)
    return () if body is None else body.complete


def _platforms_are_closed(snapshot: Snapshot) -> bool:
    """Return whether the platforms are written whole, by the header or by the platforms at the top.

    A platform speaks for those within it. One of which nobody says so, or a forum that may be
    a platform, leaves the list open: there may be others like it.
    """
    if "platforms" in snapshot.now.complete:
        return True
    platform = Selector(("forum",), (("kind", ("platform",)),))
    matcher = Matcher(snapshot)
    found = [body for body in snapshot.bodies.values() if _may_be(matcher, body, platform)]
    return bool(found) and all(
        any("platforms" in above.complete for above in snapshot.upward(body)) for body in found
    )


def _may_be(matcher: Matcher, record: Any, selector: Selector) -> bool:
    return matcher.match(record, selector) is not Verdict.GAP


def list_of(cls: type[Any]) -> str:
    """Return the list that a document may declare complete, for records of a class."""
    return next((each.listed for each in sections_of(cls) if each.listed), ALWAYS_OPEN)
