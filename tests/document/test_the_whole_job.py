"""Decisions, agreements, days and progress in a file: what is refused, and where that is told."""

from pathlib import Path

import attrs
import pytest

import interagency as ia
from interagency.document import InvalidDocument, dumps, loads
from interagency.model import Due, Money, Progress, Receipt
from interagency.model.day import Day

KEPT = Path(__file__).parent / "kept" / "version-1.yaml"
HEAD = "interagency: 2\nplans: {p: {}}\nforums: {f: {}}\n"

BAD_PRODUCTS = (
    ("due: every thursday", "due", "write [every thursday]"),
    ("due: [every thursday]", "due", "every Thursday"),
    ("due: [2022-02-30]", "due", "is not a date"),
    ("due: [every other Friday from 2022-03-17]", "due", "is not a Friday"),
    ("due: []", "due", "leave the key out"),
    ("due: [every day, every day]", "due", "is written twice"),
    ("audience: donors", "audience", "write [donors]"),
    ("participants: [nobody]", "participants", "nothing has the id"),
    ("received: [nobody]", "received", "nothing has the id"),
    ("received: [{day: 2022}]", "received", "by"),
    ("received: [{by: f, on: 2022}]", "received", "there is no field 'on' here"),
    ("received: [{by: p}]", "received", "is a plan"),
    ("cleared: [{by: f, day: soon}]", "cleared", "is not a date"),
    ("cleared_by: f", "cleared_by", "write [f]"),
)
BAD_DECISIONS = (
    ("changes: f", "changes", "write [f]"),
    ("changes: [g]", "changes", "nothing has the id"),
    ("changes: [f, f]", "changes", "is written twice"),
    ("by: [p]", "by", "is a plan"),
    ("raised_by: [g]", "raised_by", "nothing has the id"),
    ("status: no one knows", "status", "`interagency codes decision-statuses` lists them"),
    ("status: vacant", "status", "is a reserved word"),
    ("day: yesterday", "day", "is not a date"),
    ("date: 2022", "date", "there is no field 'date' here"),
    ("replaces: f", "replaces", "a decision is expected here"),
    ("replaces: x", "", "lies within itself"),
    ("text: ''", "text", "neither blank"),
)
BAD_AGREEMENTS = (
    ("parties: unhcr", "parties", "write [unhcr]"),
    ("parties: [g]", "parties", "nothing has the id"),
    ("parties: [p]", "parties", "is a plan"),
    ("parties: [unhcr, unhcr]", "parties", "is written twice"),
    ("kind: vacant", "kind", "is a reserved word"),
    ("kind: an mou", "kind", "write mou"),
    ("concerns: [g]", "concerns", "nothing has the id"),
    ("covers: PRO", "covers", "write [PRO]"),
    ("since: 2023\n    until: 2022", "until", "before it begins"),
    ("until: never", "until", "is not a date"),
    ("signed: 2022", "signed", "there is no field 'signed' here"),
    ("subject: [a, b]", "subject", "text is expected here"),
)
BAD_PLANS = (
    ("progress: {as_of: 2022}", "progress", "a list is expected here"),
    ("progress: [{received: 5 USD}]", "progress", "as_of"),
    ("progress: [{as_of: soon}]", "progress", "is not a date"),
    ("progress: [{as_of: 2022, received: 5}]", "progress", "is not an amount"),
    ("progress: [{as_of: 2022, received: 5 dollars}]", "progress", "is not an amount"),
    ("progress: [{as_of: 2022, reached: 5}]", "progress", "a mapping is expected here"),
    ("progress: [{as_of: 2022, reached: {people: many}}]", "progress", "is not a figure"),
    ("progress: [{as_of: 2022, reached: {people: -5}}]", "progress", "is not a figure"),
    ("progress: [{as_of: 2022, country: Romania}]", "progress", "write ROU"),
    ("progress: [{as_of: 2022, covers: PRO}]", "progress", "write [PRO]"),
    ("progress: [{as_of: 2022, sectors: [PRO]}]", "progress", "there is no field 'sectors'"),
    ("aligned_with: [f]", "", "a plan is expected here"),
    (
        "progress: [{as_of: 2022, received: 5 USD}, {as_of: 2022, received: 6 USD}]",
        "progress",
        "write one, or `certainty: disputed` on both",
    ),
    (
        "progress: [{as_of: 2022, covers: [A, B]}, {as_of: 2023}, {as_of: 2022, covers: [B, A]}]",
        "progress",
        "same day, sectors and country as progress[0]",
    ),
)
CASES = [
    *(("products", *case) for case in BAD_PRODUCTS),
    *(("decisions", *case) for case in BAD_DECISIONS),
    *(("agreements", *case) for case in BAD_AGREEMENTS),
    *(("plans", *case) for case in BAD_PLANS),
]


