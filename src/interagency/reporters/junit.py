"""A report as JUnit XML, which most test dashboards read: a suite a document, a case a rule."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.etree import ElementTree as ET

from interagency.checking import Result, Severity
from interagency.document import Problem
from interagency.report.checked import Checked, Checks, terms
from interagency.report.printing import shown
from interagency.report.reporter import Reporter
from interagency.snapshot.labels import counted

_COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def report_as_junit(checks: Checks) -> str:
    """Return reports as XML in ASCII, whatever the encoding of the terminal or pipe."""
    root = ET.Element("testsuites", name="interagency")
    root.extend(_suite(checked.path, _cases(checked)) for checked in checks.documents)
    for file, problems in groupby(checks.problems, key=lambda each: each.file):
        root.append(_suite(file, [_unreadable(file, problems)]))
    _count(root)
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="us-ascii", xml_declaration=True)
    return text.decode("ascii") + "\n"


def _suite(path: str, cases: Iterable[ET.Element]) -> ET.Element:
    suite = ET.Element("testsuite", name=shown(path))
    suite.extend(cases)
    _count(suite)
    return suite


def _count(element: ET.Element) -> None:
    element.set("tests", str(len([*element.iter("testcase")])))
    for name, tag in _COUNTED.items():
        element.set(name, str(len([*element.iter(tag)])))


def _case(path: str, name: str) -> ET.Element:
    return ET.Element("testcase", classname=shown(path), name=shown(name))


def _unreadable(file: str, problems: Iterable[Problem]) -> ET.Element:
    case = _case(file, "document")
    _add(case, "error", [str(each) for each in problems], "nothing was loaded", "invalid")
    return case


def _cases(checked: Checked) -> Iterator[ET.Element]:
    for result in checked.report.results:
        case = _case(checked.path, result.rule)
        _outcome(case, checked, result)
        if said := [*_asides(checked, result)]:
            _add(case, "system-out", said)
        yield case


def _outcome(case: ET.Element, checked: Checked, result: Result) -> None:
    lines = _found(checked, result)
    if result.crash:
        _add(case, "error", lines, result.crash, "crash")
    elif result.findings and result.severity is not Severity.INFO:
        _add(case, "failure", lines, counted(len(lines), "finding"), result.severity.value)
    elif result.questions:
        message = counted(len(result.questions), "open question")
        case.append(ET.Element("skipped", message=message))
    elif result.open_lists and not result.findings:
        message = f"could not look, for lists not written whole: {', '.join(result.open_lists)}"
        case.append(ET.Element("skipped", message=message))
    elif result.unrecorded and not result.findings:
        message = f"could not look everywhere, not recorded: {', '.join(result.unrecorded)}"
        case.append(ET.Element("skipped", message=message))


def _found(checked: Checked, result: Result) -> list[str]:
    return [f"{checked.place(each)}: {each.message}" for each in result.findings]


def _asides(checked: Checked, result: Result) -> Iterator[str]:
    """Yield what is to be read, but makes no case fail."""
    if result.severity is Severity.INFO and not result.crash:
        yield from (f"info: {line}" for line in _found(checked, result))
    for finding, waiver in checked.report.waived:
        if finding.rule == result.rule:
            yield f"waived: {checked.place(finding)}: {finding.message} ({terms(waiver)})"
    for question in result.questions:
        yield f"unknown: {checked.place(question)}: {question.text} {question.write}"


def _add(
    case: ET.Element, tag: str, lines: Iterable[str], message: str = "", type: str = ""
) -> None:
    attributes = {"message": shown(message), "type": type} if type else {}
    ET.SubElement(case, tag, attributes).text = "\n".join(map(shown, lines))


REPORTER = Reporter(
    name="junit",
    summary="JUnit XML, which most test dashboards read.",
    suffix=".xml",
    write=report_as_junit,
    media_type="application/xml",
)
