"""Short ways for tests to look at a document, given without its first line."""

from interagency.checking import Snapshot
from interagency.document import loads
from interagency.indicators import Indicator, indicators


def snapshot(document: str) -> Snapshot:
    """Return the snapshot of a document on its own day."""
    return Snapshot.of(loads(f"interagency: 1\n{document}"))


def indicator(name: str, document: str) -> Indicator:
    """Return one indicator of a document."""
    return next(each for each in indicators(snapshot(document)) if each.name == name)


def counted(name: str, document: str) -> tuple[int, int, int]:
    """Return numerator, denominator and number of unknown ones of an indicator."""
    found = indicator(name, document)
    return (found.numerator, found.denominator, found.unknown)


def limits(name: str, document: str) -> tuple[str, str]:
    """Return the interval of an indicator as text."""
    low, high = indicator(name, document).interval
    return (str(low), str(high))
