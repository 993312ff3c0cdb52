"""Rules on agreements, work plans, lines of escalation and progress, beside their examples."""

from interagency.document import loads
from interagency.plugins.running import check


def run(rule: str, text: str) -> tuple[list[str], list[str]]:
    """Return the messages and the questions of a rule."""
    report = check(loads(text), select=[rule])
    asked = [each.text for each in report.questions if each.about in ABOUT[rule]]
    return [each.message for each in report.findings], asked


ABOUT = {
    "co-leadership-without-agreement": (),
    "work-plan-missing": ("work-plan",),
    "escalation-ends-nowhere": ("escalates_to",),
    "plan-not-monitored": ("progress",),
}


def test_two_names_of_one_organization_share_nothing() -> None:
    text = """interagency: 2
complete: [agreements]
organizations: {hcr: {name: HCR, same_as: [unhcr]}}
posts: {p: {organization: unhcr}}
sectors: {a: {seats: {co-lead: [unhcr, hcr, p]}}, b: {seats: {co-lead: [unhcr, unknown]}}}
"""
    assert run("co-leadership-without-agreement", text) == ([], [])
    shared = text.replace("[unhcr, hcr, p]", "[unhcr, iom]")
    assert run("co-leadership-without-agreement", shared)[0] == [
        "UNHCR and IOM lead a together, and no agreement is recorded"
    ]


def test_without_all_agreements_nothing_is_said() -> None:
    text = "interagency: 2\nsectors: {a: {seats: {co-lead: [unhcr, iom]}}}\n"
    assert run("co-leadership-without-agreement", text) == ([], [])


def test_a_group_with_a_secretariat_is_asked_for_its_plan() -> None:
    text = (
        "interagency: 2\nforums: {g: {name: G, kind: inter-sector, seats: {secretariat: [iom]}}}\n"
    )
    assert run("work-plan-missing", text) == ([], ["What is the work plan of G, and of when?"])
    assert run("work-plan-missing", text.replace("secretariat", "member")) == ([], [])


def test_a_forum_at_the_top_is_asked_if_its_leader_has_lines_elsewhere() -> None:
    text = """interagency: 2
offices: {bureau: {organization: unhcr}}
posts: {officer: {organization: unhcr, escalates_to: [bureau]}}
forums:
  rcf: {name: RCF, seats: {chair: [unhcr]}}
  through: {name: T, seats: {chair: [{holder: unhcr, post: officer}]}}
  last: {name: N, escalates_to: none, seats: {chair: [unhcr]}}
  other: {name: O, seats: {chair: [iom, vacant]}}
  several: {name: S, stands_for: several, seats: {chair: [unhcr]}}
  inside: {name: I, within: rcf, seats: {chair: [unhcr]}}
"""
    asked = ["To whom does an issue of RCF escalate?"]
    ended = ["an issue of N ends at N, and reaches no office"]
    assert run("escalation-ends-nowhere", text) == (ended, asked)
    without = text.replace(", escalates_to: [bureau]", "").replace("escalates_to: none, ", "")
    assert run("escalation-ends-nowhere", without) == ([], [])


def test_a_plan_on_which_somebody_reports_is_asked_how_far_it_came() -> None:
    text = """interagency: 2
plans: {rrp: {name: RRP}, other: {name: Other}, old: {progress: [{as_of: 2022}]}}
products:
  report: {kind: plan-report, plan: rrp}
  text: {kind: response-plan, plan: other}
  last: {kind: funding-report, plan: old}
"""
    asked = ["What did RRP receive so far, and whom did it reach?"]
    assert run("plan-not-monitored", text) == ([], asked)
