"""Whole responses for tests: one in which every rule on participation finds something, and many."""

from typing import Any

from hypothesis import strategies as st

from interagency.checking import Rule
from interagency.document import loads
from interagency.model import (
    Appeal,
    Architecture,
    Certainty,
    Figure,
    Forum,
    Level,
    Link,
    Money,
    Organization,
    Plan,
    Post,
    Presence,
    Seat,
    Sector,
    SubSector,
    Within,
    WorkingGroup,
)
from interagency.model.keys import KEYS
from tests.rules.documents import rule

OF_PARTICIPATION: tuple[Rule, ...] = tuple(
    rule(name)
    for name in (
        "active-organization-in-no-group",
        "appeal-sum-differs",
        "appealing-organization-in-no-group",
        "chain-without-top",
        "duplicate-body",
        "government-money-in-rmrp",
        "group-without-plan",
        "leadership-concentration",
        "member-active-nowhere",
        "plan-country-in-no-platform",
        "plan-country-in-two-platforms",
        "plan-sector-without-group",
        "same-scope-twice",
        "sector-without-presence",
        "single-point-of-failure",
        "sole-provider",
        "stated-figure-differs",
    )
)

# Everything is written and closed, and each of the rules finds something.
FLAWED = loads("""
interagency: 1
complete: [groups, leads, members, appeals, presence, plans]
organizations:
  ministry: {name: Ministry, kind: government}
  helpers: {name: Helpers, kind: ngo}
  carers: {name: Carers, kind: national-ngo}
  agency: {name: Agency, kind: un-agency}
posts:
  officer: {title: Officer, organization: agency}
forums:
  top: {name: Regional platform, kind: platform, level: regional, within: none,
    areas: [ROU, MDA, POL], populations: [refugees], seats: {lead: [agency]}}
  home: {name: Romania, kind: platform, level: national, within: top, areas: [ROU],
    figures: {members: 7}, seats: {lead: [agency], co-lead: [ministry]}}
  twin: {name: Also Romania, kind: platform, level: national, within: top, areas: [ROU, MDA],
    seats: {lead: none, co-lead: none}}
sectors:
  health: {name: Health Sector, within: home, covers: [HEA], reports_to: [home],
    seats: {lead: [officer], member: [carers, helpers]}}
  health-again: {name: "Sector: HEALTH", within: home, covers: [HEA], seats: {lead: [agency]}}
  education: {name: Education, within: none, level: national, areas: [ROU], covers: [EDU],
    populations: [refugees], reports_to: none, seats: {lead: [agency]}}
sub_sectors:
  youth: {name: Youth, within: education, covers: [youth], reports_to: [education]}
working_groups:
  cash: {name: Cash, within: top, covers: [cash], reports_to: [top]}
plans:
  plan: {name: RMRP, kind: RMRP, forum: top, countries: [ROU, POL], covers: [HEA, NUT],
    requirement: 7 USD, figures: {appealing-organizations: 9, countries: ">2"}}
  chapter: {name: Romania chapter, part_of: plan, countries: [ROU], covers: [HEA],
    requirement: 300 USD}
appeals:
- {plan: chapter, organization: agency, participation: appealing, covers: [HEA], amount: 200 USD}
- {plan: chapter, organization: ministry, participation: appealing, covers: [HEA], amount: 5 USD}
- {plan: plan, organization: agency, participation: appealing, country: POL, amount: 1 USD}
presence:
- {organization: ministry, covers: [HEA], area: ROU/Cluj}
- {organization: agency, covers: [NUT], area: ROU}
""")

CERTAINTIES = (Certainty.STATED,) * 9 + (Certainty.DISPUTED,)
LISTS = ("groups", "platforms", "leads", "members", "appeals", "presence", "plans")
COVERS = (("HEA",), ("EDU",), ("HEA", "EDU"), ("PRO",), ("PRO-CPN",), ("EDU", "unknown"), ())
AREAS = (("ROU",), ("ROU",), ("ROU", "MDA"), ("ROU/Cluj",), ("MDA",), ("unknown",), ())
TWO = ("ROU", "MDA")


