"""Change sets: read strictly, applied in order, with every problem at its place."""

from pathlib import Path

import pytest

import interagency as ia
from interagency.change import ChangeSet, Operation, apply, changes_between
from interagency.change.change_set_files import changes_text, parse_changes, read_changes
from interagency.document import InvalidDocument
from interagency.model import Day
from tests.change.resets import HEAD, RESPONSE, changed

BEFORE = ia.loads(RESPONSE)
EVERY = (Path(__file__).parent / "every.yaml").read_text(encoding="utf-8")


def test_every_operation_can_be_written_read_and_applied(tmp_path: Path) -> None:
    text = RESPONSE.replace("covers: [CCM],", "covers: [CCM], identifiers: {a: 1, b: 2},")
    text = text.replace("sectors:\n", "sectors:\n  none-such: {identifiers: {a: 1, b: 2}}\n", 1)
    every = EVERY.replace("sectors, camps", "sectors, none-such")
    (tmp_path / "changes.yaml").write_text(every)
    changes = read_changes(tmp_path / "changes.yaml")
    assert parse_changes(changes_text(changes)) == changes
    assert changes.days == (Day("2026-01-01"), Day("2026-02"), Day("2026-03"))
    after = apply(ia.loads(text), changes)
    decision = after.decisions[0]
    assert {"camps", "shelter", "cash", "hnrp", "protection"} <= {*decision.changes}
    assert "reset" not in decision.changes
    camps = [(each.holder, each.post) for each in after.seats_of("camps")]
    assert ("camps-ngo", "new-post") in camps
    assert {x.sources for x in after.links if x.to == "cp" and x.kind == "succeeds"} == {("page",)}
    assert after.find("protection").note == "To be reviewed"
    assert dict(after.find("none-such").identifiers) == {"b": "2", "a": "1"}  # type: ignore[union-attr]


def test_an_empty_change_set_changes_nothing() -> None:
    nothing = ChangeSet()
    assert apply(BEFORE, nothing) == BEFORE
    assert parse_changes(changes_text(nothing)) == nothing


def test_a_decision_that_says_what_it_changes_keeps_its_word() -> None:
    document = RESPONSE + "decisions: {a: {name: A, changes: [hct]}}\n"
    after = changed("decision: a\nchanges: [close: cash]\n", document)
    assert after.decisions[0].changes == ("hct",)


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidDocument) as caught:
        parse_changes(text, file="c.yaml")
    return [str(each) for each in caught.value.problems]


def test_all_that_does_not_fit_is_told_at_once() -> None:
    assert problems(
        "interagency_changes: 2\n"
        "day: 2026-14\n"
        "sources: []\n"
        "add: {sectros: {}}\n"
        "changes:\n"
        "- close: {what: [a], then: b}\n"
        "- {jion: {who: nrc}}\n"
        "- {join: {who: nrc}, close: a}\n"
        "- {day: 2026}\n"
        "- join: {who: [nrc], groups: {a: b}}\n"
        "- hand-over: {group: a, to: b, accountable: perhaps}\n"
        "- merge: {groups: a, into: Two Words}\n"
        "- merge: {groups: a, into: {sectors: {a: {}, b: {}}}}\n"
        "- merge: {groups: a, into: {sectors: {a: {nmae: b}}}}\n"
        "- merge: {groups: a, into: []}\n"
        "- open: {}\n"
        "- open: [a]\n"
        "- set: {path: {a: b}, value: 1}\n"
        "- set: {path: [a, 1], value: 1}\n"
        "- nothing\n"
    ) == [
        "c.yaml:1:22: interagency_changes: this release knows version 1 of change sets only",
        "c.yaml:2:6: day: '2026-14' is not a date: month must be in 1..12",
        "c.yaml:3:1: sources: there is no field 'sources' here; known are interagency_changes, "
        "title, day, decision, add, changes",
        "c.yaml:4:7: add.sectros: there is no field 'sectros' here; did you mean sectors?",
        "c.yaml:6:28: changes[0].close.then: there is no field 'then' here; known are what",
        "c.yaml:7:4: changes[1].jion: there is no field 'jion' here; did you mean join?",
        "c.yaml:8:3: changes[2]: one operation is expected here: merge, split, open, close, "
        "rename, move, hand-over, join, leave, vacate, end-plan, set, unset, order",
        "c.yaml:9:3: changes[3]: one operation is expected here: merge, split, open, close, "
        "rename, move, hand-over, join, leave, vacate, end-plan, set, unset, order",
        "c.yaml:10:10: changes[4].join.who: text is expected here",
        "c.yaml:10:22: changes[4].join.groups[0]: text is expected here",
        "c.yaml:11:45: changes[5].hand-over.accountable: true or false is expected here",
        "c.yaml:12:28: changes[6].merge.into: 'Two Words' is not an id: lowercase letters a-z and "
        "digits, joined by single hyphens, for example gov-rou",
        "c.yaml:13:22: changes[7].merge.into: one group is expected here: groups merge into one",
        "c.yaml:14:49: changes[8].merge.into.sectors.a.nmae: there is no field 'nmae' here; "
        "did you mean name?",
        "c.yaml:15:22: changes[9].merge.into: text is expected here",
        "c.yaml:16:3: changes[10].open: sections of a document are expected here: sources, "
        "organizations, forums, sectors, sub_sectors, working_groups, ...",
        "c.yaml:17:3: changes[11].open: sections of a document are expected here: sources, "
        "organizations, forums, sectors, sub_sectors, working_groups, ...",
        "c.yaml:18:9: changes[12].set.path: text is expected here",
        "c.yaml:20:3: changes[14]: a mapping is expected here",
    ]


