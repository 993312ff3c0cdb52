"""Every kind of malformed input ends in a list of problems with their places, never otherwise."""

import gzip
import json
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interagency.document import (
    InvalidDocument,
    Problem,
    UnsupportedVersion,
    load,
    loads,
    problems,
    yaml_reader,
)
from interagency.document import folder as union_module
from interagency.document.problems import MOST_PROBLEMS, path_text
from interagency.model import values

HEADER = "interagency: 1\n"


def problems_of(text: str | bytes) -> list[Problem]:
    """Return what is wrong with a text."""
    with pytest.raises(InvalidDocument) as caught:
        loads(text, file="f")
    return list(caught.value.problems)


def shown(problem: Problem) -> str:
    """Return a problem as `line:column path: message`."""
    place = f"{problem.line}:{problem.column} " if problem.line else ""
    path = f"{path_text(problem.path)}: " if problem.path else ""
    return f"{place}{path}{problem.message}"


def same(found: list[Problem], expected: tuple[str, ...]) -> bool:
    """Tell whether problems begin as expected, and are as many."""
    texts = [shown(problem) for problem in found]
    pairs = list(zip(texts, expected, strict=False))
    return len(texts) == len(expected) and all(text.startswith(want) for text, want in pairs)


# What follows the header, and what is wrong with it: line:column path: message.
BAD = (
    pytest.param(
        "areas: ROU\n",
        ("2:8 areas: a list is expected here: write [ROU]; the word unknown may stand alone",),
        id="text where a list belongs",
    ),
    pytest.param(
        "areas: []\n",
        ("2:1 areas: nothing is written here: leave the key out if nobody knows; the word",),
        id="areas []",
    ),
    pytest.param(
        "areas:\n",
        ("2:7 areas: nothing is written here: leave the key out if nobody knows; the word",),
        id="areas null",
    ),
    pytest.param(
        "areas: {a: 1}\n",
        ("2:1 areas: a list is expected here, not a mapping; the word unknown may stand",),
        id="areas map",
    ),
    pytest.param(
        "areas: 12\n",
        ("2:8 areas: a list is expected here, not 12; the word unknown may stand alone",),
        id="areas num",
    ),
    pytest.param(
        "areas: true\n",
        ("2:8 areas: a list is expected here, not true; the word unknown may stand alone",),
        id="areas bool",
    ),
    pytest.param(
        "title: true\n",
        ("2:8 title: text is expected here, not true; put it in quotes",),
        id="title bool",
    ),
    pytest.param(
        "title: [a]\n",
        ("2:1 title: text is expected here, not a list; leave the field out if unknown",),
        id="title list",
    ),
    pytest.param(
        "title:\n",
        ("2:7 title: text is expected here, not nothing; leave the field out if unknown",),
        id="title null",
    ),
    pytest.param(
        "title: {a: b}\n",
        ("2:1 title: text is expected here, not a mapping; leave the field out if unknown",),
        id="title map",
    ),
    pytest.param(
        "as_of: [2022]\n",
        ("2:1 as_of: text is expected here, not a list; leave the field out if unknown",),
        id="asof list",
    ),
    pytest.param(
        "as_of: true\n",
        ("2:8 as_of: text is expected here, not true; put it in quotes",),
        id="asof bool",
    ),
    pytest.param(
        "as_of: 2022-13\n",
        ("2:8 as_of: '2022-13' is not a date: month must be in 1..12",),
        id="month 13",
    ),
    pytest.param(
        "as_of: 2022-02-30\n",
        ("2:8 as_of: '2022-02-30' is not a date: day is out of range for month",),
        id="30 February",
    ),
    pytest.param(
        "as_of: 20220320\n",
        ("2:8 as_of: '20220320' is not a date: write 2022, 2022-03 or 2022-03-20",),
        id="day without hyphens",
    ),
    pytest.param(
        "as_of: 0000\n",
        ("2:8 as_of: '0000' is not a date: year 0 is out of range",),
        id="year 0",
    ),
    pytest.param(
        "level: natinal\n",
        ("2:8 level: one of global, regional, sub-regional, national, sub-national, site,",),
        id="level",
    ),
    pytest.param(
        "level: [national]\n",
        ("2:1 level: one of global, regional, sub-regional, national, sub-national, site,",),
        id="level list",
    ),
    pytest.param(
        "level: 1\n",
        ("2:8 level: one of global, regional, sub-regional, national, sub-national, site,",),
        id="level num",
    ),
    pytest.param(
        "sectors:\n",
        ("2:9 sectors: a mapping is expected here, not nothing",),
        id="sectors null",
    ),
    pytest.param(
        "sectors: []\n",
        ("2:1 sectors: a mapping is expected here, not a list",),
        id="sectors list",
    ),
    pytest.param(
        "sectors: [a]\n",
        ("2:1 sectors: a mapping is expected here, not a list",),
        id="sectors list2",
    ),
    pytest.param(
        "sectors: a\n",
        ("2:10 sectors: a mapping is expected here, not the word 'a'",),
        id="sectors text",
    ),
    pytest.param(
        "links: {}\n",
        ("2:1 links: a list is expected here, not a mapping",),
        id="links map",
    ),
    pytest.param(
        "links: {a: 1}\n",
        ("2:1 links: a list is expected here, not a mapping",),
        id="links map2",
    ),
    pytest.param(
        "links: []\n",
        ("2:1 links: nothing is written here: leave the key out if nobody knows",),
        id="links empty",
    ),
    pytest.param(
        "sectors: {a: b}\n",
        ("2:14 sectors.a: a mapping is expected here, not the word 'b'",),
        id="entry text",
    ),
    pytest.param(
        "sectors: {a: }\n",
        ("2:14 sectors.a: a mapping is expected here, not nothing",),
        id="entry null",
    ),
    pytest.param(
        "sectors: {a: [1]}\n",
        ("2:11 sectors.a: a mapping is expected here, not a list",),
        id="entry list",
    ),
    pytest.param(
        "title: a\ntitle: b\n",
        ("3:1 title: the key 'title' is written twice",),
        id="key twice",
    ),
    pytest.param(
        "sectors: {a: {name: x, name: y}}\n",
        ("2:24 sectors.a.name: the key 'name' is written twice",),
        id="nested key twice",
    ),
    pytest.param(
        "titel: a\n",
        ("2:8 titel: there is no field 'titel' here; did you mean title?",),
        id="unk header",
    ),
    pytest.param(
        "sectors: {a: {nmae: x}}\n",
        ("2:21 sectors.a.nmae: there is no field 'nmae' here; did you mean name?",),
        id="unk entity",
    ),
    pytest.param(
        "sectors: {a: {seats: {lead: [{hodler: unhcr}]}}}\n",
        ("2:39 sectors.a.seats.lead[0].hodler: there is no field 'hodler' here; did you",),
        id="unk seat",
    ),
    pytest.param(
        "sectors: {a: {seats: {lead: [{body: unhcr}]}}}\n",
        ("2:37 sectors.a.seats.lead[0].body: there is no field 'body' here; known are",),
        id="unk seat2",
    ),
    pytest.param(
        "links: [{kind: supports, from: a, too: b}]\n",
        (
            "2:9 links[0]: the field 'to' is missing",
            "2:40 links[0].too: there is no field 'too' here; did you mean to?",
        ),
        id="unk link",
    ),
    pytest.param(
        "sectors: {a: {supports: [{too: b}]}}\n",
        (
            "2:26 sectors.a.supports[0]: the field 'to' is missing",
            "2:32 sectors.a.supports[0].too: there is no field 'too' here; did you mean to?",
        ),
        id="unk link2",
    ),
    pytest.param(
        "sectors: {a: {within: {too: b}}}\n",
        (
            "2:15 sectors.a.within: the field 'to' is missing",
            "2:29 sectors.a.within.too: there is no field 'too' here; did you mean to?",
        ),
        id="unk within",
    ),
    pytest.param(
        "sectors: {a: {aliases: [{nmae: b}]}}\n",
        (
            "2:25 sectors.a.aliases[0]: the field 'name' is missing",
            "2:32 sectors.a.aliases[0].nmae: there is no field 'nmae' here; did you mean name?",
        ),
        id="unk alias",
    ),
    pytest.param(
        "answers: {RCM-04: {answr: yes}}\n",
        (
            "2:11 answers.RCM-04: the field 'answer' is missing",
            "2:27 answers.RCM-04.answr: there is no field 'answr' here; did you mean answer?",
        ),
        id="unk answers",
    ),
    pytest.param(
        "answers: {RCM-04: 1}\n",
        ("2:19 answers.RCM-04: a mapping is expected here, not 1",),
        id="answers num",
    ),
    pytest.param(
        "answers: {RCM-04: true}\n",
        ("2:19 answers.RCM-04: a mapping is expected here, not true",),
        id="answers bool",
    ),
    pytest.param(
        "answers: {RCM-04: maybe}\n",
        ("2:19 answers.RCM-04.answer: 'maybe' is not an answer: yes, no or unknown",),
        id="answers bad",
    ),
    pytest.param(
        "sectors: {a: {id: b}}\n",
        ("2:19 sectors.a.id: the id is the key already, 'a'; leave it out",),
        id="id inside",
    ),
    pytest.param(
        "sectors: {alpha: {}, b: {within: alpa}}\n",
        ("2:34 sectors.b.within.to: nothing has the id 'alpa'; a body is expected here; did",),
        id="unknown id",
    ),
    pytest.param(
        "plans: {p: {}}\nsectors: {b: {within: p}}\n",
        ("3:23 sectors.b.within.to: 'p' is a plan; a body is expected here",),
        id="wrong kind",
    ),
    pytest.param(
        "forums: {a: {}}\nsectors: {a: {}}\n",
        (
            "3:11 sectors.a.id: the id 'a' is already that of a forum; "
            "choose another, for example a-sector",
        ),
        id="dup sections",
    ),
    pytest.param(
        "forums: {unknown: {}}\n",
        ("2:10 forums.unknown.id: 'unknown' is a reserved word; choose another id",),
        id="reserved",
    ),
    pytest.param(
        "forums: {vacant: {}}\n",
        ("2:10 forums.vacant.id: 'vacant' is a reserved word; choose another id",),
        id="reserved vacant",
    ),
    pytest.param(
        "plans: {none: {}}\n",
        ("2:9 plans.none.id: 'none' is a reserved word; choose another id",),
        id="reserved none",
    ),
    pytest.param(
        "forums: {A b: {}}\n",
        ("2:10 forums.A b.id: 'A b' is not an id: lowercase letters a-z and digits, joined",),
        id="bad id",
    ),
    pytest.param(
        "forums: {a: {within: b}, b: {within: a}}\n",
        ("2:10 forums.a: lies within itself: a in b in a",),
        id="ring of bodies",
    ),
    pytest.param(
        "forums: {a: {within: a}}\n",
        ("2:10 forums.a: lies within itself: a in a",),
        id="body in itself",
    ),
    pytest.param(
        "forums: {a: {within: {to: b}}, b: {within: a}}\n",
        ("2:10 forums.a: lies within itself: a in b in a",),
        id="ring in the long form",
    ),
    pytest.param(
        "plans: {a: {part_of: b}, b: {part_of: a}}\n",
        ("2:9 plans.a: lies within itself: a in b in a",),
        id="ring of plans",
    ),
    pytest.param(
        "offices: {a: {parent: a}}\n",
        ("2:11 offices.a: lies within itself: a in a",),
        id="ring of offices",
    ),
    pytest.param(
        "organizations: {a: {parent: b}, b: {parent: a}}\n",
        ("2:17 organizations.a: lies within itself: a in b in a",),
        id="ring of organizations",
    ),
    pytest.param(
        "forums: {a: {since: 2022-03, until: 2022-02}}\n",
        ("2:37 forums.a.until: ends 2022-02, before it begins, 2022-03",),
        id="period",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [{holder: unhcr, since: 2023, until: 2022}]}}}\n",
        ("2:65 forums.a.seats.lead[0].until: ends 2022, before it begins, 2023",),
        id="period seat",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [{holder: unhcr, since: 2022-13}]}}}\n",
        ("2:52 forums.a.seats.lead[0].since: '2022-13' is not a date: month must be in 1..12",),
        id="date seat",
    ),
    pytest.param(
        "plans: {a: {requirement: 881,030 USD}}\n",
        (
            "2:26 plans.a.requirement: '881' is not an amount of money: write 881030780 USD,",
            "2:37 plans.a.030 USD: there is no field '030 USD' here; known are name, names,",
        ),
        id="money",
    ),
    pytest.param(
        "plans: {a: {requirement: 881030}}\n",
        ("2:26 plans.a.requirement: '881030' is not an amount of money: write 881030780",),
        id="money2",
    ),
    pytest.param(
        "plans: {a: {requirement: -0 USD}}\n",
        ("2:26 plans.a.requirement: '-0 USD' is not an amount of money: write 881030780",),
        id="money3",
    ),
    pytest.param(
        "plans: {a: {figures: {x: about 3}}}\n",
        ('2:26 plans.a.figures.x: \'about 3\' is not a figure: write 228, ">100", "<=50" or',),
        id="figure",
    ),
    pytest.param(
        "plans: {a: {figures: {x: -3}}}\n",
        ('2:26 plans.a.figures.x: \'-3\' is not a figure: write 228, ">100", "<=50" or "~80"',),
        id="figure2",
    ),
    pytest.param(
        "plans: {a: {figures: [1]}}\n",
        ("2:13 plans.a.figures: a mapping is expected here, not a list",),
        id="figure3",
    ),
    pytest.param(
        "plans: {a: {names: {en: []}}}\n",
        ("2:21 plans.a.names.en: text is expected here, not a list; leave the field out if",),
        id="names []",
    ),
    pytest.param(
        "plans: {a: {names: {'': x}}}\n",
        ("2:13 plans.a.names: '' is not text that is neither blank nor broken Unicode",),
        id="names key empty",
    ),
    pytest.param(
        "complete: [grups]\n",
        ("2:12 complete[0]: 'grups' is not a list: one of groups, platforms, leads,",),
        id="complete",
    ),
    pytest.param(
        "forums: {a: {seats: {m: [{kind: ngo, count: 0}]}}}\n",
        ("2:45 forums.a.seats.m[0].count: must be at least 1",),
        id="count",
    ),
    pytest.param(
        "forums: {a: {seats: {m: [{kind: ngo, count: many}]}}}\n",
        ("2:45 forums.a.seats.m[0].count: a whole number is expected here, not the word",),
        id="count2",
    ),
    pytest.param(
        "forums: {a: {seats: {m: [{kind: ngo, count: 1.5}]}}}\n",
        ("2:45 forums.a.seats.m[0].count: a whole number is expected here, not 1.5",),
        id="count3",
    ),
    pytest.param(
        "forums: {a: {seats: {m: [{kind: ngo, accountable: yes}]}}}\n",
        ("2:51 forums.a.seats.m[0].accountable: true, false or jointly is expected here, not the",),
        id="accountable",
    ),
    pytest.param(
        "forums: {a: {stands_for: 0}}\n",
        ("2:26 forums.a.stands_for: '0' is not a count: a whole number, or the word several",),
        id="stands_for",
    ),
    pytest.param(
        "forums: {a: {kind: [rcf, unknown]}}\nproducts: {p: {by: [none, a]}}\n",
        ("3:16 products.p.by: 'none' means that there are no others; it stands alone",),
        id="none mix",
    ),
    pytest.param(
        "areas: [ROU, ROU]\n",
        ("2:14 areas[1]: 'ROU' is written twice",),
        id="twice",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [unhcr, unhcr]}}}\n",
        ("2:36 forums.a.seats.lead[1]: is written twice; write it once, with a count if",),
        id="twice seat",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [unknown, unknown]}}}\n",
        ("2:38 forums.a.seats.lead[1]: is written twice; write it once, with a count if",),
        id="twice unknown",
    ),
    pytest.param(
        "forums: {a: {supports: [b, b]}, b: {}}\n",
        ("2:28 forums.a.supports[1]: is written twice; write it once, with a count if there",),
        id="twice link",
    ),
    pytest.param(
        "plans: {p: {}}\nappeals: [{plan: p, organization: wfp}, {plan: p, organization: wfp}]\n",
        ("3:41 appeals[1]: is written twice; write it once, with a count if there are more",),
        id="twice appeal",
    ),
    pytest.param(
        "presence: [{organization: unhcr}, {organization: unhcr}]\n",
        ("2:35 presence[1]: is written twice; write it once, with a count if there are more",),
        id="twice presence",
    ),
    pytest.param(
        "appeals: [{plan: p}]\n",
        ("2:11 appeals[0]: the field 'organization' is missing",),
        id="appeals missing",
    ),
    pytest.param(
        "appeals: [p]\n",
        ("2:11 appeals[0]: a mapping is expected here, not the word 'p'",),
        id="appeals text",
    ),
    pytest.param(
        "forums: {a: {<<: {name: x}}}\n",
        ("2:14 forums.a: merge keys (<<) are not part of this format; write it out",),
        id="merge",
    ),
    pytest.param(
        "title: !!str x\n",
        ("2:8 title: tags (tag:yaml.org,2002:str) are not part of this format; leave it out",),
        id="tag",
    ),
    pytest.param(
        "sectors: !foo {}\n",
        ("2:10 sectors: tags (!foo) are not part of this format; leave it out",),
        id="tag on a mapping",
    ),
    pytest.param(
        "areas: &a [ROU]\nforums: {x: {areas: *a}}\n",
        ("3:21 forums.x.areas: an alias to a list or a mapping; write it out",),
        id="alias coll",
    ),
    pytest.param(
        "title: *a\n",
        ("2:8 title: the alias *a points to nothing before it",),
        id="alias undefined",
    ),
    pytest.param(
        "areas: &a [*a]\n",
        ("2:12 areas[0]: an alias to a list or a mapping; write it out",),
        id="anchor that holds itself",
    ),
    pytest.param(
        "title: &a x\n*a : y\n",
        ("3:1 a key must be a word, not a list, a mapping or an alias",),
        id="alias key",
    ),
    pytest.param(
        "[a]: y\n",
        ("2:3 a key must be a word, not a list, a mapping or an alias",),
        id="list key",
    ),
    pytest.param(
        "{a: b}: y\n",
        ("2:6 a key must be a word, not a list, a mapping or an alias",),
        id="map key",
    ),
    pytest.param(
        "---\na: 1\n",
        ("2:1 a second document; write each into a file of its own",),
        id="second document",
    ),
    pytest.param(
        "\ttitle: x\n",
        ("2:1 is not YAML: a tab begins the line: use spaces",),
        id="tab",
    ),
    pytest.param(
        'title: "x\n',
        ("3:1 is not YAML: a quote is opened and never closed",),
        id="unclosed",
    ),
    pytest.param(
        "areas: [x\n",
        ("3:1 is not YAML: a list in brackets lacks a comma, or its closing ]",),
        id="unclosed[",
    ),
    pytest.param(
        "forums: {a: {stands_for: 1e999}}\n",
        ("2:26 forums.a.stands_for: '1e999' is not a count: a whole number, or the word",),
        id="infinite count",
    ),
    pytest.param(
        "title: a\x00b\n",
        ("2:9 holds a NUL byte; is it a text file?",),
        id="NUL byte",
    ),
    pytest.param(
        "title: a\x07b\n",
        ("2:9 holds the control character U+0007; take it out",),
        id="control character",
    ),
    pytest.param(
        "title: \ud83d\n",
        ("2:8 is not UTF-8: byte 0xed; save it as UTF-8",),
        id="lone surrogate in a str",
    ),
    pytest.param(
        'title: "\\ud83d"\n',
        ("2:11 is not YAML: while parsing a quoted scalar, found invalid Unicode character",),
        id="escaped surrogate in YAML",
    ),
    pytest.param(
        "title: a\ufffeb\n",
        ("2:9 holds the control character U+FFFE; take it out",),
        id="non-character",
    ),
    pytest.param(
        "title: a\uffffb\n",
        ("2:9 holds the control character U+FFFF; take it out",),
        id="last non-character",
    ),
    pytest.param(
        "forums: {a: {seats: [lead]}}\n",
        ("2:14 forums.a.seats: a mapping is expected here, not a list",),
        id="seats list",
    ),
    pytest.param(
        "forums: {a: {seats: }}\n",
        ("2:21 forums.a.seats: a mapping is expected here, not nothing",),
        id="seats null",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: }}}\n",
        ("2:28 forums.a.seats.lead: nothing is written here: leave the key out if nobody",),
        id="seats term null",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: []}}}\n",
        ("2:22 forums.a.seats.lead: nothing is written here: leave the key out if nobody",),
        id="seats term []",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: unhcr}}}\n",
        ("2:28 forums.a.seats.lead: a list is expected here: write [unhcr]; the words",),
        id="seats term text",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: {holder: unhcr}}}}\n",
        ("2:22 forums.a.seats.lead: a list is expected here, not a mapping; the words",),
        id="seats term map",
    ),
    pytest.param(
        "forums: {a: {seats: {'': [unhcr]}}}\n",
        ("2:27 forums.a.seats.[0].term: '' is not a text: text that is neither blank nor",),
        id="seats term empty",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [null]}}}\n",
        ("2:29 forums.a.seats.lead[0]: an id or a mapping is expected here, not nothing",),
        id="seat null",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [true]}}}\n",
        ("2:29 forums.a.seats.lead[0]: an id or a mapping is expected here, not true",),
        id="seat true",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [[x]]}}}\n",
        ("2:29 forums.a.seats.lead[0]: an id or a mapping is expected here, not a list",),
        id="seat list",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [{}, {}]}}}\n",
        ("2:33 forums.a.seats.lead[1]: is written twice; write it once, with a count if",),
        id="seat {} twice",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [12]}}}\n",
        ("2:29 forums.a.seats.lead[0].holder: nothing has the id '12'; an organization or",),
        id="seat num",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [{holder: 12}]}}}\n",
        ("2:38 forums.a.seats.lead[0].holder: nothing has the id '12'; an organization or",),
        id="seat holder num",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [{holder: unhcr, since: }]}}}\n",
        ("2:52 forums.a.seats.lead[0].since: text is expected here, not nothing; leave the",),
        id="seat since null",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [{holder: null, since: 2022}]}}}\n",
        ("2:38 forums.a.seats.lead[0].holder: text is expected here, not nothing; leave the",),
        id="seat holder null",
    ),
    pytest.param(
        "forums: {a: {reports_to: {to: b}}}\n",
        ("2:14 forums.a.reports_to: a list is expected here, not a mapping; the words",),
        id="link reports",
    ),
    pytest.param(
        "forums: {a: {}}\nlinks: [{kind: foo, from: a, to: a}]\n",
        ("3:16 links[0].kind: 'foo' is not a link kind: one of reports_to, participates_in,",),
        id="link kind",
    ),
    pytest.param(
        "links: [{kind: supports, from: unknown, to: none}]\n",
        ("2:32 links[0].from: nothing has the id 'unknown'; an organization or post or body",),
        id="link from word",
    ),
    pytest.param(
        "forums: {a: {}}\nlinks: [{kind: supports, from: [], to: [a]}]\n",
        ("3:9 links[0]: nothing is written here: leave the key out if nobody knows",),
        id="link empty from",
    ),
    pytest.param(
        "forums: {a: {}}\nlinks: [{kind: supports, from: , to: [a]}]\n",
        ("3:32 links[0].from: text is expected here, not nothing; leave the field out if",),
        id="link from null",
    ),
    pytest.param(
        "forums: {a: {}}\nlinks: [{kind: supports, from: true, to: [a, 12, [x]]}]\n",
        (
            "3:32 links[0].from: text is expected here, not true; put it in quotes",
            "3:38 links[0].to: text is expected here, not a list; leave the field out if",
        ),
        id="link from num",
    ),
    pytest.param(
        "links: [a]\n",
        ("2:9 links[0]: a mapping is expected here, not the word 'a'",),
        id="links text",
    ),
    pytest.param(
        "links: a\n",
        ("2:8 links: a list is expected here: write [a]",),
        id="links textual",
    ),
    pytest.param(
        "forums: {a: {reports_to: vacant}}\n",
        ("2:26 forums.a.reports_to: a list is expected here: write [vacant]; the words",),
        id="link vacant",
    ),
    pytest.param(
        "links: [{kind: supports, from_: a, to: b}]\n",
        (
            "2:9 links[0]: the field 'from' is missing",
            "2:33 links[0].from_: there is no field 'from_' here; did you mean from?",
        ),
        id="from_",
    ),
    pytest.param(
        "forums: {a: {supports: [{from: a, to: a}]}}\n",
        ("2:32 forums.a.supports[0].from: the place of this link says it already; leave it",),
        id="link in link",
    ),
    pytest.param(
        "forums: {a: {level: x}, b: {within: a, seats: {lead: [a]}}}\n",
        ("2:21 forums.a.level: one of global, regional, sub-regional, national,",),
        id="a body that does not fit is known",
    ),
    pytest.param(
        "sources: {a: {title: []}}\ndefault_sources: [a]\n",
        ("2:15 sources.a.title: text is expected here, not a list; leave the field out if",),
        id="a source that does not fit is known",
    ),
    pytest.param(
        "answers: {a: {note: []}}\n",
        (
            "2:11 answers.a: the field 'answer' is missing",
            "2:15 answers.a.note: text is expected here, not a list; leave the field out if",
        ),
        id="an answer that does not fit",
    ),
    pytest.param(
        "sectors: {a: {bogus: 1, seats: {lead: [b]}}}\n",
        (
            "2:22 sectors.a.bogus: there is no field 'bogus' here; known are name, names,",
            "2:40 sectors.a.seats.lead[0].holder: nothing has the id 'b'; an organization or",
        ),
        id="unknown field and unknown holder",
    ),
    pytest.param(
        "forums: {a: {within: nne}}\n",
        ("2:22 forums.a.within.to: nothing has the id 'nne'; a body is expected here; did",),
        id="within none",
    ),
    pytest.param(
        "forums: {a: {within: {}}}\n",
        ("2:14 forums.a.within: the field 'to' is missing",),
        id="within {}",
    ),
    pytest.param(
        "forums: {a: {within: [b]}}\n",
        ("2:14 forums.a.within: one thing is expected here, not a list: write one of them alone",),
        id="within list",
    ),
    pytest.param(
        "forums: {a: {aliases: [null]}}\n",
        ("2:24 forums.a.aliases[0]: a mapping is expected here, not nothing",),
        id="alias null",
    ),
    pytest.param(
        "forums: {a: {aliases: x}}\n",
        ("2:23 forums.a.aliases: a list is expected here: write [x]",),
        id="aliases text",
    ),
    pytest.param(
        "forums: {a: {aliases: ['']}}\n",
        ("2:24 forums.a.aliases[0].name: '' is not a text: text that is neither blank nor",),
        id="alias empty",
    ),
    pytest.param(
        "forums: {a: {aliases: [{name: x, sources: [s]}]}}\n",
        ("2:44 forums.a.aliases[0].sources[0]: nothing has the id 's'; a source is expected",),
        id="alias bad source",
    ),
    pytest.param(
        "roles: [x]\n",
        ("2:1 roles: a mapping is expected here, not a list",),
        id="roles list",
    ),
    pytest.param(
        "forums: {a: {certainty: sure}}\n",
        ("2:25 forums.a.certainty: one of stated, inferred, disputed is expected here, not",),
        id="certainty",
    ),
    pytest.param(
        "organizations: {a: {country: Romania}}\n",
        ("2:30 organizations.a.country: 'Romania' is not a country; write ROU",),
        id="country",
    ),
    pytest.param(
        "areas: [Romania, ROU/, ROU//x]\n",
        (
            "2:9 areas[0]: 'Romania' is not an area; write ROU",
            "2:18 areas[1]: 'ROU/' is not an area: a path that begins with an ISO 3166-1",
            "2:24 areas[2]: 'ROU//x' is not an area: a path that begins with an ISO 3166-1",
        ),
        id="area",
    ),
    pytest.param(
        "situation: refugee crisis\n",
        ("2:12 situation: 'refugee crisis' is not a code of situations; write refugee",),
        id="situation sp",
    ),
    pytest.param(
        "1: x\n",
        ("2:4 1: there is no field '1' here; known are interagency, title, as_of,",),
        id="key num",
    ),
    pytest.param(
        "? \n: x\n",
        ("3:3 : there is no field '' here; known are interagency, title, as_of, situation,",),
        id="key null",
    ),
    pytest.param(
        '"": x\n',
        ("2:5 : there is no field '' here; known are interagency, title, as_of, situation,",),
        id="key empty",
    ),
    pytest.param(
        "forums: {a.b: {nmae: x}, c/d: {areas: [x]}}\n",
        (
            "2:22 forums.a.b.nmae: there is no field 'nmae' here; did you mean name?",
            "2:40 forums.c/d.areas[0]: 'x' is not an area: a path that begins with an ISO",
        ),
        id="organizations dot",
    ),
    pytest.param(
        'plans: {a: {figures: {"": 3}}}\n',
        ("2:13 plans.a.figures[0]: '' is not text that is neither blank nor broken Unicode",),
        id="figure name",
    ),
    pytest.param(
        "sector: {a: {}}\nforums: {b: {within: a}}\n",
        ("2:1 sector: there is no field 'sector' here; did you mean sectors?",),
        id="sectors misspelt",
    ),
    pytest.param(
        "sectors:\n  a: {name: [x], names: x, acronym: true, kind: {x: y}, level: ~, areas: 1}\n",
        (
            "3:7 sectors.a.name: text is expected here, not a list; leave the field out if",
            "3:25 sectors.a.names: a mapping is expected here, not the word 'x'",
            "3:37 sectors.a.acronym: text is expected here, not true; put it in quotes",
            "3:43 sectors.a.kind: a list is expected here, not a mapping",
            "3:64 sectors.a.level: one of global, regional, sub-regional, national,",
            "3:74 sectors.a.areas: a list is expected here, not 1; the word unknown may stand",
        ),
        id="levels of types in an entry",
    ),
    pytest.param(
        "posts: {a: {title: 1, office: b, duties: support}}\n",
        (
            "2:31 posts.a.office: nothing has the id 'b'; an office is expected here",
            "2:42 posts.a.duties: a list is expected here: write [support]",
        ),
        id="post",
    ),
    pytest.param(
        "mandates: {a: {organization: [unhcr], strength: true}}\n",
        (
            "2:16 mandates.a.organization: text is expected here, not a list; leave the field",
            "2:49 mandates.a.strength: text is expected here, not true; put it in quotes",
        ),
        id="mandate",
    ),
    pytest.param(
        "products: {a: {done: 2022, by: [unhcr, unhcr]}}\n",
        (
            "2:22 products.a.done: a list is expected here, not 2022",
            "2:40 products.a.by[1]: 'unhcr' is written twice",
        ),
        id="product",
    ),
    pytest.param(
        "sources: {a: {read: yesterday, url: [x]}}\n",
        (
            "2:21 sources.a.read: 'yesterday' is not a date: write 2022, 2022-03 or 2022-03-20",
            "2:32 sources.a.url: text is expected here, not a list; leave the field out if",
        ),
        id="source",
    ),
    pytest.param(
        "presence: [{organization: unhcr, area: [ROU]}]\n",
        ("2:34 presence[0].area: text is expected here, not a list; leave the field out if",),
        id="presence area",
    ),
    pytest.param(
        "plans: {p: {}}\nappeals: [{plan: p, organization: unhcr, amount: 5}]\n",
        ("3:50 appeals[0].amount: '5' is not an amount of money: write 881030780 USD, the",),
        id="appeal amount",
    ),
    pytest.param(
        "sources: {vacancy: {}}\ndefault_sources: [vacany]\n",
        ("3:19 default_sources[0]: nothing has the id 'vacany'; a source is expected here;",),
        id="unknown source",
    ),
    pytest.param(
        "forums: {a: {seats: {lead: [{holder: unhcr, post: a}]}}}\n",
        ("2:51 forums.a.seats.lead[0].post: 'a' is a body; a post is expected here",),
        id="post ref",
    ),
    pytest.param(
        "forums: {a: {}}\nanswers: {a: yes}\n",
        (
            "3:14 answers.a.id: the id 'a' is already that of a forum; "
            "choose another, for example a-answer",
        ),
        id="dup answers",
    ),
    pytest.param(
        "sectors: {a: {stands_for: [2], since: {}, until: false, within: true}}\n",
        (
            "2:15 sectors.a.stands_for: text is expected here, not a list; leave the field out",
            "2:32 sectors.a.since: text is expected here, not a mapping; leave the field out",
            "2:50 sectors.a.until: text is expected here, not false; put it in quotes",
            "2:65 sectors.a.within: a mapping is expected here, not true",
        ),
        id="types in a dated entry",
    ),
)

