"""Candidates are proposed with their reasons, and never of another kind or country."""

import sys

import pytest

from interagency.document.identities import NO_IDENTITIES, Identities, parse_identities
from interagency.errors import MissingExtra
from interagency.importers.matching.candidates import Candidate, Pool, proposals
from interagency.importers.matching.names import Named, with_registry
from interagency.importers.tabular.places import Places
from interagency.vocabularies import shipped

PLACES = Places.of(shipped())


def asked(name: str, kind: str = "", id: str = "asked") -> Named:
    return Named(id=id, names=(name,), kinds=(kind,) if kind else (), rows=1)


def candidates(
    name: str, kind: str = "", *more: Named, identities: Identities = NO_IDENTITIES
) -> tuple[Candidate, ...]:
    one = asked(name, kind)
    return Pool(with_registry([one, *more]), PLACES, identities).candidates(one)


def test_a_name_with_a_slip_is_likely_and_says_why() -> None:
    (found, *_) = candidates("Norwegian Refugee Councl", "international-ngo")
    assert found == Candidate(
        id="nrc",
        name="Norwegian Refugee Council",
        score=98,
        reasons=("its name is 98 of 100 like 'Norwegian Refugee Council'", "its kind agrees"),
        is_likely=True,
    )


def test_without_a_kind_nothing_is_likely() -> None:
    assert not any(each.is_likely for each in candidates("Norwegian Refugee Councl"))


def test_another_kind_is_never_proposed() -> None:
    assert candidates("Norwegian Refugee Councl", "government") == ()
    assert candidates("Norwegian Refugee Councl", "faith-based")[0].id == "nrc"


def test_ministries_of_two_countries_are_never_proposed() -> None:
    other = asked("Ministry of Health Lebanon", "government", "moh-lbn")
    assert candidates("Ministry of Health Jordan", "government", other) == ()


def test_a_country_that_only_one_names_is_a_reason_to_look_twice() -> None:
    (found, *_) = candidates("HIAS Ecuador", "international-ngo")
    assert (found.id, found.is_likely) == ("hias", False)
    assert found.reasons[0].startswith("its name shares all words of one with")
    assert found.reasons[-1] == "only one names ECU"


def test_an_acronym_is_proposed_only_for_the_same_acronym() -> None:
    assert candidates("UNICEFF") == ()
    twin = asked("ACDC", "", "acdc-2")
    (found,) = candidates("ACDC", "", twin)
    assert (found.id, found.reasons) == ("acdc-2", ("its name is the same as 'ACDC'",))


def test_what_a_decision_holds_apart_is_not_proposed_again() -> None:
    text = "interagency_identities: 1\ndecisions:\n- {name: HIAS Ecuador, is_not: hias}\n"
    assert candidates("HIAS Ecuador", identities=parse_identities(text)) == ()


def test_of_two_alike_one_proposes_the_other() -> None:
    names = [asked("Casa Uno Norte", "", "one"), asked("Casa Uno Nort", "", "other")]
    found = proposals(names, Pool(names, PLACES, NO_IDENTITIES))
    assert [[each.id for each in found[id]] for id in ("one", "other")] == [["other"], []]


def test_at_most_three_are_proposed() -> None:
    more = [asked(f"Casa de la Paz {n}", "", f"casa-{n}") for n in range(9)]
    assert len(candidates("Casa de la Paz", "", *more)) == 3


def test_a_missing_library_is_named_with_the_command_that_brings_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    with pytest.raises(MissingExtra, match=r"pip install 'interagency\[match\]'"):
        Pool((), PLACES, NO_IDENTITIES)
