"""Everything that is known of one day, in three values: yes, no and unknown."""

from interagency.snapshot.labels import name_of
from interagency.snapshot.leadership import Leadership, Slot, leadership_of
from interagency.snapshot.questions import Question, field_question, leadership_question
from interagency.snapshot.snapshot import Snapshot
from interagency.snapshot.verdict import Verdict, at_least, at_most, every, negate, some
from interagency.vocabularies.standing import Standing

__all__ = [
    "Leadership",
    "Question",
    "Slot",
    "Snapshot",
    "Standing",
    "Verdict",
    "at_least",
    "at_most",
    "every",
    "field_question",
    "leadership_of",
    "leadership_question",
    "name_of",
    "negate",
    "some",
]
