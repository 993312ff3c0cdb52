"""Changes in files: all that does not change stays as it is written."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

import interagency as ia
from interagency.change import compare, merge, rename
from interagency.change.written_changes import plan_changes
from interagency.document.edit_files import EditPlan
from interagency.document.splices import ImpossibleEdit
from interagency.examples import names, path
from interagency.model import Day
from interagency.testing.strategies import architectures

DAY = Day("2026")
LISTED = """\
interagency: 2  # the format
forums: {rcf: {name: RCF}}
sectors:
  # the first
  health: {name: Health, within: rcf}
  wash: {name: WASH, within: rcf, reports_to: [rcf]}  # the second
links:
  - {kind: reports_to, from: [health], to: [rcf]}  # goes
  - {kind: supports, from: rcf, to: wash}  # stays
"""


def written(tmp_path: Path, text: str, after: ia.Architecture) -> str:
    file = tmp_path / "a.yaml"
    file.write_text(text)
    plan_changes(file, ia.load(file), after).write()
    assert not compare(ia.load(file), after)
    return file.read_text()


def test_a_line_that_changes_leaves_the_list_and_the_others_stay(tmp_path: Path) -> None:
    after = merge(ia.loads(LISTED), ["health"], "wash", DAY)
    text = written(tmp_path, LISTED, after)
    assert "  - {kind: supports, from: rcf, to: wash}  # stays\n" in text
    assert "goes" not in text
    assert "  # the first\n" in text
    assert "reports_to: [{to: rcf, until: '2025'}]" in text


def test_a_new_id_keeps_the_place_and_the_comments_of_the_old_one(tmp_path: Path) -> None:
    text = written(tmp_path, LISTED, rename(ia.loads(LISTED), "rcf", to="forum"))
    assert text == LISTED.replace("rcf", "forum")


def test_a_list_of_which_all_lines_change_goes(tmp_path: Path) -> None:
    text = LISTED.replace("  - {kind: supports, from: rcf, to: wash}  # stays\n", "")
    assert "links:" not in written(tmp_path, text, merge(ia.loads(text), ["health"], "wash", DAY))


def test_an_organization_of_the_registry_has_no_entry_to_rename(tmp_path: Path) -> None:
    text = "interagency: 2\nsectors: {health: {seats: {lead: [who]}}}\n"
    after = rename(ia.loads(text), "who", to="paho")
    assert "organizations:\n  paho:" in written(tmp_path, text, after)


@pytest.mark.parametrize("name", names())
def test_nothing_changes_in_an_example_that_does_not_change(name: str) -> None:
    architecture = ia.load(path(name))
    assert plan_changes(path(name), architecture, architecture).changes == ()


def test_the_order_of_names_is_left_as_it_is_written(tmp_path: Path) -> None:
    text = "interagency: 2\nroles: {a: lead}\nsectors: {health: {names: {fr: Santé}}}\n"
    after = text.replace("a: lead", "b: lead, a: lead").replace("fr: Santé", "es: Salud, fr: Santé")
    file = tmp_path / "a.yaml"
    file.write_text(text)
    plan_changes(file, ia.load(file), ia.loads(after)).write()
    assert "names: {fr: Santé, es: Salud}" in file.read_text()


def test_what_cannot_be_written_so_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(LISTED)
    before = ia.load(file)
    nothing = EditPlan((), before)
    monkeypatch.setattr("interagency.change.written_changes.plan_edits", lambda *_, **__: nothing)
    with pytest.raises(ImpossibleEdit, match="in which the changes cannot be made"):
        plan_changes(file, before, rename(before, "rcf", to="forum"))


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(architectures(), architectures())
def test_any_document_becomes_any_other(
    tmp_path: Path, before: ia.Architecture, after: ia.Architecture
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(ia.dumps(before))
    try:  # what is written is what was meant, or nothing is
        plan = plan_changes(file, before, after)
    except ImpossibleEdit as error:
        assume("a key of its own line" not in str(error))
        raise
    plan.write()
    assert ia.load(file) == plan.architecture
