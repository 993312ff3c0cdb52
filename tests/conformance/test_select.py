"""Whether a thing is meant: what is written excludes, what is not written does not."""

import pytest

from interagency.checking import Snapshot, Verdict
from interagency.conformance.expectations import Selector
from interagency.conformance.select import CLASSES, Matcher, is_closed, records_of
from interagency.document import loads
from interagency.model import Appeal, SubSector, WorkingGroup
from tests.conformance.packs import selector_of

MET, GAP, UNKNOWN = Verdict.MET, Verdict.GAP, Verdict.UNKNOWN
# Everything that a document may have one of, each called x.
WORLD = """\
interagency: 1
organizations:
  ngo: {kind: ngo, tags: [women-led]}
  who-knows: {name: Who knows}
  state: {kind: local-government}
offices:
  above: {organization: ngo}
  below: {kind: country-operation, parent: above}
  alone: {name: Alone}
"""
# The head of a section, and what is written of the thing called x; to which a selector is put.
CASES = [
    # classes
    ("forums", "{}", "{is: forum}", MET),
    ("forums", "{}", "{is: [sector, forum]}", MET),
    ("forums", "{}", "{is: sector}", GAP),
    ("forums", "{}", "{}", MET),
    ("working_groups", "{}", "{is: working-group}", MET),
    # kinds: the same or narrower is meant, broader may be, other is not
    ("forums", "{}", "{kind: inter-sector}", UNKNOWN),
    ("forums", "{kind: unknown}", "{kind: inter-sector}", UNKNOWN),
    ("forums", "{kind: inter-sector}", "{kind: inter-sector}", MET),
    ("forums", "{kind: inter-cluster}", "{kind: inter-sector}", MET),
    ("forums", "{kind: inter-sector}", "{kind: inter-cluster}", UNKNOWN),
    ("forums", "{kind: rcf}", "{kind: inter-sector}", GAP),
    ("forums", "{kind: [steering, rcf]}", "{kind: rcf}", MET),
    ("forums", "{kind: [steering, unknown]}", "{kind: rcf}", UNKNOWN),
    ("forums", "{kind: rcf}", "{kind: [hct, rcf]}", MET),
    ("forums", "{kind: my-own}", "{kind: my-own}", MET),
    ("plans", "{kind: RMRP}", "{is: plan, kind: regional-response-plan}", MET),
    ("plans", "{kind: regional-response-plan}", "{is: plan, kind: RMRP}", UNKNOWN),
    (
        "products",
        "{kind: needs-assessment}",
        "{is: product, kind: joint-needs-assessment}",
        UNKNOWN,
    ),
    ("organizations", "{kind: national-ngo}", "{is: organization, kind: ngo}", MET),
    ("organizations", "{kind: ngo}", "{is: organization, kind: national-ngo}", UNKNOWN),
    ("offices", "{kind: cell}", "{is: office, kind: country-operation}", GAP),
    # other codes are the same or they are not
    ("sectors", "{covers: [PRO, HEA]}", "{covers: HEA}", MET),
    ("sectors", "{covers: [PRO-CPN]}", "{covers: PRO}", GAP),
    ("sectors", "{covers: [PRO-CPN, unknown]}", "{covers: PRO}", UNKNOWN),
    ("sectors", "{covers: [PRO], kind: cluster}", "{covers: PRO, kind: sector}", GAP),
    ("sectors", "{covers: [PRO]}", "{covers: PRO, kind: sector}", UNKNOWN),
    ("sectors", "{covers: [HEA]}", "{covers: PRO, kind: sector}", GAP),
    ("sectors", "{populations: [refugees]}", "{populations: refugees}", MET),
    # areas: a prefix contains, either way
    ("sectors", "{areas: [COL]}", "{areas: COL/Meta}", MET),
    ("sectors", "{areas: [COL/Meta]}", "{areas: COL}", MET),
    ("sectors", "{areas: [COL/Meta]}", "{areas: COL/Met}", GAP),
    ("sectors", "{areas: [PER, unknown]}", "{areas: COL}", UNKNOWN),
    ("sectors", "{}", "{areas: COL}", UNKNOWN),
    # levels and situations are those of the day's effective values
    ("sectors", "{level: national}", "{level: [national, regional]}", MET),
    ("sectors", "{level: unknown}", "{level: national}", UNKNOWN),
    ("sectors", "{situation: idp}", "{situation: refugee}", GAP),
    ("sectors", "{situation: unknown}", "{situation: refugee}", UNKNOWN),
    # where it lies
    ("sectors", "{}", "{within: other}", UNKNOWN),
    ("sectors", "{within: unknown}", "{within: other}", UNKNOWN),
    ("sectors", "{within: none}", "{within: other}", GAP),
    ("sectors", "{within: none}", "{within: absent}", MET),
    ("sectors", "{within: none}", "{within: present}", GAP),
    # whether anything is written
    ("plans", "{countries: [COL]}", "{is: plan, countries: present}", MET),
    ("plans", "{countries: [COL]}", "{is: plan, countries: absent}", GAP),
    ("plans", "{countries: [COL, unknown]}", "{is: plan, countries: present}", MET),
    ("plans", "{countries: unknown}", "{is: plan, countries: present}", UNKNOWN),
    ("plans", "{}", "{is: plan, part_of: absent}", UNKNOWN),
    ("posts", "{designations: none}", "{is: post, designations: present}", GAP),
    ("posts", "{designations: none}", "{is: post, designations: rrc}", GAP),
    ("posts", "{designations: [rc]}", "{is: post, designations: rrc}", GAP),
    ("posts", "{designations: [rc, unknown]}", "{is: post, designations: rrc}", UNKNOWN),
    # whose it is
    ("posts", "{organization: ngo}", "{is: post, organization: ngo}", MET),
    ("posts", "{organization: unknown, office: above}", "{is: post, organization: ngo}", UNKNOWN),
    ("posts", "{office: below}", "{is: post, organization: ngo}", MET),
    ("posts", "{office: below}", "{is: post, organization_kind: ngo}", MET),
    ("posts", "{office: alone}", "{is: post, organization: ngo}", UNKNOWN),
    ("posts", "{}", "{is: post, organization_kind: ngo}", UNKNOWN),
    ("offices", "{parent: below}", "{is: office, organization: ngo}", MET),
    ("offices", "{parent: alone}", "{is: office, organization: ngo}", UNKNOWN),
    ("posts", "{organization: state}", "{is: post, organization_kind: government}", MET),
    ("posts", "{organization: ngo}", "{is: post, organization_kind: national-ngo}", UNKNOWN),
    ("posts", "{organization: who-knows}", "{is: post, organization_kind: ngo}", UNKNOWN),
    ("mandates", "{organization: ngo}", "{is: mandate, organization: state}", GAP),
    # a list of tags is never whole, unless there are none
    ("organizations", "{tags: [local]}", "{is: organization, tags: local}", MET),
    ("organizations", "{tags: [local]}", "{is: organization, tags: refugee-led}", UNKNOWN),
    ("organizations", "{tags: none}", "{is: organization, tags: refugee-led}", GAP),
    ("organizations", "{tags: none}", "{is: organization, tags: absent}", MET),
    ("organizations", "{tags: none, certainty: disputed}", "{is: organization}", UNKNOWN),
    # what sources disagree on may not be there, but what is excluded is
    ("sectors", "{certainty: disputed}", "{}", UNKNOWN),
    ("sectors", "{covers: [PRO], certainty: disputed}", "{covers: PRO}", UNKNOWN),
    ("sectors", "{covers: [HEA], certainty: disputed}", "{covers: PRO}", GAP),
    ("sectors", "{covers: [PRO], certainty: inferred}", "{covers: PRO}", MET),
]


