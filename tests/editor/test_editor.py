"""Help in a text while it is typed: notices, completion, hover, rewrites."""

from pathlib import Path
from typing import Any

import pytest

from interagency.document import ImpossibleEdit, loads
from interagency.editor.completions import completions
from interagency.editor.cursor import cursor_at, typing_at
from interagency.editor.hover import hover_text
from interagency.editor.notices import Notice, notices
from interagency.editor.open_text import OpenText
from interagency.editor.rewrites import actions, renamed
from interagency.plugins.loading import load_plugins
from interagency.vocabularies import shipped

PLUGINS = load_plugins()
TEXT = """\
interagency: 2
title: Response
as_of: 2025
level: national
default_sources: [minutes]
sources: {minutes: {title: Minutes}}
organizations: {moh: {name: Ministry of Health, kind: government, acronym: MoH, note: "*"}}
forums:
  rcf: {name: Refugee Forum, kind: rcf, reports_to: none, seats: {co-chair: [unhcr, moh]}}
sectors:
  health:
    name: Health
    within: rcf
    reports_to: [rcf]
    covers: [HEA]
    areas: [ROU]
    seats:
      lead: vacant
plans:
  rrp: {name: Plan, kind: RRP}
"""


def opened(text: str = TEXT, path: str = "/a.yaml", **more: Any) -> OpenText:
    return OpenText(Path(path), text, PLUGINS, more.pop("open", {}), more.pop("root", None))


def at(text: str) -> tuple[OpenText, int]:
    """Return a text without the sign of the cursor, and where that stood."""
    return opened(text.replace("‸", "")), text.index("‸")


def test_findings_and_questions_stand_where_their_subject_does() -> None:
    found = notices(opened())
    assert Notice(10, 2, 8, "error", "lead-vacant", "Health has a vacant lead") in found
    questions = [each for each in found if each.code == "question"]
    assert {(each.line, each.severity) for each in questions} == {(10, "hint")}
    assert questions[0].message == (
        "Who co-leads Health?\nsectors.health.seats.co-lead: [...], vacant or none"
    )


def test_a_text_that_does_not_load_shows_its_problems() -> None:
    (found,) = notices(opened(TEXT.replace("reports_to: [rcf]", "reports_to: [rfc]")))
    assert (found.line, found.start, found.end, found.code) == (13, 17, 20, "problem")
    assert "'rfc'" in found.message
    (found,) = notices(opened("a: [\n\n"))
    assert (found.severity, found.code) == ("error", "problem")
    assert notices(opened(""))[0].line == 0


def test_a_file_is_part_of_the_smallest_folder_that_is_whole(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "a.yaml").write_text("interagency: 2\ntitle: A\nforums: {rcf: {name: RCF}}\n")
    part = "interagency: 2\nsectors:\n  health: {name: Health, within: rcf}\n"
    here = tmp_path / "x" / "b.yaml"
    here.write_text("")
    text = opened(part, str(here), root=tmp_path)
    assert {each.code for each in notices(text)} >= {"question"}
    assert "rcf" in {each.text for each in completions(text, part.index("rcf")).completions}
    other = {tmp_path / "a.yaml": "interagency: 2\ntitle: A\n"}
    (found,) = notices(opened(part, str(here), root=tmp_path, open=other))
    assert "'rcf'" in found.message
    broken = {tmp_path / "a.yaml": "interagency: 2\nforums: {rcf: {nme: x}}\n"}
    (found,) = notices(opened(part, str(here), root=tmp_path, open=broken))
    assert (found.line, "a.yaml" in found.message) == (0, True)
    alone = opened(part, str(here))
    assert len(alone.texts) == 1
    assert len(opened("", str(tmp_path / "y" / "n.yaml"), root=tmp_path).texts) == 1
    unsaved = opened(part.replace("rcf", "x"), str(tmp_path / "x" / "n.yaml"), root=tmp_path)
    assert len(unsaved.texts) == 1
    assert len(opened(part, str(tmp_path / ".n.yaml"), root=tmp_path).texts) == 1


def test_a_cursor_knows_its_path() -> None:
    text, offset = at(TEXT.replace("[rcf]", "[r‸cf]"))
    found = cursor_at(text, offset)
    assert found is not None
    assert (found.path, found.is_key, found.word) == (
        ("sectors", "health", "reports_to", 0),
        False,
        "rcf",
    )
    text, offset = at(TEXT.replace("  health:", "  hea‸lth:"))
    found = cursor_at(text, offset)
    assert found is not None
    assert (found.path, found.is_key) == (("sectors", "health"), True)
    text, offset = at("\ufeffa: 'x‸y'\n")
    found = cursor_at(text, offset)
    assert found is not None
    assert (text.text[found.start : found.end], found.word) == ("xy", "xy")
    assert cursor_at(*at("a: b  # ‸x\n")) is None
    assert cursor_at(*at("a: [‸")) is None
    assert cursor_at(*at("a:\n\n  ‸\n  - b\n")) is None


