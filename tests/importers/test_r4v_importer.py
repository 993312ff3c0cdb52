"""The importer as a plugin gives it: named, light until it is used, and read by its name."""

import subprocess
import sys
from pathlib import Path

from interagency.importers.r4v import IMPORTER
from interagency.importers.r4v.known import Registry
from interagency.importers.r4v.mentions import Mention
from interagency.model import Alias, Organization
from interagency.plugins.loading import load_plugins


def test_it_is_one_of_the_built_in_importers() -> None:
    assert load_plugins(entry_points=False).importers["r4v"] is IMPORTER


def test_it_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "5w_2022.csv"
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


def test_a_spelling_that_two_of_the_registry_share_means_neither() -> None:
    one = Organization(id="one", name="First One", acronym="ABC")
    two = Organization(id="two", name="Second One", acronym="ABC", aliases=(Alias(name="AB"),))
    registry = Registry.of({"one": one, "two": two})
    assert registry.match(Mention(names=((None, "ABC"),))) is None
    assert registry.match(Mention(names=((None, "AB"),))) is None  # too short to be certain
    assert registry.match(Mention(names=((None, "First One"),))) == "one"
