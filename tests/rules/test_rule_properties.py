"""What every rule keeps to, whatever the architecture."""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.checking import Finding, Rule, Snapshot, run_rule
from interagency.model import (
    UNKNOWN,
    Architecture,
    Certainty,
    Fact,
    Forum,
    Level,
    Link,
    Office,
    Organization,
    Plan,
    Post,
    Seat,
    Sector,
    Source,
    SubSector,
    Within,
    WorkingGroup,
)
from interagency.model.fields import fields_of
from interagency.model.keys import KEYS
from interagency.model.sections import SECTION_KEYS
from interagency.rules import interagency_rules
from interagency.testing.strategies import architectures
from tests.rules.documents import none_alone

RULES = tuple(interagency_rules())
BODIES = ("forums", "sectors", "sub_sectors", "working_groups")
# These report how a file is written, and it is their task to find what others skip.
OF_WRITING = {"disputed-fact", "fact-without-source"}

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def findings(architecture: Architecture, *rules: Rule) -> set[Finding]:
    snapshot = Snapshot.of(architecture)
    results = [run_rule(rule, snapshot) for rule in rules or RULES]
    assert [result.crash for result in results if result.crash] == []
    return {each for result in results for each in result.findings}


@st.composite
def structures(draw: st.DrawFn) -> Architecture:
    """Draw an architecture in which much is written and closed, so that there are findings."""
    word = st.sampled_from
    holders = ("o", "g", "p", "q", "f", "w", "unknown", "vacant", "none", None)
    certainty = word((Certainty.STATED, Certainty.STATED, Certainty.STATED, Certainty.DISPUTED))

    def body(
        cls: type[Any], id: str, above: tuple[str, ...], kinds: tuple[str, ...], *covers: str
    ) -> Any:
        within = draw(word((None, *above)))
        return cls(
            id=id,
            within=within and Within(to=within, certainty=draw(certainty)),
            kind=draw(word(((), *((kind,) for kind in kinds)))),
            covers=draw(word(((), ("EDU", "unknown"), *((code,) for code in covers)))),
            level=draw(word((None, *Level))),
            complete=draw(word(((), ("leads",), ("leads", "members")))),
            certainty=draw(certainty),
        )

    forum_kinds = ("rcf", "hct", "government-group", "unknown")
    bodies: dict[str, Any] = {
        "forums": (
            body(Forum, "f", ("unknown", "none"), forum_kinds),
            body(Forum, "h", ("f", "none"), forum_kinds),
        ),
        "sectors": (
            body(Sector, "s", ("f", "none", "unknown"), ("sector",), "PRO", "EDU", "HEA"),
            body(Sector, "t", ("s", "h"), ("sector",), "PRO", "EDU", "HEA"),
        ),
        "sub_sectors": (
            body(SubSector, "u", ("f", "s", "t", "w", "none"), ("aor",), "PRO-CPN", "MPC"),
        ),
        "working_groups": (
            body(WorkingGroup, "w", ("none", "none", "s", "unknown"), ("network",)),
        ),
    }
    ids = ("f", "h", "s", "t", "u", "w")
    terms = ("lead", "co-lead", "co-lead", "government-counterpart", "odd term")
    seats = [
        Seat(
            body=draw(word(ids)),
            term=draw(word(terms)),
            holder=holder,
            kind=None if holder else draw(word((None, "government", "ngo", "other"))),
            count=None if holder else draw(word((None, 1, 2))),
            certainty=draw(certainty),
        )
        for holder in draw(st.lists(word(holders), max_size=12))
    ]
    alone = Link(kind="reports_to", from_="w", to="none", certainty=draw(certainty))
    links = [alone] * draw(word((0, 1))) + [
        Link(kind="reports_to", from_=draw(word(ids)), to=to, certainty=draw(certainty))
        for to in draw(st.lists(word((*ids, "none", "unknown")), max_size=10))
    ]
    return Architecture(
        level=draw(word((None, *Level))),
        complete=draw(word(((), ("leads",), ("members",), ("leads", "members")))),
        organizations=(
            Organization(id="o", kind="ngo", certainty=draw(certainty)),
            Organization(id="g", kind=draw(word((None, "government")))),
        ),
        offices=(Office(id="c", organization=draw(word((None, "g", "o")))),),
        posts=(
            Post(id="p", office=draw(word((None, "c", "unknown"))), certainty=draw(certainty)),
            Post(id="q", organization=draw(word((None, "g", "unknown")))),
        ),
        seats=none_alone(_told_apart("seats", seats)),
        links=_told_apart("links", links),
        **bodies,
    )