RAW = (
    pytest.param(
        '{"interagency": 1, "sectors": {"a": {"name": "x", "name": "y"}}}',
        ("1:59 sectors.a.name: the key 'name' is written twice",),
        id="nested key twice in JSON",
    ),
    pytest.param(
        "{interagency: 1} x\n",
        ("1:18 is not YAML: did not find expected <document start>",),
        id="flow tail",
    ),
    pytest.param(
        "---\n",
        ("1:1 a document is a mapping that begins with `interagency: 2`",),
        id="only ---",
    ),
    pytest.param(
        "",
        ("1:1 is empty: a document begins with `interagency: 2`",),
        id="empty",
    ),
    pytest.param(
        "# x\n",
        ("1:1 is empty: a document begins with `interagency: 2`",),
        id="comments",
    ),
    pytest.param(
        "- a\n",
        ("1:1 a document is a mapping that begins with `interagency: 2`",),
        id="list",
    ),
    pytest.param(
        "a\n",
        ("1:1 a document is a mapping that begins with `interagency: 2`",),
        id="scalar",
    ),
    pytest.param(
        "~\n",
        ("1:1 a document is a mapping that begins with `interagency: 2`",),
        id="null",
    ),
    pytest.param(
        '{"interagency": 1, "title": ',
        ("1:29 is not JSON: Expecting value",),
        id="JSON breaks off",
    ),
    pytest.param(
        '{"interagency": 1, "title": NaN}',
        ("1:29 is not JSON: NaN is no number",),
        id="NaN",
    ),
    pytest.param(
        '{"interagency": 1, "title": -Infinity}',
        ("1:29 is not JSON: -Infinity is no number",),
        id="Infinity",
    ),
    pytest.param(
        '{"interagency": 1, "title": "a",}',
        ("1:33 is not JSON: Expecting property name enclosed in double quotes",),
        id="JSON with a comma too many",
    ),
    pytest.param(
        "title: x\n",
        ("1:1 the version of the format is missing: write `interagency: 2`",),
        id="version miss",
    ),
    pytest.param(
        "interagency: 0\n",
        ("1:14 interagency: 0 is no version of the format: write 2",),
        id="version 0",
    ),
    pytest.param(
        "interagency: '1'\n",
        ("1:14 interagency: the word '1' is no version of the format: write 2",),
        id="version in quotes",
    ),
    pytest.param(
        "interagency: true\n",
        ("1:14 interagency: true is no version of the format: write 2",),
        id="version true",
    ),
    pytest.param(
        "interagency: 1.0\n",
        ("1:14 interagency: 1.0 is no version of the format: write 2",),
        id="version 1.0",
    ),
    pytest.param(
        "interagency: [1]\n",
        ("1:1 interagency: a list is no version of the format: write 2",),
        id="version list",
    ),
    pytest.param(
        "interagency: {a: 1}\n",
        ("1:1 interagency: a mapping is no version of the format: write 2",),
        id="version mapping",
    ),
    pytest.param(
        "interagency:\n",
        ("1:13 interagency: nothing is no version of the format: write 2",),
        id="version null",
    ),
    pytest.param(
        b"\xff\xfei\x00n\x00t\x00e\x00r\x00a\x00g\x00e\x00n\x00c\x00y\x00:\x00 \x001\x00\n\x00",
        ("1:1 is in UTF-16; save it as UTF-8",),
        id="utf16",
    ),
    pytest.param(
        b"i\x00n\x00t\x00e\x00r\x00a\x00g\x00e\x00n\x00c\x00y\x00:\x00 \x001\x00\n\x00",
        ("1:2 holds a NUL byte; is it a text file?",),
        id="utf16le",
    ),
    pytest.param(
        b"\x00i\x00n\x00t\x00e\x00r\x00a\x00g\x00e\x00n\x00c\x00y\x00:\x00 \x001\x00\n",
        ("1:1 holds a NUL byte; is it a text file?",),
        id="utf16be",
    ),
    pytest.param(
        b"interagency: 1\ntitle: \xe9\n",
        ("2:8 is not UTF-8: byte 0xe9; save it as UTF-8",),
        id="latin1",
    ),
    pytest.param(
        '{"interagency": 1, "title": "\\ud83d"}',
        ("1:29 title: '\\ud83d' is not a text: text that is neither blank nor broken Unicode",),
        id="lone surrogate in JSON",
    ),
    pytest.param(
        b"\x89PNG\r\n\x1a\n\x00\x00",
        ("is a picture: copy what it says into a document, which `interagency init` begins",),
        id="png",
    ),
    pytest.param(
        b"\x1f\x8b\x08\x00\x00",
        ("1:4 holds a NUL byte; is it a text file?",),
        id="gzip",
    ),
    pytest.param(
        '{"interagency": 1, "interagency": 1}',
        ("1:35 interagency: the key 'interagency' is written twice",),
        id="version twice in JSON",
    ),
    pytest.param(
        '{"interagency": 1, "\\ud83d": 1}',
        ("1:30 \\ud83d: there is no field '\\ud83d' here; known are interagency, title, as_of,",),
        id="lone surrogate as a key",
    ),
    pytest.param(
        '{"interagency": 1, "\\ud83d": 1, "\\ud83d": 2}',
        ("1:43 \\ud83d: the key '\\ud83d' is written twice",),
        id="lone surrogate twice as a key",
    ),
    pytest.param(
        '{"interagency": 1, "forums": {"\\ud83d": {}}}',
        ("1:31 forums.\\ud83d.id: '\\ud83d' is not an id: lowercase letters a-z and digits,",),
        id="lone surrogate as an id",
    ),
    pytest.param(
        "[1]",
        ("1:1 a document is a mapping that begins with `interagency: 2`",),
        id="json top list",
    ),
    pytest.param(
        '{"interagency": null}',
        ("1:17 interagency: nothing is no version of the format: write 2",),
        id="json null",
    ),
    pytest.param(
        "%YAML 2.0\n---\ninteragency: 1\n",
        ("1:1 is not YAML: found incompatible YAML document",),
        id="directive2",
    ),
    pytest.param(
        '{"interagency": 1, "forums": {"a": {"areas": "ROU", "seats": {"lead": [1.5]}}}}',
        (
            "1:46 forums.a.areas: a list is expected here: write [ROU]; the word unknown may",
            "1:72 forums.a.seats.lead[0].holder: nothing has the id '1.5'; an organization or",
        ),
        id="json types",
    ),
    pytest.param(
        '{"interagency": 1 "title": "a"}',
        ("1:19 is not JSON: Expecting ',' delimiter",),
        id="json no comma",
    ),
    pytest.param(
        '{"interagency": 1} {"interagency": 1}',
        ("1:20 is not JSON: Extra data",),
        id="json second",
    ),
)


