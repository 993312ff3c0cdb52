"""Who leads, coordinates and sits where: counted where certain, unknown where not."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given

from interagency.checking import Snapshot
from interagency.indicators import Indicator, Unit, indicators
from interagency.model import Architecture
from interagency.testing.strategies import architectures
from tests.indicators.documents import counted, indicator, limits, snapshot

GROUPS = """
organizations:
  ministry: {name: Ministry, kind: government}
  local: {name: Local, kind: local-ngo}
  some-ngo: {name: Some, kind: ngo}
sectors:
  a: {name: A, seats: {co-lead: [unhcr, ministry]}}
  b: {name: B, seats: {co-lead: [unicef, local]}}
  c: {name: C, seats: {co-lead: [who, some-ngo]}}
  d: {name: D, seats: {lead: [nrc]}}
  e: {name: E}
  f: {name: F, certainty: disputed, seats: {co-lead: [unicef, local]}}
"""


@pytest.mark.parametrize(
    ("name", "numbers", "between"),
    [
        # Of D it is certain that an NGO leads, but not that no other does: it moves the limit.
        ("ngo-co-lead", (2, 3, 2), ("60.0", "80.0")),
        # An `ngo` may be a national one.
        ("national-ngo-co-lead", (1, 2, 3), ("20.0", "80.0")),
        ("government-co-lead", (1, 3, 2), ("20.0", "60.0")),
    ],
)
def test_groups_in_which_a_kind_leads_or_co_leads(
    name: str, numbers: tuple[int, int, int], between: tuple[str, str]
) -> None:
    assert counted(name, GROUPS) == numbers
    assert limits(name, GROUPS) == between


COORDINATORS = """
complete: [leads, members]
sectors:
  dedicated: {name: A, seats: {lead: [{holder: who, post: whole}], co-lead: none}}
  both: {name: B, seats: {lead: [halved], coordinator: [whole]}}
  one-halved: {name: C, seats: {lead: [halved], Coordinator: vacant}}
  surge: {name: D, seats: {lead: [sent]}}
  no-post: {name: E, seats: {lead: [nrc]}}
  open: {name: F, seats: {lead: [whole], co-lead: [unknown], member: [halved], odd: [who]}}
  open-halved: {name: G, seats: {lead: [halved], co-lead: [unknown]}}
  doubtful: {name: H, seats: {lead: [disputed]}}
  no-capacity: {name: I, seats: {lead: [plain]}}
posts:
  whole: {title: Coordinator, organization: who, capacity: dedicated}
  halved: {title: Chief, organization: unicef, capacity: double-hatting}
  sent: {title: Surge, organization: iom, capacity: surge}
  disputed: {title: Disputed, organization: iom, capacity: dedicated, certainty: disputed}
  plain: {title: Plain, organization: iom}
"""


def test_coordinators_who_are_dedicated_or_double_hatting() -> None:
    """Without a post there may be a coordinator whom nobody wrote down."""
    assert counted("dedicated-coordinator", COORDINATORS) == (2, 4, 5)
    assert limits("dedicated-coordinator", COORDINATORS) == ("33.3", "77.8")
    assert counted("double-hatting-coordinator", COORDINATORS) == (1, 4, 5)
    assert limits("double-hatting-coordinator", COORDINATORS) == ("11.1", "55.6")


ROOMS = """
organizations:
  local: {name: Local, kind: local-ngo, tags: [women-led]}
  ministry: {name: Ministry, kind: government}
  doubtful: {name: Doubtful, kind: local-ngo, certainty: disputed}
forums:
  with: {name: A, kind: hct, complete: [leads, members], seats: {chair: [unrco], member: [local]}}
  without: {name: B, kind: hct, complete: [leads, members], seats: {chair: [unrco], member: [nrc]}}
  maybe: {name: C, kind: hct, complete: [leads, members], seats: {chair: [unrco, ministry]}}
  open: {name: D, kind: hct, seats: {chair: [unrco]}}
  not-a-team: {name: E, kind: unct, complete: [leads, members], seats: {chair: [unrco]}}
  rcf: {name: F, kind: rcf, seats: {member: [local, doubtful, {tags: [refugee-led]}]}}
sectors:
  protection: {name: Protection, covers: [PRO], seats: {member: [local]}}
  health: {name: Health, covers: [HEA], seats: {member: [local]}}
