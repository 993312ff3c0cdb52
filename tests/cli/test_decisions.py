"""`interagency decisions`: what is open, what was decided and by whom, what parties agreed."""

import json
from pathlib import Path

from tests.cli.runs import run

DOCUMENT = """\
interagency: 2
title: Response
as_of: 2022-04-01
forums: {rcf: {name: RCF}, old: {name: Old}}
decisions:
  first: {name: First, status: taken, day: 2022-01, by: [rcf]}
  second: {name: Second, status: taken, day: 2022-03-05, by: [none]}
  odd: {name: Odd, certainty: inferred}
  open:
    {name: Merger, text: Whether both become one, status: open, by: [rcf, unknown], changes: [old]}
agreements:
  letter:
    {name: Letter, kind: mou, parties: [unhcr, iom], until: 2022-12, subject: shelter,
     concerns: [rcf]}
  gone: {name: Gone, parties: [unhcr], until: 2021}
  coming: {name: Coming, since: 2023}
  endless: {name: Endless}
"""
TEXT = """\
Response, 2022-04-01: 4 decisions, 3 agreements

open  Merger
    Whether both become one
    to be taken by: RCF, ?
    changes: Old

?  Odd (inferred)
    by: ?

taken  Second (2022-03-05)
    by: none

taken  First (2022-01)
    by: RCF

?  Gone, until 2021 (ended)
    between: UNHCR

mou  Letter, until 2022-12
    between: UNHCR, IOM
    on: shelter
    concerns: RCF

?  Endless, until ?
    between: ?
"""


def test_what_is_open_comes_first_and_what_ends_first() -> None:
    Path("r.yaml").write_text(DOCUMENT)
    assert run("decisions", "r.yaml").stdout == TEXT
    found = json.loads(run("decisions", "r.yaml", "--format", "json").stdout)
    assert [each["id"] for each in found["decisions"]] == ["open", "odd", "second", "first"]
    assert [each["id"] for each in found["agreements"]] == ["gone", "letter", "endless"]


def test_a_document_without_any_says_so() -> None:
    Path("r.yaml").write_text("interagency: 2\n")
    text = "untitled, no date stated: 0 decisions, 0 agreements\n"
    assert run("decisions", "r.yaml").stdout == text
