"""Whether a reference model says anything of a document at all, and in one line why not."""

from collections.abc import Collection, Iterator

from interagency.conformance.grounds import whole_on_ground
from interagency.conformance.reference_model import ReferenceModel
from interagency.model import UNKNOWN, Forum, Level, Plan
from interagency.snapshot import Snapshot
from interagency.vocabularies import Vocabulary


def why_not(snapshot: Snapshot, model: ReferenceModel) -> str:
    """Return why a model says nothing of a document; nothing if it may.

    A document in which one of the model's own plans or forums is written is the model's, wherever
    it is; else its countries and its level must be among those of the model, or unknown. A model
    that names no countries and no levels, but plans or forums, is for documents with one of them.
    """
    if not whole_on_ground(snapshot, model.situations):
        here = {snapshot.now.situation, *map(snapshot.situation, snapshot.now.bodies)}
        there = _named(snapshot, "situations", sorted(each for each in here if each))
        meant = _named(snapshot, "situations", model.situations)
        return f"it is for {meant}, and the situation here is {there}"
    if _has_its_own(snapshot, model):
        return ""
    return next(_elsewhere(snapshot, model), "")


def _elsewhere(snapshot: Snapshot, model: ReferenceModel) -> Iterator[str]:
    """Yield why a document is not where a model is: in other countries, at another level."""
    places = _countries(snapshot)
    if model.countries and places and places.isdisjoint(model.countries):
        meant = _named(snapshot, "countries", model.countries)
        there = _named(snapshot, "countries", sorted(places))
        yield f"it is for {meant}, and the countries here are {there}"
    own = (("plan", model.plans), ("forum", model.forums))
    if not (model.countries or model.levels) and any(kinds for _, kinds in own):
        kept = [f"a {name} of kind {' or '.join(kinds)}" for name, kinds in own if kinds]
        yield f"it is for documents with {' or '.join(kept)}, and none is written here"
    level = snapshot.now.level
    if model.levels and level not in (None, Level.UNKNOWN) and str(level) not in model.levels:
        yield f"it is for the {' or '.join(model.levels)} level, and the level here is {level}"


def _has_its_own(snapshot: Snapshot, model: ReferenceModel) -> bool:
    """Return whether a plan or a forum of the kinds that belong to a model is written."""
    known = snapshot.vocabularies
    plans, forums = known["plan-kinds"], known["body-kinds"]
    of_plans = (each.kind for each in snapshot.certain(Plan))
    of_forums = (kind for each in snapshot.certain(Forum) for kind in each.kind)
    return any(_is_any(plans, kind, model.plans) for kind in of_plans) or any(
        _is_any(forums, kind, model.forums) for kind in of_forums
    )


def _is_any(known: Vocabulary, kind: str | None, wanted: Collection[str]) -> bool:
    return kind is not None and any(known.is_a(kind, each) for each in wanted)


def _countries(snapshot: Snapshot) -> set[str]:
    """Return the countries of a document; none where some of them are unknown."""
    areas = [area for body in snapshot.now.bodies for area in snapshot.areas(body)]
    areas += [
        *snapshot.now.areas,
        *(each for plan in snapshot.now.plans for each in plan.countries),
    ]
    return set() if UNKNOWN in areas else {area[:3] for area in areas}


def _named(snapshot: Snapshot, vocabulary: str, codes: Collection[str]) -> str:
    known = snapshot.vocabularies[vocabulary]
    terms = ((code, known.get(code)) for code in codes)
    names = [f"{term.name} ({code})" if term else code for code, term in terms]
    return ("; " if any("," in each for each in names) else ", ").join(names)
