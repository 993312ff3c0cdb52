"""What somebody has to do with products, decisions and agreements."""

from hypothesis import given

from interagency.document import loads
from interagency.model import Architecture
from interagency.model.grammar import RESERVED
from interagency.snapshot import Snapshot, involved, involvements
from interagency.testing.strategies import architectures

TEXT = """interagency: 2
offices: {cell: {organization: unhcr}}
posts: {officer: {office: cell}, other: {organization: unknown}}
forums: {rcf: {}}
organizations: {hcr: {name: HCR, same_as: [unhcr]}}
products:
  sitrep:
    {by: [officer], on_behalf_of: [unhcr], contributors: [rcf, unknown], cleared_by: [other]}
decisions: {d: {by: [cell], changes: [rcf]}}
agreements: {a: {parties: [hcr, iom], concerns: [sitrep]}}
"""


def parts(id: str) -> list[tuple[str, str]]:
    snapshot = Snapshot.of(loads(TEXT))
    return [(each.part, each.record.id) for each in involved(snapshot, id)]


def test_a_body_owes_input_and_is_changed() -> None:
    assert parts("rcf") == [("contributors", "sitrep"), ("changes", "d")]


def test_an_organization_has_the_parts_of_its_posts_offices_and_other_names() -> None:
    own = [("on_behalf_of", "sitrep")]
    assert sorted(parts("unhcr")) == sorted([*own, ("by", "sitrep"), ("by", "d"), ("parties", "a")])
    assert sorted(parts("hcr")) == sorted(parts("unhcr"))


def test_a_post_of_an_unknown_organization_has_its_own() -> None:
    assert parts("other") == [("cleared_by", "sitrep")]


def test_what_has_no_part_has_none() -> None:
    assert parts("a") == []


@given(architectures())
def test_every_part_is_somebodys_and_no_word_is_taken_for_somebody(whole: Architecture) -> None:
    snapshot = Snapshot.of_all_time(whole)
    for each in involvements(snapshot):
        assert each.who not in RESERVED
        assert each in involved(snapshot, each.who)
