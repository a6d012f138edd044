"""What has changed, as a comment on a pull request, the same for the same change.

It begins with a mark by which a program finds its earlier comment, to write over it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vrtool.history.wording import Fate
from vrtool.report.changes import (
    MOST_CHANGES,
    MOST_FINDINGS,
    clipped,
    finding_groups,
    finding_line,
    heading,
    omitted,
    summary,
    unread,
    within,
    word_by_word,
)
from vrtool.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.history.change import Change, Difference

MARK = "<!-- vr-diff -->"
_LONGEST = 60_000
"""Characters; the sites that show such comments take 65,536."""
_CUT_OFF = "\n\nResten får inte plats här: `vr diff` visar allt."
_SIGN = re.compile(r"[\\`*_{}\[\]()<>#|~&!^$]|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
_CALLS = re.compile(r"(?:@|#|://|www\.)(?=\w)|(?<=\w)@|:(?=[a-z+-][\w+-]*:)")
"""What the sites make a link, a call to someone or a picture of."""
_JOINER = "\N{WORD JOINER}"
_TAGS = {Fate.SAME: ("", ""), Fate.REMOVED: ("<del>", "</del>"), Fate.ADDED: ("<ins>", "</ins>")}


def changes_markdown(difference: Difference) -> str:
    """The difference as Markdown. Text from the files is shown as text, whatever it holds."""
    blocks = "\n".join([MARK, f"### {_safe(summary(difference))}", *_blocks(difference)])
    if len(blocks) <= _LONGEST:
        return blocks
    return f"{blocks[: blocks.rindex(chr(10), 0, _LONGEST)]}{_CUT_OFF}"


def _blocks(difference: Difference) -> Iterator[str]:
    for record in within(difference.records, MOST_CHANGES):
        yield f"\n**{_safe(heading(record))}**\n"
        yield from (f"- {_change(change)}" for change in record.changes)
    more = omitted(difference, MOST_CHANGES)
    if more:
        yield f"\n{more}"
    for title, group in finding_groups(difference):
        yield f"\n**{_safe(title)}**\n"
        yield from (f"- {_safe(finding_line(finding))}" for finding in group[:MOST_FINDINGS])
        if len(group) > MOST_FINDINGS:
            yield f"- … och {len(group) - MOST_FINDINGS} till."
    faults = list(unread(difference))
    if faults:
        yield "\n**Gick inte att läsa**\n"
        yield from (f"- {_safe(fault)}" for fault in faults)


def _change(change: Change) -> str:
    pieces = word_by_word(change)
    if pieces:
        parts = (f"{_TAGS[p.fate][0]}{_safe(p.text)}{_TAGS[p.fate][1]}" for p in pieces)
        return f"{_safe(change.what)}: {''.join(parts)}"
    values = [_safe(clipped(value)) for value in (change.before, change.after) if value]
    return f"{_safe(change.what)}{': ' if values else ''}{' → '.join(values)}"


def _safe(text: str) -> str:
    """The text as Markdown that shows it: no markup, no links, nobody called upon by name."""
    quiet = _CALLS.sub(lambda found: f"{found[0]}{_JOINER}", printable(text))
    return _SIGN.sub(r"\\\g<0>", quiet)
