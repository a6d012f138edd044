"""What the rules say, written down word for word: `said/VRnnn.txt` holds every text of a code.

A breach found in the cases and examples must stand there, one a line: what a deviation calls it
(where a norm is broken), its days where it has any, what is wrong, what to do about it, and each
related place as the text that stands at it. So a sentence changes on purpose only, and all that
a rule says can be read through in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from vrtool.diagnostic import Finding, Judgement, Location, Place
from vrtool.engine.compiled import Library
from vrtool.engine.judging import Judge, Judged
from vrtool.register.load import load
from vrtool.register.norms import Rulebook

FOLDER = Path(__file__).parent / "said"


def unwritten(root: Path, findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Code and text of each finding whose text is not written down."""
    found = tuple(findings)
    subjects = _subjects(root) if any(finding.norm for finding in found) else {}
    texts = [(finding.code, _in_words(root, finding, subjects)) for finding in found]
    return [(code, text) for code, text in texts if text not in _written(code)]


@cache
def _written(code: str) -> frozenset[str]:
    file = FOLDER / f"{code}.txt"
    return frozenset(file.read_text(encoding="utf-8").splitlines() if file.is_file() else ())


def _subjects(root: Path) -> dict[tuple[str, str], str]:
    """By code and message, what a deviation calls each breach of a norm."""
    return {
        (one.compiled.rule.code, one.verdict.message): one.verdict.subject
        for one in _judged(root)
        if one.verdict.judgement is Judgement.BREACH
    }


def nameless(root: Path) -> list[Judged]:
    """The verdicts, of whatever kind, that lack a subject for deviations to name, or a place."""
    return [
        one
        for one in _judged(root)
        if not (isinstance(one.verdict.subject, str) and isinstance(one.verdict.at, Place))
    ]


def _judged(root: Path) -> Iterator[Judged]:
    register = load(root).register
    if register is None:
        return
    rulebook = Rulebook(register)
    yield from Judge(register, rulebook, Library(register, rulebook)).everything()


def _in_words(root: Path, finding: Finding, subjects: dict[tuple[str, str], str]) -> str:
    subject = [subjects[finding.code, finding.message]] if finding.norm else []
    days = [f"{finding.days.first} – {finding.days.last}"] if finding.days else []
    related = (f"{message}: {_text_at(root, at)}" for at, message in finding.related)
    text = " | ".join([*subject, *days, finding.message, finding.help, *related])
    return text.replace("\N{NO-BREAK SPACE}", "~")


def _text_at(root: Path, at: Location) -> str:
    """The first line of what stands at the place; the file where it is the whole file."""
    lines = (root / at.path).read_text(encoding="utf-8").split("\n")
    end = at.end_column - 1 if at.end_line == at.line else None
    return lines[at.line - 1][at.column - 1 : end].strip() or at.path
