"""What one row says."""

from tests.importers.grids import Rows, run

ACTIVITIES = ("Country", "Admin1", "Appealing_org", "Implementing_partner", "Subsector", "Month")


def activities(*rows: tuple[str, ...], head: tuple[str, ...] = ACTIVITIES) -> list[tuple[str, ...]]:
    return [head, *rows]


def presence(rows: Rows) -> list[tuple[str, str, str | None, str | None]]:
    found = run(rows).architecture.presence
    return [(p.organization, "".join(p.covers), p.area, p.participation) for p in found]


def test_a_cell_with_several_countries_or_sectors_is_split_if_each_is_known() -> None:
    rows = activities(
        ("Perú; Ecuador", "", "UNHCR", "", "WASH; Health", "2022"),
        ("Trinidad and Tobago", "", "IOM", "", "Agua, Saneamiento e Higiene", "2022"),
    )
    assert presence(rows) == [
        ("iom", "WSH", "TTO", "appealing"),
        *[("unhcr", code, area, "appealing") for code in ("HEA", "WSH") for area in ("ECU", "PER")],
    ]


def test_what_is_not_known_is_told_and_the_rest_is_read() -> None:
    head = (*ACTIVITIES, "Platform")
    rows = activities(
        ("Narnia", "", "UNHCR", "", "Magic; Health", "2022", "Andes"),
        ("Regional", "", "UNHCR", "", "All", "2022", "Caribbean"),
        head=head,
    )
    read = run(rows)
    assert presence(rows) == [
        ("unhcr", "", None, "appealing"),
        ("unhcr", "HEA", None, "appealing"),
    ]
    assert read.accounting.rows[1].detail.endswith(
        "; not understood: platform 'Andes' is not known; country 'Narnia' is not known; "
        "sector 'Magic' has no code: who is active is written without it"
    )
    assert "r4v-caribbean" in [each.id for each in read.architecture.forums]


def test_an_area_of_several_countries_is_not_placed() -> None:
    rows = activities(("Peru; Chile", "Lima", "UNHCR", "", "Health", "2022"))
    assert [area for _, _, area, _ in presence(rows)] == ["CHL", "PER"]


def test_a_sector_without_a_latin_letter_is_told() -> None:
    read = run([("Sector", "Country"), ("保健", "Peru"), ("***", "Chile")])
    assert [row.detail for row in read.accounting.rows[1:]] == [
        "area PER; not understood: sector '保健' is not known",
        "area CHL",
    ]


def test_an_error_of_a_formula_is_told_and_read_as_nothing() -> None:
    head = ("Country", "Admin1", "Appealing_org", "Subsector")
    read = run([head, ("Peru", "#REF!", "UNHCR", "Health"), ("Peru", "", "#NAME?", "#N/A")])
    assert [each.area for each in read.architecture.presence] == ["PER"]
    assert "'#REF!' is an error of a formula" in read.accounting.rows[1].detail
    assert read.accounting.rows[2].outcome == "rejected"


def test_several_known_sectors_stand_in_one_cell() -> None:
    found = presence(activities(("Peru", "", "IOM", "", "Health, WASH", "")))
    assert [sector for _, sector, _, _ in found] == ["HEA", "WSH"]
