"""The standing mandates: whose each theme is, and in which setting."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from interagency.vocabularies import shipped
from interagency.vocabularies.mandates import (
    MandateStrength,
    Setting,
    StandingMandate,
    agreed_pairs,
    shipped_mandates,
)
from interagency.vocabularies.tables import rows

MANDATES = {each.id: each for each in shipped_mandates()}
CLUSTER = Setting(of="sector", kinds=frozenset({"cluster"}), level="national")
REFUGEE = Setting(of="sector", level="national", situation="refugee")


def test_ids_are_unique_and_no_row_has_more_or_fewer_cells() -> None:
    assert len(MANDATES) == len(shipped_mandates())
    assert all(None not in row and None not in row.values() for row in rows("mandates"))


@pytest.mark.parametrize("mandate", MANDATES.values(), ids=lambda each: each.id)
def test_a_mandate_names_what_the_other_lists_know(mandate: StandingMandate) -> None:
    lists = shipped()
    assert set(mandate.organizations) <= set(lists.organizations)
    assert all(code in lists["sectors"] for code in mandate.covers)
    assert all(code in lists["body-kinds"] for code in mandate.kinds)
    assert all(code in lists["situations"] for code in mandate.situations)
    assert all(code in lists["populations"] for code in mandate.populations)
    assert {*mandate.of} <= {"forum", "sector", "sub-sector"}
    assert {*mandate.levels} <= {"regional", "sub-regional", "national"}
    packs = files("interagency.reference_models").joinpath("packs")
    assert all(packs.joinpath(f"{model}.yaml").is_file() for model in mandate.models)


@pytest.mark.parametrize("mandate", MANDATES.values(), ids=lambda each: each.id)
def test_a_mandate_that_binds_was_read_in_a_source(mandate: StandingMandate) -> None:
    """General knowledge is soft, and says that nobody verified it."""
    is_soft = mandate.strength is MandateStrength.SOFT
    assert mandate.verified is not is_soft
    assert mandate.source.startswith("General") is is_soft
    assert is_soft or re.search("https?://", mandate.source)


def test_each_cluster_and_area_of_responsibility_has_its_global_lead() -> None:
    found = Counter(code for each in MANDATES.values() if each.kinds for code in each.covers)
    groups = {t.code for t in shipped()["sectors"] if "ocha" in dict(t.equivalents)}
    assert set(found) == groups
    assert len(groups) == 15
    assert {code: count for code, count in found.items() if count > 1} == {"PRO": 2}
    assert MANDATES["aor-mine-action"].organizations == ("unmas",)


def test_three_kinds_of_mandate_bind_whatever_is_agreed() -> None:
    musts = {each.id for each in MANDATES.values() if each.strength is MandateStrength.MUST}
    assert musts == {
        "refugee-protection",
        "mixed-refugee-protection",
        "r4v-platform",
        "3rp-platform",
    }
    assert {each.id for each in MANDATES.values() if each.together} == {
        "r4v-platform",
        "3rp-platform",
    }


def test_the_agreed_pairs_are_those_of_clusters_and_platforms() -> None:
    assert {tuple(sorted(pair)) for pair in agreed_pairs()} == {
        ("fao", "wfp"),
        ("ifrc", "unhcr"),
        ("iom", "unhcr"),
        ("save-the-children", "unicef"),
        ("undp", "unhcr"),
    }


@pytest.mark.parametrize(
    ("id", "setting", "holds"),
    [
        ("cluster-health", CLUSTER, True),
        ("cluster-health", REFUGEE, False),
        ("cluster-health", Setting(of="sector", kinds=frozenset({"cluster"})), False),
        ("refugee-protection", REFUGEE, True),
        ("refugee-protection", Setting(of="sector", level="national"), False),
        ("refugee-protection", Setting(of="forum", level="national", situation="refugee"), False),
    ],
)
def test_a_mandate_holds_where_it_certainly_fits(id: str, setting: Setting, holds: bool) -> None:
    assert MANDATES[id].holds_in(setting) is holds


@pytest.mark.parametrize(
    ("populations", "holds"),
    [
        (("refugees",), True),
        (("refugees", "asylum-seekers"), True),
        (("refugees", "idps"), False),
        ((), False),
    ],
)
def test_in_a_mixed_situation_it_is_for_groups_of_refugees_alone(
    populations: tuple[str, ...], holds: bool
) -> None:
    setting = Setting(
        of="sector",
        level="national",
        situation="mixed-same-area",
        populations=frozenset(populations),
    )
    assert MANDATES["mixed-refugee-protection"].holds_in(setting) is holds


@pytest.mark.parametrize(("models", "holds"), [(("r4v-2018",), True), ((), False)])
def test_a_platform_of_r4v_is_one_of_a_document_that_says_so(
    models: tuple[str, ...], holds: bool
) -> None:
    setting = Setting(
        of="forum",
        kinds=frozenset({"platform"}),
        level="national",
        situation="refugee-and-migrant",
        models=frozenset(models),
    )
    assert MANDATES["r4v-platform"].holds_in(setting) is holds
