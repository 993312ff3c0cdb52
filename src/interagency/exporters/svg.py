"""An organogram as SVG, for pages, mails and print."""

from interagency.exchange import Exporter
from interagency.report.drawing import LOSES
from interagency.report.pictures import PICTURE_OPTIONS, to_svg

EXPORTER = Exporter(
    name="svg",
    summary="An organogram: bodies, who leads them, reporting lines; a picture for any page.",
    suffix=".svg",
    loses=LOSES,
    write=to_svg,
    options=PICTURE_OPTIONS,
    media_type="image/svg+xml",
)
