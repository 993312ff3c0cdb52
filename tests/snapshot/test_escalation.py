"""Where an issue goes next."""

from interagency.document import loads
from interagency.snapshot import Snapshot
from interagency.snapshot.escalation import ends, escalates, escalation

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
