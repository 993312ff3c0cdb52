"""A change that is not made yet as JSON, for scripts; `schemas/whatif.json` is its schema."""

from typing import Any

from interagency.change import WhatIf
from interagency.change.effects import Place
from interagency.cli.diff_json import comparison_value
from interagency.document.writer import json_text
from interagency.model.keys import describe


def whatif_as_json(found: WhatIf) -> str:
    """Return a comparison as `diff` prints it, with the effects of the change."""
    effects = found.effects
    value: dict[str, Any] = {
        "lost_seats": [*map(_place, effects.lost)],
        "gained_seats": [*map(_place, effects.gained)],
        "lost_leads": [
            {"before": _place(each.before), "after": _place(each.after)}
            for each in effects.lost_leads
        ],
        "without_seat": [*effects.gone],
        "without_lead": [*effects.without_lead],
        "broken_lines": [*map(describe, effects.broken_lines)],
    }
    return json_text(comparison_value(found.comparison) | {"effects": value})


def _place(place: Place) -> dict[str, str]:
    return {"holder": place.holder, "body": place.body, "term": place.term}
