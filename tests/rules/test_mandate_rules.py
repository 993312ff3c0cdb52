"""Mandates, accountability, double-hatting, local actors: only what is certain is a gap."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.checking import Finding, Severity, Snapshot, run_rule
from interagency.document import load
from interagency.examples import path
from interagency.model import (
    Architecture,
    Certainty,
    Forum,
    Level,
    Mandate,
    Organization,
    Post,
    Seat,
    Sector,
    SubSector,
    Within,
)
from interagency.model.keys import seat_key
from tests.rules.documents import asked, flagged, messages, none_alone, result, rule
from tests.rules.test_rule_properties import mutations, replaced

MUST, DEVIATION, SEAT = "must-mandate-deviation", "mandate-deviation", "mandate-without-seat"
BLURRED, DOUBLE, LOCAL = "accountability-blurred", "double-hatting", "local-actor-absent"


class TestUkraine2022:
    """Mine action is led by UNDP, by agreement in the country, and by UNMAS worldwide."""

    def test_it_is_warned_of_once_and_the_agreement_is_named(self) -> None:
        (finding,) = self.say(DEVIATION)
        assert finding.subject == "mine-action"
        assert finding.severity is Severity.WARNING
        assert finding.message == (
            "Mine Action Sub-Cluster is led by UNDP; the global lead is UNMAS, "
            "and an agreement in the country is inferred (undp-mine-action)"
        )
        assert finding.evidence == ("undp-mine-action", "aor-mine-action")

    @pytest.mark.parametrize("name", [MUST, SEAT, BLURRED, DOUBLE, LOCAL])
    def test_nothing_else_is_certain(self, name: str) -> None:
        assert self.say(name) == ()

    @staticmethod
    def say(name: str) -> tuple[Finding, ...]:
        day = Snapshot.of(load(path("ukraine-clusters-2022")))
        return run_rule(rule(name), day).findings


@pytest.mark.parametrize("name", ["r4v", "romania-2022", "bangladesh-rohingya", "3rp-2022"])
def test_the_other_examples_break_no_mandate(name: str) -> None:
    day = Snapshot.of(load(path(name)))
    found = [run_rule(rule(each), day).findings for each in (MUST, DEVIATION, SEAT, BLURRED)]
    assert found == [()] * 4


PEOPLE = """
organizations:
  moi: {name: Ministry, kind: government}
  office: {name: Branch Office, kind: un-agency, parent: unhcr}
  agency: {name: Agency, kind: un-agency}
  maybe-state: {name: Authority}
