"""What all pages say together."""

from decimal import Decimal

from interagency.importers.hpc_projects.read import imported
from interagency.model import Figure
from tests.importers.hpc_projects.samples import JORDAN, page, project


def test_titles_that_name_countries_make_chapters() -> None:
    """Where there are several; what is for no country stands in the plan itself."""
    regional = project(3, "Regional: Amel (Regional Support response)", locations=[])
    jordan = project(2, "Jordan: Amel (WASH response)", locations=[JORDAN])
    plain = project(4, "WASH for all", locations=[JORDAN], globalClusters=[])
    found = imported((page(project(), jordan, regional, plain),)).architecture
    assert [(each.id, each.name, each.part_of) for each in found.plans[1:]] == [
        ("rsyr22-jor", "Jordan chapter", "rsyr22"),
        ("rsyr22-lbn", "Lebanon chapter", "rsyr22"),
    ]
    assert [(each.plan, each.country, each.covers) for each in found.appeals] == [
        ("rsyr22-lbn", "LBN", ("basic-needs",)),
        ("rsyr22-jor", "JOR", ("WSH",)),
        ("rsyr22", None, ("regional-support",)),
        ("rsyr22", "JOR", ()),
    ]


def test_all_that_the_pages_count_is_here_or_it_is_not_said_to_be() -> None:
    rows = (project(1), project(2))
    whole = imported((page(*rows, total=2), page(project(2), file="b.json", total=2))).architecture
    assert whole.complete == ("appeals",)
    assert whole.plans[0].figures == (Figure("projects", Decimal(2)),)
    assert imported((page(*rows, total=3),)).architecture.complete == ()
    assert imported((page(*rows),)).architecture.complete == ()
    assert imported((page(*rows, {}, total=3),)).architecture.complete == ()