@pytest.mark.parametrize(("section", "body", "field", "cure"), CASES)
def test_a_bad_value_is_refused_at_its_line_with_a_cure(
    section: str, body: str, field: str, cure: str
) -> None:
    head = HEAD.replace("plans: {p: {}}\n", "") if section == "plans" else HEAD
    other = "  p: {}\n" if section == "plans" else ""
    text = f"{head}{section}:\n{other}  x:\n    {body}\n"
    with pytest.raises(InvalidDocument) as caught:
        loads(text, file="f.yaml")
    problem = caught.value.problems[0]
    assert cure in problem.message
    assert problem.path[:2] == (section, "x")
    assert field in map(str, (*problem.path, ""))
    line = problem.line or 0
    assert "x:" in text.splitlines()[line - 1] or body.split(":")[0] in "".join(
        text.splitlines()[line - 2 : line]
    )


def test_a_document_of_version_1_loads_as_before() -> None:
    """The kept example has every section that version 1 had in use; only its number is old."""
    text = KEPT.read_text(encoding="utf-8")
    assert "\ninteragency: 1\n" in text
    old = ia.load(KEPT)
    assert old == loads(text.replace("interagency: 1", "interagency: 2"))
    assert (old.decisions, old.agreements) == ((), ())
    assert [each.id for each in old.products][:2] == ["sitrep", "weekly-report"]
    assert dumps(old).startswith("interagency: 2\n")
    assert loads(dumps(old)) == old


def test_what_a_file_says_of_days_money_and_people_is_read() -> None:
    whole = loads(f"""{HEAD}
products:
  sitrep:
    due: [every Thursday, 2022-04-15]
    received: [f, {{by: unhcr, day: 2022-03-31, issue: 2022-03-31}}]
decisions: {{d: {{status: open, by: [unhcr], changes: [f, sitrep]}}}}
agreements: {{a: {{parties: [unhcr, iom], concerns: [f]}}}}
appeals:
  - {{plan: p, organization: iom, progress: [{{as_of: 2022-06, received: 5 USD}}]}}
""")
    (product,) = whole.products
    assert product.due == (Due("every Thursday"), Due("2022-04-15"))
    day = Day("2022-03-31")
    assert product.received == (Receipt(by="f"), Receipt(by="unhcr", day=day, issue=day))
    assert whole.appeals[0].progress == (
        Progress(as_of=Day("2022-06"), received=Money.parse("5 USD")),
    )
    assert [each.id for each in whole.organizations] == ["iom", "unhcr"]


def test_two_numbers_that_sources_dispute_may_stand_for_one_day() -> None:
    one = "{as_of: 2022, received: 5 USD, certainty: disputed}"
    other = "{as_of: 2022, received: 6 USD, certainty: disputed}"
    whole = loads(f"interagency: 2\nplans: {{p: {{progress: [{one}, {other}]}}}}\n")
    assert len(whole.plans[0].progress) == 2
    assert loads(dumps(whole)) == whole


def test_what_refers_to_a_body_that_has_ended_loses_the_reference() -> None:
    whole = loads(
        "interagency: 2\nforums: {f: {until: 2022}, g: {}}\n"
        "products: {p: {received: [f, g], cleared_by: [f, g]}}\n"
        "decisions: {d: {by: [f], changes: [f, g]}}\n"
    )
    now = whole.on("2023")
    assert now.products[0].received == (Receipt(by="g"),)
    assert now.products[0].cleared_by == ("g",)
    assert now.decisions == (attrs.evolve(whole.decisions[0], by=(), changes=("g",)),)