def test_a_file_of_another_kind_is_told_how_one_begins() -> None:
    assert problems("") == [
        "c.yaml:1:1: is empty: a change set begins with `interagency_changes: 1`"
    ]


def impossible(changes: str, head: str = HEAD, document: str = RESPONSE) -> list[str]:
    with pytest.raises(InvalidDocument) as caught:
        apply(ia.loads(document), parse_changes(f"{head}{changes}", file="c.yaml"))
    return [str(each) for each in caught.value.problems]


def test_every_operation_that_cannot_be_made_is_told_and_none_for_want_of_another() -> None:
    assert impossible(
        "changes:\n"
        "- merge: {groups: [sheltr, cccm], into: both}\n"
        "- join: {who: nrc, groups: both}\n"
        "- join: {who: nrcc, groups: health}\n"
        "- set: {path: sectors.health.colour, value: red}\n"
        "- unset: sectors.health.seats.member[4]\n"
        "- unset: sectors.health.note\n"
        "- unset: sectors.health.note.more\n"
        "- unset: title.more\n"
        "- set: {path: 'sectors.health.seats.member[7]', value: nrc}\n"
        "- unset: sectors.health.seats.member[1]\n"
        "- order: {path: sectors.health.seats, keys: [lead]}\n"
    ) == [
        "c.yaml:4:3: changes[0].merge: nothing has the id 'sheltr'; did you mean shelter or "
        "health?",
        "c.yaml:6:3: changes[2].join: seat health/member/nrcc: holder: nothing has the id 'nrcc'; "
        "an organization or post or body is expected here; did you mean nrc?",
        "c.yaml:7:3: changes[3].set: sectors.health.colour: there is no field 'colour' here; known "
        "are name, names, acronym, kind, aliases, within, covers, level, areas, populations, "
        "situation, meets, meets_on, figures, stands_for, complete, contact, identifiers, since, "
        "until, certainty, sources, note, x, seats, reports_to, participates_in, coordinates_with, "
        "supports, mirrors, same_as, succeeds, escalates_to, aligned_with",
        "c.yaml:8:10: changes[4].unset: sectors.health.seats.member[4]: there is no such item",
        "c.yaml:9:10: changes[5].unset: sectors.health.note: there is no such entry",
        "c.yaml:10:10: changes[6].unset: sectors.health.note: there is no such entry",
        "c.yaml:11:10: changes[7].unset: title: there is not a mapping here",
        "c.yaml:12:3: changes[8].set: sectors.health.seats.member[7]: there is no such item",
        "c.yaml:13:10: changes[9].unset: sectors.health.seats.member[1]: there is no such item",
        "c.yaml:14:3: changes[10].order: sectors.health.seats has other keys than those to put in "
        "order",
    ]


def test_what_is_added_first_must_fit_too() -> None:
    assert impossible("add: {sources: {page: {}}}\nchanges: []\n") == [
        "c.yaml:3:1: add: the id page is taken, by Page on coordination; choose another"
    ]


def test_without_a_day_an_operation_is_refused_and_a_rename_is_not() -> None:
    head = "interagency_changes: 1\n"
    assert impossible("changes: [close: cash]\n", head) == [
        "c.yaml:2:18: changes[0].close: from which day on? write `day:` here, or once at the top "
        "of the change set"
    ]
    changes = parse_changes(f"{head}changes: [{{rename: {{id: cash, to: money}}}}]\n")
    assert "money" in apply(BEFORE, changes).entities
    assert changes.days == ()


