"""What rows say, and what became of each."""

import pytest

from interagency.model import Day, Level
from tests.importers.table.tables import bodies, run, seats, told


def test_a_row_says_where_and_since_when_a_group_is_led() -> None:
    rows = [
        ("Country", "Governorate", "Level", "Sector", "Lead", "Since", "Until", "Source", "E-mail"),
        (
            "Jordan",
            "Irbid",
            "sub-national",
            "Health",
            "WHO",
            "2022-03-01",
            "2023",
            "https://example.org/a",
            "health.sector@example.org",
        ),
    ]
    read = run(rows).architecture
    (body,), (seat,) = read.bodies, read.seats
    assert (body.areas, body.level, body.contact) == (
        ("JOR/Irbid",),
        Level.SUB_NATIONAL,
        "health.sector@example.org",
    )
    assert (seat.since, seat.until, seat.sources) == (Day("2022-03-01"), Day("2023"), ("page-1",))
    assert read.sources[1].url == "https://example.org/a"


def test_days_in_the_wrong_order_and_what_is_no_day_are_left_out() -> None:
    rows = [
        ("Sector", "Lead", "Since", "Until"),
        ("Health", "WHO", "2023", "2022"),
        ("WASH", "UNICEF", "soon", ""),
    ]
    assert [each.since for each in run(rows).architecture.seats] == [None, None]


def test_what_is_not_known_is_told_and_the_rest_is_read() -> None:
    rows = [
        ("Country", "Province", "Level", "Sector", "Role", "Organisation"),
        ("Narnia", "Lima", "high", "Health", "boss", "WHO"),
        ("Peru", "Peru", "national", "WASH", "", "UNICEF"),
        ("Peru", "national", "national", "", "lead", ""),
    ]
    first, second, third = (detail for _, detail in told(run(rows)))
    assert first == (
        "group Health; not understood: country 'Narnia' is not known; area 'Lima' may lie in any "
        "country: none stands beside it; level 'high' is not known; role 'boss' is not known"
    )
    assert second == "group WASH; not understood: names no role"
    assert third == "names no group"


def test_the_country_of_rows_that_name_none_may_be_a_constant() -> None:
    rows = [("Province", "Sector", "Lead"), ("Irbid", "Health", "WHO")]
    assert run(rows, "constants: {country: JOR}").architecture.bodies[0].areas == ("JOR/Irbid",)


def test_the_code_of_an_area_tells_its_country() -> None:
    rows = [
        ("Adm1 Pcode", "Province", "Organisation", "Sector"),
        ("AF01", "Kabul", "NRC", "Health"),
    ]
    assert run(rows).architecture.presence[0].area == "AFG/Kabul"


def test_a_sector_beside_a_group_is_the_one_it_lies_in_or_its_own() -> None:
    head = ("Sector", "Group", "Lead")
    assert bodies(run([head, ("Health", "Surveillance", "WHO")])) == [
        ("Sector", "health", None),
        ("WorkingGroup", "surveillance", "health"),
    ]
    assert bodies(run([head, ("Health", "Health", "WHO")])) == [("Sector", "health", None)]


def test_a_row_that_is_known_is_merged() -> None:
    rows = [
        ("Sector", "Lead"),
        ("Health", "WHO"),
        ("Health", "WHO"),
        ("Health", "boss@example.org"),
    ]
    assert told(run(rows))[1:] == [
        ("merged", "into group Health, lead of Health: WHO"),
        ("merged", "into group Health"),
    ]


def test_values_of_a_mapping_are_read_instead() -> None:
    rows = [("Sector", "Role", "Organisation"), ("Prot.", "Boss", "ACN")]
    values = "values: {sector: {Prot.: Protection}, role: {Boss: lead}, organization: {ACN: UNHCR}}"
    assert seats(run(rows, values)) == [("protection", "lead", "unhcr")]


def test_roles_below_groups_are_read_and_others_told() -> None:
    rows = [
        ("Organisation", "Health", "WASH"),
        ("WHO", "Lead", ""),
        ("UNICEF", "boss", "Lead"),
        ("", "", "Member"),
    ]
    found = run(
        rows,
        "sheets: [{columns: {Organisation: organization, Health: 'group: Health', "
        "WASH: 'group: WASH'}}]",
    )
    assert seats(found) == [("health", "lead", "who"), ("wash", "lead", "unicef")]
    assert "role 'boss' is not known" in told(found)[1][1]


