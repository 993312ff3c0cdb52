"""Rules as data, and what they say: everything that the author of a rule needs.

A rule is a record with one pure function: a `Snapshot` goes in, `Finding`s and `Question`s come
out. It does not print, has no clock, and never mistakes what nobody wrote down for a gap.
"""

from interagency.checking.finding import Finding, Severity
from interagency.checking.report import Report, Result
from interagency.checking.rule import Citation, Example, Rule
from interagency.checking.run import run_rule, run_rules
from interagency.checking.waiver import Waiver
from interagency.checking.waiver_files import parse_waivers, read_waivers, waivers_text
from interagency.checking.waivers import apply_waivers, unused_waivers
from interagency.snapshot import (
    Leadership,
    Question,
    Slot,
    Snapshot,
    Standing,
    Verdict,
    at_least,
    at_most,
    every,
    field_question,
    leadership_of,
    leadership_question,
    name_of,
    negate,
    some,
)

__all__ = [
    "Citation",
    "Example",
    "Finding",
    "Leadership",
    "Question",
    "Report",
    "Result",
    "Rule",
    "Severity",
    "Slot",
    "Snapshot",
    "Standing",
    "Verdict",
    "Waiver",
    "apply_waivers",
    "at_least",
    "at_most",
    "every",
    "field_question",
    "leadership_of",
    "leadership_question",
    "name_of",
    "negate",
    "parse_waivers",
    "read_waivers",
    "run_rule",
    "run_rules",
    "some",
    "unused_waivers",
    "waivers_text",
]
