"""An organogram as PowerPoint slides that can be edited."""

from interagency.exchange import Exporter
from interagency.report.drawing import LOSES
from interagency.report.pictures import LANGUAGE_OPTION
from interagency.report.selection import SELECTION_OPTIONS
from interagency.report.slides import to_pptx

EXPORTER = Exporter(
    name="pptx",
    summary="The organogram as PowerPoint slides, to edit; needs the extra office.",
    suffix=".pptx",
    loses=LOSES,
    write=to_pptx,
    options=(*SELECTION_OPTIONS, LANGUAGE_OPTION),
    media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
)
