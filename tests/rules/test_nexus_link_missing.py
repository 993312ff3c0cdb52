"""The rule about lines from sectors to the results groups of a cooperation framework."""

import pytest

from tests.rules.documents import asked, flagged, messages, result

NEXUS = "nexus-link-missing"
GROUP = "forums: {rg: {name: RG, kind: results-group}}\n"
SECTOR = "level: national\nsectors: {s: {name: S, %s}}\n"
NOBODY = SECTOR % "coordinates_with: none"
ASKED = [("", "coordinates_with")]
NOTHING: list[tuple[str, str]] = []


@pytest.mark.parametrize(
    ("written", "found", "questions"),
    [
        (NOBODY + GROUP, ["s"], NOTHING),
        (NOBODY + "plans: {p: {kind: UNSDCF}}", ["s"], NOTHING),
        (NOBODY + "plans: {p: {kind: UNDAF}}", ["s"], NOTHING),
        (NOBODY + "conforms_to: [unsdcf-2019]", ["s"], NOTHING),
        # nothing is known of a framework, or of a national sector
        (NOBODY, [], NOTHING),
        (NOBODY + "plans: {p: {kind: UNSDCF, certainty: disputed}}", [], NOTHING),
        (NOBODY.replace("national", "sub-national") + GROUP, [], NOTHING),
        (NOBODY.replace("level: national", "note: x") + GROUP, [], NOTHING),
        (SECTOR % "certainty: disputed, coordinates_with: none" + GROUP, [], NOTHING),
        # linked, whatever the kind and direction
        (SECTOR % "coordinates_with: [rg]" + GROUP, [], NOTHING),
        (SECTOR % "mirrors: [rg]" + GROUP, [], NOTHING),
        (NOBODY + GROUP.replace("kind", "supports: [s], kind"), [], NOTHING),
        # nobody said
        (SECTOR % "note: x" + GROUP, [], ASKED),
        (SECTOR % "mirrors: none" + GROUP, [], ASKED),
        (SECTOR % "coordinates_with: unknown" + GROUP, [], ASKED),
        (SECTOR % "coordinates_with: [{to: none, certainty: disputed}]" + GROUP, [], ASKED),
        (SECTOR % "coordinates_with: [{to: rg, certainty: disputed}]" + GROUP, [], ASKED),
        (SECTOR % "coordinates_with: none, supports: unknown" + GROUP, [], ASKED),
        (NOBODY + GROUP.replace("kind", "supports: unknown, kind"), [], ASKED),
        (
            SECTOR % "coordinates_with: none, reports_to: [f]"
            + "conforms_to: [unsdcf-2019]\nforums: {f: {name: F}}",
            [],
            ASKED,
        ),
        (
            SECTOR % "coordinates_with: none, reports_to: [f]"
            + "conforms_to: [unsdcf-2019]\nforums: {f: {name: F, kind: rcf}}",
            ["s"],
            NOTHING,
        ),
        (
            SECTOR % "coordinates_with: none, supports: [rg]"
            + "plans: {p: {kind: UNSDCF}}\n"
            + GROUP.replace("kind", "certainty: disputed, kind"),
            [],
            ASKED,
        ),
    ],
)
def test_a_sector_links_to_a_results_group(
    written: str, found: list[str], questions: list[tuple[str, str]]
) -> None:
    assert flagged(NEXUS, written) == found
    assert asked(NEXUS, written) == questions


@pytest.mark.parametrize(
    ("forum", "found"),
    [
        ("kind: rcf", True),
        ("kind: [rcf, steering]", True),
        ("kind: rcf, certainty: disputed", True),
        ("kind: [rcf, unknown]", False),
        ("kind: odd", False),
        ("name: F", False),
        ("kind: results-group", False),
        ("kind: results-group, certainty: disputed", False),
    ],
)
def test_without_any_results_group_there_is_one_finding(forum: str, found: bool) -> None:
    sectors = "\n".join(f"  s{n}: {{name: S{n}}}" for n in range(5))
    document = f"""
conforms_to: [unsdcf-2019]
complete: [groups]
level: national
forums: {{f: {{{forum}}}}}
sectors:
{sectors}
"""
    assert flagged(NEXUS, document) == ([""] if found else [])
    assert flagged(NEXUS, document.replace("complete: [groups]", "")) == []
    if found:
        assert messages(NEXUS, document) == [
            "there is no results group for S0, S1, S2 and 2 more to link to"
        ]


def test_all_sectors_are_asked_about_at_once() -> None:
    document = "level: national\nsectors: {a: {name: A}, b: {name: B}}\n" + GROUP
    (question,) = result(NEXUS, document).questions
    assert question.text == "With which results group does each of A, B coordinate?"
