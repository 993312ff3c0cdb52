"""The register of seats and contacts, with its holes."""

from interagency.exchange import Exporter
from interagency.report.register import REGISTER_OPTIONS, to_register

EXPORTER = Exporter(
    name="register",
    summary="The register: group, seat, organization, post, mailbox, age of the source, holes.",
    suffix=".csv",
    loses="everything but the seats of one day, with the levels, areas and mailboxes of groups",
    write=to_register,
    options=REGISTER_OPTIONS,
    media_type="text/csv",
)
