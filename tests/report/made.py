"""Reports of documents, made as the command makes them."""

from functools import cache
from typing import Any

from interagency import examples
from interagency.document import load, loads
from interagency.model import Architecture
from interagency.plugins.loading import load_plugins
from interagency.plugins.running import all_rules, check, conform
from interagency.report.contents import Contents
from interagency.report.language import language
from interagency.report.page import html_report
from interagency.snapshot import Snapshot

PLUGINS = load_plugins(entry_points=False)

FULL = """
interagency: 1
title: A response
as_of: 2024-06-30
situation: refugee
level: national
areas: [ROU]
sources:
  minutes: {title: Minutes, publisher: UNHCR, published: 2024-05, url: "https://example.org/m"}
  visit: {read: 2024-06, url: "javascript:alert(1)"}
default_sources: [minutes]
organizations: {gov: {name: Government, kind: government, names: {fr: Gouvernement}}}
forums:
  rcf:
    {name: Refugee Coordination Forum, acronym: RCF, kind: rcf, contact: rcf@example.org,
     seats: {chair: [gov], co-chair: [unhcr], observer: [{kind: donor, count: 2}]}}
sectors:
  health:
    {name: Health, within: rcf, reports_to: [rcf], covers: [HEA], until: 2024-09,
     seats: {lead: [{holder: who, until: 2024-07-15}], co-lead: vacant, member: [iom]}}
  education:
    {name: Education, within: {to: rcf, certainty: inferred}, covers: [EDU], complete: [members],
     seats: {lead: [unicef], co-lead: none, focal-point: vacant}}
working_groups: {cash: {name: Cash, within: rcf, mirrors: [health]}}
plans:
  rrp: {name: Response plan, kind: rrp, status: active, countries: [ROU], forum: rcf,
        requirement: 1000000 USD, until: 2024-12-31}
  chapter: {name: Chapter, part_of: rrp}
appeals:
  - {plan: rrp, organization: unhcr, covers: [HEA], country: ROU, amount: 250000 USD}
  - {plan: rrp, organization: iom}
presence:
  - {organization: iom, covers: [HEA], area: ROU}
products:
  sitrep: {name: Situation report, kind: sitrep, frequency: weekly, by: [unhcr], done: [2024-06-21]}
  list: {kind: contact-list}
answers: {RCM-04: {answer: yes, note: Seen in the minutes}}
"""


def contents(whole: Architecture, lang: str = "en", **more: Any) -> Contents:
    found = conform(whole, models=["rcm-2024"], plugins=PLUGINS)
    given: dict[str, Any] = {"conformance": found, **more}
    return Contents(
        snapshot=Snapshot.of(whole),
        report=given.pop("report", None) or check(whole, plugins=PLUGINS),
        rules=all_rules(PLUGINS),
        language=language(lang),
        **given,
    )


def full(lang: str = "en", **more: Any) -> Contents:
    return contents(loads(FULL), lang, **more)


def page(*documents: Contents) -> str:
    return html_report(documents, documents[0].language)


@cache
def example(name: str, lang: str = "en") -> str:
    return page(contents(load(examples.path(name)), lang))
