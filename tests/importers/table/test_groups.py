"""Groups and their seats, in the body they lie in."""

import pytest

from interagency.importers.table.group_names import core_of
from interagency.model import Certainty, Level
from tests.importers.grids import Rows
from tests.importers.table.tables import bodies, run, seats


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Health Working Group", "health"),
        ("Secteur Santé", "sante"),
        ("Inter Sector Working Group", "inter"),
        ("Sector", "sector"),
    ],
)
def test_what_a_group_is_for_is_told_from_what_it_is(name: str, core: str) -> None:
    assert core_of(name) == core


@pytest.mark.parametrize(
    ("header", "name", "cls", "covers"),
    [
        ("Sector", "Health", "Sector", ("HEA",)),
        ("Sector", "Something of its own", "Sector", ()),
        ("Sector", "Inter-sector working group", "Forum", ()),
        ("Sector", "PSEA network", "Sector", ("psea",)),
        ("Sector", "Somewhere task force", "WorkingGroup", ()),
        ("Group", "Refugee Coordination Forum", "Forum", ()),
        ("Group", "Health Working Group", "Sector", ("HEA",)),
        ("Group", "Health and nutrition sector", "Sector", ("HEA", "NUT")),
        ("Group", "PSEA network", "WorkingGroup", ("psea",)),
        ("Group", "Task force on something", "WorkingGroup", ()),
        ("Sub-sector", "Child Protection", "SubSector", ("PRO-CPN",)),
        ("AoR", "Mine Action", "SubSector", ("PRO-MIN",)),
    ],
)
def test_a_group_is_what_its_column_and_its_name_say(
    header: str, name: str, cls: str, covers: tuple[str, ...]
) -> None:
    (body,) = run([(header, "Lead"), (name, "WHO")]).architecture.bodies
    assert (type(body).__name__, body.name, body.covers) == (cls, name, covers)


def test_what_is_concluded_from_a_name_alone_is_inferred() -> None:
    rows = [("Group", "Type of group", "Lead"), ("Health", "cluster", "WHO"), ("Age", "", "IOM")]
    certain, inferred = run(rows).architecture.bodies
    assert (certain.certainty, inferred.certainty) == (Certainty.STATED, Certainty.INFERRED)


LONG = [
    ("Country", "Group", "Group type", "Parent group", "Role", "Organisation"),
    ("Jordan", "Health Working Group", "working group", "ISWG", "co-chair", "UNHCR"),
    ("Jordan", "Health Working Group", "working group", "ISWG", "co-chair", "WHO"),
    ("Jordan", "Child Protection", "sub-working group", "Protection", "chair", "UNICEF"),
    ("Jordan", "Protection Working Group", "working group", "ISWG", "chair", "UNHCR"),
    ("Moldova", "Protection", "working group", "RCF", "lead", "UNHCR"),
    ("Global", "Health", "cluster", "", "lead", "WHO"),
]


def test_a_long_table_gives_groups_in_their_parents_and_countries() -> None:
    found = run(LONG)
    assert bodies(found) == [
        ("Forum", "jor-iswg", None),
        ("Forum", "mda-rcf", None),
        ("Sector", "jor-health", "jor-iswg"),
        ("Sector", "jor-protection", "jor-iswg"),
        ("Sector", "mda-protection", "mda-rcf"),
        ("Sector", "health", None),
        ("SubSector", "jor-child-protection", "jor-protection"),
    ]
    assert seats(found)[:2] == [
        ("jor-health", "co-chair", "unhcr"),
        ("jor-health", "co-chair", "who"),
    ]
    last = found.architecture.sectors[-1]
    assert (last.level, last.areas) == (Level.GLOBAL, ())


def test_a_parent_may_be_a_group_above_all_countries() -> None:
    rows = [
        ("Country", "Group", "Within", "Lead"),
        ("Peru", "Peru platform", "Regional platform", "UNHCR"),
        ("Regional", "Regional platform", "", "IOM"),
    ]
    assert bodies(run(rows)) == [
        ("Forum", "per-peru-platform", "regional-platform"),
        ("Forum", "regional-platform", None),
    ]


def test_a_circle_of_parents_is_left_open() -> None:
    rows = [("Group", "Within", "Lead"), ("One", "Two", "WHO"), ("Two", "One", "IOM")]
    assert bodies(run(rows)) == [("WorkingGroup", "one", "two"), ("WorkingGroup", "two", None)]


def test_a_group_in_itself_lies_nowhere() -> None:
    assert bodies(run([("Group", "Within", "Lead"), ("One", "One", "WHO")])) == [
        ("WorkingGroup", "one", None)
    ]


def test_two_groups_of_one_name_lie_in_different_bodies() -> None:
    rows = [
        ("Group", "Within", "Lead"),
        ("Data", "Health", "WHO"),
        ("Data", "WASH", "UNICEF"),
        ("Health", "", "WHO"),
        ("Data", "", "IOM"),
    ]
    found = bodies(run(rows))
    assert ("WorkingGroup", "data", "health") in found
    assert ("WorkingGroup", "wash-data", "wash") in found


def test_a_sub_sector_without_a_sector_lies_in_the_one_it_fits() -> None:
    rows = [
        ("Sub-sector", "Sector", "Lead"),
        ("", "Protection", "UNHCR"),
        ("Child Protection", "", "UNICEF"),
    ]
    assert bodies(run(rows)) == [
        ("Sector", "protection", None),
        ("SubSector", "child-protection", "protection"),
    ]
    alone = run([("Sub-sector", "Lead"), ("Child Protection", "UNICEF")]).architecture.bodies[0]
    assert alone.within is not None
    assert alone.within.to == "unknown"


@pytest.mark.parametrize(
    "rows",
    [
        [("Sector", "Lead", "Co-lead"), ("Health", "WHO", "SCI; vacant")],
        [("Sector", "Lead / co-lead"), ("Health", "WHO/SCI; vacant (co-lead)")],
        [("Sector", "Role", "Agency"), ("Health", "Lead", "WHO"), ("", "Co-lead", "SCI, vacant")],
        [("Secteur", "Chef de file", "Co-chef de file"), ("Santé", "OMS", "SCI; vacant")],
        [("Sector", "Líder", "Colíder"), ("Salud", "OMS", "SCI; vacante")],
        [("القطاع", "الجهة القائدة", "القيادة المشتركة"), ("Health", "WHO", "SCI; شاغر")],
        [("Role", "Health", "WASH"), ("Lead", "WHO", ""), ("Co-lead", "SCI; vacant", "")],
    ],
)
def test_every_layout_gives_the_same_seats(rows: Rows) -> None:
    found = [(term, holder) for _, term, holder in seats(run(rows))]
    assert found == [("lead", "who"), ("co-lead", "save-the-children"), ("co-lead", "vacant")]


def test_a_part_of_a_theme_that_names_its_body_is_a_sub_sector() -> None:
    rows = [
        ("Group", "Within", "Lead"),
        ("Child Protection", "Protection", "UNICEF"),
        ("Protection", "", "UNHCR"),
    ]
    assert bodies(run(rows)) == [
        ("Sector", "protection", None),
        ("SubSector", "child-protection", "protection"),
    ]


def test_roles_alone_may_be_headers() -> None:
    rows = [("", "Lead", "Co-lead"), ("Health", "WHO", "SCI"), ("WASH", "UNICEF", "")]
    assert [term for _, term, _ in seats(run(rows))] == ["lead", "co-lead", "lead"]
