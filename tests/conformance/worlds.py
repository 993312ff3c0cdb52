"""Tiny worlds with open facts, all ways to know one fact more, and the language put to them.

The worlds draw from very few values, so that clauses find things in them. A step is one fact
that was open and is known now; `completion` takes steps until nothing is open.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from interagency.checking import Snapshot, leadership_of
from interagency.conformance import Clause, Strength
from interagency.conformance.expectations import (
    AllOf,
    AnyOf,
    Ask,
    Exists,
    Expectation,
    HasLink,
    HasSeat,
    Holder,
    Is,
    Not,
    Partition,
    Selector,
)
from interagency.model import (
    NONE,
    UNKNOWN,
    VACANT,
    Answer,
    Architecture,
    Body,
    BrokenArchitecture,
    Certainty,
    Forum,
    Level,
    Link,
    Organization,
    Plan,
    Post,
    Seat,
    Sector,
    Within,
)
from interagency.snapshot.reporting_lines import implied_line

LISTS = ("groups", "leads", "members", "posts", "plans")
# A kind of its own, and a broad one with a narrow one: who writes the broad may mean the narrow.
KINDS, COVERS = ("rcf", "inter-sector", "inter-cluster"), ("PRO", "HEA")
LEVELS, SITUATIONS = (Level.NATIONAL, Level.SITE), ("refugee", "idp")
OWNERS, COUNTRIES = ("ngo", "national-ngo", "international-ngo"), ("COL", "PER")
STATED, DISPUTED = Certainty.STATED, Certainty.DISPUTED
TERMS = ("lead", "co-lead", "member", "zzz")
CLAUSE = "C-1"

CERTAINTIES = st.sampled_from((STATED, STATED, STATED, DISPUTED))


def some_of(values: tuple[str, ...]) -> SearchStrategy[tuple[str, ...]]:
    """Draw a list that is not written, open, or known."""
    known = [(value,) for value in values]
    return st.sampled_from([(), (UNKNOWN,), (values[0], UNKNOWN), *known, values])


def one_of(values: tuple[Any, ...], unknown: Any = UNKNOWN) -> SearchStrategy[Any]:
    """Draw a value that is not written, unknown, or known."""
    return st.sampled_from([None, unknown, *values])


@st.composite
def worlds(draw: st.DrawFn) -> Architecture:
    """Draw a tiny architecture."""
    ids = draw(st.sampled_from((("f",), ("f", "s"), ("f", "s", "t"), ())))
    bodies = [draw(_bodies(id, ids[:place])) for place, id in enumerate(ids)]
    seats = draw(st.lists(_seats(ids), max_size=4)) if ids else []
    links = draw(st.lists(_links(ids), max_size=3)) if ids else []
    plans = [Plan(id="p", countries=draw(some_of(COUNTRIES)))] if draw(st.booleans()) else []
    post = Post(
        id="q",
        organization=draw(st.sampled_from((None, UNKNOWN, "a"))),
        designations=draw(st.sampled_from(((), (UNKNOWN,), (NONE,), ("rc",), ("hc", UNKNOWN)))),
    )
    kind = draw(st.sampled_from((None, UNKNOWN, *OWNERS)))
    return Architecture(
        situation=draw(one_of(SITUATIONS)),
        level=draw(one_of(LEVELS, Level.UNKNOWN)),
        complete=tuple(draw(st.lists(st.sampled_from(LISTS), unique=True))),
        organizations=(
            Organization(id="a", kind=kind),
            Organization(id="g", kind="government"),
            Organization(id="n", kind="national-ngo"),
        ),
        forums=tuple(body for body in bodies if isinstance(body, Forum)),
        sectors=tuple(body for body in bodies if isinstance(body, Sector)),
        seats=tuple({(s.body, s.term, s.holder, s.kind): s for s in seats}.values()),
        links=tuple(_agreeing(links)),
        plans=tuple(plans),
        posts=(post,),
        answers=draw(st.sampled_from(((), (Answer(id=CLAUSE, answer="yes"),)))),
    )


@st.composite
def _bodies(draw: st.DrawFn, id: str, others: tuple[str, ...]) -> Body:
    cls = draw(st.sampled_from((Forum, Sector)))
    within = draw(st.sampled_from((None, UNKNOWN, NONE, *others)))
    return cls(
        id=id,
        kind=draw(some_of(KINDS)),
        covers=draw(some_of(COVERS)),
        level=draw(one_of(LEVELS, Level.UNKNOWN)),
        situation=draw(one_of(SITUATIONS)),
        within=None if within is None else Within(to=within, certainty=draw(CERTAINTIES)),
        areas=draw(some_of(COUNTRIES)),
        stands_for=draw(st.sampled_from((None, None, "2"))),
        certainty=draw(CERTAINTIES),
    )


@st.composite
def _seats(draw: st.DrawFn, bodies: tuple[str, ...]) -> Seat:
    body, term = draw(st.sampled_from(bodies)), draw(st.sampled_from(TERMS))
    holder = draw(st.sampled_from(("a", "g", "q", UNKNOWN, VACANT, None)))
    kind = draw(st.sampled_from(OWNERS[:2])) if holder is None else None
    return Seat(body=body, term=term, holder=holder, kind=kind, certainty=draw(CERTAINTIES))


@st.composite
def _links(draw: st.DrawFn, bodies: tuple[str, ...]) -> Link:
    return Link(
        kind=draw(st.sampled_from(("reports_to", "supports"))),
        from_=draw(st.sampled_from(bodies)),
        to=draw(st.sampled_from((UNKNOWN, NONE, *bodies))),
        certainty=draw(CERTAINTIES),
    )


def _agreeing(links: list[Link]) -> list[Link]:
    """Return links without those that contradict a `none`, which stands alone."""
    found = {(link.from_, link.kind, link.to): link for link in links}
    none = {(start, kind) for start, kind, to in found if to == NONE}
    return [
        link for (start, kind, to), link in found.items() if to == NONE or (start, kind) not in none
    ]


Changes = Iterator[dict[str, Any]]


def steps(world: Architecture, *, adding: bool = True) -> Iterator[Architecture]:
    """Yield the worlds in which one open fact more is known.

    Args:
        world: The world.
        adding: Whether what is known may be one more seat or line.
    """
    for make in (_heads, _bodies_known, _seats_known, _links_known, _others_known):
        for changes in make(world):
            if adding or not any(
                len(changes.get(name, ())) > len(getattr(world, name))
                for name in ("seats", "links")
            ):
                try:
                    yield evolve(world, **changes)
                except BrokenArchitecture:  # the same seat twice, or a body within itself
                    continue


def _heads(world: Architecture) -> Changes:
    if world.situation in (None, UNKNOWN):
        yield from ({"situation": value} for value in SITUATIONS)
    if world.level in (None, Level.UNKNOWN):
        yield from ({"level": value} for value in LEVELS)
    if not world.answers:
        yield from ({"answers": (Answer(id=CLAUSE, answer=each),)} for each in ("yes", "no"))
    if "zzz" not in dict(world.roles):
        yield from ({"roles": (("zzz", each),)} for each in ("lead", "co-lead", "supports"))
    for name in LISTS:
        if name not in world.complete:
            yield {"complete": (*world.complete, name)}


def _bodies_known(world: Architecture) -> Changes:
    for body in world.bodies:
        section = "forums" if isinstance(body, Forum) else "sectors"
        for known in _of_a_body(world, body):
            yield {section: _replaced(getattr(world, section), body, known)}


def _of_a_body(world: Architecture, body: Body) -> Iterator[Body]:
    snapshot = Snapshot.of(world)
    for name, values in (("kind", KINDS), ("covers", COVERS), ("areas", COUNTRIES)):
        written = getattr(body, name)
        for known in _lists_known(written, values):
            if name == "covers" and not written and isinstance(body, Forum) and body.kind:
                continue  # a forum for a whole response has no theme, if none is written
            if name != "areas" or not snapshot.areas(body) or UNKNOWN in written:
                changes: dict[str, Any] = {name: known}
                yield evolve(body, **changes)
    if "inter-sector" in body.kind:
        narrower = {"inter-sector": "inter-cluster"}
        kinds = dict.fromkeys(narrower.get(each, each) for each in body.kind)
        yield evolve(body, kind=tuple(kinds))
    if body.within is None:
        yield evolve(body, within=Within(to=NONE))
    if snapshot.level(body) is None:
        yield from (evolve(body, level=value) for value in LEVELS)
    if snapshot.situation(body) is None:
        yield from (evolve(body, situation=value) for value in SITUATIONS)
    if body.certainty is DISPUTED:
        yield evolve(body, certainty=STATED)
    if body.within is not None and body.within.certainty is DISPUTED:
        yield evolve(body, within=evolve(body.within, certainty=STATED))
    if body.within is not None and body.within.to == UNKNOWN:
        places = (NONE, *(each.id for each in world.bodies if each.id < body.id))
        yield from (evolve(body, within=evolve(body.within, to=place)) for place in places)


def _lists_known(written: tuple[str, ...], values: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the lists that an open list may turn out to be."""
    if not written:
        yield from ((value,) for value in values)
    elif UNKNOWN in written:
        named = tuple(value for value in written if value != UNKNOWN)
        if named:
            yield named
        yield from ((*named, value) for value in values if value not in named)


