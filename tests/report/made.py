"""Findings made for the tests, as the engine would hand them over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vrtool.diagnostic import Excuse, Finding, Location, Severity, Strength
from vrtool.report.findings import Reportable

PATH = "data/meetings/ra-2031-01.yaml"
FORMS = {"formerna": "exempelformerna"}

SOURCE = """\
id: ra-2031-01
agenda:
  items:
    - id: vaxel
      matter: 2031-001
"""


def not_prepared(**changes: Any) -> Finding:
    """A breach of a norm at line 5 of SOURCE, with a place that explains it."""
    given: dict[str, Any] = {
        "code": "VR301",
        "name": "not-prepared",
        "severity": Severity.ERROR,
        "message": "Ärendet 2031-001 har inte passerat beredningen före rådet 7 februari 2031.",
        "location": Location(PATH, 5, 15, 5, 23),
        "pointer": ("agenda", "items", 0, "matter"),
        "norm": "N-prepared",
        "working_forms": "formerna",
        "paragraph": "3.1",
        "strength": Strength.SHOULD,
        "help": "ta upp det där 17 januari, eller ange ett avsteg med skäl.",
    }
    return Finding(**(given | changes))


def weekend(**changes: Any) -> Finding:
    """A warning about the data, with no norm behind it."""
    given: dict[str, Any] = {
        "code": "VR121",
        "name": "weekend-or-holiday",
        "severity": Severity.WARNING,
        "message": "Rådet 8 februari 2031 ligger på en lördag.",
        "location": Location(PATH, 1, 5, 1, 15),
        "help": "Kontrollera datumet i källan.",
    }
    return Finding(**(given | changes))


EXCUSE = Excuse("Underlaget blev klart sent.", "presidiet", "2031-01-20")
RELATED = (Location("data/meetings/be-2031-01.yaml", 7, 5, 7, 9), "togs bara till kännedom")


def report(root: Path, *findings: Finding, files: int = 12, source: str = SOURCE) -> Reportable:
    """The findings as a check of a repo at `root` would report them."""
    file = root / PATH
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8", newline="\n")
    return Reportable(root, findings, files, FORMS)
