"""The rules on those in the room whom the response is for: refugees, and women."""

import pytest

from tests.rules.documents import flagged

REFUGEES, WOMEN = "refugee-led-absent", "women-led-absent"
BOTH = (REFUGEES, WOMEN)
DOCUMENT = """
level: national
situation: refugee
complete: [leads, members]
organizations:
  women: {name: Women, kind: ngo, tags: [women-led]}
  refugees: {name: Refugees, tags: [refugee-led, local]}
  neither: {name: Neither, kind: national-ngo, tags: none}
  argued: {name: Argued, kind: national-ngo, tags: none, certainty: disputed}
  maybe: {name: Maybe, kind: national-ngo, tags: [faith-based]}
  silent: {name: Silent, kind: red-cross-red-crescent}
  blank: {name: Blank}
  ministry: {name: Ministry, kind: government}
forums: {f: {name: F, kind: hct}}
"""
SECTOR = "sectors: {s: {name: S, %s, seats: {%s}}}"
PROTECTION = "covers: [PRO]"


@pytest.mark.parametrize(
    ("seats", "found"),
    [
        ("lead: [unhcr]", True),
        ("lead: [unhcr], member: [ministry, {kind: donor}, {kind: embassy}, {kind: ifi}]", True),
        ("lead: [unhcr], member: [neither]", True),
        ("lead: [unhcr], member: [vacant, neither]", True),
        # each of these may be
        ("lead: [unhcr], member: [maybe]", False),
        ("lead: [unhcr], member: [silent]", False),
        ("lead: [unhcr], member: [blank]", False),
        ("lead: [unhcr], member: [nrc]", False),
        ("lead: [unhcr], member: [argued]", False),
        ("lead: [unhcr], member: [f]", False),
        ("lead: [unhcr], member: [{kind: ngo}]", False),
        ("lead: [unhcr], member: [unknown]", False),
        ("lead: [unhcr, unknown]", False),
        ("lead: [unhcr], member: [{holder: neither, certainty: disputed}]", False),
        # nobody at all is another matter
        ("lead: vacant", False),
    ],
)
def test_everybody_must_certainly_be_led_by_others(seats: str, found: bool) -> None:
    document = DOCUMENT + SECTOR % (PROTECTION, seats)
    for absent in BOTH:
        assert flagged(absent, document) == (["s"] if found else [])
        for complete in ("", "complete: [leads]", "complete: [members]"):
            less = document.replace("complete: [leads, members]", complete)
            if "vacant" not in seats:
                assert flagged(absent, less) == []


@pytest.mark.parametrize("member", ["women", "{tags: [women-led]}", "refugees"])
def test_those_with_another_tag_may_have_this_one_too(member: str) -> None:
    """A tag that is not written may be true."""
    document = DOCUMENT + SECTOR % (PROTECTION, f"lead: [unhcr], member: [{member}]")
    assert [each for each in BOTH if flagged(each, document)] == []


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ("situation: refugee", True),
        ("situation: refugee-and-migrant", True),
        ("populations: [refugees, idps]", True),
        ("populations: [asylum-seekers]", True),
        ("populations: [refugees-and-migrants]", True),
        ("populations: [idps]", False),
        ("situation: idp", False),
        ("note: nothing", False),
    ],
)
def test_refugees_are_asked_for_where_they_are(people: str, found: bool) -> None:
    document = DOCUMENT.replace("situation: refugee", people)
    document += SECTOR % (PROTECTION, "lead: [unhcr]")
    assert flagged(REFUGEES, document) == (["s"] if found else [])
    assert flagged(WOMEN, document) == ["s"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("covers: [PRO-GBV]", True),
        ("covers: [HEA, PRO]", True),
        ("covers: [PRO], level: site", True),
        ("covers: [PRO], level: regional", False),
        ("covers: [PRO], level: unknown", False),
        ("covers: [PRO], certainty: disputed", False),
        ("covers: [HEA]", False),
        ("covers: [PRO-CPN]", False),
        ("covers: [unknown]", False),
    ],
)
def test_it_looks_at_protection_and_gbv_in_a_country(body: str, found: bool) -> None:
    for absent in BOTH:
        found_in = flagged(absent, DOCUMENT + SECTOR % (body, "lead: [unhcr]"))
        assert found_in == (["s"] if found else [])


@pytest.mark.parametrize(
    ("kind", "found"), [("rcf", True), ("[steering, rcf]", True), ("hct", False), ("odd", False)]
)
def test_of_forums_it_looks_at_those_for_refugees(kind: str, found: bool) -> None:
    forum = f"forums: {{f: {{name: F, kind: {kind}, covers: [PRO], seats: {{chair: [unhcr]}}}}}}"
    document = DOCUMENT.replace("forums: {f: {name: F, kind: hct}}", forum)
    for absent in BOTH:
        assert flagged(absent, document) == (["f"] if found else [])
