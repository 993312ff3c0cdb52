"""What makes an architecture broken: every fault is found, and all at once."""

from contextlib import suppress
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.model import (
    Alias,
    Answer,
    Appeal,
    Architecture,
    BrokenArchitecture,
    Certainty,
    Day,
    Fault,
    Forum,
    Level,
    Link,
    Mandate,
    Office,
    Organization,
    Plan,
    Post,
    Presence,
    Product,
    Progress,
    Seat,
    Sector,
    Source,
    SubSector,
    Within,
    WorkingGroup,
    validation,
)
from interagency.model.sections import ENTITY_KEYS
from interagency.model.values import Flaw, flaws_in
from interagency.testing.strategies import architectures

UNHCR = Organization(id="unhcr")
RCF = Forum(id="rcf")
SEAT = Seat(body="rcf", term="chair", holder="unhcr")


def odd(value: object) -> Any:
    """Return a value for a place where it does not belong, unseen by type checkers."""
    return value


def said(**sections: Any) -> list[str]:
    """Return what is wrong with an architecture, a line for each fault."""
    with pytest.raises(BrokenArchitecture) as broken:
        Architecture(**sections)
    lines = [str(fault) for fault in broken.value.faults]
    assert str(broken.value) == "\n".join(lines)
    return lines


def test_everything_wrong_is_said_at_once() -> None:
    """A person repairs a file in one go, not one fault after the other."""
    found = said(
        areas=("Romania",),
        organizations=(Organization(id="gov", country="Romania"),),
        forums=(Forum(id="rcf", within=Within(to="hct")), Forum(id="gov")),
        seats=(Seat(body="rfc", term="chair", holder="gov"),),
        plans=(Plan(id="rrp", since=Day("2023"), until=Day("2022")),),
    )
    starts = [
        "gov: id: the id 'gov' is already that of an organization; choose another, for example "
        "gov-forum",
        "areas[0]: 'Romania' is not an area: ",
        "gov: country: 'Romania' is not a country: ",
        "rcf: within.to: nothing has the id 'hct'; a body is expected here",
        "seat rfc/chair/gov: body: nothing has the id 'rfc'; a body is expected here; "
        "did you mean rcf?",
        "rrp: until: ends 2022, before it begins, 2023",
    ]
    assert sorted(start for start in starts for line in found if line.startswith(start)) == sorted(
        starts
    )
    assert len(found) == len(starts)


def test_a_fault_carries_the_record_and_the_field() -> None:
    """Whoever shows it can find the place; the record of a header is the architecture."""
    forum = Forum(id="rcf", level=odd("national"))
    with pytest.raises(BrokenArchitecture) as broken:
        Architecture(title=" ", forums=(forum,))
    header, body = broken.value.faults
    assert body == Fault(forum, "level", "must be Level, not str")
    assert isinstance(header.record, Architecture)
    assert str(header).startswith("title: ' ' is not a text")


class TestIds:
    """Ids are one namespace per architecture."""

    @pytest.mark.parametrize(
        "second",
        [
            {"forums": (Forum(id="x"),)},
            {"working_groups": (WorkingGroup(id="x"),)},
            {"sources": (Source(id="x"),)},
            {"products": (Product(id="x"),)},
            {"mandates": (Mandate(id="x", organization="unhcr"),)},
            {"answers": (Answer(id="x", answer="yes"),)},
        ],
    )
    def test_an_id_names_one_thing_across_all_kinds(self, second: dict[str, Any]) -> None:
        found = said(organizations=(UNHCR,), sectors=(Sector(id="x"),), **second)
        assert len(found) == 1
        assert "the id 'x' is already that of a" in found[0]

    def test_an_equal_record_is_a_repeated_id_too(self) -> None:
        assert said(forums=(Forum(id="x"), Forum(id="x"))) == [
            "x: id: the id 'x' is already that of another forum"
        ]

    def test_the_same_record_twice_is_a_repeated_id_too(self) -> None:
        assert said(forums=(RCF, RCF)) == ["rcf: id: the id 'rcf' is already that of another forum"]

    @pytest.mark.parametrize("word", ["unknown", "none", "vacant"])
    def test_a_reserved_word_is_no_id(self, word: str) -> None:
        found = said(forums=(Forum(id=word),))
        assert found == [f"{word}: id: {word!r} is a reserved word; choose another id"]

    @pytest.mark.parametrize("id", ["RCF", "", "a b", "rcf\n", None, 5])
    def test_a_malformed_id_is_refused(self, id: Any) -> None:
        (found,) = said(forums=(Forum(id=id),))
        assert ": id: " in found or found.startswith("id: ")


