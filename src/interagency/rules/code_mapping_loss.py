"""Sector codes that have no equivalent in the OCHA and FTS lists."""

from collections.abc import Iterator
from typing import Final

from interagency.checking import Citation, Example, Finding, Rule, Severity, Snapshot
from interagency.model.words import named

_SCHEMES: Final = ("fts", "hpc")


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield one finding with the codes that would be lost, or bent, in an exchange with OCHA."""
    sectors = snapshot.vocabularies["sectors"]
    used = {code for body in snapshot.now.bodies for code in named(body.covers)}
    terms = [term for term in sectors if term.code in used]
    lost = sorted(
        term.code for term in terms if not any(scheme in _SCHEMES for scheme, _ in term.equivalents)
    )
    if lost:
        message = f"{', '.join(lost)}: no code in the lists of OCHA and FTS means just that"
        yield Finding("", message, (), tuple(f"covers {code}" for code in lost))


RULE = Rule(
    name="code-mapping-loss",
    severity=Severity.INFO,
    summary="Sector codes that have no equivalent in the OCHA and FTS lists.",
    rationale=(
        "Refugee and R4V sectors have no official code. Where a platform asks for one, they are "
        "bent into another: refugee response becomes camp coordination, and basic needs food "
        "security. To clear it, change nothing in the structure: check what such an exchange does, "
        "and ignore this rule."
    ),
    check=check,
    sources=(
        Citation(
            "OCHA-DAP hdx-python-scraper, sector_configuration.yaml (refugee response as CCM)",
            "https://github.com/OCHA-DAP/hdx-python-scraper",
        ),
        Citation(
            "OCHA global coordination groups",
            "https://data.humdata.org/dataset/global-coordination-groups-beta",
        ),
    ),
    examples=(
        Example(
            "official codes, and one that is in no list at all",
            """
interagency: 1
sectors:
  health: {name: Health, covers: [HEA, PRO-CPN, our-own]}
""",
        ),
        Example(
            "a sector of refugee responses",
            """
interagency: 1
sectors:
  basic-needs: {name: Basic Needs, covers: [basic-needs]}
""",
            flags=("",),
        ),
    ),
)
