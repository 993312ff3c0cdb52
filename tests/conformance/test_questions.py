"""Selectors in words."""

import pytest

from interagency.conformance.expectations import Is
from interagency.conformance.pack_language import ATTRIBUTES
from interagency.conformance.questions import _PHRASES, describe_selector
from tests.conformance.packs import clause_of, result_of


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        ("{}", "a body"),
        ("{is: sector, level: national, covers: PRO}", "a national sector covering PRO"),
        ("{is: [forum, sector], level: sub-national}", "a sub-national forum or sector"),
        ("{is: forum, kind: hct}", "an hct forum"),
        ("{is: forum, kind: rcf, situation: refugee}", "an rcf forum for a refugee situation"),
        ("{is: forum, kind: unct}", "a unct forum"),
        ("{is: forum, kind: inter-sector}", "an inter-sector forum"),
        ("{is: organization, kind: un-agency}", "a un-agency organization"),
        ("{is: plan, kind: [RRP, JRP]}", "an RRP or JRP plan"),
        ("{is: plan, kind: 3RP, countries: [LBN, JOR]}", "a 3RP plan for LBN or JOR"),
        (
            "{is: plan, forum: self, part_of: present}",
            "a plan in the realm of X that is part of another",
        ),
        (
            "{is: forum, kind: rcf, level: highest}",
            "an rcf forum at the level of the whole response",
        ),
        ("{is: plan, part_of: absent}", "a plan without part of"),
        ("{is: plan, countries: present}", "a plan with countries"),
        ("{is: post, designations: rrc, organization: unhcr}", "a post of unhcr designated as rrc"),
        (
            "{is: appeal, amount: present, organization_kind: government}",
            "an appeal of an organization of kind government with an amount",
        ),
        (
            "{is: appeal, amount: present, participation: implementing}",
            "an appeal of an implementing organization with an amount",
        ),
    ],
)
def test_a_selector_reads_as_people_would_say_it(selector: str, words: str) -> None:
    meant = clause_of(f"for: {{}}, expect: {{is: {selector}}}").expect
    assert isinstance(meant, Is)
    assert describe_selector(meant.what, "X") == words


@pytest.mark.parametrize(
    ("document", "outcome", "asked"),
    [
        ("level: national\nforums: {f: {kind: rcf}}", "met", []),
        (
            "level: regional\ncomplete: [groups]\nforums: {f: {kind: rcf, level: national}}",
            "gap",
            [],
        ),
        # Whose own level is known is not asked for it again: that of the whole is.
        (
            "complete: [groups]\nforums: {f: {kind: rcf, level: national}}",
            "unknown",
            [("", "level")],
        ),
    ],
)
def test_the_highest_level_is_that_of_the_document(
    document: str, outcome: str, asked: list[tuple[str, str]]
) -> None:
    clause = "expect: {exists: {is: forum, kind: rcf, level: highest}}"
    result = result_of(document, clause)
    assert result.outcome.value == outcome
    assert [(each.subject, each.about) for each in result.questions] == asked


def test_every_attribute_has_words() -> None:
    assert set(ATTRIBUTES) - {"kind", "level"} == set(_PHRASES)
