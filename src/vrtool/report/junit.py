"""Findings as JUnit's XML, which most build servers show as tests that pass and fail."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from vrtool.diagnostic import Finding
from vrtool.report.findings import Reportable, failing
from vrtool.report.identity import rule_id
from vrtool.text import printable

_NO_XML = re.compile("[\ufffe\uffff]")
"""What XML cannot hold and is printable all the same; control characters are shown as pictures."""


def junit(report: Reportable, *, strict: bool) -> str:
    """The report as XML: a suite for each file and a case for each finding in it.

    A case fails where the finding makes the check fail, is skipped where a recorded deviation
    stands behind it, and passes else, with what was found as its output. A file with nothing to
    remark on is a suite with one case that passes.
    """
    by_path: dict[str, list[Finding]] = {path: [] for path in report.paths}
    for finding in report.findings:
        by_path.setdefault(finding.location.path, []).append(finding)
    root = ET.Element("testsuites", name="vr check")
    for path, findings in sorted(by_path.items()):
        root.append(_suite(report, path, findings, strict=strict))
    for figure in ("tests", "failures"):
        root.set(figure, str(sum(int(suite.get(figure, "0")) for suite in root)))
    ET.indent(root)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{declaration}\n{ET.tostring(root, encoding='unicode')}"


def _suite(report: Reportable, path: str, findings: list[Finding], *, strict: bool) -> ET.Element:
    shown = report.in_git(path)
    suite = ET.Element("testsuite", name=_text(shown))
    cases = [_case(report, finding, strict=strict) for finding in findings]
    _tell_apart(cases)
    suite.extend(cases or [_named(shown, "Inget att anmärka")])
    figures = {
        "tests": len(suite),
        "failures": len(suite.findall("testcase/failure")),
        "errors": 0,
        "skipped": len(suite.findall("testcase/skipped")),
    }
    for name, figure in figures.items():
        suite.set(name, str(figure))
    return suite


def _case(report: Reportable, finding: Finding, *, strict: bool) -> ET.Element:
    # Servers follow a case from run to run by its name: no line stands in it.
    shown = report.in_git(finding.location.path)
    case = _named(shown, f"{rule_id(finding)} {finding.message}")
    told = "\n".join(_told(report, finding))
    if failing(finding, strict=strict):
        failure = ET.SubElement(case, "failure", message=_text(finding.message), type=finding.code)
        failure.text = told
    elif finding.excused is not None:
        ET.SubElement(case, "skipped", message=_text(report.advice(finding)))
    else:
        ET.SubElement(case, "system-out").text = told
    return case


def _tell_apart(cases: list[ET.Element]) -> None:
    """Number those that are alike: servers take two cases of one name for one."""
    seen: Counter[str] = Counter()
    for case in cases:
        name = case.get("name", "")
        seen[name] += 1
        if seen[name] > 1:
            case.set("name", f"{name} ({seen[name]})")


def _named(path: str, name: str) -> ET.Element:
    return ET.Element("testcase", name=_text(name), classname=_text(path))


def _told(report: Reportable, finding: Finding) -> Iterator[str]:
    at = finding.location
    yield _text(f"{report.in_git(at.path)}:{at.line}:{at.column}")
    yield _text(finding.message)
    if advice := report.advice(finding):
        yield _text(advice)
    for place, message in finding.related:
        shown = f"{report.in_git(place.path)}:{place.line}:{place.column}"
        yield _text(f"{shown}: {message}")


def _text(text: str) -> str:
    return _NO_XML.sub("�", printable(text))
