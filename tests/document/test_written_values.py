"""Paths and values as people write them: in the very words that questions print."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from interagency.document import Edit, ImpossibleEdit, dumps, load, loads
from interagency.document.edit_values import applied
from interagency.document.edits import edit_text, plain_value
from interagency.document.updates import alike
from interagency.document.written_paths import path_of
from interagency.document.written_values import Written
from interagency.examples import names, resolve
from interagency.plugins.running import check
from tests import hints

TEXT = """
interagency: 2
organizations:
  moh: {name: Ministry of Health}
  irc.x: {name: Rescue}
sectors:
  health: {name: Health Working Group, within: {to: unknown}, seats: {lead: [who]}}
sub_sectors:
  nutrition: {name: Nutrition}
plans:
  rrp: {name: Plan, kind: rrp}
appeals:
  - {plan: rrp, organization: unhcr}
presence:
  - {organization: unhcr, area: ROU}
  - {organization: unhcr, area: ROU, covers: [HEA]}
"""
VALUE = plain_value(TEXT, "yaml")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("as_of", ("as_of",)),
        ("sectors.health.seats.co-lead", ("sectors", "health", "seats", "co-lead")),
        (
            'sectors.health.seats."a.b: c"[1].since',
            ("sectors", "health", "seats", "a.b: c", 1, "since"),
        ),
        ("organizations.irc.x.name", ("organizations", "irc.x", "name")),
        ("organizations.irc.y.name", ("organizations", "irc", "y", "name")),
        ("appeals, of unhcr in rrp: amount", ("appeals", 0, "amount")),
        ("appeals, of unhcr in rrp", ("appeals", 0)),
        ("appeals[0].amount", ("appeals", 0, "amount")),
    ],
)
def test_a_path_is_read_as_messages_print_it(text: str, path: tuple[str | int, ...]) -> None:
    assert path_of(text, VALUE) == path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a..b", "'a..b' is not a path; write, for example, sectors.health.seats.lead"),
        ("a: b", "is not a path"),
        ("appeals, of who in rrp: amount", "there is none, for example appeals"),
        ("presence, of unhcr in ROU: covers", r"there are 2 of them; give its place, .* presence"),
    ],
)
def test_what_is_not_a_path_is_refused(text: str, message: str) -> None:
    with pytest.raises(ImpossibleEdit, match=message):
        path_of(text, VALUE)


def edits(path: str, text: str) -> list[Any]:
    found = Written.of(VALUE).edits(path, text)
    return [(each.path, getattr(each, "value", None)) for each in found]


def test_names_stand_for_ids_and_codes() -> None:
    seat = ("sectors", "health", "seats", "co-lead")
    assert edits("sectors.health.seats.co-lead", "[UNICEF, ministry of health]") == [
        (seat, ["unicef", "moh"])
    ]
    assert edits("sectors.health.seats.co-lead:", "UNICEF, moh") == [(seat, ["unicef", "moh"])]
    assert edits("sectors.health.seats.co-lead", "vacant") == [(seat, "vacant")]
    assert edits("sectors.health.seats.co-lead", "[{holder: WHO, since: 2022}]") == [
        (seat, [{"holder": "who", "since": 2022}])
    ]
    assert edits("sub_sectors.nutrition.within", "Health Working Group") == [
        (("sub_sectors", "nutrition", "within"), "health")
    ]
    assert edits("sectors.health.covers", "health; Protection") == [
        (("sectors", "health", "covers"), ["HEA", "PRO"])
    ]
    assert edits("plans.rrp.countries", "Romania") == [(("plans", "rrp", "countries"), ["ROU"])]
    assert edits("sectors.health.reports_to", "[UNHCR]") == [
        (("sectors", "health", "reports_to"), ["unhcr"])
    ]


def test_a_text_is_taken_as_it_is() -> None:
    assert edits("sectors.health.name", "Health: care # all") == [
        (("sectors", "health", "name"), "Health: care # all")
    ]
    assert edits("sectors.health.name", "'Health'") == [(("sectors", "health", "name"), "Health")]
    assert edits("sectors.health.aliases", "Care, and cure") == [
        (("sectors", "health", "aliases"), ["Care, and cure"])
    ]


def test_a_mapping_is_added_to_one_that_is_there() -> None:
    assert edits("sectors.health.seats", "lead: [who], co-lead: none") == [
        (("sectors", "health", "seats", "lead"), ["who"]),
        (("sectors", "health", "seats", "co-lead"), "none"),
    ]
    assert edits("answers", "{RCM-03: yes}") == [(("answers",), {"RCM-03": "yes"})]
    assert edits("sub_sectors.nutrition.seats", "lead: [WHO]") == [
        (("sub_sectors", "nutrition", "seats"), {"lead": ["who"]})
    ]


def test_a_dispute_that_is_settled_is_left_out() -> None:
    value = {"forums": {"f": {"certainty": "disputed", "same_as": [{"certainty": "disputed"}]}}}
    found = Written.of(value).edits("forums.f", "leave out `certainty: disputed`")
    assert found == [
        Edit(("forums", "f", "certainty")),
        Edit(("forums", "f", "same_as", 0, "certainty")),
    ]


def test_an_entry_in_place_of_one_of_the_registry_says_all_that_is_known() -> None:
    found = applied(VALUE, Written.of(VALUE).edits("organizations.nrc.tags", "[local]"))
    assert found["organizations"]["nrc"]["name"] == "Norwegian Refugee Council"
    assert found["organizations"]["nrc"]["tags"] == ["local"]
    beside = Written.of(VALUE).edits("organizations.x.tags", "[local]; beside it {name: X}")
    found = applied(VALUE, beside)
    assert found["organizations"]["x"] == {"name": "X", "tags": ["local"]}


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("sub_sectors.nutrition.within", "Helth", "did you mean health"),
        ("sub_sectors.nutrition.within", "Zzzzz", "a group is expected; add it first"),
        ("sectors.health.seats.lead", "[who", "sectors.health.seats.lead: is not YAML"),
        ("sectors.health.seats.lead", "!x y", "tags .* are not part of this format"),
        ("organizations.x.tags", "[local]; beside it {name: [}", "beside it: is not YAML"),
        ("sectors.health", "leave out certainty: disputed", "nothing is disputed here"),
        ("sectors.none", "leave out certainty: disputed", "nothing is disputed here"),
    ],
)
def test_a_value_that_is_not_understood_is_refused(path: str, text: str, message: str) -> None:
    with pytest.raises(ImpossibleEdit, match=message):
        Written.of(VALUE).edits(path, text)


def answers_to(write: str, about: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the value that somebody would give who follows what to write."""
    place, _, form = write.partition(": ")
    if "leave out" in form:
        yield place, form
    elif place.endswith(".seats"):
        lead, co_lead = re.findall(r'("(?:[^"\\]|\\.)*"|[^",:]+): \[\.\.\.\]', form)
        yield place, f"{lead.strip()}: [hint-organization], {co_lead.strip()}: none"
    elif place.startswith(("appeals, of", "presence, of")):
        field, _, form = form.partition(": ")
        yield from ((f"{place}: {field}", json.dumps(v)) for v in hints.values(field, form))
    elif not place.startswith(("answers", "roles", "add it", "nothing")):
        form = form.partition("; beside it")[0]
        key = "seats" if ".seats." in place else place.rpartition(".")[2]
        yield from ((place, json.dumps(value)) for value in hints.values(key, form))


@pytest.mark.parametrize("name", [each for each in names() if each not in ("r4v", "3rp-2022")])
def test_what_every_question_says_to_write_can_be_set(name: str) -> None:
    architecture = load(resolve(f"example:{name}"))
    whole = json.loads(dumps(architecture, format="json"))
    for section, entries in hints.AIDS.items():
        whole[section] = {**whole.get(section, {}), **entries}
    text = json.dumps(whole)
    asked = [each for each in check(architecture).questions if "{holder:" not in each.write]
    made = 0
    for question in asked:
        for path, value in answers_to(question.write, question.about):
            edited = edit_text(text, Written.of(whole).edits(path, value), "json")
            assert any(
                alike(loads(edited), loads(json.dumps(wanted)))
                for wanted in hints.follow(whole, question)
            ), (path, value)
            made += 1
    assert made >= len(asked) / 2


def test_edits_are_plain() -> None:
    assert Written.of({}).edits("title", "A") == [Edit(("title",), "A")]
