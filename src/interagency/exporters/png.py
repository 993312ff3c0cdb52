"""An organogram as PNG, drawn of its SVG by resvg."""

from interagency.exchange import Exporter
from interagency.report.drawing import LOSES
from interagency.report.pictures import PICTURE_OPTIONS, to_png

EXPORTER = Exporter(
    name="png",
    summary="The organogram as PNG pictures; needs the extra png.",
    suffix=".png",
    loses=LOSES,
    write=to_png,
    options=PICTURE_OPTIONS,
    media_type="image/png",
)
