"""What notebooks show: a picture of an architecture, tables of what checks say."""

from xml.etree import ElementTree

import interagency as ia
from interagency import examples
from interagency.document import load, loads
from interagency.report.notebook import html_of
from tests.report.structures import hostile

R4V = load(examples.path("r4v"))


def test_an_architecture_is_a_picture() -> None:
    assert "Drawing 1 of 2" in R4V._repr_html_()
    assert "<p>The first of 2 drawings.</p>" in R4V._repr_html_()
    small = loads("interagency: 1\nforums: {f: {}}")
    assert "<p>" not in small._repr_html_()
    ElementTree.fromstring(small._repr_svg_())


def test_a_report_and_a_conformance_are_tables() -> None:
    found = ia.check(R4V)
    assert found._repr_html_().count("<tr>") == len(found.findings) + 1
    clauses = ia.conform(R4V, models=["rcm-2024"])
    assert "RCM-01a" in clauses._repr_html_()


def test_a_body_is_a_table_of_what_is_written_of_it() -> None:
    body = loads(
        "interagency: 1\nforums: {f: {}}\nsectors: {s: {name: <S>, within: f, covers: [HEA, NUT], "
        "aliases: [T]}}"
    ).sectors[0]
    shown = body._repr_html_()
    assert "<caption>Sector s</caption>" in shown
    for row in ("name</td><td>&lt;S&gt;", "within</td><td>f<", "covers</td><td>HEA; NUT<"):
        assert row in shown
    assert "aliases</td><td>T<" in shown
    assert "until" not in shown


def test_a_comparison_is_a_table_of_its_changes() -> None:
    before = loads("interagency: 1\ntitle: T\nsectors: {s: {seats: {lead: [who]}}}")
    after = loads("interagency: 1\ntitle: T\nsectors: {s: {seats: {lead: [unicef]}}}")
    shown = ia.compare(before, after)._repr_html_()
    assert "<caption>T: 1 change</caption>" in shown
    assert "handed over" in shown


def test_many_rows_are_counted() -> None:
    text = "\n".join(f"  s{n}: {{seats: {{lead: vacant}}}}" for n in range(210))
    found = ia.check(loads(f"interagency: 1\nsectors:\n{text}"), select=["lead-vacant"])
    assert "<p>and 10 more</p>" in found._repr_html_()


def test_hostile_names_are_text() -> None:
    for shown in (hostile()._repr_html_(), ia.check(hostile())._repr_html_()):
        assert "<script" not in shown
        assert "<img" not in shown
    assert html_of("<b>") == "<pre>&#x27;&lt;b&gt;&#x27;</pre>"


def test_findings_are_rows_with_the_same_keys() -> None:
    rows = ia.check(R4V).to_rows()
    assert len(rows) == len(ia.check(R4V).findings)
    keys = ["rule", "severity", "subject", "message", "related", "evidence"]
    assert {tuple(row) for row in rows} == {tuple(keys)}
