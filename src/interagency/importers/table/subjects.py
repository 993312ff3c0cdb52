"""Subjects of tables: whether rows are about groups, presence or organizations; columns tell.

A table of activities names who leads a project, who pays and who takes part in it: none of them
is a seat of a group.
"""

from collections.abc import Sequence
from typing import Final

from interagency.importers.table.columns import Column, How
from interagency.importers.tabular.text import folded, words

# Only tables of activities have them.
_OF_ACTIVITIES: Final = frozenset({"activity", "count", "donor", "status", "smaller area"})
_GROUPS: Final = frozenset({"group", "sector", "sub-sector"})
_WHERE: Final = frozenset({"sector", "sub-sector", "area"})
# Words beside an acronym that say whose it is.
_OF_ORGANIZATIONS: Final = words(
    "org orgs organization organisation organizacion organizacao organisme agency agencia agence "
    "partner socio parceiro partenaire ngo ong"
)


def subject_of(columns: Sequence[Column], lists_groups: bool = True) -> str:
    """Return what rows are about: groups, presence or organizations; empty if nothing says.

    Args:
        columns: The columns.
        lists_groups: Whether most rows name a group of their own.
    """
    fields = {each.field for each in columns if each.is_read}
    of_activities = any(each.field in _OF_ACTIVITIES for each in columns)
    named = bool(_GROUPS & fields)
    if any(each.group for each in columns):
        return "groups"
    if named and _has_seats(columns, fields) and not (of_activities and _names_who(columns)):
        return "groups"
    if named and "contact" in fields and not of_activities:
        return "groups"
    marked = any(each.covers for each in columns)
    placed = bool(_WHERE & fields) or ("country" in fields and of_activities)
    if _names_who(columns) and (marked or placed):
        return "presence"
    if "organization" in fields or {"acronym", "organization type"} <= fields:
        return "organizations"
    is_list = lists_groups and not of_activities and "as of" not in fields
    return "groups" if "group" in fields and is_list else ""


def _has_seats(columns: Sequence[Column], fields: set[str]) -> bool:
    return any(each.terms for each in columns) or {"role", "organization"} <= fields


def _names_who(columns: Sequence[Column]) -> bool:
    """Return whether a column names organizations, by their names or their acronyms."""
    return any(
        each.field == "organization" or (each.field == "acronym" and _is_of_organization(each))
        for each in columns
    )


def _is_of_organization(column: Column) -> bool:
    return column.how is How.TAG or not _OF_ORGANIZATIONS.isdisjoint(folded(column.header).split())
