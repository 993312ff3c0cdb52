"""Terms of reference: what is recorded, with open places marked and nothing made up."""

from collections.abc import Mapping

import pytest

from interagency.document import loads
from interagency.exchange import BadOption, without_contacts
from interagency.report.terms import to_terms
from tests.report.structures import HOSTILE, hostile

TEXT = """
interagency: 1
title: Response
as_of: 2024
level: national
sources: {minutes: {title: Minutes}}
organizations: {gov: {name: Government}}
offices: {cell: {name: Cell, organization: unhcr}}
posts:
  chief:
    {title: Chief, grade: P4, office: cell, capacity: dedicated, duties: [chair-forum],
     reports_to: [head], since: 2023, sources: [minutes], contact: chief@example.org}
  head: {title: Head, organization: unknown}
forums:
  top: {name: Top}
  rcf:
    {name: RCF, within: top, kind: rcf, covers: [PRO], situation: refugee, until: 2025,
     areas: [ROU], populations: [refugees], supports: [top], complete: [members],
     sources: [minutes],
     seats: {chair: [{holder: gov, accountable: true, last_resort: true}], member: [chief]}}
sectors: {health: {within: rcf}}
plans: {rrp: {name: Plan, forum: rcf}}
products:
  sitrep: {name: Sitrep, frequency: weekly, by: [chief], on_behalf_of: [rcf]}
  list: {name: List, by: [rcf]}
"""
OPEN = "**[to be written]**"


def terms(of: str, **more: str) -> str:
    found = to_terms(loads(TEXT), of=of, **more)
    assert isinstance(found, str)
    return found


def section(text: str, heading: str) -> list[str]:
    return text.split(f"## {heading}\n\n")[1].split("\n\n")[0].splitlines()


def test_terms_of_a_group_say_what_is_recorded() -> None:
    text = terms("rcf")
    assert text.startswith("# Terms of reference: RCF\n\nResponse · 2024-12-31 · national\n")
    assert section(text, "Purpose and scope") == [
        "- Kind: forum, Refugee Coordination Forum",
        "- Covers: Protection",
        "- Level: national",
        "- Area: ROU",
        "- Populations: Refugees",
        "- Situation: Refugee situation",
    ]
    assert section(text, "Leadership") == [
        "- chair: Government",
        "- co-lead: ?",
        "- Accountable: Government",
        "- Provider of last resort: Government",
    ]
    assert section(text, "Members") == ["- member: UNHCR (Chief)"]
    assert section(text, "Reporting line") == ["- Lies in: Top", "- supports Top"]
    assert section(text, "Groups in it") == ["- health"]
    assert section(text, "Products and rhythm") == ["- Sitrep: Weekly", "- List: ?"]
    assert section(text, "Plans") == ["- Plan"]
    assert section(text, "Duration") == ["- Until: 2025"]
    assert section(text, "Sources") == ["- Minutes"]


def test_terms_say_what_is_owed_to_others() -> None:
    text = to_terms(
        loads("""interagency: 2
offices: {hq: {name: HQ}}
posts: {p: {title: P, escalates_to: [hq], duties: [sitrep]}}
forums: {f: {name: F}}
products: {s: {name: S, kind: sitrep, contributors: [f], cleared_by: [p]}}
decisions: {d: {name: D, changes: [f]}}
"""),
        of="p",
    )
    assert section(str(text), "Reporting line") == ["- escalates to HQ"]
    assert section(str(text), "Work with others") == ["- Clears: S, ?", "- Asks for: S, ?"]
    assert "Work with others" not in terms("head")


def test_a_group_that_reports_says_to_whom() -> None:
    text = "interagency: 2\nforums: {f: {name: F}}\nsectors: {s: {name: S, reports_to: [f]}}\n"
    assert section(str(to_terms(loads(text), of="s")), "Reporting line") == ["- Reports to: F"]


def test_what_is_not_recorded_is_an_open_place() -> None:
    text = terms("health")
    assert section(text, "Purpose and scope")[1] == f"- Covers: {OPEN}"
    assert section(text, "Members") == [f"- {OPEN}"]
    assert section(text, "Duration") == [OPEN]
    assert "- Who leads or co-leads health?" in section(text, "Open questions")
    assert "Groups in it" not in text
    assert "Role mailbox" not in text


def test_terms_of_a_post_say_what_it_owes() -> None:
    text = terms("chief")
    assert section(text, "The post") == [
        "- Grade: P4",
        "- Organization: UNHCR",
        "- Office: Cell",
        f"- Area: {OPEN}",
        "- Capacity: Dedicated: coordination is the whole of the post",
        f"- Designations: {OPEN}",
    ]
    assert section(text, "Reporting line") == ["- Reports to: Head"]
    assert section(text, "Duties") == ["- Chairs or leads an inter-agency forum"]
    assert section(text, "Seats") == ["- member: RCF"]
    assert section(text, "Duration") == ["- Since: 2023"]
    assert section(text, "Role mailbox") == ["- chief@example.org"]
    assert section(text, "Open questions") == ["- No questions are open."]
    assert section(terms("head"), "Reporting line") == [OPEN]


def test_all_are_written_and_contacts_only_when_shared() -> None:
    found = to_terms(without_contacts(loads(TEXT)))
    assert isinstance(found, Mapping)
    assert [*found] == ["top.md", "rcf.md", "health.md", "chief.md", "head.md"]
    assert not any("example.org" in text for text in found.values())


def test_headings_are_in_the_language() -> None:
    assert "## Objet et portée" in terms("rcf", lang="fr")


def test_an_id_of_something_else_is_refused() -> None:
    for id in ("gov", "nothing"):
        with pytest.raises(BadOption, match=f"--of {id}: no group or post of the day"):
            terms(id)


def test_hostile_names_are_text() -> None:
    found = to_terms(hostile())
    assert isinstance(found, Mapping)
    for text in found.values():
        assert HOSTILE[0] not in text
        assert not {"\u202e", "\x1b", "\x00"} & set(text)