"""


def protection(seats: str, rest: str = "") -> str:
    """Return a national protection group of refugees."""
    head = f"situation: refugee\nlevel: national\n{PEOPLE}"
    return f"{head}sectors: {{p: {{name: P, covers: [PRO],{rest} seats: {{{seats}}}}}}}"


class TestWhoMustLead:
    @pytest.mark.parametrize(
        "seats",
        [
            "co-lead: [unhcr, nrc]",
            "lead: [moi], co-lead: [unhcr]",
            "co-lead: [office, nrc]",
            "lead: [{holder: unhcr, post: p4}]",
        ],
    )
    def test_unhcr_may_lead_co_lead_or_do_so_by_an_office(self, seats: str) -> None:
        document = f"{protection(seats)}\nposts: {{p4: {{title: Officer}}}}"
        assert (flagged(MUST, document), asked(MUST, document)) == ([], [])

    @pytest.mark.parametrize(
        "seats",
        [
            "lead: [iom]",
            "co-lead: [iom]",
            "co-lead: [iom, unknown]",
            "lead: [iom], co-lead: [{holder: unhcr, certainty: disputed}]",
            "co-lead: [iom, nrc], odd: [unhcr]",
        ],
    )
    def test_an_open_leadership_is_a_question(self, seats: str) -> None:
        assert flagged(MUST, protection(seats)) == []
        assert asked(MUST, protection(seats)) == [("p", "leads")]

    def test_an_agency_that_may_be_unhcr_is_no_gap(self) -> None:
        document = protection("co-lead: [iom, agency]")
        assert (flagged(MUST, document), asked(MUST, document)) == ([], [])

    def test_others_who_hold_every_seat_are_a_gap(self) -> None:
        assert messages(MUST, protection("lead: [moi], co-lead: none")) == [
            "P is led by Ministry, and must be led or co-led by UNHCR"
        ]
        assert messages(MUST, protection("lead: none, co-lead: none")) == [
            "P is led by nobody, and must be led or co-led by UNHCR"
        ]
        assert messages(MUST, protection("co-lead: [{kind: ngo, count: 2}]")) == [
            "P is led by a ngo, and must be led or co-led by UNHCR"
        ]

    @pytest.mark.parametrize(
        "rest", ["level: sub-national,", "situation: idp,", "certainty: disputed,"]
    )
    def test_elsewhere_nobody_must(self, rest: str) -> None:
        assert flagged(MUST, protection("co-lead: [iom, nrc]", rest)) == []

    def test_both_agencies_lead_a_platform_of_r4v(self) -> None:
        head = "conforms_to: [r4v-2018]\nsituation: refugee-and-migrant\nlevel: regional"
        forum = "{name: F, kind: platform, seats: {co-lead: [SEATS]}}"
        document = f"{head}\nforums: {{f: {forum}}}"
        assert flagged(MUST, document.replace("SEATS", "iom, unhcr")) == []
        assert messages(MUST, document.replace("SEATS", "iom, nrc")) == [
            "F is led by IOM and NRC, and must be led or co-led by IOM and UNHCR"
        ]

    def test_both_agencies_lead_the_platform_of_the_3rp(self) -> None:
        head = "conforms_to: [3rp]\nlevel: regional"
        forum = "{name: F, kind: steering, seats: {co-lead: [SEATS]}}"
        document = f"{head}\nforums: {{f: {forum}}}"
        assert flagged(MUST, document.replace("SEATS", "undp, unhcr")) == []
        assert flagged(MUST, document.replace("SEATS", "undp, iom")) == ["f"]

    def test_a_mandate_of_the_document_binds_if_it_says_so(self) -> None:
        group = "sectors: {h: {name: H, covers: [HEA], seats: {co-lead: [nrc, moh]}}}"
        moh = "organizations: {moh: {name: Ministry, kind: government}}"
        mandate = "mandates: {m: {organization: who, covers: [HEA], strength: global-must}}"
        document = f"{moh}\n{group}\n{mandate}"
        assert messages(MUST, document) == [
            "H is led by Ministry and NRC, and must be led or co-led by WHO"
        ]
        assert flagged(MUST, document.replace("nrc", "who")) == []
        assert flagged(DEVIATION, document) == []

    def test_an_agreement_does_not_excuse_what_must_be(self) -> None:
        agreed = "mandates: {m: {organization: iom, covers: [PRO], strength: country-agreed}}"
        document = f"{protection('co-lead: [iom, nrc]')}\n{agreed}"
        assert flagged(MUST, document) == ["p"]


def cluster(seats: str, covers: str = "HEA", rest: str = "") -> str:
    """Return a national cluster."""
    group = f"{{name: C, kind: cluster, covers: [{covers}],{rest} seats: {{{seats}}}}}"
    return f"level: national\n{PEOPLE}sectors: {{c: {group}}}"


class TestWhoLeadsWorldwide:
    @pytest.mark.parametrize(
        ("seats", "said"),
        [
            ("lead: [who]", []),
            ("lead: [iom, who]", []),
            ("lead: [iom]", ["c"]),
            # Whoever co-leads, the lead is in other hands.
            ("lead: [iom], co-lead: [who]", ["c"]),
            ("lead: [iom], co-lead: [unknown]", ["c"]),
            ("co-lead: [iom, who]", []),
            ("co-lead: [iom, nrc]", ["c"]),
            ("co-lead: [iom, unknown]", []),
            ("co-lead: [iom]", []),
            # A government that leads is what the models prefer, and any seat of WHO is enough then;
            # another agency beside it is in WHO's place.
            ("lead: [moi]", []),
            ("lead: [moi], co-lead: none, member: [who]", []),
            ("lead: [moi], co-lead: [who]", []),
            ("lead: [moi], co-lead: [iom]", ["c"]),
            ("lead: [moi], co-lead: none", []),
            ("lead: [maybe-state]", []),
            ("lead: [agency]", []),
            ("lead: vacant, co-lead: [iom]", []),
            ("lead: [vacant, iom]", ["c"]),
            ("lead: none, co-lead: none", []),
            ("lead: [iom], odd: [who]", []),
            ("lead: [iom, unknown]", []),
        ],
    )
    def test_the_lead_counts_unless_a_government_or_nobody_has_it(
        self, seats: str, said: list[str]
    ) -> None:
        assert flagged(DEVIATION, cluster(seats)) == said

    @pytest.mark.parametrize("covers", ["HEA, unknown", "HEA, my-theme", "HEA, NUT", "nfi"])
    def test_a_group_of_several_or_other_themes_may_be_led_by_another(self, covers: str) -> None:
        assert flagged(DEVIATION, cluster("lead: [unicef]", covers)) == []

    @pytest.mark.parametrize("rest", ["level: sub-national,", "certainty: disputed,"])
    def test_elsewhere_leadership_need_not_mirror_the_global_one(self, rest: str) -> None:
        assert flagged(DEVIATION, cluster("lead: [iom]", rest=rest)) == []

    def test_without_an_agreement_the_message_says_that_none_is_written(self) -> None:
        assert messages(DEVIATION, cluster("lead: [iom]", "FSC")) == [
            "C is led by IOM; the global lead is FAO or WFP, "
            "and no agreement in the country is written that says so"
        ]

    def test_usual_leads_in_refugee_settings_are_no_mandates(self) -> None:
        document = "situation: refugee\nlevel: national\nsectors: {e: {name: E, covers: [EDU], "
        assert flagged(DEVIATION, f"{document}seats: {{lead: [nrc]}}}}}}") == []

    def test_a_refugee_forum_without_unhcr_is_a_deviation(self) -> None:
        forum = "forums: {f: {name: F, kind: rcf, seats: {co-chair: [iom, nrc]}}}"
        assert flagged(DEVIATION, f"situation: refugee\nlevel: national\n{forum}") == ["f"]


def agreed(mandates: str, seats: str = "lead: [iom]", rest: str = "") -> str:
    """Return a cluster that a document's own mandates speak of."""
    return f"{cluster(seats, rest=rest)}\nmandates: {{{mandates}}}"


