"""`interagency set` and `rename`: the file changes where it must, and only if it still loads."""

from pathlib import Path

import pytest

from interagency.checking.waiver_files import read_waivers
from tests.cli.runs import VACANT, run

LINE = "    seats: {lead: vacant, co-lead: none}"


def text(name: str = "vacant.yaml") -> str:
    return Path(name).read_text()


def test_a_value_is_set_as_a_question_says() -> None:
    before = VACANT.replace(", co-lead: none", "").replace("vacant", "[who]")
    Path("vacant.yaml").write_text(before)
    asked = run("questions", "vacant.yaml").output
    path = "sectors.health.seats.co-lead"
    assert f"    {path}: [...], vacant or none\n" in asked
    assert run("set", "vacant.yaml", path, "[UNHCR]").stderr == "changed vacant.yaml\n"
    assert text() == before.replace("[who]", "[who], co-lead: [unhcr]")
    assert run("set", "vacant.yaml", f"{path}: none").exit_code == 0
    assert text() == before.replace("[who]", "[who], co-lead: none")
    assert "0 open questions" in run("questions", "vacant.yaml").output
    run("set", "vacant.yaml", path, "--unset")
    assert text() == before


def test_the_difference_can_be_seen_first() -> None:
    result = run("set", "vacant.yaml", "sectors.health.seats", "lead:", "[WHO]", "--diff")
    assert (
        result.output
        == f"""\
--- vacant.yaml
+++ vacant.yaml
@@ -5,6 +5,6 @@
   health:
     name: Health
     reports_to: [rcf]
-{LINE}
+    seats: {{lead: [who], co-lead: none}}
 forums:
   rcf: {{name: RCF, seats: {{co-chair: [unhcr, iom]}}}}
"""
    )
    assert text() == VACANT


def test_what_would_not_load_is_not_written() -> None:
    result = run("set", "vacant.yaml", "forums.rcf.within", "helth")
    assert (result.exit_code, result.output) == (
        2,
        "forums.rcf.within: nothing is recorded as 'helth', and a group is expected; did you mean "
        "health (Health)?\n",
    )
    result = run("set", "vacant.yaml", "forums.rcf.nmae", "X")
    assert result.exit_code == 3
    assert "forums.rcf.nmae: there is no field 'nmae' here; did you mean name?" in result.output
    assert text() == VACANT


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["vacant.yaml", "title"], "give a VALUE, or --unset"),
        (["vacant.yaml", "title", "x", "--unset"], "--unset has no VALUE"),
        (["-", "title", "x"], "- is not a file that can be changed; name a copy"),
        (["example:r4v", "title", "x"], "example:r4v is not a file that can be changed"),
        (["vacant.yaml", "forums.x", "--unset"], "forums.x: there is no such entry"),
        (["a.xlsx", "title", "x"], "a.xlsx is a workbook"),
    ],
)
def test_what_cannot_be_set_is_told(words: list[str], message: str) -> None:
    result = run("set", *words)
    assert result.exit_code == 2
    assert message in result.output


def test_setting_what_is_there_changes_nothing() -> None:
    assert run("set", "vacant.yaml", "title", "Response").stderr == "nothing to change\n"
    assert text() == VACANT


def test_a_field_of_an_appeal_is_set_as_a_question_says() -> None:
    more = "plans: {rrp: {name: P}}\nappeals:\n  - {plan: rrp, organization: unhcr}\n"
    Path("vacant.yaml").write_text(VACANT + more)
    run("set", "vacant.yaml", "appeals, of unhcr in rrp: amount: 1000 USD")
    assert text().endswith("organization: unhcr, amount: 1000 USD}\n")


def test_an_id_is_renamed_in_every_file_and_every_waiver(tmp_path: Path) -> None:
    folder = tmp_path / "response"
    folder.mkdir()
    (folder / "a.yaml").write_text(VACANT.replace("title: Response", "title: rcf  # rcf"))
    more = (
        "interagency: 1\nworking_groups:\n  cash: {name: rcf, within: rcf, seats: {lead: [rcf]}}\n"
    )
    (folder / "b.yaml").write_text(more)
    found = run("check", folder, "--write-waivers", "waivers.yaml").exit_code
    assert found == 0
    waived = read_waivers(Path("waivers.yaml"))
    result = run("rename", folder, "rcf", "forum", "--waivers", "waivers.yaml")
    assert result.exit_code == 0
    assert (folder / "b.yaml").read_text() == more.replace("within: rcf", "within: forum").replace(
        "[rcf]", "[forum]"
    )
    assert "title: rcf  # rcf" in (folder / "a.yaml").read_text()
    assert "  forum: {name: RCF, seats" in (folder / "a.yaml").read_text()
    assert "reports_to: [forum]" in (folder / "a.yaml").read_text()
    assert len(read_waivers(Path("waivers.yaml"))) == len(waived)
    assert run("check", folder, "--waivers", "waivers.yaml", "--fail-on", "info").exit_code == 0
    result = run("rename", folder, "forum", "rcf", "--waivers", "waivers.yaml", "--diff")
    assert "-  forum: {name: RCF" in result.output


def test_waivers_that_do_not_name_the_entry_stay() -> None:
    Path("waivers.yaml").write_text("interagency_waivers: 1\nwaivers: []\n")
    result = run("rename", "vacant.yaml", "rcf", "forum", "--waivers", "waivers.yaml")
    assert result.stderr == "changed vacant.yaml\n"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("rfc", "x", "there is no entry 'rfc'; did you mean rcf?"),
        ("rcf", "health", "'health' is the id of an entry in sectors already"),
        ("rcf", "Forum", "'Forum' is not an id: write lowercase letters"),
        ("rcf", "none", "'none' is not an id"),
    ],
)
def test_an_id_that_cannot_be_given_is_refused(old: str, new: str, message: str) -> None:
    result = run("rename", "vacant.yaml", old, new)
    assert result.exit_code == 2
    assert message in result.output
    assert text() == VACANT
