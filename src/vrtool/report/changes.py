"""What has changed, for a person at a terminal; and what the other writers share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vrtool.diagnostic import Finding, Severity
from vrtool.history.change import Act, Change, Difference, RecordChange
from vrtool.history.wording import Fate, Piece, compared, shortened
from vrtool.report.findings import SEVERITIES
from vrtool.report.styled import Line, styled
from vrtool.text import count, join, quote

MOST_CHANGES = 300
MOST_FINDINGS = 50
"""In text meant for a person; beyond that only the number is told."""

_LONGEST = 300
_WORDS_ENOUGH = 7
_SIGNS = {Act.ADDED: "+", Act.REMOVED: "-", Act.CHANGED: "~", Act.MOVED: "~"}
_STYLES = {Act.ADDED: "green", Act.REMOVED: "red", Act.CHANGED: "yellow", Act.MOVED: "yellow"}
_MARKS = {Fate.SAME: ("", ""), Fate.REMOVED: ("[-", "-]"), Fate.ADDED: ("{+", "+}")}
_PIECES = {Fate.SAME: "", Fate.REMOVED: "red", Fate.ADDED: "green"}
_LEVELS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def changes_text(difference: Difference, *, colour: bool = False) -> str:
    """The difference as text; with ANSI colours for a terminal."""
    lines: list[Line] = [[(f"Från {difference.base} till {difference.head}", "dim")], []]
    for record in within(difference.records, MOST_CHANGES):
        lines += [[(_unobeyed(heading(record)), "bold")], *map(_change, record.changes), []]
    lines += _findings(difference)
    lines += [[(f"Gick inte att läsa: {told}", "bold red")] for told in unread(difference)]
    lines += [[(told, "bold")] for told in (omitted(difference, MOST_CHANGES), summary(difference))]
    return styled([line for line in lines if line != [("", "bold")]], colour=colour)


def within(records: Iterable[RecordChange], most: int) -> Iterator[RecordChange]:
    """The records with the first changes, as many as are to be shown in all."""
    left = most
    for record in records:
        if left <= 0:
            return
        yield RecordChange(record.group, record.id, record.title, record.changes[:left])
        left -= len(record.changes)


def omitted(difference: Difference, most: int) -> str:
    """How many changes are not shown; nothing where all are."""
    left = difference.total - most
    return f"… och {count(left, 'ändring', 'ändringar')} till." if left > 0 else ""


def heading(record: RecordChange) -> str:
    """What a record is called, with its id where the name does not hold that."""
    named = not record.id or record.id in record.title.split()
    return record.title if named else f"{record.title} ({record.id})"


def _unobeyed(line: str) -> str:
    """A line that build servers, which read what is printed, take for no command to them."""
    return quote(line) if line.startswith("::") else line


def word_by_word(change: Change) -> tuple[Piece, ...]:
    """The old and the new text word by word; nothing where they are too short to gain by it."""
    if min(len(change.before.split()), len(change.after.split())) <= _WORDS_ENOUGH:
        return ()
    pieces = compared(change.before, change.after)
    same = any(piece.fate is Fate.SAME and piece.text.strip() for piece in pieces)
    return shortened(pieces) if same else ()


def clipped(text: str) -> str:
    """A value's text, cut where it is longer than anyone reads in a list."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def unread(difference: Difference) -> Iterator[str]:
    """The files that were not compared: where, and why."""
    for fault in difference.unread[:MOST_FINDINGS]:
        at = f"{fault.path}:{fault.line}" if fault.line else fault.path
        yield f"{at} i {fault.side}: {fault.message}"
    if len(difference.unread) > MOST_FINDINGS:
        yield f"… och {len(difference.unread) - MOST_FINDINGS} till."


def finding_groups(difference: Difference) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """The findings that appeared, went and were excused, each under its heading."""
    found = difference.findings
    if found is None:
        return
    headings = {
        f"Nya anmärkningar{_doubt(difference, difference.base)}": found.appeared,
        f"Anmärkningar som försvinner{_doubt(difference, difference.head)}": found.gone,
        "Anmärkningar med nytt avsteg": found.excused,
    }
    yield from ((title, group) for title, group in headings.items() if group)


def _doubt(difference: Difference, side: str) -> str:
    """What to say of findings that the side lacks: what an unreadable file breaks, nobody knows."""
    unread = any(fault.side == side for fault in difference.unread)
    return f", kanske bara för att en fil inte går att läsa i {side}" if unread else ""


def finding_line(finding: Finding) -> str:
    """*fel VR301 data/meetings/or-2022-01.yaml:18: message*."""
    at = finding.location
    return f"{SEVERITIES[finding.severity]} {finding.code} {at.path}:{at.line}: {finding.message}"


def summary(difference: Difference) -> str:
    """How much changed, in a sentence or two."""
    if not difference.records:
        told = "Inget har ändrats i sak."
    else:
        changes = count(difference.total, "ändring", "ändringar")
        told = f"{changes} i {count(len(difference.records), 'post', 'poster')}."
    found = difference.findings
    if found is None:
        return told
    parts = [
        count(len(group), one, many)
        for group, one, many in (
            (found.appeared, "ny", "nya"),
            (found.gone, "försvinner", "försvinner"),
            (found.excused, "med nytt avsteg", "med nytt avsteg"),
        )
        if group
    ]
    return f"{told} Anmärkningar: {join(parts) or 'inga nya, inga borta'}."


def _change(change: Change) -> Line:
    sign: Line = [(f"  {_SIGNS[change.act]} ", _STYLES[change.act]), (change.what, "")]
    pieces = word_by_word(change)
    if pieces:
        worded = [
            (f"{_MARKS[piece.fate][0]}{piece.text}{_MARKS[piece.fate][1]}", _PIECES[piece.fate])
            for piece in pieces
        ]
        return [*sign, (": ", ""), *worded]
    values = [clipped(value) for value in (change.before, change.after) if value]
    return [*sign, (f": {' → '.join(values)}" if values else "", "")]


def _findings(difference: Difference) -> Iterator[Line]:
    for title, group in finding_groups(difference):
        yield [(f"{title}:", "bold")]
        for finding in group[:MOST_FINDINGS]:
            yield [("  ", ""), (finding_line(finding), _LEVELS[finding.severity])]
        if len(group) > MOST_FINDINGS:
            yield [(f"  … och {len(group) - MOST_FINDINGS} till.", "")]
        yield []
