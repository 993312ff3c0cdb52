"""What a column of a table of coordination can say."""

from enum import StrEnum
from typing import Final, final


@final
class Meaning(StrEnum):
    """What the cells of a column say."""

    CONTACT = "contact"
    BUDGET = "budget"
    NOISE = "noise"
    ADMIN2 = "area of the second level"
    ADMIN1_CODE = "code of admin 1"
    ADMIN1 = "admin 1"
    PLATFORM = "platform"
    REGIONAL = "regional"
    ORG_ID = "id of the organization"
    PARTNER_ID = "id of the implementing partner"
    ACRONYM = "acronym"
    TYPE = "type of organization"
    IMPLEMENTING = "implementing partner"
    APPEALING = "appealing organization"
    SUBSECTOR = "sub-sector"
    SECTOR = "sector"
    APPEALS = "whether it appeals"
    IMPLEMENTS = "whether it implements"
    IN_PLAN = "whether it is an activity of the plan"
    INDICATOR = "indicator"
    ACTIVITY = "activity"
    COUNTRY = "country"
    YEAR = "year"
    MONTH = "month"
    ORGANIZATION = "organization"
    ENGLISH = "English"
    SPANISH = "Spanish"
    PORTUGUESE = "Portuguese"
    VARIABLE = "what is translated"


# Columns of which no cell is ever read, or which say nothing of who coordinates what.
UNREAD: Final = frozenset(
    {Meaning.CONTACT, Meaning.NOISE, Meaning.ADMIN2, Meaning.INDICATOR, Meaning.ACTIVITY}
)
