"""What the packs say of the shipped examples, clause by clause: the tables that were judged."""

from pathlib import Path

import pytest
from attrs import evolve

from interagency.conformance import Conformance, ModelResult, Outcome
from interagency.document import load, loads
from interagency.examples import resolve
from interagency.model import Architecture
from interagency.plugins.loading import Plugins, load_plugins
from interagency.plugins.running import conform
from tests.plugins.makers import plugin

PLUGINS = load_plugins(entry_points=False)


def example(name: str) -> Architecture:
    return load(resolve(f"example:{name}"))


def held_against(architecture: Architecture, model: str) -> ModelResult:
    (result,) = conform(architecture, models=[model], plugins=PLUGINS).models
    return result


def outcomes(result: ModelResult) -> dict[str, str]:
    """Return the clauses of each outcome but unknown, in one line each."""
    found: dict[str, list[str]] = {}
    for each in result.clauses:
        found.setdefault(each.outcome.value, []).append(each.clause.id)
    found.pop("unknown", None)
    return {outcome: " ".join(ids) for outcome, ids in found.items()}


def missed(result: ModelResult) -> dict[str, tuple[str, ...]]:
    return {each.clause.id: each.missed_by for each in result.clauses if each.missed_by}


# Romania: a vacancy of March 2022. UNHCR leads, the forum is there, so are the protection group,
# the national sectors, the inter-sector group led with the Government, the lines and the plan.
# Who else co-leads, what lies below the national level, who is designated: it does not say.
ROMANIA = (
    "RCM-01b RCM-02 RCM-05a RCM-06 RCM-08a RCM-09b RCM-10 RCM-12a RCM-13a RCM-13b RCM-14 RCM-23"
)
# It is one country with refugees: neither a region nor a mixed situation.
ELSEWHERE = "RCM-17 RCM-20"


def test_romania_has_no_gap() -> None:
    result = held_against(example("romania-2022"), "rcm-2013")
    assert outcomes(result) == {"met": ROMANIA, "not applicable": ELSEWHERE}
    # That the thematic groups report to the inter-sector group is inferred, and marked as such.
    lines = next(each for each in result.clauses if each.clause.id == "RCM-13a")
    assert lines.inferred == (
        "link cash reports_to iacg",
        "link im reports_to iacg",
        "link psea reports_to iacg",
    )


def test_romania_with_all_its_groups_has_two() -> None:
    """What is not among the groups is missing now: nothing below the national level, and no group
    for WASH, shelter, food and livelihoods. Without a country team nothing is asked of it. Who
    co-leads, and whether a group is a cluster (none says what it is), stays unknown.
    """
    result = held_against(evolve(example("romania-2022"), complete=("groups",)), "rcm-2013")
    assert outcomes(result) == {
        "met": ROMANIA,
        "gap": "RCM-08b RCM-09a RCM-16",
        "not applicable": ELSEWHERE,
    }


def test_romania_and_what_the_update_adds() -> None:
    result = held_against(example("romania-2022"), "rcm-2024")
    assert outcomes(result) == {"met": ROMANIA, "not applicable": ELSEWHERE}


def test_bangladesh_lacks_a_government_body_among_three_chairs() -> None:
    """Three posts chair as equals, of UNHCR, IOM and the Resident Coordinator: that list is whole.
    No sector is written, so that nothing can be said of sectors.
    """
    result = held_against(example("bangladesh-rohingya"), "rcm-2013")
    assert outcomes(result) == {
        "met": "RCM-02 RCM-05a RCM-08b RCM-12a RCM-12b RCM-14",
        "gap": "RCM-05b",
        "not applicable": "RCM-20",
    }
    assert missed(result) == {"RCM-05b": ("seg",)}


def test_bangladesh_steers_no_cooperation_framework() -> None:
    """Its executive group is of kind steering, and is not the joint steering committee."""
    result = held_against(example("bangladesh-rohingya"), "unsdcf-2019")
    assert result.count(Outcome.NOT_APPLICABLE) == len(result.clauses)
    assert result.reason.endswith("and none is written here")


