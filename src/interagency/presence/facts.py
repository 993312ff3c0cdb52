"""What is asked of rows of presence, whether they are records or a frame."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, Protocol, final

from attrs import frozen

# An organization whose name is unknown: it may be any, and counts as none.
NOBODY: Final = ""


@final
@frozen
class Activity:
    """The rows of one sector in one area, added up.

    Attributes:
        sector: The code; `unknown` where a row has none.
        area: The path; `unknown` where a row has none.
        first: The first organization, by a fixed order; NOBODY if none has a known name.
        last: The last one, the same if there is one only.
        organizations: The number of organizations with a known name.
        rows: The number of rows.
        unnamed: The number of rows whose organization is unknown.
    """

    sector: str
    area: str
    first: str
    last: str
    organizations: int
    rows: int
    unnamed: int = 0


@final
@frozen(order=True)
class Month:
    """Those who report in one sector of one area in one period.

    Attributes:
        sector: The code.
        area: The area, of two levels at most.
        period: The period, as `2025-03`.
        first: The first organization, by a fixed order.
        last: The last one, the same if there is one only.
        organizations: Their number.
    """

    sector: str
    area: str
    period: str
    first: str
    last: str
    organizations: int


@final
@frozen(order=True)
class UnknownName:
    """A name in rows that means nothing known, for the review of names.

    Attributes:
        field: organization, sector or area.
        name: The name as it is written, with single spaces.
        rows: The number of rows in which it stands.
    """

    field: str
    name: str
    rows: int


class Facts(Protocol):
    """Rows of presence with ids in place of names."""

    def organizations(self) -> frozenset[str]:
        """Return the ids of the organizations that are active."""
        ...

    def doubts(self) -> frozenset[tuple[str, str]]:
        """Return who may be active in what: an organization and sector, one of them unknown."""
        ...

    def active_seats(self) -> frozenset[int]:
        """Return the places, among the seats, of those whose holder is active there."""
        ...

    def activities(self) -> Iterable[Activity]:
        """Return the rows added up by sector and area."""
        ...

    def months(self) -> tuple[Month, ...]:
        """Return who reports in each period, by sector and area of two levels; sorted."""
        ...

    def unknown_names(self) -> tuple[UnknownName, ...]:
        """Return the names that mean nothing known, the most frequent first."""
        ...

    def without_seats(self) -> Any:
        """Return the activities of organizations without a seat, as the caller's kind of table."""
        ...

    def sectors_without_seats(self) -> tuple[tuple[str, str, str, int], ...]:
        """Return the organizations without a seat: with sector, verdict and number of areas."""
        ...

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str | int]]) -> Any:
        """Return rows as the caller's kind of table."""
        ...

    def rows(self, table: Any) -> list[dict[str, str | int]]:
        """Return the rows of a table of the caller's kind, as plain values by column."""
        ...