@pytest.mark.parametrize(("text", "expected"), BAD)
def test_each_mistake_in_a_document_is_told_with_its_place(
    text: str, expected: tuple[str, ...]
) -> None:
    found = problems_of(HEADER + text)
    assert same(found, expected), "\n".join(map(shown, found))


@pytest.mark.parametrize(("text", "expected"), RAW)
def test_each_text_that_is_no_document_is_told_with_its_place(
    text: str | bytes, expected: tuple[str, ...]
) -> None:
    found = problems_of(text)
    assert same(found, expected), "\n".join(map(shown, found))


@pytest.mark.parametrize(
    "text",
    [
        'interagency: 1\ntitle: "a\\u0007b"\n',
        b"\xef\xbb\xbfinteragency: 1\n",
        b'\xef\xbb\xbf{"interagency": 1}',
        '{"interagency": 1, "title": "\\ud83d\\ude00"}',
        '{"interagency": 1, "title": "a\ufffe"}',
        '{"interagency": 1, "title": 1e999}',
        "%YAML 1.1\n---\ninteragency: 1\n",
        "interagency: 1\ntitle: &a x\nnote: *a\n",
        "interagency: 1\nsectors: {}\nroles: {}\n",
        "interagency: 1\nforums: {1: {name: x}, true: {seats: {}}, null: {names: {}}}\n",
        "interagency: 1\nforums: {a: {seats: {lead: [{}], member: unknown}, aliases: [x, x]}}\n",
    ],
)
def test_what_is_only_unusual_is_read(text: str | bytes) -> None:
    """An empty mapping says nothing, so nothing is wrong with it."""
    assert loads(text) is not None


