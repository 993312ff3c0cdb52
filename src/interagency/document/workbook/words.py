"""The texts of a workbook that explain it to who fills it in."""

from typing import Final

STARTING: Final = "Coordination architecture"
HOW_TO: Final = (
    "This workbook is a document: interagency check FILE.xlsx reads it as it stands.",
    "1. Write one group a row on the sheet Groups: its type, its name, what it covers.",
    "2. Write who leads on the sheet Leads, one row a seat; who takes part on the sheet Members.",
    "3. Write names as you know them (UNHCR, Health Working Group), or pick them from the list.",
    "4. Several values in one cell are separated by semicolons: PRO; EDU.",
    "5. Leave a cell empty if you do not know. Three words stand where a name would:",
    "    unknown: there is someone, but no one recorded who.   vacant: the seat is empty.   "
    "none: there is no such seat.",
    "6. Answer what is open on the sheet Questions, in the column Answer. To be asked anew:",
    "    interagency export FILE.xlsx --to xlsx -o NEW.xlsx",
    "You may sort, filter, insert and copy rows, and add sheets and columns of your own.",
    "Fields that are rarely used are folded away: press + above the columns to see them.",
)
LEGEND: Final = (
    ("vacant", "The seat exists, and no one holds it."),
    ("unknown", "There is someone or something, but it is not recorded who or what."),
    ("inferred", "Concluded from a source, not read in it."),
    ("disputed", "Sources disagree: no answer rests on it."),
)
NOT_IN_LIST: Final = (
    "This is not in the list. Keep it if it is right: a name that is recorded elsewhere is found, "
    "and what is not found is named with its cell when the workbook is checked."
)
QUESTION: Final = "Question"
ANSWER: Final = "Answer"
QUESTION_HEADERS: Final = ("key", QUESTION, ANSWER, "Where it goes", "What a file would say")
FINDING_HEADERS: Final = ("Severity", "Finding", "About", "Rule")
SEVERAL: Final = "Several are separated by semicolons."
TYPES: Final = "Forums coordinate sectors; sectors coordinate a response."
