"""Public files, where they are at hand: the profile that reads each, or why it is refused.

INTERAGENCY_DATA names the folder that holds them. No title, plan, appeal or seat may come out of
a file that does not state it.
"""

import csv
import os
from pathlib import Path

import pytest

from interagency.errors import UnreadableInput
from interagency.exchange import Outcome
from interagency.importers.r4v import IMPORTER
from interagency.importers.table.profiles import shipped_importers

DATA = Path(os.environ.get("INTERAGENCY_DATA", "nowhere"))
IMPORTERS = {each.name: each for each in shipped_importers()}
LEADS = DATA / "derived" / "coordination_leads_transcribed.csv"

pytestmark = pytest.mark.skipif(
    not (DATA / "3w-other").is_dir(), reason="INTERAGENCY_DATA names no folder of published files"
)

READ_BY = {
    "3w": [
        "3w-other/rowca-3w-hxl.csv",
        "3w-other/guinea-4w-data.csv",
        "3w-other/guinea_data_hxl.csv",
        "3w-hapi-2024-2025/3w_august_2025.csv",
        "3w-hapi-2024-2025/3w_operational_presence_dataset_january_april_2025.xlsx",
        "3w-ocha-2019-2022/whowhatwhere_345_honduras.csv",
        "3w-ocha-2019-2022/whowhatwhere_345wdata_43.xlsx",
        "3w-ocha-2019-2022/whowhatwhere_3w_as_of_may_2021.xlsx",
        "3w-ocha-2019-2022/whowhatwhere_3w_tcd_oct2021.xlsx",
        "3w-ocha-2019-2022/whowhatwhere_ss_20220520_3w_op_january_march_2022.xlsx",
        "3w-ocha-2019-2022/whowhatwhere_nigeria_3w_august_2021.xlsx",
        "3w-ocha-2019-2022/whowhatwhere_iraq_3w_jan_to_apr_2022_longtable_20220518.xlsx",
        "hxl-samples/basic-dataset.csv",
        "hxl-samples/input-valid.csv",
        "hxl-samples/input-valid.tsv",
        "hxl-samples/input-valid.json",
        "hxl-samples/input-valid.xls",
        "hxl-samples/input-valid.xlsx",
        "hxl-samples/input-untagged.csv",
        "hxl-samples/input-simple.csv",
        "hxl-samples/untagged-dataset.csv",
    ],
    "3rp": ["jordan-3rp/3rpviz.csv"],
    "hapi-presence": ["3w-hapi-2024-2025/hdx_hapi_operational_presence_global.csv"],
    "hapi-organizations": ["3w-hapi-2024-2025/hdx_hapi_organisations_global.csv"],
    "organizations": ["org-registries/dac-orgs-ref.csv", "org-registries/agencies.csv"],
}
READ = [(name, file) for name, files in READ_BY.items() for file in files]
# No row names groups, organizations or sectors under headers.
NOTHING = [
    "hxl-samples/good-schema.csv",
    "jordan-3rp/attribute3rp.csv",
    "jordan-3rp/regionactivityinfocode.csv",
    "org-registries/hdx_org_list.csv",
    "org-registries/all_org_variants_expanded.csv",
]


@pytest.mark.parametrize(("name", "file"), READ, ids=[file for _, file in READ])
def test_a_file_is_read_and_nothing_is_concluded_that_it_does_not_state(
    name: str, file: str
) -> None:
    found = IMPORTERS[name].read(DATA / file)
    whole = found.architecture
    assert whole.organizations
    assert bool(whole.presence) is ("organizations" not in name)
    assert (whole.title, whole.plans, whole.appeals) == (None, (), ())
    assert (whole.bodies, whole.seats) == ((), ())
    assert all(row.detail for row in found.accounting.rows)
    assert len(found.accounting.rows) == sum(each.rows for each in found.accounting.tables)


@pytest.mark.parametrize("file", NOTHING)
def test_a_file_of_something_else_gives_nothing(file: str) -> None:
    assert IMPORTERS["table"].read(DATA / file).accounting.count(Outcome.READ) == 0


@pytest.mark.parametrize("file", [file for _, file in READ])
def test_none_of_them_is_r4v_s(file: str) -> None:
    with pytest.raises(UnreadableInput, match=r"nothing here says R4V|is read"):
        IMPORTER.read(DATA / file)


def test_every_row_of_a_table_of_leads_gives_its_group_and_its_seat() -> None:
    with LEADS.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    found = IMPORTERS["leads"].read(LEADS)
    whole = found.architecture
    stated = {(row["country"], row["group"], row["role"], row["organisation"]) for row in rows}
    assert len(whole.seats) == sum(bool(role and holder) for _, _, role, holder in stated)
    assert {row["group"] for row in rows} <= {each.name for each in whole.bodies}
    assert {row["role"].replace(" ", "-") for row in rows} - {""} == {
        each.term for each in whole.seats
    }
    assert found.accounting.count(Outcome.REJECTED) == 0