def test_sixteen_faults_in_one_file_come_together_in_the_order_of_the_file() -> None:
    text = (
        "interagency: 1\n"
        "titel: x\n"
        "as_of: 2022-13\n"
        "level: nation\n"
        "areas: ROU\n"
        "sources: {s: {title: [x]}}\n"
        "forums:\n"
        "  rcf: {nmae: x, sources: [s], since: 2023, until: 2022}\n"
        "  iacg: {within: rfc, acronym: true}\n"
        "  b: {within: c, level: }\n"
        "  c: {within: b, seats: {lead: [nobody, {holder: unhcr, since: 2022-02-30}]}}\n"
        "links: [{kind: helps, from: rcf, to: rcf}]\n"
        "plans: {p: {requirement: 5}}\n"
        "answers: {X-1: perhaps}\n"
    )
    assert [(p.line, p.column, path_text(p.path)) for p in problems_of(text)] == [
        (2, 8, "titel"),
        (3, 8, "as_of"),
        (4, 8, "level"),
        (5, 8, "areas"),
        (6, 15, "sources.s.title"),
        (8, 15, "forums.rcf.nmae"),
        (8, 52, "forums.rcf.until"),
        (9, 18, "forums.iacg.within.to"),
        (9, 32, "forums.iacg.acronym"),
        (10, 3, "forums.b"),
        (10, 25, "forums.b.level"),
        (11, 33, "forums.c.seats.lead[0].holder"),
        (11, 64, "forums.c.seats.lead[1].since"),
        (12, 16, "links[0].kind"),
        (13, 26, "plans.p.requirement"),
        (14, 16, "answers.X-1.answer"),
    ]