class TestPresence:
    def test_a_3w_gives_presence_and_nothing_else(self) -> None:
        rows = [
            ("Organisation", "Org Type", "Cluster", "Country", "Oblast", "Reporting month"),
            ("UNHCR", "UN", "Protection", "Ukraine", "Lviv", "2022-05"),
            ("Casa Uno", "NNGO", "Shelter", "Ukraine", "", "2022-05"),
        ]
        read = run(rows).architecture
        assert [
            (each.organization, each.covers, each.area, str(each.since), each.until)
            for each in read.presence
        ] == [
            ("casa-uno", ("SHL",), "UKR", "2022-05", None),
            ("unhcr", ("PRO",), "UKR/Lviv", "2022-05", None),
        ]
        assert (read.title, read.plans, read.appeals, read.bodies, read.seats) == (
            None,
            (),
            (),
            (),
            (),
        )
        assert read.organizations[0].kind == "national-ngo"

    def test_marks_below_sectors_are_presence_in_each(self) -> None:
        rows = [
            ("Organisation", "Health", "WASH"),
            ("NRC", "x", ""),
            ("IOM", "1", "yes"),
            ("IRC", "no", ""),
        ]
        found = [(each.organization, each.covers) for each in run(rows).architecture.presence]
        assert found == [("iom", ("HEA",)), ("iom", ("WSH",)), ("nrc", ("HEA",))]

    @pytest.mark.parametrize(
        ("sector", "covers"),
        [
            ("Health; WASH", [("HEA",), ("WSH",)]),
            ("Health & WASH", [("HEA",), ("WSH",)]),
            ("Health & Sport", [()]),
            ("Sport", [()]),
            ("", []),
        ],
    )
    def test_a_cell_may_name_several_sectors(
        self, sector: str, covers: list[tuple[str, ...]]
    ) -> None:
        rows = [("Organisation", "Sector"), ("NRC", sector)]
        assert [each.covers for each in run(rows).architecture.presence] == covers

    def test_a_sub_sector_without_a_code_leaves_its_sector(self) -> None:
        rows = [
            ("Organisation", "Sector", "Sub-sector"),
            ("NRC", "Health", "Sport"),
            ("IOM", "Protection", "GBV"),
        ]
        assert [each.covers for each in run(rows).architecture.presence] == [("PRO-GBV",), ("HEA",)]

    @pytest.mark.parametrize("status", ["Planned", "Completed", "Terminado"])
    def test_who_is_not_there_yet_or_no_longer_is_not_present(self, status: str) -> None:
        rows = [("Organisation", "Sector", "Status"), ("NRC", "Health", status)]
        assert told(run(rows))[0][0] == "rejected"

    def test_a_row_of_nobody_is_rejected(self) -> None:
        rows = [
            ("Organisation", "Sector", "Country"),
            ("n/a", "Health", "Peru"),
            ("Total", "", ""),
            ("National NGO", "Health", "Peru"),
        ]
        assert {outcome for outcome, _ in told(run(rows))} == {"rejected"}

    def test_an_acronym_alone_names_an_organization(self) -> None:
        rows = [("Acronym", "Organisation", "Sector"), ("NRC", "", "Health")]
        assert run(rows).architecture.presence[0].organization == "nrc"


def test_a_list_gives_organizations() -> None:
    rows = [
        ("Organisation", "Acronym", "Org type"),
        ("Casa Uno", "CU", "NNGO"),
        ("UNHCR", "", "UN"),
        ("Casa Uno", "", ""),
    ]
    found = run(rows)
    assert [(each.id, each.acronym, each.kind) for each in found.architecture.organizations] == [
        ("cu", "CU", "national-ngo"),
        ("unhcr", "UNHCR", "un-agency"),
    ]
    assert [outcome for outcome, _ in told(found)] == ["read", "read", "merged"]


def test_a_level_in_a_column_of_areas_is_no_area() -> None:
    rows = [("Country", "Area", "Sector", "Lead"), ("Peru", "Local", "Health", "WHO")]
    assert run(rows).architecture.bodies[0].areas == ("PER",)


def test_a_blank_row_below_groups_gives_nothing() -> None:
    rows = [("Role", "Health", "WASH"), ("Lead", "WHO", "UNICEF"), ("Co-lead", "n/a", "")]
    assert told(run(rows))[1] == ("rejected", "nothing in the columns that are read")


def test_a_row_that_names_no_group_keeps_the_problems_it_has() -> None:
    rows = [("Country", "Sector", "Lead"), ("Narnia", "", "")]
    assert told(run(rows)) == [("rejected", "country 'Narnia' is not known")]