class TestReferences:
    """A reference names a thing of the right kind, or a word that the field allows."""

    @pytest.mark.parametrize(
        ("sections", "place"),
        [
            ({"default_sources": ("x",)}, "default_sources[0]"),
            ({"organizations": (Organization(id="a", parent="x"),)}, "a: parent"),
            ({"forums": (Forum(id="a", sources=("x",)),)}, "a: sources[0]"),
            ({"sub_sectors": (SubSector(id="a", within=Within(to="x")),)}, "a: within.to"),
            ({"plans": (Plan(id="a", part_of="x"),)}, "a: part_of"),
            ({"plans": (Plan(id="a", forum="x"),)}, "a: forum"),
            ({"offices": (Office(id="a", parent="x"),)}, "a: parent"),
            ({"posts": (Post(id="a", office="x"),)}, "a: office"),
            ({"products": (Product(id="a", contributors=("x",)),)}, "a: contributors[0]"),
            ({"mandates": (Mandate(id="a", organization="x"),)}, "a: organization"),
            ({"answers": (Answer(id="a", answer="no", sources=("x",)),)}, "a: sources[0]"),
        ],
    )
    def test_an_unknown_id_is_named_with_its_place(
        self, sections: dict[str, Any], place: str
    ) -> None:
        (found,) = said(**sections)
        assert found.startswith(f"{place}: nothing has the id 'x'")

    def test_both_ends_of_every_relationship_are_looked_up(self) -> None:
        found = said(
            seats=(Seat(body="x", term="chair", holder="y", post="z"),),
            links=(Link(from_="x", kind="supports", to="y"),),
            appeals=(Appeal(plan="x", organization="y"),),
            presence=(Presence(organization="x", plan="y"),),
        )
        assert sorted(line.split(": ")[1] for line in found) == sorted(
            [*("body", "holder", "post", "from_", "to"), *("plan", "organization") * 2]
        )

    def test_a_thing_of_another_kind_is_named_as_what_it_is(self) -> None:
        assert said(organizations=(UNHCR,), plans=(Plan(id="rrp", forum="unhcr"),)) == [
            "rrp: forum: 'unhcr' is an organization; a body is expected here"
        ]

    def test_a_slip_is_answered_with_what_may_be_meant(self) -> None:
        sections = {"organizations": (UNHCR,), "forums": (RCF,)}
        (found,) = said(seats=(attrs.evolve(SEAT, holder="unchr"),), **sections)
        assert found.endswith("; did you mean unhcr?")

    def test_a_word_stands_only_where_it_may(self) -> None:
        (found,) = said(forums=(Forum(id="a", within=Within(to="vacant")),))
        assert found.startswith("a: within.to: nothing has the id 'vacant'")