def test_a_newer_format_is_refused_with_both_versions() -> None:
    with pytest.raises(UnsupportedVersion, match=r"version 3 .* up to 2") as caught:
        loads("interagency: 3\ntitel: x\n", file="f")
    assert [(p.line, p.column) for p in caught.value.problems] == [(1, 14)]


@pytest.mark.parametrize("size", [100, 10_000, 500_000])
def test_no_message_repeats_a_hostile_text(size: int) -> None:
    long = "9" * size
    text = (
        f"interagency: 1\ntitle: [x]\nas_of: '{long}'\nlevel: '{long}'\nareas: '{long}'\n"
        f"? '{long}'\n: 1\n"
        f"forums: {{a: {{within: '{long}', seats: {{m: [{{count: '{long}'}}]}}}}}}\n"
    )
    found = problems_of(text)
    assert len(found) == 7
    assert max(len(str(problem)) for problem in found) < 700


@pytest.mark.parametrize("version", ["9" * 10_000, "-1", "1e9"])
def test_a_number_of_any_length_is_read_without_harm(version: str) -> None:
    for text in (f"interagency: {version}\n", f'{{"interagency": {version}}}'):
        (problem,) = problems_of(text)
        assert "is no version of the format: write 2" in problem.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("interagency: 1\nareas: " + "[" * 100_000, "is nested deeper than 16 levels"),
        ("a:\n" + "".join("  " * depth + "a:\n" for depth in range(1, 40)), "deeper than 16"),
        ('{"interagency": 1, "areas": ' + "[" * 100_000, "is nested too deep to be read"),
        ('{"a": ' * 100_000, "is nested too deep to be read"),
        ('{"interagency": ' + "[" * 300 + "]" * 300 + "}", "a list is no version"),
    ],
)
def test_a_depth_bomb_is_refused(text: str, message: str) -> None:
    (problem,) = problems_of(text)
    assert message in problem.message


