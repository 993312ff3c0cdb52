"""Which column holds what, by its name or by a mapping."""

import pytest

from interagency.presence.columns import ColumnsOfPresence, UnfitColumns, columns_of


def test_columns_are_found_by_the_names_that_tables_give_them() -> None:
    hapi = ["location_code", "admin1_name", "admin2_code", "org_name", "sector_code", "warning"]
    assert columns_of(hapi) == ColumnsOfPresence(
        "org_name", "sector_code", ("location_code", "admin1_name", "admin2_code")
    )
    assert columns_of(["Organisation", "Cluster", "Month"]) == ColumnsOfPresence(
        "Organisation", "Cluster", (), "Month"
    )


def test_a_mapping_goes_before_names() -> None:
    mapping = {"Socio": "organization", "Area": "leave", "Depto": "admin1"}
    assert columns_of(["Socio", "Sector", "Area", "Depto", "Org"], mapping) == ColumnsOfPresence(
        "Socio", "Sector", ("Depto",)
    )


@pytest.mark.parametrize(
    ("names", "mapping", "said"),
    [
        (["a", "Sector"], {}, "no column of the presence holds the organization; it has a, Sector"),
        ([], {}, "it has no columns"),
        (["Org", "b"], {}, "columns={'COLUMN': 'sector'}"),
        (["Org"], {"Socio": "organization"}, "column 'Socio' of the mapping is missing"),
        (["Org"], {"Org": "who"}, "'who' is not a field; known are organization, sector"),
        (["a", "b"], {"a": "sector", "b": "sector"}, "two columns of the mapping are the sector"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_to_do(
    names: list[str], mapping: dict[str, str], said: str
) -> None:
    with pytest.raises(UnfitColumns) as caught:
        columns_of(names, mapping)
    assert said in str(caught.value)