def _told_apart(name: str, records: list[Any]) -> tuple[Any, ...]:
    return tuple({KEYS[name](each): each for each in records}.values())


def test_an_empty_document_gives_no_finding() -> None:
    assert findings(Architecture()) == set()
    snapshot = Snapshot.of(Architecture())
    assert all(run_rule(rule, snapshot).questions == () for rule in RULES)


@given(architectures())
def test_no_rule_crashes_and_what_it_names_exists(architecture: Architecture) -> None:
    ids = {"", *architecture.entities}
    snapshot = Snapshot.of(architecture)
    for rule in RULES:
        result = run_rule(rule, snapshot)
        assert result.crash == "", rule.name
        assert {id for each in result.findings for id in (each.subject, *each.related)} <= ids
        assert {each.subject for each in result.questions} <= ids
        assert len({each.fingerprint for each in result.findings}) == len(result.findings), (
            rule.name
        )


@given(st.one_of(architectures(), structures()), st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(architecture: Architecture, random: Any) -> None:
    shuffled: dict[str, Any] = {}
    for section in SECTION_KEYS:
        records = list(getattr(architecture, section))
        random.shuffle(records)
        shuffled[section] = tuple(records)
    other = attrs.evolve(architecture, **shuffled)
    for rule in RULES:
        assert run_rule(rule, Snapshot.of(architecture)) == run_rule(rule, Snapshot.of(other))


@given(st.one_of(architectures(), structures()))
def test_an_unrelated_organization_changes_no_finding(architecture: Architecture) -> None:
    stranger = Organization(id="stranger-to-all", name="A stranger", kind="government")
    more = attrs.evolve(architecture, organizations=(*architecture.organizations, stranger))
    assert findings(more) == findings(architecture)


def replaced(record: Any, name: str, value: Any) -> Any:
    """Return a record with another value in one field."""
    return attrs.evolve(record, **{name: value})


def mutations(architecture: Architecture) -> Iterator[tuple[str, Any]]:
    """Yield the changes of one field after which one fact less is known."""
    for section in (*BODIES, "seats", "links", "organizations", "offices", "posts"):
        records = getattr(architecture, section)
        for index, record in enumerate(records):
            for less in less_known(record):
                changed = (*records[:index], less, *records[index + 1 :])
                if section not in KEYS or len(set(map(KEYS[section], changed))) == len(changed):
                    yield section, changed
    yield "complete", ()
    yield "level", None


def less_known(record: Fact) -> Iterator[Fact]:
    """Yield a record with one fact less, in each way there is."""
    yield attrs.evolve(record, certainty=Certainty.DISPUTED)
    match record:
        case Seat():
            yield attrs.evolve(record, holder=UNKNOWN, kind=None, count=None)
            yield attrs.evolve(record, kind=None)
            yield attrs.evolve(record, count=None)
        case Link():
            yield attrs.evolve(record, to=UNKNOWN)
        case Forum() | Sector() | SubSector() | WorkingGroup():
            yield attrs.evolve(record, within=Within(to=UNKNOWN))
            if record.within:
                disputed = attrs.evolve(record.within, certainty=Certainty.DISPUTED)
                yield attrs.evolve(record, within=disputed)
            for name, word in (("kind", (UNKNOWN,)), ("covers", (UNKNOWN,)), ("complete", ())):
                yield replaced(record, name, word)
            yield attrs.evolve(record, level=Level.UNKNOWN)
            yield attrs.evolve(record, kind=(), covers=())
        case Organization() | Office() | Post():
            names = {"kind", "organization", "office", "parent"}
            for shape in fields_of(type(record)):
                if shape.name in names:
                    yield replaced(record, shape.name, None)


@given(structures(), st.randoms(use_true_random=False))
def test_making_a_fact_unknown_creates_no_finding(architecture: Architecture, random: Any) -> None:
    """Read the other way: making a fact known never takes a finding back."""
    rules = [rule for rule in RULES if rule.name not in OF_WRITING]
    before = findings(architecture, *rules)
    for name, value in random.sample(list(mutations(architecture)), 8):
        less = replaced(architecture, name, value)
        for each in findings(less, *rules):
            assert any(_covers(old, each) for old in before), (each, less)


def _covers(old: Finding, new: Finding) -> bool:
    """Tell whether a finding was there; a ring may lose members and still be a ring."""
    if old.rule != new.rule:
        return False
    if new.rule == "reporting-cycle":
        return {new.subject, *new.related} <= {old.subject, *old.related}
    return old.subject == new.subject


@given(structures())
def test_a_place_that_is_not_written_creates_no_finding(architecture: Architecture) -> None:
    """Only what the header says of every group takes the place of what is left out."""
    bare = attrs.evolve(architecture, level=None)
    rules = [rule for rule in RULES if rule.name not in OF_WRITING]
    before = {(each.rule, each.subject) for each in findings(bare, *rules)}
    for section in BODIES:
        bodies = [attrs.evolve(body, within=None, level=None) for body in getattr(bare, section)]
        less = replaced(bare, section, tuple(bodies))
        assert {(each.rule, each.subject) for each in findings(less, *rules)} <= before


def large(size: int, shape: str) -> Architecture:
    """Return an architecture with everything in it, wide or deep."""

    def above(index: int, top: str) -> Within:
        return Within(to=f"u{index - 1}" if shape == "deep" and index else top)

    numbers = range(size)
    return Architecture(
        level=Level.NATIONAL,
        complete=("leads", "members"),
        sources=(Source(id="x"),),
        organizations=tuple(Organization(id=f"o{n}", kind="nothing") for n in numbers),
        forums=(Forum(id="f"),),
        sectors=tuple(
            Sector(id=f"s{n}", within=Within(to="f"), covers=("EDU",), note="call +40 700 000 000")
            for n in numbers
        ),
        sub_sectors=tuple(
            SubSector(id=f"u{n}", within=above(n, f"s{n}"), covers=("EDU",)) for n in numbers
        ),
        working_groups=tuple(WorkingGroup(id=f"w{n}", within=Within(to="none")) for n in numbers),
        plans=(Plan(id="p"),),
        seats=tuple(
            Seat(body="f" if shape == "wide" else f"s{n}", term=term, holder=f"o{n}")
            for n in numbers
            for term in ("co-lead", "odd term")
        ),
        links=tuple(
            Link(kind="reports_to", from_=f"s{n}", to=f"s{(n + 1) % size}") for n in numbers
        ),
    )


def calls(act: Callable[[], object]) -> int:
    """Count the calls, of Python and of C, that something makes."""
    count = 0

    def profile(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count


@each_rule
@pytest.mark.parametrize("shape", ["wide", "deep"])
def test_cost_grows_with_the_facts(rule: Rule, shape: str) -> None:
    """The calls of three times the facts are three times the calls."""

    def cost(size: int) -> int:
        snapshot = Snapshot.of(large(size, shape))
        rule_of_once = run_rule(rule, Snapshot.of(large(2, shape)))  # what is read once
        assert rule_of_once.crash == ""
        return calls(lambda: run_rule(rule, snapshot))

    assert cost(180) < 3.4 * cost(60) + 200
