"""The rule about who is in the room, of those whom the response is for."""

import pytest

from tests.rules.documents import flagged

ABSENT = "refugee-or-women-led-absent"
DOCUMENT = """
level: national
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
        ("lead: [unhcr], member: [women]", False),
        ("lead: [unhcr], member: [refugees]", False),
        ("lead: [unhcr], member: [{tags: [women-led]}]", False),
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
    assert flagged(ABSENT, document) == (["s"] if found else [])
    for complete in ("", "complete: [leads]", "complete: [members]"):
        less = document.replace("complete: [leads, members]", complete)
        if "vacant" not in seats:
            assert flagged(ABSENT, less) == []


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
    assert flagged(ABSENT, DOCUMENT + SECTOR % (body, "lead: [unhcr]")) == (["s"] if found else [])


@pytest.mark.parametrize(
    ("kind", "found"), [("rcf", True), ("[steering, rcf]", True), ("hct", False), ("odd", False)]
)
def test_of_forums_it_looks_at_those_for_refugees(kind: str, found: bool) -> None:
    forum = f"forums: {{f: {{name: F, kind: {kind}, covers: [PRO], seats: {{chair: [unhcr]}}}}}}"
    document = DOCUMENT.replace("forums: {f: {name: F, kind: hct}}", forum)
    assert flagged(ABSENT, document) == (["f"] if found else [])
