"""What a report of one document says, section by section, in words and in a fixed order.

Templates only lay it out; every fact comes from the snapshot, the checks or the indicators.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import final

from attrs import field, frozen

from interagency.checking import Finding, Report, Rule, Severity
from interagency.conformance import Conformance
from interagency.conformance.conform import raise_with
from interagency.model import Fact
from interagency.model.sections import SECTION_OF_CLASS
from interagency.report.decision_log import agreement_rows, decision_rows
from interagency.report.ending_rows import ending_rows, vacancy_rows
from interagency.report.group_rows import group_rows
from interagency.report.indicator_rows import indicator_rows
from interagency.report.language import Language
from interagency.report.matrix import Matrix, matrix_of
from interagency.report.model_rows import model_rows
from interagency.report.organogram import Organogram, organogram_on
from interagency.report.plan_rows import plan_rows
from interagency.report.product_rows import product_rows
from interagency.report.questionnaire import whom_to_ask
from interagency.report.references import References, Row
from interagency.report.sheets import Sheet, sheets_of
from interagency.report.svg import inline_svg
from interagency.report.wording import Wording, listed
from interagency.snapshot import Snapshot

# In a document with more bodies than these, long lists are cut, and the page says so.
_LARGE = 500
_MOST = {
    "appeals": 20,
    "drawings": 60,
    "members": 3,
    "names": 10,
    "questions": 800,
}
_UNCUT = 100_000


@final
@frozen(slots=False, kw_only=True)
class Contents:
    """A report of one document.

    Attributes:
        snapshot: The document on a day.
        report: What the rules find and ask.
        rules: The rules by name.
        conformance: What reference models say; None if the document follows none.
        language: The language of headings and fixed words.
        prefix: What each anchor begins with, so that several documents fit into one file.
        contacts: Whether role mailboxes are in it.
        changes: What changed since an older document: sentences, and below their titles what
            follows from it.
    """

    snapshot: Snapshot
    report: Report
    rules: Mapping[str, Rule] = field(factory=dict)
    conformance: Conformance | None = None
    language: Language
    prefix: str = ""
    contacts: bool = False
    changes: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @cached_property
    def wording(self) -> Wording:
        """The words for the snapshot."""
        return Wording.on(self.snapshot, whole=True, language=self.language)

    @property
    def title(self) -> str:
        """Return the title of the document."""
        return self.snapshot.now.title or self.language.say("untitled")

    @property
    def day(self) -> str:
        """Return the day that is looked at, or that none is stated."""
        return self.wording.setting()[0]

    @property
    def setting(self) -> str:
        """Return what the document is about."""
        return " · ".join(self.wording.setting()[1:])

    @property
    def is_large(self) -> bool:
        """Return whether long lists are cut, as a browser would not open the page otherwise."""
        return len(self.snapshot.now.bodies) > _LARGE

    def most(self, what: str) -> int:
        """Return how many of something are shown: appeals of a plan, members of a group."""
        return _MOST[what] if self.is_large else _UNCUT

    @cached_property
    def references(self) -> References:
        """The names, anchors and numbers of the document."""
        return References(self.wording, self.prefix)

    def anchor(self, id: str) -> str:
        """Return the anchor of a body or a source; nothing if it has none here."""
        return self.references.anchor(id)

    def name(self, id: str) -> str:
        """Return what people call something; of the document as a whole, its title."""
        return self.references.name(id)

    # -- summary

    def counts(self) -> Mapping[str, int]:
        """Return the numbers that the summary and a comparison of documents name."""
        bodies = self.snapshot.now.bodies
        found = [self.wording.leadership(body) for body in bodies]
        weights = Counter(each.severity for each in self.report.findings)
        facts = [*self._facts()]
        return {
            "groups": len(bodies),
            "known": sum(each.closed for each in found),
            "vacant": sum(len(each.lead.vacant) + len(each.co_lead.vacant) for each in found),
            "errors": weights[Severity.ERROR],
            "warnings": weights[Severity.WARNING],
            "notes": weights[Severity.INFO],
            "waived": len(self.report.waived),
            "questions": len(self.report.questions),
            "inferred": sum(each.is_inferred for each in facts),
            "disputed": sum(not each.is_certain for each in facts),
            "facts": len(facts),
            "sources": len(self.snapshot.now.sources),
        }

    def _facts(self) -> Iterator[Fact]:
        now = self.snapshot.now
        yield from now.bodies
        yield from (body.within for body in now.bodies if body.within)
        yield from (*now.seats, *now.links, *now.appeals, *now.presence)
        yield from (*now.mandates, *now.plans, *now.offices, *now.posts, *now.products)
        yield from (*now.decisions, *now.agreements)

    def summary(self) -> Iterator[str]:
        """Yield the five sentences that a reader with one minute should read."""
        say, counts = self.language.say, self.counts()
        kinds = Counter(SECTION_OF_CLASS[type(body)].noun for body in self.snapshot.now.bodies)
        parts = ", ".join(f"{say(f'{noun}s')}: {number}" for noun, number in kinds.items())
        yield say("Groups recorded on {day}: {groups}", day=self.day, groups=counts["groups"]) + (
            f" ({parts})." if parts else "."
        )
        yield say(
            "Groups of which the leadership is known in full: {known} of {groups}; leading seats "
            "that are vacant: {vacant}.",
            **counts,
        )
        worst = next((each.message for each in self.report.findings), "")
        yield say(
            "Findings of the rules: errors {errors}, warnings {warnings}, notes {notes}, waived "
            "{waived}.",
            **counts,
        ) + (f" {say('The weightiest: {finding}', finding=worst)}" if worst else "")
        yield say(
            "Open questions: {questions}; what is not recorded is unknown, not missing.",
            **counts,
        )
        yield say(
            "How sure this is: of {facts} facts, {inferred} inferred and {disputed} disputed; "
            "sources: {sources}, the latest of {latest}.",
            **counts,
            latest=self._latest(),
        )

    def names(self, names: Sequence[str]) -> str:
        """Return names in one line; of many in a large document, the first and their number."""
        return listed(names, self.most("names"))

    def _latest(self) -> str:
        days = [each.published or each.read for each in self.snapshot.now.sources]
        known = [each for each in days if each]
        return str(max(known, key=lambda day: day.last)) if known else "?"

    # -- what is missing

    def findings(self) -> Iterator[Row]:
        """Yield each finding, the weightiest first."""
        yield from (self._finding(each) for each in self.report.findings)

    def raise_with(self) -> str:
        """Return with whom to raise what is missing, step by step; nothing if none is recorded."""
        both = self.language.say("or")
        steps = [f" {both} ".join(step) for step in raise_with(self.snapshot)]
        return f", {self.language.say('then')} ".join(steps)

    def waived(self) -> Iterator[Row]:
        """Yield each waived finding, with its reason."""
        for finding, waiver in self.report.waived:
            until = str(waiver.expires) if waiver.expires else ""
            terms = {"reason": waiver.reason, "owner": waiver.owner or "", "until": until}
            yield {**self._finding(finding), **terms}

    def _finding(self, finding: Finding) -> Row:
        rule = self.rules.get(finding.rule)
        return {
            "severity": finding.severity.value,
            "weight": self.language.say(finding.severity.value),
            "message": finding.message,
            "rule": finding.rule,
            "why": rule.summary if rule else "",
            "subject": self.name(finding.subject) if finding.subject else "",
            "anchor": self.anchor(finding.subject),
            "sources": self.references.sources_of(finding.subject),
        }

    # -- vacancies and ends

    def vacancies(self) -> Iterator[Row]:
        """Yield each seat that is known to be empty, the leading ones first."""
        return vacancy_rows(self.references)

    def ends(self) -> Iterator[Row]:
        """Yield what ends within half a year of the day, the nearest first."""
        return ending_rows(self.references)

    def due(self) -> Iterator[Row]:
        """Yield each product, how often it is due, and when it was last done."""
        return product_rows(self.wording)

    def decisions(self) -> Iterator[Row]:
        """Yield each decision, those that are open first."""
        return decision_rows(self.wording)

    def agreements(self) -> Iterator[Row]:
        """Yield each agreement, the first to end first."""
        return agreement_rows(self.wording)

    # -- who leads what

    @cached_property
    def leads(self) -> Matrix:
        """Who leads in which group."""
        return matrix_of(self.wording, "organizations", "groups", members=False)

    @cached_property
    def coverage(self) -> Matrix:
        """Who leads and works in which sector and area."""
        return matrix_of(self.wording, "sectors", "areas", members=not self.is_large)

    # -- organogram

    @cached_property
    def organogram(self) -> Organogram:
        """The organogram."""
        return organogram_on(Wording.on(self.snapshot, language=self.language))

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The drawings of the organogram."""
        return sheets_of(self.organogram)

    def drawings(self) -> Iterator[Row]:
        """Yield each drawing with its title, the index first."""
        for sheet in self.sheets[: self.most("drawings")]:
            number = f"{sheet.number}. " if sheet.of > 1 else ""
            svg = inline_svg(self.organogram, sheet, f"#{self.prefix}b-", self.prefix)
            title = f"{number}{sheet.title or self.organogram.title}"
            yield {"title": title, "svg": svg, "is_first": sheet.number == 1}

    # -- groups, plans, models, indicators

    def groups(self) -> Iterator[Row]:
        """Yield each group, after the one it lies in."""
        most = self.most("members") if self.is_large else None
        return group_rows(self.references, contacts=self.contacts, most=most)

    def plans(self) -> Iterator[Row]:
        """Yield each plan with what its appeals add up to, and its appeals."""
        return plan_rows(self.references, self.most("appeals"))

    def models(self) -> Iterator[Row]:
        """Yield each reference model, with a count by strength and a row for each clause."""
        return model_rows(self.references, self.conformance) if self.conformance else iter(())

    def indicators(self) -> Iterator[Row]:
        """Yield each indicator that has something to count, beside the published figure."""
        return indicator_rows(self.snapshot)

    # -- questions and sources

    def questions(self) -> Iterator[Row]:
        """Yield each open question, with whom to ask."""
        for each in self.report.questions[: self.most("questions")]:
            yield {
                "text": each.text,
                "write": each.write,
                "subject": self.name(each.subject) if each.subject else "",
                "anchor": self.anchor(each.subject),
                "whom": ", ".join(whom_to_ask(self.wording, each)) or "?",
            }

    def answers(self) -> Iterator[Row]:
        """Yield each answer to a question of a reference model that somebody recorded."""
        for each in self.snapshot.now.answers:
            yield {
                "id": each.id,
                "answer": self.language.say(str(each.answer)),
                "note": each.note or "",
                "sources": self.references.numbered(self.snapshot.sources(each)),
            }

    def sources(self) -> Iterator[Row]:
        """Yield each source, numbered as findings and groups cite it."""
        for each in self.snapshot.now.sources:
            published = str(each.published) if each.published else ""
            url = each.url or ""
            yield {
                "anchor": self.anchor(each.id),
                "number": self.references.numbers[each.id],
                "title": each.title or each.id,
                "publisher": each.publisher or "",
                "published": published,
                "read": str(each.read) if each.read else "",
                "url": url if url.startswith(("https://", "http://")) else "",
            }

    def left_out(self) -> Iterator[str]:
        """Yield what the file knows and the report does not show."""
        say, now = self.language.say, self.snapshot.now
        if not self.contacts:
            yield say("Contacts: role mailboxes are left out unless they are asked for.")
        yield say("What does not hold on the day, notes, identifiers and other names.")
        if now.presence:
            yield say("The single records of presence; they are in the coverage table.")
        if self.is_large:
            yield say(
                "In a document of this size long lists are cut: members, appeals, questions and "
                "drawings after the first. The formats of `export` hold all of them."
            )
        open_lists = [each for each in self.report.results if each.open_lists]
        if open_lists:
            yield say(
                "{count} rules were not checked, as the lists that they need are not complete.",
                count=len(open_lists),
            )
