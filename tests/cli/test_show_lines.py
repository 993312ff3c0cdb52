"""`interagency show` says what the appeals of a plan add up to, with organizations counted once."""

import pytest

from tests.cli.runs import run

HEAD = "interagency: 1\ntitle: Plans\n"
WHO = "organizations: how many different ones appeal for the country"
PLAN = "plans: {rrp: {name: Plan, kind: RRP, requirement: 60 USD}}\n"


def appeals(*rows: str, plan: str = PLAN) -> list[str]:
    """Return the lines below `Appeals` of a document with these appeals."""
    listed = "".join(f"- {{plan: rrp, {row}}}\n" for row in rows)
    result = run("show", "-", input=f"{HEAD}{plan}appeals:\n{listed}")
    assert result.exit_code == 0
    _, _, below = result.stdout.partition("\nAppeals\n")
    return below.partition("\n\n")[0].splitlines()


def test_the_3rp_of_2022_has_212_organizations_and_not_294() -> None:
    shown = run("show", "example:3rp-2022").stdout
    assert (
        "755 appeals of 212 organizations, 6,080,899,576 USD in all, as the plan states\n"
        "    country  organizations            USD\n"
        "    LBN                126  3,195,999,999  Lebanon\n"
        "    JOR                 57  1,300,000,000  Jordan\n"
        "    TUR                 74  1,163,688,761  Türkiye\n"
        "    IRQ                 24    251,126,418  Iraq\n"
        "    EGY                 13    130,191,927  Egypt\n"
        "    none                 3     39,892,471  appeals that name no country\n"
        "    counted in each country they are 294: "
        "one that appeals in several countries counts in each, and is one of the 212\n"
        "    sector                      USD\n"
        "    FSC               1,338,287,550  Food Security\n"
    ) in shown
    assert "\n    HEA+NUT             479,634,347  Health and Nutrition\n" in shown
    assert (
        "\n    organizations: how many different ones appeal for the country; "
        "USD: what is asked for; ?: no certain amount\n"
    ) in shown
    assert "  6,080,899,576 USD  projects 755, partners >270  " in shown


def test_one_country_and_one_sector_need_no_table() -> None:
    assert appeals(
        "organization: unhcr, country: PER, covers: [EDU], amount: 20 USD",
        "organization: iom, country: PER, covers: [EDU], amount: 30 USD",
    ) == ["Plan: 2 appeals of 2 organizations, 50 USD in all (60 USD is stated)"]


def test_organizations_that_appeal_in_one_country_each_add_up() -> None:
    assert appeals(
        "organization: unhcr, country: PER, amount: 20.50 USD",
        "organization: iom, country: COL",
        plan="plans: {rrp: {name: Plan}}\n",
    ) == [
        "Plan: 2 appeals of 2 organizations, 20.50 USD in all, 1 without a certain amount",
        "    country  organizations    USD",
        "    PER                  1  20.50  Peru",
        "    COL                  1      ?  Colombia",
        f"    {WHO}; USD: what is asked for; ?: no certain amount",
    ]


@pytest.mark.parametrize("stated", ["60 USD", "20 EUR"])
def test_another_stated_amount_stands_beside_the_sum(stated: str) -> None:
    plan = f"plans: {{rrp: {{name: Plan, requirement: {stated}}}}}\n"
    assert appeals("organization: unhcr, amount: 20 USD", plan=plan) == [
        f"Plan: 1 appeal of 1 organization, 20 USD in all ({stated} is stated)"
    ]


def test_two_currencies_have_no_sum() -> None:
    assert appeals(
        "organization: unhcr, country: PER, amount: 1 USD",
        "organization: unhcr, country: COL, amount: 1 EUR",
    ) == [
        "Plan: 2 appeals of 1 organization, no sum of several currencies",
        "    country  organizations",
        "    COL                  1  ?  Colombia",
        "    PER                  1  ?  Peru",
        "    counted in each country they are 2: "
        "one that appeals in several countries counts in each, and is one of the 1",
        f"    {WHO}; ?: no certain amount",
    ]


def test_without_any_amount_organizations_are_counted_all_the_same() -> None:
    assert appeals("organization: unhcr") == [
        "Plan: 1 appeal of 1 organization, 1 without a certain amount"
    ]


def test_codes_of_sectors_are_told_in_words_and_what_is_in_no_list_as_such() -> None:
    assert appeals(
        "organization: unhcr, covers: [EDU, ours], amount: 20000 USD",
        "organization: unhcr, covers: unknown, amount: 1000 USD",
        "organization: unhcr, amount: 1 USD",
    ) == [
        "Plan: 3 appeals of 1 organization, 21,001 USD in all (60 USD is stated)",
        "    sector       USD",
        "    EDU+ours  20,000  Education and ours (in no list)",
        "    unknown    1,000  not known which",
        "    none           1  appeals that name no sector",
        "    USD: what is asked for; ?: no certain amount",
    ]
