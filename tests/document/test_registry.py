"""Well-known organizations that a document names without describing them."""

from interagency.document.registry import called_for
from interagency.model import Appeal, Forum, Organization, Plan, Product, Seat

REGISTRY = {id: Organization(id=id) for id in ("unhcr", "unicef", "wfp", "who")}


def test_only_what_is_named_where_an_organization_may_be_is_lent() -> None:
    fields = {
        "forums": (Forum(id="f", name="who"),),
        "seats": (Seat(body="f", term="unicef", holder="wfp"),),
        "products": (Product(id="p", by=("unhcr", "f")),),
    }
    assert called_for(fields, REGISTRY) == (REGISTRY["unhcr"], REGISTRY["wfp"])


def test_what_the_document_calls_by_the_same_id_is_its_own() -> None:
    fields = {"plans": (Plan(id="wfp"),), "appeals": (Appeal(plan="wfp", organization="wfp"),)}
    assert called_for(fields, REGISTRY) == ()


def test_a_document_that_names_nobody_borrows_nothing() -> None:
    assert called_for({}, REGISTRY) == ()
