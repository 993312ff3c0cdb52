"""What a body is called inside a picture: its id, in letters that every language takes."""

from hashlib import sha256
from typing import Final

# Ids have no capital letters, so that two ids never become the same.
_LETTERS: Final = str.maketrans({"-": "_", "_": "_U", ".": "_D", "/": "_S"})
_MOST: Final = 60


def node_id(id: str) -> str:
    """Return the name of a body in a picture, different for every body; never a keyword."""
    name = "b_" + id.translate(_LETTERS)
    return name if len(name) <= _MOST else f"b_H{sha256(id.encode()).hexdigest()[:24]}"
