"""Records of plugins with fields of any type, and results that are nonsense: none is all clear."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

import interagency as ia
from interagency.checking import Citation, Example, Finding, Question, Snapshot, run_rules
from interagency.conformance import Clause, ReferenceModel, Strength
from interagency.conformance.pack import parse_model
from interagency.errors import InteragencyError
from interagency.exchange import (
    Accounting,
    ColumnPreview,
    Exporter,
    Imported,
    Importer,
    Outcome,
    RowOutcome,
    TableAccount,
    TableReader,
)
from interagency.model import Architecture, Organization
from interagency.plugins.discovery import BUILT_IN, HOOKS
from interagency.plugins.loading import load_plugins
from interagency.plugins.records import misfit_of
from interagency.report.reporter import Reporter
from interagency.vocabularies import Term, Vocabulary
from tests.cli.runs import run, run_outside
from tests.plugins.makers import exporter, giving, importer, rule, vocabulary
from tests.plugins.refusals import in_one_line, load, refused


class Text(str):
    """A text whose methods end the program."""

    __slots__ = ()

    def __str__(self) -> str:
        raise SystemExit(0)

    def __format__(self, _: str) -> str:
        raise SystemExit(0)

    def isprintable(self) -> bool:
        raise SystemExit(0)


HALF = "half \ud800"


def with_fields(record: Any, **fields: Any) -> Any:
    """Return a record of which fields were set by force."""
    copy = evolve(record)
    for name, value in fields.items():
        object.__setattr__(copy, name, value)
    return copy


def reporter(**more: Any) -> Reporter:
    return Reporter(name="mine", summary="", suffix=".x", write=lambda _: "", **more)


PACK = """\
interagency_model: 1
id: mine
title: Mine
sources: {s: {title: S}}
clauses:
- {id: M-1, strength: must, text: T, sources: [s], expect: {exists: {is: forum}}}
"""
MODEL = parse_model(PACK)
RECORDS: dict[str, Any] = {
    "rules": rule(),
    "importers": importer(),
    "exporters": exporter(),
    "reporters": reporter(),
    "reference_models": MODEL,
    "vocabularies": vocabulary("mine", "a"),
}
READER = TableReader(
    read=lambda _, __, ___: Imported(architecture=Architecture()),
    preview=lambda _, __: (),
    mapping=lambda _, __: "",
)


def untyped(cls: type) -> Any:
    """A class as a plugin without types calls it."""
    return cls


# Every field of every record, with values that each of them refuses.
TEXT: tuple[Any, ...] = (None, 5, b"x", Text("x"), HALF, ["x"])
WRONG: dict[str, dict[str, tuple[Any, ...]]] = {
    "rules": {
        "name": (*TEXT, "", "a b", "\x1b[2J", "../x", "x" * 101),
        "severity": (None, "fatal", 5, "error"),
        "summary": TEXT,
        "rationale": TEXT,
        "check": (None, "x", 5),
        "sources": (None, [], (1,), (untyped(Citation)(title=5),), ("x",)),
        "examples": (None, [], (1,), (untyped(Example)("t", 5),)),
        "needs": (None, "leads", ["leads"], (1,)),
        "was": (None, "lead", ["lead"], (1,)),
    },
    "importers": {
        "name": TEXT,
        "summary": TEXT,
        "read": (None, "x"),
        "settled": (5, "x"),
        "tables": (5, "x", with_fields(READER, read=5)),
    },
    "exporters": {
        "name": TEXT,
        "summary": TEXT,
        "suffix": TEXT,
        "loses": TEXT,
        "write": (None, "x"),
        "options": (None, [], (1,), ("x",)),
        "media_type": TEXT,
    },
    "reporters": {
        "name": TEXT,
        "summary": TEXT,
        "suffix": TEXT,
        "write": (None, "x"),
        "tells_problems": (None, 1, "no"),
        "media_type": TEXT,
    },
    "reference_models": {
        "name": TEXT,
        "title": TEXT,
        "published": TEXT,
        "situations": (None, "x", ["x"], (1,)),
        "countries": (None, "x", ["x"], (1,)),
        "levels": (None, "x", ["x"], (1,)),
        "plans": (None, "x", ["x"], (1,)),
        "forums": (None, "x", ["x"], (1,)),
        "note": TEXT,
        "clauses": (
            None,
            [],
            (1,),
            (with_fields(MODEL.clauses[0], text=5),),
            (with_fields(MODEL.clauses[0], strength="must"),),
            (with_fields(MODEL.clauses[0], expect=None),),
            (with_fields(MODEL.clauses[0], expect="x"),),
        ),
        "functions": (None, [], {"x": 5}, {5: len}),
    },
    "vocabularies": {
        "name": TEXT,
        "title": TEXT,
        "terms": (None, [], (1,), (with_fields(Term(code="a", name="a"), code=5),)),
        "source": TEXT,
        "extends": (5, b"x", HALF, Text("x")),
        "qualifiers": (None, "x", ["x"], (1,)),
    },
}


@pytest.mark.parametrize(
    ("hook", "name", "value"),
    [
        pytest.param(hook, name, value, id=f"{hook}-{name}-{number}")
        for hook, fields in WRONG.items()
        for name, values in fields.items()
        for number, value in enumerate(values)
    ],
)
def test_every_field_of_every_record_is_looked_at(hook: str, name: str, value: Any) -> None:
    bad = with_fields(RECORDS[hook], **{name: value})
    said = in_one_line(refused(giving("bad", **{hook: [bad]})))
    assert f"that does not fit: {name}" in said
    assert len(said) < 300


def test_no_field_takes_anything_at_all() -> None:
    """Also those that the table above leaves out."""
    for record in RECORDS.values():
        assert misfit_of(record) is None
        for each in type(record).__attrs_attrs__:
            said = misfit_of(with_fields(record, **{each.name: object()}))
            assert said is not None
            assert said.startswith(each.name)


def test_our_own_records_fit() -> None:
    """They are not looked at each time, so they are here."""
    plugins = load_plugins(entry_points=False)
    kinds = [hook.removeprefix("interagency_") for hook in HOOKS if "vocabularies" not in hook]
    records = [each for kind in kinds for each in getattr(plugins, kind).values()]
    assert len(records) > 100
    assert {record.name: misfit_of(record) for record in records if misfit_of(record)} == {}
    assert set(plugins.owners.values()) <= set(BUILT_IN)


class Evil:
    """A value that ends the program whatever is asked of it."""

    def __getattribute__(self, name: str) -> Any:
        raise SystemExit(0)


class EvilEqual:
    """A plugin that ends the program when it is compared."""

    def __eq__(self, other: object) -> bool:
        raise SystemExit(0)


@pytest.mark.parametrize("sort", [Evil, EvilEqual])
def test_a_plugin_that_ends_the_program_when_looked_at_is_named(sort: type) -> None:
    error = refused(sort())
    assert error.plugin == sort.__name__
    assert "SystemExit" in str(error)


class Sly(dict[str, Callable[..., Any]]):
    """A mapping that ends the program when it is read."""

    def items(self) -> Any:
        raise SystemExit(0)


def test_a_field_that_ends_the_program_when_read_is_refused() -> None:
    bad = with_fields(MODEL, functions=Sly(x=len))
    assert "functions is a Sly, not a mapping" in str(refused(giving(reference_models=[bad])))
    bad = with_fields(MODEL, functions=MappingProxyType(Sly(x=len)))
    said = str(refused(giving(reference_models=[bad])))
    assert "cannot be looked at: SystemExit: 0" in said


def test_a_subclass_of_a_record_is_refused() -> None:
    class Mine(SimpleNamespace):
        name = "mine"

    assert "gives interagency_rules a Mine, not a Rule" in str(refused(giving(rules=[Mine()])))


# What rules yield.


def result_of(check: Callable[[Snapshot], Any], **more: Any) -> Any:
    whole = ia.loads("interagency: 1\nsectors: {a: {}}")
    return run_rules(whole, [rule("mine", check)], **more).results[0]


def endless(_: Snapshot) -> Iterator[Finding]:
    while True:
        yield Finding("a", "again")


def half_way(_: Snapshot) -> Iterator[Finding]:
    yield Finding("a", "one")
    raise SystemExit(0)


NONSENSE: list[Callable[[Any], Any]] = [
    lambda _: None,
    lambda _: 5,
    lambda _: "text",
    lambda _: [None],
    lambda _: [Finding],
    lambda _: [Evil()],
    lambda _: [Finding("a", Text("x"))],
    lambda _: [Finding(Text("a"), "x")],
    lambda _: [Finding("a", HALF)],
    lambda _: [untyped(Finding)("a", "x", related=["b"])],
    lambda _: [Finding("a", "x", evidence=(Text("b"),))],
    lambda _: [untyped(Finding)("a", "x", evidence="text")],
    lambda _: [untyped(Finding)(5, "x")],
    lambda _: [Question("a", "leads", "text", Text("x"))],
    lambda _: [Question("a", "leads", "text", "x", shared=Text("x"))],
    lambda _: [untyped(Question)("a", None, "text", "x")],
    half_way,
    endless,
    lambda _: exec("raise GeneratorExit"),
    lambda snapshot: snapshot.bodies.clear(),
    lambda snapshot: setattr(snapshot, "day", None),
    lambda snapshot: snapshot.now.sectors.append(1),
]


@pytest.mark.parametrize("number", range(len(NONSENSE)))
@pytest.mark.parametrize("timeout", [None, 60.0])
def test_a_rule_that_says_nonsense_has_broken_down(
    number: int, timeout: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interagency.checking.run.MOST_FINDINGS", 1_000)
    result = result_of(NONSENSE[number], timeout=timeout)
    assert result.crash
    assert [finding.severity for finding in result.findings] == ["error"]
    assert type(result.findings[0].message) is str


def test_a_rule_that_says_nonsense_ends_the_command_with_4(folder: Path) -> None:
    (folder / "sly.py").write_text(
        "from interagency.checking import Finding, Rule\n"
        "from interagency.plugins import hookimpl\n"
        "class Text(str):\n"
        "    def isprintable(self): raise SystemExit(0)\n"
        "@hookimpl\n"
        "def interagency_rules():\n"
        "    return [Rule(name='sly', severity='error', summary='', rationale='', sources=(),\n"
        "        examples=(), check=lambda _: [Finding('', Text('x'))])]\n"
    )
    result = run("--plugin", "sly.py", "check", "clean.yaml", "--select", "sly")
    assert result.exit_code == 4
    assert "in which a Text is not text" in result.stdout


# Time.


ENOUGH = threading.Event()


@pytest.fixture(autouse=True)
def _no_thread_goes_on() -> Iterator[None]:
    """Let threads that were given up come back once a test is over."""
    ENOUGH.clear()
    yield
    ENOUGH.set()


def hangs(_: Snapshot) -> Any:
    while not ENOUGH.is_set():
        pass


def waits(_: Snapshot) -> Any:
    ENOUGH.wait(60)


def hangs_and_holds_on(_: Snapshot) -> Any:
    while not ENOUGH.is_set():
        with suppress(BaseException):
            time.sleep(0.01)


@pytest.mark.parametrize("check", [hangs, waits, hangs_and_holds_on])
def test_a_rule_that_hangs_is_given_up(check: Callable[[Snapshot], Any]) -> None:
    start = time.monotonic()
    result = result_of(check, timeout=0.1)
    assert time.monotonic() - start < 10
    assert result.crash == "TooLong: it took longer than 0.1 seconds"


def test_the_end_of_the_process_does_not_wait_for_a_rule_that_hangs(folder: Path) -> None:
    (folder / "endless.py").write_text(
        "from interagency.checking import Rule\n"
        "from interagency.plugins import hookimpl\n"
        "def hang(_):\n"
        "    while True: pass\n"
        "@hookimpl\n"
        "def interagency_rules():\n"
        "    return [Rule(name='hangs', severity='error', summary='', rationale='', sources=(),\n"
        "        examples=(), check=hang)]\n"
    )
    words = ("--plugin", "endless.py", "check", "clean.yaml", "--timeout", "0.2")
    done = run_outside(*words)
    assert done.returncode == 4
    assert done.stdout.count(b"it took longer than 0.2 seconds") == 1


def test_the_others_are_run_nevertheless_and_what_was_found_is_kept() -> None:
    whole = ia.loads("interagency: 1\nsectors: {a: {}}")
    rules = [rule("a", hangs), rule("b", lambda _: [Finding("a", "odd")])]
    report = run_rules(whole, rules, timeout=0.1)
    assert [bool(each.crash) for each in report.results] == [True, False]
    assert report.results[1].findings[0].message == "odd"


def test_ctrl_c_in_a_rule_with_a_time_limit_is_for_who_runs_the_program() -> None:
    def interrupts(_: Snapshot) -> Any:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        result_of(interrupts, timeout=10)


@pytest.mark.parametrize("where", ["--timeout", "settings"])
def test_the_command_line_limits_the_time_of_rules(
    where: str, folder: Path, installed: Any
) -> None:
    installed("mine", giving(rules=[rule("hangs", hangs), rule("holds")]))
    words: tuple[str, ...] = ("--timeout", "0.1")
    if where == "settings":
        (folder / "interagency.toml").write_text("timeout = 0.1\n")
        words = ()
    result = run("check", "clean.yaml", "--select", "h*s", *words)
    assert result.exit_code == 4
    assert "TooLong: it took longer than 0.1 seconds" in result.stdout


@pytest.mark.parametrize("value", ["0", "-1", "x", "nan"])
def test_a_time_that_is_none_is_a_mistake(value: str, folder: Path) -> None:
    assert run("check", "clean.yaml", "--timeout", value).exit_code == 2
    (folder / "interagency.toml").write_text(f"timeout = {value if value != 'x' else '[]'}\n")
    result = run("check", "clean.yaml")
    assert result.exit_code == 2
    assert "timeout must be a number of seconds above 0" in result.stderr


# What exporters, reporters and importers give.


def files(*names: Any) -> dict[Any, Any]:
    return dict.fromkeys(names, "x")


@pytest.mark.parametrize(
    "given",
    [
        None,
        5,
        Text("x"),
        HALF,
        ["x"],
        {"a": None},
        {"a": Text("x")},
        {"a": HALF},
        {"a": bytearray(b"x")},
        {1: "x"},
        {Text("a"): "x"},
        {"a\0": "x"},
        {HALF: "x"},
        files("/etc/x"),
        files("../x"),
        files(".."),
        files("."),
        files(""),
        files("a/b"),
        files("a\\b"),
        files("C:x"),
        files(".hidden"),
        files("a\nb"),
        files("x" * 300),
        files("good.csv", "/x"),
        files("interagency.toml"),
        files("trailing."),
        Sly(x=len),
    ],
)
def test_no_exporter_writes_nonsense_or_outside_its_folder(
    given: Any, folder: Path, installed: Any
) -> None:
    installed("mine", giving(exporters=[exporter(write=lambda _: given)]))
    before = sorted(folder.rglob("*"))
    for output in (("-o", "out"), ("-o", "."), ()):
        result = run("export", "clean.yaml", "--to", "mine", *output)
        assert result.exit_code in (2, 4)
        assert result.exit_code == 4 or given == files("interagency.toml")
        assert result.stdout == ""
    assert sorted(folder.rglob("*")) == before


def test_names_of_files_that_are_no_trouble_are_kept(folder: Path, installed: Any) -> None:
    installed("mine", giving(exporters=[exporter(write=lambda _: b"\xff")]))
    assert run("export", "clean.yaml", "--to", "mine").stdout_bytes == b"\xff"
    names = ("bodies.csv", "Größe 2.csv", "a-b_c.tar.gz", "x")
    installed("mine", giving(exporters=[exporter(write=lambda _: MappingProxyType(files(*names)))]))
    assert run("export", "clean.yaml", "--to", "mine", "-o", "out").exit_code == 0
    assert sorted(each.name for each in (folder / "out").iterdir()) == sorted(names)


@pytest.mark.parametrize("given", [None, 5, b"x", Text("x"), HALF, {"a": "x"}])
def test_no_reporter_gives_nonsense(given: Any, installed: Any) -> None:
    installed("mine", giving(reporters=[with_fields(reporter(), write=lambda _: given)]))
    for output in ((), ("-o", "out")):
        result = run("check", "clean.yaml", "--format", "mine", *output)
        assert (result.stdout, result.exit_code) == ("", 4)


ROW = RowOutcome(file="f", sheet="", row=1, outcome=Outcome.READ, detail="d")
GOOD = Imported(
    architecture=Architecture(title="T"),
    accounting=Accounting(tables=(TableAccount(file="f", sheet="", rows=1),), rows=(ROW,)),
)


@pytest.mark.parametrize(
    "given",
    [
        None,
        GOOD.architecture,
        with_fields(GOOD, accounting=None),
        with_fields(GOOD, accounting=Accounting(rows=(1,))),  # type: ignore[arg-type]
        with_fields(GOOD, accounting=Accounting(rows=[ROW])),  # type: ignore[arg-type]
        with_fields(GOOD, accounting=Accounting(rows=(with_fields(ROW, detail=HALF),))),
        with_fields(GOOD, accounting=Accounting(rows=(with_fields(ROW, file=Text("x")),))),
        with_fields(GOOD, accounting=Accounting(rows=(with_fields(ROW, row="1"),))),
        with_fields(GOOD, accounting=Accounting(rows=(with_fields(ROW, outcome="read"),))),
        with_fields(GOOD, unsure="text"),
        with_fields(GOOD, unsure=(Text("x"),)),
        with_fields(GOOD, architecture=None),
        with_fields(GOOD, architecture=with_fields(GOOD.architecture, title=HALF)),
        with_fields(GOOD, architecture=with_fields(GOOD.architecture, organizations=(5,))),
        with_fields(
            GOOD,
            architecture=with_fields(
                GOOD.architecture,
                organizations=(with_fields(Organization(id="a", name="A"), name=object()),),
            ),
        ),
    ],
)
def test_no_importer_gives_nonsense(given: Any, folder: Path, installed: Any) -> None:
    mine = Importer(name="mine", summary="", read=lambda _: given)
    installed("mine", giving(importers=[mine]))
    for output in (("-o", "out.yaml"), ("--accounting", "acc.csv"), ()):
        result = run("import", "mine", "clean.yaml", *output)
        assert (result.stdout, result.exit_code) == ("", 4)
    assert sorted(each.name for each in folder.iterdir()) == [
        "broken.yaml",
        "clean.yaml",
        "vacant.yaml",
    ]


COLUMN = ColumnPreview(file="f", sheet="", reads="", column="A", header="h", meaning="", why="")


@pytest.mark.parametrize(
    "given",
    [None, 5, (1,), (with_fields(COLUMN, header=Text("x")),), (with_fields(COLUMN, why=5),)],
)
def test_no_preview_or_mapping_is_nonsense(given: Any, installed: Any) -> None:
    reader = TableReader(
        read=lambda _, __, ___: GOOD, preview=lambda _, __: given, mapping=lambda _, __: Text("x")
    )
    mine = Importer(name="mine", summary="", read=lambda _: GOOD, tables=reader)
    installed("mine", giving(importers=[mine]))
    assert run("import", "mine", "clean.yaml", "--preview").exit_code == 4
    assert run("import", "mine", "clean.yaml", "--write-mapping", "m.yaml").exit_code == 4
    good = evolve(
        mine, tables=evolve(reader, preview=lambda _, __: (COLUMN,), mapping=lambda *_: "m")
    )
    installed("mine", giving(importers=[good]))
    assert run("import", "mine", "clean.yaml", "--preview").exit_code == 0
    assert run("import", "mine", "clean.yaml", "--write-mapping", "m.yaml").exit_code == 0


class SlyError(InteragencyError):
    """An error that ends the program when it is told."""

    def __str__(self) -> str:
        raise SystemExit(0)


def test_an_error_of_a_plugin_that_ends_the_program_when_told(installed: Any) -> None:
    def write(_: object) -> str:
        raise SlyError

    installed("mine", giving(exporters=[exporter(write=write)]))
    result = run("export", "clean.yaml", "--to", "mine")
    assert (result.stdout, result.exit_code) == ("", 4)
    assert "error: SlyError, which breaks down when it is told: SystemExit: 0" in result.stderr


def test_records_of_several_classes_in_one_field_are_told_by_the_one_they_are() -> None:
    clause = MODEL.clauses[0]
    assert isinstance(clause, Clause)
    assert clause.strength is Strength.MUST
    bad = with_fields(clause, expect=with_fields(clause.expect, at_least="x"))
    said = misfit_of(with_fields(MODEL, clauses=(bad,)))
    assert said is not None
    assert said.startswith("clauses[0].expect.")
    assert isinstance(MODEL, ReferenceModel)


def test_a_code_list_with_equivalents_of_other_lengths_is_refused() -> None:
    term = Term(code="a", name="a", names=(("en", "A"),), equivalents=(("iati", "1"),))
    good = Vocabulary(name="mine", title="Mine", terms=(term,))
    assert misfit_of(good) is None
    bad = with_fields(term, equivalents=(("iati",),))
    said = misfit_of(with_fields(good, terms=(bad,)))
    assert said == "terms[0].equivalents[0] has 1 parts, not 2"
    assert "mine" in load(giving(vocabularies=[good])).vocabularies
    assert isinstance(exporter(), Exporter)