def test_an_alias_bomb_is_refused_before_anything_is_structured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Aliases to collections give nothing, so that no copy of them is ever made."""
    monkeypatch.setattr("interagency.document.reader.quickly", pytest.fail)
    lines = ["interagency: 1", "a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    found = problems_of("\n".join(lines))
    assert sum("an alias to a list or a mapping" in problem.message for problem in found) == 72


def test_a_long_text_is_not_repeated_by_aliases_without_end() -> None:
    text = f"interagency: 1\ntitle: &a '{'x' * 500_000}'\nareas: [{'*a , ' * 10_000}]\n"
    (problem,) = problems_of(text)
    assert problem.message == "the aliases repeat too much text; write it out"
    assert problem.line == 3


def test_lists_of_ends_do_not_make_links_without_end() -> None:
    ends = ", ".join(["a"] * 1_000)
    text = (
        f"{HEADER}forums: {{a: {{}}}}\nlinks: [{{kind: supports, from: [{ends}], to: [{ends}]}}]\n"
    )
    (problem,) = problems_of(text)
    assert problem.message == "the lists of ends make more than 50,000 links; write fewer"


def test_a_syntax_error_comes_alone() -> None:
    (problem,) = problems_of("interagency: 1\ntitel: x\nareas: [\n")
    assert problem.message.startswith("is not YAML: ")


def test_a_section_that_cannot_be_read_is_the_only_problem_of_what_refers_to_it() -> None:
    (problem,) = problems_of(HEADER + "organizations: [{id: a}]\nforums: {f: {seats: {m: [a]}}}\n")
    assert problem.path == ("organizations",)


def test_a_record_that_does_not_fit_still_tells_its_other_faults() -> None:
    found = problems_of(HEADER + "posts: {a: {title: [x], office: b}}\n")
    assert [path_text(problem.path) for problem in found] == ["posts.a.title", "posts.a.office"]


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[object]:
    """Return a list that grows with every call of a function."""
    calls: list[object] = []
    real: Callable[..., object] = getattr(owner, name)

    def call(*given: object, **named: object) -> object:
        calls.append(given)
        return real(*given, **named)

    monkeypatch.setattr(owner, name, call)
    return calls


def test_a_file_is_walked_once_for_all_its_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    walks = counted(monkeypatch, union_module, "locate")
    found = problems_of(HEADER + "areas:\n" + "- x1\n" * 20_000)
    assert len(found) == MOST_PROBLEMS
    assert len(walks) == 1


@pytest.mark.parametrize("known", [1, 5_000])
def test_suggestions_stop_when_ids_are_unknown_by_the_thousand(
    known: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking for similar ids costs their number each time."""
    searches = counted(monkeypatch, values, "get_close_matches")
    sections = "".join(f"  org-{number}: {{}}\n" for number in range(known))
    seats = "".join(f"      - ogr-{number}\n" for number in range(2_000))
    text = f"{HEADER}organizations:\n{sections}forums:\n  a:\n    seats:\n      lead:\n{seats}"
    assert len(problems_of(text)) == MOST_PROBLEMS
    assert len(searches) <= 2 * 30


