"""`interagency match`: what is not certain is listed, decided by a person, and read by imports."""

from pathlib import Path

import pytest

from tests.cli.runs import run

TABLE = """Organization,Organization type,Sector,Country
Norwegian Refugee Councl,International NGO,Education,Peru
Casa Uno,National NGO,Education,Peru
Casa Uno Perú,National NGO,Health,Peru
"""


@pytest.fixture(autouse=True)
def _in_a_folder_with_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text(TABLE, encoding="utf-8")


def decide(path: str, decisions: dict[str, str]) -> None:
    """Write decisions into a review, by name."""
    lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    place = lines[0].split(",").index('"Decision"')
    for number, line in enumerate(lines):
        for name, text in decisions.items():
            if line.startswith(f'"{name}",'):
                cells = line[1:-1].split('","')
                cells[place] = text
                lines[number] = '"' + '","'.join(cells) + '"'
    Path(path).write_text("\n".join(lines), encoding="utf-8")


def test_names_are_listed_with_their_candidates() -> None:
    result = run("match", "t.csv")
    assert "Norwegian Refugee Councl  1     nrc · Norwegian Refugee Council" in result.stdout
    assert result.stderr == "3 names of 3 are not certain, in 3 rows\n"


def test_a_name_is_decided_once_and_read_so_by_the_next_import() -> None:
    assert run("match", "t.csv", "-o", "r.csv").exit_code == 0
    decide("r.csv", {"Norwegian Refugee Councl": "1", "Casa Uno": "1"})
    shown = run("match", "t.csv", "--review", "r.csv", "--by", "IM officer")
    assert '- {name: "Norwegian Refugee Councl", is: "nrc", by: "IM officer"}' in shown.stdout
    assert not Path("identities.yaml").exists()
    written = run("match", "t.csv", "--review", "r.csv", "--on", "2026-05-02", "--write")
    assert written.stderr == "wrote 3 decisions to identities.yaml\n"
    found = run("import", "table", "t.csv", "-o", "out.yaml")
    assert "names are settled by identities.yaml: 3 decisions" in found.stderr
    text = Path("out.yaml").read_text(encoding="utf-8")
    assert "organization: nrc" in text
    assert text.count("organization: casa-uno-peru") == 2
    assert run("match", "t.csv").stdout == "every name is certain\n"
    again = run("match", "t.csv", "--review", "r.csv", "--write")
    assert again.stderr == "wrote 0 decisions to identities.yaml\n"
    assert run("match", "t.csv", "--review", "r.csv").stdout == "no decision is new\n"


def test_a_decision_is_undone_by_deleting_its_line() -> None:
    Path("identities.yaml").write_text(
        "interagency_identities: 1\ndecisions:\n- {name: Norwegian Refugee Councl, is: nrc}\n"
    )
    assert "Norwegian" not in run("match", "t.csv").stdout
    Path("identities.yaml").write_text("interagency_identities: 1\ndecisions: []\n")
    assert "Norwegian" in run("match", "t.csv").stdout


def test_a_decision_that_contradicts_another_is_a_problem_with_its_line() -> None:
    old = "interagency_identities: 1\ndecisions:\n- {name: Norwegian Refugee Councl, is: drc}\n"
    run("match", "t.csv", "-o", "r.csv")
    Path("identities.yaml").write_text(old)
    decide("r.csv", {"Norwegian Refugee Councl": "1"})
    result = run("match", "t.csv", "--review", "r.csv", "--write")
    assert result.exit_code == 3
    assert "identities.yaml:4:1: " in result.stderr
    assert "keep one of the lines" in result.stderr
    assert Path("identities.yaml").read_text() == old


def test_the_organizations_of_a_document_are_candidates() -> None:
    Path("r.yaml").write_text(
        "interagency: 2\norganizations:\n  casa: {name: Casa Uno del Peru, kind: national-ngo}\n",
    )
    result = run("match", "r.yaml", "t.csv", "-o", "r.csv")
    assert result.exit_code == 0
    text = Path("r.csv").read_text(encoding="utf-8-sig")
    assert "casa · Casa Uno del Peru" in text
    decide("r.csv", {"Casa Uno Perú": "casa"})
    found = run("match", "r.yaml", "t.csv", "--review", "r.csv")
    assert '{name: "Casa Uno del Peru", is: "casa"}' in found.stdout


def test_a_mapping_says_which_columns_name_organizations() -> None:
    Path("t.csv").write_text("Quién,Qué\nCasa Uno,Salud\n", encoding="utf-8")
    Path("m.yaml").write_text(
        "interagency_mapping: 1\nreads: presence\n"
        "sheets: [{columns: {Quién: organization, Qué: sector}}]\n",
        encoding="utf-8",
    )
    assert "Casa Uno" in run("match", "t.csv", "--mapping", "m.yaml").stdout


@pytest.mark.parametrize("option", ["--write", "--by=me"])
def test_what_goes_with_a_review_needs_one(option: str) -> None:
    result = run("match", "t.csv", option)
    assert result.exit_code == 2
    assert "--by, --on and --write go with --review" in result.stderr


def test_a_file_that_is_not_there_is_a_problem() -> None:
    result = run("match", "gone.csv")
    assert result.exit_code == 3
    assert result.stderr.startswith("gone.csv: there is no such file or folder\n")


class TestImport:
    """Decisions on the command line of `import`."""

    DECISIONS = "interagency_identities: 1\ndecisions:\n- {name: Casa Uno, is: la-casa}\n"

    def test_a_file_of_decisions_may_be_named(self) -> None:
        Path("d.yaml").write_text(self.DECISIONS)
        result = run("import", "3w", "t.csv", "--identities", "d.yaml")
        assert "organization: la-casa" in result.stdout
        assert "names are settled by d.yaml: 1 decisions" in result.stderr

    def test_that_beside_the_output_is_read(self) -> None:
        Path("out").mkdir()
        Path("out/identities.yaml").write_text(self.DECISIONS)
        result = run("import", "3w", "t.csv", "-o", "out/r.yaml")
        assert "names are settled by out/identities.yaml" in result.stderr.replace("\\", "/")

    def test_an_importer_that_takes_none_says_so(self) -> None:
        Path("mine.py").write_text(
            "from interagency.exchange import Importer\n"
            "from interagency.plugins import hookimpl\n"
            "from interagency.exchange import *\n"
            "from interagency.model import Architecture\n"
            "def read(path):\n"
            "    row = RowOutcome(file='t', sheet='', row=1, outcome=Outcome.READ, detail='x')\n"
            "    table = TableAccount(file='t', sheet='', rows=1)\n"
            "    accounting = Accounting(tables=(table,), rows=(row,))\n"
            "    return Imported(architecture=Architecture(title='T'), accounting=accounting)\n"
            "@hookimpl\n"
            "def interagency_importers():\n"
            "    return [Importer(name='mine', summary='Mine.', read=read)]\n"
        )
        Path("identities.yaml").write_text(self.DECISIONS)
        result = run("--plugin", "mine.py", "import", "mine", "t.csv")
        assert result.exit_code == 0
        assert "identities.yaml was left: importer 'mine' takes none" in result.stderr
        named = run("--plugin", "mine.py", "import", "mine", "t.csv", "--identities", "d.yaml")
        assert named.exit_code == 2
        assert "importer 'mine' takes no decisions on names" in named.stderr


def test_every_name_of_a_document_is_certain() -> None:
    Path("r.yaml").write_text("interagency: 2\norganizations: {casa: {name: Casa Uno}}\n")
    assert run("match", "r.yaml").stdout == "every name is certain\n"