def _seats_known(world: Architecture) -> Changes:
    for seat in world.seats:
        for known in _of_a_seat(seat):
            yield {"seats": _replaced(world.seats, seat, known)}
        if seat.certainty is DISPUTED:
            yield {"seats": tuple(each for each in world.seats if each is not seat)}
    snapshot = Snapshot.of(world)
    for body in world.bodies:
        yield from ({"seats": (*world.seats, each)} for each in _more_seats(snapshot, body))


def _of_a_seat(seat: Seat) -> Iterator[Seat]:
    if seat.certainty is DISPUTED:
        yield evolve(seat, certainty=STATED)
    if seat.holder == UNKNOWN:
        yield from (evolve(seat, holder=each) for each in ("a", "g", VACANT))
    if seat.kind in ("ngo", "national-ngo"):
        yield evolve(seat, holder="n", kind=None)
    if seat.kind == "ngo":
        yield evolve(seat, kind="international-ngo")


def _more_seats(snapshot: Snapshot, body: Body) -> Iterator[Seat]:
    """Yield seats that an open list may still hold."""
    leadership = leadership_of(snapshot, body)
    whole = "members" in (*snapshot.now.complete, *body.complete)
    closed = {
        "lead": leadership.lead.closed,
        "co-lead": leadership.co_lead.closed,
        "member": whole,
    }
    for term, is_closed in closed.items():
        if not is_closed:
            yield from (Seat(body=body.id, term=term, holder=each) for each in ("a", "g"))


