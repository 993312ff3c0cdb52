"""The day looked at: shared by the rules that tell how long ago something was."""

from typing import Final

from interagency.checking import Question

WHICH_DAY: Final = Question(
    "",
    "as_of",
    "Which day, month or year does the document describe?",
    "as_of: a date, for example 2025-04",
)
