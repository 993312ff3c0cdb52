"""The peers: what people use today, for the same facts and the same findings.

They read `flat.json`, flat lists in the form that suits them best, and drop what does not hold
on the day before they begin. Their readings of the rules are written for speed, not for looks.
"""

import gc
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, partial
from importlib import import_module
from typing import Any

import attrs

from benchmarks.generate import folder
from benchmarks.harness import Case, Work
from benchmarks.oracle import COUNTERPART, GROUPS, LAST_DAY, LEADS, MEMBERS, oracle
from benchmarks.shacl import NAMESPACE, ORG_SHAPES, SHAPES, Triple, org_triples, triples
from benchmarks.stages import facts, facts_of

Plain = dict[str, Any]
Findings = dict[str, list[str]]


def flat_text(size: str) -> bytes:
    return folder(size).joinpath("flat.json").read_bytes()


def findings(engine: Callable[[Plain], Findings]) -> Callable[[str], Work]:
    """Return a case from the bytes of the flat lists to findings; S comes first, untimed."""

    def prepare(size: str) -> Work:
        engine(json.loads(flat_text("S")))
        data = flat_text(size)
        return lambda: engine(json.loads(data))

    return prepare


def foreign(name: str) -> Any:
    """Return a module that need not be installed."""
    return import_module(name)


def in_order(found: Mapping[str, Iterable[str]]) -> Findings:
    return {rule: sorted(subjects) for rule, subjects in found.items()}


# Plain Python


def naive(size: str) -> Work:
    """The oracle itself, over the document: no types, no checks, no messages."""
    data = folder(size).joinpath("document.json").read_bytes()
    return lambda: oracle(json.loads(data))


# YAML


def csafe(size: str, *, paused: bool = False) -> Work:
    import yaml

    data = folder(size).joinpath("document.yaml").read_bytes()
    if paused:
        gc.disable()
    return lambda: yaml.load(data, yaml.CSafeLoader)


# cattrs, with the classes of the model


def structured(flat: Plain) -> dict[str, Any]:
    """Structure the flat lists as cattrs does by default, but for dates and amounts.

    Without the two hooks it could read neither; they are the library's own, and remember dates.
    """
    from cattrs import Converter

    from interagency import model
    from interagency.model.day import day

    converter = Converter()
    converter.register_structure_hook(model.Day, lambda value, _: day(value))
    converter.register_structure_hook(model.Money, lambda value, _: model.Money.parse(value))
    classes = {
        "organizations": model.Organization,
        "forums": model.Forum,
        "sectors": model.Sector,
        "sub_sectors": model.SubSector,
        "working_groups": model.WorkingGroup,
        "seats": model.Seat,
        "links": model.Link,
        "plans": model.Plan,
        "appeals": model.Appeal,
    }
    return {
        name: converter.structure(flat[name], tuple[cls, ...])  # type: ignore[valid-type]
        for name, cls in classes.items()
    }


def cattrs_default(size: str, *, whole: bool = False, paused: bool = False) -> Work:
    from interagency.model import Architecture

    flat = json.loads(flat_text(size))

    def work() -> Any:
        if paused:
            gc.disable()
        found = structured(flat)
        return Architecture(**found) if whole else found

    return work


# cattrs and networkx, with the classes of the model: what a straightforward library does


def cattrs_networkx(flat: Plain) -> Findings:
    """Default cattrs, one graph of everything with the objects on it, each rule a loop over it."""
    import networkx as nx

    found = structured(flat)
    day = date.fromisoformat(LAST_DAY)
    plans = {each.id for each in found["plans"] if each.holds_on(day)}
    groups = [each for name in GROUPS for each in found[name]]
    graph: Any = nx.MultiDiGraph()
    for name in ("organizations", "forums", *GROUPS):
        graph.add_nodes_from((each.id, {"section": name, "of": each}) for each in found[name])
    for each in found["seats"]:
        if each.holds_on(day):
            graph.add_edge(each.holder, each.body, each.term)
    for each in found["links"]:
        graph.add_edge(each.from_, each.to, each.kind)
    for each in groups:
        graph.add_edge(each.id, each.within.to, "within")
    return in_order(graph_findings(graph, found, groups, plans))


