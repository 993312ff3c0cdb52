"""Everything that is known of one day, in three values: yes, no and unknown."""

from interagency.snapshot.calendar import (
    PERIODS,
    Issue,
    asked_by,
    is_done,
    issues,
    last_due,
    missing,
    posts_with,
    without_days,
)
from interagency.snapshot.escalation import Rise, ends, escalates, escalation, levels_above
from interagency.snapshot.government import Government
from interagency.snapshot.hints import DESCRIBING, described
from interagency.snapshot.holders import Holder
from interagency.snapshot.index import NotABody
from interagency.snapshot.involvement import Involvement, involved, involvements
from interagency.snapshot.labels import counted, name_of, section_of, subject_of
from interagency.snapshot.leadership import Leadership, Slot, is_service, leadership_of
from interagency.snapshot.mandates import Wanted, holds_there, in_leadership, leaders, leads, listed
from interagency.snapshot.open_questions import disputed_in
from interagency.snapshot.participation import ANY, Key, Participation, filed, sought, wider_areas
from interagency.snapshot.people import (
    is_for_refugees,
    is_refugee_forum,
    is_without,
    protection_rooms,
)
from interagency.snapshot.platforms import Platforms, forums_of_plans, is_platform, platforms
from interagency.snapshot.questions import WHICH_DAY, Question, field_question, leadership_question
from interagency.snapshot.snapshot import Snapshot
from interagency.snapshot.verdict import Verdict, at_least, at_most, every, negate, some
from interagency.vocabularies.standing import Standing

__all__ = [
    "ANY",
    "DESCRIBING",
    "PERIODS",
    "WHICH_DAY",
    "Government",
    "Holder",
    "Involvement",
    "Issue",
    "Key",
    "Leadership",
    "NotABody",
    "Participation",
    "Platforms",
    "Question",
    "Rise",
    "Slot",
    "Snapshot",
    "Standing",
    "Verdict",
    "Wanted",
    "asked_by",
    "at_least",
    "at_most",
    "counted",
    "described",
    "disputed_in",
    "ends",
    "escalates",
    "escalation",
    "every",
    "field_question",
    "filed",
    "forums_of_plans",
    "holds_there",
    "in_leadership",
    "involved",
    "involvements",
    "is_done",
    "is_for_refugees",
    "is_platform",
    "is_refugee_forum",
    "is_service",
    "is_without",
    "issues",
    "last_due",
    "leaders",
    "leadership_of",
    "leadership_question",
    "leads",
    "levels_above",
    "listed",
    "missing",
    "name_of",
    "negate",
    "platforms",
    "posts_with",
    "protection_rooms",
    "section_of",
    "some",
    "sought",
    "subject_of",
    "wider_areas",
    "without_days",
]
