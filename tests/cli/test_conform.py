"""`interagency conform`: each clause met, a gap, or unknown; and what to ask."""

import json
from pathlib import Path

import click
import pytest
from attrs import evolve

from interagency.cli.conform_text import as_text
from interagency.conformance import conform as conform_with
from interagency.document import loads
from interagency.plugins.loading import load_plugins
from interagency.plugins.running import UnknownModel, conform
from tests.cli.runs import run

MODELS = load_plugins(entry_points=False).reference_models
MODEL = "rcm-2013"
BARE = "{interagency: 1, situation: refugee, sectors: {health: {}}}"
FULL = """\
interagency: 1
situation: refugee
complete: [groups, leads]
forums: {rcf: {kind: rcf, seats: {lead: [unhcr]}}}
sectors:
""" + "".join(
    f"  s{n}: {{within: rcf, covers: [PRO], seats: {{lead: [unhcr]}}}}\n" for n in range(9)
)
SAID = f"{{interagency: 1, title: Response, as_of: 2022, conforms_to: [{MODEL}]}}"


@pytest.fixture(autouse=True)
def _documents() -> None:
    Path("bare.yaml").write_text(BARE)
    Path("said.yaml").write_text(SAID)


@pytest.mark.parametrize("name", MODELS)
def test_every_clause_has_an_answer_and_a_part_in_the_summary(name: str) -> None:
    result = run("conform", "bare.yaml", "--model", name)
    lines = result.stdout.splitlines()
    assert lines[0] == "untitled, no date stated"
    assert lines[2] == f"{name}: {MODELS[name].title}"
    if lines[3].startswith("  not applicable: it is for "):
        assert lines[4:] == []
        return
    for clause in MODELS[name].clauses:
        assert sum(f" {clause.id} " in line for line in lines) >= 1
    totals = [int(line.split()[1]) for line in lines if " clauses: " in line or " clause: " in line]
    assert sum(totals) == len(MODELS[name].clauses)
    assert result.stderr == ""


def test_the_document_may_say_what_it_conforms_to() -> None:
    result = run("conform", "said.yaml")
    assert result.stdout.startswith(f"Response, 2022-12-31\n\n{MODEL}: ")
    assert result.stdout == run("conform", "said.yaml", "--model", MODEL).stdout


def test_without_a_model_the_known_ones_are_told() -> None:
    result = run("conform", "bare.yaml")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert MODEL in result.stderr


def test_an_unknown_model_is_a_mistake_in_usage() -> None:
    result = run("conform", "bare.yaml", "--model", "rcm-2031")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "there is no reference model 'rcm-2031'; did you mean rcm-2013" in result.stderr
    with pytest.raises(UnknownModel, match="no reference model 'zzz'"):
        conform(loads(BARE), models=["zzz"])


def test_the_start_of_a_name_will_do_where_it_is_that_of_one_model() -> None:
    only = next(name for name in MODELS if name.startswith("unsdcf-"))
    assert run("conform", "bare.yaml", "--model", "unsdcf").stdout == (
        run("conform", "bare.yaml", "--model", only).stdout
    )


def test_what_was_found_is_told_a_few_of_it() -> None:
    found = conform(loads(FULL), models=[MODEL])
    facts = [each.met_by or each.missed_by for each in found.models[0].clauses]
    longest = max(facts, key=len)
    assert len(longest) > 4
    Path("full.yaml").write_text(FULL)
    result = run("conform", "full.yaml", "--model", MODEL)
    few = ", ".join(longest[:4])
    assert f"{few} and {len(longest) - 4} more\n" in result.stdout


def test_what_is_unknown_can_be_asked() -> None:
    result = run("conform", "bare.yaml", "--model", MODEL, "--ask")
    first, _, *rest = result.stdout.splitlines()
    assert first == "untitled, no date stated: what to ask"
    assert "  settles " in rest[0]
    assert rest[1].startswith("    ")


def test_scripts_get_json() -> None:
    value = json.loads(run("conform", "bare.yaml", "--model", MODEL, "--format", "json").stdout)
    assert list(value) == ["version", "title", "day", "raise_with", "names", "models", "questions"]
    (model,) = value["models"]
    assert (value["version"], model["name"]) == (1, MODEL)
    assert [each["id"] for each in model["clauses"]] == [each.id for each in MODELS[MODEL].clauses]
    assert json.loads(run("conform", "said.yaml", "--format", "json").stdout)["day"] == "2022-12-31"


def test_a_file_gets_no_colour() -> None:
    run("conform", "bare.yaml", "--model", MODEL, "-o", "out.txt", color=True)
    coloured = run("conform", "bare.yaml", "--model", MODEL, color=True).stdout
    assert "\x1b[" in coloured
    assert Path("out.txt").read_text(encoding="utf-8") == click.unstyle(coloured)


