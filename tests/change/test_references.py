"""Ids replaced wherever they stand."""

import interagency as ia
from interagency.change.references import with_ids

TEXT = """\
interagency: 1
default_sources: [minutes]
sources: {minutes: {title: Minutes}}
organizations: {mof: {name: Finance,
  sources: [minutes], aliases: [{name: G, sources: [minutes]}]}}
forums: {top: {}}
sectors: {health: {within: {to: top, sources: [minutes]},
  reports_to: [top], seats: {lead: [mof]}}}
products: {sitrep: {by: [health], cleared_by: [mof, top]}}
answers: {minutes-1: {answer: yes, sources: [minutes]}}
"""


def test_every_reference_to_an_id_is_replaced() -> None:
    ids = {"minutes": "notes", "mof": "ministry", "top": "forum"}
    text = TEXT.replace("minutes-1", "CLAUSE")
    expected = text
    for old, new in ids.items():
        expected = expected.replace(old, new)
    found = with_ids(ia.loads(text), ids)
    assert found == ia.loads(expected)


def test_without_a_reference_nothing_is_made_anew() -> None:
    whole = ia.loads(TEXT)
    assert with_ids(whole, {"nothing": "something"}) is whole
    assert with_ids(ia.loads("interagency: 1"), {"a": "b"}) == ia.loads("interagency: 1")
