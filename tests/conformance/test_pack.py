"""Packs: what is well written comes back as records, what is not with every place, at once."""

from pathlib import Path

import pytest

from interagency.checking import Citation, Snapshot, Verdict
from interagency.conformance import (
    Answer,
    Clause,
    ReferenceModel,
    Strength,
    parse_model,
    read_model,
)
from interagency.conformance.expectations import (
    AllOf,
    AnyOf,
    Ask,
    Code,
    Exists,
    Expectation,
    HasLink,
    HasSeat,
    Holder,
    Is,
    Not,
    Partition,
    Selector,
)
from interagency.document import InvalidDocument
from tests.conformance.packs import PACK, clause_of, model_of, pack

ASK = "expect: {ask: Is it?}"


def problems(text: str | bytes) -> list[str]:
    with pytest.raises(InvalidDocument) as caught:
        parse_model(text, file="mine.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_a_pack_reads_into_records() -> None:
    text = """\
interagency_model: 1
id: mine-2024
title: Mine
published: 2024
note: A note
applies: {situation: [refugee, idp]}
sources:
  S1: {title: One, url: "https://example.org"}
  S2: {title: Two, verified: false}
clauses:
  - {id: A-1, strength: must, text: First, sources: [S1, S2], expect: {ask: Is it?}}
  - id: A-2
    strength: may
    text: Second
    sources: S1
    for: {is: [forum, sector], level: national}
    when: {is: {kind: rcf}}
    expect: {ask: 7}
"""
    one, two = Citation("One", "https://example.org"), Citation("Two", verified=False)
    second = Clause(
        id="A-2",
        text="Second",
        strength=Strength.MAY,
        expect=Ask("7"),
        subjects=Selector(("forum", "sector"), (("level", ("national",)),)),
        when=Is(Selector((), (("kind", ("rcf",)),))),
        citations=(one,),
    )
    first = Clause(
        id="A-1",
        text="First",
        strength=Strength.MUST,
        expect=Ask("Is it?"),
        citations=(one, two),
    )
    model = parse_model(text)
    assert model == ReferenceModel(
        name="mine-2024",
        title="Mine",
        published="2024",
        note="A note",
        situations=("refugee", "idp"),
        clauses=(first, second),
    )
    assert [clause.verified for clause in model.clauses] == [False, True]
    assert not Clause(id="x", text="x", strength=Strength.MAY, expect=Ask("x")).verified


NATIONAL = Selector(("sector",), (("level", ("national",)),))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{ask: Is it?}", Ask("Is it?")),
        ("{all: [{ask: a}, {ask: b}]}", AllOf((Ask("a"), Ask("b")))),
        ("{any: [{ask: a}]}", AnyOf((Ask("a"),))),
        ("{not: {ask: a}}", Not(Ask("a"))),
        ("{is: {situation: refugee}}", Is(Selector((), (("situation", ("refugee",)),)))),
        ("{exists: {is: sector, level: national}}", Exists(which=NATIONAL)),
        ("{exists: {}}", Exists(which=Selector())),
        (
            "{exists: {is: sector, level: national, at_least: 0, at_most: 2, with: {ask: a}}}",
            Exists(which=NATIONAL, having=Ask("a"), at_least=0, at_most=2),
        ),
        (
            "{exists: {with: {seat: {role: leads}}}}",
            Exists(which=Selector(), having=HasSeat("leads", Holder())),
        ),
        (
            "{exists: {with: {seat: {by: [unhcr, iom]}}}}",
            Exists(which=Selector(), having=HasSeat("", Holder(ids=("unhcr", "iom")))),
        ),
        (
            "{exists: {with: {seat: {by: {kind: ngo, tags: [local], designations: rrc}}}}}",
            Exists(
                which=Selector(),
                having=HasSeat("", Holder(kind=("ngo",), tags=("local",), designations=("rrc",))),
            ),
        ),
        (
            "{exists: {is: post, with: {link: {kind: reports_to}}}}",
            Exists(which=Selector(("post",)), having=HasLink("reports_to", Selector())),
        ),
        (
            "{exists: {with: {link: {kind: within, to: {is: sector, level: national}}}}}",
            Exists(which=Selector(), having=HasLink("within", NATIONAL)),
        ),
        (
            "{exists: {is: plan, forum: self, with: {partition: {over: {level: national}}}}}",
            Exists(
                which=Selector(("plan",), (("forum", ("self",)),)),
                having=Partition(Selector((), (("level", ("national",)),))),
            ),
        ),
    ],
)
def test_each_form_reads_into_its_record(written: str, read: Expectation) -> None:
    assert clause_of(f"for: {{}}, expect: {written}").expect == read


