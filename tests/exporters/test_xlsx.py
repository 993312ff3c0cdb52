"""The workbook asks what the document leaves open, and its answers become facts."""

from interagency.document import loads
from interagency.exporters.xlsx import asked_rows, to_xlsx
from interagency.model import Architecture
from interagency.snapshot import Question, Snapshot
from tests.document.workbook.workbooks import Grid, grid, packed, set_cell

OPEN = """
interagency: 2
as_of: 2026-01
situation: refugee
forums: {rcf: {name: Refugee Coordination Forum, kind: rcf}}
sectors:
  health: {name: Health Working Group, covers: [HEA], reports_to: [rcf]}
plans: {rrp: {name: Refugee Response Plan}}
"""


def asked() -> Grid:
    return grid(to_xlsx(loads(OPEN, format="yaml")))


def question(sheets: Grid, place: str) -> int:
    rows = sheets["Questions"]
    return next(index for index, row in enumerate(rows) if row[3] == place)


def answered(place: str, text: str) -> Architecture:
    sheets = asked()
    set_cell(sheets, "Questions", question(sheets, place), "Answer", text)
    return loads(packed(sheets))


def test_who_leads_is_asked_and_the_answer_is_a_seat() -> None:
    found = answered("lead of Health Working Group", "WHO")
    assert [(each.body, each.term, each.holder) for each in found.seats] == [
        ("health", "lead", "who")
    ]


def test_every_question_has_a_place_to_go_or_the_sheet_where_to_write() -> None:
    sheets = asked()
    head, *rows = sheets["Questions"]
    assert rows
    assert all(row[head.index("Where it goes")] for row in rows)


def test_an_answered_question_is_asked_no_more() -> None:
    found = answered("lead of Health Working Group", "WHO")
    texts = [row[1] for row in grid(to_xlsx(found))["Questions"]]
    leading = [row[1] for row in asked()["Questions"] if row[3] == "lead of Health Working Group"]
    assert leading
    assert not {*leading} & {*texts}


def test_findings_stand_on_their_own_sheet_with_the_name_of_what_they_are_about() -> None:
    text = OPEN.replace("covers: [HEA]", "covers: [HEA], seats: {lead: vacant}")
    head, *rows = grid(to_xlsx(loads(text, format="yaml")))["Findings"]
    assert head == ["Severity", "Finding", "About", "Rule"]
    assert "Health Working Group" in {row[2] for row in rows if row[3] == "lead-vacant"}


def test_a_question_goes_only_where_its_own_words_put_it() -> None:
    snapshot = Snapshot.of(loads(OPEN, format="yaml"))
    elsewhere = Question(subject="health", about="x", text="Why?", write="plans.rrp.kind: ...")
    nowhere = Question(subject="health", about="x", text="Why?", write="sectors.health.colour: a")
    for each in (elsewhere, nowhere):
        (row,) = asked_rows(snapshot, each)
        assert (row.target, row.place) == ((), "not here: write it on the sheet Groups")


def test_what_holds_for_the_whole_document_is_asked_in_its_head() -> None:
    snapshot = Snapshot.of(loads(OPEN, format="yaml"))
    day = Question(subject="", about="as_of", text="Which day?", write="as_of: 2026-01-31")
    (row,) = asked_rows(snapshot, day)
    assert (row.target, row.place) == (("as_of",), "As of")


def test_a_list_is_closed_where_its_seats_are_answered() -> None:
    snapshot = Snapshot.of(loads(OPEN, format="yaml"))
    write = 'sectors.health.seats: {"co-lead": [...], complete: [...]}'
    (row,) = asked_rows(snapshot, Question(subject="health", about="leads", text="?", write=write))
    assert row.target == ("sectors", "health", "seats", "co-lead")
