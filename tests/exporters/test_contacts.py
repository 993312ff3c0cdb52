"""Contacts are left out before an exporter sees anything."""

from hypothesis import given

from interagency.document import loads
from interagency.exchange import without_contacts
from interagency.model import Architecture
from interagency.testing.strategies import architectures


def test_every_contact_goes_and_nothing_else() -> None:
    text = """
interagency: 1
forums: {rcf: {name: RCF, contact: rcf@example.org}, hct: {name: HCT}}
posts: {officer: {title: Officer, contact: officer@example.org}}
offices: {cell: {contact: cell@example.org}}
"""
    bare = "\n".join(text.splitlines())
    for contact in ("rcf", "officer", "cell"):
        bare = bare.replace(f", contact: {contact}@example.org", "")
    bare = bare.replace("{contact: cell@example.org}", "{}")
    assert without_contacts(loads(text)) == loads(bare)


@given(architectures())
def test_without_contacts_nothing_is_left_to_take_out(whole: Architecture) -> None:
    bare = without_contacts(whole)
    assert without_contacts(bare) == bare
    assert all(each.contact is None for each in bare.bodies)
    assert all(each.contact is None for each in bare.offices)
    assert all(each.contact is None for each in bare.posts)
