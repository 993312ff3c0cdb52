"""Rows of activities."""

from tests.importers.grids import Rows, outcomes, run

ACTIVITIES = ("Country", "Admin1", "Appealing_org", "Implementing_partner", "Subsector", "Month")


def activities(*rows: tuple[str, ...], head: tuple[str, ...] = ACTIVITIES) -> list[tuple[str, ...]]:
    return [head, *rows]


def presence(rows: Rows) -> list[tuple[str, str, str | None, str | None]]:
    found = run(rows).architecture.presence
    return [(p.organization, "".join(p.covers), p.area, p.participation) for p in found]


def test_a_sub_sector_beside_a_sector_it_is_no_part_of_is_told() -> None:
    read = run([("Sector", "Subsector"), ("Education", "Protection (GBV)")])
    assert "is no part of 'Education'" in read.accounting.rows[1].detail


def test_a_row_of_activities_gives_presence_of_both_partners() -> None:
    rows = activities(
        ("Argentina", "CÃ³rdoba", "UNHCR", "CAREF", "Protection (GBV)", "2022-08"),
        ("Argentina", "Córdoba", "UNHCR", "CAREF", "Protección (VBG)", "2022-01"),
    )
    assert presence(rows) == [
        ("caref", "PRO-GBV", "ARG/Córdoba", "implementing"),
        ("unhcr", "PRO-GBV", "ARG/Córdoba", "appealing"),
    ]
    (first, _) = run(rows).architecture.presence
    assert (str(first.since), str(first.until), first.plan) == ("2022-01", "None", "rmrp-2022")
    assert outcomes(run(rows)) == ["read", "read", "merged"]


def test_an_activity_outside_the_plan_is_presence_without_a_plan() -> None:
    head = (*ACTIVITIES, "RMRPActivity")
    rows = activities(("Peru", "", "UNHCR", "", "Salud", "2022-08", "No"), head=head)
    read = run(rows).architecture
    assert (read.plans, read.appeals) == ((), ())
    assert [each.plan for each in read.presence] == [None]
