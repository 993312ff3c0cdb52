"""Seeds of the fuzzer: the shipped examples, those of the rules, the packs, and the pages."""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import interagency as ia
from interagency.plugins.loading import Plugins, load_plugins

_ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```(yaml|toml|csv|json)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LONGEST = 6_000


@cache
def plugins() -> Plugins:
    return load_plugins(entry_points=False)


@cache
def page_blocks(language: str) -> list[str]:
    """Return the blocks of a language in the pages of the documentation."""
    pages = sorted((_ROOT / "docs").rglob("*.md"))
    texts = (page.read_text(encoding="utf-8") for page in pages)
    return [body for text in texts for kind, body in _BLOCK.findall(text) if kind == language]


@cache
def documents() -> list[bytes]:
    """Return documents that load: the examples of rules, those of pages, small shipped ones."""
    found = [each.document for rule in plugins().rules.values() for each in rule.examples]
    found += page_blocks("yaml")
    folder = files("interagency.examples").joinpath("data")
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_file() and each.name.endswith(".yaml"):
            found.append(each.read_text(encoding="utf-8"))
    return [text.encode() for text in found if len(text) <= _LONGEST and _loads(text)]


def _loads(text: str) -> bool:
    try:
        ia.loads(text)
    except ia.InteragencyError:
        return False
    return True


@cache
def packs() -> list[bytes]:
    folder = files("interagency.reference_models").joinpath("packs")
    texts = [each.read_bytes() for each in sorted(folder.iterdir(), key=lambda each: each.name)]
    return [text for text in texts if len(text) <= 3 * _LONGEST]


def beginning(key: str) -> list[bytes]:
    """Return the blocks of pages that begin with a key, such as waivers and mappings."""
    found = [text.encode() for text in page_blocks("yaml") if f"{key}:" in text]
    return found or [f"{key}: 1\n".encode()]


def settings() -> list[bytes]:
    return [text.encode() for text in page_blocks("toml")] + [
        b'select = ["lead-*"]\nfail-on = "info"\ntimeout = 5\n[severity]\nlead-vacant = "info"\n'
    ]


TABLES: list[bytes] = [
    b"Platform,Sector,Organisation,Role\nNational,Health,UNHCR,Lead\nNational,WASH,UNICEF,Co-lead\n",
    b"Country;Secteur;Chef de file;Co-chef\nTchad;Sant\xc3\xa9;OMS;UNHCR\n;;;\n",
    b"org,sector,adm1,adm1_pcode,status\n#org,#sector,#adm1,#adm1+code,#status\nWFP,Food,Kivu,CD61,ongoing\n",
    b"Name,Acronym,Type,Country\nMinistry of Health,MoH,Government,ROU\nCare,CARE,INGO,\n",
    b"sub-category,by,score\nA,partner,0.5\nA,coordinator,1\n",
]
RECORDS: list[Any] = [
    [{"Platform": "National", "Sector": "Health", "Organisation": "UNHCR", "Role": "Lead"}],
    {"data": [["Sector", "Lead"], ["Health", "WHO"]]},
    {"data": {"results": [{"id": 1, "plans": [{"id": 1, "name": "P"}], "organizations": []}]}},
]
