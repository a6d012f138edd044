"""Text that is not well meant, or not what anybody thought of: each is to be shown as text."""

from __future__ import annotations

HOSTILE: tuple[str, ...] = (
    "**fet** _kursiv_ `kod` ~~struken~~ ```",
    "# Rubrik\n\n## Rubrik\n\n- lista\n\n1. lista\n\n> citat\n\n: svar",
    "[länk](javascript:alert(1)) ![bild](http://exempel.se/x.png) <javascript:alert(1)>",
    "javascript:alert(1)",
    "<script>alert(1)</script></title></style><img src=x onerror=alert(1)>&lt;b&gt;&#x41;",
    "| cell | cell |\n|---|---|\n| a | b |",
    "::: {custom-style=Title}\n\ninuti\n\n:::",
    '#panic() #include("x") $x^2$ @ref <mål> *fet* _kursiv_ \\ // /* ',
    "{{ 7 * 7 }} {% for x in y %} {# #} {%- raw %} ${x} $title$ %s {0}",
    "VR-TITLE VR-STAMP <w:p/> ]]> &amp; <?xml?> <!-- -->",
    '=HYPERLINK("http://exempel.se") +1 -1 @SUM(A1) \t;DROP TABLE',
    "BEGIN:VALARM\r\nEND:VCALENDAR\r\n\r\nTo: x@exempel.se",
    "\\ \\\\ \\* ](x) \" ' ´ ^ ~ !",
    "\u202evänd\u2066 \u200fمرحبا \u200bosynligt \ufeff a\u0301\u0302 😀👩‍👩‍👧",
    "\x00\x07\x1b[31m\x7f\x85\u2028\u2029\ud800\ufffe styrtecken",
    "ett-mycket-långt-ord-" * 8,
    "ord " * 60,
)
"""Markdown, HTML, Typst, Jinja, Word, spreadsheet and calendar control text; signs that turn, hide
or cannot be written; what is too long. Each has something in it that can be seen.
"""
