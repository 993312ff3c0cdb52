"""Rows of a report on products, decisions and agreements, and the sections that show them."""

import pytest

from interagency.document import loads
from interagency.report.product_rows import product_rows
from interagency.report.wording import Wording
from interagency.snapshot import Snapshot
from tests.report.made import contents, page

TEXT = """interagency: 2
as_of: 2022-04-01
forums: {rcf: {name: RCF}}
plans:
  rrp: {name: RRP, requirement: 10 USD, progress: [{as_of: 2022-03, received: 5 USD}]}
products:
  sitrep:
    {name: Sitrep, frequency: weekly, due: [every Thursday], by: [unhcr],
     contributors: [rcf, unknown], cleared_by: [none], done: [2022-03-24, 2022-03-31]}
  bare: {kind: contact-list}
  nameless: {}
  party: {name: Party, kind: event, participants: [rcf]}
decisions: {merge: {name: Merger, status: open, text: Whether to merge, by: [rcf], changes: [rcf]}}
agreements: {mou: {name: Letter, parties: [unhcr, iom], subject: shelter, until: 2022-06}}
"""


def rows(text: str = TEXT) -> list[tuple[str, ...]]:
    wording = Wording.on(Snapshot.of(loads(text)), whole=True)
    return [tuple(row.values()) for row in product_rows(wording)]


def test_a_product_says_who_owes_what_and_when() -> None:
    assert rows() == [
        (
            *("Sitrep", "", "Weekly, every Thursday", "UNHCR", "RCF, ?", "none"),
            *("2022-04-07", "2022-03-31"),
        ),
        ("Contact list", "Contact list", "?", "?", "?", "?", "?", "?"),
        ("nameless", "", "?", "?", "?", "?", "?", "?"),
        ("Party", "Event, consultation or conference", "?", "?", "RCF", "?", "?", "?"),
    ]


def test_without_a_day_nothing_is_next() -> None:
    assert rows(TEXT.replace("as_of: 2022-04-01\n", ""))[0][6] == "?"


@pytest.mark.parametrize(
    "shown",
    [
        "Whether to merge",
        "UNHCR, IOM",
        "5 USD of 10 USD: 50.0 %",
        'id="decisions"',
        'id="agreed"',
        "2022-04-07",
    ],
)
def test_the_report_has_a_section_for_each(shown: str) -> None:
    assert shown in page(contents(loads(TEXT)))


def test_a_report_without_any_has_no_such_section() -> None:
    text = page(contents(loads("interagency: 2\n")))
    assert 'id="decisions"' not in text
    assert 'id="agreed"' not in text


def test_what_is_missing_is_raised_along_the_lines_that_escalate() -> None:
    text = """interagency: 2
offices: {bureau: {name: Bureau, escalates_to: [hq, mco]}, hq: {name: HQ}, mco: {name: MCO}}
sectors: {health: {name: Health, seats: {lead: vacant}, escalates_to: [bureau]}}
"""
    assert "Raise gaps with Bureau, then HQ or MCO" in page(contents(loads(text)))
    bare = "interagency: 2\nsectors: {health: {name: Health, seats: {lead: vacant}}}\n"
    assert "Raise gaps" not in page(contents(loads(bare)))