@pytest.mark.parametrize(
    ("text", "path", "is_key", "word"),
    [
        (TEXT.replace("lead: vacant", "lead: [who, un‸"), "lead", False, "un"),
        (TEXT.replace("lead: vacant", "co‸"), "seats", True, "co"),
        (TEXT.replace("covers: [HEA]", "covers: [‸]"), "covers", False, ""),
        (TEXT.replace("covers: [HEA]", "covers: ‸"), "covers", False, ""),
        (TEXT.replace("kind: rcf,", "ki‸, kind: rcf,"), "rcf", True, "ki"),
        (TEXT + "pl‸", "", True, "pl"),
    ],
)
def test_what_is_being_typed_is_known_though_the_text_is_not_whole(
    text: str, path: str, is_key: bool, word: str
) -> None:
    found = typing_at(*at(text))
    assert found is not None
    assert (found.is_key, found.word) == (is_key, word)
    assert not path or path in found.path


def test_nothing_is_offered_where_the_text_says_nothing() -> None:
    assert completions(*at("a: [\n}‸ : ]")).completions == ()
    assert completions(*at(TEXT.replace("title: Response", "title: ‸"))).completions == ()
    assert (
        completions(*at("interagency: 2\nsectors: {health: {figures: {a: ‸}}}")).completions == ()
    )


def offered(text: str) -> set[str]:
    return {each.text for each in completions(*at(text)).completions}


def test_ids_of_the_document_and_of_the_registry_are_offered() -> None:
    found = offered(TEXT.replace("lead: vacant", "lead: [‸]"))
    assert {"moh", "rcf", "health", "unhcr", "nrc", "vacant", "none", "unknown"} <= found
    assert "rrp" not in found
    assert "rcf" in offered(TEXT.replace("within: rcf", "within: ‸"))
    assert "minutes" in offered(TEXT.replace("name: Health", "sources: [‸]"))


def test_keys_are_offered() -> None:
    assert {"covers", "reports_to", "seats"} <= offered(TEXT.replace("    name: Health", "    ‸"))
    assert {"holder", "since"} <= offered(TEXT.replace("vacant", "[{‸}]"))
    assert {"sectors", "plans", "title"} <= offered(TEXT + "‸")
    assert {"lead", "co-lead", "member"} <= offered(TEXT.replace("lead: vacant", "‸"))
    assert {"lead", "co-lead"} <= offered(TEXT + "roles:\n  ‸")


_PLACES = {
    "sectors": "sectors: {x: {covers: [‸]}}",
    "organization-kinds": "organizations: {x: {kind: ‸}}",
    "organization-tags": "organizations: {x: {tags: [‸]}}",
    "role-terms": "sectors: {x: {seats: {‸}}}",
    "body-kinds": "forums: {x: {kind: ‸}}",
    "plan-kinds": "plans: {x: {kind: ‸}}",
    "plan-statuses": "plans: {x: {status: ‸}}",
    "office-kinds": "offices: {x: {kind: ‸}}",
    "product-kinds": "products: {x: {kind: ‸}}",
    "duties": "posts: {x: {duties: [‸]}}",
    "designations": "posts: {x: {designations: [‸]}}",
    "capacities": "posts: {x: {capacity: ‸}}",
    "populations": "populations: [‸]",
    "situations": "situation: ‸",
    "participations": "appeals: [{participation: ‸}]",
    "mandate-strengths": "mandates: {x: {strength: ‸}}",
    "selections": "sectors: {x: {seats: {lead: [{selection: ‸}]}}}",
    "phases": "sectors: {x: {seats: {lead: [{when: ‸}]}}}",
    "frequencies": "sectors: {x: {meets: ‸}}",
    "countries": "areas: [‸]",
    "audiences": "products: {x: {audience: ‸}}",
    "decision-statuses": "decisions: {x: {status: ‸}}",
    "agreement-kinds": "agreements: {x: {kind: ‸}}",
    "cluster-functions": "handovers: [{function: ‸}]",
}


def test_every_vocabulary_has_a_place_here() -> None:
    assert {*shipped()} == {*_PLACES}