def test_unknown_fields_by_the_thousand_are_not_compared_with_known_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searches = counted(monkeypatch, problems, "get_close_matches")
    top = "".join(f"k{number}: 1\n" for number in range(500))
    inner = "".join(f", k{number}: 1" for number in range(500))
    entries = "".join(f"  a{number}: {{x{number}: 1}}\n" for number in range(500))
    text = f"{HEADER}{top}sectors:\n  b: {{name: x{inner}}}\n{entries}"
    assert len(problems_of(text)) == MOST_PROBLEMS
    assert len(searches) <= problems.MOST_HINTS + 1  # the quick reading stops at the first


def test_the_first_unknown_ids_get_the_suggestions_in_every_run() -> None:
    seats = "".join(f"      - ogr-{number}\n" for number in range(100))
    text = (
        f"{HEADER}organizations: {{org-1: {{}}}}\nforums:\n  a:\n    seats:\n      lead:\n{seats}"
    )
    hinted = ["did you mean" in problem.message for problem in problems_of(text)]
    assert hinted[:10] == [True] * 10
    assert not any(hinted[40:])


@given(st.binary(max_size=300))
def test_random_bytes_never_raise_anything_else(data: bytes) -> None:
    with pytest.raises(InvalidDocument):
        loads(data)


@given(st.binary(max_size=300))
def test_random_bytes_after_a_header_never_raise_anything_else(data: bytes) -> None:
    for text in (HEADER.encode() + data, gzip.compress(data), b'{"interagency": 1,' + data):
        with suppress(InvalidDocument):
            loads(text)


@given(st.text(max_size=100))
def test_random_text_never_raises_anything_else(text: str) -> None:
    for document in (text, HEADER + text, f"{HEADER}title: {text}", f'{{"interagency": 1, "{text}'):
        with suppress(InvalidDocument):
            loads(document)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
        ),
        max_leaves=8,
    ),
    st.sampled_from(["title", "as_of", "areas", "roles", "forums", "links", "appeals", "answers"]),
)
def test_any_value_in_any_field_never_raises_anything_else(value: object, key: str) -> None:
    for data in ({"interagency": 1, key: value}, {"interagency": 1, "forums": {"a": {key: value}}}):
        with suppress(InvalidDocument):
            loads(json.dumps(data), format="json")


def test_endless_input_is_refused_at_the_limit() -> None:
    with pytest.raises(InvalidDocument, match="is larger than 5,000,000 bytes"):
        load("/dev/zero")
    assert yaml_reader.MAX_DEPTH == 16