def graph_findings(graph: Any, found: Plain, groups: list[Any], plans: set[str]) -> Plain:
    import networkx as nx

    lines = ((one, other) for one, other, kind in graph.edges(keys=True) if kind == "reports_to")
    reports: Any = nx.DiGraph(lines)
    reports.add_nodes_from(each.id for each in (*found["forums"], *groups))
    sectoral = [*found["sectors"], *found["sub_sectors"]]
    ids = {each.id for each in sectoral}
    names: dict[tuple[str, str], list[str]] = {}
    for each in groups:
        forum = each.within.to
        while graph.nodes[forum]["section"] != "forums":
            forum = graph.nodes[forum]["of"].within.to
        names.setdefault((forum, each.name.casefold()), []).append(each.id)
    return {
        "r01-without-lead": [each.id for each in sectoral if not holding(graph, each.id, LEADS)],
        "r02-lead-not-member": [
            f"{each.id} {lead}"
            for each in groups
            for lead in holding(graph, each.id, LEADS)
            if not any(graph.has_edge(lead, each.id, term) for term in MEMBERS)
        ],
        "r04-reporting-ring": rings(reports),
        "r05-without-government": [
            each.id
            for each in found["forums"]
            if each.level == "national"
            and not any(
                graph.nodes[holder]["of"].kind == "government"
                for holder in holding(graph, each.id, COUNTERPART)
            )
        ],
        "r06-appeals-unseated": [
            f"{each.plan} {each.organization}"
            for each in found["appeals"]
            if each.plan in plans and ids.isdisjoint(graph.successors(each.organization))
        ],
        "r07-cut-off": cut_off(
            reports, [each.id for each in found["forums"] if each.level == "regional"]
        ),
        "r08-same-name": [id for same in names.values() if len(same) > 1 for id in same],
    }


def holding(graph: Any, body: str, terms: tuple[str, ...]) -> list[str]:
    return [holder for holder, _, term in graph.in_edges(body, keys=True) if term in terms]


# cattrs and networkx, with the smallest classes that do: dates are text, nothing is checked


@attrs.define
class Up:
    to: str


@attrs.define
class Organization:
    id: str
    kind: str


@attrs.define
class Body:
    id: str
    name: str
    within: Up | None = None
    level: str | None = None


@attrs.define
class Seat:
    body: str
    term: str
    holder: str
    since: str | None = None
    until: str | None = None


@attrs.define
class Link:
    from_: str
    to: str


@attrs.define
class Response:
    id: str
    until: str | None = None


@attrs.define
class Appeal:
    plan: str
    organization: str


@attrs.define
class Whole:
    organizations: list[Organization]
    forums: list[Body]
    sectors: list[Body]
    sub_sectors: list[Body]
    working_groups: list[Body]
    seats: list[Seat]
    links: list[Link]
    plans: list[Response]
    appeals: list[Appeal]


def smallest_script(flat: Plain) -> Findings:
    import networkx as nx
    from cattrs import Converter

    whole = Converter().structure(flat, Whole)
    seats = [
        each
        for each in whole.seats
        if (each.since or LAST_DAY) <= LAST_DAY <= (each.until or LAST_DAY)
    ]
    groups = [*whole.sectors, *whole.sub_sectors, *whole.working_groups]
    group_ids = {each.id for each in groups}
    sectoral = {each.id for each in (*whole.sectors, *whole.sub_sectors)}
    leads = [(each.body, each.holder) for each in seats if each.term in LEADS]
    led = {body for body, _ in leads}
    members = {(each.body, each.holder) for each in seats if each.term in MEMBERS}
    governments = {each.id for each in whole.organizations if each.kind == "government"}
    countered = {
        each.body for each in seats if each.term in COUNTERPART and each.holder in governments
    }
    seated = {each.holder for each in seats if each.body in sectoral}
    plans = {each.id for each in whole.plans if not each.until or each.until >= LAST_DAY}
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(each.id for each in (*whole.forums, *groups))
    graph.add_edges_from((each.from_, each.to) for each in whole.links)
    up = {each.id: each.within.to for each in groups if each.within}
    names: dict[tuple[str, str], list[str]] = {}
    for each in groups:
        forum = up[each.id]
        while forum in up:
            forum = up[forum]
        names.setdefault((forum, each.name.casefold()), []).append(each.id)
    return in_order(
        {
            "r01-without-lead": sectoral - led,
            "r02-lead-not-member": [
                f"{body} {holder}"
                for body, holder in leads
                if body in group_ids and (body, holder) not in members
            ],
            "r04-reporting-ring": rings(graph),
            "r05-without-government": [
                each.id
                for each in whole.forums
                if each.level == "national" and each.id not in countered
            ],
            "r06-appeals-unseated": [
                f"{each.plan} {each.organization}"
                for each in whole.appeals
                if each.plan in plans and each.organization not in seated
            ],
            "r07-cut-off": cut_off(
                graph, [each.id for each in whole.forums if each.level == "regional"]
            ),
            "r08-same-name": [id for same in names.values() if len(same) > 1 for id in same],
        }
    )


def rings(graph: Any) -> list[str]:
    import networkx as nx

    strong = [each for each in nx.strongly_connected_components(graph) if len(each) > 1]
    return [*(id for ring in strong for id in ring), *nx.nodes_with_selfloops(graph)]


def cut_off(graph: Any, regional: list[str]) -> set[str]:
    import networkx as nx

    reached = set(regional)
    for each in regional:
        reached |= nx.ancestors(graph, each)
    return set(graph) - reached


# pandas and networkx


