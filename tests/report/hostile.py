"""Texts that try to break out of a format."""

from __future__ import annotations

HOSTILE = [
    "\n::error::forged",
    "a\r\nb\x1b[31mc\x00d\x7fe\x85f\u2028g",
    "]]><failure/><!-- &lt; &#0; ' \" -->",
    "[klicka här](https://example.com) ![](1) **fet** <img src=x>",
    "{0} {{rad}} {",
    "\u202ebaklänges \ufffe \uffff",
    "\ud800 ensam halva",
    "\\[snedstreck\\](1)",
]

NAMES = ["\x1b[31m\x9b31m", "\u202ebak\u2028", "a\r\nb\x85c\x7f", "\udcff"]
"""Names that a file can have, on a system that takes any; the last is no text at all."""

UNSEEN = r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800-\udfff]"
"""What may steer a terminal, turn the writing or break a line; all but the line feed."""
