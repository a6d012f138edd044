"""A parser's complaint in plain Swedish: what is probably wrong, and what to do.

The parser's own words are only matched on; the text around the place decides what is said. Each
rule looks at one kind of slip and answers None when it is not that one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vrtool.yamlio import faults
from vrtool.yamlio.characters import Lines
from vrtool.yamlio.document import Fault, FaultKind
from vrtool.yamlio.trouble import Trouble, trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrtool.yamlio.events import YAMLError


_KEY_AND_VALUE = re.compile(r"\s*(?:- +)*(?P<key>[^\s#\-'\"\[{][^:]*):\s+(?P<value>\S.*)$")
_COMMENT = re.compile(r"\s+#.*$")


def explained(error: YAMLError, text: str) -> Fault:
    """The fault that a parser's error stands for."""
    trouble = trouble_of(error, Lines(text))
    for rule in _RULES:
        if fault := rule(trouble):
            return fault
    return trouble.fault(
        "Raden går inte att läsa som YAML",
        "Jämför indrag, kolon och citattecken med raderna runt omkring",
    )


def _tab(trouble: Trouble) -> Fault | None:
    indentation = re.match(r" *\t\s*", trouble.text)
    if not indentation or "quoted scalar" in trouble.context:
        return None
    return Fault(
        FaultKind.TAB,
        trouble.line,
        trouble.text.index("\t") + 1,
        "Raden är indragen med tabb",
        "Dra in med mellanslag, två för varje nivå",
    )


def _escape(trouble: Trouble) -> Fault | None:
    if "invalid Unicode" in trouble.problem:
        return trouble.fault_since(
            "Texten innehåller en teckenkod (\\u…) som inte är något tecken",
            "Skriv tecknet som det är i stället för koden",
            FaultKind.CONTROL_CHARACTER,
        )
    if not re.search("hexa?decimal|unknown escape", trouble.problem):
        return None
    backslash = trouble.text.rfind("\\", 0, trouble.column) + 1
    return Fault(
        FaultKind.SYNTAX,
        trouble.line,
        backslash or trouble.column,
        "Ett omvänt snedstreck (\\) inom dubbla citattecken följs av något som inte är en kod",
        "Skriv två snedstreck (\\\\), eller sätt enkla citattecken (') runt texten i stället",
    )


def _unclosed_quote(trouble: Trouble) -> Fault | None:
    if "quoted scalar" not in trouble.context:
        return None
    return trouble.fault_since(
        "Citattecknet som öppnas här stängs aldrig",
        "Sätt ett likadant citattecken där texten slutar; "
        "en apostrof inom enkla citattecken skrivs två gånger ('')",
    )


def _reference_or_tag(trouble: Trouble) -> Fault | None:
    if "anchor" in trouble.context or "alias" in trouble.context:
        line, column = trouble.since
        written = trouble.lines.line(line)[column - 1 :]
        return faults.anchor(line, column, written[:1])
    if "a tag" in trouble.context or "tag handle" in trouble.problem:
        return faults.tag(*trouble.since)
    return None


def _directive(trouble: Trouble) -> Fault | None:
    line_of_directive = trouble.character == "%" and trouble.column == 1
    if "directive" in trouble.context or "YAML document" in trouble.problem:
        return faults.directive(*trouble.since)
    return faults.directive(trouble.line, 1) if line_of_directive else None


def _second_root(trouble: Trouble) -> Fault | None:
    if "<document start>" not in trouble.problem:
        return None
    return trouble.fault(
        "Här fortsätter filen fast dess innehåll redan är slut",
        "Skriv alla nycklar längst till vänster, utan klammer runt det hela",
    )


def _inner_colon(trouble: Trouble) -> Fault | None:
    same_line = trouble.since[0] == trouble.line  # else a bracket further up was never closed
    colon_in_flow = trouble.in_flow and trouble.character == ":" and same_line
    if "mapping values are not allowed" not in trouble.problem and not colon_in_flow:
        return None
    found = _KEY_AND_VALUE.match(trouble.text)
    if not colon_in_flow and (not found or found.start("value") >= trouble.column - 1):
        return _unexpected_indentation(trouble)
    mend = "Sätt citattecken runt hela texten"
    if found and not trouble.in_flow:
        value = _COMMENT.sub("", found["value"])
        mend += f": {faults.shortened(found['key'])}: {_quoted(value)}"
    return trouble.fault("Ett kolon följt av mellanslag står inne i en text utan citattecken", mend)


