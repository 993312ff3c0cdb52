"""To which architecture a body belongs, in refugee, cluster and mixed countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.conformance.grounds import for_refugees, in_situation, on_ground
from interagency.snapshot import Snapshot, Verdict
from tests.conformance.packs import outcome_of, result_of
from tests.indicators.documents import snapshot

MET, GAP, OPEN = Verdict.MET, Verdict.GAP, Verdict.UNKNOWN
IASC = ("idp", "mixed-separate-areas", "mixed-same-area")
RCM = ("refugee", "mixed-separate-areas", "mixed-same-area")
MIXED = ("mixed-separate-areas", "mixed-same-area")


def body_of(situation: str, body: str, section: str = "forums") -> Snapshot:
    head = f"situation: {situation}\n" if situation else ""
    return snapshot(f"{head}{section}: {{x: {{{body}}}}}")


@pytest.mark.parametrize(
    ("situation", "section", "body", "refugee", "iasc"),
    [
        ("refugee", "forums", "name: X", MET, GAP),
        ("idp", "forums", "kind: steering", GAP, MET),
        ("idp", "forums", "name: X", OPEN, OPEN),  # it may be a forum for refugees
        ("refugee-and-migrant", "forums", "populations: [refugees]", GAP, GAP),
        ("", "forums", "kind: rcf", OPEN, OPEN),
        # a mixed country: whom a body works for, and of what kind it is
        ("mixed-same-area", "forums", "kind: rcf", MET, GAP),
        ("mixed-same-area", "forums", "name: X, populations: [refugees]", MET, GAP),
        ("mixed-same-area", "sectors", "populations: [refugees, host-community]", MET, GAP),
        ("mixed-same-area", "sectors", "populations: [asylum-seekers, stateless]", MET, GAP),
        ("mixed-same-area", "sectors", "populations: [idps]", GAP, MET),
        ("mixed-same-area", "forums", "populations: [idps]", OPEN, OPEN),
        ("mixed-same-area", "sectors", "populations: [refugees, idps]", OPEN, OPEN),
        ("mixed-same-area", "sectors", "populations: [refugees, unknown]", OPEN, OPEN),
        ("mixed-same-area", "sectors", "name: X", OPEN, OPEN),
        ("mixed-same-area", "sectors", "kind: cluster", GAP, MET),
        ("mixed-same-area", "forums", "kind: hct", GAP, MET),
        # clusters, and refugees beside them
        ("conflict", "sectors", "kind: cluster", GAP, MET),
        ("disaster", "sectors", "name: X", GAP, MET),
        ("public-health", "sectors", "name: X", GAP, MET),
        ("returns", "sectors", "name: X", GAP, MET),
        ("conflict", "forums", "kind: rcf", MET, GAP),
        ("conflict", "sectors", "populations: [refugees]", MET, GAP),
        ("conflict", "sectors", "populations: [idps]", GAP, MET),
    ],
)
def test_a_body_is_in_the_refugee_response_or_under_the_clusters(
    situation: str, section: str, body: str, refugee: Verdict, iasc: Verdict
) -> None:
    found = body_of(situation, body, section)
    x = found.bodies["x"]
    assert in_situation(found, x, ["refugee"]) is refugee
    assert in_situation(found, x, ["idp"]) is iasc


@pytest.mark.parametrize(
    ("situation", "body", "looks"),
    [
        ("conflict", "name: X", {"iasc"}),
        ("disaster", "name: X", {"iasc"}),
        ("refugee", "name: X", {"rcm"}),
        ("mixed-same-area", "kind: rcf", {"rcm", "mixed"}),
        ("mixed-same-area", "kind: hct", {"rcm", "iasc", "mixed"}),
        ("mixed-same-area", "kind: rcf, situation: refugee", {"rcm", "mixed"}),
        # Colombia's country team in a document on refugees and migrants
        ("refugee-and-migrant", "kind: hct", {"iasc"}),
        ("refugee-and-migrant", "name: X", set()),
        ("conflict", "kind: rcf", {"rcm"}),
    ],
)
def test_a_model_looks_at_bodies_on_its_own_ground(
    situation: str, body: str, looks: set[str]
) -> None:
    found = body_of(situation, body)
    models = {"iasc": IASC, "rcm": RCM, "mixed": MIXED}
    looking = {
        name
        for name, ground in models.items()
        if on_ground(found, found.bodies["x"], ground) is MET
    }
    assert looking == looks


SITUATIONS = st.sampled_from(("refugee", "idp", "conflict", "mixed-same-area", "", "migration"))


@given(SITUATIONS, st.sampled_from(("", "kind: rcf", "populations: [refugees, idps]", "kind: hct")))
def test_a_model_without_situations_looks_everywhere(situation: str, body: str) -> None:
    """And where a situation is unknown, no model that needs one is sure of its ground."""
    found = body_of(situation, body or "name: X")
    x = found.bodies["x"]
    assert on_ground(found, x, ()) is MET
    if not situation:
        assert in_situation(found, x, ["refugee"]) is OPEN
    assert not (for_refugees(found, x) is MET and in_situation(found, x, ["idp"]) is MET)


PRO = "expect: {exists: {is: sector, covers: PRO, with: {seat: {role: leads, by: unhcr}}}}"


@pytest.mark.parametrize("section", ["sectors", "sub_sectors", "working_groups"])
@pytest.mark.parametrize("body", ["covers: [PRO]", "name: Refugee Protection Working Group"])
def test_a_protection_group_is_one_wherever_it_is_written(section: str, body: str) -> None:
    document = f"complete: [groups]\n{section}: {{x: {{{body}, seats: {{lead: [unhcr]}}}}}}"
    assert outcome_of(document, PRO) == "met"
    inferred = result_of(document, PRO).inferred
    assert inferred == (("x",) if body.startswith("name") else ())


@pytest.mark.parametrize(
    ("group", "outcome"),
    [
        ("covers: [HEA]", "gap"),
        ("covers: [cash]", "not applicable"),
        ("name: Cash Working Group", "not applicable"),
        ("name: A group", "unknown"),
        ("covers: [HEA, unknown]", "gap"),
        ("covers: [cash, unknown]", "unknown"),
    ],
)
def test_a_working_group_with_the_theme_of_a_sector_is_a_sector(group: str, outcome: str) -> None:
    document = f"complete: [groups, leads]\nworking_groups: {{x: {{{group}}}}}"
    assert outcome_of(document, "for: {is: sector}, expect: {seat: {role: leads}}") == outcome


@pytest.mark.parametrize(
    ("forum", "text"),
    [
        ("level: sub-national", "Is there an hct forum, and which?"),
        ("stands_for: 6", "Is there an hct forum, and which?"),
        ("level: national", "What sort of body is X?"),
    ],
)
def test_neither_a_local_body_nor_one_of_several_is_the_country_team(forum: str, text: str) -> None:
    document = f"forums: {{x: {{name: X, {forum}}}}}"
    asked = result_of(document, "expect: {exists: {is: forum, kind: hct}}").questions
    assert asked[0].text == text


def test_a_forum_for_a_whole_response_is_not_asked_for_its_theme() -> None:
    document = "forums: {x: {name: X, kind: rcf}}"
    asked = result_of(document, "expect: {exists: {is: forum, covers: im}}").questions
    assert [each.text for each in asked] == [
        "Is there a forum covering Information management (im), and which?"
    ]


def test_of_a_group_that_is_there_its_open_attribute_is_asked() -> None:
    document = "forums: {i: {kind: inter-sector}}\nworking_groups: {x: {name: X, covers: [cash]}}"
    clause = "expect: {exists: {is: working-group, covers: cash, with: {link: {kind: supports}}}}"
    assert [each.text for each in result_of(document, clause).questions] == ["Whom does X support?"]


def test_a_gap_names_what_is_not_there() -> None:
    parts = "{exists: {is: sector, covers: EDU}}, {any: [{exists: {is: sector, covers: HEA}}, "
    clause = f"expect: {{all: [{parts}{{exists: {{is: sector, covers: NUT}}}}]}}]}}"
    assert result_of("complete: [groups]", clause).lacking == (
        "a sector covering Education (EDU)",
        "a sector covering Health (HEA) or a sector covering Nutrition (NUT)",
    )


def test_in_a_mixed_situation_it_is_asked_for_whom_a_group_works() -> None:
    document = "situation: mixed-same-area\nsectors: {x: {name: X}}"
    clause = "for: {is: sector, situation: refugee}, expect: {seat: {role: leads, by: unhcr}}"
    texts = [each.text for each in result_of(document, clause).questions]
    assert "For whom does X work?" in texts or "For whom is the response?" in texts


def test_no_must_is_a_gap_because_of_a_place_that_is_only_inferred() -> None:
    place = "within: {to: f, certainty: inferred}"
    document = f"forums: {{f: {{kind: rcf}}}}\nsectors: {{x: {{name: X, {place}}}}}"
    clause = "for: {is: sector}, expect: {link: {kind: within, to: {is: sector}}}"
    found = result_of(document, clause)
    assert (found.outcome, found.inferred) == ("unknown", ("link x within f",))