def _links_known(world: Architecture) -> Changes:
    for link in world.links:
        others = tuple(each for each in world.links if each is not link)
        if link.certainty is DISPUTED:
            yield {"links": (*others, evolve(link, certainty=STATED))}
            yield {"links": others}
        if link.to == UNKNOWN:
            yield from ({"links": (*others, evolve(link, to=body.id))} for body in world.bodies)
    for body in world.bodies:
        reports = [x for x in world.links if (x.from_, x.kind) == (body.id, "reports_to")]
        supports = [x for x in world.links if (x.from_, x.kind) == (body.id, "supports")]
        for kind, there in (("reports_to", reports), ("supports", supports)):
            ends = (*(each.id for each in world.bodies), *(() if there else (NONE,)))
            if kind == "reports_to" and not there and _implied(world, body):
                # Where a body lies tells to whom it reports: another end would contradict that.
                ends = (_implied(world, body),)
            is_closed = any(each.to == NONE for each in there) or (kind == "reports_to" and there)
            if not is_closed:
                yield from (
                    {"links": (*world.links, Link(kind=kind, from_=body.id, to=end))}
                    for end in ends
                )


def _implied(world: Architecture, body: Body) -> str:
    line = implied_line(Snapshot.of(world), body)
    return "" if line is None else line.to


def _others_known(world: Architecture) -> Changes:
    a, *rest = world.organizations
    if a.kind in (None, UNKNOWN, "ngo"):
        yield from ({"organizations": (evolve(a, kind=kind), *rest)} for kind in OWNERS)
    (post,) = world.posts
    if post.organization in (None, UNKNOWN):
        yield {"posts": (evolve(post, organization="a"),)}
    for known in _lists_known(post.designations, ("rc", "hc")):
        yield {"posts": (evolve(post, designations=known),)}
    for plan in world.plans:
        for known in _lists_known(plan.countries, COUNTRIES):
            yield {"plans": (evolve(plan, countries=known),)}


def completion(world: Architecture, choices: Iterator[int]) -> Architecture:
    """Return a world in which everything is known: each open fact is decided by a choice."""
    for _ in range(next(choices) % 3):
        found = list(islice(steps(world), next(choices) % 40 + 1))
        world = found[next(choices) % len(found)] if found else world
    world = evolve(world, complete=LISTS, roles=world.roles or (("zzz", "supports"),))
    while found := list(islice(steps(world, adding=False), 4)):
        world = found[next(choices) % len(found)]
    none = [
        Link(
            kind=kind,
            from_=body.id,
            to=(kind == "reports_to" and _implied(world, body)) or NONE,
        )
        for body in world.bodies
        for kind in ("reports_to", "supports")
        if not any((link.from_, link.kind) == (body.id, kind) for link in world.links)
    ]
    return evolve(world, links=(*world.links, *none))


