"""A picture as Mermaid flowcharts."""

import json
import re
from collections.abc import Mapping

import pytest
from hypothesis import given

from interagency.document import loads
from interagency.exporters.mermaid import MOST_EDGES, escaped, to_mermaid
from interagency.model import Architecture, Forum, Link
from interagency.report.drawing import drawing_of
from interagency.testing.strategies import architectures
from tests.exporters.examples import AWKWARD, awkward, large, romania, text

LABEL = r'(?:[^"#<>`%;{}]|#\d+;|</?[bi]>|<br/>)*'
NODE = re.compile(rf'  (\w+)\["({LABEL})"\]:::(\w+)')
EDGE = re.compile(r"  (\w+) (===|---) (\w+)")
STYLE = re.compile(r"  linkStyle (\d+(?:,\d+)*) [\w:#,\- ]+")
CLASS = re.compile(r"  classDef (\w+) [\w:#,.\- ]+")


def checked(diagram: str) -> tuple[set[str], int]:
    """Return the nodes and the number of edges; refuse all that is not strictly as it should be."""
    assert len(diagram.encode("utf-16-le")) // 2 < 50_000
    front, title, config, chart, back, kind, *lines = diagram.split("\n")
    assert (front, back, kind, lines.pop()) == ("---", "---", "flowchart LR", "")
    assert isinstance(json.loads(title.removeprefix("title: ")), str)
    assert config == "config:"
    assert re.fullmatch(r"  flowchart: \{.*\}", chart)
    found = {
        name: [each for line in lines if (each := form.fullmatch(line))] for name, form in FORMS
    }
    assert sum(map(len, found.values())) == len(lines)
    nodes = [each[1] for each in found["node"]]
    assert len(set(nodes)) == len(nodes)
    assert {each[3] for each in found["node"]} <= {each[1] for each in found["class"]}
    assert all({each[1], each[3]} <= {*nodes} for each in found["edge"])
    assert len(found["edge"]) <= 500
    styled = [int(index) for each in found["style"] for index in each[1].split(",")]
    assert sorted(styled) == [*range(len(found["edge"]))]
    return {*nodes} - {"legend"}, len(found["edge"])


FORMS = (("node", NODE), ("edge", EDGE), ("style", STYLE), ("class", CLASS))


def test_romania_is_drawn() -> None:
    diagram = text("mermaid", romania())
    nodes, edges = checked(diagram)
    assert (len(nodes), edges) == (12, 10)
    assert '\ntitle: "Refugee response in Romania, first phase"\n' in diagram
    health = (
        "<b>Health Working Group</b><br/>"
        "co-lead: UNHCR, a UN agency (inferred), an NGO (inferred), ?<br/>in RCF<br/>"
    )
    assert f'  b_health["{health}takes part in Government-led working groups"]' in diagram
    assert "  b_iacg === b_health\n" in diagram
    assert "  b_rcf --- b_education\n" in diagram


def test_what_is_inferred_is_broken_and_what_is_vacant_is_red() -> None:
    document = """
interagency: 1
forums: {f: {seats: {lead: vacant}}, g: {within: {to: f, certainty: inferred}, level: site}}
"""
    diagram = text("mermaid", loads(document))
    assert 'b_f["<b>f</b><br/>lead: VACANT<br/>co-lead: ?"]:::forum_vacant' in diagram
    assert "linkStyle 0 stroke:#333333,stroke-dasharray:3 5\n" in diagram
    assert "<i>site</i>" in diagram


def test_awkward_texts_break_nothing() -> None:
    diagram = text("mermaid", awkward())
    checked(diagram)
    assert 'title: "say \\"a\\" and <b>' in diagram


@pytest.mark.parametrize("awkward_text", AWKWARD[:6])
def test_what_mermaid_shows_is_what_was_written(awkward_text: str) -> None:
    shown = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), escaped(awkward_text))
    assert shown == awkward_text


@given(architectures(max_bodies=6))
def test_every_architecture_is_well_formed(whole: Architecture) -> None:
    diagram = text("mermaid", whole)
    drawing = drawing_of(whole)
    nodes, edges = checked(diagram)
    assert len(nodes) == len(drawing.boxes)
    assert edges == sum(map(len, drawing.lines.values()))
    assert text("mermaid", whole) == diagram


def parts(whole: Architecture) -> Mapping[str, str]:
    found = to_mermaid(whole)
    assert isinstance(found, Mapping)
    return found


@pytest.mark.parametrize("bodies", [481, 2_000])
def test_what_is_too_large_comes_in_several_diagrams(bodies: int) -> None:
    found = parts(large(bodies))
    drawn = [checked(diagram) for diagram in found.values()]
    assert sum(edges for _, edges in drawn) == bodies
    assert len(set().union(*(nodes for nodes, _ in drawn))) == bodies + 1
    assert [*found] == sorted(found)
    assert f'title: "untitled (1 of {len(found)})"' in found[min(found)]
    last = found[max(found)]
    assert 'b_top["The one above all<br/><i>in another diagram</i>"]:::aside' in last


def test_a_body_with_too_many_lines_comes_in_several_diagrams() -> None:
    count = MOST_EDGES + 50
    forums = tuple(Forum(id=f"f{index}") for index in range(count))
    lines = tuple(Link(kind="reports_to", from_="a", to=each.id) for each in forums)
    whole = Architecture(forums=(Forum(id="a"), *forums), links=lines)
    drawn = [checked(diagram) for diagram in parts(whole).values()]
    assert sum(edges for _, edges in drawn) == count


def test_the_longest_texts_stay_below_the_limit_of_characters() -> None:
    forums = tuple(
        Forum(id=f"f{index}", name=f"{index}" + '"🏕' * 200, acronym='"' * 50)
        for index in range(300)
    )
    drawn = [checked(diagram) for diagram in parts(Architecture(forums=forums)).values()]
    assert sum(len(nodes) for nodes, _ in drawn) == 300