class TestForms:
    """Every text has the form that its field asks for."""

    @pytest.mark.parametrize(
        ("record", "place"),
        [
            ({"forums": (Forum(id="a", kind=("two words",)),)}, "a: kind[0]"),
            ({"forums": (Forum(id="a", covers=("PRO", "PRO")),)}, "a: covers[1]"),
            ({"forums": (Forum(id="a", areas=("rou",)),)}, "a: areas[0]"),
            ({"forums": (Forum(id="a", stands_for="some"),)}, "a: stands_for"),
            ({"forums": (Forum(id="a", names=(("fr", " "),)),)}, "a: names"),
            ({"plans": (Plan(id="a", countries=("ROU", "Romania")),)}, "a: countries[1]"),
            ({"products": (Product(id="a", by=("none", "rcf")),)}, "a: by"),
            ({"products": (Product(id="a", done=(Day("2022"), Day("2022"))),)}, "a: done[1]"),
            ({"answers": (Answer(id="a", answer="maybe"),)}, "a: answer"),
            ({"complete": ("everything",)}, "complete[0]"),
            ({"roles": (("chair", "lead"), ("chair", "lead"))}, "roles"),
        ],
    )
    def test_a_malformed_value_is_named_with_its_place(
        self, record: dict[str, Any], place: str
    ) -> None:
        (found,) = said(**{"sectors": (Sector(id="rcf"),)} | record)
        assert found.startswith(f"{place}: ")

    @pytest.mark.parametrize(
        ("record", "flaw"),
        [
            ({"as_of": "2022"}, "as_of: must be Day, not str"),
            ({"forums": (Forum(id="a", level=odd("x")),)}, "a: level: must be Level, not str"),
            (
                {"forums": (Forum(id="a", covers=odd("PRO")),)},
                "a: covers: must be a tuple, not str",
            ),
            (
                {"forums": (Forum(id="a", covers=odd(([],))),)},
                "a: covers[0]: must be str, not list",
            ),
        ],
    )
    def test_a_value_of_a_wrong_type_is_named(self, record: dict[str, Any], flaw: str) -> None:
        assert said(**record) == [flaw]

    def test_a_list_is_no_tuple(self) -> None:
        forum = Forum(id="a", covers=odd(["PRO"]))
        assert said(forums=(forum,)) == ["a: covers: must be a tuple, not list"]

    def test_a_text_is_no_record(self) -> None:
        forum = Forum(id="a", within=odd("rcf"))
        assert said(forums=(RCF, forum)) == ["a: within: must be Within, not str"]

    def test_a_record_of_another_class_is_named(self) -> None:
        (found,) = said(forums=(Sector(id="a"),))
        assert found == "forums: must be a tuple of Forum, not of Sector"

    def test_a_wrong_type_is_seen_beside_an_equal_value_of_the_right_one(self) -> None:
        forums = (Forum(id="a", level=Level.SITE), Forum(id="b", level=odd("site")))
        assert said(forums=forums) == ["b: level: must be Level, not str"]

    def test_faults_inside_a_record_are_named_under_it(self) -> None:
        """Aliases and `within` carry sources and notes of their own."""
        forum = Forum(
            id="rcf",
            aliases=(Alias(name="Forum"), Alias(name=" ", sources=("x",))),
            within=Within(to="unknown", note=""),
        )
        assert sorted(line.partition(" is ")[0] for line in said(forums=(forum,))) == [
            "rcf: aliases[1].name: ' '",
            "rcf: aliases[1].sources[0]: nothing has the id 'x'; a source",
            "rcf: within.note: ''",
        ]


class TestCycles:
    """Nothing lies within itself, at whatever distance."""

    def test_bodies_of_any_class_make_one_ring(self) -> None:
        assert said(
            forums=(Forum(id="a", within=Within(to="b")),),
            sectors=(Sector(id="b", within=Within(to="c")),),
            sub_sectors=(SubSector(id="c", within=Within(to="a")),),
            working_groups=(WorkingGroup(id="d", within=Within(to="a")),),
        ) == ["a: lies within itself: a in b in c in a"]

    def test_each_ring_is_said_once(self) -> None:
        plans = [("a", "a"), ("b", "c"), ("c", "b"), ("d", "c"), ("e", "unknown"), ("f", "e")]
        assert said(plans=tuple(Plan(id=id, part_of=above) for id, above in plans)) == [
            "a: lies within itself: a in a",
            "b: lies within itself: b in c in b",
        ]

    def test_organizations_and_offices_have_parents_too(self) -> None:
        assert said(
            organizations=(Organization(id="a", parent="b"), Organization(id="b", parent="a")),
            offices=(Office(id="c", parent="c"),),
        ) == ["a: lies within itself: a in b in a", "c: lies within itself: c in c"]

    @given(st.permutations("abcdef"), st.integers(0, 5))
    def test_a_chain_is_whole_until_its_ends_meet(self, chain: list[str], at: int) -> None:
        pairs = zip(chain, [*chain[1:], None], strict=True)
        offices = [Office(id=id, parent=above) for id, above in pairs]
        assert Architecture(offices=tuple(offices)).offices == tuple(offices)
        offices[-1] = attrs.evolve(offices[-1], parent=chain[at])
        (found,) = said(offices=tuple(offices))
        assert found.count(" in ") == len(chain) - at