@pytest.mark.parametrize(("section", "entry", "selector", "verdict"), CASES)
def test_a_thing_is_meant_or_not_or_it_may_be(
    section: str, entry: str, selector: str, verdict: Verdict
) -> None:
    head, _, rest = WORLD.partition(f"\n{section}:\n")
    text = f"{head}\n{section}:\n  x: {entry}\n{rest}"
    matcher = Matcher(Snapshot.of(loads(text)))
    meant = selector_of(selector)
    record = matcher.snapshot.now.entities["x"]
    assert matcher.match(record, meant) is verdict
    if verdict is not GAP:
        is_written = verdict is MET or "disputed" in entry
        assert bool(matcher.unclear(record, meant)) is not is_written


def test_what_a_body_lies_in_may_be_disputed() -> None:
    text = "{interagency: 1, forums: {f: {}, x: {within: {to: f, certainty: disputed}}}}"
    matcher = Matcher(Snapshot.of(loads(text)))
    assert matcher.match(matcher.snapshot.bodies["x"], selector_of("{within: f}")) is UNKNOWN


def test_self_is_the_thing_that_a_clause_speaks_of() -> None:
    snapshot = Snapshot.of(loads("{interagency: 1, forums: {f: {}}, sectors: {x: {within: f}}}"))
    sector, meant = snapshot.bodies["x"], selector_of("{within: self}")
    assert Matcher(snapshot, "f").match(sector, meant) is MET
    assert Matcher(snapshot, "x").match(sector, meant) is GAP


