"""Every shipped list, checked as a table: sources, chains, equivalents, the terms that matter."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from interagency.vocabularies import Vocabulary, shipped
from interagency.vocabularies.tables import rows
from interagency.vocabularies.vocabulary import STANDINGS
from interagency.vocabularies.wording import folded, stems

NAMES = tuple(shipped())
MIXED = {"mixed-separate-areas", "mixed-same-area"}
# each leads as its co- form co-leads
LEADING = {"lead", "chair", "coordinator", "convener", "facilitator"}
# the form in which the model writes a code
CODE = re.compile(r"[A-Za-z0-9]+(?:[-._/][A-Za-z0-9]+)*")


@pytest.fixture(params=NAMES)
def vocabulary(request: pytest.FixtureRequest) -> Vocabulary:
    """Each shipped list in turn."""
    return shipped()[request.param]


def test_the_lists_that_the_model_names_are_shipped() -> None:
    """Every open code of the file format has its list."""
    assert set(NAMES) == {
        "sectors", "organization-kinds", "organization-tags", "role-terms", "body-kinds",
        "plan-kinds", "plan-statuses", "office-kinds", "product-kinds", "duties",
        "designations", "capacities", "populations", "situations", "participations",
        "mandate-strengths", "selections", "phases", "frequencies", "countries",
        "audiences", "decision-statuses", "agreement-kinds", "cluster-functions",
    }  # fmt: skip


def test_every_table_in_the_package_is_in_the_index() -> None:
    """A list that is not in the index would never be found."""
    folder = files("interagency.vocabularies").joinpath("data")
    tables = {entry.name.removesuffix(".csv") for entry in folder.iterdir()}
    assert tables == {*NAMES, "index", "sources", "organizations", "mandates"}


def test_no_row_has_more_or_fewer_cells_than_its_table() -> None:
    """A comma in a name without quotes shifts every cell after it."""
    for table in (*NAMES, "index", "sources", "organizations", "mandates"):
        assert all(None not in row and None not in row.values() for row in rows(table)), table


def test_a_list_loads_with_title_and_source(vocabulary: Vocabulary) -> None:
    """An empty list would make every code unknown."""
    assert len(vocabulary) > 0
    assert vocabulary.title
    assert vocabulary.source


def test_codes_have_the_form_of_a_code(vocabulary: Vocabulary) -> None:
    """What is in a list can be written in a file."""
    assert [term.code for term in vocabulary if not CODE.fullmatch(term.code)] == []


def test_no_code_is_a_reserved_word(vocabulary: Vocabulary) -> None:
    """`unknown`, `vacant` and `none` mean something else."""
    assert not {"unknown", "vacant", "none"} & {term.code for term in vocabulary}


def test_every_term_has_name_and_source(vocabulary: Vocabulary) -> None:
    """No fact without a place where it was read."""
    assert all(term.name and term.source for term in vocabulary)


def test_general_knowledge_is_never_called_verified(vocabulary: Vocabulary) -> None:
    """A term that was read in no source says so."""
    assert [t.code for t in vocabulary if t.verified and t.source.startswith("General")] == []


def test_broader_codes_are_in_the_list_and_never_circular(vocabulary: Vocabulary) -> None:
    """Every chain climbs to a term that has nothing above it."""
    for term in vocabulary:
        for code in vocabulary.broader_of(term.code):
            assert code in vocabulary
        top = (term.code, *vocabulary.broader_of(term.code))[-1]
        assert vocabulary.get(top) is not None
        assert [t.broader for t in vocabulary if t.code == top] == [None]


def test_an_equivalent_leads_to_one_term_only(vocabulary: Vocabulary) -> None:
    """A foreign code that meant two of our terms would not be lossless."""
    counts = Counter(pair for term in vocabulary for pair in term.equivalents)
    assert [pair for pair, count in counts.items() if count > 1] == []
    assert all(scheme and code for scheme, code in counts)


def test_aliases_are_lower_case(vocabulary: Vocabulary) -> None:
    """Case never counts, and one way to write them keeps the tables readable."""
    aliases = {alias for term in vocabulary for alias in term.aliases}
    assert {alias for alias in aliases if alias != alias.lower()} == set()


def test_a_spelling_means_one_term_only(vocabulary: Vocabulary) -> None:
    """No code, name or alias is that of two terms; a bare "mixed" alone asks which is meant."""
    meant: dict[str, set[str]] = {}
    for term in vocabulary:
        for text in term.spellings:
            meant.setdefault(folded(text), set()).add(term.code)
    assert {
        spelling: codes for spelling, codes in meant.items() if len(codes) > 1 and codes != MIXED
    } == {}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "countries"])
def test_a_wording_means_one_term_only(name: str) -> None:
    """Without endings and little words too; otherwise a wording would be understood as nothing."""
    meant: dict[tuple[str, ...], set[str]] = {}
    for term in shipped()[name]:
        for text in term.spellings:
            meant.setdefault(stems(text), set()).add(term.code)
    assert {key: codes for key, codes in meant.items() if len(codes) > 1 and codes != MIXED} == {}


def test_role_terms_alone_have_a_standing() -> None:
    """Each is one of four, and no role term is without."""
    with_standing = {name for name in NAMES for term in shipped()[name] if term.standing}
    assert with_standing == {"role-terms"}
    assert all(term.standing in STANDINGS for term in shipped()["role-terms"])


def test_two_slots_are_leadership() -> None:
    """A term that leads has a co- form that co-leads, or is a kind of lead."""
    roles = shipped()["role-terms"]
    leads = {term.code for term in roles if term.standing == "lead"}
    assert leads == {*LEADING, "government-lead", "provider-of-last-resort"}
    co_terms = {term.code for term in roles if re.search(r"(?<!national-)\bco-", term.code)}
    assert {term.code for term in roles if term.standing == "co-lead"} == co_terms
    assert {f"co-{code}" for code in LEADING} - {"co-convener"} <= co_terms


def test_mhpss_has_no_single_broader_sector() -> None:
    """Health, protection and education share it."""
    assert shipped()["sectors"].broader_of("mhpss") == ()


@pytest.mark.parametrize("code", ["PRO-CPN", "PRO-GBV", "PRO-HLP", "PRO-MIN", "PRO-HTS"])
def test_the_areas_of_responsibility_are_protection(code: str) -> None:
    """Their code says so, and so does the chain."""
    assert shipped()["sectors"].is_a(code, "PRO")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("education", "EDU"),
        ("GBV", "PRO-GBV"),
        ("Abris d'urgence et NFI", "SHL"),
        ("Agua, Saneamiento e Higiene", "WSH"),
        ("refugee response", "refugee-multi-sector"),
        ("Coordination", "coordination"),
        ("Protection (Human Trafficking & Smuggling)", "PRO-HTS"),
        ("Basic Assistance", "basic-assistance"),
        ("PSEA", "psea"),
    ],
)
def test_a_sector_is_found_by_what_people_write(written: str, meant: str) -> None:
    """The wrong mappings of other tools (refugees to CCM, PSEA to GBV) are not repeated."""
    assert shipped()["sectors"].suggest(written)[0] == meant


@pytest.mark.parametrize("term", ["basic-needs", "integration", "support-spaces", "mhpss", "aap"])
def test_a_refugee_sector_has_no_equivalent_and_says_so(term: str) -> None:
    """A mapping that loses something is not shipped."""
    found = shipped()["sectors"].get(term)
    assert found is not None
    assert found.equivalents == ()
    assert "no equivalent" in found.note


def test_a_local_ngo_is_an_ngo_and_local_government_is_government() -> None:
    """A clause that asks for the broad kind is met by a narrow one."""
    kinds = shipped()["organization-kinds"]
    assert all(kinds.is_a(f"{kind}-ngo", "ngo") for kind in ("international", "national", "local"))
    assert kinds.is_a("local-government", "government")


def test_refugee_led_is_a_tag_and_not_a_kind() -> None:
    """An NGO may be women-led and refugee-led at once."""
    assert "refugee-led" in shipped()["organization-tags"]
    assert "refugee-led" not in shipped()["organization-kinds"]


def test_sectors_carry_the_numbers_that_iati_uses_for_the_clusters() -> None:
    """Those of the unofficial list of global clusters, which are those of HRinfo."""
    groups = [dict(term.equivalents) for term in shipped()["sectors"]]
    found = {each["iati"] for each in groups if "iati" in each}
    assert found == {*map(str, range(1, 12)), "5403", "5404", "5405", "5406"}
    assert all(each["iati"] == each["hrinfo"] for each in groups if "iati" in each)
