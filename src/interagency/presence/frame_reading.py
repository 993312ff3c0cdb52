"""One scan of a frame of presence: its rows added up, with numbers in place of names."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, final

import narwhals as nw
from attrs import evolve, frozen

from interagency.presence.columns import ColumnsOfPresence, columns_of
from interagency.presence.dictionary import (
    Counted,
    Dictionary,
    areas_in,
    level_of,
    organizations_in,
    periods_in,
    sectors_in,
    two_levels,
)
from interagency.presence.engines import Engine, engine_of
from interagency.presence.names import Names

ROWS: Final = "n_rows"
_FIRST_LEVELS: Final = "two"


@final
@frozen(kw_only=True)
class Reading:
    """A frame that was scanned once.

    Attributes:
        engine: The library that holds the rows.
        texts: The rows added up by all texts that are read.
        facts: The rows added up by numbers: `o` organization, `s` sector, `a` area, and `l1`,
            `l2` and so on, the area of each level in which seats are.
        places: The columns of `texts` that are a path.
        organizations: What the texts of organizations mean.
        sectors: What the texts of sectors mean.
        areas: What the paths mean.
        periods: What the texts of periods mean; None if no column holds periods.
    """

    engine: Engine
    texts: Any
    facts: Any
    places: tuple[str, ...]
    organizations: Dictionary
    sectors: Dictionary
    areas: Dictionary
    periods: Dictionary | None

    def months(self) -> Any:
        """Return the distinct sectors `s`, areas `a` of two levels, periods `t`, organizations."""
        found = with_numbers(self, areas_table(self, ()))
        periods = _table(self.engine, ("period",), "t", _pairs(self.periods))
        found = found.join(periods, on="period", how="inner")
        return found.select("o", "s", _FIRST_LEVELS, "t").rename({_FIRST_LEVELS: "a"}).unique()


def read_frame(
    native: object, names: Names, levels: Sequence[int], mapping: Mapping[str, str] | None
) -> Reading:
    """Return the reading of a data frame.

    Args:
        native: The frame, of any kind that narwhals knows.
        names: The names of organizations, sectors and areas.
        levels: The levels of areas that are compared.
        mapping: Fields by column.
    """
    engine, frame = engine_of(native)
    columns = columns_of(frame.collect_schema().names(), mapping)
    texts = engine.keep(_added_up(frame, columns))
    places = tuple(name for name in texts.collect_schema().names() if name.startswith("place_"))
    reading = _understood(engine, texts, places, columns, names)
    wanted = _facts(reading, levels)
    return _with_facts(reading, engine.keep(wanted))


def _added_up(frame: Any, columns: ColumnsOfPresence) -> Any:
    """Return the distinct texts of the columns, with the number of their rows."""
    wanted = {"organization": columns.organization, "sector": columns.sector}
    wanted |= {f"place_{place}": name for place, name in enumerate(columns.places)}
    if columns.period is not None:
        wanted["period"] = columns.period
    read = [_text(column).alias(name) for name, column in wanted.items()]
    if not columns.places:
        read.append(nw.lit("").alias("place_0"))
        wanted["place_0"] = ""
    return whole(frame.select(*read).group_by(*wanted).agg(nw.len().alias(ROWS)))


def whole(frame: Any, column: str = ROWS) -> Any:
    """Return a frame with a column as whole numbers: sums and counts differ by engine."""
    # After the aggregation, since pandas is slow with expressions inside of one.
    return frame.with_columns(nw.col(column).cast(nw.Int64))


def _text(column: str) -> Any:
    # Nulls are equal to nothing, not even to each other, so they are texts from here on.
    return nw.col(column).cast(nw.String).fill_null("")


def _understood(
    engine: Engine, texts: Any, places: tuple[str, ...], columns: ColumnsOfPresence, names: Names
) -> Reading:
    has_country = len(columns.places) > 1
    period = columns.period and periods_in(_distinct(engine, texts, ("period",)))
    return Reading(
        engine=engine,
        texts=texts,
        facts=None,
        places=places,
        organizations=organizations_in(_distinct(engine, texts, ("organization",)), names),
        sectors=sectors_in(_distinct(engine, texts, ("sector",)), names),
        areas=areas_in(_distinct(engine, texts, places), names, first_is_country=has_country),
        periods=period or None,
    )


def _distinct(engine: Engine, texts: Any, columns: tuple[str, ...]) -> Counted:
    found = texts.group_by(*columns).agg(nw.col(ROWS).sum())
    rows = engine.rows(found.select(*columns, ROWS))
    return {tuple(map(str, row[:-1])): int(row[-1]) for row in rows}


def _with_facts(reading: Reading, facts: Any) -> Reading:
    return evolve(reading, facts=facts)


def _facts(reading: Reading, levels: Sequence[int]) -> Any:
    found = with_numbers(reading, areas_table(reading, levels))
    keys = ("o", "s", "a", *(f"l{level}" for level in levels))
    return whole(found.group_by(*keys).agg(nw.col(ROWS).sum()))


def with_numbers(reading: Reading, areas: Any) -> Any:
    """Return the texts of a reading with numbers beside them: joins with the tables of aliases."""
    engine = reading.engine
    organizations = _table(engine, ("organization",), "o", _pairs(reading.organizations))
    sectors = _table(engine, ("sector",), "s", _pairs(reading.sectors))
    found = reading.texts.join(organizations, on="organization", how="inner")
    found = found.join(sectors, on="sector", how="inner")
    return found.join(areas, on=list(reading.places), how="inner")


def areas_table(reading: Reading, levels: Iterable[int]) -> Any:
    """Return the table of paths: the number of each, and of the areas around it."""
    numbers = reading.areas.places()
    pairs = _pairs(reading.areas)
    values = [reading.areas.values[number] for _, number in pairs]
    columns: dict[str, list[Any]] = {
        name: [text[place] for text, _ in pairs] for place, name in enumerate(reading.places)
    }
    columns["a"] = [number for _, number in pairs]
    columns[_FIRST_LEVELS] = [numbers[two_levels(value)] for value in values]
    for level in levels:
        columns[f"l{level}"] = [numbers[level_of(value, level)] for value in values]
    return reading.engine.small(columns, reading.places)


def _pairs(dictionary: Dictionary | None) -> list[tuple[tuple[str, ...], int]]:
    numbers = dictionary.numbers if dictionary else {}
    return [(text, number) for text, found in numbers.items() for number in found]


def _table(
    engine: Engine, names: tuple[str, ...], number: str, pairs: list[tuple[tuple[str, ...], int]]
) -> Any:
    columns: dict[str, list[Any]] = {names[0]: [text[0] for text, _ in pairs]}
    return engine.small({**columns, number: [each for _, each in pairs]}, names)
