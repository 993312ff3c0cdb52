"""Synthetic architectures of four sizes, the same bytes on every run, with gaps planted in them.

    python benchmarks/generate.py [S R4V GLOBAL INTERNET]

Each size becomes a folder of `benchmarks/data`: `document.json` (and `document.yaml`, up to R4V)
in the file format of the library, `flat.json` with the same facts as flat lists for the peers,
and `truth.json`: what was planted, by rule. The shape follows the R4V platform: one regional
forum, an operation for each country, sectors with sub-sectors, working groups, area forums.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path
from random import Random

if not __package__:  # run as a script: the modules beside this one are found from the root
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.flat import flattened
from benchmarks.synthetic import Maker, Plain, Size, Truth

HERE = Path(__file__).resolve().parent
SEED = 20231231
SOURCES = ("generate.py", "flat.py", "synthetic.py")
SIZES = {
    "S": Size(2, 5, 1, 4, 1, 60, 8, 0.08),
    "R4V": Size(9, 10, 3, 4, 0, 228, 25, 0.04),
    "GLOBAL": Size(60, 10, 3, 9, 5, 5_000, 29, 0.02),
    "INTERNET": Size(360, 10, 3, 9, 5, 30_000, 28, 0.02),
}
WITH_YAML = ("S", "R4V")


def build(name: str, seed: int = SEED) -> tuple[Plain, Truth]:
    """Return a document in the format of the library, and what was planted in it, by rule."""
    return Maker(SIZES[name], Random(f"{seed}-{name}")).made(f"Synthetic architecture {name}")


def folder(name: str) -> Path:
    """Return where a size lies, made with this very generator; it is written if need be."""
    code = b"".join(HERE.joinpath(each).read_bytes() for each in SOURCES)
    path = HERE / "data" / sha256(code).hexdigest()[:8] / name
    if not path.joinpath("truth.json").exists():
        write(name, path)
    return path


def write(name: str, path: Path) -> None:
    """Write the files of a size into a folder."""
    path.mkdir(parents=True, exist_ok=True)
    document, truth = build(name)
    if name in WITH_YAML:
        from interagency.document.yaml_writer import yaml_text

        path.joinpath("document.yaml").write_text(yaml_text(document), encoding="utf-8")
    files = {"document": document, "flat": flattened(document), "truth": truth}
    for stem, value in files.items():
        text = json.dumps(value, ensure_ascii=False)
        path.joinpath(f"{stem}.json").write_text(text, encoding="utf-8")


def main() -> None:
    for name in sys.argv[1:] or SIZES:
        path = folder(name)
        flat = json.loads(path.joinpath("flat.json").read_text(encoding="utf-8"))
        counts = {key: len(value) for key, value in flat.items() if isinstance(value, list)}
        megabytes = path.joinpath("document.json").stat().st_size / 1e6
        print(f"{name}: {megabytes:.2f} MB of JSON, {counts}")


if __name__ == "__main__":
    main()