def test_a_clause_names_a_function_that_comes_with_the_pack() -> None:
    def mine(snapshot: Snapshot, subject: str) -> Answer:
        return Answer(Verdict.MET)

    model = model_of("expect: {not: {code: mine}}", functions={"mine": mine})
    assert model.clauses[0].expect == Not(Code("mine"))
    assert dict(model.functions) == {"mine": mine}
    with pytest.raises(InvalidDocument) as caught:
        parse_model(pack("expect: {code: mina}"), file="p.yaml", functions={"mine": mine})
    assert str(caught.value.problems[0]) == (
        "p.yaml:6:76: clauses[0].expect.code: "
        "no function 'mina' comes with this pack; did you mean mine?"
    )


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        (
            "expect: {sea: {role: leads}}",
            "expect.sea: there is no field 'sea' here; did you mean seat?",
        ),
        (
            "expect: {zzz: 1}",
            "expect.zzz: there is no field 'zzz' here; known are all, any, first, ",
        ),
        ("expect: {ask: a, code: b}", "expect: one of all, any, first, not, exists, seat, "),
        ("expect: ask", "expect: one of all, any, "),
        ("expect: {all: []}", "expect.all: at least one expectation is expected here"),
        ("expect: {any: []}", "expect.any: at least one expectation is expected here"),
        ("expect: {all: ask}", "expect.all: a list is expected here"),
        ("expect: {not: [{ask: a}]}", "expect.not: one of all, any, "),
        ("expect: {ask: [a]}", "expect.ask: text is expected here"),
        ("expect: {ask: null}", "expect.ask: text is expected here"),
        ("expect: {code: true}", "expect.code: text is expected here"),
        (
            "expect: {code: mine}",
            "expect.code: no function 'mine' comes with this pack; hand it to whoever reads the ",
        ),
        ("expect: {exists: sector}", "expect.exists: a mapping is expected here"),
        (
            "expect: {exists: {is: sectr}}",
            "expect.exists.is[0]: there is no field 'sectr' here; did you mean sector?",
        ),
        (
            "expect: {exists: {lvel: national}}",
            "expect.exists.lvel: there is no field 'lvel' here; did you mean level?",
        ),
        ("expect: {exists: {level: {a: b}}}", "expect.exists.level[0]: text is expected here"),
        ("expect: {exists: {level: [a, null]}}", "expect.exists.level[1]: text is expected here"),
        (
            "expect: {exists: {level: null}}",
            "expect.exists.level: nothing is written here: leave the key out",
        ),
        (
            "expect: {exists: {is: plan, level: national}}",
            "expect.exists.level: plan have no level",
        ),
        (
            "expect: {exists: {amount: present}}",
            "expect.exists.amount: forum and sector and sub-sector and "
            "working-group have no amount",
        ),
        (
            "expect: {exists: {at_least: few}}",
            "expect.exists.at_least: a whole number is expected here",
        ),
        (
            "expect: {exists: {at_least: true}}",
            "expect.exists.at_least: a whole number is expected here",
        ),
        (
            "expect: {exists: {at_most: -1}}",
            "expect.exists.at_most: a whole number is expected here",
        ),
        (
            "expect: {exists: {at_most: 0}}",
            "expect.exists.at_most: at_most is less than at_least, which is 1 here",
        ),
        (
            "expect: {exists: {at_least: 0}}",
            "expect.exists.at_least: at_least 0 is always met without at_most",
        ),
        (
            "expect: {is: {kind: rcf}}",
            "expect.is.kind: the document as a whole has areas, level, populations, situation only",
        ),
        ("expect: {is: {is: forum}}", "expect.is.is: the document as a whole has areas, level"),
        ("expect: {is: forum}", "expect.is: a mapping is expected here"),
        (
            "expect: {seat: {role: leads}}",
            "expect.seat: looks at forum or sector or sub-sector or working-group, not at the "
            "document as a whole: say which with `for`",
        ),
        ("expect: {link: {kind: supports}}", "expect.link: looks at forum or "),
        (
            "expect: {partition: {over: {}}}",
            "expect.partition: looks at plan, not at the document as a whole",
        ),
        (
            "for: {is: plan}, expect: {seat: {role: leads}}",
            "expect.seat: looks at forum or sector or sub-sector or working-group, not at plan: ",
        ),
        ("for: {is: post}, expect: {link: {kind: within}}", "expect.link: looks at forum or "),
        (
            "for: {is: sector}, expect: {partition: {over: {}}}",
            "expect.partition: looks at plan, not at sector",
        ),
        (
            "expect: {exists: {within: self}}",
            "expect.exists.within: self is what `for` names, and nothing else",
        ),
        (
            "for: {within: [f, self]}, expect: {ask: a}",
            "for.within: self is what `for` names, and nothing else",
        ),
        (
            "for: {is: plan}, expect: {partition: {}}",
            "expect.partition: the field 'over' is missing",
        ),
        (
            "for: {is: plan}, expect: {partition: {over: {amount: a}}}",
            "expect.partition.over.amount: forum and ",
        ),
        (
            "for: {is: sector}, expect: {is: {amount: present}}",
            "expect.is.amount: sector have no amount",
        ),
        (
            "for: {is: sector}, expect: {seat: {roll: leads}}",
            "expect.seat.roll: there is no field 'roll' here; did you mean role?",
        ),
        (
            "for: {is: sector}, expect: {seat: {by: {kid: ngo}}}",
            "expect.seat.by.kid: there is no field 'kid' here; did you mean kind?",
        ),
        (
            "for: {is: sector}, expect: {seat: {by: [[a]]}}",
            "expect.seat.by[0]: text is expected here",
        ),
        ("for: {is: sector}, expect: {link: {}}", "expect.link: the field 'kind' is missing"),
        (
            "for: {is: sector}, expect: {link: {kind: leads}}",
            "expect.link.kind: one of reports_to, participates_in, ",
        ),
        (
            "for: {is: sektor}, expect: {seat: {}}",
            "for.is[0]: there is no field 'sektor' here; did you mean sector?",
        ),
        ("for: sector, expect: {ask: a}", "for: a mapping is expected here"),
        ("when: ask, expect: {ask: a}", "when: one of all, any, "),
        (
            "fr: {is: sector}, expect: {ask: a}",
            "fr: there is no field 'fr' here; did you mean for?",
        ),
        ("expect: null", "expect: nothing is written here: leave the key out"),
    ],
)
def test_what_is_wrong_with_a_clause_is_told_with_its_place(clause: str, said: str) -> None:
    (problem,) = problems(pack(clause))
    place, _, rest = problem.partition(": ")
    name, line, column = place.split(":")
    assert (name, line) == ("mine.yaml", "6")
    assert int(column) > 1
    assert rest.startswith(f"clauses[0].{said}")


