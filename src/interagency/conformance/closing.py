"""Whether a document says that its list of some sort of things is written whole."""

from typing import Any, Final

from interagency.checking import Snapshot, Verdict
from interagency.conformance.expectations import SELF, Selector
from interagency.conformance.matching import Matcher
from interagency.conformance.things import classes_of
from interagency.model import Appeal, Body, Mandate, Organization, Plan, Post, Product

ALWAYS_OPEN: Final = "always open"
_LISTS: Final[dict[type[Any], str]] = {
    Appeal: "appeals",
    Mandate: "mandates",
    Organization: "organizations",
    Plan: "plans",
    Post: "posts",
    Product: "products",
}


def is_closed(snapshot: Snapshot, selector: Selector, itself: str = "") -> bool:
    """Tell whether the document says that its list of such things is written whole.

    Args:
        snapshot: The architecture of the day.
        selector: The sort of things.
        itself: Id of the thing that a clause speaks of, for the word `self`.
    """
    attributes = dict(selector.attributes)
    complete = set(snapshot.now.complete)
    lists = {list_of(cls) for cls in classes_of(selector)}
    if lists <= complete:
        return True
    if lists != {"groups"}:
        return False
    around = [itself if id == SELF else id for id in attributes.get("within", ())]
    if around and all("groups" in _complete(snapshot, id) for id in around):
        return True
    return attributes.get("kind") == ("platform",) and _platforms_are_closed(snapshot)


def _complete(snapshot: Snapshot, id: str) -> tuple[str, ...]:
    body = snapshot.bodies.get(id)
    return () if body is None else body.complete


def _platforms_are_closed(snapshot: Snapshot) -> bool:
    """Tell whether the platforms are written whole, by the header or by the platforms at the top.

    A platform speaks for those within it. One of which nobody says so, or a forum that may be
    a platform, leaves the list open: there may be others like it.
    """
    if "platforms" in snapshot.now.complete:
        return True
    platform = Selector(("forum",), (("kind", ("platform",)),))
    matcher = Matcher(snapshot)
    found = [body for body in snapshot.bodies.values() if _may_be(matcher, body, platform)]
    return bool(found) and all(
        any("platforms" in above.complete for above in snapshot.upward(body)) for body in found
    )


def _may_be(matcher: Matcher, record: Any, selector: Selector) -> bool:
    return matcher.match(record, selector) is not Verdict.GAP


def list_of(cls: type[Any]) -> str:
    """Return the list that a document may say to be whole, for things of a class."""
    return "groups" if issubclass(cls, Body) else _LISTS.get(cls, ALWAYS_OPEN)