def test_a_must_that_is_a_gap_has_an_exit_code_of_its_own() -> None:
    """Unknown is not a gap; what is known to be missing is."""
    assert run("conform", "bare.yaml", "--model", MODEL).exit_code == 0
    Path("gap.yaml").write_text(
        "{interagency: 1, situation: refugee, complete: [groups, leads, members, posts, plans]}"
    )
    result = run("conform", "gap.yaml", "--model", MODEL)
    assert "gap" in result.stdout
    assert result.exit_code == 1


INFERRED = """\
interagency: 1
situation: refugee
forums: {rcf: {kind: rcf, seats: {lead: [{holder: unhcr, certainty: inferred}]}}}
"""


def test_what_is_inferred_and_what_nobody_verified_is_marked() -> None:
    Path("inferred.yaml").write_text(INFERRED)
    text = run("conform", "inferred.yaml", "--model", "rcm-2024").stdout
    assert "  UNHCR is lead of rcf (inferred)\n" in text
    lines = text.splitlines()
    doubt = "[not verified against the original]"
    marked = {line.split()[1] for line in lines if line.endswith(doubt)}
    assert marked == {"RCM-15a", "RCM-15b", "RCM-15c"}
    unsure = [line.split()[0] for line in lines if line.endswith("Guidance (unverified)")]
    assert unsure == [unsure[0]]
    cited = [line.split(", ") for line in lines if line.startswith(" " * 34 + "see [")]
    assert {each for line in cited for each in line if "(" in each} == {f"{unsure[0]} (unverified)"}


def test_each_clause_of_the_json_has_its_outcome_evidence_and_citations() -> None:
    Path("inferred.yaml").write_text(INFERRED)
    words = ("--model", "rcm-2024", "--format", "json")
    value = json.loads(run("conform", "inferred.yaml", *words).stdout)
    (model,) = value["models"]
    clauses = {each["id"]: each for each in model["clauses"]}
    led = clauses["RCM-02"]
    assert (led["outcome"], led["met_by"], led["missed_by"]) == ("met", ["seat rcf/lead/unhcr"], [])
    assert (led["inferred"], led["verified"]) == (led["met_by"], True)
    assert {*led["citations"][0]} == {"title", "url", "verified"}
    assert clauses["RCM-15a"]["verified"] is False
    asked = clauses["RCM-04"]["questions"][0]
    assert {*asked} == {"subject", "about", "question", "write"}
    total = sum(sum(counts.values()) for counts in model["summary"].values())
    assert total == len(clauses)
    settled = [len(each["settles"]) for each in value["questions"]]
    assert settled == sorted(settled, reverse=True)


BROKEN_FUNCTION = """\
from interagency.conformance import parse_model
from interagency.plugins import hookimpl

PACK = \'\'\'
interagency_model: 1
id: mine-1
title: Mine
sources: {S: {title: A source}}
clauses: [{id: M-1, strength: must, text: It is so, sources: [S], expect: {code: breaks}}]
\'\'\'


def breaks(snapshot, subject):
    raise ValueError("no such luck")


@hookimpl
def interagency_reference_models():
    return [parse_model(PACK, functions={"breaks": breaks})]
"""


def test_a_function_that_breaks_down_has_an_exit_code_of_its_own() -> None:
    Path("mine.py").write_text(BROKEN_FUNCTION)
    words = ("--plugin", "mine.py", "conform", "bare.yaml", "--model", "mine-1")
    told = run(*words)
    assert "broke down: function 'breaks': ValueError: no such luck\n" in told.stdout
    assert told.exit_code == 4
    value = json.loads(run(*words, "--format", "json").stdout)
    crashes = [each["crash"] for each in value["models"][0]["clauses"]]
    assert crashes == ["function 'breaks': ValueError: no such luck"]


def test_a_day_may_be_chosen() -> None:
    Path("dated.yaml").write_text(
        "{interagency: 1, as_of: 2022, situation: refugee,"
        " plans: {p: {kind: RRP, since: 2022, until: 2022}}}"
    )

    def line(*words: str) -> str:
        lines = run("conform", "dated.yaml", "--model", MODEL, *words).stdout.splitlines()
        return next(each for each in lines if " RCM-14 " in each).split()[0]

    assert (line(), line("--at", "2022-03-01"), line("--at", "2023")) == ("met", "met", "unknown")
    assert run("conform", "dated.yaml", "--model", MODEL, "--at", "soon").exit_code == 2


def test_several_models_may_be_named() -> None:
    words = ("--model", MODEL, "--model", "iasc-clusters-2015")
    text = run("conform", "bare.yaml", *words).stdout
    assert text.index(f"{MODEL}: ") < text.index("iasc-clusters-2015: ")


def test_the_start_of_two_names_will_not_do() -> None:
    result = run("conform", "bare.yaml", "--model", "rcm")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "there is no reference model 'rcm'; known are rcm-2013, rcm-2024\n" in result.stderr


def test_a_broken_document_conforms_to_nothing() -> None:
    result = run("conform", "broken.yaml", "--model", MODEL)
    assert (result.stdout, result.exit_code) == ("", 3)


