"""`interagency import`: a foreign table becomes a document, and every row is accounted for."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from interagency.document import load, loads
from interagency.exchange import (
    Accounting,
    Imported,
    Importer,
    Outcome,
    RowOutcome,
    TableAccount,
)
from interagency.model import Architecture, Forum
from tests.cli.runs import run
from tests.plugins.makers import giving

Install = Callable[[str, object], None]

FOUND = Architecture(title="Imported", forums=(Forum(id="rcf", name="Forum"),))
ROWS = (
    RowOutcome(file="a.csv", sheet="", row=2, outcome=Outcome.READ, detail="forum rcf"),
    RowOutcome(file="a.csv", sheet="", row=3, outcome=Outcome.REJECTED, detail='no "name", no id'),
)
ACCOUNT = Accounting(tables=(TableAccount(file="a\x1b.csv", sheet="", rows=2),), rows=ROWS)


@pytest.fixture(autouse=True)
def _plugin(installed: Install) -> None:
    def read(source: Path) -> Imported:
        assert source.exists()
        return Imported(architecture=FOUND, accounting=ACCOUNT)

    installed("mine", giving(importers=[Importer(name="mine-csv", summary="Mine.", read=read)]))
    Path("a.csv").write_text("id,name\nrcf,Forum\n,\n")


def test_the_document_is_written_and_the_rows_are_told_on_standard_error() -> None:
    result = run("import", "mine-csv", "a.csv")
    assert loads(result.stdout) == FOUND
    assert result.stderr.splitlines() == [
        line.replace("\x1b", "\\x1b") for line in ACCOUNT.summary().splitlines()
    ]
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("name", "begins"), [("out.yaml", "interagency:"), ("out.json", "{"), ("OUT.JSON", "{")]
)
def test_a_file_gets_the_format_that_its_name_says(name: str, begins: str) -> None:
    result = run("import", "mine-csv", "a.csv", "-o", name)
    assert result.stdout == ""
    assert Path(name).read_text(encoding="utf-8").startswith(begins)
    assert load(name) == FOUND


def test_what_became_of_each_row_goes_to_a_table() -> None:
    run("import", "mine-csv", "a.csv", "-o", "out.yaml", "--accounting", "rows.csv")
    with Path("rows.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.reader(stream)) == [
            ["file", "sheet", "row", "outcome", "detail"],
            ["a.csv", "", "2", "read", "forum rcf"],
            ["a.csv", "", "3", "rejected", 'no "name", no id'],
        ]


def test_an_unknown_format_is_a_mistake_in_usage() -> None:
    result = run("import", "their-csv", "a.csv")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "no importer 'their-csv'; known: " in result.stderr
    assert "mine-csv" in result.stderr


@pytest.mark.parametrize("form", ["mine-csv", "r4v"])
def test_a_source_that_is_not_there_is_told_like_a_document(form: str) -> None:
    result = run("import", form, "b.csv")
    assert (result.stdout, result.exit_code) == ("", 3)
    assert "b.csv: there is no such file or folder\n" in result.stderr


def test_so_is_one_that_holds_no_table(folder: Path) -> None:
    (folder / "nothing").mkdir()
    for name in ("nothing", "clean.yaml"):
        result = run("import", "r4v", name)
        assert (result.stdout, result.exit_code) == ("", 3)
        assert result.stderr.startswith(f"{name}: ")


def test_so_is_one_that_may_not_be_read(installed: Install) -> None:
    def read(source: Path) -> Imported:
        raise PermissionError(13, "Permission denied", str(source))

    installed("mine", giving(importers=[Importer(name="mine-csv", summary="Mine.", read=read)]))
    result = run("import", "mine-csv", "a.csv")
    assert (result.stdout, result.exit_code) == ("", 3)
    assert result.stderr.startswith("a.csv: cannot be read: Permission denied\n")


def test_one_file_for_two_outputs_is_a_mistake_in_usage() -> None:
    """The second would replace the first without a word."""
    result = run("import", "mine-csv", "a.csv", "-o", "out.yaml", "--accounting", "./out.yaml")
    assert (result.exit_code, Path("out.yaml").exists()) == (2, False)
    assert "two outputs would go to out.yaml" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("-o", "nowhere/out.yaml", "--accounting", "rows.csv"),
        ("-o", "out.yaml", "--accounting", "nowhere/rows.csv"),
        ("-o", "a.csv", "--accounting", "rows.csv"),
        ("-o", "out.yaml", "--accounting", "a.csv"),
        ("--accounting", "nowhere/rows.csv"),
    ],
)
def test_the_document_and_the_account_are_both_written_or_neither(words: tuple[str, ...]) -> None:
    """Also where one of them would replace what is read."""
    before = {path: path.read_bytes() for path in Path().iterdir() if path.is_file()}
    result = run("import", "mine-csv", "a.csv", *words)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert {path: path.read_bytes() for path in Path().iterdir() if path.is_file()} == before


def test_the_account_waits_until_the_document_is_printed() -> None:
    result = run("import", "mine-csv", "a.csv", "--accounting", "rows.csv")
    assert loads(result.stdout) == FOUND
    assert Path("rows.csv").read_text().startswith("file,sheet,row")


def test_standard_input_has_no_name_to_tell_what_it_holds() -> None:
    result = run("import", "mine-csv", "-", input="id,name\n")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.splitlines()[-1] == (
        "Error: importers tell by its name what a file holds, and standard input has none: "
        "save it to a file, and name that"
    )


@pytest.mark.parametrize("form", ["mine-csv", "r4v", "hpc-projects"])
def test_a_name_that_no_file_can_have_is_told_like_a_document(form: str) -> None:
    name = "x" * 300
    result = run("import", form, name)
    assert (result.stdout, result.exit_code) == ("", 3)
    assert result.stderr.splitlines()[0] == f"{name}: cannot be read: File name too long"


def test_an_importer_that_breaks_down_is_a_plugin_that_failed(installed: Install) -> None:
    def read(source: Path) -> Imported:
        raise KeyError(source)

    installed("mine", giving(importers=[Importer(name="mine-csv", summary="Mine.", read=read)]))
    result = run("import", "mine-csv", "a.csv", "-o", "out.yaml")
    assert (result.exit_code, Path("out.yaml").exists()) == (4, False)
    assert result.stderr.startswith("plugin 'mine' breaks down in importer 'mine-csv': KeyError: ")


LEADS = "Sector,Lead agency,Colour\nHealth,WHO,red\n"


class TestTables:
    @pytest.fixture(autouse=True)
    def _leads(self) -> None:
        Path("leads.csv").write_text(LEADS, encoding="utf-8")

    def test_a_preview_shows_each_column_and_writes_nothing(self) -> None:
        result = run("import", "table", "leads.csv", "--preview")
        first, *lines = result.stdout.splitlines()
        assert first == "leads.csv: rows are read for groups"
        assert [line.split()[:2] for line in lines] == [
            ["A", "Sector"],
            ["B", "Lead"],
            ["C", "Colour"],
        ]
        assert "left: not recognised" in lines[2]
        assert result.exit_code == 0

    def test_a_preview_of_nothing_says_so(self) -> None:
        Path("leads.csv").write_text("One," + "x" * 70 + "\n1," + "y" * 70 + "\n")
        assert (
            "not read: no column says what it is about"
            in run("import", "table", "leads.csv", "--preview").stdout
        )
        Path("leads.csv").write_text("")
        assert run("import", "table", "leads.csv", "--preview").stdout == "no columns\n"

    def test_a_written_mapping_is_read_again(self) -> None:
        first = run("import", "table", "leads.csv", "--write-mapping", "m.yaml")
        again = run("import", "table", "leads.csv", "--mapping", "m.yaml")
        assert first.stdout == again.stdout
        assert "seats" in again.stdout

    def test_a_column_that_has_gone_ends_with_3(self) -> None:
        run("import", "table", "leads.csv", "--write-mapping", "m.yaml")
        Path("leads.csv").write_text("Sector,Boss\nHealth,WHO\n", encoding="utf-8")
        result = run("import", "table", "leads.csv", "--mapping", "m.yaml")
        assert result.exit_code == 3
        assert "column 'Boss' in cell B1 is not in the mapping" in result.stderr

    def test_strict_ends_with_1_where_a_column_is_not_recognised(self) -> None:
        result = run("import", "table", "leads.csv", "--strict")
        assert result.exit_code == 1
        assert "not recognised: leads.csv, column C: Colour" in result.stderr
        Path("leads.csv").write_text("Sector,Lead agency\nHealth,WHO\n", encoding="utf-8")
        assert run("import", "table", "leads.csv", "--strict").exit_code == 0

    def test_several_files_are_taken_together(self) -> None:
        Path("more.csv").write_text("Sector,Lead\nWASH,UNICEF\n", encoding="utf-8")
        whole = loads(run("import", "leads", "leads.csv", "more.csv").stdout)
        assert [each.covers for each in whole.sectors] == [("HEA",), ("WSH",)]

    @pytest.mark.parametrize("option", ["--preview", "--strict", "more.csv"])
    def test_an_importer_of_one_file_takes_no_mapping(self, option: str) -> None:
        result = run("import", "mine-csv", "a.csv", option)
        assert result.exit_code == 2
        assert "takes one file or folder, and no mapping" in result.stderr

    def test_what_is_missing_is_told(self) -> None:
        result = run("import", "table", "nowhere.csv", "none.csv")
        assert result.exit_code == 3
        assert result.stderr.count("there is no such file or folder") == 2


def test_a_long_file_is_named_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = "Organization,Sector,Note\n" + f"NRC,Health,{'x' * 30_000}\n" * 40
    Path("long.csv").write_text(rows)
    result = run("import", "table", "long.csv", "-o", "out.yaml")
    assert result.stderr.startswith("reading long.csv, 1.2 MB\n")
    Path("short.csv").write_text("Organization,Sector\nNRC,Health\n")
    assert "reading" not in run("import", "table", "short.csv", "-o", "out.yaml").stderr


def test_a_file_that_the_system_refuses_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text("Organization,Sector\nNRC,Health\n")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("interagency.importers.table.read.tables_of", refuse)
    result = run("import", "table", "a.csv")
    assert result.exit_code == 3
    assert result.stderr.startswith("a.csv: cannot be read: Permission denied\n")


def test_headers_alone_are_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text("Organization,Sector\n")
    result = run("import", "table", "a.csv", "-o", "out.yaml")
    assert result.exit_code == 3
    assert "a.csv: no row says who, where or in which sector; nothing was written" in result.stderr
    assert not Path("out.yaml").exists()