def test_a_change_set_of_python_has_no_lines() -> None:
    with pytest.raises(InvalidDocument) as caught:
        apply(BEFORE, ChangeSet(operations=(Operation("close", {"what": ("nothing",)}),)))
    assert str(caught.value).startswith("changes[0].close: from which day on?")


def test_an_excerpt_of_python_is_read_as_strictly() -> None:
    excerpt = {"sectors": {"a": {"nmae": "A"}}}
    given = Operation("open", {"what": excerpt}, Day("2026"))
    with pytest.raises(InvalidDocument) as caught:
        apply(BEFORE, ChangeSet(operations=(given,)))
    assert str(caught.value) == (
        "changes[0].open.sectors.a.nmae: there is no field 'nmae' here; did you mean name?"
    )


def test_what_an_impossible_opening_would_have_opened_is_not_missed() -> None:
    assert impossible(
        "changes:\n"
        "- open: {sectors: {cash: {}, other: {}}, presence: [{organization: nrc}]}\n"
        "- join: {who: nrc, groups: other, term: lead}\n"
    ) == [
        "c.yaml:4:3: changes[0].open: the id cash is taken, by Cash Working Group; choose another"
    ]


def test_a_value_may_begin_a_list_or_stand_inside_one() -> None:
    after = changed(
        "changes:\n"
        "- set: {path: 'sectors.shelter.seats.observer[0]', value: icrc}\n"
        "- set: {path: 'sectors.shelter.seats.member[1]', value: {holder: drc}}\n"
        "- set: {path: 'sectors.shelter.seats.member[1].since', value: 2025-02}\n"
        "- unset: sectors.shelter.seats.member[0]\n"
    )
    shelter = [(each.term, each.holder, each.since) for each in after.seats_of("shelter")]
    assert shelter == [
        ("lead", "unhcr", None),
        ("member", "drc", Day("2025-02")),
        ("observer", "icrc", None),
    ]


def test_a_text_that_is_no_path_is_refused() -> None:
    (said,) = impossible("changes: [unset: 'sectors..health']\n")
    assert said.startswith("c.yaml:3:18: changes[0].unset: 'sectors..health' is not a path; write")


def test_a_key_that_no_text_can_write_stands_in_a_list() -> None:
    key = 'a"b\\'
    before, after = (
        ia.loads(RESPONSE + f"roles: {{'{key}': {each}}}\n") for each in ("lead", "co")
    )
    between = changes_between(before, after)
    (only,) = between.operations
    assert only.arguments["path"] == ("roles", key)
    assert apply(before, parse_changes(changes_text(between))) == after


def test_steps_that_break_something_else_blame_the_first() -> None:
    assert impossible("changes: [unset: forums.hct]\n")[0].startswith(
        "c.yaml:3:18: changes[0].unset: forums.iccg.within.to: "
    )


def test_what_is_between_two_is_renames_and_values() -> None:
    after = changed(
        "changes:\n- rename: {id: cccm, to: camps}\n- set: {path: title, value: Two}\n"
        "- unset: working_groups\n"
    )
    between = changes_between(BEFORE, after)
    assert [(each.kind, dict(each.arguments)) for each in between.operations] == [
        ("rename", {"id": "cccm", "to": "camps"}),
        ("unset", {"path": "working_groups"}),
        ("set", {"path": "title", "value": "Two"}),
    ]
    assert apply(BEFORE, between) == after


def test_an_id_that_an_answer_has_is_no_new_id() -> None:
    before = ia.loads(RESPONSE + "answers: {camps: yes}\n")
    after = ia.loads(RESPONSE.replace("  cccm:", "  camps:"))
    assert apply(before, changes_between(before, after)) == after


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            "decision: nowhere\nchanges: []\n",
            "c.yaml:3:11: decision: 'nowhere' is not the id of a decision; write it under add: "
            "decisions",
        ),
        (
            "changes: [{close: cash, day: 0001}]\n",
            "c.yaml:3:19: changes[0].close: nothing can have ended before 0001",
        ),
        (
            "changes: [{set: {path: interagency, value: 9}}]\n",
            "c.yaml:3:12: changes[0].set: the version of the format is not a part of what a "
            "document says",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(changes: str, said: str) -> None:
    assert impossible(changes) == [said]
