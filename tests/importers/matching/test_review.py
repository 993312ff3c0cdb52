"""A review goes out with candidates and comes back with decisions, each of which can be done."""

from pathlib import Path

import pytest

from interagency.document import InvalidDocument
from interagency.document.identities import Decision, parse_identities
from interagency.importers.matching.candidates import Candidate
from interagency.importers.matching.names import Named
from interagency.importers.matching.review import (
    HEADS,
    decisions_in,
    lines_of,
    review_rows,
    with_lines,
    with_named,
)
from interagency.importers.tabular.source import read_tables
from interagency.model import Day
from interagency.report.tables import Table, written

KNOWN = {"nrc": "Norwegian Refugee Council", "drc": "Danish Refugee Council", "care": "CARE"}
ASKED = Named(id="x", names=("=Consejo",), kinds=("ngo",), rows=7, places=("a.csv", "b.csv"))
PROPOSED = (
    Candidate(id="nrc", name="Norwegian Refugee Council", score=98, reasons=("a", "b")),
    Candidate(id="drc", name="Danish Refugee Council", score=90, reasons=("c",)),
)


def review(path: Path, decision: str, note: str = "") -> Path:
    rows = [list(row) for row in review_rows([ASKED], {"x": PROPOSED})]
    rows[0][HEADS.index("Decision")] = decision
    rows[0][HEADS.index("Note")] = note
    text = written(Table("Review", "", HEADS, rows), path.suffix[1:])
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def decided(path: Path) -> tuple[Decision, ...]:
    return decisions_in(read_tables(path), KNOWN, "IM officer", Day("2026-05-02"))


def as_dated(*decisions: Decision) -> tuple[Decision, ...]:
    from attrs import evolve

    return tuple(evolve(each, by="IM officer", on=Day("2026-05-02")) for each in decisions)


def test_a_row_says_what_a_person_needs_to_decide() -> None:
    (row,) = review_rows([ASKED], {"x": PROPOSED})
    assert dict(zip(HEADS, row, strict=True)) == {
        "Name": "=Consejo",
        "Rows": "7",
        "Kind": "ngo",
        "Stands in": "a.csv; b.csv",
        "Candidate 1": "nrc · Norwegian Refugee Council",
        "Why 1": "a; b",
        "Candidate 2": "drc · Danish Refugee Council",
        "Why 2": "c",
        "Candidate 3": "",
        "Why 3": "",
        "Likely": "",
        "Decision": "",
        "Note": "",
    }
    likely = Candidate(id="nrc", name="N", score=99, reasons=(), is_likely=True)
    (row,) = review_rows([ASKED], {"x": (likely,)})
    assert row[HEADS.index("Likely")] == "1"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", [Decision(name="=Consejo", is_="nrc")]),
        ("2", [Decision(name="=Consejo", is_="drc")]),
        ("drc", [Decision(name="=Consejo", is_="drc")]),
        ("nrc · Norwegian Refugee Council", [Decision(name="=Consejo", is_="nrc")]),
        ("care", [Decision(name="=Consejo", is_="care")]),
        ("New", [Decision(name="=Consejo", is_="consejo")]),
        (
            "none",
            [Decision(name="=Consejo", is_not="nrc"), Decision(name="=Consejo", is_not="drc")],
        ),
        ("", []),
    ],
)
def test_a_decision_is_read_as_people_write_it(
    tmp_path: Path, form: str, text: str, expected: list[Decision]
) -> None:
    assert decided(review(tmp_path / f"r.{form}", text)) == as_dated(*expected)


def test_the_note_of_a_row_stays_with_its_decision(tmp_path: Path) -> None:
    (found,) = decided(review(tmp_path / "r.csv", "1", "the same: office"))
    text = with_lines("", [found])
    assert parse_identities(text).decisions == (found,)
    assert text == (
        "interagency_identities: 1\ndecisions:\n"
        '- {name: "=Consejo", is: "nrc", by: "IM officer", on: "2026-05-02", '
        'note: "the same: office"}\n'
    )


@pytest.mark.parametrize("text", ["3", "4", "perhaps", "NRC"])
def test_what_cannot_be_done_is_a_problem_with_its_cell(tmp_path: Path, text: str) -> None:
    with pytest.raises(InvalidDocument) as error:
        decided(review(tmp_path / "r.csv", text))
    (problem,) = error.value.problems
    assert str(problem) == (f"r.csv: {text!r} is not 1, 2, 3, an id, `new` or `none`, in cell L2")


def test_another_table_is_no_review(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name,Sector\nNRC,Health\n")
    with pytest.raises(InvalidDocument, match="is not a review"):
        decided(path)


def test_an_organization_that_is_not_well_known_keeps_the_id_that_others_get() -> None:
    one = Decision(name="Casa 1", is_="casa-uno", by="me", note="x")
    own = {"casa-uno": ("Casa Uno", "CU")}
    assert with_named([one], own) == (one, Decision(name="Casa Uno", is_="casa-uno", by="me"))
    itself = Decision(name="CU", is_="casa-uno")
    assert with_named([itself], own) == (itself,)
    known = Decision(name="Consejo", is_="nrc")
    assert with_named([known], own) == (known,)


def test_lines_are_added_at_the_end_and_all_before_them_stays() -> None:
    one = Decision(name="A", is_="a")
    text = "interagency_identities: 1\n# ours\ndecisions:\n- {name: B, is: b} # sure"
    assert with_lines(text, [one]) == f'{text}\n- {{name: "A", is: "a"}}\n'
    assert lines_of([]) == ""
