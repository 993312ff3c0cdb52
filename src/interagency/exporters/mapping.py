"""Answers to the yearly mapping of coordination structures."""

from interagency.exchange import Exporter
from interagency.report.mapping import MAPPING_OPTIONS, to_mapping

EXPORTER = Exporter(
    name="mapping",
    summary="Answers to the yearly mapping of structures by OCHA, as far as they are recorded.",
    suffix=".csv",
    loses="everything but what the mapping asks of one day",
    write=to_mapping,
    options=MAPPING_OPTIONS,
    media_type="text/csv",
)