class TestRelationships:
    """Two relationships with one natural key are the same, written twice."""

    @pytest.mark.parametrize(
        ("name", "record"),
        [
            ("seats", SEAT),
            ("links", Link(from_="rcf", kind="supports", to="rcf")),
            ("appeals", Appeal(plan="rrp", organization="unhcr")),
            ("presence", Presence(organization="unhcr", area="ROU")),
        ],
    )
    def test_a_natural_key_comes_once(self, name: str, record: Any) -> None:
        sections: dict[str, Any] = {"organizations": (UNHCR,), "forums": (RCF,)}
        sections["plans"] = (Plan(id="rrp"),)
        assert getattr(Architecture(**sections | {name: (record,)}), name) == (record,)
        other = attrs.evolve(record, note="said elsewhere too")
        with pytest.raises(BrokenArchitecture) as broken:
            Architecture(**sections | {name: (record, other, other)})
        message = "is written twice; write it once, with a count if there are more"
        assert broken.value.faults == (Fault(other, "", message),) * 2

    @pytest.mark.parametrize("until", ["2021", "2021-12-31"])
    def test_a_period_does_not_run_backward(self, until: str) -> None:
        seat = attrs.evolve(SEAT, since=Day("2022"), until=Day(until))
        assert said(organizations=(UNHCR,), forums=(RCF,), seats=(seat,)) == [
            f"seat rcf/chair/unhcr: until: ends {until}, before it begins, 2022"
        ]

    def test_a_period_may_be_as_short_as_what_is_written(self) -> None:
        forum = Forum(id="a", since=Day("2022-03"), until=Day("2022"))
        other = Forum(id="b", since=Day("2022-03"), until=Day("2022-03-01"))
        assert Architecture(forums=(forum, other)).forums == (forum, other)


@given(architectures())
def test_what_is_drawn_is_whole(architecture: Architecture) -> None:
    """The strategies build valid architectures, whose parts fit together again."""
    assert validation.faults_of(architecture) == ()
    assert attrs.evolve(architecture) == architecture


@given(architectures(), st.sampled_from(ENTITY_KEYS))
def test_without_a_section_only_references_to_it_break(
    architecture: Architecture, section: str
) -> None:
    """Whatever is taken away, the answer is a whole architecture or a full list of faults."""
    removed = {each.id for each in getattr(architecture, section)}
    faults = faults_without(architecture, section)
    assert all("nothing has the id" in fault.message for fault in faults)
    assert {fault.message.split("'")[1] for fault in faults} <= removed


def faults_without(architecture: Architecture, section: str) -> tuple[Fault, ...]:
    try:
        attrs.evolve(architecture, **{section: odd(())})
    except BrokenArchitecture as broken:
        return broken.faults
    return ()


