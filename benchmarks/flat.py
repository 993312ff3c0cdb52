"""A document as flat lists of records: the same facts, in the form that suits the peers best.

Every record is flat, has the names of the fields of the model, and leaves out what is not said.
"""

from typing import Any

Plain = dict[str, Any]
BODIES = ("forums", "sectors", "sub_sectors", "working_groups")


def flattened(document: Plain) -> Plain:
    """Return the facts of a generated document as flat lists."""
    flat: Plain = {key: value for key, value in document.items() if not isinstance(value, dict)}
    flat["organizations"] = [{"id": id, **each} for id, each in document["organizations"].items()]
    flat["plans"] = [{"id": id, **each} for id, each in document["plans"].items()]
    flat["seats"], flat["links"] = [], []
    for section in BODIES:
        flat[section] = [
            _body(id, entry, flat["seats"], flat["links"])
            for id, entry in document[section].items()
        ]
    return flat


def _body(id: str, entry: Plain, seats: list[Plain], links: list[Plain]) -> Plain:
    body = {"id": id, **entry}
    for term, held in body.pop("seats").items():
        for each in held:
            seat = {"holder": each} if isinstance(each, str) else each
            seats.append({"body": id, "term": term, **seat})
    for to in body.pop("reports_to", ()):
        links.append({"kind": "reports_to", "from_": id, "to": to})
    if "within" in body:
        body["within"] = {"to": body["within"]}
    if "kind" in body:
        body["kind"] = [body["kind"]]
    return body
