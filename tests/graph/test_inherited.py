"""What is inherited is what a walk up from each body finds."""

from hypothesis import given

from interagency.graph.inherited import inherited
from interagency.model import Architecture, Forum, Within
from interagency.model.effective import upward
from tests.graph.small import knots


@given(knots())
def test_a_body_has_what_the_nearest_above_it_has(whole: Architecture) -> None:
    def own(id: str) -> str | None:
        return id if id in "ac" else None

    expected = {
        body.id: next((each.id for each in upward(whole, body) if own(each.id)), None)
        for body in whole.bodies
    }
    assert inherited(whole, lambda body: own(body.id)) == expected


def test_each_body_is_asked_once_however_deep_it_lies() -> None:
    bodies = tuple(Forum(id=f"f{n}", within=Within(to=f"f{n + 1}")) for n in range(2_000))
    asked: list[str] = []
    found = inherited(
        Architecture(forums=(*bodies, Forum(id="f2000"))), lambda body: asked.append(body.id)
    )
    assert (len(found), len(asked), {*found.values()}) == (2_001, 2_001, {None})
