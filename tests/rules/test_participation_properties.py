"""What the rules that compare seats, plans, appeals and presence keep to, whatever is written."""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interagency.checking import Finding, Rule, Snapshot, run_rule
from interagency.document import loads
from interagency.indicators import Indicator, indicators, requirements
from interagency.model import (
    UNKNOWN,
    Appeal,
    Architecture,
    Body,
    Certainty,
    Fact,
    Forum,
    Level,
    Link,
    Money,
    Organization,
    Plan,
    Post,
    Presence,
    Seat,
    Sector,
    SubSector,
    Within,
    WorkingGroup,
)
from interagency.model.keys import KEYS
from interagency.model.sections import SECTION_KEYS
from tests.rules.responses import FLAWED, OF_PARTICIPATION, responses
from tests.rules.test_rule_properties import calls

DOCUMENTS = [
    pytest.param(loads(example.document), id=f"{rule.name}: {example.title}")
    for rule in OF_PARTICIPATION
    for example in rule.examples
] + [pytest.param(FLAWED, id="everything")]

each_rule = pytest.mark.parametrize("rule", OF_PARTICIPATION, ids=lambda rule: rule.name)
each_document = pytest.mark.parametrize("architecture", DOCUMENTS)
# A whole response is much to draw, and the rules are many: half of what the profile says.
of_responses = settings(
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def findings(architecture: Architecture) -> set[Finding]:
    snapshot = Snapshot.of(architecture)
    results = [run_rule(rule, snapshot) for rule in OF_PARTICIPATION]
    assert [result.crash for result in results if result.crash] == []
    return {each for result in results for each in result.findings}


def new_in(after: set[Finding], before: set[Finding]) -> list[Finding]:
    """Return the findings that were not there, nor were part of one that was."""
    return [each for each in after if not _was_there(each, before)]


def _was_there(finding: Finding, before: set[Finding]) -> bool:
    same = [each for each in before if each.rule == finding.rule]
    if finding.rule in ("duplicate-body", "same-scope-twice"):
        # Two of three bodies may be told apart, and the others still are not.
        ids = {finding.subject, *finding.related}
        same = [each for each in same if ids <= {each.subject, *each.related}]
    else:
        same = [each for each in same if each.subject == finding.subject]
    evidence = {fact for each in same for fact in each.evidence}
    return bool(same) and set(finding.evidence) <= evidence


def less_known(architecture: Architecture) -> Iterator[dict[str, Any]]:
    """Yield the changes after which one fact less is known, in each way there is."""
    for section in SECTION_KEYS:
        records = getattr(architecture, section)
        for index, record in enumerate(records):
            for less in _less(record) if isinstance(record, Fact) else ():
                changed = (*records[:index], less, *records[index + 1 :])
                if section not in KEYS or len(set(map(KEYS[section], changed))) == len(changed):
                    yield {section: changed}
    for name in architecture.complete:
        yield {"complete": tuple(each for each in architecture.complete if each != name)}
    yield from ({"areas": (UNKNOWN,)}, {"populations": (UNKNOWN,)}, {"level": Level.UNKNOWN})


def _less(record: Fact) -> Iterator[Fact]:
    yield attrs.evolve(record, certainty=Certainty.DISPUTED)
    for change in _changes(record):
        if "covers" not in change or UNKNOWN not in getattr(record, "covers", ()):
            yield attrs.evolve(record, **change)


def _changes(record: Fact) -> tuple[dict[str, Any], ...]:
    match record:
        case Seat():
            unnamed = {"holder": UNKNOWN, "kind": None, "count": None}
            return (unnamed, {"kind": None}, {"count": None})
        case Link():
            return ({"to": UNKNOWN},)
        case Organization():
            return ({"kind": None}, {"kind": UNKNOWN})
        case Post():
            return ({"organization": None}, {"organization": UNKNOWN})
        case Body():
            return _of_body(record)
        case Plan():
            return _of_plan(record)
        case Appeal():
            covers = {"covers": ()}, {"covers": (UNKNOWN,)}
            return (*covers, {"participation": None}, {"country": None}, {"amount": None})
        case Presence():
            return ({"covers": ()}, {"covers": (UNKNOWN,)}, {"area": None}, {"area": UNKNOWN})
    return ()


def _of_plan(plan: Plan) -> tuple[dict[str, Any], ...]:
    """Return the changes of a plan; of what it is part is `unknown`, as nothing means of none."""
    names = {"countries": (), "covers": (), "figures": (), "requirement": None, "kind": None}
    absent = ({name: value} for name, value in {**names, "forum": None}.items())
    unknown = {"countries": (UNKNOWN,)}, {"covers": (*plan.covers, UNKNOWN)}
    above = ({"part_of": UNKNOWN},) if plan.part_of else ()
    return (*absent, *unknown, *above)


def _of_body(body: Body) -> tuple[dict[str, Any], ...]:
    """Return the changes of a body; of what is inherited, absent is not unknown."""
    changes: list[dict[str, Any]] = [{"within": Within(to=UNKNOWN)}, {"level": Level.UNKNOWN}]
    changes += [{"kind": (UNKNOWN,)}, {"kind": (), "covers": ()}]
    changes += [{"covers": (*body.covers, UNKNOWN)}, {"areas": (UNKNOWN,)}]
    changes += [{"populations": (UNKNOWN,)}, {"name": None}, {"complete": ()}, {"figures": ()}]
    if body.within:
        changes += [{"within": attrs.evolve(body.within, certainty=Certainty.DISPUTED)}]
    if body.areas and body.level and body.populations:
        changes += [{"within": None}]
    return tuple(changes)


def more_written(architecture: Architecture) -> Iterator[dict[str, Any]]:
    """Yield the changes after which one record more stands in a list that is not closed."""
    closed = set(architecture.complete)
    for organization in architecture.organizations:
        if "presence" not in closed:
            for covers, area in ((("HEA",), "ROU"), ((), None), (("EDU",), "MDA")):
                more = Presence(organization=organization.id, covers=covers, area=area)
                yield _with(architecture, "presence", more)
        if "appeals" not in closed:
            for plan in architecture.plans:
                money = Money.parse("7 USD")
                appeal = Appeal(plan=plan.id, organization=organization.id, amount=money)
                yield _with(architecture, "appeals", appeal)
                asks = attrs.evolve(appeal, participation="appealing", covers=plan.covers)
                yield _with(architecture, "appeals", asks)
        for body in architecture.bodies:
            if "members" not in {*closed, *body.complete}:
                seat = Seat(body=body.id, term="participant", holder=organization.id)
                yield _with(architecture, "seats", seat)
    if "plans" not in closed:
        for part_of in (None, UNKNOWN):
            yield _with(architecture, "plans", Plan(id="new", kind="RMRP", part_of=part_of))
    if "groups" not in closed:
        for old in architecture.sectors:
            yield _with(architecture, "sectors", attrs.evolve(old, id="new"))
            same = {name: getattr(old, name) for name in ("name", "within", "covers", "areas")}
            yield _with(architecture, "sub_sectors", SubSector(id="new", **same))
            yield _with(architecture, "working_groups", WorkingGroup(id="new", **same))
        lists = {*closed, *(name for body in architecture.bodies for name in body.complete)}
        if lists.isdisjoint({"groups", "platforms"}):
            yield _with(architecture, "forums", Forum(id="new", areas=("ROU",)))


def _with(architecture: Architecture, section: str, record: Any) -> dict[str, Any]:
    records = (*getattr(architecture, section), record)
    if section in KEYS and len(set(map(KEYS[section], records))) < len(records):
        return {}  # it is written already
    return {section: records}


@each_rule
def test_each_of_the_rules_finds_something_in_the_flawed_response(rule: Rule) -> None:
    """So that what is proven of its findings, below, is proven of all of them."""
    assert rule.name in {each.rule for each in findings(FLAWED)}


@each_document
def test_nothing_that_is_not_known_creates_a_finding(architecture: Architecture) -> None:
    before = findings(architecture)
    for less in less_known(architecture):
        assert new_in(findings(attrs.evolve(architecture, **less)), before) == []


@each_document
def test_nothing_that_is_added_to_an_open_list_removes_a_finding(
    architecture: Architecture,
) -> None:
    for lists in ((), *((name,) for name in architecture.complete)):
        opened = attrs.evolve(
            architecture,
            complete=tuple(name for name in architecture.complete if name not in lists),
        )
        before = findings(opened)
        for more in more_written(opened):
            assert new_in(before, findings(attrs.evolve(opened, **more))) == []


@of_responses
@given(responses(), st.randoms(use_true_random=False))
def test_making_a_fact_unknown_creates_no_finding(architecture: Architecture, random: Any) -> None:
    before = findings(architecture)
    for less in random.sample(list(less_known(architecture)), 12):
        assert new_in(findings(attrs.evolve(architecture, **less)), before) == []


@of_responses
@given(responses(), st.randoms(use_true_random=False))
def test_adding_to_an_open_list_removes_no_finding(architecture: Architecture, random: Any) -> None:
    before = findings(architecture)
    candidates = list(more_written(architecture))
    for more in random.sample(candidates, min(8, len(candidates))):
        assert new_in(before, findings(attrs.evolve(architecture, **more))) == []


@of_responses
@given(responses(), st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(architecture: Architecture, random: Any) -> None:
    shuffled: dict[str, Any] = {}
    for section in SECTION_KEYS:
        records = list(getattr(architecture, section))
        random.shuffle(records)
        shuffled[section] = tuple(records)
    other = attrs.evolve(architecture, **shuffled)
    for rule in OF_PARTICIPATION:
        assert run_rule(rule, Snapshot.of(architecture)) == run_rule(rule, Snapshot.of(other))
    for name in ("forums", "sectors", "sub_sectors", "working_groups", "plans"):
        shuffled[name] = tuple(_turned(each) for each in shuffled[name])
    turned = findings(attrs.evolve(architecture, **shuffled))
    assert {each.fingerprint for each in turned} == {
        each.fingerprint for each in findings(architecture)
    }


def _turned(record: Any) -> Any:
    """Return a record with its codes, areas and countries in another order."""
    names = [name for name in ("covers", "areas", "countries") if hasattr(record, name)]
    return attrs.evolve(record, **{name: getattr(record, name)[::-1] for name in names})


@of_responses
@given(responses())
def test_what_a_finding_names_exists_and_no_two_are_the_same(architecture: Architecture) -> None:
    snapshot = Snapshot.of(architecture)
    for rule in OF_PARTICIPATION:
        result = run_rule(rule, snapshot)
        named = {id for each in result.findings for id in (each.subject, *each.related)}
        assert named <= set(architecture.entities)
        assert len({each.fingerprint for each in result.findings}) == len(result.findings)
        assert len(set(result.questions)) == len(result.questions)


# The rules that count organizations, or look for one that is not there.
OF_ORGANIZATIONS = {
    "active-organization-in-no-group",
    "appealing-organization-in-no-group",
    "leadership-concentration",
    "member-active-nowhere",
    "single-point-of-failure",
    "sole-provider",
    "stated-figure-differs",
}


@of_responses
@given(responses(), st.randoms(use_true_random=False))
def test_two_organizations_that_are_the_same_count_as_one(
    architecture: Architecture, random: Any
) -> None:
    """Whatever is written of one of them is written of the other."""
    lines = tuple(link for link in architecture.links if link.from_ not in ("a", "b", "g"))
    once = attrs.evolve(architecture, links=lines)
    names = {"seats": "holder", "appeals": "organization", "presence": "organization"}
    shared: dict[str, Any] = {
        section: tuple(
            attrs.evolve(each, **{name: "a2"})
            if getattr(each, name) == "a" and random.random() < 0.5
            else each
            for each in getattr(once, section)
        )
        for section, name in names.items()
    }
    (original,) = (each for each in once.organizations if each.id == "a")
    twice = attrs.evolve(
        once,
        organizations=(*once.organizations, attrs.evolve(original, id="a2")),
        links=(*lines, Link(kind="same_as", from_="a2", to="a")),
        **shared,
    )
    assert _of_organizations(twice) == _of_organizations(once)
    for plan in once.plans:
        left, right = (requirements(Snapshot.of(each), plan.id) for each in (once, twice))
        assert left == right
    assert _measured(twice) == _measured(once)


def _of_organizations(architecture: Architecture) -> set[tuple[str, ...]]:
    return {
        (each.rule, each.subject, *each.related)
        for each in findings(architecture)
        if each.rule in OF_ORGANIZATIONS
    }


def _measured(architecture: Architecture) -> list[Indicator]:
    """Return the indicators; a line more is a fact more, with or without a source."""
    found = indicators(Snapshot.of(architecture))
    return [each for each in found if each.name != "evidence-coverage"]


def large(size: int, shape: str) -> Architecture:
    """Return a response with everything in it, in one country or in many places, deep or wide.

    Of each sector that somebody works in there are few groups in one place: a finding names them.
    """
    numbers = range(size)
    covers = ("HEA" if shape == "wide" else "EDU", "PRO")

    def area(n: int) -> str:
        return "ROU" if shape == "wide" else f"ROU/{n}"

    def above(n: int, top: str | None) -> str | None:
        return f"{top}{n - 1}" if shape == "deep" and n else None

    return Architecture(
        level=Level.NATIONAL,
        populations=("refugees",),
        complete=("groups", "leads", "members", "appeals", "presence", "plans"),
        organizations=tuple(Organization(id=f"o{n}", kind="government") for n in numbers),
        forums=(
            Forum(id="f", kind=("rcf",), areas=("ROU",)),
            *(
                Forum(id=f"h{n}", kind=("platform",), within=Within(to="f"), areas=(country,))
                for n, country in zip(numbers, ["ROU", "ROU", *["POL"] * size], strict=False)
            ),
        ),
        sectors=(
            Sector(id="health", covers=("HEA",), areas=("ROU",)),
            *(
                Sector(
                    id=f"s{n}",
                    name="Same",
                    within=Within(to=above(n, "s") or "f"),
                    covers=("EDU", "PRO-CPN"),
                    areas=(area(n),),
                )
                for n in numbers
            ),
        ),
        working_groups=tuple(
            WorkingGroup(id=f"w{n}", covers=("cash",), areas=(area(n),)) for n in numbers
        ),
        plans=tuple(
            Plan(
                id=f"p{n}",
                kind="RMRP",
                forum="f",
                part_of=above(n, "p"),
                countries=("ROU", "MDA"),
                covers=("EDU", "HEA"),
                requirement=Money.parse("1 USD"),
            )
            for n in numbers
        ),
        seats=tuple(Seat(body=f"s{n}", term="lead", holder=f"o{n // 2}") for n in numbers),
        links=tuple(
            Link(kind=kind, from_=f"s{n}", to=f"s{(n + 1) % size}")
            for kind in ("reports_to", "coordinates_with")
            for n in numbers
        ),
        appeals=tuple(
            Appeal(
                plan=f"p{n}",
                organization=f"o{n}",
                participation="appealing",
                covers=covers,
                country="ROU",
                amount=Money.parse("1 USD"),
            )
            for n in numbers
        ),
        presence=tuple(
            Presence(organization=f"o{n}", covers=covers, area=area(n)) for n in numbers
        ),
    )


@each_rule
@pytest.mark.parametrize("shape", ["wide", "deep"])
def test_cost_grows_with_the_facts(rule: Rule, shape: str) -> None:
    """The calls of three times the facts are three times the calls."""

    def cost(size: int) -> int:
        snapshot = Snapshot.of(large(size, shape))
        assert run_rule(rule, Snapshot.of(large(2, shape))).crash == ""  # reads what is read once
        return calls(lambda: run_rule(rule, snapshot))

    assert cost(180) < 3.4 * cost(60) + 200