@st.composite
def responses(draw: st.DrawFn) -> Architecture:
    """Draw a response in which nearly everything is written and closed."""

    def pick(*values: Any) -> Any:
        return draw(st.sampled_from(values))

    def sure() -> Certainty:
        return Certainty(draw(st.sampled_from(CERTAINTIES)))

    def some(build: Any, most: int) -> list[Any]:
        return [build() for _ in range(draw(st.integers(0, most)))]

    # In the header, a place would be that of whatever is left out below.
    header = pick(True, False)

    def body(cls: type[Any], id: str, above: tuple[str, ...], kinds: tuple[str, ...]) -> Any:
        within = pick(*above, None) if pick(*range(8)) == 0 else above[pick(0, 0, -1)]
        return cls(
            id=id,
            name=pick("Health Sector", "Sector: health", "Another", None),
            within=within and Within(to=within, certainty=sure()),
            kind=pick(*((kind,) for kind in kinds), ("platform",)) if cls is Forum else (),
            covers=() if cls is Forum else pick(*COVERS),
            level=pick(Level.NATIONAL, Level.NATIONAL, Level.NATIONAL, None, Level.UNKNOWN),
            areas=pick(*AREAS),
            populations=pick(("refugees",), ("refugees", "idps"), ("unknown",), ()),
            complete=pick((), ("leads", "members"), ("platforms",)),
            figures=pick((), (Figure.parse("members", "1"),)),
            certainty=sure(),
        )

    def plan(id: str, part_of: str | None, forum: str | None) -> Plan:
        return Plan(
            id=id,
            kind=pick("RMRP", "RMRP", None),
            part_of=part_of,
            forum=forum,
            countries=pick(TWO, TWO, ("ROU",), ("unknown",), ()),
            covers=pick(("HEA",), ("EDU", "HEA"), ("NUT",), ("unknown",), ()),
            requirement=pick(Money.parse("3 USD"), Money.parse("2 EUR"), None),
            figures=pick((), (Figure.parse("appealing-organizations", "1"),)),
            certainty=sure(),
        )

    def seat() -> Seat:
        holder = pick("a", "a", "a", "b", "g", "p", "q", "f", "vacant", "unknown", None)
        return Seat(
            body=pick("f", "h", "i", "s", "t", "v", "u", "w"),
            term=pick("lead", "lead", "co-lead", "member", "member", "odd term"),
            holder=holder,
            kind=None if holder else pick("ngo", None),
            count=None if holder else pick(None, 1, 2),
            certainty=sure(),
        )

    plans = (
        plan("r", None, pick("f", "f", "unknown")),
        plan("c", pick("r", "r", None, "unknown"), None),
        plan("d", pick("r", "c"), pick("f", None)),
    )
    sections: dict[str, list[Any]] = {
        "seats": some(seat, 10),
        "links": some(
            lambda: Link(
                kind=pick("reports_to", "reports_to", "reports_to", "coordinates_with", "same_as"),
                from_=pick("s", "t", "v", "u", "w"),
                to=pick("f", "s", "t", "v", "u", "none", "unknown"),
                certainty=sure(),
            ),
            6,
        )
        + some(
            lambda: Link(
                kind="same_as",
                from_=pick("a", "b", "g"),
                to=pick("a", "b", "g", "none", "unknown"),
                certainty=sure(),
            ),
            1,
        ),
        "appeals": some(
            lambda: Appeal(
                plan=pick("r", "c", "d"),
                organization=pick("a", "b", "g"),
                participation=pick("appealing", "appealing", "implementing", None, "odd"),
                covers=pick(*COVERS),
                country=pick("ROU", "ROU", None),
                amount=pick(Money.parse("1 USD"), Money.parse("2 USD"), Money.parse("2 EUR"), None),
                certainty=sure(),
            ),
            6,
        ),
        "presence": some(
            lambda: Presence(
                organization=pick("a", "b", "g"),
                covers=pick(*COVERS),
                area=pick("ROU", "ROU/Cluj", "MDA", "unknown", None),
                certainty=sure(),
            ),
            6,
        ),
    }
    relations: dict[str, Any] = {
        name: told_apart(name, records) for name, records in sections.items()
    }
    return Architecture(
        level=Level.NATIONAL if header else None,
        areas=("ROU",) if header else (),
        populations=("refugees",) if header else (),
        complete=tuple(name for name in LISTS if pick(*range(8))),
        organizations=(
            Organization(id="a", kind=pick("ngo", "un-agency", "government"), certainty=sure()),
            Organization(id="b", kind=pick("national-ngo", None), certainty=sure()),
            Organization(id="g", kind="government", certainty=sure()),
        ),
        posts=(
            Post(id="p", organization="a", certainty=sure()),
            Post(id="q", organization=pick("b", "unknown")),
        ),
        forums=(
            body(Forum, "f", ("none", "none", "unknown"), ("rcf", "platform", "unknown", "odd")),
            body(Forum, "h", ("f", "f", "f", "unknown"), ("platform", "hct")),
            body(Forum, "i", ("f", "f", "f", "unknown"), ("platform", "platform", "unknown")),
        ),
        sectors=(
            body(Sector, "s", ("f", "f", "h", "none"), ()),
            body(Sector, "t", ("f", "f", "s", "none"), ()),
            body(Sector, "v", ("f", "f", "s", "none"), ()),
        ),
        sub_sectors=(body(SubSector, "u", ("s", "t", "none"), ()),),
        working_groups=(body(WorkingGroup, "w", ("f", "none"), ()),),
        plans=plans,
        **relations,
    )


def told_apart(name: str, records: list[Any]) -> tuple[Any, ...]:
    """Return records without those that repeat the natural key of another."""
    return tuple({KEYS[name](each): each for each in records}.values())
