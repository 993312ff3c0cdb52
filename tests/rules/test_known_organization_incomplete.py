"""The rule about entries that say less of an organization than the registry does."""

import pytest

from interagency.document import loads
from tests.rules.documents import flagged, messages

NAME = "known-organization-incomplete"
WHOLE = "name: Norwegian Refugee Council, acronym: NRC, kind: international-ngo"


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("tags: none", True),
        ("name: Norwegian Refugee Council", True),
        # any of its names, however it is spelled
        ("name: NORWEGIAN refugee council", True),
        ("name: Consejo Noruego para Refugiados", True),
        ("name: NRC, kind: international-ngo", True),
        (WHOLE, False),
        (f"{WHOLE}, tags: [local]", False),
        ("name: nrc, acronym: NRC, kind: unknown", False),
        # another one under the same id, and one of which it is disputed that it exists
        ("name: National Relief Committee", False),
        ("tags: none, certainty: disputed", False),
    ],
)
def test_an_entry_says_no_less_than_the_registry(entry: str, found: bool) -> None:
    assert flagged(NAME, f"organizations: {{nrc: {{{entry}}}}}") == (["nrc"] if found else [])


def test_the_message_says_what_to_write() -> None:
    assert messages(NAME, "organizations: {nrc: {name: NRC}, ours: {}}") == [
        "the entry of NRC leaves out what the registry knows: "
        "add acronym: NRC, kind: international-ngo"
    ]


def test_tags_and_country_are_compared_where_they_are_known() -> None:
    document = "organizations: {icva: {kind: ngo, acronym: ICVA, name: ICVA}, giz: {name: GIZ}}"
    icva, giz = sorted(messages(NAME, document), reverse=True)
    assert icva.endswith("leaves out what the registry knows: add tags: [network]")
    assert giz.endswith("country: DEU")


def test_what_is_not_described_is_taken_as_the_registry_has_it() -> None:
    assert flagged(NAME, "sectors: {s: {seats: {lead: [nrc, unhcr]}}}") == []
    assert loads("interagency: 1\nsectors: {s: {seats: {lead: [nrc]}}}").organizations[0].name
