"""The rules about bodies that may be one and the same, and about chains that lead nowhere."""

from itertools import combinations

import pytest

from tests.rules.documents import flagged, messages, result

TWICE, SCOPE, CHAIN = "duplicate-body", "same-scope-twice", "chain-without-top"


def named(first: str, second: str) -> str:
    """Return two bodies in one place."""
    return f"""
forums: {{f: {{name: F}}, g: {{name: G}}}}
sectors: {{a: {{name: Health Sector, within: f, level: national, areas: [ROU, MDA]{first}}}}}
working_groups: {{b: {{{second}}}}}
"""


SAME = 'name: "SECTOR, health", within: f, level: national, areas: [MDA, ROU]'


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("", SAME, ["a"]),
        ("", SAME.replace("health", "Héalth"), ["a"]),
        ("", SAME.replace("health", "Education"), []),
        ("", SAME.replace("health", "health health"), []),
        ("", SAME.replace("within: f", "within: g"), []),
        ("", SAME.replace("national", "sub-national"), []),
        ("", SAME.replace("[MDA, ROU]", "[MDA]"), []),
        # Where it is nobody knows: it may be another.
        ("", SAME.replace("within: f, ", ""), []),
        ("", SAME.replace("within: f", "within: unknown"), []),
        ("", SAME.replace("within: f", "within: {to: f, certainty: disputed}"), []),
        ("", SAME.replace("level: national, ", ""), []),
        ("", SAME.replace("national", "unknown"), []),
        ("", SAME.replace("[MDA, ROU]", "[MDA, ROU, unknown]"), []),
        ("", SAME.replace(", areas: [MDA, ROU]", ""), []),
        ("", f"{SAME}, certainty: disputed", []),
        # A line tells them apart, whatever it says; one to nobody knows whom may be to the other.
        *(("", f"{SAME}, {kind}: [a]", []) for kind in ("reports_to", "coordinates_with")),
        *(("", f"{SAME}, {kind}: [a]", []) for kind in ("supports", "mirrors", "participates_in")),
        (", same_as: [b]", SAME, []),
        (", same_as: [{to: b, certainty: disputed}]", SAME, []),
        (", coordinates_with: unknown", SAME, []),
        (", reports_to: none", SAME, ["a"]),
        (", reports_to: [f]", f"{SAME}, reports_to: [f]", ["a"]),
    ],
)
def test_a_body_is_written_once(first: str, second: str, found: list[str]) -> None:
    assert flagged(TWICE, named(first, second)) == found


def test_unknown_areas_are_inherited_too() -> None:
    bodies = "sectors: {a: {name: A, within: f}, b: {name: A, within: f}}"
    for areas, found in (("[ROU]", ["a"]), ("unknown", []), ("[ROU, unknown]", [])):
        forum = f"forums: {{f: {{name: F, level: national, areas: {areas}}}}}"
        assert flagged(TWICE, f"{forum}\n{bodies}") == found
        assert (
            flagged(TWICE, f"level: national\nareas: {areas}\nforums: {{f: {{name: F}}}}\n{bodies}")
            == found
        )


def test_bodies_at_the_top_are_compared() -> None:
    body = "{name: Task Force, within: none, level: national, areas: [ROU]}"
    assert flagged(TWICE, f"working_groups: {{a: {body}, b: {body}}}") == ["a"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Cash Working Group", "Working Group on Cash", True),
        ("Protection WG", "Protection Working Group", True),
        ("GBV Subgroup", "GBV Sub-Group", True),
        ("Grupo de Protección", "Grupo Proteccion", True),
        ("AAP Taskforce", "Task Force for AAP", True),
        ("Protection Working Group", "Protection Sub-Working Group", False),
        ("Group A", "Group B", False),
        ("Group E", "Group Y", False),
        ("Group A for Health", "Group E for Health", False),
        ("Platform DE", "Platform LA", False),
        ("The", "the", True),
    ],
)
def test_how_a_name_is_written_tells_no_bodies_apart(one: str, other: str, alike: bool) -> None:
    bodies = f'{{a: {{name: "{one}", within: none}}, b: {{name: "{other}", within: none}}}}'
    document = f"level: national\nareas: [ROU]\nworking_groups: {bodies}"
    assert flagged(TWICE, document) == (["a"] if alike else [])