def pandas_networkx(flat: Plain) -> Findings:
    import networkx as nx

    pd = foreign("pandas")

    seats, organizations, links, plans, appeals, forums = (
        pd.DataFrame(flat[name])
        for name in ("seats", "organizations", "links", "plans", "appeals", "forums")
    )
    groups = pd.concat([pd.DataFrame(flat[name]).assign(section=name) for name in GROUPS])
    ended = (seats["until"] < LAST_DAY) | (seats["since"] > LAST_DAY)
    seats = seats[~ended]
    sectoral = groups[groups["section"] != "working_groups"]["id"]
    leads = seats[seats["term"].isin(LEADS) & seats["body"].isin(groups["id"])]
    members = seats[seats["term"].isin(MEMBERS)][["body", "holder"]].drop_duplicates()
    joined = leads.merge(members, how="left", on=["body", "holder"], indicator=True)
    not_members = joined[joined["_merge"] == "left_only"]
    governments = organizations[organizations["kind"] == "government"]["id"]
    counterparts = seats[seats["term"].isin(COUNTERPART)]
    countered = counterparts[counterparts["holder"].isin(governments)]["body"]
    national = forums[forums["level"] == "national"]["id"]
    seated = seats[seats["body"].isin(sectoral)]["holder"].unique()
    past = plans[plans["until"] < LAST_DAY]["id"]
    unseated = appeals[~appeals["organization"].isin(seated) & ~appeals["plan"].isin(past)]
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(pd.concat([forums["id"], groups["id"]]))
    graph.add_edges_from(links[["from_", "to"]].itertuples(index=False))
    up = groups.set_index("id")["within"].str["to"]
    forum = groups["within"].str["to"]
    while (inner := forum.isin(groups["id"])).any():
        forum = forum.where(~inner, forum.map(up))
    named = groups.assign(forum=forum, key=groups["name"].str.casefold())
    return in_order(
        {
            "r01-without-lead": sectoral[~sectoral.isin(leads["body"])],
            "r02-lead-not-member": not_members["body"] + " " + not_members["holder"],
            "r04-reporting-ring": rings(graph),
            "r05-without-government": national[~national.isin(countered)],
            "r06-appeals-unseated": unseated["plan"] + " " + unseated["organization"],
            "r07-cut-off": cut_off(graph, list(forums[forums["level"] == "regional"]["id"])),
            "r08-same-name": named[named.duplicated(["forum", "key"], keep=False)]["id"],
        }
    )


# SHACL


def shacl(flat: Plain) -> Findings:
    """One triple a seat: what suits the engine best."""
    return validated(triples(flat), SHAPES)


def shacl_org(flat: Plain) -> Findings:
    """One node a seat, as W3C ORG has it."""
    return validated(org_triples(flat), ORG_SHAPES)


def validated(facts: Iterable[Triple], text: str) -> Findings:
    rdflib = foreign("rdflib")

    shapes = graph_of(text)
    graph = rdflib.Graph()
    for subject, predicate, value, is_text in facts:
        node = rdflib.Literal(value) if is_text else rdflib.URIRef(value)
        graph.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), node))
    _, results, _ = foreign("pyshacl").validate(graph, shacl_graph=shapes, inference="none")
    return shacl_findings(results, shapes)


@cache
def graph_of(shapes: str) -> Any:
    """Return the graph of the shapes; it is read once, before the clock starts."""
    return foreign("rdflib").Graph().parse(data=shapes, format="turtle")


def shacl_findings(results: Any, shapes: Any) -> Findings:
    rdflib = foreign("rdflib")
    shacl, label = rdflib.SH, rdflib.URIRef(f"{NAMESPACE}rule")
    found: dict[str, set[str]] = {str(rule): set() for rule in shapes.objects(None, label)}
    for result in results.subjects(rdflib.RDF.type, shacl.ValidationResult):
        shape, constraint = (
            results.value(result, each) for each in (shacl.sourceShape, shacl.sourceConstraint)
        )
        rule = str(shapes.value(shape, label) or shapes.value(constraint, label))
        subject = str(results.value(result, shacl.focusNode)).removeprefix(NAMESPACE)
        if rule == "r02-lead-not-member":
            subject += f" {str(results.value(result, shacl.value)).removeprefix(NAMESPACE)}"
        found[rule].add(subject.replace(",", " "))
    return in_order(found)


READ = (
    Case("CSafeLoader", csafe, needs=("yaml",)),
    Case("CSafeLoader, collector paused", partial(csafe, paused=True), needs=("yaml",)),
)
STRUCTURE = (
    Case("cattrs default", cattrs_default, facts),
    Case("cattrs default, collector paused", partial(cattrs_default, paused=True), facts),
    Case("cattrs default + architecture", partial(cattrs_default, whole=True), facts_of),
)
RULES = (
    Case("json + loops", naive),
    Case("cattrs + networkx", findings(cattrs_networkx), needs=("networkx",)),
    Case("cattrs + networkx, smallest", findings(smallest_script), needs=("networkx",)),
    Case("pandas + networkx", findings(pandas_networkx), needs=("pandas", "networkx")),
    Case("pySHACL", findings(shacl_org), needs=("pyshacl", "rdflib")),
    Case("pySHACL, one triple a seat", findings(shacl), needs=("pyshacl", "rdflib")),
)
CASES = (*READ, *STRUCTURE, *RULES)
