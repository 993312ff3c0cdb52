"""What does not fit in a document comes with what to write instead."""

import pytest

from interagency.document import InvalidDocument, loads

DOCUMENT = """interagency: 2
organizations:
  molsp: {name: Ministry of Labour and Social Protection, acronym: MoLSP, kind: government,
          aliases: [Labour Ministry, {name: Ministry of Work, certainty: disputed}]}
  twin-a: {name: Twin}
  twin-b: {name: Twin}
posts: {iaco: {title: Inter-Agency Coordination Officer}}
forums:
  rcf: {name: Refugee Coordination Forum, acronym: RCF}
sectors:
"""


def told(line: str) -> str:
    """Return the one problem of a document with a sector."""
    with pytest.raises(InvalidDocument) as caught:
        loads(f"{DOCUMENT}  health: {{{line}}}\n")
    (problem,) = caught.value.problems
    return problem.message


@pytest.mark.parametrize(
    ("holder", "message"),
    [
        ("UNICEF", "nothing has the id 'UNICEF'; write unicef (United Nations Children's Fund)"),
        ("Unhcr", "write unhcr (United Nations High Commissioner for Refugees)"),
        ("HCR", "write unhcr (United Nations High Commissioner for Refugees)"),
        ("SCI", "write save-the-children (Save the Children)"),
        ("savethechildren", "write save-the-children (Save the Children)"),
        ("save the children", "write save-the-children (Save the Children)"),
        ("unhrc", "did you mean unhcr (United Nations High Commissioner for Refugees)"),
        ("MoLSP", "nothing has the id 'MoLSP'; write molsp"),
        ("Labour ministry", "write molsp"),
        ("Inter-Agency Coordination Officer", "write iaco"),
        ("RCF", "write rcf"),
        ("Twin", "it may mean twin-a or twin-b: write which of them"),
        ("unhcr and wfp", "write them one by one: [unhcr, wfp]"),
        ("unhcr and government", "write them one by one: [unhcr, government]"),
        ("Vacant", "write vacant"),
        ("None", "write none"),
        ("Ministry of Work", "well-known organizations have ids such as unhcr"),
        ("zzzz and qqqq", "well-known organizations have ids such as unhcr"),
        ("molspp", "did you mean molsp?"),
    ],
)
def test_an_id_is_suggested_from_what_a_thing_is_called(holder: str, message: str) -> None:
    assert message in told(f"seats: {{lead: [{holder}]}}")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("within: RCF", "nothing has the id 'RCF'; write rcf"),
        ("within: UNICEF", "nothing has the id 'UNICEF'; a body is expected here"),
        ("areas: [Moldova]", "'Moldova' is not an area; write MDA"),
        ("areas: [Moldova/Chisinau]", "'Moldova/Chisinau' is not an area; write MDA/Chisinau"),
        ("areas: [Nowhere]", "'Nowhere' is not an area: a path that begins with"),
        ("areas: [Moldova/]", "'Moldova/' is not an area: a path that begins with"),
        ("covers: [Camp Coordination]", "'Camp Coordination' is not a code of sectors; write CCM"),
        ("covers: [Health and Nutrition]", "write HEA and NUT"),
        ("covers: [Child Protecton]", "did you mean PRO-CPN?"),
        ("covers: [no such thing]", "`interagency codes sectors` lists them"),
        ("populations: [Ukrainian refugees]", "is not a code of populations; write refugees"),
        ("level: National", "write national, not the word 'National'"),
        ("level: Sub National", "write sub-national, not the word 'Sub National'"),
        ("level: here", "one of global, regional, sub-regional, national"),
        ("contact: ' '", "' ' is not a text"),
    ],
)
def test_a_code_a_country_or_a_word_is_suggested(line: str, message: str) -> None:
    assert message in told(line)


def test_an_id_is_made_of_what_is_none() -> None:
    with pytest.raises(InvalidDocument, match=r"for example gov-rou; write molsp-2$"):
        loads("interagency: 2\nforums: {MoLSP 2: {}}\n")
    with pytest.raises(InvalidDocument, match=r"for example gov-rou$"):
        loads("interagency: 2\nforums: {'---': {}}\n")


def test_of_many_unknown_ids_only_the_first_are_compared_with_all_names() -> None:
    wrong = ", ".join(f"unhcr{number}x" for number in range(150))
    with pytest.raises(InvalidDocument) as caught:
        loads(f"interagency: 2\nforums: {{f: {{seats: {{member: [{wrong}]}}}}}}\n")
    meant = ["did you mean" in each.message for each in caught.value.problems]
    assert len(meant) == 150
    assert meant[0]
    assert not meant[-1]
