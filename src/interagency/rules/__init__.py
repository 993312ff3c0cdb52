"""The built-in rules, one file each, registered like those of any plugin."""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from interagency.checking import Rule
from interagency.plugins import hookimpl

NAMES: Final = (
    "accountability_blurred",
    "active_organization_in_no_group",
    "agreement_ended",
    "appeal_sum_differs",
    "appealing_organization_in_no_group",
    "chain_without_top",
    "clearance_missing",
    "co_lead_vacant",
    "co_leadership_without_agreement",
    "code_mapping_loss",
    "contribution_overdue",
    "disputed_fact",
    "double_hatting",
    "duplicate_body",
    "duty_without_post",
    "empty_group",
    "escalation_ends_nowhere",
    "fact_without_source",
    "government_money_in_rmrp",
    "group_without_plan",
    "known_organization_incomplete",
    "lead_vacant",
    "leadership_concentration",
    "local_actor_absent",
    "mandate_deviation",
    "mandate_without_seat",
    "member_active_nowhere",
    "must_mandate_deviation",
    "naming_ambiguity",
    "nexus_link_missing",
    "no_government_counterpart",
    "oversized_forum",
    "personal_data",
    "plan_country_in_no_platform",
    "plan_country_in_two_platforms",
    "plan_not_monitored",
    "plan_sector_without_group",
    "population_without_mandate",
    "post_ends_soon",
    "product_overdue",
    "refugee_led_absent",
    "reporting_cycle",
    "reporting_line_broken",
    "reporting_wrong_level",
    "review_overdue",
    "same_scope_twice",
    "seat_outside_body_life",
    "sector_led_alone",
    "sector_without_presence",
    "single_point_of_failure",
    "sole_provider",
    "stale_record",
    "stated_figure_differs",
    "sub_national_coverage",
    "sub_sector_in_other_theme",
    "sub_sector_without_sector",
    "unknown_code",
    "unknown_role_term",
    "women_led_absent",
    "work_plan_missing",
    "working_group_unattached",
)


@hookimpl
def interagency_rules() -> Iterable[Rule]:
    """Return the built-in rules."""
    return [import_module(f"{__name__}.{name}").RULE for name in NAMES]