@pytest.mark.parametrize(
    ("changed", "to", "said"),
    [
        (
            "interagency_model: 1",
            "interagency_model: 2",
            "1:20: interagency_model: this release knows version 1 of packs only",
        ),
        ("interagency_model: 1\n", "", "1:1: the field 'interagency_model' is missing"),
        ("id: mine-1\n", "", "1:1: the field 'id' is missing"),
        ("title: Mine", "title: [Mine]", "3:1: title: text is expected here"),
        ("title: Mine", "title: null", "3:8: title: nothing is written here: leave the key out"),
        ("title: Mine", "titel: Mine", "1:1: the field 'title' is missing"),
        ("title: Mine", "title: Mine\npublished: true", "4:12: published: text is expected here"),
        (
            "title: Mine",
            "title: Mine\napplies: {situations: [refugee]}",
            "4:11: applies.situations: there is no field 'situations' here; "
            "did you mean situation?",
        ),
        (
            "title: Mine",
            "title: Mine\napplies: refugee",
            "4:10: applies: a mapping is expected here",
        ),
        ("{title: A source}", "{}", "4:11: sources.S: the field 'title' is missing"),
        (
            "{title: A source}",
            "{title: A, verified: yes}",
            "4:35: sources.S.verified: true or false is expected here",
        ),
        (
            "{title: A source}",
            "null",
            "4:14: sources.S: nothing is written here: leave the key out",
        ),
        ("{S: {title: A source}}", "[S]", "4:1: sources: a mapping is expected here"),
        ("clauses:", "clauses: {}\nnote:", "5:1: clauses: a list is expected here"),
        ("id: C-1", "id: C-1, id: C-2", "6:15: clauses[0].id: the key 'id' is written twice"),
        (
            "id: C-1",
            "id: !x C-1",
            "6:10: clauses[0].id: tags (!x) are not part of this format; leave it out",
        ),
        (
            "strength: must",
            "strength: shall",
            "6:25: clauses[0].strength: one of must, should, may is expected here, not 'shall'",
        ),
        (
            "strength: must",
            "strength: [must]",
            "6:15: clauses[0].strength: one of must, should, may is expected here, not ['must']",
        ),
        ("strength: must, ", "", "6:5: clauses[0]: the field 'strength' is missing"),
        ("text: It is so, ", "", "6:5: clauses[0]: the field 'text' is missing"),
        (
            "sources: [S]",
            "sources: [T]",
            "6:57: clauses[0].sources[0]: there is no source 'T' in this pack",
        ),
        (
            "sources: [S]",
            "sources: []",
            "6:47: clauses[0].sources: at least one source is expected here",
        ),
        ("sources: [S], ", "", "6:5: clauses[0]: the field 'sources' is missing"),
        (
            "expect: {ask: Is it?}",
            "strength: may",
            "6:61: clauses[0].strength: the key 'strength' is written twice",
        ),
    ],
)
def test_what_is_wrong_with_a_pack_is_told_with_its_place(changed: str, to: str, said: str) -> None:
    text = pack(ASK)
    assert changed in text
    assert f"mine.yaml:{said}" in problems(text.replace(changed, to, 1))


