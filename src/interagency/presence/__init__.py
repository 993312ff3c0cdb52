"""Operational presence of any size against seats: from records, or from any data frame."""

from interagency.presence.columns import UnfitColumns
from interagency.presence.engines.engine import NotAFrame
from interagency.presence.facts import Activity, Month, UnknownName
from interagency.presence.reconciliation import Reconciliation, reconcile
from interagency.presence.trends import NeverReported, Stopped, Trends

__all__ = [
    "Activity",
    "Month",
    "NeverReported",
    "NotAFrame",
    "Reconciliation",
    "Stopped",
    "Trends",
    "UnfitColumns",
    "UnknownName",
    "reconcile",
]
