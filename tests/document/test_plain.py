"""Architectures to plain dicts: the shortest form that loses nothing."""

from typing import Any

import pytest

from interagency.document import dumps, loads
from interagency.document.assembly import quickly
from interagency.document.writer import to_plain
from interagency.model import Architecture, Organization

LENT = {"wfp": Organization(id="wfp")}


@pytest.mark.parametrize(
    "body",
    [
        {"forums": {"f": {"kind": "rcf", "within": "none", "aliases": ["x"]}}},
        {"forums": {"f": {"kind": ["rcf", "platform"], "areas": "unknown"}}},
        {"forums": {"f": {"seats": {"lead": "vacant", "member": ["unknown", {"kind": "ngo"}]}}}},
        {"forums": {"f": {"seats": {"lead": ["wfp"]}, "reports_to": "none"}}},
        {"forums": {"f": {"supports": ["wfp", {"to": "f", "since": "2022"}]}}},
        {"forums": {"f": {"figures": {"n": 3, "m": ">3", "k": "1.5"}, "stands_for": "34"}}},
        {"forums": {"f": {}}, "links": [{"kind": "supports", "from": "wfp", "to": "f"}]},
        {"plans": {"p": {"requirement": "5 USD"}}, "answers": {"X-1": "yes"}},
        {"sources": {"s": {}}, "default_sources": ["s"], "roles": {"x": "leads"}},
    ],
)
def test_the_shortest_form_is_written_as_it_was_read(body: dict[str, Any]) -> None:
    data = {"interagency": 2, **body}
    architecture = quickly(data, LENT)
    assert isinstance(architecture, Architecture)
    assert to_plain(architecture, LENT) == data


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("{seats: {lead: [{holder: unhcr}]}}", "lead: [unhcr]"),
        ("{within: {to: none}}", "within: none"),
        ("{aliases: [{name: x}]}", "aliases: [x]"),
        ("{kind: [rcf]}", "kind: rcf"),
        ("{reports_to: [{to: unknown}]}", "reports_to: unknown"),
        ("{certainty: stated}", "f: {}"),
    ],
)
def test_a_long_form_without_need_becomes_the_short_one(long: str, short: str) -> None:
    assert short in dumps(loads(f"interagency: 1\nforums: {{f: {long}}}\n"))


def test_an_empty_architecture_is_its_version() -> None:
    assert to_plain(Architecture(), LENT) == {"interagency": 2}
