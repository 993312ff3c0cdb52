"""What somebody has to do with products, decisions and agreements, in words."""

from interagency import examples
from interagency.document import loads
from interagency.report.involvement import parts_of, rows_of, sentence
from interagency.report.wording import Wording
from interagency.snapshot import Snapshot

TEXT = """interagency: 2
organizations: {a: {name: A}, b: {name: B}}
posts: {p: {title: P, duties: [sitrep]}}
forums: {f: {name: F}}
products:
  sitrep:
    {name: Sitrep, kind: sitrep, by: [a], on_behalf_of: [b], frequency: weekly, cleared_by: [p]}
  own: {name: Own, by: [a], on_behalf_of: [a], certainty: inferred}
  party: {name: Party, kind: event, by: [a], participants: [f]}
  yearly: {name: Yearly, kind: event, by: [a], frequency: annual}
decisions:
  open: {name: Open, status: open, by: [a], raised_by: [p], changes: [f]}
  taken: {name: Taken, by: [a]}
agreements: {mou: {name: MoU, parties: [a, b], concerns: [sitrep]}}
"""


def wording(text: str = TEXT) -> Wording:
    return Wording.on(Snapshot.of(loads(text)), whole=True)


def sentences(id: str) -> list[str]:
    return [sentence(wording(), id, part) for part in parts_of(wording(), id)]


def test_like_things_are_told_together() -> None:
    assert sentences("a") == [
        "A makes 1 product for B: Sitrep",
        "A makes 1 product: Own",
        "1 product made for A: Own",
        "A organizes 2 events: Party, Yearly",
        "A has to take 1 decision: Open",
        "A took 1 decision: Taken",
        "A is party to 1 agreement: MoU",
    ]
    assert sentences("b") == ["1 product made for B: Sitrep", "B is party to 1 agreement: MoU"]
    assert sentences("p") == ["P clears 1 product: Sitrep", "P raised 1 decision: Open"]
    assert sentences("f") == ["F takes part in 1 event: Party", "F is changed by 1 decision: Open"]
    assert sentences("sitrep") == ["Sitrep is what is agreed in 1 agreement: MoU"]


def test_a_card_has_a_row_for_each_with_how_often() -> None:
    assert [*rows_of(wording(), "a")][:4] == [
        ("Makes", "for B: Sitrep, weekly"),
        ("Makes", "Own, ? (inferred)"),
        ("Made for it", "Own, ? (inferred)"),
        ("Organizes", "Party; Yearly, annual"),
    ]
    assert [*rows_of(wording(), "p")][-1] == ("Asks for", "Sitrep, weekly")


def test_reach_makes_four_products_for_unhcr_and_sits_nowhere() -> None:
    romania = Wording.on(Snapshot.of(examples.load("example:romania-2022")), whole=True)
    first = next(parts_of(romania, "reach"))
    assert sentence(romania, "reach", first) == (
        "REACH makes 4 products for UNHCR: Multi-sector needs assessment, Site monitoring, "
        "Area-based monitoring, Site mapping"
    )
    assert first.sources == ("vacancy",)
