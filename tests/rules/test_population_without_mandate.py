"""The rule about populations for which nobody is mandated."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from interagency.checking import Snapshot, run_rule
from interagency.model import Architecture, Certainty, Level, Mandate, Organization, Sector
from tests.rules.documents import RULES, asked, flagged, messages, result

NAME = "population-without-mandate"
WHOLE = "complete: [groups, mandates]\n"
# A sector of which everything is known that a standing mandate depends on, and none holds.
KNOWN = "kind: sector, level: national, situation: idp, covers: [PRO]"


def sector(population: str, more: str = KNOWN) -> str:
    return f"sectors: {{s: {{name: S, populations: [{population}], {more}}}}}\n"


@pytest.mark.parametrize(
    ("population", "found"),
    [
        ("third-country-nationals", True),
        ("returnees", True),
        ("stateless", False),
        ("migrants", True),
        # no agency holds a mandate for them: the clusters share the task
        ("idps", False),
        # UNHCR is mandated for them by the standing mandates
        ("refugees", False),
        ("asylum-seekers", False),
        # their own State cares for them, or the word says where they are
        ("host-community", False),
        ("affected-population", False),
        ("in-transit", False),
        ("pendular", False),
        # nobody knows who they are
        ("unknown", False),
        ("odd", False),
    ],
)
def test_a_population_needs_a_mandate_unless_its_state_or_unhcr_is_there(
    population: str, found: bool
) -> None:
    document = sector(population)
    assert flagged(NAME, WHOLE + document) == ([""] if found else [])
    assert flagged(NAME, "complete: [groups]\n" + document) == []
    assert flagged(NAME, "complete: [mandates]\n" + document) == []
    about = [("", f"mandate for {population}")] if found else []
    assert asked(NAME, document) == about


def test_the_finding_names_the_population_and_the_bodies_that_work_for_it() -> None:
    document = WHOLE + sector("third-country-nationals")
    assert messages(NAME, document) == ["nobody is mandated for third-country nationals"]
    (finding,) = result(NAME, document).findings
    assert (finding.related, finding.evidence) == (("s",), ("third-country-nationals",))
    assert flagged(NAME, WHOLE + "populations: [third-country-nationals]") == [""]


@pytest.mark.parametrize(
    ("population", "mandate", "found", "is_asked"),
    [
        ("third-country-nationals", "populations: [third-country-nationals]", False, False),
        ("third-country-nationals", "covers: [HEA]", False, False),
        ("third-country-nationals", "populations: [returnees]", True, False),
        ("refugee-returnees", "populations: [returnees]", False, False),
        ("third-country-nationals", "populations: [unknown]", False, True),
        (
            "third-country-nationals",
            "populations: [third-country-nationals], certainty: disputed",
            False,
            True,
        ),
        ("third-country-nationals", "populations: [returnees], certainty: disputed", True, False),
        ("returnees", "populations: [refugee-returnees]", False, True),
        ("migrants", "populations: [refugees-and-migrants]", False, False),
        ("refugees-and-migrants", "populations: [migrants]", False, True),
    ],
)
def test_a_mandate_of_the_document_reaches_the_populations_it_names(
    population: str, mandate: str, found: bool, is_asked: bool
) -> None:
    document = f"{WHOLE}{sector(population)}mandates: {{m: {{organization: iom, {mandate}}}}}"
    assert flagged(NAME, document) == ([""] if found else [])
    assert asked(NAME, document) == ([("", f"mandate for {population}")] if is_asked else [])


@pytest.mark.parametrize(
    ("body", "found", "is_asked"),
    [
        ("kind: cluster, level: national, situation: idp, covers: [PRO]", False, False),
        ("kind: cluster, level: national, situation: disaster, covers: [PRO]", False, False),
        ("kind: cluster, level: national, covers: [cash]", True, False),
        ("kind: cluster, level: sub-national, covers: [PRO]", True, False),
        # what is not known may bring it under a mandate
        ("kind: cluster, level: national", False, True),
        ("kind: cluster, level: national, covers: [PRO]", False, True),
        ("kind: cluster, level: national, covers: [odd]", False, True),
        ("kind: cluster, covers: [PRO]", False, True),
        ("level: national, covers: [PRO]", False, True),
        ("kind: odd, level: national, covers: [PRO]", False, True),
        ("kind: sector, level: national, covers: [PRO]", False, True),
        ("kind: sector, level: national, situation: disaster, covers: [PRO]", True, False),
        # by habit only
        ("kind: sector, level: sub-national, situation: refugee, covers: [EDU]", False, True),
    ],
)
def test_a_body_that_falls_under_a_standing_mandate_has_somebody(
    body: str, found: bool, is_asked: bool
) -> None:
    document = WHOLE + sector("third-country-nationals", body)
    assert flagged(NAME, document) == ([""] if found else [])
    assert asked(NAME, document) == (
        [("", "mandate for third-country-nationals")] if is_asked else []
    )


def test_a_body_that_may_work_for_anybody_leaves_it_open() -> None:
    cluster = "  c: {name: C, kind: cluster, level: national, covers: [PRO]%s}\n"
    document = WHOLE + sector("third-country-nationals").replace(
        "sectors: {s", "sectors:\n  s"
    ).replace("}}", "}")
    assert flagged(NAME, document) == [""]
    for more in (
        "",
        ", populations: [unknown]",
        ", populations: [third-country-nationals], certainty: disputed",
    ):
        assert flagged(NAME, document + cluster % more) == []
        assert asked(NAME, document + cluster % more) == [
            ("", "mandate for third-country-nationals")
        ]
    assert flagged(NAME, document + cluster % ", populations: [returnees]") == [""]


CODES = st.sampled_from(
    ("third-country-nationals", "returnees", "refugee-returnees", "refugees", "unknown")
)
SOME = st.lists(CODES, max_size=2, unique=True).map(tuple)
CERTAINTY = st.sampled_from((Certainty.STATED, Certainty.STATED, Certainty.DISPUTED))
SECTORS = st.builds(
    Sector,
    id=st.just("s"),
    kind=st.sampled_from(((), ("cluster",), ("sector",))),
    level=st.sampled_from((None, Level.NATIONAL)),
    situation=st.sampled_from((None, "idp", "refugee")),
    covers=st.sampled_from(((), ("PRO",), ("cash",))),
    populations=SOME,
    certainty=CERTAINTY,
)
MANDATES = st.builds(
    Mandate, id=st.just("m"), organization=st.just("o"), populations=SOME, certainty=CERTAINTY
)
NOTHING: dict[str, Any] = {"kind": (), "level": None, "situation": None, "covers": ()}


@given(st.lists(SECTORS, max_size=2), st.lists(MANDATES, max_size=2), st.booleans())
def test_to_know_less_leaves_no_population_without_mandate(
    sectors: list[Sector], mandates: list[Mandate], spoken_of: bool
) -> None:
    whole = Architecture(
        complete=("groups", "mandates"),
        populations=("third-country-nationals",) if spoken_of else (),
        organizations=(Organization(id="o"),),
        sectors=tuple(evolve(each, id=f"s{n}") for n, each in enumerate(sectors)),
        mandates=tuple(evolve(each, id=f"m{n}") for n, each in enumerate(mandates)),
    )
    before = _found(whole)
    disputed = {"certainty": Certainty.DISPUTED}
    for field, records, changes in (
        ("sectors", whole.sectors, (*({k: v} for k, v in NOTHING.items()), disputed)),
        ("mandates", whole.mandates, ({"populations": ()}, disputed)),
    ):
        for index, record in enumerate(records):
            for change in changes:
                less = (*records[:index], evolve(record, **change), *records[index + 1 :])
                changed: dict[str, Any] = {field: less}
                assert _found(evolve(whole, **changed)) <= before


def _found(architecture: Architecture) -> set[tuple[str, ...]]:
    found = run_rule(RULES[NAME], Snapshot.of(architecture)).findings
    return {each.evidence for each in found}
