"""Whether a contact list is current: how old it is, which no form of clause can say."""

from datetime import timedelta
from typing import Final

from interagency.conformance import Answer
from interagency.model import Product
from interagency.snapshot import PERIODS, Snapshot, Verdict, some

KIND: Final = "contact-list"
# A month; that is written in no source, and the clause says so.
_SPARE: Final = PERIODS["monthly"]


def contact_list_current(snapshot: Snapshot, _: str) -> Answer:
    """Answer whether some contact list was updated within its own rhythm, or within a month."""
    lists = [each for each in snapshot.certain(Product) if each.kind == KIND]
    answers = {each.id: _is_current(snapshot, each) for each in lists}
    verdict = some(answers.values(), closed="products" in snapshot.now.complete)
    found = tuple(sorted(id for id, each in answers.items() if each is verdict))
    if verdict is not Verdict.UNKNOWN:
        return Answer(verdict, found)
    asked = (snapshot.ask_field(each, "done") for each in lists)
    return Answer(verdict, (), tuple(asked))


def _is_current(snapshot: Snapshot, product: Product) -> Verdict:
    day = snapshot.day
    done = [each.last for each in product.done if day and each.last <= day]
    if not done or day is None:
        return Verdict.UNKNOWN
    days = PERIODS.get(product.frequency or "", _SPARE)
    return Verdict.MET if day - max(done) <= timedelta(days=days) else Verdict.GAP
