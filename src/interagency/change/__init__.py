"""Change: what is different, what would be, and who loses a seat by it."""

from interagency.change.change_sets import ChangeSet, Operation, apply
from interagency.change.changes import Change, ChangeKind
from interagency.change.changes_between import changes_between
from interagency.change.comparison import Comparison, compare
from interagency.change.differences import Difference, differences
from interagency.change.effects import Effects, WhatIf, effects_of
from interagency.change.history import Event, history, lineage
from interagency.change.operations import (
    ImpossibleChange,
    close,
    end_plan,
    hand_over,
    join,
    leave,
    merge,
    move,
    open_records,
    rename,
    split,
    vacate,
)
from interagency.change.versions import Conflict, merge_versions

__all__ = [
    "Change",
    "ChangeKind",
    "ChangeSet",
    "Comparison",
    "Conflict",
    "Difference",
    "Effects",
    "Event",
    "ImpossibleChange",
    "Operation",
    "WhatIf",
    "apply",
    "changes_between",
    "close",
    "compare",
    "differences",
    "effects_of",
    "end_plan",
    "hand_over",
    "history",
    "join",
    "leave",
    "lineage",
    "merge",
    "merge_versions",
    "move",
    "open_records",
    "rename",
    "split",
    "vacate",
]