class TestAgreementsInTheCountry:
    OWN = "m: {organization: unicef, covers: [HEA], strength: country-agreed}"

    def test_a_lead_who_is_not_the_agreed_one_is_told(self) -> None:
        assert messages(DEVIATION, agreed(self.OWN, "lead: [who]")) == [
            "C is led by WHO; by the mandate in this document it is UNICEF"
        ]
        assert messages(DEVIATION, agreed(self.OWN)) == [
            "C is led by IOM; by the mandate in this document it is UNICEF; the global lead is "
            "WHO, and no agreement in the country is written that says so"
        ]

    def test_an_agreement_on_a_theme_without_a_global_lead_counts(self) -> None:
        group = "{name: B, covers: [basic-needs], seats: {lead: [iom]}}"
        mandate = "{organization: unhcr, covers: [basic-needs]}"
        document = f"sectors: {{b: {group}}}\nmandates: {{m: {mandate}}}"
        assert flagged(DEVIATION, document) == ["b"]
        assert flagged(DEVIATION, document.replace("[iom]", "[unhcr]")) == []

    def test_the_most_specific_mandate_wins(self) -> None:
        rest = "areas: [UKR/Lviv], populations: [idps], situation: idp,"
        country = "a: {organization: unicef, covers: [HEA], areas: [UKR]}"
        oblast = "b: {organization: iom, covers: [HEA], areas: [UKR/Lviv]}"
        says = "an agreement in the country says so (b)"
        (message,) = messages(DEVIATION, agreed(f"{country}, {oblast}", rest=rest))
        assert message.endswith(says)
        people = "b: {organization: iom, covers: [HEA], areas: [UKR], populations: [idps]}"
        assert messages(DEVIATION, agreed(f"{country}, {people}", rest=rest)) == [message]
        situation = "b: {organization: iom, covers: [HEA], areas: [UKR], situation: idp}"
        assert messages(DEVIATION, agreed(f"{country}, {situation}", rest=rest)) == [message]

    @pytest.mark.parametrize(
        "scope",
        ["areas: [MDA]", "situation: refugee", "populations: [refugees]", "covers: [NUT]"],
    )
    def test_a_mandate_for_something_else_does_not_count(self, scope: str) -> None:
        whole = "covers: [HEA]," if "covers" not in scope else ""
        mandate = f"m: {{organization: iom, {whole} {scope}}}"
        rest = "areas: [UKR], populations: [idps], situation: idp,"
        (message,) = messages(DEVIATION, agreed(mandate, rest=rest))
        assert message.endswith("no agreement in the country is written that says so")

    @pytest.mark.parametrize("rest", ["areas: [unknown],", "populations: [unknown],"])
    def test_where_a_group_works_must_be_known_for_a_mandate_to_hold(self, rest: str) -> None:
        scope = "areas: [UKR]" if "areas" in rest else "populations: [idps]"
        mandate = f"m: {{organization: unicef, covers: [HEA], {scope}}}"
        assert flagged(DEVIATION, agreed(mandate, "lead: [who]", rest)) == []

    def test_a_disputed_mandate_makes_no_gap(self) -> None:
        other = "n: {organization: who, covers: [HEA], certainty: disputed}"
        assert flagged(DEVIATION, agreed(other, "lead: [who]")) == []
        assert flagged(DEVIATION, agreed(f"{self.OWN}, {other}", "lead: [who]")) == []

    def test_of_two_alike_either_may_lead(self) -> None:
        other = "n: {organization: who, covers: [HEA]}"
        assert flagged(DEVIATION, agreed(f"{self.OWN}, {other}", "lead: [who]")) == []

    def test_an_organization_that_nobody_describes_is_named_by_its_id(self) -> None:
        from interagency.snapshot.mandates import organization_name

        day = Snapshot.of(load(path("ukraine-clusters-2022")))
        assert organization_name(day, "undp") == "UNDP"
        assert organization_name(day, "un-women") == "UN Women"
        assert organization_name(day, "nobody-at-all") == "nobody-at-all"


