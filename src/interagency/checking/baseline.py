"""The baseline: today's findings as waivers, to be looked at one by one; it shrinks by itself."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from interagency.checking.finding import Finding
from interagency.checking.report import Report
from interagency.checking.waiver import Waiver
from interagency.checking.waivers import unused_waivers


def updated(
    waivers: Collection[Waiver], reports: Collection[Report], today: date, *, add: bool
) -> tuple[Waiver, ...]:
    """Return waivers without those whose finding is gone.

    Args:
        waivers: The waivers; reasons, owners and expiries of those that stay are kept.
        reports: The reports, before waivers are applied.
        today: The day to name in the reasons of new ones.
        add: Whether to waive what is found and not waived yet; an expired waiver stays expired.
    """
    gone = {each.fingerprint for each in unused_waivers(waivers, reports)}
    kept = {each.fingerprint: each for each in waivers if each.fingerprint not in gone}
    new = sorted(_findings(reports), key=lambda each: (each.rule, each.subject, each.evidence))
    for finding in new if add else ():
        kept.setdefault(finding.fingerprint, _waiver(finding, today))
    return tuple(kept.values())


def _findings(reports: Iterable[Report]) -> Iterator[Finding]:
    results = (result for report in reports for result in report.results)
    return (each for result in results if not result.crash for each in result.findings)


def _waiver(finding: Finding, today: date) -> Waiver:
    return Waiver(
        rule=finding.rule,
        subject=finding.subject,
        related=finding.related,
        evidence=finding.evidence,
        reason=f"found on {today}, not looked at yet",
    )
