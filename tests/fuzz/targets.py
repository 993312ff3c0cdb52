"""Targets of the fuzzer: what is done with an input of each kind, and what it may answer.

Whatever the input, a target answers `loaded` or `refused`; all else is a fault.
"""

import io
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from attrs import frozen

import interagency as ia
from interagency.change.change_set_files import parse_changes
from interagency.checking.waiver_files import parse_waivers, waivers_text
from interagency.cli.config import configured
from interagency.conformance.pack import parse_model
from interagency.document.identities import parse_identities
from interagency.document.strict_yaml import text_of
from interagency.document.yaml_reader import compose
from interagency.errors import InteragencyError
from interagency.importers.table.mapping import parse_mapping
from interagency.indicators.ccpm import ccpm_results, scores_in
from interagency.plugins.formats import exported, imported
from interagency.plugins.running import check, conform
from tests.fuzz import seeds
from tests.fuzz.mutations import mutated_bytes, mutated_value, united, written

LOADED, REFUSED = "loaded", "refused"
# They take a hundred times as long as the others.
_NO_ARCHIVE = (
    *(zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError),
    zlib.error,
)
_SLOW = frozenset({"graphml", "png", "pptx", "svg", "xlsx"})


@frozen
class Target:
    """A kind of input.

    Attributes:
        seeds: What is changed.
        run: Takes one input.
        weight: How often it is chosen.
        ending: How a file of the kind ends; nothing if it needs none.
    """

    seeds: Callable[[], list[bytes]]
    run: Callable[[bytes, Random], str]
    weight: int
    structured: bool = True


def _document(data: bytes, random: Random) -> str:
    form = random.choice((None, "yaml", "json"))
    try:
        found = ia.loads(data, format=form)
    except InteragencyError as error:
        str(error)
        return REFUSED
    _use(found, random)
    return LOADED


def _use(found: ia.Architecture, random: Random) -> None:
    """Do with an architecture what the commands do; only documented errors may come out."""
    for form in ("yaml", "json"):
        text = ia.dumps(found, format=form)
        again = ia.loads(text, format=form)
        assert again == found, "does not come back"
        assert ia.dumps(again, format=form) == text, "is not written the same twice"
    given = seeds.plugins()
    if random.random() < 0.5:
        report = check(found, plugins=given)
        assert not report.crashes, report.crashes
    if random.random() < 0.1:
        model = random.choice(list(given.reference_models))
        conformance = conform(found, models=model, plugins=given)
        assert not conformance.crashes, conformance.crashes
    fast = [name for name in given.exporters if name not in _SLOW]
    name = random.choice(list(given.exporters) if random.random() < 0.01 else fast)
    exported(given.exporters[name], found, given)


def _small(parse: Callable[[bytes], Any]) -> Callable[[bytes, Random], str]:
    def run(data: bytes, random: Random) -> str:
        try:
            parse(data)
        except InteragencyError as error:
            str(error)
            return REFUSED
        return LOADED

    return run


def _waivers(data: bytes) -> None:
    found = parse_waivers(data)
    assert parse_waivers(waivers_text(found)) == found, "waivers do not come back"


def _settings(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "interagency.toml").write_bytes(data)
        configured(Path(folder))


def _scores(data: bytes) -> None:
    ccpm_results(scores_in(text_of(data, "<text>")))


def _table(ending: str) -> Callable[[bytes, Random], str]:
    def run(data: bytes, random: Random) -> str:
        given = seeds.plugins()
        name = random.choice(list(given.importers))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"Colombia 2024{ending}"
            path.write_bytes(data)
            try:
                found = imported(given.importers[name], (path,), given)
            except InteragencyError as error:
                str(error)
                return REFUSED
        found.accounting.summary()
        assert ia.loads(ia.dumps(found.architecture)) == found.architecture, "does not come back"
        return LOADED

    return run


@cache
def _workbooks() -> list[bytes]:
    given = seeds.plugins()
    small = sorted(seeds.documents(), key=len)[:12]
    return [bytes(exported(given.exporters["xlsx"], ia.loads(each), given)) for each in small]  # type: ignore[arg-type]


def _workbook(data: bytes, random: Random) -> str:
    """Change a part inside a workbook, or the workbook itself."""
    if random.random() < 0.8:
        data = _repacked(data, random)
    try:
        found = _loaded(data)
    except InteragencyError as error:
        str(error)
        return REFUSED
    assert ia.loads(ia.dumps(found)) == found, "does not come back"
    return LOADED


def _loaded(data: bytes) -> ia.Architecture:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "response.xlsx"
        path.write_bytes(data)
        return ia.load(path)


def _repacked(data: bytes, random: Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
    except _NO_ARCHIVE:
        return data
    inner = [name for name in parts if name.endswith(".xml")] or list(parts)
    if not inner:
        return data
    name = random.choice(inner)
    parts[name] = mutated_bytes(parts[name], random, list(parts.values()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for each, content in parts.items():
            packed.writestr(each, content)
    return out.getvalue()


def _records() -> list[bytes]:
    import json

    return [json.dumps(each).encode() for each in seeds.RECORDS]


TARGETS: dict[str, Target] = {
    "documents": Target(seeds.documents, _document, 40),
    "packs": Target(seeds.packs, _small(parse_model), 6),
    "waivers": Target(lambda: seeds.beginning("interagency_waivers"), _small(_waivers), 10),
    "mappings": Target(lambda: seeds.beginning("interagency_mapping"), _small(parse_mapping), 10),
    "identities": Target(
        lambda: seeds.beginning("interagency_identities"), _small(parse_identities), 6
    ),
    "change sets": Target(lambda: seeds.beginning("interagency_changes"), _small(parse_changes), 6),
    "settings": Target(seeds.settings, _small(_settings), 6, structured=False),
    "scores": Target(lambda: seeds.TABLES, _small(_scores), 4, structured=False),
    "tables": Target(lambda: seeds.TABLES, _table(".csv"), 8, structured=False),
    "records": Target(_records, _table(".json"), 4),
    "workbooks": Target(_workbooks, _workbook, 1, structured=False),
}


@cache
def values(kind: str) -> list[Any]:
    """Return the plain values of the seeds of a kind, for what is changed by structure."""
    return [_simple(compose(each)[0]) for each in TARGETS[kind].seeds()]


def _simple(value: Any) -> Any:
    """Return a value with the numbers that the writers of the fuzzer know."""
    if isinstance(value, dict):
        return {key: _simple(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_simple(each) for each in value]
    return float(value) if isinstance(value, Decimal) else value


def made(kind: str, random: Random) -> bytes:
    """Return one input of a kind."""
    target = TARGETS[kind]
    if target.structured and random.random() < 0.7:
        known = values(kind)
        value = random.choice(known)
        if random.random() < 0.4:  # two that load often load together, and have much to say
            value = united(value, random.choice(known))
            return written(
                mutated_value(value, random, known) if random.random() < 0.5 else value, random
            )
        return written(mutated_value(value, random, known), random)
    known_bytes = target.seeds()
    return mutated_bytes(random.choice(known_bytes), random, known_bytes)