def seated(members: str, rest: str = "", mandate: str = "") -> str:
    """Return a health group with some members, and WHO's mandate for health."""
    group = f"{{name: H, covers: [HEA], areas: [ROU], {rest} seats: {{member: [{members}]}}}}"
    head = f"complete: [groups, leads, members]\n{PEOPLE}"
    who = f"mandates: {{m: {{organization: who, covers: [HEA], {mandate}}}}}"
    return f"{head}sectors: {{h: {group}}}\n{who}"


class TestMandateWithoutSeat:
    def test_who_is_mandated_and_nowhere_is_told(self) -> None:
        said = result(SEAT, seated("nrc"))
        assert [each.message for each in said.findings] == [
            "WHO is mandated for HEA and has no seat in H"
        ]
        assert said.findings[0].related == ("h",)

    @pytest.mark.parametrize("members", ["who", "unknown", "agency", "nrc, {kind: un-agency}"])
    def test_who_sits_there_or_may_is_not(self, members: str) -> None:
        assert flagged(SEAT, seated(members)) == []

    @pytest.mark.parametrize(
        ("written", "instead"),
        [
            ("complete: [groups, leads, members]", "complete: [leads, members]"),
            ("complete: [groups, leads, members]", "complete: [groups, leads]"),
            ("covers: [HEA], areas", "covers: [HEA, unknown], areas"),
            ("covers: [HEA], areas", "covers: [HEA, my-theme], areas"),
            ("covers: [HEA], areas", "covers: [EDU], areas"),
            ("covers: [HEA], areas", "covers: [HEA], certainty: disputed, areas"),
            ("covers: [HEA], }", "covers: [HEA], certainty: disputed}"),
            ("covers: [HEA], }", "covers: [HEA], areas: [MDA]}"),
            ("covers: [HEA], }", "covers: [unknown]}"),
            ("organizations:", "organizations:\n  who: {name: W, certainty: disputed}"),
        ],
    )
    def test_what_is_not_known_is_no_gap(self, written: str, instead: str) -> None:
        document = seated("nrc")
        assert written in document
        assert flagged(SEAT, document) == ["who"]
        assert flagged(SEAT, document.replace(written, instead)) == []

    def test_a_seat_in_a_group_of_a_wider_or_narrower_theme_is_one(self) -> None:
        document = seated("nrc").replace(
            "sectors: {", "sectors: {w: {name: W, covers: [srh], seats: {member: [who]}}, "
        )
        assert flagged(SEAT, document) == []

    def test_a_mandate_for_the_place_of_the_group_holds_and_is_told_once(self) -> None:
        document = seated("nrc", mandate="areas: [ROU]")
        again = f"{document.rstrip()[:-1]}, n: {{organization: who, covers: [HEA]}}}}"
        assert flagged(SEAT, document) == flagged(SEAT, again) == ["who"]


