"""What the tests of exporters export: the shipped Romania, awkward texts, and too much."""

from functools import cache

from interagency import examples
from interagency.document import load
from interagency.exchange import Exporter
from interagency.model import Architecture, Forum, Seat, Sector, Within
from interagency.plugins.loading import load_plugins

BUILT_IN = load_plugins(entry_points=False).exporters

AWKWARD = (
    'say "a" & <b>`c`</b> #35; | \\ ; %%{init: {}}%% $x$ ]]',
    "a\nb\r\n\tc\x07\x1b[31m\x00 \u2028 \ufffe",
    "\u202eabc\u2066 الحماية",
    "=cmd()|' /C calc'!A0",
    "1. one",
    "- two",
    "x" * 10_000,
    "🏕️" * 400,
)


@cache
def romania() -> Architecture:
    return load(examples.path("romania-2022"))


def text(name: str, architecture: Architecture) -> str:
    """Return what an exporter writes, which must be one text."""
    found = exporter(name).write(architecture)
    assert isinstance(found, str)
    return found


def exporter(name: str) -> Exporter:
    return BUILT_IN[name]


def awkward() -> Architecture:
    """Return an architecture in which every text is awkward."""
    return Architecture(
        title=AWKWARD[0],
        forums=tuple(
            Forum(id=f"f{index}", name=name, acronym=name) for index, name in enumerate(AWKWARD)
        ),
        seats=tuple(Seat(body="f0", term=term, holder="unknown") for term in AWKWARD[1:]),
    )


def large(bodies: int = 2_000) -> Architecture:
    """Return an architecture that no single diagram of Mermaid can hold."""
    return Architecture(
        forums=(Forum(id="top", name="The one above all"),),
        sectors=tuple(
            Sector(id=f"s{index}", name=f"Sector {index}", within=Within(to="top"))
            for index in range(bodies)
        ),
    )