@pytest.mark.parametrize(
    ("appeal", "selector", "verdict"),
    [
        ("participation: implementing", "{participation: implementing}", MET),
        ("participation: appealing", "{participation: implementing}", GAP),
        ("country: COL", "{participation: implementing}", UNKNOWN),
        ("amount: 1 USD", "{amount: present}", MET),
        ("country: COL", "{amount: present}", UNKNOWN),
        ("country: COL", "{organization_kind: ngo, plan: p}", MET),
    ],
)
def test_an_appeal_is_meant_too(appeal: str, selector: str, verdict: Verdict) -> None:
    text = f"plans: {{p: {{}}}}\nappeals: [{{plan: p, organization: ngo, {appeal}}}]\n"
    snapshot = Snapshot.of(loads(WORLD + text))
    meant = selector_of(selector.replace("{", "{is: appeal, ", 1))
    (record,) = records_of(snapshot, meant)
    assert isinstance(record, Appeal)
    assert Matcher(snapshot).match(record, meant) is verdict


def test_every_class_but_the_appeal_is_found_by_its_name() -> None:
    text = """\
interagency: 1
organizations: {ngo: {}}
offices: {o: {}}
plans: {p: {}}
posts: {t: {}}
products: {d: {}}
mandates: {m: {organization: ngo}}
decisions: {e: {}}
agreements: {a: {}}
forums: {f: {}}
sectors: {s: {}}
sub_sectors: {b: {}}
working_groups: {w: {}}
"""
    snapshot = Snapshot.of(loads(text))
    for name, cls in CLASSES.items():
        found = records_of(snapshot, Selector((name,)))
        # A sector group may be written among the sub-sectors or working groups.
        also = {SubSector, WorkingGroup} if name == "sector" else set()
        assert {type(each) for each in found} == ({cls} | also if name != "appeal" else set())
    assert [each.id for each in records_of(snapshot, Selector())] == ["f", "s", "b", "w"]


NONE_CLOSED = "forums: {f: {}}"
TREE = """\
forums:
  top: {kind: platform%s}
  under: {kind: platform, within: top}
"""


@pytest.mark.parametrize(
    ("document", "selector", "closed"),
    [
        (NONE_CLOSED, "{is: sector}", False),
        ("complete: [groups]", "{is: sector}", True),
        ("complete: [groups]", "{}", True),
        ("complete: [groups]", "{is: post}", False),
        ("complete: [posts]", "{is: post}", True),
        ("complete: [plans]", "{is: plan, kind: RRP}", True),
        ("complete: [posts]", "{is: [post, plan]}", False),
        ("complete: [posts, plans]", "{is: [post, plan]}", True),
        ("complete: [groups, platforms, leads, members, posts, plans]", "{is: product}", False),
        ("complete: [groups, platforms, leads, members, posts, plans]", "{is: appeal}", False),
        ("complete: [products]", "{is: product, kind: ccpm}", True),
        ("complete: [products]", "{is: [product, mandate]}", False),
        ("complete: [mandates]", "{is: mandate}", True),
        ("complete: [organizations]", "{is: organization}", True),
        ("complete: [organizations, mandates, products]", "{is: office}", False),
        # platforms, in the header and by the platforms themselves
        ("complete: [platforms]", "{is: forum, kind: platform}", True),
        ("complete: [platforms]", "{is: forum, kind: rcf}", False),
        ("complete: [platforms]", "{is: plan, kind: platform}", False),
        (TREE % ", complete: [platforms]", "{is: forum, kind: platform}", True),
        (TREE % ", complete: [groups]", "{is: forum, kind: platform}", False),
        (TREE % ", complete: [platforms]", "{is: forum, kind: [platform, rcf]}", False),
        (TREE % ", complete: [platforms]" + "  o: {kind: platform}", "{kind: platform}", False),
        (TREE % ", complete: [platforms]" + "  o: {name: O}", "{kind: platform}", False),
        (TREE % ", complete: [platforms]" + "  o: {kind: hct}", "{kind: platform}", True),
        ("forums: {f: {kind: rcf, complete: [platforms]}}", "{kind: platform}", False),
        # the groups of one body, for what lies within it
        ("forums: {f: {complete: [groups]}}", "{is: sector, within: f}", True),
        ("forums: {f: {complete: [groups]}}", "{is: sector, within: self}", True),
        ("forums: {f: {complete: [groups]}}", "{is: sector}", False),
        ("forums: {f: {complete: [groups]}, g: {}}", "{within: [f, g]}", False),
        ("forums: {f: {complete: [groups]}}", "{within: nobody}", False),
    ],
)
def test_a_list_is_closed_only_where_it_is_said(document: str, selector: str, closed: bool) -> None:
    snapshot = Snapshot.of(loads(f"interagency: 1\n{document}"))
    assert is_closed(snapshot, selector_of(selector), "f") is closed
