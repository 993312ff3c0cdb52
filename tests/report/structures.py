"""Random structures, larger and deeper than those of any response, and hostile names."""

from collections.abc import Sequence

from hypothesis import strategies as st

from interagency.model import Architecture, Forum, Link, Seat, Sector, SubSector, Within

HOSTILE = (
    "<script>alert(1)</script>",
    "</title></svg><img src=x onerror=alert(1)>",
    '" onload="alert(1)',
    "=cmd|' /C calc'!A0",
    "{{ 7 * 7 }} {% raw %}",
    "a\nb\r\tc\x07\x1b[31m\x00\u2028\ufffe",
    "\u202eabc\u2066 الحماية",
    "W" * 10_000,
    "🏕️ " * 400,
)


@st.composite
def structures(draw: st.DrawFn, most: int = 120) -> Architecture:
    """Draw a forest of bodies with reporting lines in any direction."""
    count = draw(st.integers(0, most))
    parents = [draw(st.integers(-1, number - 1)) for number in range(count)]
    if draw(st.booleans()):  # a flat one, as few bodies have many in them
        parents = [min(parent, draw(st.integers(-1, 2))) for parent in parents]
    kinds: Sequence[type] = (Forum, Sector, SubSector)
    bodies = [
        kinds[number % 3](
            id=f"b{number}",
            name=draw(st.sampled_from((*HOSTILE[:4], "Protection", "A long name " * 9))),
            within=Within(to=f"b{parent}") if parent >= 0 else None,
        )
        for number, parent in enumerate(parents)
    ]
    links = {
        (draw(st.integers(0, count - 1)), draw(st.integers(0, count - 1)))
        for _ in range(draw(st.integers(0, 12)) if count else 0)
    }
    seats = [
        Seat(body=f"b{number}", term="lead", holder=draw(st.sampled_from(("vacant", "unknown"))))
        for number in range(0, count, 3)
    ]
    return Architecture(
        forums=tuple(each for each in bodies if isinstance(each, Forum)),
        sectors=tuple(each for each in bodies if isinstance(each, Sector)),
        sub_sectors=tuple(each for each in bodies if isinstance(each, SubSector)),
        links=tuple(Link(kind="reports_to", from_=f"b{a}", to=f"b{b}") for a, b in sorted(links)),
        seats=tuple(seats),
    )


def hostile() -> Architecture:
    """Return an architecture in which every text is hostile."""
    return Architecture(
        title=HOSTILE[0],
        note=HOSTILE[1],
        forums=tuple(
            Forum(id=f"f{number}", name=name, acronym=name, areas=())
            for number, name in enumerate(HOSTILE)
        ),
        seats=tuple(Seat(body="f0", term=term, holder="unknown") for term in HOSTILE[:7]),
    )
