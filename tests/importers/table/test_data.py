"""Public files, where they are at hand: the profile that reads each, or why it is refused.

INTERAGENCY_DATA names the folder that holds them. No title, plan, appeal or seat may come out of
a file that does not state it.
"""

import csv
import os
from pathlib import Path

import pytest

from interagency.errors import UnreadableInput
from interagency.exchange import Imported, Outcome
from interagency.importers.r4v import IMPORTER
from interagency.importers.table.profiles import shipped_importers
from interagency.model.sections import SECTION_KEYS

DATA = Path(os.environ.get("INTERAGENCY_DATA", "nowhere"))
IMPORTERS = {each.name: each for each in shipped_importers()}
LEADS = DATA / "derived" / "coordination_leads_transcribed.csv"

pytestmark = pytest.mark.skipif(
    not (DATA / "3w-other").is_dir(), reason="INTERAGENCY_DATA names no folder of published files"
)

# What the rows of each file are about, labelled by hand: groups, presence, organizations, nothing
# that tables are read for, or a text that is refused. Files of R4V are its own importer's.
LABELS = Path(__file__).with_name("published.csv").read_text(encoding="utf-8")
FILES = dict(list(csv.reader(LABELS.splitlines()))[1:])
READ = [file for file, says in FILES.items() if says not in ("nothing", "refused")]
# Profiles that want a word in the file, or header words of their own.
READ_BY = [
    ("3rp", "jordan-3rp/3rpviz.csv"),
    ("hapi-presence", "3w-hapi-2024-2025/hdx_hapi_operational_presence_global.csv"),
    ("hapi-organizations", "3w-hapi-2024-2025/hdx_hapi_organisations_global.csv"),
    ("organizations", "org-registries/dac-orgs-ref.csv"),
    ("organizations", "org-registries/agencies.csv"),
    ("3w", "3w-ocha-2019-2022/whowhatwhere_345_honduras.csv"),
]


def kinds_of(found: Imported) -> set[str]:
    """Return the sections that a file filled beside sources and organizations."""
    whole = found.architecture
    filled = {name for name in SECTION_KEYS if getattr(whole, name)}
    return filled - {"sources", "organizations"}


@pytest.mark.parametrize("file", FILES)
def test_a_file_says_what_it_is_labelled_for_and_nothing_else_is_concluded(file: str) -> None:
    says = FILES[file]
    if says == "refused":
        with pytest.raises(UnreadableInput):
            IMPORTERS["table"].read(DATA / file)
        return
    found = IMPORTERS["table"].read(DATA / file)
    bodies = {"forums", "sectors", "sub_sectors", "working_groups", "seats", "links"}
    allowed = {"presence": {"presence"}, "groups": bodies}.get(says, set())
    assert kinds_of(found) <= allowed
    assert bool(found.accounting.count(Outcome.READ)) is (says != "nothing")
    assert found.architecture.title is None
    assert all(row.detail for row in found.accounting.rows)
    assert len(found.accounting.rows) == sum(each.rows for each in found.accounting.tables)


@pytest.mark.parametrize(("name", "file"), READ_BY)
def test_a_profile_reads_the_files_of_its_kind(name: str, file: str) -> None:
    found = IMPORTERS[name].read(DATA / file)
    assert found.architecture.organizations
    assert kinds_of(found) == (set() if "organizations" in name else {"presence"})


@pytest.mark.parametrize("file", [file for file in READ if not file.startswith("r4v/")])
def test_none_of_them_is_r4v_s(file: str) -> None:
    with pytest.raises(UnreadableInput, match=r"nothing here says R4V|who leads what|is read"):
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
