"""The importer of R4V as a plugin gives it."""

import subprocess
import sys
from pathlib import Path

from interagency.importers.r4v import IMPORTER
from interagency.plugins.loading import load_plugins


def test_it_is_one_of_the_built_in_importers() -> None:
    assert load_plugins(entry_points=False).importers["r4v"] is IMPORTER


def test_it_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "rmrp_5w_2022.csv"
    path.write_text("País;Setor;Organização\nPeru;Saúde;ACNUR\n", encoding="utf-8")
    read = IMPORTER.read(path)
    assert [each.organization for each in read.architecture.presence] == ["unhcr"]
    assert read.architecture.presence[0].covers == ("HEA",)


def test_what_reads_workbooks_is_loaded_only_to_read_one() -> None:
    code = (
        "import sys; from interagency.plugins.loading import load_plugins; load_plugins();"
        "assert 'python_calamine' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
