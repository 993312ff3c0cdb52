"""What a plan received and whom it reached: never with unknown as nothing."""

from decimal import Decimal

import pytest
from hypothesis import given

from interagency.document import loads
from interagency.indicators.coverage import coverage, received_by_appeals
from interagency.model import Architecture, Money, Plan, UnknownId
from interagency.snapshot import Snapshot
from interagency.testing.strategies import architectures


def of(progress: str, plan: str = "", appeals: str = "[]") -> Snapshot:
    head = "interagency: 2\nas_of: 2022-09-30\nforums: {f: {}}\n"
    return Snapshot.of(
        loads(f"{head}plans: {{p: {{{plan}progress: [{progress}]}}}}\nappeals: {appeals}\n")
        if appeals != "[]"
        else loads(f"{head}plans: {{p: {{{plan}progress: [{progress}]}}}}\n")
    )


@pytest.mark.parametrize(
    ("plan", "progress", "share"),
    [
        ("requirement: 10 USD, ", "{as_of: 2022-08, received: 4 USD}", "0.4"),
        ("requirement: 10 USD, ", "{as_of: 2022-08, received: 4 USD, requirement: 8 USD}", "0.5"),
        ("requirement: 10 USD, ", "{as_of: 2022-08, received: 0 USD}", "0"),
        ("requirement: 10 USD, ", "{as_of: 2022-08, reached: {people: 5}}", None),
        ("requirement: 10 USD, ", "{as_of: 2022-08, received: 4 EUR}", None),
        ("requirement: 0 USD, ", "{as_of: 2022-08, received: 4 USD}", None),
        ("requirement: 10 USD, ", "{as_of: 2022-08, received: 4 USD, covers: [HEA]}", None),
        ("requirement: 10 USD, ", "{as_of: 2022-08, received: 4 USD, country: ROU}", None),
        ("", "{as_of: 2022-08, received: 4 USD}", None),
    ],
)
def test_the_share_of_money_is_known_only_of_like_and_like(
    plan: str, progress: str, share: str | None
) -> None:
    (found,) = coverage(of(progress, plan), "p")
    assert found.share == (None if share is None else Decimal(share))


@pytest.mark.parametrize(
    ("figures", "share"),
    [
        ("reached: {people: 5}, targets: {people: 10}", "0.5"),
        ('reached: {people: "~5"}, targets: {people: 10}', "0.5"),
        ('reached: {people: ">5"}, targets: {people: 10}', None),
        ('reached: {people: 5}, targets: {people: "<10"}', None),
        ("reached: {people: 5}, targets: {people: 0}", None),
        ("reached: {people: 5}", None),
        ("targets: {people: 5}", None),
    ],
)
def test_the_share_of_people_is_known_only_of_exact_or_rounded_figures(
    figures: str, share: str | None
) -> None:
    ((one,),) = (each.reached for each in coverage(of(f"{{as_of: 2022-08, {figures}}}"), "p"))
    assert one.population == "people"
    assert one.share == (None if share is None else Decimal(share))


def test_the_newest_of_each_sector_and_country_counts_the_whole_plan_first() -> None:
    found = coverage(
        of(
            "{as_of: 2022-06, received: 1 USD}, {as_of: 2022-08, received: 2 USD}, "
            "{as_of: 2022-08, covers: [HEA], received: 3 USD}, "
            "{as_of: 2022-10, received: 9 USD}, "
            "{as_of: 2022-09, received: 7 USD, certainty: disputed}"
        ),
        "p",
    )
    assert [(str(each.as_of), each.covers, str(each.received)) for each in found] == [
        ("2022-08", (), "2 USD"),
        ("2022-08", ("HEA",), "3 USD"),
    ]


def test_what_is_no_plan_has_no_coverage() -> None:
    assert coverage(of("{as_of: 2022}"), "f") == ()
    with pytest.raises(UnknownId):
        coverage(of("{as_of: 2022}"), "q")


def test_appeals_that_do_not_say_what_they_received_are_counted_and_in_no_sum() -> None:
    appeals = (
        "[{plan: p, organization: unhcr, progress: [{as_of: 2022-06, received: 5 USD}, "
        "{as_of: 2022-03, received: 1 USD}]}, {plan: p, organization: iom}, "
        "{plan: p, organization: wfp, progress: [{as_of: 2022-06, reached: {people: 1}}]}, "
        "{plan: p, organization: who, progress: [{as_of: 2022-06, received: 2 USD}]}]"
    )
    found = received_by_appeals(of("{as_of: 2022}", appeals=appeals), "p")
    assert (found.received, found.known, found.unknown) == (Money(Decimal(7), "USD"), 2, 2)
    mixed = received_by_appeals(of("{as_of: 2022}", appeals=appeals.replace("2 USD", "2 EUR")), "p")
    assert (mixed.received, mixed.known) == (None, 2)


def test_what_an_appeal_received_in_all_is_not_added_to_its_parts() -> None:
    parts = (
        "{as_of: 2022-06, covers: [HEA], received: 2 USD}, "
        "{as_of: 2022-06, covers: [PRO], received: 1 USD}"
    )
    for whole, total in (("", 3), (", {as_of: 2022-06, received: 5 USD}", 5)):
        appeals = f"[{{plan: p, organization: unhcr, progress: [{parts}{whole}]}}]"
        found = received_by_appeals(of("{as_of: 2022}", appeals=appeals), "p")
        assert found.received == Money(Decimal(total), "USD")


@given(architectures())
def test_an_unknown_share_is_never_a_number(whole: Architecture) -> None:
    snapshot = Snapshot.of_all_time(whole)
    for plan in snapshot.certain(Plan):
        for each in coverage(snapshot, plan.id):
            if each.received is None or each.requirement is None:
                assert each.share is None
            assert all(x.share is None for x in each.reached if not (x.reached and x.target))
