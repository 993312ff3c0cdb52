"""`interagency report`: one file, from the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from interagency.cli import main

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
