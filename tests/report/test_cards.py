"""Cards: all that is recorded of one entry, with question marks for what no one recorded."""

import pytest
from hypothesis import given

from interagency import examples
from interagency.checking import Finding
from interagency.document import loads
from interagency.model import Architecture, Body, Entity, Organization, Post, Source
from interagency.report.card import Line, group_card
from interagency.report.organization_card import organization_card
from interagency.report.post_card import post_card
from interagency.report.record_card import record_card
from interagency.report.wording import Wording
from interagency.snapshot import Snapshot
from interagency.testing.strategies import architectures

TEXT = """interagency: 2
as_of: 2022-04-01
sources: {tor: {title: Terms}}
default_sources: [tor]
offices:
  bureau: {name: Bureau, kind: regional-bureau, organization: unhcr, identifiers: {x: y}}
  cell: {name: Cell, parent: bureau, escalates_to: [bureau], note: new}
posts:
  officer:
    {title: Officer, grade: P3, office: cell, duties: [sitrep, own], designations: [unknown],
     filled: true, funded: false, stands_for: several, since: 2022, until: 2022-06, note: surge}
  bare: {title: Bare}
forums:
  rcf:
    {name: RCF, meets: weekly, meets_on: [every Monday], note: first, escalates_to: [cell],
     seats: {chair: [{holder: unhcr, post: officer}], member: [officer, iom]}}
  g: {name: G, meets_on: [every Monday]}
plans:
  rrp:
    {name: RRP, names: {fr: Plan}, kind: RRP, requirement: 10 USD, figures: {people: 5},
     aligned_with: [national], covers: [HEA],
     progress: [{as_of: 2022-03, received: 5 USD, reached: {people: 2}, targets: {people: 4}},
                {as_of: 2022-03, covers: [HEA], country: ROU, reached: {people: 2}}]}
  chapter: {name: Chapter, part_of: rrp}
  national: {name: National plan}
appeals:
  - {plan: rrp, organization: iom, amount: 5 USD, progress: [{as_of: 2022-03, received: 2 USD}]}
  - {plan: rrp, organization: unhcr}
mandates:
  m: {organization: unhcr, populations: [refugees], basis: Mandate}
  n: {organization: unhcr}
  o: {organization: iom}
products:
  sitrep:
    {name: Sitrep, kind: sitrep, due: [every Thursday], done: [2022-03-31],
     received: [{by: rcf, day: 2022-03-31}, rcf],
     by: [officer], contributors: [rcf, unknown], plan: rrp}
  list: {name: List, frequency: weekly}
decisions:
  first: {name: First, status: superseded, day: 2022-01, by: [unknown]}
  second: {name: Second, replaces: first, changes: [rcf]}
agreements: {mou: {name: MoU, parties: [unhcr, iom], identifiers: {no: 5}, concerns: [bureau]}}
"""


def lines(wording: Wording, found: Entity, findings: tuple[Finding, ...] = ()) -> list[Line]:
    questions = tuple(wording.snapshot.questions())
    match found:
        case Organization():
            return [*organization_card(wording, found, questions)]
        case Body():
            return [*group_card(wording, found, findings, questions)]
        case Post():
            return [*post_card(wording, found, findings, questions)]
    assert not isinstance(found, Source)
    return [*record_card(wording, found, findings, questions)]


def card(id: str, *findings: Finding) -> list[Line]:
    wording = Wording.on(Snapshot.of(loads(TEXT)), whole=True)
    return lines(wording, wording.snapshot.now.find(id), findings)


def test_an_organization_sits_in_bodies_through_posts() -> None:
    assert card("unhcr") == [
        ("Organization", "United Nations High Commissioner for Refugees (UNHCR)"),
        ("Kind", "un-agency"),
        ("chair", "RCF, through Officer"),
        ("member", "RCF, through Officer"),
        ("Offices", "Bureau, Cell"),
        ("Posts", "Officer"),
        ("Mandate", "refugees; Mandate"),
        ("Mandate", "n"),
        ("Appeal", "RRP"),
        ("Is party to", "MoU"),
        ("Makes", "Sitrep, ?"),
        ("Agreed in", "MoU"),
        ("Questions", "1 that it can answer"),
    ]


