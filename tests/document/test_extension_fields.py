"""Fields of your own: kept in every format that loses nothing, and read by no rule."""

from pathlib import Path
from typing import Any

import pytest

from interagency import examples
from interagency.document import InvalidDocument, dump, dumps, load, loads
from interagency.document.writer import json_text, plain_of
from interagency.exporters.csv import to_csv
from interagency.model import Alias, Architecture, Day
from interagency.plugins.running import check

TEXT = """\
interagency: 2
title: Response
sources: {s: {title: A, x: {doc: 0017}}}
organizations: {o: {name: O, x: {crm-id: 17, owner: "a; b: c"}, aliases: [{name: P, until: 2020}]}}
forums:
  f:
    name: F
    within: {to: none, x: {q: r}}
    x: {colour: blue}
    seats: {lead: [{holder: o, x: {k: v}}]}
    reports_to: [{to: g, x: {l: m}}]
  g: {name: G}
"""


@pytest.mark.parametrize("suffix", ["yaml", "json", "xlsx"])
def test_they_are_kept_in_every_format_that_loses_nothing(tmp_path: Path, suffix: str) -> None:
    architecture = loads(TEXT)
    assert architecture.forums[0].x == (("colour", "blue"),)
    assert architecture.organizations[0].x == (("crm-id", "17"), ("owner", "a; b: c"))
    dump(architecture, tmp_path / f"a.{suffix}")
    assert load(tmp_path / f"a.{suffix}") == architecture


def test_tables_have_a_column_for_them() -> None:
    tables = to_csv(loads(TEXT))
    for name, said in (("organizations.csv", "crm-id=17; owner=a; b: c"), ("seats.csv", "k=v")):
        text = tables[name] if name in tables else tables[name.removesuffix(".csv")]
        assert '"x"' in text.splitlines()[0]
        assert said in text


def test_a_name_may_have_been_in_use_for_a_time() -> None:
    (alias,) = loads(TEXT).organizations[0].aliases
    assert alias == Alias(name="P", until=Day("2020"))
    assert loads(dumps(loads(TEXT))).organizations[0].aliases == (alias,)


def test_what_is_not_a_table_of_texts_is_a_problem() -> None:
    for wrong in ("x: [1]", "x: {a: [1]}", "x: 1"):
        with pytest.raises(InvalidDocument, match=r"forums\.f\.x"):
            loads(f"interagency: 2\nforums: {{f: {{{wrong}}}}}\n")


def with_extensions(value: Any, depth: int = 0) -> Any:
    """Return the plain value of a document with a field of our own in every entry."""
    if isinstance(value, dict):
        own = {"x": {"email": "lead by who", "lead": "vacant"}} if depth == 2 else {}
        return {key: with_extensions(each, depth + 1) for key, each in value.items()} | own
    return value


@pytest.mark.parametrize("name", ["romania-2022", "moldova-2022", "ukraine-clusters-2022"])
def test_no_rule_reads_them(name: str) -> None:
    plain: Architecture = examples.load(f"example:{name}")
    sections = plain_of(plain)
    own = {
        key: with_extensions(each, 1) if key not in ("figures", "answers", "roles") else each
        for key, each in sections.items()
    }
    extended = loads(json_text(own), format="json")
    assert any(each.x for each in extended.bodies)
    before, after = check(plain), check(extended)
    assert {each.fingerprint for each in before.findings} == {
        each.fingerprint for each in after.findings
    }
    assert before.questions == after.questions