def _replaced(records: tuple[Any, ...], old: Any, new: Any) -> tuple[Any, ...]:
    return tuple(new if each is old else each for each in records)


# The language, always put where it can be asked.

SELECTORS = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(KINDS),
        "covers": st.sampled_from((*COVERS, "present", "absent")),
        "level": st.sampled_from(("national", "site", "highest")),
        "situation": st.sampled_from(SITUATIONS),
        "within": st.sampled_from(("f", "self", "present", "absent")),
        "areas": st.sampled_from(COUNTRIES),
    },
)
OF_BODIES = st.sampled_from(((), ("forum",), ("sector",), ("forum", "sector")))
HOLDERS = st.one_of(
    st.builds(Holder, ids=st.sampled_from((("a",), ("g",), ("q",)))),
    st.builds(Holder, kind=st.sampled_from((("ngo",), ("national-ngo",), ("government",)))),
    st.builds(Holder, designations=st.just(("rc",))),
    st.builds(Holder, tags=st.just(("local",))),
    st.just(Holder()),
)
ROLES = ("leads", "lead", "co-lead", "member", "chair", "")


def selectors() -> SearchStrategy[Selector]:
    """Draw a selector of bodies."""
    pairs = SELECTORS.map(lambda drawn: tuple((key, (drawn[key],)) for key in sorted(drawn)))
    return st.builds(Selector, OF_BODIES, pairs)


OTHERS = st.sampled_from(
    (
        Selector(("post",), (("designations", ("rc",)),)),
        Selector(("post",), (("designations", ("hc",)), ("organization", ("a",)))),
        Selector(("post",), (("organization_kind", ("national-ngo",)),)),
        Selector(("plan",), (("countries", ("COL",)),)),
        Selector(("plan",), (("countries", ("present",)),)),
        Selector(("organization",), (("kind", ("national-ngo",)),)),
    )
)


def existences(inner: SearchStrategy[Expectation]) -> SearchStrategy[Expectation]:
    """Draw `exists`, with bounds that can hold."""
    bounds = st.sampled_from(((1, None), (2, None), (1, 1), (0, 0), (1, 2)))
    bodies = st.tuples(selectors(), st.none() | inner)
    others = st.tuples(OTHERS, st.none())
    return st.builds(
        lambda which, bound: Exists(
            which=which[0], having=which[1], at_least=bound[0], at_most=bound[1]
        ),
        st.one_of(bodies, others),
        bounds,
    )


def _combined(leaves: SearchStrategy[Expectation]) -> SearchStrategy[Expectation]:
    def more(inner: SearchStrategy[Expectation]) -> SearchStrategy[Expectation]:
        parts = st.lists(inner, min_size=1, max_size=2).map(tuple)
        return st.one_of(st.builds(AllOf, parts), st.builds(AnyOf, parts), st.builds(Not, inner))

    return st.recursive(leaves, more, max_leaves=3)


def _leaves_of_bodies() -> SearchStrategy[Expectation]:
    lines = st.sampled_from(("reports_to", "supports", "within"))
    return st.one_of(
        st.builds(HasSeat, st.sampled_from(ROLES), HOLDERS),
        st.builds(HasLink, lines, selectors()),
        st.builds(Is, selectors()),
    )


OF_A_BODY = _combined(st.one_of(_leaves_of_bodies(), existences(_leaves_of_bodies())))
OF_THE_WHOLE = _combined(
    st.one_of(
        existences(OF_A_BODY),
        st.just(Is(Selector((), (("situation", ("refugee",)),)))),
        st.just(Is(Selector((), (("level", ("national",)),)))),
        st.just(Ask("Is it?")),
    )
)
OF_A_PLAN = st.builds(Partition, selectors())


def _clause(subjects: Selector | None, when: Expectation | None, expect: Expectation) -> Clause:
    return Clause(
        id=CLAUSE,
        text="It is so",
        strength=Strength.MUST,
        expect=expect,
        subjects=subjects,
        when=when,
    )


PLANS = st.sampled_from((Selector(("plan",)), Selector(("plan",), (("countries", ("COL",)),))))


def clauses() -> SearchStrategy[Clause]:
    """Draw a clause on the whole, on bodies, or on plans."""
    return st.one_of(
        st.builds(_clause, st.none(), st.none() | OF_THE_WHOLE, OF_THE_WHOLE),
        st.builds(_clause, selectors(), st.none() | OF_A_BODY, OF_A_BODY),
        st.builds(_clause, PLANS, st.none(), OF_A_PLAN),
    )
