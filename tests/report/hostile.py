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
