"""How a synthetic architecture is made: bodies, who sits in them, and the gaps planted in it.

What is planted is noted as it is planted, and never looked for: the oracle does that.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")
Plain = dict[str, Any]
Truth = dict[str, list[str]]

AS_OF = "2023-12"
LAST_DAY = date(2023, 12, 31)
FIRST_DAY = date(2018, 1, 1)

RULES = (
    "r01-without-lead",
    "r02-lead-not-member",
    "r04-reporting-ring",
    "r05-without-government",
    "r06-appeals-unseated",
    "r07-cut-off",
    "r08-same-name",
)

_SECTORS = {
    "PRO": "Protection",
    "SHL": "Shelter",
    "HEA": "Health",
    "EDU": "Education",
    "WSH": "Water and Sanitation",
    "FSC": "Food Security",
    "NUT": "Nutrition",
    "integration": "Integration",
    "cash": "Cash and Voucher Assistance",
    "LOG": "Logistics",
}
_SUB_SECTORS = ("child protection", "gender-based violence", "mental health")
_WORKING_GROUPS = (
    "information",
    "psea",
    "accountability",
    "gender",
    "communication",
    "support-spaces",
    "assessments",
    "localization",
    "advocacy",
)
_KINDS = {
    "un-agency": 4,
    "international-ngo": 24,
    "national-ngo": 34,
    "community-based": 14,
    "government": 8,
    "red-cross-red-crescent": 2,
    "donor": 3,
    "academia": 3,
    "private-sector": 3,
    "faith-based": 5,
}
_COUNTRIES = (
    *("ROU", "COL", "PER", "ECU", "CHL", "BRA", "ARG", "BOL", "CRI", "PAN"),
    *("MEX", "DOM", "UGA", "KEN", "ETH", "LBN", "JOR", "TUR", "BGD", "UKR"),
)


@dataclass(frozen=True)
class Size:
    """How much of everything: per operation where it says so, else in all."""

    operations: int
    sectors: int  # per operation
    sub_sectors: int  # per sector
    working_groups: int  # per operation
    areas: int  # per operation; each has the sectors, without sub-sectors
    organizations: int
    members: int  # per group, about
    rate: float  # of gaps


@dataclass
class _Group:
    """A sector, sub-sector or working group while it is being made."""

    id: str
    forum: str
    section: str
    entry: Plain
    leads: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)

    @property
    def is_sectoral(self) -> bool:
        return self.section != "working_groups"


class Maker:
    def __init__(self, size: Size, random: Random) -> None:
        self.size = size
        self.random = random
        self.organizations: dict[str, Plain] = {}
        self.forums: dict[str, Plain] = {}
        self.groups: dict[str, _Group] = {}
        self.pools: dict[str, list[str]] = {}
        self.never: set[str] = set()
        self.truth: dict[str, set[str]] = {rule: set() for rule in RULES}

    def made(self, title: str) -> tuple[Plain, Truth]:
        self.make_organizations()
        self.make_bodies()
        self.plant_cuts()
        self.plant_rings()
        self.plant_same_names()
        self.plant_leads()
        seated = self.seat_members()
        plans, appeals = self.make_plans(seated)
        sections: dict[str, Plain] = {"sectors": {}, "sub_sectors": {}, "working_groups": {}}
        for group in self.groups.values():
            sections[group.section][group.id] = group.entry
        document = {
            "interagency": 1,
            "title": title,
            "as_of": AS_OF,
            "situation": "refugee",
            "populations": ["refugees-and-migrants"],
            "organizations": self.organizations,
            "forums": self.forums,
            **sections,
            "plans": plans,
            "appeals": appeals,
        }
        return document, {rule: sorted(found) for rule, found in self.truth.items()}

    def pick(self, candidates: Sequence[T], weight: float = 1.0) -> list[T]:
        """Return the ones that get a gap: at the known rate, and at least one."""
        count = max(1, round(len(candidates) * self.size.rate * weight))
        return self.random.sample(candidates, min(count, len(candidates)))

    def day(self, first: date = FIRST_DAY, last: date = LAST_DAY) -> date:
        return first + timedelta(days=self.random.randrange((last - first).days))

    # What there is

    def make_organizations(self) -> None:
        kinds, weights = list(_KINDS), list(_KINDS.values())
        governments = self.size.organizations // 10
        for index in range(self.size.organizations):
            kind = self.random.choices(kinds, weights)[0]
            if index < 4:
                kind = "un-agency"
            elif index < 4 + governments:
                kind = "government"
            self.organizations[f"org-{index:05}"] = {
                "name": f"Organización {index} pour l'aide",
                "acronym": f"O{index:05}",
                "kind": kind,
                "country": _COUNTRIES[index % len(_COUNTRIES)],
            }
        ids = list(self.organizations)
        self.never = set(self.random.sample(ids[4:], max(1, len(ids) // 40)))

    def make_bodies(self) -> None:
        core = list(self.organizations)[:2]
        self.forums["regional"] = {
            "name": "Regional Platform",
            "kind": "platform",
            "level": "regional",
            "seats": {"co-lead": list(core)},
        }
        for number in range(self.size.operations):
            self.make_operation(number, core)
        self.plant_counterparts()

    def make_operation(self, number: int, core: list[str]) -> None:
        op, country = f"op{number:03}", _COUNTRIES[number % len(_COUNTRIES)]
        self.pools[op] = self.pool()
        self.forums[op] = {
            "name": f"National Platform {number}",
            "kind": "platform",
            "within": "regional",
            "level": "national",
            "areas": [country],
            "reports_to": ["regional"],
            "seats": {"lead": core[:1]} if self.random.random() < 0.4 else {"co-lead": list(core)},
        }
        for code, name in list(_SECTORS.items())[: self.size.sectors]:
            id = f"{op}/{code.lower()}"
            self.add(id, op, "sectors", name, op, [code])
            for sub in _SUB_SECTORS[: self.size.sub_sectors]:
                of = f"{name}: {sub}"
                self.add(f"{id}/{sub.replace(' ', '-')}", op, "sub_sectors", of, id, [code])
        for name in _WORKING_GROUPS[: self.size.working_groups]:
            self.add(f"{op}/wg-{name}", op, "working_groups", f"{name} working group", op, [])
        for number in range(self.size.areas):
            self.make_area(op, country, number, core)

    def make_area(self, op: str, country: str, number: int, core: list[str]) -> None:
        id = f"{op}/area{number}"
        self.forums[id] = {
            "name": f"Area coordination {number}",
            "kind": "area-based",
            "within": op,
            "level": "sub-national",
            "areas": [f"{country}/{number:02}"],
            "reports_to": [op],
            "seats": {"lead": core[:1]},
        }
        for code, name in list(_SECTORS.items())[: self.size.sectors]:
            self.add(f"{id}/{code.lower()}", id, "sectors", f"{name} in area {number}", id, [code])

    def pool(self) -> list[str]:
        """Return the organizations of an operation: a part of all, the busiest first."""
        ids = list(self.organizations)
        share = 0.6 if len(ids) <= 300 else self.random.betavariate(1.2, 6)
        count = max(20, int(len(ids) * share))
        return ids[:4] + self.random.sample(ids[4:], min(count, len(ids)) - 4)

    def add(self, id: str, forum: str, section: str, name: str, up: str, covers: list[str]) -> None:
        entry: Plain = {"name": name, "within": up, "reports_to": [up], "seats": {}}
        if covers:
            entry["covers"] = covers
        self.groups[id] = _Group(id, forum, section, entry)

    # The gaps

    def plant_counterparts(self) -> None:
        national = [id for id, each in self.forums.items() if each["level"] == "national"]
        governments = [
            id for id, each in self.organizations.items() if each["kind"] == "government"
        ]
        planted = self.pick(national, 3)
        self.truth["r05-without-government"] |= set(planted)
        for id in national:
            holder = self.random.choice(governments)
            if id in planted:
                holder = self.random.choice(["", "org-00002"])
            if holder:
                self.forums[id]["seats"]["government-counterpart"] = [holder]

    def plant_cuts(self) -> None:
        """Take forums off the chain of reports, and with them all that reports to them."""
        below = [id for id, each in self.forums.items() if each["level"] != "regional"]
        areas = [id for id in below if "/" in id]
        for id in self.pick(areas or below):
            del self.forums[id]["reports_to"]
            inside = [each for each in (*self.forums, *self.groups) if each.startswith(f"{id}/")]
            self.truth["r07-cut-off"] |= {id, *inside}

    def plant_rings(self) -> None:
        """Let two or three groups of one operation report to each other."""
        free: dict[str, list[str]] = {op: [] for op in self.pools}
        for id, group in self.groups.items():
            if group.forum in free and group.section != "sub_sectors":
                free[group.forum].append(id)
        for groups in free.values():
            self.random.shuffle(groups)
        for _ in self.pick(list(self.groups), 0.25):
            groups = free[self.random.choice(list(free))]
            ring = [groups.pop() for _ in range(self.random.choice((2, 3))) if groups]
            if len(ring) > 1:
                self.tie(ring)

    def tie(self, ring: list[str]) -> None:
        for id, above in zip(ring, ring[1:] + ring[:1], strict=True):
            self.groups[id].entry["reports_to"] = [above]
            below = [each for each in self.groups if each.startswith(f"{id}/")]
            self.truth["r04-reporting-ring"].add(id)
            self.truth["r07-cut-off"] |= {id, *below}

    def plant_same_names(self) -> None:
        by_forum: dict[str, list[str]] = {}
        for id, group in self.groups.items():
            by_forum.setdefault(group.forum, []).append(id)
        for groups in by_forum.values():
            self.random.shuffle(groups)
        for _ in self.pick(list(self.groups), 0.5):
            groups = by_forum[self.random.choice(list(by_forum))]
            if len(groups) > 1:
                one, other = groups.pop(), groups.pop()
                name: str = self.groups[one].entry["name"]
                same = name.upper() if self.random.random() < 0.5 else name
                self.groups[other].entry["name"] = same
                self.truth["r08-same-name"] |= {one, other}

    def plant_leads(self) -> None:
        sectoral = [id for id, group in self.groups.items() if group.is_sectoral]
        without = set(self.pick(sectoral))
        self.truth["r01-without-lead"] |= without
        for group in self.groups.values():
            holders = [each for each in self.pools[group.id[:5]] if each not in self.never]
            leads = self.random.sample(holders, self.random.choice((1, 2)))
            if group.id not in without:
                group.leads = leads
                term = "lead" if len(leads) == 1 else "co-lead"
                group.entry["seats"][term] = [self.seat(each, ends=False) for each in leads]
            elif self.random.random() < 0.5:  # there was one once
                group.entry["seats"]["lead"] = [self.seat(leads[0], ends=True)]
        led = [(group, lead) for group in self.groups.values() for lead in group.leads]
        for group, lead in self.pick(led):
            group.absent.append(lead)
            self.truth["r02-lead-not-member"].add(f"{group.id} {lead}")

    def seat(self, holder: str, *, ends: bool) -> Plain:
        """Return a seat that holds at the end, or one that ended before."""
        since = self.day(last=LAST_DAY - timedelta(days=60))
        seat = {"holder": holder, "since": since.isoformat()}
        if ends:
            last = LAST_DAY - timedelta(days=1)
            seat["until"] = self.day(since + timedelta(days=1), last).isoformat()
        elif self.random.random() < 0.05:
            seat["until"] = (LAST_DAY + timedelta(days=self.random.randrange(900))).isoformat()
        return seat

    def seat_members(self) -> set[str]:
        """Fill the groups; return who sits in a sector or sub-sector in the end."""
        seated: set[str] = set()
        for group in self.groups.values():
            members = self.members_of(group)
            ended = {each for each in group.absent if self.random.random() < 0.5}
            ended |= {each for each in members if self.random.random() < 0.06}
            present = [*(each for each in group.leads if each not in group.absent), *members]
            for each in (*present, *sorted(ended - set(present))):
                observes = each in members and self.random.random() < 0.08
                term = "observer" if observes else "member"
                seats = group.entry["seats"].setdefault(term, [])
                seats.append(self.seat(each, ends=each in ended))
            if group.is_sectoral:
                seated |= {*present, *group.leads} - (ended - set(group.leads))
        return seated

    def members_of(self, group: _Group) -> list[str]:
        pool = self.pools[group.id[:5]]
        count = max(0, int(self.random.gauss(self.size.members, 4)))
        drawn = [pool[int(len(pool) * self.random.random() ** 1.5)] for _ in range(count)]
        barred = {*group.leads, *(self.never if group.is_sectoral else ())}
        return [each for each in dict.fromkeys(drawn) if each not in barred]

    def make_plans(self, seated: set[str]) -> tuple[dict[str, Plain], list[Plain]]:
        plans: dict[str, Plain] = {}
        appeals: list[Plain] = []
        for op, pool in self.pools.items():
            plan = f"rrp-{op}"
            past = f"{plan}-past"  # it ended, and what was appealed for in it is gone with it
            plans[plan] = self.plan(op)
            plans[past] = {**self.plan(op), "until": (LAST_DAY - timedelta(days=365)).isoformat()}
            for id in self.random.sample(pool, 5):
                appeals.append({"plan": past, "organization": id, **self.part()})
            for id in self.appealing(pool):
                appeals.append({"plan": plan, "organization": id, **self.part()})
                if id in self.never:
                    self.truth["r06-appeals-unseated"].add(f"{plan} {id}")
                elif id not in seated:
                    seated.add(id)
                    group = self.random.choice(self.sectoral(op))
                    seats = group.entry["seats"].setdefault("member", [])
                    seats.append(self.seat(id, ends=False))
        return plans, appeals

    def plan(self, op: str) -> Plain:
        countries = list(
            self.forums[op]["areas"]
        )  # its own: YAML would write one twice as an alias
        return {"name": f"Plan of {op}", "kind": "RRP", "countries": countries, "forum": op}

    def appealing(self, pool: list[str]) -> list[str]:
        count = max(3, min(600, int(len(pool) * 0.55)))
        chosen = set(self.random.sample(pool, count))
        return [each for each in pool if each in chosen or each in self.never]

    def part(self) -> Plain:
        codes = self.random.sample(list(_SECTORS), 1 + min(3, int(self.random.expovariate(0.8))))
        amount = int(self.random.lognormvariate(13, 1.6))
        return {"participation": "appealing", "covers": codes, "amount": f"{amount} USD"}

    def sectoral(self, op: str) -> list[_Group]:
        code = next(iter(_SECTORS)).lower()
        return [self.groups[f"{op}/{code}"]]
