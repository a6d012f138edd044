"""What is said of a file that is sound YAML in parts but not read here, one function per fault."""

from __future__ import annotations

from vrtool.yamlio.document import MAX_BYTES, MAX_DEPTH, Fault, FaultKind


def too_large() -> Fault:
    """The file holds more than MAX_BYTES; it has not been read to its end."""
    mebibytes = MAX_BYTES // (1024 * 1024)
    return Fault(
        FaultKind.TOO_LARGE,
        1,
        1,
        f"Filen är större än {mebibytes} MiB och läses inte",
        "Lägg långa texter och bilagor i egna filer och hänvisa till dem",
    )


def control_character(line: int, column: int, character: str) -> Fault:
    """A character that neither shows nor belongs in a text."""
    return Fault(
        FaultKind.CONTROL_CHARACTER,
        line,
        column,
        f"Styrtecknet U+{ord(character):04X} syns inte och får inte stå i filen",
        "Ta bort tecknet; skriv ett vanligt radbyte om ett sådant var meningen",
    )


def stacked_marks(line: int, column: int) -> Fault:
    """More combining marks in a row than any language writes, and costly to compose."""
    return Fault(
        FaultKind.STACKED_MARKS,
        line,
        column,
        "Texten har fler än 30 accenttecken på rad över samma bokstav",
        "Ta bort de överflödiga accenterna",
    )


def conflict_marker(line: int, marker: str) -> Fault:
    """A line that git left where two branches changed the same place."""
    return Fault(
        FaultKind.CONFLICT_MARKER,
        line,
        1,
        f"En olöst sammanslagning i git: raden börjar med {marker}",
        "Behåll det som ska gälla och ta bort raderna med <<<<<<<, |||||||, ======= och >>>>>>>",
    )


def directive(line: int, column: int) -> Fault:
    """A `%` line before the document."""
    return Fault(
        FaultKind.DIRECTIVE,
        line,
        column,
        "Filen börjar med ett YAML-direktiv (en rad med %), och sådana används inte här",
        "Ta bort raden",
    )


def empty() -> Fault:
    """Nothing but blanks and comments."""
    return Fault(
        FaultKind.EMPTY,
        1,
        1,
        "Filen är tom",
        "Fyll i den eller ta bort den",
    )


def not_a_mapping(line: int, column: int, what: str) -> Fault:
    """The top level is a list or a text; `what` says which, in Swedish."""
    return Fault(
        FaultKind.NOT_A_MAPPING,
        line,
        column,
        f"Filen ska bestå av rader av slaget ”nyckel: värde” men börjar med {what}",
        "Börja filen med en nyckel, ett kolon och ett mellanslag, till exempel ”id: 2022-001”",
    )


def tight_colon(line: int, column: int, kind: FaultKind, written: str) -> Fault:
    """`key:value`, which YAML takes for one text; `written` is that text."""
    return Fault(
        kind,
        line,
        column,
        "Det saknas ett mellanslag efter kolonet",
        f"Skriv ”{shortened(written.replace(':', ': ', 1))}”",
    )


def several_documents(line: int, column: int) -> Fault:
    """A second document begins."""
    return Fault(
        FaultKind.SEVERAL_DOCUMENTS,
        line,
        column,
        "Filen innehåller flera YAML-dokument; här börjar det andra",
        "Lägg det i en egen fil, eller ta bort raden med ---",
    )


def too_deep(line: int, column: int) -> Fault:
    """Nesting past MAX_DEPTH."""
    return Fault(
        FaultKind.TOO_DEEP,
        line,
        column,
        f"Här är det fler än {MAX_DEPTH} nivåer inuti varandra",
        "Kontrollera klamrar och indrag; något har hamnat inuti något annat av misstag",
    )


def duplicate_key(line: int, column: int, key: str) -> Fault:
    """A key that stands a second time in the same map."""
    return Fault(
        FaultKind.DUPLICATE_KEY,
        line,
        column,
        f"Nyckeln ”{shortened(key)}” står två gånger på samma nivå",
        "Ta bort den ena eller byt namn på den",
    )


def key_not_text(line: int, column: int) -> Fault:
    """A key that is empty, null, a list or a map."""
    return Fault(
        FaultKind.KEY_NOT_TEXT,
        line,
        column,
        "En nyckel ska vara en text, inte tom, null, en lista eller en klammer",
        "Skriv ett namn före kolonet, eller sätt citattecken runt det",
    )


def merge_key(line: int, column: int) -> Fault:
    """`<<` as a plain key."""
    return Fault(
        FaultKind.MERGE_KEY,
        line,
        column,
        "Nyckeln << (infoga från annan plats) används inte här",
        "Skriv ut värdena där de gäller",
    )


def anchor(line: int, column: int, written: str) -> Fault:
    """`&name` or `*name`; `written` is what stands there."""
    return Fault(
        FaultKind.ANCHOR,
        line,
        column,
        f"Ett värde som börjar med {shortened(written)} läses som en YAML-referens, "
        "och sådana används inte här",
        "Skriv ut värdet, eller sätt citattecken runt det om det är en text",
    )


def tag(line: int, column: int) -> Fault:
    """Any tag, the standard ones too: the model decides what a value is."""
    return Fault(
        FaultKind.TAG,
        line,
        column,
        "Ett värde som börjar med ! läses som en YAML-tagg, och sådana används inte här",
        "Ta bort taggen, eller sätt citattecken runt värdet om det är en text",
    )


def shortened(text: str, most: int = 40) -> str:
    """`text` on one line and no longer than `most` characters, for use inside a message."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
