"""A workbook that LibreOffice opened and saved is the same document."""

import shutil
import subprocess
from pathlib import Path

import pytest

from interagency.document import load
from interagency.document.workbook.writer import write_workbook
from interagency.examples import names, path

SOFFICE = shutil.which("soffice")


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
