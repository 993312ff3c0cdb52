"""Whether a model says anything of a document, and why not."""

from typing import Any

import pytest

from interagency.checking import Snapshot
from interagency.conformance import ReferenceModel, parse_model
from interagency.conformance.applicability import why_not
from interagency.document import loads
from interagency.plugins.loading import load_plugins

SHIPPED = load_plugins(entry_points=False).reference_models


def reason(document: str, model: ReferenceModel) -> str:
    return why_not(Snapshot.of(loads(f"interagency: 1\n{document}")), model)


def model(**grounds: Any) -> ReferenceModel:
    return ReferenceModel(name="mine", title="Mine", clauses=(), **grounds)


HERE = "situation: refugee\nareas: [MDA]\nforums: {x: {kind: rcf}}"


@pytest.mark.parametrize(
    ("document", "grounds", "why"),
    [
        (HERE, {}, ""),
        (HERE, {"situations": ("refugee",), "countries": ("MDA", "ROU")}, ""),
        (
            HERE,
            {"situations": ("migration",)},
            "it is for Migration situation (migration), and the situation here is "
            "Refugee situation (refugee)",
        ),
        (
            HERE,
            {"countries": ("TUR", "XYZ")},
            "it is for Türkiye (TUR), XYZ, and the countries here are Republic of Moldova (MDA)",
        ),
        ("areas: [unknown]", {"countries": ("TUR",)}, ""),
        (
            "level: regional",
            {"levels": ("national", "sub-national")},
            "it is for the national or sub-national level, and the level here is regional",
        ),
        ("level: national", {"levels": ("national",)}, ""),
        ("level: unknown", {"levels": ("national",)}, ""),
        ("title: T", {"levels": ("national",)}, ""),
        # A plan or a forum of its own takes a document in, a disputed one does not.
        ("areas: [SYR]\nplans: {p: {kind: 3RP}}", {"countries": ("TUR",), "plans": ("3RP",)}, ""),
        (
            "areas: [SYR]\nplans: {p: {kind: 3RP, certainty: disputed}, q: {name: Q}}",
            {"countries": ("TUR",), "plans": ("3RP",)},
            "it is for Türkiye (TUR), and the countries here are Syrian Arab Republic (SYR)",
        ),
        (
            "level: national",
            {"plans": ("UNSDCF",), "forums": ("unct", "results-group")},
            "it is for documents with a plan of kind UNSDCF or a forum of kind unct or "
            "results-group, and none is written here",
        ),
        (
            "level: regional\nforums: {u: {kind: unct}}",
            {"levels": ("national",), "forums": ("unct",)},
            "",
        ),
    ],
)
def test_a_model_that_does_not_apply_says_why(
    document: str, grounds: dict[str, Any], why: str
) -> None:
    assert reason(document, model(**grounds)) == why


def test_a_pack_says_where_it_applies() -> None:
    text = """
interagency_model: 1
id: mine
title: Mine
applies: {situation: refugee, countries: [MDA], level: national, plan: RRP, forum: [rcf, unct]}
sources: {s: {title: S}}
clauses: [{id: A, strength: must, text: It is so, sources: s, expect: {ask: "Is it?"}}]
"""
    found = parse_model(text)
    assert (found.situations, found.countries, found.levels, found.plans, found.forums) == (
        ("refugee",),
        ("MDA",),
        ("national",),
        ("RRP",),
        ("rcf", "unct"),
    )


@pytest.mark.parametrize(
    ("name", "document", "looks"),
    [
        ("3rp", "situation: refugee\nareas: [ROU]\nlevel: national", False),
        ("3rp", "situation: refugee\nareas: [JOR]\nlevel: national", True),
        ("3rp", "situation: refugee\nareas: [SYR]\nplans: {p: {kind: 3RP}}", True),
        ("r4v-2018", "situation: refugee-and-migrant\nareas: [ETH, DJI]\nlevel: regional", False),
        ("r4v-2018", "situation: refugee-and-migrant\nareas: [COL]\nlevel: national", True),
        ("r4v-2026", "situation: refugee-and-migrant\nareas: [YEM]", False),
        ("r4v-2026", "situation: refugee-and-migrant\nplans: {p: {kind: RMRP}}", True),
        ("unsdcf-2019", "situation: refugee\nareas: [ROU]\nlevel: regional", False),
        ("unsdcf-2019", "situation: refugee\nareas: [ROU]\nlevel: national", False),
        ("unsdcf-2019", "areas: [ROU]\nplans: {p: {kind: UNSDCF}}", True),
        ("unsdcf-2019", "level: regional\nforums: {u: {kind: unct}}", True),
        ("uganda-crrf", "situation: refugee\nareas: [MDA]", False),
        ("bangladesh-seg", "situation: refugee\nareas: [BGD]", True),
        ("bangladesh-seg", "situation: refugee\nareas: [ETH]", False),
    ],
)
def test_a_shipped_model_is_asked_where_its_plan_or_platform_is(
    name: str, document: str, looks: bool
) -> None:
    assert (reason(document, SHIPPED[name]) == "") is looks