def test_a_clause_that_is_written_twice_is_told() -> None:
    twice = pack(ASK, ASK).replace("C-2", "C-1")
    assert problems(twice) == ["mine.yaml:7:5: clauses[1]: 'C-1' is written twice"]


def test_everything_that_is_wrong_comes_at_once() -> None:
    text = pack("expect: {al: []}", "expect: {exists: {is: forun}}, for: 1", "expekt: {ask: a}")
    found = problems(text.replace("title: Mine\n", ""))
    assert [problem.split(": ")[0] for problem in found] == [
        "mine.yaml:1:1",
        "mine.yaml:5:70",
        "mine.yaml:6:83",
        "mine.yaml:6:97",
        "mine.yaml:7:5",
        "mine.yaml:7:61",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1:1: is empty: a reference model begins with `interagency_model: 1`"),
        ("# nothing\n", "1:1: is empty: a reference model begins with `interagency_model: 1`"),
        ("[]", "1:1: a mapping is expected here"),
        ("text", "1:1: a mapping is expected here"),
        ("{a: [}", "1:6: is not YAML: while parsing a flow node, "),
        (b"\xff\xfe", "1:1: is in UTF-16; save it as UTF-8"),
        (b"id: \xe9", "1:5: is not UTF-8: byte 0xe9; save it as UTF-8"),
        ("id: \ud800", "1:5: is not UTF-8: byte 0xed; save it as UTF-8"),
        ("id: a\x01", "1:6: holds the control character U+0001; take it out"),
        (f"{PACK}  - *a\n", "6:5: clauses[0]: the alias *a points to nothing before it"),
        (f"{PACK}  - &a {{<<: x}}\n", "6:9: clauses[0]: merge keys (<<) are not part of this"),
        (f"{PACK}  - &a {{id: *a}}\n", "6:13: clauses[0].id: an alias to a list or a mapping"),
        (f"{PACK}  - {{}}\n---\na: b", "7:1: a second document; write each into a file of its own"),
        ("[" * 40, "1:17: [0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str | bytes, said: str) -> None:
    assert any(problem.startswith(f"mine.yaml:{said}") for problem in problems(text))


def test_a_file_is_read_like_its_text(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(pack(ASK), encoding="utf-8-sig")
    assert read_model(path) == parse_model(pack(ASK)) == parse_model(pack(ASK).encode())
    path.write_text("{id: [}")
    with pytest.raises(InvalidDocument, match=r"mine\.yaml:1:7: is not YAML"):
        read_model(path)
    with pytest.raises(InvalidDocument, match=r"mne\.yaml: there is no such file; did you mean"):
        read_model(tmp_path / "mne.yaml")
