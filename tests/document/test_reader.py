"""Files, folders and texts to architectures."""

import gc
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import cast

import pytest

from interagency.document import InvalidDocument, dumps, loads, read_text, reader
from interagency.document.converter import converter
from interagency.vocabularies import Vocabularies, shipped

SEATS = "".join(
    f"      - {{holder: o{number % 7}, since: {2000 + number}}}\n" for number in range(50)
)
ORGANIZATIONS = "".join(f"  o{number}: {{}}\n" for number in range(7))
TEXT = (
    f"interagency: 1\norganizations:\n{ORGANIZATIONS}forums:\n  f:\n    seats:\n      m:\n{SEATS}"
)


def test_a_valid_document_is_not_read_in_detail(monkeypatch: pytest.MonkeyPatch) -> None:
    def quick(detailed: bool) -> object:
        assert not detailed
        return converter(detailed)

    monkeypatch.setattr(reader, "in_detail", pytest.fail)
    monkeypatch.setattr("interagency.document.structure.converter", quick)
    assert len(loads(TEXT).seats) == 50


def test_plain_seats_do_not_need_the_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interagency.document.relations.read_seat", pytest.fail)
    assert len(loads(TEXT).seats) == 50


def test_nothing_touches_the_collector_of_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one for all threads: who pauses it for one load pauses it for everybody."""
    for name in ("disable", "enable", "freeze", "unfreeze", "set_threshold", "collect"):
        monkeypatch.setattr(gc, name, lambda *_: pytest.fail("the collector is the host's"))
    assert dumps(loads(TEXT))
    with pytest.raises(InvalidDocument):
        loads("interagency: 1\ntitle: []\n")


def test_the_collector_is_on_after_threads_have_loaded() -> None:
    assert gc.isenabled()
    with ThreadPoolExecutor(8) as pool:
        assert len({*pool.map(lambda _: len(loads(TEXT).seats), range(100))}) == 1
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_the_vocabularies_given_lend_their_organizations() -> None:
    text = "interagency: 1\nforums: {f: {seats: {lead: [unhcr]}}}\n"
    assert [each.id for each in loads(text, vocabularies=shipped()).organizations] == ["unhcr"]
    with pytest.raises(InvalidDocument, match="nothing has the id 'unhcr'"):
        loads(text, vocabularies=cast(Vocabularies, SimpleNamespace(organizations={})))


def test_a_document_tells_the_places_of_its_paths() -> None:
    document = read_text("interagency: 1\nforums: {f: {name: x}}\n", file="f.yaml")
    assert document.places([("forums", "f", "name")]) == {
        ("forums", "f", "name"): ("f.yaml", (2, 20))
    }


def test_importing_the_layer_imports_no_library_of_another() -> None:
    script = (
        "import sys, interagency.document\n"
        "print(sorted({'networkx', 'click', 'rich', 'pluggy'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
