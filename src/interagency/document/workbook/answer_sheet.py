"""The sheet of questions as it comes back, with what was written in its column of answers."""

from interagency.document.names import spelling
from interagency.document.workbook.answers import AnswerBook, Asked
from interagency.document.workbook.draft import Draft
from interagency.document.workbook.layout import KEY, QUESTIONS
from interagency.document.workbook.places import Line
from interagency.document.workbook.sheets import SheetRows
from interagency.document.workbook.words import ANSWER, QUESTION, QUESTION_HEADERS

_WANTED = {spelling(each): each for each in QUESTION_HEADERS}
_NEEDED = frozenset(map(spelling, (QUESTION, ANSWER)))


def read_answers(sheet: SheetRows, draft: Draft) -> None:
    """Let the answers on the sheet of questions become facts."""
    spelled = [tuple(map(spelling, row)) for row in sheet.rows]
    head = next((n for n, row in enumerate(spelled) if {*row} >= _NEEDED), None)
    if head is None:
        if sheet.rows:
            message = f"the column {ANSWER} is missing, so no answer was read"
            draft.notes.append(f"{QUESTIONS}: {message}")
        return
    columns = {_WANTED[text]: n for n, text in enumerate(spelled[head], 1) if text in _WANTED}
    book = AnswerBook(draft.value, draft.places, draft.names)
    for number, row in enumerate(sheet.rows[head + 1 :], head + 2):
        line = Line(sheet.name, number, columns, columns[ANSWER], row)
        if line.text(ANSWER):
            asked = Asked(line.text(KEY), line.text(ANSWER), line.cell(ANSWER))
            draft.problems += book.enter(asked)