"""


def test_bodies_with_a_local_actor() -> None:
    assert counted("hct-with-local-actor", ROOMS) == (1, 2, 2)
    assert limits("hct-with-local-actor", ROOMS) == ("25.0", "75.0")
    assert counted("rcf-with-local-actor", ROOMS) == (1, 1, 0)


def test_the_presence_of_a_tag_is_certain_and_its_absence_hardly_ever() -> None:
    """A list of tags is never known to be whole, unless there are none."""
    assert counted("women-led-presence", ROOMS) == (2, 2, 0)
    refugees = f"situation: refugee\n{ROOMS}"
    assert counted("refugee-led-presence", refugees) == (0, 0, 2)
    assert limits("refugee-led-presence", refugees) == ("50.0", "100.0")
    none = ROOMS.replace("kind: local-ngo, tags: [women-led]", "kind: local-ngo, tags: none")
    whole = none.replace("covers: [PRO], ", "covers: [PRO], complete: [leads, members], ")
    assert counted("women-led-presence", whole) == (0, 1, 1)


def test_refugee_led_organizations_are_counted_where_refugees_are() -> None:
    """A protection group for others than refugees is not asked for them; their forum always is."""
    assert counted("refugee-led-presence", ROOMS) == (1, 1, 0)
    assert counted("refugee-led-presence", f"situation: idp\n{ROOMS}") == (1, 1, 0)


GROUP = """
complete: [leads, members]
organizations:
  l: {name: L, kind: local-ngo}
forums:
  iccg: {name: ICCG, kind: inter-cluster, seats: {chair: [ocha], member: [l, nrc, who]}}
  other: {name: Other, kind: inter-cluster, seats: {chair: [ocha]}}
"""


@pytest.mark.parametrize(
    ("name", "parts", "benchmark"),
    [
        ("inter-sector-with-local-actor", (1, 2, 0), "75"),
        ("inter-sector-with-national-ngo", (1, 2, 0), "46"),
        ("inter-sector-with-international-ngo", (1, 2, 0), "57"),
        ("inter-sector-local-actor-seats", (1, 5, 0), "7"),
    ],
)
def test_inter_cluster_groups_are_held_against_what_was_published(
    name: str, parts: tuple[int, int, int], benchmark: str
) -> None:
    """The Pulse of Humanitarian Coordination 2023, page on inter-cluster coordination groups."""
    assert counted(name, GROUP) == parts
    published = indicator(name, GROUP).benchmark
    assert published is not None
    assert (published.value, published.year) == (Decimal(benchmark), 2023)
    assert published.source.verified


SEATS = """
organizations:
  local: {name: Local, kind: local-ngo}
  donor: {name: Donor, kind: donor}
forums:
  a:
    name: A
    kind: hct
    complete: [leads, members]
    seats:
      chair: [unrco]
      co-chair: none
      member: [unhcr, unrco, nrc, local, donor, {kind: international-ngo, count: 2}, vacant]
  b:
    name: B
    kind: hct
    complete: [leads, members]
    seats: {chair: [unrco], member: [{kind: donor, count: 3}]}
"""
OPEN = f"""{SEATS}
  c: {{name: C, kind: hct, seats: {{chair: [unrco, {{holder: iom, certainty: disputed}}]}}}}
"""


def test_the_size_of_a_forum_counts_everybody_once() -> None:
    """Vacant seats are empty, and whoever sits twice is one."""
    found = indicator("hct-size", SEATS)
    assert (found.value, found.unit) == (Decimal("5.5"), Unit.NUMBER)
    assert (found.numerator, found.denominator, found.unknown) == (11, 2, 0)
    assert found.interval == (Decimal("5.5"), Decimal("5.5"))
    assert found.benchmark is not None
    assert (str(found.benchmark.value), found.benchmark.year) == ("35", 2023)


def test_a_forum_that_is_not_written_whole_may_be_of_any_size() -> None:
    assert counted("hct-size", OPEN) == (11, 2, 1)
    assert limits("hct-size", OPEN) == ("4.0", "None")


@pytest.mark.parametrize(
    ("kind", "seats"),
    [("un", 3), ("international-ngo", 3), ("national-ngo", 1), ("government", 0), ("donor", 4)],
)
def test_seats_by_kind(kind: str, seats: int) -> None:
    assert counted(f"hct-{kind}-seats", SEATS) == (seats, 11, 0)
    assert counted(f"hct-{kind}-seats", OPEN) == (seats, 11, 2)
    assert limits(f"hct-{kind}-seats", OPEN) == ("0.0", "100.0")


@pytest.mark.parametrize("seats", ["[unknown]", "[{kind: ngo}]"])
def test_a_room_with_somebody_unnumbered_is_not_counted(seats: str) -> None:
    closed = "name: A, kind: rcf, complete: [leads, members]"
    text = f"forums: {{a: {{{closed}, seats: {{lead: {seats}}}}}}}"
    assert counted("rcf-size", text)[1:] == (0, 1)
    assert counted("rcf-un-seats", text) == (0, 0, 1)


SUB_NATIONAL = """
level: sub-national
sectors:
  a: {name: A, seats: {co-lead: [unhcr, {kind: local-government, count: 1}]}}
  b: {name: B, seats: {co-lead: [nrc, {kind: national-ngo, count: 1}]}}
  c: {name: C, level: national, seats: {co-lead: [unhcr, iom]}}
