"""Presence of many rows against seats: DuckDB through the library, beside SQL written by hand.

    python benchmarks/presence.py ROWS [ROUNDS]

Both read the same Parquet file and give the same four answers, whose sizes are compared before any
time is printed. Each run is a process of its own, and they take turns.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

SECTORS = ("EDU", "HEA", "PRO", "WSH", "NUT", "SHL", "FSC", "LOG", "CCM")
ORGANIZATIONS, COUNTRIES, SEATS = 5_000, 40, 116_000
ROWS = """
copy (
    select 'organization-' || floor({organizations} * h1 * h1)::int as organization,
           {sectors}[1 + floor(9 * h2)::int] as sector,
           'A' || chr(65 + n // 26) || chr(65 + n % 26) as country,
           'A' || floor(13 * h4)::int as admin1, 'B' || floor(7 * h5)::int as admin2
    from (
        select floor({countries} * pow(random(), 1.5))::int as n,
               random() h1, random() h2, random() h4, random() h5
        from range({rows})
    )
) to '{path}' (format parquet)
"""
SQL = """
create temp table p as
    select organization, sector, country, admin1, country || '/' || admin1 || '/' || admin2 as area,
           count(*) as n
    from '{path}' group by all;
create temp table answers as
    select 'seats' as answer, count(*) as n
        from seats anti join p using (organization, sector, country)
    union all
    select 'presence', count(*) from p anti join seats using (organization, sector, country)
    union all
    select 'coverage', count(*) from (
        select sector, area, count(distinct organization), sum(n) from p group by all)
    union all
    select 'alone', count(*) from (
        select sector, country, admin1, area, min(organization) as who, max(organization) as last
        from p
        group by grouping sets ((sector, country), (sector, country, admin1), (sector, area))
        having who = last);
"""


def country(number: int) -> str:
    return f"A{chr(65 + number // 26)}{chr(65 + number % 26)}"


def seats() -> list[tuple[str, str, str]]:
    chance = random.Random(16)
    found = {
        (
            f"organization-{chance.randrange(ORGANIZATIONS)}",
            chance.choice(SECTORS),
            country(chance.randrange(COUNTRIES)),
        )
        for _ in range(SEATS)
    }
    return sorted(found)


def architecture() -> Any:
    from interagency.model import Architecture, Organization, Seat, Sector

    places = [(code, country(each)) for code in SECTORS for each in range(COUNTRIES)]
    return Architecture(
        complete=("groups", "leads", "members", "presence"),
        organizations=tuple(
            Organization(id=f"organization-{n}", name=f"Organization {n}")
            for n in range(ORGANIZATIONS)
        ),
        sectors=tuple(
            Sector(
                id=f"{code}-{where}".lower(), name=f"{code} {where}", covers=(code,), areas=(where,)
            )
            for code, where in places
        ),
        seats=tuple(
            Seat(body=f"{code}-{where}".lower(), term="member", holder=organization)
            for organization, code, where in seats()
        ),
    )


def ours(path: str) -> tuple[float, dict[str, int]]:
    import duckdb

    from interagency.presence import reconcile
    from interagency.snapshot import Snapshot

    snapshot = Snapshot.of(architecture())
    rows = duckdb.connect().read_parquet(path)
    begun = time.perf_counter()
    found = reconcile(snapshot, rows)
    sizes = {
        "seats": len(found.seats_without_presence),
        "presence": len(found.presence_without_seats),
        "coverage": sum(
            1 for _, *_, n in found.coverage.project("sector, area, rows").fetchall() if n
        ),
        "alone": len(found.sole_providers),
    }
    return time.perf_counter() - begun, sizes


def by_hand(path: str) -> tuple[float, dict[str, int]]:
    import duckdb

    connection = duckdb.connect()
    connection.execute("create table seats (organization text, sector text, country text)")
    columns = [list(each) for each in zip(*seats(), strict=True)]
    connection.execute("insert into seats select unnest($1), unnest($2), unnest($3)", columns)
    begun = time.perf_counter()
    connection.execute(SQL.format(path=path))
    sizes = dict(connection.execute("select answer, n from answers").fetchall())
    return time.perf_counter() - begun, sizes


def main(rows: int, rounds: int) -> None:
    import duckdb

    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "rows.parquet")
        settings = {
            "organizations": ORGANIZATIONS,
            "sectors": list(SECTORS),
            "countries": COUNTRIES,
            "rows": rows,
        }
        duckdb.sql("select 1").fetchall()
        duckdb.connect().execute(ROWS.format(path=path, **settings))
        for _ in range(rounds):
            for name in ("by_hand", "ours"):
                subprocess.run([sys.executable, __file__, name, path], check=True)


def one(name: str, path: str) -> None:
    seconds, sizes = {"by_hand": by_hand, "ours": ours}[name](path)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name:8} {seconds:7.2f} s  {memory:6} MB  {dict(sorted(sizes.items()))}", flush=True)


if __name__ == "__main__":
    if sys.argv[1] in ("ours", "by_hand"):
        one(*sys.argv[1:])
    else:
        main(int(sys.argv[1]), int((sys.argv[2:] or ["1"])[0]))
