"""Where an issue goes next."""

from interagency.document import loads
from interagency.snapshot import Snapshot
from interagency.snapshot.escalation import ends, escalates, escalation, levels_above

DOCUMENT = """interagency: 2
offices:
  hq: {kind: headquarters, organization: unhcr}
  bureau: {kind: regional-bureau, escalates_to: [hq]}
  country: {kind: country-operation, parent: bureau}
posts:
  senior:
    title: Senior
    escalates_to: [{to: bureau, about: the interface}, {to: hq, certainty: disputed}]
  officer: {title: Officer, reports_to: [senior]}
  clerk: {title: Clerk, office: country}
  lost: {title: Lost, office: unknown}
forums: {rcf: {escalates_to: [officer]}, ring: {escalates_to: [gnir]}, gnir: {escalates_to: [ring]}}
sectors: {health: {within: rcf}}
"""


def snapshot() -> Snapshot:
    return Snapshot.of(loads(DOCUMENT))


def steps(start: str) -> list[tuple[str, str, str]]:
    return [(each.start, each.kind, each.end) for each in escalation(snapshot(), start)]


def test_an_issue_follows_the_lines_that_escalate_then_reports_then_places() -> None:
    assert steps("health") == [
        ("health", "within", "rcf"),
        ("rcf", "escalates_to", "officer"),
        ("officer", "reports_to", "senior"),
        ("senior", "escalates_to", "bureau"),
        ("bureau", "escalates_to", "hq"),
    ]
    assert steps("clerk")[:2] == [("clerk", "office", "country"), ("country", "parent", "bureau")]
    assert (steps("hq"), steps("lost"), steps("unhcr")) == ([], [], [])


def test_a_ring_is_walked_once_and_ends_nowhere() -> None:
    assert steps("ring") == [("ring", "escalates_to", "gnir"), ("gnir", "escalates_to", "ring")]
    assert ends(snapshot(), "ring") == ()
    assert ends(snapshot(), "health") == ("hq",)
    assert ends(snapshot(), "hq") == ("hq",)


def test_a_line_in_dispute_leads_nowhere() -> None:
    ends_of = {(link.from_, link.to) for link in escalates(snapshot())}
    assert ("senior", "bureau") in ends_of
    assert ("senior", "hq") not in ends_of


def test_issues_of_a_body_without_a_line_go_through_the_posts_that_lead_it() -> None:
    text = """interagency: 2
offices: {bureau: {organization: unhcr}}
posts: {officer: {escalates_to: [bureau]}, chief: {}, clerk: {}}
forums:
  rcf:
    seats:
      chair: [{holder: unhcr, post: officer}, {holder: iom, post: unknown}]
      co-chair: [chief, {holder: who, post: clerk, certainty: disputed}]
      member: [clerk]
"""
    found = Snapshot.of(loads(text))
    assert [(each.kind, each.end) for each in escalation(found, "rcf")] == [
        ("led_through", "officer"),
        ("led_through", "chief"),
        ("escalates_to", "bureau"),
    ]


def test_the_levels_above_are_those_of_the_lines() -> None:
    text = """interagency: 2
offices: {bureau: {escalates_to: [hq, dess]}, mco: {escalates_to: [hq]}, hq: {}, dess: {}}
posts: {officer: {escalates_to: [bureau, mco, unknown]}}
"""
    assert levels_above(Snapshot.of(loads(text))) == (("bureau", "mco"), ("hq", "dess"))
    assert levels_above(Snapshot.of(loads("interagency: 2\n"))) == ()
    assert levels_above(snapshot()) == (("officer", "bureau"), ("hq",))