def test_a_name_without_words_is_no_name() -> None:
    header = "level: national\nareas: [ROU]"
    for names in (("--", "!!"), ("--", "--")):
        bodies = ", ".join(
            f'{id}: {{name: "{name}", within: none}}' for id, name in zip("ab", names, strict=True)
        )
        assert flagged(TWICE, f"{header}\nsectors: {{{bodies}}}") == []
    assert flagged(TWICE, f"{header}\nsectors: {{a: {{within: none}}, b: {{within: none}}}}") == []
    arabic = "a: {name: الصحة, within: none}, b: {name: الصحة, within: none}"
    assert flagged(TWICE, f"{header}\nsectors: {{{arabic}}}") == ["a"]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([], ["a", "b", "c"]),
        (["a-b"], ["a", "b", "c"]),
        (["a-b", "c-a"], ["b", "c"]),
        (["a-b", "b-c"], ["a", "c"]),
        (["a-b", "b-a", "b-c", "c-a"], []),
        (["a-unknown"], ["b", "c"]),
        (["a-unknown", "b-c"], []),
        (["a-unknown", "b-unknown"], []),
    ],
)
def test_of_three_each_two_must_be_told_apart(lines: list[str], left: list[str]) -> None:
    links = ", ".join(
        f"{{from: {line[0]}, kind: coordinates_with, to: {line[2:]}}}" for line in lines
    )
    bodies = ", ".join(f"{id}: {{name: Health, within: f, covers: [HEA]}}" for id in "abc")
    document = f"""
level: national
areas: [ROU]
populations: [refugees]
forums: {{f: {{name: F}}}}
sectors: {{{bodies}}}
{f"links: [{links}]" if lines else ""}
"""
    for rule in (TWICE, SCOPE):
        found = result(rule, document).findings
        assert [[each.subject, *each.related] for each in found] == ([left] if left else [])


def test_the_message_counts_them() -> None:
    bodies = ", ".join(f"{id}: {{name: Health, within: none}}" for id in "abc")
    document = f"level: national\nareas: [ROU]\nsectors: {{{bodies}}}"
    assert messages(TWICE, document) == ["Health stands 3 times in the same place: a, b, c"]


REFUGEES = (
    "name: A, within: f, covers: [HEA, EDU], areas: [COL, PER], populations: [refugees, idps]"
)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (REFUGEES, REFUGEES, True),
        (REFUGEES, REFUGEES.replace("within: f", "within: g"), True),
        (REFUGEES, REFUGEES.replace("HEA, EDU", "HEA, NUT"), True),
        (REFUGEES, REFUGEES.replace("HEA, EDU", "NUT, WSH"), False),
        (REFUGEES, REFUGEES.replace("COL, PER", "ECU, PER"), True),
        (REFUGEES, REFUGEES.replace("COL, PER", "ECU, COL/La Guajira"), False),
        (REFUGEES, REFUGEES.replace("refugees, idps", "migrants"), False),
        (REFUGEES, REFUGEES.replace("within", "level: sub-national, within"), False),
        (REFUGEES, REFUGEES.replace("within", "certainty: disputed, within"), False),
        (REFUGEES, REFUGEES.replace("within", "level: unknown, within"), False),
        (REFUGEES, REFUGEES.replace("[HEA, EDU]", "[HEA, unknown]"), False),
        (REFUGEES, REFUGEES.replace("covers: [HEA, EDU], ", ""), False),
        (REFUGEES, REFUGEES.replace("[COL, PER]", "[COL, unknown]"), False),
        (REFUGEES, REFUGEES.replace("areas: [COL, PER], ", ""), False),
        (REFUGEES, REFUGEES.replace("[refugees, idps]", "[refugees, unknown]"), False),
        (REFUGEES, REFUGEES.replace(", populations: [refugees, idps]", ""), False),
        # One lies in the other, or may.
        (REFUGEES, REFUGEES.replace("within: f", "within: a"), False),
        (REFUGEES, REFUGEES.replace("within: f", "within: unknown"), False),
        (REFUGEES, REFUGEES.replace("within: f", "within: {to: f, certainty: disputed}"), False),
        (REFUGEES, REFUGEES.replace("within: f, ", ""), False),
        (f"{REFUGEES}, mirrors: [b]", REFUGEES, False),
        (f"{REFUGEES}, same_as: [b]", REFUGEES, False),
        (f"{REFUGEES}, supports: [{{to: b, certainty: disputed}}]", REFUGEES, False),
        (f"{REFUGEES}, reports_to: unknown", REFUGEES, False),
        (f"{REFUGEES}, reports_to: [f]", REFUGEES, True),
    ],
)
def test_one_forum_for_each_sector_area_and_population(
    first: str, second: str, found: bool
) -> None:
    header = "forums: {f: {name: F, level: national}, g: {name: G, level: national}}"
    document = f"{header}\nsectors: {{a: {{{first}}}, b: {{{second}}}}}"
    assert flagged(SCOPE, document) == (["a"] if found else [])


def test_what_several_sectors_share_is_one_finding() -> None:
    narrow = REFUGEES.replace("name: A", "name: C").replace("HEA, EDU", "EDU, NUT")
    narrow = narrow.replace("COL, PER", "PER").replace("refugees, idps", "idps")
    document = f"""
level: national
forums: {{f: {{name: F}}}}
sectors: {{a: {{{REFUGEES}}}, b: {{{REFUGEES.replace("name: A", "name: B")}}}, c: {{{narrow}}}}}
"""
    two, three = result(SCOPE, document).findings
    assert (two.subject, two.related) == ("a", ("b",))
    assert two.message == "A and B coordinate EDU, HEA for idps, refugees in COL, PER"
    assert two.evidence == (
        *("covers EDU", "covers HEA", "areas COL", "areas PER"),
        *("populations idps", "populations refugees", "level national"),
    )
    assert (three.subject, three.related) == ("a", ("b", "c"))
    assert three.message == "A and B and C coordinate EDU for idps in PER"
    assert three.evidence == ("covers EDU", "areas PER", "populations idps", "level national")