@pytest.mark.parametrize(("note", "expected"), [("good", 0), (" ", 2)])
def test_values_are_judged_once_and_only_if_one_of_them_is_bad(
    note: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A million good seats repeat few values, so that checking them costs little."""
    judged: list[object] = []

    def counted(shape: Any, value: Any, ids: Any) -> tuple[Flaw, ...]:
        judged.append(value)
        return flaws_in(shape, value, ids)

    monkeypatch.setattr("interagency.model.validation.flaws_in", counted)
    days = [Day(str(year)) for year in range(1000, 1100)]
    seats = [attrs.evolve(SEAT, since=day, note="a note") for day in days]
    with suppress(BrokenArchitecture):
        last = attrs.evolve(SEAT, note=note)
        Architecture(organizations=(UNHCR,), forums=(RCF,), seats=(*seats, last))
    assert len(judged) == expected


def test_a_long_ring_is_told_in_short() -> None:
    """Fifty thousand names in one line help nobody."""
    forums = tuple(Forum(id=f"f{n}", within=Within(to=f"f{(n + 1) % 50}")) for n in range(50))
    assert said(forums=forums) == ["f0: lies within itself: f0 in f1 in f2 in f3 in 46 more in f0"]


class TestWhatTheQuickCheckMustNotLetPass:
    """Columns are judged at once; whatever is odd in them is still told, and never raises."""

    @pytest.mark.parametrize(
        ("record", "flaw"),
        [
            ({"names": "abc"}, "names: must be a tuple, not str"),
            ({"names": (("a", "b", "c"),)}, "names: ('a', 'b', 'c') is no pair of texts"),
            ({"names": (5,)}, "names: 5 is no pair of texts"),
            ({"names": (([], "c"),)}, "names: [] is not text that is neither blank nor broken"),
            ({"covers": None}, "covers: must be a tuple, not NoneType"),
            ({"certainty": None}, "certainty: must be Certainty, not NoneType"),
            ({"aliases": [Alias(name="x")]}, "aliases: must be a tuple, not list"),
            ({"aliases": None}, "aliases: must be a tuple, not NoneType"),
            ({"name": Level.SITE}, "name: must be str, not Level"),
            ({"since": Day("2022"), "until": "2021"}, "until: must be Day, not str"),
            ({"within": Within(to=odd(["b"]))}, "within.to: must be str, not list"),
        ],
    )
    def test_a_forum(self, record: dict[str, Any], flaw: str) -> None:
        (found,) = said(forums=(Forum(id="a", **record),))
        assert found.startswith(f"a: {flaw}")

    def test_an_id_that_is_a_list(self) -> None:
        seat = Seat(body=odd(["rcf"]), term="chair")
        (found,) = said(forums=(RCF,), seats=(seat,))
        assert found.endswith("body: must be str, not list")

    @pytest.mark.parametrize("count", [0, 10**18])
    def test_a_count_that_could_not_be_read_again(self, count: int) -> None:
        (found,) = said(forums=(RCF,), seats=(Seat(body="rcf", term="member", count=count),))
        assert found.endswith("count: must be at least 1, and less than 10^18")


NOBODY = (
    "'none' means that there is no such seat; it stands alone, or at another time (since, until)"
)


class TestNone:
    """`none` says that there is no such seat, so nobody can hold one beside it."""

    @pytest.mark.parametrize(
        "beside",
        [
            {"holder": "unhcr"},
            {"holder": "unhcr", "certainty": Certainty.INFERRED},
            {"holder": "unknown"},
            {"holder": "vacant"},
            {"kind": "ngo"},
            # at the same time, for a while at least
            {"holder": "unhcr", "since": Day("2022")},
            {"holder": "unhcr", "until": Day("2023-06")},
        ],
    )
    def test_nothing_else_stands_in_its_list(self, beside: dict[str, Any]) -> None:
        nobody = Seat(body="rcf", term="chair", holder="none", since=Day("2023-06-30"))
        nobody = attrs.evolve(nobody, since=None if "until" in beside else nobody.since)
        seats = (Seat(body="rcf", term="chair", **beside), nobody)
        assert said(organizations=(UNHCR,), forums=(RCF,), seats=seats) == [
            f"seat rcf/chair/none: {NOBODY}"
        ]

    @pytest.mark.parametrize(
        "beside",
        [
            {"term": "co-chair", "holder": "unhcr"},
            {"body": "hct", "holder": "unhcr"},
            # of another phase or time, or perhaps of another
            {"holder": "unhcr", "when": "emergency"},
            {"holder": "unhcr", "until": Day("2022")},
            {"holder": "unhcr", "until": Day("2023")},
            # sources disagree which of the two holds
            {"holder": "unhcr", "certainty": Certainty.DISPUTED},
            # nobody at one time, and nobody at another
            {"holder": "none", "until": Day("2022")},
        ],
    )
    def test_it_stands_beside_what_is_no_part_of_its_list(self, beside: dict[str, Any]) -> None:
        other = Seat(**{"body": "rcf", "term": "chair", **beside})
        nobody = Seat(body="rcf", term="chair", holder="none", since=Day("2023-06"))
        forums = (RCF, Forum(id="hct"))
        whole = Architecture(organizations=(UNHCR,), forums=forums, seats=(other, nobody))
        assert {*whole.seats} == {other, nobody}
        doubt = attrs.evolve(nobody, certainty=Certainty.DISPUTED, since=None)
        Architecture(organizations=(UNHCR,), forums=forums, seats=(SEAT, doubt))

    def test_what_is_no_id_is_told_as_such(self) -> None:
        odd: Any = ["rcf"]
        seats = (SEAT, Seat(body=odd, term="chair", holder="none"))
        (found,) = said(organizations=(UNHCR,), forums=(RCF,), seats=seats)
        assert "stands alone" not in found


@pytest.mark.parametrize(
    "wrong",
    [
        5,
        Progress(as_of=None),  # type: ignore[arg-type]  # on purpose
        Progress(as_of=Day("2022"), covers=[[]]),  # type: ignore[arg-type]  # on purpose
    ],
)
def test_progress_that_is_none_is_told_once_and_breaks_nothing(wrong: object) -> None:
    plan = Plan(id="p", progress=(wrong, wrong))  # type: ignore[arg-type]  # on purpose
    with pytest.raises(BrokenArchitecture) as caught:
        Architecture(plans=(plan,))
    assert all("same day" not in fault.message for fault in caught.value.faults)
