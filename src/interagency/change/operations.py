"""Operations: pure functions from one architecture to the next, each from a day on.

Each keeps the architecture whole: seats without doubles, lines, places, products, plans and open
decisions that follow. `interagency.change.change_sets` reads several of them from a file.
"""

from interagency.change.body_operations import move, open_records, rename
from interagency.change.endings import close, end_plan
from interagency.change.mergers import merge, split
from interagency.change.seat_operations import hand_over, join, leave, vacate
from interagency.change.wholeness import ImpossibleChange

__all__ = [
    "ImpossibleChange",
    "close",
    "end_plan",
    "hand_over",
    "join",
    "leave",
    "merge",
    "move",
    "open_records",
    "rename",
    "split",
    "vacate",
]