def test_ukraine_leaves_most_co_leads_unknown() -> None:
    """The page names who leads, and not that no one else does: an NGO or a ministry that co-leads
    is unknown, and no gap. The clusters lie in the inter-cluster group, where they sit.
    """
    result = held_against(example("ukraine-clusters-2022"), "iasc-clusters-2015")
    assert outcomes(result) == {"met": "IASC-01a IASC-05 IASC-14 IASC-19"}
    # Who chairs the inter-cluster group no source says.
    chaired = next(each for each in result.clauses if each.clause.id == "IASC-04")
    assert chaired.outcome.value == "unknown"


def test_an_ngo_that_co_leads_health_in_ukraine_is_unknown() -> None:
    ukraine = example("ukraine-clusters-2022")
    health = tuple(each for each in ukraine.sectors if each.id == "health")
    seats = tuple(each for each in ukraine.seats if each.body in ("health", "inter-cluster", "gcm"))
    alone = evolve(
        ukraine, sectors=health, sub_sectors=(), working_groups=(), seats=seats, mandates=()
    )
    result = held_against(alone, "iasc-clusters-2015")
    shared = next(each for each in result.clauses if each.clause.id == "IASC-06b")
    assert shared.outcome.value == "unknown"
    (question,) = shared.questions
    assert question.text == "Who co-leads Health Cluster, with WHO in the lead?"


def test_r4v_has_its_platforms_and_its_plan() -> None:
    """The countries of three chapters are unknown, appeals are never known to be all there, and of
    three national platforms nobody wrote whom they keep informed.
    """
    result = held_against(example("r4v"), "r4v-2018")
    assert outcomes(result) == {
        "met": "R4V-01 R4V-02a R4V-02b R4V-02c R4V-04a R4V-04b R4V-07a R4V-07c R4V-08"
    }
    asked = {each.clause.id: [q.text for q in each.questions] for each in result.clauses}
    assert asked["R4V-03"] == [
        f"Which countries does {name} chapter cover?"
        for name in ("Caribbean", "Central America and Mexico", "Southern Cone")
    ]
    assert asked["R4V-09"] == [
        f"Does {name} coordinate with a unct forum, and which?"
        for name in (
            "R4V Platform Brazil",
            "R4V Platform Chile",
            "Working Group for Refugees and Migrants, Ecuador",
        )
    ]


def test_the_3rp_has_its_plan_with_both_leads_and_two_nested_plans() -> None:
    """UNHCR and UNDP lead as equals, and the chapters of Lebanon and Jordan lie in the plan."""
    result = held_against(example("3rp-2022"), "3rp")
    assert outcomes(result) == {"met": "3RP-01 3RP-02 3RP-03 3RP-04"}
    met = {each.clause.id: each.met_by for each in result.clauses}
    assert met == {
        "3RP-01": ("seat 3rp/co-lead/undp", "seat 3rp/co-lead/unhcr"),
        "3RP-02": ("3rp-2022",),
        "3RP-03": ("3rp-2022-jor", "3rp-2022-lbn"),
        "3RP-04": tuple(f"3rp-2022-{code}" for code in ("egy", "irq", "jor", "lbn", "tur")),
    }


@pytest.mark.parametrize(
    ("seats", "plans", "expected"),
    [
        # One of the two alone, and the other list closed; then open.
        (["unhcr", "iom"], "all", {"gap": "3RP-01", "met": "3RP-02 3RP-03 3RP-04"}),
        (["unhcr", "unknown"], "all", {"met": "3RP-02 3RP-03 3RP-04"}),
        # A chapter that is not written is unknown, for plans are not declared complete.
        (["unhcr", "undp"], "no Lebanon", {"met": "3RP-01 3RP-02"}),
    ],
)
def test_what_the_3rp_lacks_is_a_gap_only_where_a_list_is_closed(
    seats: list[str], plans: str, expected: dict[str, str]
) -> None:
    whole = example("3rp-2022")
    kept = tuple(each for each in whole.plans if plans == "all" or each.id != "3rp-2022-lbn")
    changed = evolve(
        whole,
        seats=tuple(evolve(whole.seats[0], holder=holder) for holder in seats),
        plans=kept,
        appeals=(),
    )
    assert outcomes(held_against(changed, "3rp")) == expected


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        (("areas: [PER]", "areas: [COL]"), "R4V-02b"),
        (("level: sub-regional, areas: [ARG", "level: national, areas: [ARG"), "R4V-02c"),
        (("[ABW, CUW, DOM, GUY, TTO], sources", "[ABW, CUW, DOM, GUY], sources"), "R4V-03"),
        (("[CRI, MEX, PAN]\n    sources", "[CRI, MEX, PAN, COL]\n    sources"), "R4V-03"),
        (
            (
                "aap-guide], seats: {co-lead: [unhcr, iom]}",
                "aap-guide], seats: {co-lead: [unhcr, who]}",
            ),
            "R4V-01",
        ),
    ],
)
def test_what_is_wrong_with_the_platforms_of_r4v_is_a_gap(
    change: tuple[str, str], clause: str, tmp_path: Path
) -> None:
    for path in Path(resolve("example:r4v")).rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        changed = text.replace(*change, 1) if path.name == "national.yaml" else text
        assert (changed != text) is (path.name == "national.yaml")
        (tmp_path / path.name).write_text(changed, encoding="utf-8")
    gaps = outcomes(held_against(load(tmp_path), "r4v-2018"))["gap"]
    assert clause in gaps.split()


