"""`interagency report`: one file, from the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interagency.cli import main
from tests.cli.test_diff import git

DOCUMENT = """\
interagency: 1
title: Response
as_of: 2024
conforms_to: [rcm-2024]
forums: {rcf: {name: RCF, contact: rcf@example.org, seats: {lead: vacant}}}
"""


def report(folder: Path, *arguments: str) -> Result:
    file = folder / "response.yaml"
    file.write_text(DOCUMENT, encoding="utf-8")
    return CliRunner().invoke(main, ["report", str(file), *arguments])


def test_a_report_is_one_file(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    assert report(tmp_path, "-o", str(out)).exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "VACANT" in text
    assert "RCM-01a" in text
    assert report(tmp_path).stdout == text


def test_contacts_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    assert "rcf@example.org" not in report(tmp_path).stdout
    assert "rcf@example.org" in report(tmp_path, "--with-contacts").stdout


def test_several_documents_are_compared(tmp_path: Path) -> None:
    found = report(tmp_path, "example:romania-2022", "--lang", "es")
    assert found.exit_code == 0
    assert "Comparación de 2 documentos" in found.stdout


def test_waivers_are_shown_apart(tmp_path: Path) -> None:
    waivers = tmp_path / "waivers.yaml"
    wanted = ["check", str(tmp_path / "response.yaml"), "--write-waivers", str(waivers)]
    report(tmp_path)
    CliRunner().invoke(main, wanted)
    found = report(tmp_path, "--waivers", str(waivers))
    assert "<h3>Waived</h3>" in found.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--lang", "de"), 2, "'de' is not one of"),
        (("--model", "rcm-1999"), 2, "there is no reference model 'rcm-1999'"),
        (("missing.yaml",), 3, "missing.yaml"),
    ],
)
def test_what_cannot_be_used_is_refused(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    found = report(tmp_path, *arguments)
    assert (found.exit_code, said in found.output) == (code, True)


def test_what_changed_since_an_older_document_is_a_section(tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_text(DOCUMENT.replace("lead: vacant", "lead: [unhcr]"), encoding="utf-8")
    text = report(tmp_path, "--since", str(old)).stdout
    section = text.partition('id="changes">')[2].partition("</section>")[0]
    assert "<li>RCF: lead UNHCR, vacant</li>" in section
    assert "<h3>Findings</h3><ul><li>new: error lead-vacant: RCF has a vacant lead</li>" in section
    assert 'href="#changes"' in text
    assert "rcf@example.org" not in report(tmp_path, "--since", str(old)).stdout
    old.write_text(DOCUMENT.replace("contact: rcf@", "contact: old@"), encoding="utf-8")
    assert "old@example.org" not in report(tmp_path, "--since", str(old)).stdout
    assert "old@example.org" in report(tmp_path, "--since", str(old), "--with-contacts").stdout
    assert 'id="changes"' not in report(tmp_path).stdout


def test_what_changed_since_a_revision_is_asked_of_git(tmp_path: Path) -> None:
    report(tmp_path)
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        git(tmp_path, *words)
    found = report(tmp_path, "--since", "git:HEAD")
    assert "<li>no difference in what is recorded</li>" in found.stdout


def test_decisions_stand_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "d.yaml").write_text(
        "interagency: 2\nforums: {rcf: {name: RCF}}\n"
        "decisions: {a: {name: Lead of the RCF, text: Who leads?, status: open, by: [rcf]}}\n"
    )
    text = CliRunner().invoke(main, ["report", str(tmp_path / "d.yaml")]).stdout
    section = text.partition('id="decisions">')[2].partition("</section>")[0]
    assert "<bdi>Lead of the RCF</bdi>" in section
    assert "Who leads?" in section
    assert 'href="#decisions"' in text
