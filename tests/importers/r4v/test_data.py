"""R4V's own tables, where they are at hand: INTERAGENCY_DATA names the folder that holds r4v/."""

import csv
import os
import random
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from interagency.document import dumps, loads
from interagency.exchange import Imported, Outcome
from interagency.importers.r4v import IMPORTER
from interagency.importers.tabular.source import Table, read_tables
from interagency.model import Architecture
from interagency.plugins.running import check
from tests.importers.grids import Rows, imported, workbook

DATA = Path(os.environ.get("INTERAGENCY_DATA", "nowhere")) / "r4v"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="INTERAGENCY_DATA names no folder that holds r4v/"
)

PARTNERS = "RMRP_2021_AI_partners.xlsx"
TEMPLATE = "Consolidated_Template_2021.xlsx"
IN_PORTUGUESE = {
    "Country": "País",
    "Admin1": "Estado",
    "Admin2": "Município",
    "Appealing_org": "Organização apelante",
    "Implementing_partner": "Parceiro implementador",
    "Month": "Mês",
    "Subsector": "Subsetor",
    "RMRPActivity": "Atividade do RMRP",
    "Platform": "Plataforma",
    "Sector": "Setor",
    "Name": "Nome (EN)",
    "Nombre": "Nome (ES)",
    "Nome": "Nome (PT)",
    "Acronym.Short.Name": "Sigla",
    "Type": "Tipo",
    "IDORG": "ID da organização",
}
IN_SPANISH = {
    "Country": "País de operación",
    "Admin1": "Departamento / Provincia",
    "Admin2": "Municipio",
    "Appealing_org": "Organización solicitante",
    "Implementing_partner": "Socio implementador",
    "Month": "Mes de reporte",
    "Subsector": "Sub-sector",
    "RMRPActivity": "¿Actividad del RMRP?",
    "Platform": "Plataforma",
    "Name": "Nombre (inglés)",
    "Nombre": "Nombre (español)",
    "Nome": "Nombre (portugués)",
    "Acronym.Short.Name": "Nombre corto",
    "Type": "Tipo de organización",
    "IDORG": "ID ORG",
}


@pytest.fixture(scope="module")
def whole() -> Imported:
    return IMPORTER.read(DATA)


def test_every_row_of_every_sheet_of_every_file_is_accounted_for(whole: Imported) -> None:
    tables = read_tables(DATA)
    expected = {(each.file, each.name, number) for each in tables for number, _ in each.rows}
    found = [(row.file, row.sheet, row.row) for row in whole.accounting.rows]
    assert len(found) == len(set(found))
    assert set(found) == expected
    assert {each.file for each in tables} == {path.name for path in DATA.iterdir()}


def test_all_267_partners_are_accounted_for(whole: Imported) -> None:
    partners = [row for row in whole.accounting.rows if row.file == PARTNERS][1:]
    assert len(partners) == 267
    assert {row.outcome for row in partners} == {Outcome.READ, Outcome.MERGED}


def test_there_are_17_countries_and_8_platforms(whole: Imported) -> None:
    regional, *platforms = whole.architecture.forums
    assert len(set(regional.areas) - {"unknown"}) == 17
    assert len(platforms) == 8
    placed = {area for each in platforms for area in each.areas}
    assert placed == set(regional.areas)


def test_every_sub_sector_is_there(whole: Imported) -> None:
    tables = {each.file: each for each in read_tables(DATA)}
    wanted = {row[4] for _, row in tables[TEMPLATE].rows[1:]} - {"All"}
    wanted |= {row[1] for _, row in tables["RMRP_2021_AI_indicators.xlsx"].rows[1:]}
    bodies = (*whole.architecture.sectors, *whole.architecture.sub_sectors)
    names = {name for each in bodies for name in (each.name, *(a.name for a in each.aliases))}
    assert {name for name in wanted - names if not name.startswith("Child")} == set()
    assert {"support-spaces", "im", "PRO-CPN", "PRO-GBV", "PRO-HTS", "PRO"} <= {
        code for each in whole.architecture.sub_sectors for code in each.covers
    }


def test_the_result_survives_a_round_trip(whole: Imported) -> None:
    assert loads(dumps(whole.architecture)) == whole.architecture


def test_check_finishes_and_knows_every_code(whole: Imported) -> None:
    results = {result.rule: result for result in check(whole.architecture).results}
    assert [name for name, result in results.items() if result.crash] == []
    assert results["unknown-code"].findings == ()


def test_no_personal_data_comes_along(whole: Imported) -> None:
    assert "@" not in dumps(whole.architecture)


def facts(architecture: Architecture) -> dict[str, set[Any]]:
    """Returns what tables say, without the order and the names of the tables."""
    return {
        "organizations": {(o.id, o.name, o.kind) for o in architecture.organizations},
        "forums": {(f.id, f.areas) for f in architecture.forums},
        "sectors": {(s.id, s.covers, s.areas) for s in architecture.sectors},
        "sub-sectors": {(s.id, s.covers, s.areas) for s in architecture.sub_sectors},
        "seats": {(s.body, s.holder) for s in architecture.seats},
        "plans": {(p.id, p.countries, p.covers) for p in architecture.plans},
        "appeals": {evolve(a, sources=()) for a in architecture.appeals},
        "presence": {evolve(p, sources=()) for p in architecture.presence},
    }


def varied(table: Table, headers: dict[str, str], seed: int) -> Rows:
    """Returns a table under a title, with other headers, columns in another order, blank rows."""
    rows = [list(cells) for _, cells in table.rows]
    rows[0] = [headers.get(text, text) for text in rows[0]]
    order = list(range(len(rows[0])))
    random.Random(seed).shuffle(order)
    shuffled = [[*(row[index] for index in order), "extra"] for row in rows]
    return [["R4V title"], [], ["WHERE?", "", "WHO?"], *shuffled, [], [""] * 9]


@pytest.mark.parametrize("headers", [{}, IN_PORTUGUESE, IN_SPANISH], ids=["same", "pt", "es"])
@pytest.mark.parametrize(
    "name",
    ["Activities_5W_2022.xlsx", "RMRP2022ActivitiesSP.xlsx", PARTNERS, TEMPLATE, "Admin1.xlsx"],
)
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_other_headers_and_orders_of_columns_say_the_same(
    name: str, headers: dict[str, str], ending: str, tmp_path: Path
) -> None:
    (table,) = read_tables(DATA / name)
    rows = varied(table, headers, seed=len(name))
    path = tmp_path / name.replace(".xlsx", ending)
    if ending == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
    else:
        workbook(path, [("2021" if "2021" in name else "Data", False, rows)])
    again = IMPORTER.read(path)
    assert facts(again.architecture) == facts(imported((table,)).architecture)
    assert again.accounting.count(Outcome.REJECTED) >= 2
