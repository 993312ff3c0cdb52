"""The entries of lists of links: under the key of their kind, and in the section `links`."""

from itertools import product
from typing import Any, Final, final

from interagency.document.misfits import Misfit, Misfits
from interagency.document.readers import sequence, table
from interagency.model import Link
from interagency.model.making import maker

# Two lists of ten thousand ends fit into a small file, and make a hundred million links.
MOST_PAIRS: Final = 50_000
_ENDS = ("from", "to")

# A link that is written as the id at its end, under the key of its kind.
plain_link = maker(Link, "kind", "from_", "to")


def link_entry(kind: str, from_: str, value: Any) -> dict[str, Any]:
    """Return an entry that stands under the key of its kind with all its fields."""
    entry = {"to": value} if isinstance(value, str) else table(value)
    taken = [name for name in ("from", "kind") if name in entry]
    if taken:
        hint = Misfit("the place of this link says it already; leave it out")
        raise Misfits([(name, hint) for name in taken])
    return {**entry, "from": from_, "kind": kind}


@final
class Spread:
    """Makes one link for every pair of the ends of an entry, each of which may be a list."""

    def __init__(self) -> None:
        """Begin to count."""
        self.pairs = 0

    def __call__(self, value: Any) -> list[dict[str, Any]]:
        """Return the links of an entry of the section `links`."""
        entry = table(value)
        ends = [_listed(entry.get(name)) for name in _ENDS]
        self.pairs += len(ends[0]) * len(ends[1])
        if self.pairs > MOST_PAIRS and max(map(len, ends)) > 1:
            raise Misfit(f"the lists of ends make more than {MOST_PAIRS:,} links; write fewer")
        return [entry | _written(entry, pair) for pair in product(*ends)]


def _listed(end: Any) -> list[Any]:
    return sequence(end) if isinstance(end, list) else [end]


def _written(entry: dict[str, Any], pair: tuple[Any, ...]) -> dict[str, Any]:
    return {name: end for name, end in zip(_ENDS, pair, strict=True) if name in entry}