@pytest.mark.parametrize("name", _PLACES)
def test_every_code_of_every_vocabulary_is_offered(name: str) -> None:
    found = offered(f"interagency: 2\n{_PLACES[name]}\n")
    assert {term.code for term in shipped()[name].terms} <= found


def test_reference_models_levels_and_truth_values_are_offered() -> None:
    assert {*PLUGINS.reference_models} <= offered("interagency: 2\nconforms_to: [‸]\n")
    assert {"national", "regional"} <= offered("interagency: 2\nlevel: ‸\n")
    seat = "interagency: 2\nsectors: {x: {seats: {lead: [{last_resort: ‸}]}}}\n"
    assert {"true", "false"} <= offered(seat)


def hovered(text: str) -> str:
    return hover_text(*at(text))


def test_a_group_shows_what_it_inherits_and_where_that_was_read() -> None:
    for text in (TEXT.replace("  health:", "  he‸alth:"),):
        said = hovered(text)
        assert "**Level, areas**: national, " in said
        assert "**Lies in**: Refugee Forum" in said
        assert "**Source**: Minutes" in said
        assert "Health has a vacant lead" in said
    assert "Refugee Forum" in hovered(TEXT.replace("within: rcf", "within: r‸cf"))


def test_other_things_show_what_they_are() -> None:
    assert hovered(TEXT.replace("[unhcr, moh]", "[unhcr, m‸oh]")) == (
        "**Ministry of Health** `moh`\n\norganization, government\n\nMoH\n\n\\*"
    )
    assert "**United Nations High Comm" in hovered(TEXT.replace("[unhcr, ", "[unh‸cr, "))
    assert hovered(TEXT.replace("  rrp:", "  r‸rp:")) == "**Plan** `rrp`\n\nplan, RRP"
    assert hovered(TEXT.replace("[minutes]", "[min‸utes]")) == "**Minutes** `minutes`\n\nsource"
    assert hovered(TEXT.replace("[HEA]", "[H‸EA]")) == "**Health** `HEA`"
    assert hovered(TEXT.replace("[ROU]", "[R‸OU]")) == "**Romania** `ROU`"
    assert "lead" in hovered(TEXT.replace("      lead:", "      le‸ad:"))
    assert hovered(TEXT.replace("    covers:", "    cov‸ers:"))
    assert hovered(TEXT.replace("title:", "ti‸tle:"))
    for nothing in (
        TEXT.replace("name: Health\n", "name: He‸alth\n"),
        TEXT.replace("[HEA]", "[X‸Y]"),
        TEXT.replace("sectors:", "sec‸tors:"),
        TEXT.replace("within: rcf", "within: x‸y"),
        TEXT.replace("[HEA]", "[]  # ‸"),
        "interagency: 2\nconforms_to: [r‸]\n",
    ):
        assert hovered(nothing) == ""
    assert "United Nations High" in hovered(
        "interagency: 2\nforums: {a: {nme: x, within: unh‸cr}}\n"
    )


def changed(text: str, rewrite: Any, path: str = "/a.yaml") -> str:
    lines = text.splitlines(keepends=True)
    for edit in reversed(rewrite[Path(path)]):
        lines[edit.first : edit.last] = [edit.text]
    return "".join(lines)


def test_an_id_is_renamed_everywhere() -> None:
    text, offset = at(TEXT.replace("within: rcf", "within: r‸cf"))
    after = changed(TEXT, renamed(text, offset, "forum"))
    assert after == TEXT.replace("rcf:", "forum:").replace("within: rcf", "within: forum").replace(
        "[rcf]", "[forum]"
    )
    with pytest.raises(ImpossibleEdit, match="there is no id here"):
        renamed(*at("a: b  # ‸"), "x")
    assert len(loads(after).forums) == 1


def test_fixes_of_a_line_are_offered() -> None:
    wrong = TEXT.replace("covers: [HEA]", "Covers: [health]").replace("[ROU]", "[Romania]")
    found = {each.title: each.rewrite for each in actions(opened(wrong), 14, 14)}
    assert list(found) == [
        "Fix sectors.health.Covers → covers",
        "Fix sectors.health.covers[0]: health → HEA",
        "Fix everything that has one right answer",
    ]
    one = found["Fix sectors.health.covers[0]: health → HEA"]
    assert changed(wrong, one) == TEXT.replace("[ROU]", "[Romania]")
    assert changed(wrong, found["Fix everything that has one right answer"]) == TEXT
    assert list(actions(opened("a: ["), 0, 9)) == []
    assert list(actions(opened(), 0, 99)) == []
    anchored = "interagency: 2\nareas: [&a Romania]\nsituation: *a\n"
    assert list(actions(opened(anchored), 0, 9)) == []