def test_the_questions_that_settle_most_clauses_come_first() -> None:
    found = conform(example("romania-2022"), plugins=PLUGINS)
    counts = [len(clauses) for _, clauses in found.questions()]
    assert counts == sorted(counts, reverse=True)
    first, settles = found.questions()[0]
    assert (first.about, first.subject) == ("designations", "representative")
    assert settles == ("RCM-03", "RCM-19")


def test_in_a_mixed_situation_each_model_picks_its_bodies() -> None:
    """Refugee sectors and clusters in one country, three models, each with its own."""
    document = loads("""\
interagency: 1
situation: mixed-same-area
level: national
complete: [leads]
forums:
  rcf: {kind: rcf, situation: refugee, seats: {co-chair: [unhcr, gov]}}
  hct: {kind: hct, seats: {member: [unhcr]}}
  iccg: {kind: inter-cluster, within: hct, seats: {chair: [ocha]}}
sectors:
  refugee-protection: {kind: sector, within: rcf, covers: [PRO], seats: {lead: [unhcr]}}
  protection-cluster: {kind: cluster, within: hct, covers: [PRO], seats: {lead: [iom]}}
organizations: {gov: {kind: government}}
""")
    names = ["rcm-2013", "iasc-clusters-2015", "mixed-situations-2014"]
    found: Conformance = conform(document, models=names, plugins=PLUGINS)
    rcm, iasc, mixed = map(outcomes, found.models)
    assert rcm["met"].split()[:4] == ["RCM-02", "RCM-05a", "RCM-05b", "RCM-06"]
    assert missed(found.models[0]) == {"RCM-01a": ("refugee-protection",)}
    assert iasc["met"] == "IASC-01a IASC-04 IASC-05 IASC-17"
    assert missed(found.models[1])["IASC-07"] == ("protection-cluster",)
    assert mixed["met"] == "MIX-02 MIX-03a MIX-03b"


TEN_LINES = """\
interagency_model: 1
id: my-country-2025
title: What my country asks
sources: {law: {title: "Decree 12"}}
clauses:
  - id: MY-1
    strength: must
    text: The ministry chairs the health sector
    sources: [law]
    expect: {exists: {is: sector, covers: HEA, with: {seat: {role: leads, by: {kind: government}}}}}
"""


def test_ten_lines_of_data_are_a_model(tmp_path: Path) -> None:
    """A plugin gives them, and `conform` uses them without any code."""
    from interagency.conformance import read_model

    path = tmp_path / "my-country-2025.yaml"
    path.write_text(TEN_LINES)
    mine = plugin("mine", interagency_reference_models=lambda: [read_model(path)])
    plugins: Plugins = load_plugins(mine, entry_points=False)
    document = loads("""\
interagency: 1
conforms_to: [my-country-2025]
organizations: {moh: {kind: government}}
sectors: {health: {covers: [HEA], seats: {chair: [moh]}}}
""")
    (result,) = conform(document, plugins=plugins).models
    assert outcomes(result) == {"met": "MY-1"}
    assert result.clauses[0].met_by == ("health", "seat health/chair/moh")
