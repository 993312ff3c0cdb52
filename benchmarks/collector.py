"""What it would save to pause the garbage collector of the process while a document is loaded.

The library leaves the collector alone: it belongs to the host, and is one for all its threads.

    python benchmarks/collector.py [SIZE...]
"""

import gc
import statistics
import sys
from pathlib import Path
from time import process_time

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.generate import WITH_YAML, folder
from interagency.document import loads

ROUNDS = 7


def seconds(data: bytes, format: str, *, paused: bool) -> float:
    gc.collect()
    if paused:
        gc.disable()
    try:
        start = process_time()
        loads(data, format=format, max_bytes=10**9)
        return process_time() - start
    finally:
        gc.enable()


def main(sizes: list[str]) -> None:
    for size in sizes:
        for format in ("json", "yaml") if size in WITH_YAML else ("json",):
            data = folder(size).joinpath(f"document.{format}").read_bytes()
            pairs = [
                (seconds(data, format, paused=False), seconds(data, format, paused=True))
                for _ in range(ROUNDS)
            ]
            running, paused = map(statistics.median, zip(*pairs, strict=True))
            print(
                f"{size} {format}: {running:.3f} s, paused {paused:.3f} s: {running / paused:.2f}"
            )


if __name__ == "__main__":
    main(sys.argv[1:] or ["R4V"])
