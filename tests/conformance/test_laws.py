"""The laws of three values: what is said holds however the open facts turn out."""

import random
from itertools import count
from typing import Any

from attrs import evolve
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from interagency.conformance import Clause, ClauseResult, Outcome, ReferenceModel, conform
from interagency.model import Architecture, Forum, Plan, Post, Seat
from interagency.model import Sector as SectorGroup
from interagency.testing.strategies import architectures
from tests.conformance.truth import truth
from tests.conformance.worlds import clauses, completion, steps, worlds

DECIDED = (Outcome.MET, Outcome.GAP, Outcome.NOT_APPLICABLE)
SHOWN = 25
SEEDS = st.integers(0, 9999)
# Shrinking such a world takes minutes.
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)


def said(world: Architecture, clause: Clause) -> ClauseResult:
    model = ReferenceModel(name="mine", title="Mine", clauses=(clause,))
    return conform(world, [model]).models[0].clauses[0]


@given(clauses())
def test_of_an_empty_document_everything_is_unknown(clause: Clause) -> None:
    assert said(Architecture(), clause).outcome is Outcome.UNKNOWN


@given(worlds() | architectures(max_bodies=4, max_others=5, max_relations=8), clauses())
def test_what_is_unknown_comes_with_a_question_and_nothing_else_does(
    world: Architecture, clause: Clause
) -> None:
    result = said(world, clause)
    assert bool(result.questions) is (result.outcome is Outcome.UNKNOWN)
    assert all(each.text and each.write and each.about for each in result.questions)
    assert not (result.met_by and result.outcome is not Outcome.MET)
    assert not (result.missed_by and result.outcome is not Outcome.GAP)


@settings(phases=QUICK)
@given(worlds(), clauses(), SEEDS)
def test_to_know_more_never_changes_what_was_decided(
    world: Architecture, clause: Clause, seed: int
) -> None:
    """And so, the other way round: to know less never decides what was unknown."""
    before = said(world, clause).outcome
    if before not in DECIDED:
        return
    found = list(steps(world))
    for after in random.Random(seed).sample(found, min(SHOWN, len(found))):
        assert said(after, clause).outcome is before


@settings(max_examples=25, phases=QUICK)
@given(worlds(), clauses(), SEEDS)
def test_what_is_decided_holds_in_whatever_the_world_turns_out_to_be(
    world: Architecture, clause: Clause, seed: int
) -> None:
    outcome, chance = said(world, clause).outcome, random.Random(seed)
    # A body may always support another that nobody wrote, an organization have other tags; and
    # there may always be other organizations; and an organization may sit through any of its posts.
    always_open = ("supports", "tags=('local',)", "of=('organization',)", "designations=('")
    may_stay_open = any(word in repr(clause) for word in always_open)
    for _ in range(3):
        whole = completion(world, (chance.randrange(10**6) for _ in count()))
        actual = truth(whole, clause)
        assert outcome is Outcome.UNKNOWN or outcome.value == actual
        final = said(whole, clause).outcome
        assert final.value == actual or (may_stay_open and final is Outcome.UNKNOWN)


@st.composite
def additions(draw: st.DrawFn, world: Architecture) -> dict[str, Any]:
    """Draw one more of something of which the list is open."""
    more: list[dict[str, Any]] = []
    if "groups" not in world.complete:
        for section, cls in (("forums", Forum), ("sectors", SectorGroup)):
            body = cls(
                id="zz",
                kind=draw(st.sampled_from(((), ("rcf",), ("inter-cluster",)))),
                covers=draw(st.sampled_from(((), ("PRO",)))),
            )
            more.append({section: (*getattr(world, section), body)})
    if "posts" not in world.complete:
        more.append({"posts": (*world.posts, Post(id="zz", designations=("rc",)))})
    if "plans" not in world.complete:
        more.append({"plans": (*world.plans, Plan(id="zz", countries=("COL",)))})
    if "members" not in world.complete and world.bodies:
        seat = Seat(body=world.bodies[0].id, term="member", holder="n")
        more.append({"seats": (*world.seats, seat)})
    assume(more)
    return draw(st.sampled_from(more))


@given(st.data(), worlds(), clauses())
def test_one_more_in_an_open_list_never_removes_a_gap(
    data: st.DataObject, world: Architecture, clause: Clause
) -> None:
    if said(world, clause).outcome is Outcome.GAP:
        more = evolve(world, **data.draw(additions(world)))
        assert said(more, clause).outcome is Outcome.GAP


@given(worlds(), clauses(), SEEDS)
def test_the_order_of_facts_does_not_matter(world: Architecture, clause: Clause, seed: int) -> None:
    chance = random.Random(seed)
    sections = ("organizations", "forums", "sectors", "seats", "links", "complete")
    mixed: dict[str, Any] = {
        name: tuple(chance.sample(getattr(world, name), len(getattr(world, name))))
        for name in sections
    }
    first, second = said(world, clause), said(evolve(world, **mixed), clause)
    assert evolve(first, questions=()) == evolve(second, questions=())
    assert {(each.subject, each.about) for each in first.questions} == {
        (each.subject, each.about) for each in second.questions
    }