def _unexpected_indentation(trouble: Trouble) -> Fault:
    column = len(trouble.text) - len(trouble.text.lstrip()) + 1
    return Fault(
        FaultKind.SYNTAX,
        trouble.line,
        column,
        "Raden är indragen så att den hör ihop med värdet på raden ovanför",
        "Låt raden börja i samma kolumn som nycklarna på samma nivå, "
        "eller ta bort värdet ovanför om raden ska ligga under det",
    )


def _stray_dash(trouble: Trouble) -> Fault | None:
    dash = trouble.character == "-" and trouble.text[trouble.column :][:1] in ("", " ")
    if "sequence entries are not allowed" not in trouble.problem and not dash:
        return None
    if trouble.before.strip():
        return trouble.fault(
            "Ett streck följt av mellanslag läses som en ny punkt i en lista",
            "Börja listan på en ny rad, eller sätt citattecken runt texten",
        )
    return trouble.fault(
        "En listpunkt (-) står där ingen lista pågår",
        "Dra in strecket lika mycket som de andra i samma lista",
    )


def _missing_colon(trouble: Trouble) -> Fault | None:
    if "could not find expected ':'" not in trouble.problem:
        return None
    line, column = trouble.since
    written = trouble.lines.line(line)[column - 1 :]
    if re.match(r"[^\s:]+:\S", written):
        return faults.tight_colon(line, column, FaultKind.SYNTAX, written)
    return trouble.fault_since(
        "Raden saknar kolon efter nyckeln",
        "Skriv ”nyckel: värde”; hör raden till texten ovanför ska den dras in",
    )


def _block_header(trouble: Trouble) -> Fault | None:
    if "block scalar" not in trouble.context:
        return None
    return trouble.fault_since(
        "Ett värde som börjar med | eller > läses som en text på flera rader",
        "Sätt citattecken runt värdet, eller börja texten på nästa rad",
    )


def _odd_beginning(trouble: Trouble) -> Fault | None:
    if "cannot start any token" not in trouble.problem:
        return None
    return trouble.fault(
        f"Ett värde kan inte börja med {trouble.character}",
        "Sätt citattecken runt värdet",
    )


def _after_the_end(trouble: Trouble) -> Fault | None:
    before = trouble.before.rstrip()
    if trouble.in_flow or not before.endswith(("'", '"', "]", "}")):
        return None
    if before.endswith(("'", '"')):
        return trouble.fault(
            "Texten fortsätter efter det avslutande citattecknet",
            "Sätt citattecken runt hela texten; inom enkla citattecken skrivs en apostrof två "
            "gånger (''), och ett citattecken längre upp kan vara oavslutat",
        )
    return trouble.fault(
        f"Det står mer på raden efter {before[-1]}",
        "Ta bort det, eller sätt citattecken runt hela värdet om det är en text",
    )


def _unclosed_bracket(trouble: Trouble) -> Fault | None:
    if not trouble.in_flow:
        return None
    line, column = _last_bracket(trouble)
    opened = trouble.lines.line(line)[column - 1 : column]
    closing = "]" if opened == "[" else "}"
    return Fault(
        FaultKind.SYNTAX,
        line,
        column,
        f"Klammern {opened} som öppnas här stängs inte rätt",
        f"Sätt {closing} där innehållet slutar, och ett kommatecken mellan delarna",
    )


def _last_bracket(trouble: Trouble) -> tuple[int, int]:
    """The bracket that the parser was inside: it names that, or else only where a value lacks."""
    line, column = trouble.since
    before = trouble.lines.line(line)[:column]
    while line > 1 and not re.search(r"[\[{]", before):
        line -= 1
        before = trouble.lines.line(line)
    return (line, max(before.rfind("["), before.rfind("{")) + 1)


def _indentation(trouble: Trouble) -> Fault | None:
    if "block mapping" not in trouble.context and "block collection" not in trouble.context:
        return None
    if trouble.before.strip():
        return None
    if trouble.character == ":":
        return faults.key_not_text(trouble.line, trouble.column)
    since, _ = trouble.since
    return trouble.fault(
        f"Raden har ett indrag som inte passar ihop med det som börjar på rad {since}",
        "Låt nycklar, eller streck i en lista, som hör ihop börja i samma kolumn",
    )


def _quoted(value: str) -> str:
    """The value inside quotation marks that it does not itself hold."""
    value = faults.shortened(value)
    return f'"{value}"' if '"' not in value and "\\" not in value else _single_quoted(value)


def _single_quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


_RULES: tuple[Callable[[Trouble], Fault | None], ...] = (
    _tab,
    _escape,
    _unclosed_quote,
    _reference_or_tag,
    _directive,
    _second_root,
    _block_header,
    _inner_colon,
    _stray_dash,
    _missing_colon,
    _odd_beginning,
    _after_the_end,
    _unclosed_bracket,
    _indentation,
)
