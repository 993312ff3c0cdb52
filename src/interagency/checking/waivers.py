"""Waivers and a report: what is waived stands apart, and a stale waiver is a finding."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve

from interagency.checking.finding import Finding
from interagency.checking.report import Report, Result
from interagency.checking.rule import Rule
from interagency.checking.waiver import EXPIRED, UNUSED, WAIVER_RULES, Waiver


def apply_waivers(
    report: Report,
    waivers: Collection[Waiver],
    today: date,
    *,
    unused: Iterable[Waiver] | None = None,
    rules: Mapping[str, Rule] = WAIVER_RULES,
) -> Report:
    """Return a report in which waived findings stand apart, and stale waivers are findings.

    That a rule broke down cannot be waived.

    Args:
        report: The report.
        waivers: The waivers.
        today: The day to compare expiries with.
        unused: The waivers to tell as unused; by default those of which the report shows it.
        rules: What to tell of stale waivers, by name: that they expired, that they are unused.
    """
    found = {each.fingerprint for each in report.findings}
    in_force = {each.fingerprint: each for each in waivers if each.holds(today)}
    expired = [each for each in waivers if not each.holds(today) and each.fingerprint in found]
    gone = unused_waivers(waivers, [report]) if unused is None else unused
    stale = {EXPIRED.name: map(_expired, expired), UNUSED.name: map(_unused, gone)}
    about = [_result(rule, stale[name]) for name, rule in rules.items()]
    results = [*(_kept(each, in_force) for each in report.results), *about]
    waived = (pair for each in report.results for pair in _waived(each, in_force))
    return evolve(
        report,
        results=tuple(sorted(results, key=lambda each: each.rule)),
        waived=(*report.waived, *waived),
    )


def unused_waivers(
    waivers: Iterable[Waiver], reports: Collection[Report], known: Collection[str] | None = None
) -> tuple[Waiver, ...]:
    """Return the waivers that fit no finding of any report.

    Of a rule that did not run, or broke down, nothing is known: its waivers are not unused.

    Args:
        waivers: The waivers.
        reports: The reports, before waivers are applied.
        known: The rules there are, also those that did not run; any other is a wrong name.
    """
    results = [result for report in reports for result in report.results]
    silent = {result.rule for result in results if result.crash}
    silent |= set(known or ()) - {result.rule for result in results}
    ran = {result.rule for result in results} - silent
    found = {each.fingerprint for result in results for each in result.findings}
    return tuple(
        each
        for each in waivers
        if each.fingerprint not in found
        and (each.rule in ran or (known is not None and each.rule not in silent))
    )


def stale_fingerprints(waiver: Waiver) -> tuple[str, ...]:
    """Return the fingerprints of the findings there may be about a waiver."""
    finding = _finding(waiver, "")
    return tuple(evolve(finding, rule=rule).fingerprint for rule in WAIVER_RULES)


def _waived(result: Result, in_force: Mapping[str, Waiver]) -> Iterator[tuple[Finding, Waiver]]:
    for finding in () if result.crash else result.findings:
        if finding.fingerprint in in_force:
            yield finding, in_force[finding.fingerprint]


def _kept(result: Result, in_force: Mapping[str, Waiver]) -> Result:
    waived = {finding.fingerprint for finding, _ in _waived(result, in_force)}
    kept = (each for each in result.findings if each.fingerprint not in waived)
    return evolve(result, findings=tuple(kept))


def _expired(waiver: Waiver) -> Finding:
    whose = f" ({waiver.owner})" if waiver.owner else ""
    return _finding(waiver, f"{_named(waiver)} expired on {waiver.expires}: {waiver.reason}{whose}")


def _unused(waiver: Waiver) -> Finding:
    return _finding(waiver, f"{_named(waiver)} fits no finding; take it out")


def _named(waiver: Waiver) -> str:
    return f"the waiver of {waiver.rule} for {waiver.subject or 'the document as a whole'}"


def _finding(waiver: Waiver, message: str) -> Finding:
    evidence = (f"waiver {waiver.rule}", *waiver.evidence)
    return Finding(waiver.subject, message, waiver.related, evidence)


def _result(rule: Rule, found: Iterable[Finding]) -> Result:
    stamped = (evolve(each, rule=rule.name, severity=rule.severity) for each in found)
    return Result(rule=rule.name, severity=rule.severity, findings=tuple(stamped))


def renamed(waiver: Waiver, now: Collection[str], found: Collection[str]) -> tuple[Waiver, ...]:
    """Return a waiver under the names that its rule has now.

    Args:
        waiver: The waiver.
        now: The names of the rules that the one it names has become; nothing if it has not.
        found: The fingerprints of what is found: of a rule that was split, the waiver stays with
            those of its parts that find it, and is one where none does.
    """
    each = tuple(evolve(waiver, rule=name) for name in now)
    fitting = tuple(one for one in each if one.fingerprint in found)
    return fitting or each[:1] or (waiver,)


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