def test_long_lists_that_several_share_are_not_multiplied() -> None:
    codes, areas, people = (
        tuple(f"{start}{number}" for number in range(200)) for start in ("c", "COL/a", "p")
    )
    lists = (("covers", codes), ("areas", areas), ("populations", people))
    body = "".join(f", {field}: [{', '.join(values)}]" for field, values in lists)
    document = f"level: national\nsectors: {{a: {{within: none{body}}}, b: {{within: none{body}}}}}"
    (finding,) = result(SCOPE, document).findings
    assert len(finding.evidence) == 601


def test_only_sectors_are_compared() -> None:
    body = f"{{{REFUGEES}, level: national}}"
    document = f"forums: {{f: {{name: F}}}}\nsub_sectors: {{a: {body}, b: {body}}}"
    assert flagged(SCOPE, document) == []


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("within: none, reports_to: none", True),
        ("within: none, reports_to: [f]", False),
        ("within: f, reports_to: none", False),
        ("within: none, reports_to: [t]", True),
        ("within: none, reports_to: [t, f]", False),
        # It may report to a forum, or lie in one.
        ("within: none", False),
        ("reports_to: none", False),
        ("within: unknown, reports_to: none", False),
        ("within: {to: none, certainty: disputed}, reports_to: none", False),
        ("within: none, reports_to: unknown", False),
        ("within: none, reports_to: [{to: none, certainty: disputed}]", False),
        ("within: none, reports_to: [t, unknown]", False),
        ("within: none, reports_to: none, certainty: disputed", False),
        # What an organization or a post does with it is another matter.
        ("within: none, reports_to: [unhcr]", False),
        ("within: none, reports_to: [head]", False),
    ],
)
def test_a_chain_reaches_a_forum(above: str, found: bool) -> None:
    document = f"""
organizations: {{unhcr: {{name: UNHCR}}}}
posts: {{head: {{title: Head}}}}
forums: {{f: {{name: F}}}}
sectors:
  s: {{name: S, {above}}}
  t: {{name: T, within: none, reports_to: none}}
sub_sectors:
  u: {{name: U, within: s, reports_to: [s]}}
"""
    assert ("u" in flagged(CHAIN, document)) is found
    assert "t" not in flagged(CHAIN, document)  # alone at its top, which other rules report


@pytest.mark.parametrize("cls", ["sectors", "sub_sectors", "working_groups"])
def test_every_step_of_the_group_itself_is_written(cls: str) -> None:
    top = "sectors: {t: {name: T, within: none, reports_to: none}}"
    groups = {
        "within: t, reports_to: [t]": True,
        "within: none, reports_to: [t]": True,
        "within: t, reports_to: none": True,
        "within: t": False,
        "reports_to: [t]": False,
        "within: t, reports_to: [t], certainty: disputed": False,
    }
    for written, found in groups.items():
        group = f"{{u: {{name: U, {written}}}"
        document = top[:-1] + f", {group[1:]}}}" if cls == "sectors" else f"{top}\n{cls}: {group}}}"
        said = ["U reports upward, and never reaches a forum"]
        assert messages(CHAIN, document) == (said if found else [])


def test_a_ring_never_reaches_a_forum() -> None:
    ring = ", ".join(
        f"{one}: {{name: N, within: none, reports_to: [{other}]}}"
        for one, other in ("ab", "bc", "ca")
    )
    assert flagged(CHAIN, f"sectors: {{{ring}}}") == ["a", "b", "c"]
    out = ring.replace("reports_to: [c]", "reports_to: [c, f]")
    assert flagged(CHAIN, f"forums: {{f: {{name: F}}}}\nsectors: {{{out}}}") == []


def test_a_chain_may_be_as_long_as_one_likes() -> None:
    steps = ", ".join(f"u{n}: {{within: u{n - 1}, reports_to: [u{n - 1}]}}" for n in range(1, 3000))
    for top, found in (("reports_to: none", 2999), ("reports_to: [f]", 0)):
        bodies = f"sub_sectors: {{u0: {{within: none, {top}}}, {steps}}}"
        assert len(flagged(CHAIN, f"forums: {{f: {{name: F}}}}\n{bodies}")) == found


def test_many_bodies_are_told_apart_by_a_line_between_each_two() -> None:
    ids = [f"s{n}" for n in range(8)]
    bodies = ", ".join(f"{id}: {{name: Same, within: none}}" for id in ids)
    pairs = combinations(ids, 2)
    links = ", ".join(f"{{from: {one}, kind: mirrors, to: {other}}}" for one, other in pairs)
    document = f"level: national\nareas: [ROU]\nsectors: {{{bodies}}}\nlinks: [{links}]"
    assert flagged(TWICE, document) == []