def test_a_post_reads_as_terms_of_reference() -> None:
    assert card("officer") == [
        ("Post", "Officer"),
        ("Grade", "P3"),
        ("Organization", "UNHCR"),
        ("Office", "Cell"),
        ("Capacity", "?"),
        ("Designations", "?"),
        ("Counted", "several"),
        ("Reports to", "?"),
        ("Duties", "Gathers and clears the inter-agency sitrep"),
        ("", "own"),
        ("chair", "RCF"),
        ("member", "RCF"),
        ("Makes", "Sitrep, ?"),
        ("Asks for", "Sitrep, ?"),
        ("Since", "2022"),
        ("Until", "2022-06"),
        ("Filled", "yes"),
        ("Funded", "no"),
        ("Remark", "surge"),
        ("Question", "What is Officer designated as?"),
        ("Source", "Terms"),
    ]
    assert ("Organization", "?") in card("bare")


def test_a_group_says_when_it_meets_and_what_it_owes() -> None:
    found = card("rcf", Finding("rcf", "late"), Finding("g", "other"))
    assert ("Meets", "weekly, every Monday") in found
    assert ("", "escalates to Cell") in found
    assert ("Owes input to", "Sitrep, ?") in found
    assert ("Is changed by", "Second") in found
    assert ("Remark", "first") in found
    assert [text for _, text in found if text in ("late", "other")] == ["late"]
    assert ("Meets", "every Monday") in card("g")


def test_a_plan_says_what_it_received_and_whom_it_reached() -> None:
    found = card("rrp")
    assert found[0] == ("Plan", "RRP")
    assert ("Figures", "people 5") in found
    assert ("Names", "fr: Plan") in found
    assert ("", "is aligned with National plan") in found
    assert ("Chapters", "Chapter") in found
    assert ("Appeals of", "IOM, UNHCR") in found
    assert ("Products", "Sitrep") in found
    assert ("Received, 2022-03", "5 USD of 10 USD: 50.0 %") in found
    assert ("Reached, 2022-03", "people: 2 of 4: 50.0 %") in found
    assert ("Reached, 2022-03 (HEA, ROU)", "people: 2 of ?: ?") in found
    assert ("Received by appeals", "2 USD by 1; of 1 it is not known") in found
    assert ("From", "RRP, which is aligned with it") in card("national")


def test_a_product_says_what_is_due() -> None:
    found = card("sitrep")
    assert ("Received", "RCF on 2022-03-31, RCF") in found
    assert ("Due", "2022-04-07: Sitrep (every Thursday)") in found
    assert ("Due", "no day recorded: List (weekly)") in card("list")


def test_other_entries_say_what_refers_to_them() -> None:
    assert ("Posts", "Officer") in card("cell")
    assert ("Remark", "new") in card("cell")
    assert ("Offices in it", "Cell") in card("bureau")
    assert ("From", "Cell, which escalates to it") in card("bureau")
    assert ("Replaced by", "Second") in card("first")
    assert ("Question", "Who decides on First?") in card("first")
    assert ("Parties", "UNHCR, IOM") in card("mou")
    assert card("m")[0] == ("Mandate", "m")


@pytest.mark.parametrize("name", examples.names())
def test_every_entry_of_the_examples_has_a_card(name: str) -> None:
    snapshot = Snapshot.of(examples.load(f"example:{name}"))
    wording = Wording.on(snapshot, whole=True)
    few = [each for each in snapshot.now.iter_entities() if not isinstance(each, Source)][:150]
    assert all(lines(wording, each) for each in few)


@given(architectures())
def test_every_entry_has_a_card(whole: Architecture) -> None:
    wording = Wording.on(Snapshot.of(whole), whole=True)
    for each in wording.snapshot.now.iter_entities():
        if not isinstance(each, Source):
            assert all(isinstance(text, str) for line in lines(wording, each) for text in line)
