"""The things that a selector may speak of, by the names that packs use."""

from interagency.checking import Snapshot
from interagency.conformance.expectations import Selector
from interagency.conformance.select import CLASSES, records_of
from interagency.document import loads
from interagency.model import SubSector, WorkingGroup


def test_every_class_but_the_appeal_is_found_by_its_name() -> None:
    text = """\
interagency: 1
organizations: {ngo: {}}
offices: {o: {}}
plans: {p: {}}
posts: {t: {}}
products: {d: {}}
mandates: {m: {organization: ngo}}
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