"""


def test_leadership_at_sub_national_level_by_kind() -> None:
    kinds = ("un", "international-ngo", "national-ngo", "government")
    found = [counted(f"sub-national-{kind}-leadership", SUB_NATIONAL) for kind in kinds]
    assert found == [(1, 4, 0)] * 4
    assert indicator("sub-national-un-leadership", SUB_NATIONAL).value == Decimal("25.0")


def test_an_open_leadership_leaves_every_share_possible() -> None:
    text = SUB_NATIONAL.replace("co-lead: [nrc", "co-lead: [unknown, nrc")
    assert counted("sub-national-un-leadership", text) == (1, 2, 2)
    assert limits("sub-national-un-leadership", text) == ("0.0", "100.0")


def concentration(document: str) -> Indicator:
    return indicator("leadership-concentration", document)


def test_concentration_is_the_sum_of_the_squares_of_the_shares() -> None:
    found = concentration("sectors: {a: {name: A, seats: {co-lead: [unhcr, iom, unicef]}}}")
    assert (found.numerator, found.denominator, found.unknown) == (3, 9, 0)
    assert found.value == Decimal("0.333")
    assert found.interval == (Decimal("0.333"), Decimal("0.333"))


def test_seats_that_nobody_named_may_be_of_one_or_of_many() -> None:
    found = concentration(
        "sectors: {a: {name: A, seats: {co-lead: [unhcr, iom, {kind: ngo, count: 2}]}}}"
    )
    assert (found.value, found.unknown) == (Decimal("0.500"), 2)
    assert found.interval == (Decimal("0.250"), Decimal("0.625"))


def test_two_co_leads_that_are_the_same_have_one_seat() -> None:
    found = concentration(
        "links: [{kind: same_as, from: norcap, to: nrc}]\n"
        "sectors: {a: {name: A, seats: {co-lead: [unhcr, nrc, norcap]}}}"
    )
    assert (found.numerator, found.denominator, found.unknown) == (2, 4, 0)


def test_nobody_is_named_at_all() -> None:
    found = concentration("sectors: {a: {name: A, seats: {co-lead: [{kind: ngo, count: 2}]}}}")
    assert (found.value, found.unknown) == (None, 2)
    assert found.interval == (Decimal("0.500"), Decimal("1.000"))


def test_leaders_beside_an_open_list_are_left_out() -> None:
    found = concentration(
        "sectors: {a: {name: A, seats: {lead: [iom]}}, b: {name: B, seats: {co-lead: [who, fao]}}}"
    )
    assert (found.value, found.unknown) == (Decimal("0.500"), 1)
    assert found.interval == (None, None)


def test_a_document_without_leaders_has_no_concentration() -> None:
    found = concentration("sectors: {a: {name: A, seats: {lead: none, co-lead: none}}}")
    assert (found.value, found.interval) == (None, (None, None))


def test_facts_that_have_a_source() -> None:
    text = """
sources: {tor: {title: Terms of reference}}
forums:
  rcf: {name: RCF, sources: [tor], seats: {chair: [unhcr]}}
sectors:
  a: {name: A, within: rcf, reports_to: [rcf]}
  b: {name: B, seats: {lead: [who]}, reports_to: [rcf]}
"""
    assert counted("evidence-coverage", text) == (2, 7, 0)


def test_every_indicator_has_a_name_of_its_own_and_a_title() -> None:
    found = indicators(snapshot(ROOMS))
    assert len({each.name for each in found}) == len(found)
    assert all(each.title for each in found)


def test_the_order_of_facts_does_not_matter() -> None:
    whole = snapshot(ROOMS).whole
    turned = evolve(whole, forums=whole.forums[::-1], sectors=whole.sectors[::-1])
    assert indicators(Snapshot.of(turned)) == indicators(Snapshot.of(whole))


def test_an_empty_document_has_nothing_to_count() -> None:
    found = indicators(snapshot("title: Empty"))
    assert {(each.value, each.interval, each.unknown) for each in found} == {
        (None, (None, None), 0)
    }


@given(architectures())
def test_a_value_lies_in_its_limits(architecture: Architecture) -> None:
    for each in indicators(Snapshot.of(architecture)):
        low, high = each.interval
        if each.unknown == 0 and each.value is not None and each.denominator:
            assert (low, high) == (each.value, each.value)
        if low is not None and high is not None:
            assert low <= high