def test_a_hostile_document_moves_no_cursor() -> None:
    Path("odd.yaml").write_text('{interagency: 1, title: "\\e[31m", conforms_to: [rcm-2013]}')
    assert "\x1b" not in run("conform", "odd.yaml").stdout
    assert "\x1b" not in run("conform", "odd.yaml", "--ask").stdout


def test_a_gap_comes_with_the_offices_to_raise_it_with(tmp_path: Path) -> None:
    """Nearest first; without a gap there is nothing to raise."""
    path = tmp_path / "d.yaml"
    offices = (
        "offices:\n  rou: {name: Romania, kind: country-operation}\n"
        "  pcs: {name: PCS, kind: hq-service}\n"
    )
    path.write_text(f"interagency: 1\nsituation: refugee\nlevel: national\n{offices}")
    assert "Raise gaps" not in run("conform", path, "--model", "rcm-2013").stdout
    with path.open("a") as file:
        file.write("forums:\n  rcf: {name: RCF, kind: rcf, seats: {co-chair: [iom, who]}}\n")
    told = run("conform", path, "--model", "rcm-2013")
    assert told.stdout.splitlines()[-1] == "Raise gaps with Romania, then PCS"


def test_a_gap_is_raised_along_the_lines_that_escalate_if_there_are_any(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("""interagency: 2
situation: refugee
level: national
offices:
  rou: {name: Romania, kind: country-operation, escalates_to: [bureau, mco]}
  bureau: {name: Bureau, escalates_to: [dess]}
  mco: {name: Office}
  dess: {name: DESS}
forums: {rcf: {name: RCF, kind: rcf, seats: {co-chair: [iom, who]}}}
""")
    told = run("conform", path, "--model", "rcm-2013")
    assert told.stdout.splitlines()[-1] == "Raise gaps with Bureau or Office, then DESS"


def test_what_is_cited_is_listed_once_and_every_clause_says_where_it_stands() -> None:
    lines = run("conform", "bare.yaml", "--model", MODEL).stdout.splitlines()
    sources = lines[lines.index("Sources") + 1 :]
    cited = {each for clause in MODELS[MODEL].clauses for each in clause.citations}
    assert sorted(line.split("] ", 1)[1] for line in sources) == sorted(map(str, cited))
    numbers = [line.split()[0] for line in sources]
    assert numbers == [f"[{place}]" for place in range(1, len(cited) + 1)]
    seen = [line.split() for line in lines if line.startswith(" " * 34 + "see [")]
    assert len(seen) == len(MODELS[MODEL].clauses)
    assert {each.strip(",") for line in seen for each in line[1:]} == set(numbers)


def test_a_clause_of_a_model_made_by_hand_may_cite_nothing() -> None:
    model = MODELS[MODEL]
    clauses = tuple(evolve(clause, citations=()) for clause in model.clauses)
    found = conform_with(loads(BARE), [evolve(model, clauses=clauses)])
    assert "see [" not in as_text(found)
    assert "Sources" not in as_text(found)


BODIES = """\
interagency: 1
forums: {rcf: {name: RCF}, isg: {name: ISG}, hct: {name: HCT, kind: hct}}
sectors: {health: {name: Health, covers: [HEA]}, wash: {name: WASH, covers: [WSH]}}
"""


def test_the_situation_and_the_level_are_asked_once_for_the_whole_document() -> None:
    Path("bodies.yaml").write_text(BODIES)
    text = run("conform", "bodies.yaml", "--model", MODEL, "--ask").stdout
    asked = [line.partition("?")[0] for line in text.splitlines() if "  settles " in line]
    assert asked[0].startswith("In which situation does the response take place")
    assert sum("situation does" in each for each in asked) == 1
    assert sum("which level" in each for each in asked) == 1
    assert "\n    situation: code, from the vocabulary situations\n" in text


def test_a_question_about_several_bodies_that_settles_the_same_is_put_once() -> None:
    Path("bodies.yaml").write_text(BODIES)
    lines = run("conform", "bodies.yaml", "--model", MODEL, "--ask").stdout.splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("What sort of body is each"))
    assert lines[place + 1 : place + 4] == [
        "    Health: sectors.health.kind: [code, ...], from the vocabulary body-kinds",
        "    WASH: sectors.wash.kind: [code, ...], from the vocabulary body-kinds",
        "",
    ]


def test_a_gap_says_on_what_it_rests_that_is_only_inferred() -> None:
    Path("line.yaml").write_text(
        "interagency: 1\nsituation: refugee\n"
        "forums: {gov: {name: Ministry group, kind: steering}}\n"
        "sectors: {health: {name: Health, covers: [HEA], participates_in: "
        "[{to: none, certainty: inferred}]}}\n"
    )
    text = run("conform", "line.yaml", "--model", "rcm-2013").stdout
    assert "  inferred: Health participates in none\n" in text
