"""Whether a regional sector has a counterpart in a country."""

import pytest

from interagency.document import loads
from interagency.plugins.loading import load_plugins
from interagency.plugins.running import conform

PLUGINS = load_plugins(entry_points=False)
REGIONAL = """\
level: national
situation: refugee-and-migrant
sectors:
  r: {name: R, level: regional, covers: [PRO]}
"""


def outcome(document: str) -> tuple[str, tuple[str, ...]]:
    found = conform(loads(f"interagency: 1\n{document}"), models=["r4v-2018"], plugins=PLUGINS)
    (said,) = (each for each in found.models[0].clauses if each.clause.id == "R4V-07c")
    assert said.crash == ""
    return said.outcome.value, said.met_by


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("covers: [PRO]", "met"),
        ("covers: [PRO-CPN]", "met"),
        ("covers: [unknown, PRO]", "met"),
        ("kind: cluster, covers: [PRO]", "not used"),
        ("covers: [HEA]", "not used"),
        ("covers: [PRO], level: sub-national", "not used"),
        ("covers: [PRO], level: sub-national, certainty: disputed", "not used"),
        ("covers: [PRO], level: unknown", "unknown"),
        ("covers: [PRO], certainty: disputed", "unknown"),
        ("covers: [HEA], certainty: disputed", "not used"),
        ("covers: [HEA, unknown]", "unknown"),
        ("covers: [odd]", "unknown"),
        ("name: N", "unknown"),
        ("covers: [PRO], situation: refugee", "not used"),
        ("covers: [PRO], situation: unknown", "unknown"),
    ],
)
def test_a_counterpart_is_a_national_sector_of_the_same_theme(other: str, expected: str) -> None:
    document = f"{REGIONAL}  n: {{{other}}}\n"
    met_by = ("n",) if expected == "met" else ()
    assert outcome(f"complete: [groups]\n{document}") == (expected, met_by)
    open_ = expected if expected == "met" else "unknown"
    assert outcome(document) == (open_, met_by)


def test_a_regional_sector_of_which_nobody_wrote_the_theme_is_unknown() -> None:
    bare = REGIONAL.replace(", covers: [PRO]", "")
    assert outcome(f"complete: [groups]\n{bare}  n: {{covers: [PRO]}}\n") == ("unknown", ())
    assert outcome(f"complete: [groups]\n{bare}") == ("not used", ())
