"""Draft terms of reference of groups and posts, with open places marked."""

from interagency.exchange import Exporter
from interagency.report.terms import TERMS_OPTIONS, to_terms

EXPORTER = Exporter(
    name="terms",
    summary="Draft terms of reference of a group or a post, in Markdown; --of says which.",
    suffix=".md",
    loses="everything but what is recorded of groups and posts on one day",
    write=to_terms,
    options=TERMS_OPTIONS,
    media_type="text/markdown",
)