def seats(*seats: str, rest: str = "", term: str = "co-lead") -> str:
    """Return a sector with some seats of leadership."""
    body = f"{{name: S,{rest} seats: {{{term}: [{', '.join(seats)}]}}}}"
    return f"{PEOPLE}sectors: {{s: {body}}}"


def accountable(holder: str) -> str:
    return f"{{holder: {holder}, accountable: true}}"


class TestAccountability:
    @pytest.mark.parametrize(
        ("one", "other", "said"),
        [
            ("who", "unicef", ["s"]),
            ("who", "nrc", ["s"]),
            ("fao", "wfp", []),
            ("unicef", "save-the-children", []),
            ("iom", "unhcr", []),
            ("ifrc", "unhcr", []),
            ("fao", "unicef", ["s"]),
            # It may be IOM under another id.
            ("agency", "unhcr", []),
            ("agency", "who", ["s"]),
            # The State is responsible beside an agency.
            ("moi", "unhcr", []),
            ("maybe-state", "unhcr", []),
        ],
    )
    def test_two_who_answer_are_an_agreed_pair_or_one_too_many(
        self, one: str, other: str, said: list[str]
    ) -> None:
        assert flagged(BLURRED, seats(accountable(one), accountable(other))) == said

    def test_in_a_cluster_a_government_is_one_too_many(self) -> None:
        two = (accountable("moi"), accountable("unhcr"))
        assert flagged(BLURRED, seats(*two, rest="kind: cluster,")) == ["s"]
        assert flagged(BLURRED, seats(*two, rest="kind: aor,")) == ["s"]

    def test_all_who_clash_are_named(self) -> None:
        said = result(BLURRED, seats(*map(accountable, ("fao", "wfp", "who"))))
        assert [each.message for each in said.findings] == [
            "FAO and WFP and WHO answer for S, and one should"
        ]
        assert said.findings[0].related == ("fao", "wfp", "who")

    def test_two_that_are_or_may_be_the_same_do_not_clash(self) -> None:
        document = seats(accountable("unhcr"), accountable("nrc"))
        assert flagged(BLURRED, document) == ["s"]
        line = "links: [{kind: same_as, from: nrc, to: %s}]"
        assert flagged(BLURRED, f"{document}\n{line % 'unhcr'}") == []
        assert flagged(BLURRED, f"{document}\n{line % 'unhcr, certainty: disputed'}") == []

    def test_a_co_lead_is_no_provider_of_last_resort_beside_an_accountable_lead(self) -> None:
        last = "{holder: oxfam, last_resort: true}"
        assert flagged(BLURRED, seats(accountable("unicef"), last)) == ["s"]
        assert flagged(BLURRED, seats("unicef", last)) == []
        assert flagged(BLURRED, seats(accountable("unicef"), last, term="lead")) == []
        alone = "{holder: unicef, accountable: true, last_resort: true}"
        assert flagged(BLURRED, seats(alone, "oxfam")) == []

    @pytest.mark.parametrize(
        "other",
        [
            "unicef",
            "{holder: unicef, accountable: false}",
            "{holder: unicef, accountable: true, certainty: disputed}",
            "{kind: ngo, accountable: true}",
            "{holder: unknown, accountable: true}",
        ],
    )
    def test_what_is_not_certain_is_no_gap(self, other: str) -> None:
        assert flagged(BLURRED, seats(accountable("who"), other)) == []


