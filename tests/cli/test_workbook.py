"""A workbook is a document on the command line too."""

from pathlib import Path

import pytest

from tests.cli.runs import run
from tests.document.workbook.workbooks import grid, packed, set_cell, written


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_is_left_of_it_is_named_on_standard_error() -> None:
    sheets = {**written(), "My notes": [["call UNHCR"]]}
    Path("r.xlsx").write_bytes(packed(sheets))
    result = run("show", "r.xlsx")
    assert result.exit_code == 0
    assert "the sheet 'My notes' was left: it is your own" in result.stderr


def test_a_mistake_has_its_cell() -> None:
    sheets = written()
    cell = set_cell(sheets, "Leads", 1, "Held by", "Nemo")
    Path("r.xlsx").write_bytes(packed(sheets))
    result = run("check", "r.xlsx")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"r.xlsx[Leads!{cell}]: ")


DOCUMENT = """# our response
interagency: 2
title: Response # short
as_of: 2026-01
sectors:
  # who knows
  health:
    name: Health Working Group
    seats:
      lead: [unknown]   # ask
"""


class TestInto:
    """A workbook that comes back goes into the document that it came from."""

    @pytest.fixture(autouse=True)
    def _sent_and_answered(self) -> None:
        Path("r.yaml").write_text(DOCUMENT)
        assert run("export", "r.yaml", "--to", "xlsx", "-o", "r.xlsx").exit_code == 0
        sheets = grid(Path("r.xlsx").read_bytes())
        set_cell(sheets, "Leads", 1, "Held by", "WHO")
        Path("back.xlsx").write_bytes(packed(sheets))

    def test_the_difference_is_shown_and_nothing_is_written(self) -> None:
        result = run("import", "xlsx", "back.xlsx", "--into", "r.yaml")
        assert (
            result.stdout == "Health Working Group: lead WHO, not known before\none thing changed\n"
        )
        assert result.exit_code == 0
        assert Path("r.yaml").read_text() == DOCUMENT

    def test_what_changed_since_it_was_sent_stays_and_so_do_comments(self) -> None:
        Path("r.yaml").write_text(DOCUMENT.replace("title: Response", "title: Ours"))
        result = run("import", "xlsx", "back.xlsx", "--into", "r.yaml", "--write")
        assert result.stderr == "wrote r.yaml\n"
        expected = DOCUMENT.replace("title: Response", "title: Ours").replace("unknown", "who")
        assert Path("r.yaml").read_text() == expected
        again = run("import", "xlsx", "back.xlsx", "--into", "r.yaml", "--write")
        assert (again.stdout, again.stderr) == ("no difference in what is recorded\n", "")

    def test_what_both_changed_is_a_conflict_and_nothing_is_written(self) -> None:
        ours = DOCUMENT.replace("lead: [unknown]", "lead: [unicef]")
        Path("r.yaml").write_text(ours)
        result = run("import", "xlsx", "back.xlsx", "--into", "r.yaml", "--write")
        assert result.exit_code == 1
        assert result.stdout == (
            "conflict: health lead: seat health/lead/unknown was sent, seat health/lead/unicef is "
            "recorded now, seat health/lead/who came back\n"
            "one conflict; nothing is written until it is settled\n"
        )
        assert Path("r.yaml").read_text() == ours

    def test_what_does_not_fit_any_more_is_a_problem(self) -> None:
        Path("r.yaml").write_text(DOCUMENT.partition("sectors")[0])
        result = run("import", "xlsx", "back.xlsx", "--into", "r.yaml")
        assert result.exit_code == 3
        assert result.stderr.startswith("r.yaml: does not fit what came back: ")

    def test_without_what_was_sent_it_is_compared_with_the_document(self) -> None:
        sheets = grid(Path("back.xlsx").read_bytes())
        del sheets["sent"]
        Path("back.xlsx").write_bytes(packed(sheets))
        result = run("import", "xlsx", "back.xlsx", "--into", "r.yaml", "--write")
        assert "the workbook does not hold what was sent out" in result.stderr
        assert Path("r.yaml").read_text() == DOCUMENT.replace("unknown", "who")

    def test_a_document_that_cannot_be_changed_piece_by_piece_is_a_problem(self) -> None:
        run("export", "r.yaml", "--to", "xlsx", "-o", "other.xlsx")
        result = run("import", "xlsx", "back.xlsx", "--into", "other.xlsx", "--write")
        assert result.exit_code == 3
        assert "other.xlsx is a workbook" in result.stderr

    def test_alone_it_becomes_a_document(self) -> None:
        result = run("import", "xlsx", "back.xlsx", "-o", "new.yaml")
        assert result.exit_code == 0
        assert "lead: [who]" in Path("new.yaml").read_text()

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (("xlsx", "a.xlsx", "b.xlsx"), "the format xlsx takes one workbook"),
            (("xlsx", "back.xlsx", "--write"), "--write goes with --into"),
            (("xlsx", "back.xlsx", "--into", "r.yaml", "-o", "n.yaml"), "leave out -o"),
            (("table", "a.csv", "--into", "r.yaml"), "--into and --write go with the format xlsx"),
        ],
    )
    def test_options_that_do_not_go_together_are_refused(
        self, words: tuple[str, ...], message: str
    ) -> None:
        result = run("import", *words)
        assert result.exit_code == 2
        assert message in result.stderr
