"""Change: what is different, what would be, and who loses a seat by it."""

from interagency.change.changes import Change, ChangeKind
from interagency.change.comparison import Comparison, compare
from interagency.change.differences import Difference, differences
from interagency.change.merge import Conflict, merge

__all__ = [
    "Change",
    "ChangeKind",
    "Comparison",
    "Conflict",
    "Difference",
    "compare",
    "differences",
    "merge",
]