def posts(led: str, post: str = "", links: str = "") -> str:
    """Return three bodies of which a post leads some."""
    bodies = ", ".join(
        f"{id}: {{name: {id.upper()}, seats: {{lead: [{who}]}}{links if id == 'a' else ''}}}"
        for id, who in ((id, "p" if id in led else "who") for id in "abc")
    )
    return f"sectors: {{{bodies}}}\nposts: {{p: {{title: P, organization: who{post}}}}}"


class TestDoubleHatting:
    def test_two_bodies_are_one_too_many(self) -> None:
        assert messages(DOUBLE, posts("ab")) == ["P leads A and B"]
        assert messages(DOUBLE, posts("ab", ", capacity: dedicated")) == ["P leads A and B"]
        assert flagged(DOUBLE, posts("a")) == []
        assert flagged(DOUBLE, posts("")) == []

    def test_a_second_function_is_told_if_the_post_leads_anything(self) -> None:
        halved = ", capacity: double-hatting"
        assert messages(DOUBLE, posts("a", halved)) == ["P leads A, besides another function"]
        assert messages(DOUBLE, posts("ab", halved)) == [
            "P leads A and B, besides another function"
        ]
        assert flagged(DOUBLE, posts("", halved)) == []

    @pytest.mark.parametrize("post", [", stands_for: 34", ", certainty: disputed"])
    def test_a_post_that_stands_for_several_or_is_disputed_is_not(self, post: str) -> None:
        assert flagged(DOUBLE, posts("ab", post)) == []

    @pytest.mark.parametrize("same", ["[b]", "[unknown]", "[{to: b, certainty: disputed}]"])
    def test_two_bodies_that_may_be_the_same_are_one(self, same: str) -> None:
        assert flagged(DOUBLE, posts("ab", links=f", same_as: {same}")) == []
        assert flagged(DOUBLE, posts("abc", links=f", same_as: {same}")) == ["p"]


def room(members: str, kind: str = "sectors", rest: str = "") -> str:
    """Return a body whose seats are all written."""
    head = f"level: national\ncomplete: [leads, members]\n{PEOPLE}"
    return f"{head}{kind}: {{b: {{name: B,{rest} seats: {{lead: none, member: [{members}]}}}}}}"


class TestLocalActors:
    def test_a_room_of_agencies_and_international_organizations_lacks_them(self) -> None:
        assert messages(LOCAL, room("unhcr, nrc, {kind: donor}, vacant")) == [
            "no local or national actor sits in B"
        ]

    @pytest.mark.parametrize(
        "members",
        [
            "unhcr, {kind: national-ngo}",
            "unhcr, {tags: [local]}",
            "unhcr, moi",
            "unhcr, maybe-state",
            "unhcr, icrc",
            "unhcr, unknown",
            "unhcr, {holder: nrc, certainty: disputed}",
            "vacant",
        ],
    )
    def test_a_room_in_which_one_may_sit_does_not(self, members: str) -> None:
        assert flagged(LOCAL, room(members)) == []

    @pytest.mark.parametrize(
        "rest",
        ["level: regional,", "level: unknown,", "certainty: disputed,"],
    )
    def test_only_bodies_in_a_country_are_looked_at(self, rest: str) -> None:
        assert flagged(LOCAL, room("unhcr", rest=rest)) == []
        assert flagged(LOCAL, room("unhcr", rest="level: site,")) == ["b"]

    def test_a_list_that_is_not_whole_is_no_gap(self) -> None:
        document = room("unhcr")
        assert flagged(LOCAL, document.replace("[leads, members]", "[leads]")) == []
        assert flagged(LOCAL, document.replace("lead: none", "lead: [unknown]")) == []

    @pytest.mark.parametrize(
        ("kind", "said", "questions"),
        [
            ("hct", ["b"], []),
            ("unct", [], []),
            ("[donor-group, unknown]", [], []),
            ("[hct, unknown]", [], [("b", "kind")]),
            ("my-forum", [], [("b", "kind")]),
        ],
    )
    def test_forums_of_agencies_donors_and_governments_have_none_by_design(
        self, kind: str, said: list[str], questions: list[tuple[str, str]]
    ) -> None:
        document = room("unhcr", "forums", f" kind: {kind},")
        assert (flagged(LOCAL, document), asked(LOCAL, document)) == (said, questions)

    def test_a_forum_of_unknown_kind_is_a_question_and_a_group_is_not(self) -> None:
        assert asked(LOCAL, room("unhcr", "forums")) == [("b", "kind")]
        assert flagged(LOCAL, room("unhcr", "working_groups")) == ["b"]


