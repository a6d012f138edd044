"""The log that code hosts read: by the standard, with rules, places and deviations."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.report.hostile import HOSTILE
from tests.report.made import EXCUSE, PATH, RELATED, not_prepared, report, weekend
from tests.report.schemas import SARIF
from vrtool.diagnostic import Finding, Location, Severity
from vrtool.report.identity import identities
from vrtool.report.sarif import sarif


def _run(root: Path, *findings: Finding) -> dict[str, Any]:
    made = report(root, *findings)
    log = json.loads(sarif(made, identities(made)))
    jsonschema.validate(log, SARIF)
    run = log["runs"][0]
    assert isinstance(run, dict)
    return run


def test_a_breach_in_full(tmp_path: Path) -> None:
    finding = not_prepared(related=(RELATED,), excused=EXCUSE, severity=Severity.NOTE)
    (result,) = _run(tmp_path, finding)["results"]
    fingerprint = result.pop("partialFingerprints")
    assert set(fingerprint.values()) == set(identities(report(tmp_path, finding)).values())
    assert result == {
        "ruleId": "VR301/N-prepared",
        "ruleIndex": 0,
        "level": "note",
        "message": {
            "text": "Ärendet 2031-001 har inte passerat beredningen före rådet 7 februari 2031.\n"
            "Exempelformerna 3.1 (bör): avsteg är antecknat (presidiet): "
            "Underlaget blev klart sent."
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": PATH, "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 5, "startColumn": 15, "endLine": 5, "endColumn": 23},
                }
            }
        ],
        "suppressions": [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": "Underlaget blev klart sent. (presidiet)",
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "data/meetings/be-2031-01.yaml",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 7, "startColumn": 5, "endLine": 7, "endColumn": 9},
                },
                "message": {"text": "togs bara till kännedom"},
            }
        ],
    }


def test_a_rule_tells_why_the_paragraph_and_how_to_mend(tmp_path: Path) -> None:
    run = _run(tmp_path, weekend(), not_prepared(), not_prepared(message="En till."))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["VR121", "VR301/N-prepared"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 1]
    rule = rules[1]
    assert rule["name"] == "not-prepared"
    assert rule["shortDescription"] == {"text": "Punkten har inte passerat det forum som bereder."}
    assert rule["fullDescription"]["text"].endswith("Källa: Exempelformerna 3.1 (bör).")
    assert "\n\nMer: vr explain N-prepared" in rule["help"]["text"]
    assert "### Fel\n\n```yaml\n" in rule["help"]["markdown"]
    assert "Källa" not in rules[0]["fullDescription"]["text"]


def test_without_findings_there_is_a_run_all_the_same(tmp_path: Path) -> None:
    assert _run(tmp_path)["results"] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stays_text(tmp_path: Path, text: str) -> None:
    finding = not_prepared(message=text, help=text, paragraph=text, related=((RELATED[0], text),))
    run = _run(tmp_path, finding)
    (result,) = run["results"]
    for message in (result["message"], result["relatedLocations"][0]["message"]):
        assert not re.search(r"(?<!\\)(?:\\\\)*\[[^\]]*(?<!\\)\]\(", message["text"])
        assert not re.search(r"(?<!\{)(?:\{\{)*\{(?!\{)", message["text"])
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800]", message["text"])
    source = run["tool"]["driver"]["rules"][0]["help"]["markdown"].split("### Så rättar du")[1]
    assert not re.search(r"(?<!\\)[<*]|(?<!\\)\](?=\()", source.partition("Källa")[2])


@pytest.mark.parametrize(
    ("name", "uri"),
    [("å ä.yaml", "%C3%A5%20%C3%A4.yaml"), ("a:b%.yaml", "a%3Ab%25.yaml"), ("\udcff", "%FF")],
)
def test_a_file_name_becomes_an_address(tmp_path: Path, name: str, uri: str) -> None:
    run = _run(tmp_path, weekend(location=Location(f"data/{name}", 1, 1, 1, 2)))
    at = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert at["uri"] == f"data/{uri}"
