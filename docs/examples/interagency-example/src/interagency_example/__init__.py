"""A plugin for interagency: one rule, one exporter, and the hooks that give them.

Copy the folder, change the names, `pip install .`, and `interagency plugins` lists it.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot, name_of
from interagency.exchange import Exporter
from interagency.model import Architecture
from interagency.plugins import hookimpl


def without_acronym(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield a finding for each body with a long name and no acronym."""
    for body in snapshot.now.bodies:
        if body.name and len(body.name) > 20 and not body.acronym:
            yield Finding(body.id, f"{name_of(snapshot, body.id)} has no acronym")


RULE = Rule(
    name="example-body-without-acronym",
    severity=Severity.INFO,
    summary="A body with a long name that has no acronym.",
    rationale=(
        "Long names are shortened anyway, by each person in another way. "
        "To clear it, write the acronym that people use."
    ),
    check=without_acronym,
    sources=(Citation("This example; a real rule cites the document that it comes from"),),
    examples=(
        Example(
            "a long name with its acronym, and a short name",
            """
interagency: 2
forums:
  rcf: {name: Refugee Coordination Forum, acronym: RCF}
sectors:
  health: {name: Health}
""",
        ),
        Example(
            "a long name alone",
            """
interagency: 2
forums:
  rcf: {name: Refugee Coordination Forum}
""",
            flags=("rcf",),
        ),
    ),
)


def bodies_as_csv(architecture: Architecture) -> str:
    """Return a line for each body: its id, its name, and the body that it lies in."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["id", "name", "within"])
    for body in architecture.bodies:
        writer.writerow([body.id, body.name or "", body.parent or ""])
    return text.getvalue()


EXPORTER = Exporter(
    name="example-bodies",
    summary="The bodies as a table.",
    suffix=".csv",
    loses="Everything but the ids, names and places of bodies.",
    write=bodies_as_csv,
)


@hookimpl
def interagency_rules() -> Iterable[Rule]:
    """Return the rules of this plugin."""
    return [RULE]


@hookimpl
def interagency_exporters() -> Iterable[Exporter]:
    """Return the exporters of this plugin."""
    return [EXPORTER]
