"""The built-in rules, one file each, registered like those of any plugin."""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from interagency.checking import Rule
from interagency.plugins import hookimpl

NAMES: Final = (
    "co_lead_vacant_or_unpaired",
    "disputed_fact",
    "fact_without_source",
    "lead_vacant",
    "no_government_counterpart",
    "personal_data",
    "reporting_cycle",
    "reporting_line_broken",
    "reporting_wrong_level",
    "seat_outside_body_life",
    "sub_sector_in_other_theme",
    "sub_sector_without_sector",
    "unknown_code",
    "unknown_role_term",
    "working_group_unattached",
)


@hookimpl
def interagency_rules() -> Iterable[Rule]:
    """Return the built-in rules."""
    return [import_module(f"{__name__}.{name}").RULE for name in NAMES]
