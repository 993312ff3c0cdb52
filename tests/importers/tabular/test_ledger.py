"""What became of each row."""

from interagency.exchange import Outcome
from tests.importers.grids import details, imported, outcomes, run, table

PLATFORMS = [
    ("Platform", "Country", "Month", "Sector", "Subsector"),
    ("Southern Cone", "Argentina ", "2021-01", "Protection", "Protection (GBV)"),
    ("Southern cone", "Argentina", "2021-02", "Protection", "GBV"),
    ("Southern Cone", "Chile", "2021-01", "Education", "Education"),
    ("Caribbean", "Aruba", "2021-01", "Country level", "All"),
    ("Regional", "Regional", "2021-01", "Health", "Health"),
    ("Peru", "Perú", "2021-01", "Sport", "Football"),
]


ACTIVITIES = ("Country", "Admin1", "Appealing_org", "Implementing_partner", "Subsector", "Month")


def activities(*rows: tuple[str, ...], head: tuple[str, ...] = ACTIVITIES) -> list[tuple[str, ...]]:
    return [head, *rows]


def test_a_row_that_says_again_what_is_known_is_merged_into_it() -> None:
    read = run(PLATFORMS)
    assert outcomes(read) == ["read", "read", "merged", "read", "read", "read", "read"]
    (merged,) = details(read, Outcome.MERGED)
    assert merged == (
        "into platform r4v-southern-cone, area ARG, sector Protection (GBV) of r4v-southern-cone"
    )


def test_rows_beside_the_data_are_rejected_with_the_reason() -> None:
    rows = [
        ("R4V 5W",),
        ("Country", "Sector", "Partner"),
        ("#country", "#sector", "#org"),
        ("País", "Sector", "Socio"),
        ("", "", "", "beside"),
        ("Peru", "Health", "UNHCR"),
    ]
    assert [row.detail for row in run(rows).accounting.rows] == [
        "a title or an instruction above the headers",
        "the headers: country, sector, organization",
        "HXL tags",
        "repeats the headers",
        "names no organization",
        "organization unhcr, unhcr part in rmrp-2022, presence of unhcr HEA, PER",
    ]


def test_a_table_of_something_else_is_rejected_row_by_row() -> None:
    read = run([("error_type", "error_id"), ("Completeness", "1")])
    assert (
        details(read, Outcome.REJECTED)
        == ["the table has nothing that says who, where or in which sector"] * 2
    )


def test_two_tables_of_one_name_are_two_sources() -> None:
    rows = activities(("Peru", "", "UNHCR", "", "Health", "2022"))
    more = [*rows, ("Chile", "", "UNHCR", "", "Health", "2022")]
    read = imported((table(rows, "a.csv"), table(more, "a.tsv")))
    assert [each.id for each in read.architecture.sources] == ["table-a", "table-a-2"]
    assert [each.sources for each in read.architecture.presence] == [
        ("table-a-2",),
        ("table-a", "table-a-2"),
    ]


def test_a_row_that_is_rejected_is_rejected_twice() -> None:
    rows = [("Country", "Appealing_org", "Sector"), ("Peru", "Total", "Health")]
    read = imported((table(rows, file="a/RMRP_2022.csv"), table(rows, file="b/RMRP_2022.csv")))
    assert outcomes(read) == ["read", "rejected", "merged", "rejected"]