@st.composite
def mandated(draw: st.DrawFn) -> Architecture:
    """Draw a structure that is written almost whole, in a setting in which mandates hold."""
    word = st.sampled_from
    holders = ("unhcr", "who", "iom", "own", "gov", "p", "vacant", "none", "unknown")
    drawn = [
        Seat(
            body=draw(word(("s", "t", "u", "f"))),
            term=draw(word(("lead", "co-lead", "co-lead", "member"))),
            holder=draw(word(holders)),
            accountable=draw(word((None, True))),
            last_resort=draw(word((None, True))),
        )
        for _ in range(draw(st.integers(1, 8)))
    ]
    kinds = word((None, "un-agency", "government", "ngo"))
    return Architecture(
        situation=draw(word(("refugee", "idp", "refugee-and-migrant"))),
        conforms_to=("r4v-2018",),
        level=Level.NATIONAL,
        areas=("ROU",),
        complete=("groups", "leads", "members"),
        organizations=(
            *(Organization(id=id, kind="un-agency") for id in ("unhcr", "who", "iom")),
            Organization(id="own", kind=draw(kinds), parent=draw(word((None, "gov")))),
            Organization(id="gov", kind="government"),
        ),
        forums=(Forum(id="f", kind=(draw(word(("platform", "rcf"))),)),),
        sectors=(
            Sector(id="s", kind=("cluster",), covers=("HEA",)),
            Sector(id="t", covers=("PRO",), within=Within(to="f")),
        ),
        sub_sectors=(SubSector(id="u", kind=("aor",), covers=("PRO-GBV",)),),
        posts=(Post(id="p", organization=draw(word(("own", "who")))),),
        mandates=tuple(
            Mandate(
                id=f"m{number}",
                organization=draw(word(("unhcr", "own", "gov"))),
                covers=(draw(word(("HEA", "PRO"))),),
                areas=draw(word(((), ("ROU",), ("MDA",)))),
                strength=draw(word(("global-must", "country-agreed"))),
            )
            for number in range(draw(st.integers(0, 2)))
        ),
        seats=none_alone({seat_key(each): each for each in drawn}.values()),
    )


def subjects(architecture: Architecture) -> set[tuple[str, str]]:
    day = Snapshot.of(architecture)
    results = [
        run_rule(rule(name), day) for name in (MUST, DEVIATION, SEAT, BLURRED, DOUBLE, LOCAL)
    ]
    assert [each.crash for each in results if each.crash] == []
    return {(found.rule, found.subject) for each in results for found in each.findings}


@given(mandated(), st.randoms(use_true_random=False))
def test_making_a_fact_unknown_creates_no_finding(architecture: Architecture, random: Any) -> None:
    before = subjects(architecture)
    changes = [*mutations(architecture)]
    for each in architecture.mandates:
        less = attrs.evolve(each, certainty=Certainty.DISPUTED)
        others = tuple(other for other in architecture.mandates if other is not each)
        changes.append(("mandates", (*others, less)))
    for name, value in random.sample(changes, min(12, len(changes))):
        less = replaced(architecture, name, value)
        assert subjects(less) <= before, (name, value)


def test_a_narrower_mandate_that_may_hold_there_leaves_the_wider_in_doubt() -> None:
    """Where a group works is unknown: somebody else may be mandated there."""
    document = """
complete: [groups, leads, members]
level: national
areas: [ROU]
forums: {f: {name: F, within: WITHIN}}
sectors: {s: {name: S, within: f, covers: [HEA], seats: {lead: [who]}}}
mandates:
  wide: {organization: iom, covers: [HEA], strength: global-must}
  narrow: {organization: who, covers: [HEA], areas: [ROU], strength: global-must}
"""
    assert flagged(MUST, document.replace("WITHIN", "none")) == []
    assert flagged(MUST, document.replace("WITHIN", "unknown")) == []
