"""A picture in the language of Graphviz."""

import re
import shutil
import subprocess
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from interagency.model import Alias, Architecture, Forum
from interagency.report.drawing import drawing_of
from interagency.testing.strategies import architectures
from tests.exporters.examples import awkward, large, romania, text

HEAD = 5
NODE = re.compile(
    r'  "(\w+)" \[label=<(.*)> fillcolor="#\w{6}" style="[\w,]+" color="#\w{6}"[^"]*\]'
)
EDGE = re.compile(r'  "(\w+)" -> "(\w+)" \[dir=(back|none) color="#\w{6}"( style=dotted .*)?\]')
CAPTION = re.compile(r"  label=<(.*)>")


def checked(dot: str) -> tuple[int, int]:
    """Return the number of nodes and edges; refuse all that is not strictly as it should be."""
    lines = dot.split("\n")
    assert lines[0] == "digraph structure {"
    assert lines[-2:] == ["}", ""]
    body = lines[HEAD:-2]
    captions = [found for line in body if (found := CAPTION.fullmatch(line))]
    nodes = [found for line in body if (found := NODE.fullmatch(line))]
    edges = [found for line in body if (found := EDGE.fullmatch(line))]
    assert len(captions) == 1
    assert len(nodes) + len(edges) + 1 == len(body)
    for label in (*(found[2] for found in nodes), captions[0][1]):
        ElementTree.fromstring(f"<label>{label}</label>".encode())
    names = {found[1] for found in nodes}
    assert len(names) == len(nodes)
    assert all({found[1], found[2]} <= names for found in edges)
    return len(nodes), len(edges)


def test_romania_is_drawn() -> None:
    dot = text("dot", romania())
    assert checked(dot) == (12, 10)
    assert '<B><FONT POINT-SIZE="16">Refugee response in Romania, first phase</FONT></B>' in dot
    unknown = '<FONT COLOR="#a05a00"><B>?</B></FONT>'
    leads = f"co-lead: UNHCR, a UN agency (inferred), an<BR/>NGO (inferred), {unknown}"
    assert f"<B>Health Working Group</B><BR/>{leads}<BR/>in RCF<BR/>" in dot
    assert '"b_iacg" -> "b_health" [dir=back color="#333333"]' in dot
    assert '"b_rcf" -> "b_iacg" [dir=none color="#9aa5b1" style=dotted penwidth=1.6]' in dot


def test_a_vacancy_is_red_and_a_question_in_a_name_is_not_marked() -> None:
    from interagency.document import loads

    document = "interagency: 1\nforums: {f: {name: Why? Who?, level: site, seats: {lead: vacant}}}"
    dot = text("dot", loads(document))
    assert '<FONT COLOR="#c00000"><B>VACANT</B></FONT>' in dot
    assert "<B>Why? Who?</B>" in dot
    assert "<I>site</I>" in dot
    assert 'color="#c00000" penwidth=2.5' in dot


def test_awkward_texts_break_nothing() -> None:
    dot = text("dot", awkward())
    checked(dot)
    assert len(dot) < 20_000


@given(architectures(max_bodies=6))
def test_every_architecture_is_well_formed(whole: Architecture) -> None:
    dot = text("dot", whole)
    drawing = drawing_of(whole)
    assert checked(dot) == (len(drawing.boxes), sum(map(len, drawing.lines.values())))
    assert text("dot", whole) == dot


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@settings(max_examples=15)
@given(architectures(max_bodies=6))
def test_graphviz_takes_it(whole: Architecture) -> None:
    rendered(text("dot", whole))


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_takes_what_is_awkward_or_large() -> None:
    rendered(text("dot", awkward()))
    rendered(text("dot", large(200)))


def rendered(dot: str) -> None:
    done = subprocess.run(
        ["dot", "-Tsvg"], input=dot.encode(), capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert b"rror" not in done.stderr, done.stderr
    ElementTree.fromstring(done.stdout)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_takes_names_of_which_nothing_can_be_shown() -> None:
    """The last code points of Unicode are no characters, and an empty mark is an error to it."""
    unseen = "\U0010ffff"
    body = Forum(id="f", name=unseen, acronym=unseen, aliases=(Alias(name=unseen),))
    dot = text("dot", Architecture(title=unseen, forums=(body,)))
    assert "untitled" in dot
    rendered(dot)
