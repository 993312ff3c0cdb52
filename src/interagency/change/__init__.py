"""Change: what is different, what would be, and who loses a seat by it."""

from interagency.change.changes import Change, ChangeKind
from interagency.change.comparison import Comparison, compare
from interagency.change.differences import Difference, differences

__all__ = ["Change", "ChangeKind", "Comparison", "Difference", "compare", "differences"]
