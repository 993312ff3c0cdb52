"""A workbook that LibreOffice opened and saved is the same document."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from interagency.change import compare
from interagency.document import load, loads
from interagency.document.workbook.writer import write_workbook
from interagency.examples import names, path
from interagency.report.comparison import change_lines
from tests.document.workbook.workbooks import asked, grid

SOFFICE = shutil.which("soffice")


def has_bridge(python: str) -> bool:
    """Return whether a Python can talk to LibreOffice."""
    return subprocess.run([python, "-c", "import uno"], capture_output=True).returncode == 0


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_every_example_comes_back_whole_from_libreoffice(tmp_path: Path) -> None:
    assert SOFFICE is not None
    examples = {name: load(path(name)) for name in names()}
    for name, architecture in examples.items():
        (tmp_path / f"{name}.xlsx").write_bytes(write_workbook(architecture))
    saved = tmp_path / "saved"
    command = [SOFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(saved)]
    files = [str(tmp_path / f"{name}.xlsx") for name in examples]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    for name, architecture in examples.items():
        assert load(saved / f"{name}.xlsx") == architecture


PYTHONS = ("/usr/bin/python3", sys.executable)
PYTHON = next((each for each in PYTHONS if Path(each).exists() and has_bridge(each)), None)

SENT = """
interagency: 2
title: Response
as_of: 2026-01
forums: {rcf: {name: Refugee Coordination Forum, kind: rcf}}
sectors:
  health: {name: Health Working Group, seats: {lead: [unknown], member: [unicef, unfpa]}}
  education: {name: Education Working Group, seats: {lead: [unicef]}}
"""


class At:
    """The places of cells in the workbook that was sent, from 0 as LibreOffice counts."""

    def __init__(self) -> None:
        self.sheets = grid(write_workbook(loads(SENT, format="yaml"), questions=asked(LEAD)))

    def column(self, sheet: str, header: str) -> int:
        return next(row.index(header) for row in self.sheets[sheet] if header in row)

    def row(self, sheet: str, text: str) -> int:
        return next(
            n for n, row in enumerate(self.sheets[sheet]) if any(text in each for each in row)
        )

    def width(self, sheet: str) -> int:
        return len(self.sheets[sheet][0]) - 1

    def last(self, sheet: str) -> int:
        return len(self.sheets[sheet]) - 1


LEAD = ("sectors", "education", "seats", "co-lead")
AT = At()


def put(sheet: str, row: str, header: str, text: str, how: str = "set") -> list[Any]:
    return [how, sheet, AT.column(sheet, header), AT.row(sheet, row), text]


def put_at(sheet: str, row: int, header: str, text: str) -> list[Any]:
    return ["set", sheet, AT.column(sheet, header), row, text]


# What a person does in LibreOffice, and the whole difference that comes of it.
EDITS: dict[str, tuple[list[list[Any]], list[str]]] = {
    "who holds a seat": (
        [put("Leads", "health", "Held by", "WHO")],
        ["Health Working Group: lead WHO, not known before"],
    ),
    "a day typed": (
        [put("Leads", "unicef", "Since", "2025-03-01", "type")],
        ["Education Working Group: lead UNICEF: since: not recorded → 1 March 2025"],
    ),
    "a row deleted": (
        [["delete_rows", "Members", AT.row("Members", "unfpa"), 1]],
        ["Health Working Group: member no longer recorded: UNFPA"],
    ),
    "a row inserted": (
        [
            ["insert_rows", "Members", 1, 1],
            put_at("Members", 1, "Group", "Education Working Group"),
            put_at("Members", 1, "Role", "member"),
            put_at("Members", 1, "Held by", "Save the Children"),
        ],
        ["Education Working Group: one member joined (SCI)"],
    ),
    "rows in another order": (
        [["reverse_rows", "Groups", 1, AT.last("Groups"), AT.width("Groups")]],
        [],
    ),
    "rows filtered away": ([["hide_rows", "Members", 1, 2]], []),
    "a column of one's own": (
        [["insert_columns", "Leads", 2, 1], ["set", "Leads", 2, 0, "Called on"]],
        [],
    ),
    "a column moved": (
        [
            [
                "move_column",
                "Leads",
                AT.column("Leads", "Held by"),
                AT.width("Leads") + 3,
                AT.last("Leads"),
            ]
        ],
        [],
    ),
    "a row copied": (
        [
            ["copy_row", "Members", 1, AT.last("Members") + 1, AT.width("Members")],
            put_at("Members", AT.last("Members") + 1, "Held by", "IOM"),
        ],
        ["Health Working Group: one member joined (IOM)"],
    ),
    "a group renamed": (
        [put("Groups", "Health Working Group", "Name", "Health Sector")],
        ["Health Sector: new name, was Health Working Group"],
    ),
    "a question answered": (
        [["set", "Questions", 2, 1, "CARE"]],
        ["Education Working Group: co-lead CARE"],
    ),
    "a sheet of one's own, and the title": (
        [["new_sheet", "Notes", "ask UNHCR"], put("Start", "Title", "Value", "Our response")],
        ["Our response: title: Response → Our response"],
    ),
}


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if SOFFICE is None or PYTHON is None:
        pytest.skip("LibreOffice is not installed, or no Python has its bridge")
    folder = tmp_path_factory.mktemp("returned")
    sent = folder / "sent.xlsx"
    sent.write_bytes(write_workbook(loads(SENT, format="yaml"), questions=asked(LEAD)))
    jobs = [
        (sent.as_uri(), (folder / f"{number}.xlsx").as_uri(), edits)
        for number, (edits, _) in enumerate(EDITS.values())
    ]
    (folder / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    script = Path(__file__).with_name("libreoffice_edits.py")
    command = [PYTHON, str(script), SOFFICE, (folder / "profile").as_uri()]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    subprocess.run(
        [*command, str(folder / "jobs.json")],
        check=True,
        capture_output=True,
        timeout=300,
        env=environment,
    )
    return folder


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_comes_back_as_exactly_what_it_is(returned: Path, name: str) -> None:
    number = [*EDITS].index(name)
    after = load(returned / f"{number}.xlsx")
    assert change_lines(compare(loads(SENT, format="yaml"), after)) == EDITS[name][1]
