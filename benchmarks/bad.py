"""Files of a megabyte that are wrong, each in its own way: what a refusal costs."""

import json
from collections.abc import Callable
from functools import partial

from benchmarks.generate import build
from benchmarks.harness import Case, Work
from interagency.document import InvalidDocument, loads

MEGABYTE = 1_000_000


def repeated(head: str, line: Callable[[int], str], tail: str = "") -> str:
    """Return a text of a megabyte: a head, a line for each number, a tail."""
    lines, size, number = [head], len(head), 0
    while size < MEGABYTE:
        lines.append(line(number))
        size += len(lines[-1])
        number += 1
    return "".join([*lines, tail])


def members(holder: str) -> str:
    head = "interagency: 1\nforums:\n  a:\n    seats:\n      member:\n"
    return repeated(head, lambda number: f"        - {holder.format(number)}\n")


def sectors(entry: str) -> str:
    return repeated("interagency: 1\nsectors:\n", lambda n: f"  s{n}: {entry.format(n)}\n")


def one_fault_in_json() -> str:
    """Return a good document of a megabyte with one unknown id at its end."""
    document, _ = build("R4V")
    document["sectors"]["last"] = {"name": "x" * 300_000, "within": "nowhere"}
    return json.dumps(document, ensure_ascii=False)


BAD: dict[str, tuple[str, Callable[[], str]]] = {
    "every holder unknown": ("yaml", partial(members, "nobody-{}")),
    "every seat of a wrong type": ("yaml", partial(members, "[a{}]")),
    "every seat twice": ("yaml", partial(members, "vacant")),
    "every date wrong": ("yaml", partial(members, "{{holder: a, since: 2022-13-{}}}")),
    "every field unknown": ("yaml", partial(sectors, "{{nam{}: x}}")),
    "every parent unknown": ("yaml", partial(sectors, "{{within: t{}}}")),
    "a ring of parents": ("yaml", lambda: ring()),
    "one key throughout": (
        "yaml",
        lambda: repeated("interagency: 1\nsectors:\n", lambda _: "  same: {name: A}\n"),
    ),
    "a syntax error at the end": ("yaml", lambda: sectors("{{name: A}}") + "  x: [}\n"),
    "brackets without end": ("yaml", lambda: "interagency: 1\nsectors: " + "[" * MEGABYTE),
    "aliases of a long text": (
        "yaml",
        lambda: repeated(f"interagency: 1\nnote: &a {'x' * 99_999}\nareas:\n", lambda _: "- *a\n"),
    ),
    "one long text": ("yaml", lambda: f"interagency: 1\nlevel: {'x' * MEGABYTE}\n"),
    "brackets in JSON": ("json", lambda: '{"interagency": 1, "sectors": ' + "[" * MEGABYTE),
    "one fault in good JSON": ("json", one_fault_in_json),
}


def ring() -> str:
    last = 40_000
    return "interagency: 1\nsectors:\n" + "".join(
        f"  s{number}: {{within: s{(number + 1) % last}}}\n" for number in range(last)
    )


def refused(name: str) -> Callable[[str], Work]:
    """Return a case that reads a bad file and prints what is wrong with it, as people see it."""
    format, text = BAD[name]

    def prepare(_: str) -> Work:
        data = text().encode()

        def work() -> int:
            try:
                loads(data, format=format)
            except InvalidDocument as error:
                str(error)
                return len(error.problems)
            raise RuntimeError(f"{name}: it was taken for good")

        return work

    return prepare


CASES = tuple(Case(name, refused(name), lambda count: count) for name in BAD)
