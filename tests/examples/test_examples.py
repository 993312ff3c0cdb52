"""The shipped examples load, say where each fact was read, and say what their sources say."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator

from interagency import examples
from interagency.change import apply
from interagency.change.change_set_files import read_changes
from interagency.checking import Snapshot, leadership_of
from interagency.document import dumps, json_schema, load, loads
from interagency.document.yaml_reader import compose
from interagency.examples import UnknownExample
from interagency.indicators import Requirements, requirements
from interagency.model import Architecture, Body, Certainty, Fact, Figure, Level, Money, Plan
from interagency.model.fields import fields_of
from interagency.model.grammar import Code
from interagency.model.sections import SECTION_KEYS
from interagency.plugins.running import check
from interagency.vocabularies import shipped

NAMES = (
    "3rp-2022",
    "bangladesh-rohingya",
    "ethiopia-2019",
    "global-2023",
    "moldova-2022",
    "r4v",
    "r4v-2026",
    "romania-2022",
    "south-sudan-clusters-2013",
    "ukraine-clusters-2022",
)
FILES = sorted(
    file
    for name in NAMES
    for file in [examples.path(name), *examples.path(name).glob("*.yaml")]
    if file.is_file()
)
EXAMPLE = pytest.mark.parametrize("name", NAMES)
# What a model of coordination calls its clauses is not a matter of the shipped lists.
OWN_LISTS = {"reference-models", "clauses"}


@cache
def example(name: str) -> Architecture:
    return load(examples.path(name))


@cache
def snapshot(name: str) -> Snapshot:
    return Snapshot.of(example(name))


def body(name: str, id: str) -> Body:
    return snapshot(name).bodies[id]


def plan(name: str, id: str) -> Plan:
    return next(each for each in example(name).plans if each.id == id)


def figures(name: str, id: str) -> dict[str, str]:
    return {figure.name: str(figure) for figure in plan(name, id).figures}


def leaders(name: str, id: str) -> list[str | None]:
    return [seat.holder for seat in leadership_of(snapshot(name), body(name, id)).held]


def facts(architecture: Architecture) -> Iterator[Fact]:
    """Yields every fact, also what says in which body another lies."""
    for section in SECTION_KEYS:
        yield from (each for each in getattr(architecture, section) if isinstance(each, Fact))
    yield from (each.within for each in architecture.bodies if each.within)


def codes(architecture: Architecture) -> Iterator[tuple[str, str]]:
    """Yields every code that is used, with the name of the list it is from."""
    sections = (getattr(architecture, section) for section in SECTION_KEYS)
    for record in (architecture, *(record for section in sections for record in section)):
        for shape in fields_of(type(record)):
            if isinstance(shape.mark, Code):
                value = getattr(record, shape.name)
                for code in value if shape.many else [value]:
                    if code is not None and code not in shape.mark.words:
                        yield shape.mark.vocabulary, code


def test_these_are_the_examples() -> None:
    assert examples.names() == NAMES


def test_an_example_is_a_file_or_a_folder() -> None:
    assert examples.path("romania-2022").is_file()
    assert examples.path("r4v").is_dir()


def test_a_name_with_the_prefix_becomes_a_path() -> None:
    assert examples.resolve("example:r4v") == examples.path("r4v")


@pytest.mark.parametrize("text", ["r4v", "folder/example:r4v.yaml", "-", ""])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert examples.resolve(text) == text


def test_an_unknown_name_is_told_with_the_one_that_may_be_meant() -> None:
    with pytest.raises(UnknownExample, match="'romania'; did you mean romania-2022") as caught:
        examples.resolve("example:romania")
    assert caught.value.name == "romania"
    assert caught.value.close_matches == ("romania-2022",)


@pytest.mark.parametrize("name", ["zzz", "", "../data/r4v"])
def test_a_name_like_no_other_is_told_with_all_names(name: str) -> None:
    with pytest.raises(LookupError, match="|".join(NAMES)):
        examples.path(name)


def test_importing_touches_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> Iterator[Path]:
        raise OSError("listed a folder while being imported")

    monkeypatch.setattr(Path, "iterdir", refuse)
    spec = spec_from_file_location("again", examples.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    with pytest.raises(OSError, match="while being imported"):
        module.names()


@EXAMPLE
def test_an_example_loads_for_a_day(name: str) -> None:
    assert example(name).title
    assert snapshot(name).day is not None


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_fits_the_schema(file: Path) -> None:
    value, problems = compose(file.read_bytes())
    assert not problems
    errors = Draft202012Validator(json_schema()).iter_errors(value)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@EXAMPLE
@pytest.mark.parametrize("format", ["yaml", "json"])
def test_an_example_is_written_and_read_without_loss(name: str, format: str) -> None:
    assert loads(dumps(example(name), format=format), format=format) == example(name)


@EXAMPLE
def test_everything_says_where_it_was_read(name: str) -> None:
    day = snapshot(name)
    whole = day.whole
    # of the whole time, not only of the day
    always = Snapshot(whole)
    described = [each for each in whole.organizations if each.id not in shipped().organizations]
    others: list[Any] = [*whole.plans, *whole.posts, *whole.offices, *whole.products, *described]
    bare = [each.id for each in others if not always.sources(each)]
    bare += [each.id for each in whole.bodies if not always.sources(each, each.id)]
    assert bare == []


@EXAMPLE
def test_every_source_is_used(name: str) -> None:
    whole = example(name)
    used = {source for fact in facts(whole) for source in fact.sources} | set(whole.default_sources)
    assert used == {source.id for source in whole.sources}


@EXAMPLE
def test_what_is_inferred_says_why(name: str) -> None:
    doubtful = [
        fact
        for fact in facts(example(name))
        if fact.certainty is Certainty.INFERRED and not fact.note
    ]
    # the canonical example explains these in comments beside them
    assert name == "romania-2022" or doubtful == []


@EXAMPLE
def test_every_code_is_known(name: str) -> None:
    lists = shipped()
    strange = {
        (vocabulary, code)
        for vocabulary, code in codes(example(name))
        if vocabulary not in OWN_LISTS and code not in lists[vocabulary]
    }
    assert strange == set()


@EXAMPLE
def test_every_role_is_known(name: str) -> None:
    terms = shipped()["role-terms"]
    assert {seat.term for seat in example(name).seats if terms.spelled(seat.term) is None} == set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_person_can_be_reached(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    bare = re.sub(r"https?://\S+|\d{4}(-\d{2}){1,2}", "", text)
    assert "@" not in text
    assert "contact:" not in text
    assert re.findall(r"\+ ?\d|\b\d{2,4}(?:[ .-]\d{2,4}){2,}", bare) == []


# What domain facts of the 3RP of 2022 say: what is asked for, by how many.
COUNTRIES = {
    "LBN": (3_195_999_999, 126),
    "JOR": (1_300_000_000, 57),
    "TUR": (1_163_688_761, 74),
    "IRQ": (251_126_418, 24),
    "EGY": (130_191_927, 13),
}
# What is asked for, in how many projects.
SECTORS = {
    "FSC": (1_338_287_550, 77),
    "basic-needs": (1_034_536_234, 82),
    "PRO": (902_826_941, 158),
    "livelihoods": (761_426_595, 147),
    "EDU": (536_800_648, 105),
    "HEA+NUT": (479_634_347, 102),
    "WSH": (392_655_196, 43),
    "MS": (381_029_228, 1),
    "SHL": (213_810_366, 37),
    "regional-support": (39_892_471, 3),
}


class Test3rp:
    """FTS plan 1072, code RSYR22, recomputed from its 755 projects."""

    def requirements(self) -> Requirements:
        return requirements(snapshot("3rp-2022"), "3rp-2022")

    def test_755_appeals_add_up_to_what_the_plan_states(self) -> None:
        found = self.requirements()
        assert (found.appeals, found.unknown, found.currency) == (755, 0, "USD")
        assert found.total == 6_080_899_576
        stated = plan("3rp-2022", "3rp-2022")
        assert stated.requirement == Money.parse("6080899576 USD")
        assert dict(stated.identifiers) == {"fts": "1072", "fts-code": "RSYR22"}
        assert figures("3rp-2022", "3rp-2022") == {"projects": "755", "partners": ">270"}

    def test_212_organizations_are_294_if_each_country_counts_them_anew(self) -> None:
        found = self.requirements()
        assert found.organizations == len(example("3rp-2022").organizations) == 212
        by_country = {country: number for country, (_, number) in COUNTRIES.items()}
        assert found.organizations_by_country == {**by_country, "none": 3}
        assert found.counted_per_country == sum(by_country.values()) == 294

    def test_the_countries_and_the_sectors_add_up_to_the_same(self) -> None:
        found = self.requirements()
        asked = {country: amount for country, (amount, _) in COUNTRIES.items()}
        assert found.by_country == {**asked, "none": 39_892_471}
        assert found.by_sector == {code: amount for code, (amount, _) in SECTORS.items()}
        assert sum(found.by_country.values()) == sum(found.by_sector.values()) == found.total

    def test_each_sector_has_its_projects(self) -> None:
        appeals = example("3rp-2022").appeals
        projects = Counter("+".join(each.covers) for each in appeals)
        assert projects == {code: number for code, (_, number) in SECTORS.items()}

    def test_a_sector_of_the_plan_is_no_cluster(self) -> None:
        """HPC has one cluster for two of them, which together would be the largest by far."""
        sums = self.requirements().by_sector
        assert sums["basic-needs"] + sums["FSC"] == 2_372_823_784

    def test_a_chapter_has_what_is_for_its_country(self) -> None:
        chapters = [each for each in example("3rp-2022").plans if each.part_of]
        assert sorted(each.countries[0] for each in chapters) == sorted(COUNTRIES)
        for chapter in chapters:
            (country,) = chapter.countries
            asked = requirements(snapshot("3rp-2022"), chapter.id)
            amount, organizations = COUNTRIES[country]
            assert (asked.total, asked.organizations) == (Decimal(amount), organizations)
            assert list(asked.by_country) == [country]

    def test_two_amounts_take_back_what_others_ask_for(self) -> None:
        amounts = [(each, each.amount) for each in example("3rp-2022").appeals]
        below = [(each, amount) for each, amount in amounts if amount and amount.amount < 0]
        assert [(each.organization, each.covers, str(amount)) for each, amount in below] == [
            ("unngo", ("basic-needs",), "-28106534 USD"),
            ("unngo", ("EDU",), "-34303573 USD"),
        ]

    def test_unhcr_and_undp_and_nobody_else_lead(self) -> None:
        assert sorted(map(str, leaders("3rp-2022", "3rp"))) == ["undp", "unhcr"]
        assert leadership_of(snapshot("3rp-2022"), body("3rp-2022", "3rp")).closed

    def test_no_organization_of_the_registry_is_described_again(self) -> None:
        numbers = {
            dict(each.identifiers).get("fts"): id for id, each in shipped().organizations.items()
        }
        organizations = example("3rp-2022").organizations
        used = {dict(each.identifiers)["fts"]: each.id for each in organizations}
        assert len(used) == 212
        assert {number: id for number, id in used.items() if numbers.get(number, id) != id} == {}

    def test_nothing_is_wrong_but_two_shared_names_and_sectors_that_fts_does_not_have(self) -> None:
        found = check(example("3rp-2022"))
        assert [each.message for each in found.findings] == [
            "IA is the acronym of 2 organizations, Insan Association (insan-association) and "
            "International Alert (international-alert)",
            "MC is the acronym of 2 organizations, Misean Cara (mc) and Mercy Corps (mercy-corps)",
            "Regional Refugee and Resilience Plan (3RP) 2022 is filed with FTS, which has no code "
            "just for basic-needs, livelihoods, regional-support",
        ]

    def test_a_stated_294_is_told_from_212(self) -> None:
        whole = example("3rp-2022")
        stated = Figure.parse("appealing-organizations", "294")
        plans = tuple(
            evolve(each, figures=(stated,)) if each.id == "3rp-2022" else each
            for each in whole.plans
        )
        (found,) = check(evolve(whole, plans=plans), select=["stated-figure-differs"]).findings
        assert found.message.endswith(
            "is said to have 294 appealing-organizations, and 212 are written; "
            "in each country counted anew they are 294"
        )


class TestR4v:
    def test_eight_platforms_lie_below_the_regional_one(self) -> None:
        below = [each for each in snapshot("r4v").children("r4v") if "platform" in each.kind]
        levels = [each.level for each in below]
        assert levels.count(Level.NATIONAL) == 5
        assert levels.count(Level.SUB_REGIONAL) == 3
        assert len(levels) == 8
        assert "platforms" in body("r4v", "r4v").complete

    def test_no_other_platform_is_anywhere(self) -> None:
        platforms = [each for each in example("r4v").bodies if "platform" in each.kind]
        assert len(platforms) == 1 + 8

    def test_each_of_17_countries_lies_in_exactly_one_platform(self) -> None:
        day = snapshot("r4v")
        countries = day.areas(body("r4v", "r4v"))
        below = [area for each in day.children("r4v") if each.kind for area in each.areas]
        assert len(countries) == 17
        assert sorted(below) == sorted(countries)

    @pytest.mark.parametrize(
        "id",
        [
            "r4v",
            "r4v-bra",
            "r4v-chl",
            "gifmm",
            "gtrm-ecu",
            "gtrm-per",
            "r4v-caribbean",
            "r4v-central-america",
            "r4v-southern-cone",
        ],
    )
    def test_unhcr_and_iom_and_nobody_else_lead_at_every_level(self, id: str) -> None:
        assert sorted(map(str, leaders("r4v", id))) == ["iom", "unhcr"]
        assert leadership_of(snapshot("r4v"), body("r4v", id)).closed

    def test_unhcr_co_leads_protection_through_the_post_with_nrc(self) -> None:
        leadership = leadership_of(snapshot("r4v"), body("r4v", "regional-protection"))
        held = [(seat.holder, seat.post) for seat in leadership.held]
        assert held == [("unhcr", "protection-sector-coordinator"), ("nrc", None)]
        assert leadership.closed

    def test_protection_has_three_sub_sectors_and_looks_at_housing(self) -> None:
        inside = snapshot("r4v").children("regional-protection")
        covered = {each.id: each.covers for each in inside}
        assert covered == {
            "regional-child-protection": ("PRO-CPN",),
            "regional-gbv": ("PRO-GBV",),
            "regional-trafficking": ("PRO-HTS",),
            "support-spaces": ("support-spaces",),
        }
        assert [each.parent for each in example("r4v").sub_sectors] == ["regional-protection"] * 3
        assert "PRO-HLP" in body("r4v", "regional-protection").covers

    def test_protection_guides_all_eight_platforms(self) -> None:
        lines = snapshot("r4v").links("regional-protection", "supports")
        guided = {each.to for each in lines if not each.is_inferred}
        assert guided == {each.id for each in snapshot("r4v").children("r4v") if each.kind}

    def test_the_plan_of_2023_has_its_figures_and_a_chapter_for_each_platform(self) -> None:
        chapters = [each for each in example("r4v").plans if each.part_of == "rmrp-2023"]
        platforms = {each.id for each in snapshot("r4v").children("r4v") if each.kind}
        assert len(plan("r4v", "rmrp-2023").countries) == 17
        assert figures("r4v", "rmrp-2023") == {
            "countries": "17",
            "appealing-organizations": "228",
            "implementing-organizations": ">100",
        }
        assert len(chapters) == 8
        assert {each.forum for each in chapters} == platforms

    def test_the_plan_of_2022_asks_for_an_exact_amount(self) -> None:
        before = plan("r4v", "rmrp-2022")
        assert before.requirement == Money.parse("1786198773 USD")
        assert dict(before.identifiers) == {"fts": "1069", "fts-code": "RREG22"}
        assert len(before.countries) == 17

    @pytest.mark.parametrize(
        ("id", "stated"),
        [
            ("rmrp-2019", ("16", "95", "~738000000")),
            ("rmrp-2020", ("17", None, "~1350000000")),
            ("rmrp-2021", ("17", "159", "~1440000000")),
        ],
    )
    def test_earlier_plans_have_what_was_rounded_marked_as_such(
        self, id: str, stated: tuple[str | None, ...]
    ) -> None:
        found = figures("r4v", id)
        names = ("countries", "appealing-organizations", "requirement-usd")
        assert tuple(map(found.get, names)) == stated
        assert plan("r4v", id).requirement is None

    def test_the_members_of_gifmm_are_kept_by_month(self) -> None:
        found = {figure.name: str(figure) for figure in body("r4v", "gifmm").figures}
        assert found == {
            "members": "75",
            "members-2019-01": "46",
            "members-2019-05": "50",
            "members-2019-12": "61",
            "members-2021-01": "73",
        }

    def test_local_mechanisms_of_peru_are_led_by_local_authorities(self) -> None:
        for id in ("gtrm-arequipa", "gtrm-tacna", "gtrm-tumbes"):
            held = leadership_of(snapshot("r4v"), body("r4v", id)).held
            assert [(seat.holder, seat.kind) for seat in held] == [(None, "local-government")]

    def test_the_country_platforms_speak_with_the_country_teams(self) -> None:
        for platform, team in (("gifmm", "unct-col"), ("gtrm-per", "unct-per")):
            met = [each.to for each in snapshot("r4v").links(platform, "coordinates_with")]
            assert team in met

    def test_the_cash_group_of_colombia_reports_to_both_architectures(self) -> None:
        above = [each.to for each in snapshot("r4v").links("gtm-col", "reports_to")]
        assert above == ["gifmm", "col-hct"]
        assert snapshot("r4v").situation(body("r4v", "col-protection-cluster")) == "conflict"

    def test_the_post_sits_in_panama_and_reports_to_the_senior_coordinator(self) -> None:
        post = next(p for p in example("r4v").posts if p.id == "protection-sector-coordinator")
        office = next(each for each in example("r4v").offices if each.id == post.office)
        assert (post.grade, post.capacity, office.id) == ("P4", "dedicated", "rba")
        assert str(office.seat).startswith("Panama City")
        (above,) = snapshot("r4v").links(post.id, "reports_to")
        assert above.to == "senior-ia-coordinator"
        assert not any(each.kind == "rrc-office" for each in example("r4v").offices)


class TestRomania:
    def test_unhcr_and_the_government_lead_the_inter_sector_group(self) -> None:
        assert leaders("romania-2022", "iacg") == ["unhcr", "gov-rou"]

    @pytest.mark.parametrize("id", ["protection", "basic-needs", "health"])
    def test_unhcr_co_leads_with_others_whom_nobody_named(self, id: str) -> None:
        seats = [seat.holder or seat.kind for seat in snapshot("romania-2022").seats(id)]
        assert seats == ["unhcr", "un-agency", "ngo", "unknown"]
        assert not leadership_of(snapshot("romania-2022"), body("romania-2022", id)).closed

    def test_the_three_sub_groups_lie_in_the_forum(self) -> None:
        lie = {each.id: each.parent for each in example("romania-2022").sub_sectors}
        assert lie == {"education": "rcf", "child-protection": "rcf", "mhpss": "rcf"}

    def test_no_list_is_declared_complete(self) -> None:
        whole = example("romania-2022")
        assert whole.complete == ()
        assert [each.id for each in whole.bodies if each.complete] == []


class TestUkraine:
    def test_there_are_as_many_groups_as_the_source_counts(self) -> None:
        whole = example("ukraine-clusters-2022")
        counted = (len(whole.sectors), len(whole.sub_sectors), len(whole.working_groups))
        stated = body("ukraine-clusters-2022", "inter-cluster").figures
        assert counted == (10, 3, 1)
        assert [str(figure) for figure in stated] == ["10", "3", "1"]

    def test_a_lead_alone_leaves_the_co_lead_unknown(self) -> None:
        health = body("ukraine-clusters-2022", "health")
        leadership = leadership_of(snapshot("ukraine-clusters-2022"), health)
        assert [seat.holder for seat in leadership.held] == ["who"]
        assert leadership.lead.closed
        assert not leadership.co_lead.closed

    def test_undp_leads_mine_action_by_agreement_in_the_country(self) -> None:
        (mandate,) = example("ukraine-clusters-2022").mandates
        assert leaders("ukraine-clusters-2022", "mine-action") == ["undp"]
        assert (mandate.organization, mandate.strength) == ("undp", "country-agreed")


class TestBangladesh:
    def test_three_posts_chair_together(self) -> None:
        day = snapshot("bangladesh-rohingya")
        chairs = leaders("bangladesh-rohingya", "seg")
        assert [day.organization_of(str(chair)) for chair in chairs] == ["unhcr", "unrco", "iom"]
        assert leadership_of(day, body("bangladesh-rohingya", "seg")).closed

    def test_one_entry_stands_for_34_camps(self) -> None:
        assert body("bangladesh-rohingya", "camps").stands_for == "34"

    def test_the_plan_asks_for_an_exact_amount(self) -> None:
        stated = plan("bangladesh-rohingya", "jrp-2022").requirement
        assert stated == Money.parse("881030780 USD")


@pytest.mark.parametrize(
    ("example", "changes"),
    [
        ("ukraine-clusters-2022", "ukraine-reset"),
        ("romania-2022", "romania-second-phase"),
    ],
)
def test_a_change_set_can_be_applied_to_its_example(example: str, changes: str) -> None:
    before = examples.load(f"example:{example}")
    wanted = read_changes(examples.change_set_path(f"example:{changes}"))
    after = apply(before, wanted)
    assert not {each.rule for each in check(after).findings} - {
        each.rule for each in check(before).findings
    }
    assert {each.status for each in after.decisions} == {"open"}


def test_change_sets_have_names_of_their_own() -> None:
    assert examples.change_set_names() == ("romania-second-phase", "ukraine-reset")
    assert examples.change_set_path("mine.yaml") == Path("mine.yaml")
    with pytest.raises(UnknownExample, match="did you mean ukraine-reset"):
        examples.change_set_path("example:ukrain-reset")
