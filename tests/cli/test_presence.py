"""`reconcile --presence`: rows of a file against the seats of a document."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.runs import run
from tests.presence.frames import is_installed

pytestmark = pytest.mark.skipif(not is_installed("narwhals", "duckdb"), reason="needs duckdb")

DOCUMENT = """\
interagency: 1
complete: [groups, leads, members, appeals, presence]
areas: [ROU]
sectors:
  health: {name: Health, covers: [HEA], seats: {lead: [who], member: [nrc]}}
plans:
  rrp: {kind: RRP}
appeals:
- {plan: rrp, organization: wfp, covers: [FSC]}
"""
ROWS = """\
Org,Sector,Area,Month
WHO,Health,ROU,2025-01
UNICEF,EDU,ROU/Iasi,2025-01
Somebody,EDU,ROU/Iasi,2025-02
WHO,Health,ROU,2025-02
"""
MAPPING = """\
interagency_mapping: 1
reads: presence
constants: {country: ROU}
values:
  organization: {Children's Fund: UNICEF}
sheets:
- columns: {Socio: organization, Tema: sector, Judet: area, Nota: leave}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "document.yaml").write_text(DOCUMENT)
    (tmp_path / "rows.csv").write_text(ROWS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_answers_are_told_one_below_the_other() -> None:
    text = run("reconcile", "document.yaml", "--presence", "rows.csv").stdout
    assert "Seats without presence: 1 row\n" in text
    assert "NRC           health  HEA      ROU    no      no" in text
    assert "UNICEF        EDU     ROU/Iasi  1     no    no" in text
    assert "organization  Somebody  1" in text
    assert "HEA     1        1" in text
    assert "EDU     ROU/Iasi  2025-01  1              UNICEF" in text
    assert "WFP           rrp    unknown" in text


def test_only_the_first_rows_are_shown(folder: Path) -> None:
    many = "".join(f"UNICEF,EDU,ROU/{number:02}\n" for number in range(30))
    (folder / "rows.csv").write_text(f"Org,Sector,Area\n{many}")
    text = run("reconcile", "document.yaml", "--presence", "rows.csv").stdout
    assert "Presence without seats: 30 rows" in text
    assert "10 more: --format csv -o FOLDER" in text
    assert "Names that are unknown; rows with them count for no organization: none" in text
    assert "by sector and period" not in text


def test_csv_goes_to_a_folder_with_a_file_for_each_answer(folder: Path) -> None:
    command = ("reconcile", "document.yaml", "--presence", "rows.csv", "--format", "csv")
    assert run(*command, "-o", folder / "out").exit_code == 0
    files = {path.name for path in (folder / "out").iterdir()}
    assert {"coverage.csv", "months.csv", "unknown_names.csv"} <= files
    rows = list(csv.DictReader((folder / "out" / "sole_providers.csv").read_text().splitlines()))
    assert rows[0]["organization"] == "unicef"
    refused = run(*command)
    assert (refused.exit_code, "name a folder with -o FOLDER" in refused.stderr) == (2, True)


@pytest.mark.usefixtures("folder")
def test_json_holds_all_answers() -> None:
    found = json.loads(
        run("reconcile", "document.yaml", "--presence", "rows.csv", "--format", "json").stdout
    )
    assert found["never_reported"] == [
        {"organization": "wfp", "plans": "rrp", "reported": "unknown"}
    ]
    assert found["unknown_names"] == [{"field": "organization", "name": "Somebody", "rows": 1}]


def test_a_mapping_says_columns_values_and_country(folder: Path) -> None:
    (folder / "mapping.yaml").write_text(MAPPING)
    (folder / "rows.csv").write_text("Socio,Tema,Judet,Nota\nChildren's Fund,EDU,Iasi,x\n")
    arguments = ("--presence", "rows.csv", "--mapping", "mapping.yaml", "--format", "json")
    found = json.loads(run("reconcile", "document.yaml", *arguments).stdout)
    assert found["presence_without_seats"][0]["organization"] == "unicef"
    assert found["presence_without_seats"][0]["area"] == "ROU/Iasi"


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_said_in_one_line() -> None:
    gone = run("reconcile", "document.yaml", "--presence", "gone.csv")
    assert (gone.exit_code, gone.stderr) == (3, "gone.csv: there is no such file\n")
    alone = run("reconcile", "document.yaml", "--table", "rows")
    assert alone.exit_code == 2
    assert "--table says how to read rows; name them by --presence" in alone.stderr


def test_a_file_that_breaks_off_is_named(folder: Path) -> None:
    """Its schema is there, and its rows are not."""
    import duckdb

    path = folder / "rows.parquet"
    duckdb.sql("select 'WHO' as org, 'HEA' as sector from range(100000)").write_parquet(str(path))
    data = bytearray(path.read_bytes())
    data[4:60] = b"\0" * 56
    path.write_bytes(bytes(data))
    result = run("reconcile", "document.yaml", "--presence", "rows.parquet")
    assert (result.exit_code, result.stderr.startswith("rows.parquet: cannot be read: ")) == (
        3,
        True,
    )
