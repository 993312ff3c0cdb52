"""Presence by period: who stopped reporting, and who never did."""

from typing import Any

import pytest

from interagency.document import loads
from interagency.presence import Month, NeverReported, Stopped, reconcile
from tests.presence.frames import IN_PROCESS, is_installed

pytestmark = pytest.mark.skipif(not is_installed("narwhals", "duckdb"), reason="needs duckdb")

DOCUMENT = """
interagency: 1
complete: [presence]
plans:
  rrp: {kind: RRP}
appeals:
- {plan: rrp, organization: nrc, covers: [HEA]}
- {plan: rrp, organization: wfp, covers: [FSC]}
- {plan: rrp, organization: irc, covers: [HEA], participation: implementing}
- {plan: rrp, organization: drc, covers: [HEA], certainty: disputed}
presence:
- {organization: nrc, covers: [HEA], area: ROU/Suceava/Siret, since: 2025-01-10}
- {organization: unicef, covers: [EDU], since: 2025-02}
- {organization: unicef, covers: [EDU], area: ROU}
"""


def frame(*rows: tuple[str, str, str, str]) -> Any:
    names = ("organization", "sector", "area", "month")
    return IN_PROCESS["duckdb"][1](dict(zip(names, zip(*rows, strict=True), strict=True)))


ROWS = (
    ("NRC", "HEA", "ROU/Suceava/Siret", "2024-12-31"),
    ("NRC", "HEA", "ROU/Suceava", "2024-12"),
    ("UNICEF", "HEA", "ROU/Suceava", "2024-11"),
    ("UNICEF", "EDU", "ROU", "2025-02-01"),
    ("UNICEF", "EDU", "ROU", "sometime"),
)


def test_months_add_up_areas_of_two_levels() -> None:
    trends = reconcile(loads(DOCUMENT), frame(*ROWS)).trends
    assert trends.months == (
        Month("EDU", "ROU", "2025-02", "unicef", "unicef", 1),
        Month("HEA", "ROU/Suceava", "2024-11", "unicef", "unicef", 1),
        Month("HEA", "ROU/Suceava", "2024-12", "nrc", "nrc", 1),
    )
    assert trends.periods == ("2024-11", "2024-12", "2025-01", "2025-02")
    assert trends.organizations_by_sector == {
        "EDU": {"2025-02": 1},
        "HEA": {"2024-11": 1, "2024-12": 1},
    }


def test_the_last_provider_is_named_where_reports_ended() -> None:
    trends = reconcile(loads(DOCUMENT), frame(*ROWS)).trends
    assert trends.stopped == (Stopped("HEA", "ROU/Suceava", "2024-12", 1, "nrc"),)
    two = (("NRC", "HEA", "ROU", "2024"), ("UNICEF", "HEA", "ROU", "2024"))
    ended = reconcile(loads(DOCUMENT), frame(*two, ("NRC", "EDU", "ROU", "2025"))).trends
    assert ended.stopped == (Stopped("HEA", "ROU", "2024", 2, ""),)
    assert ended.periods == ("2024", "2025")


def test_who_appeals_and_never_reported_is_certain_if_presence_is_complete() -> None:
    """An unknown name may be theirs."""
    document = loads(DOCUMENT)
    assert reconcile(document, frame(*ROWS)).trends.never_reported == (
        NeverReported("wfp", ("rrp",), "no"),
    )
    unknown = frame(*ROWS, ("Somebody", "HEA", "ROU", "2025-01"))
    assert reconcile(document, unknown).trends.never_reported[0].reported == "unknown"


def test_records_are_of_the_month_in_which_they_begin() -> None:
    trends = reconcile(loads(DOCUMENT)).trends
    assert trends.months == (
        Month("EDU", "unknown", "2025-02", "unicef", "unicef", 1),
        Month("HEA", "ROU/Suceava", "2025-01", "nrc", "nrc", 1),
    )


def test_of_records_too_it_is_known_who_never_reported() -> None:
    found = reconcile(loads(DOCUMENT)).trends.never_reported
    assert found == (NeverReported("wfp", ("rrp",), "no"),)


def test_without_periods_there_are_no_months() -> None:
    table = IN_PROCESS["duckdb"][1]({"organization": ["NRC"], "sector": ["HEA"]})
    trends = reconcile(loads(DOCUMENT), table).trends
    assert (trends.months, trends.periods, trends.stopped) == ((), (), ())
