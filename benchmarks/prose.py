"""Sentences about nothing, in the Swedish of public papers, and names that nobody bears."""

from __future__ import annotations

import textwrap
from itertools import product
from random import Random

_LINE = 90
_WHO = (
    "Kommunerna", "Parterna", "Regionen", "Arbetsgruppen", "Utredningen", "Förvaltningarna",
    "De berörda nämnderna", "Näringslivet i bygden", "Invånarna i glesbygden", "Samverkansgruppen",
)  # fmt: skip
_DOES = (
    "ser ett växande behov av", "har under året prövat", "har tillsammans kartlagt",
    "efterfrågar en långsiktig plan för", "har goda erfarenheter av", "saknar i dag medel för",
    "har lämnat synpunkter på", "vill fördjupa samarbetet om", "räknar med lägre kostnader för",
    "har olika förutsättningar för",
)  # fmt: skip
_WHAT = (
    "gemensamma drakvakter", "trollkarlarnas kompetensförsörjning", "broarna över sagoälven",
    "vandrande bibliotek", "flygande mattor i linjetrafik", "läkeörter och förebyggande hälsa",
    "ett delat stall för enhörningar", "önskebrunnarnas vattenkvalitet", "älvornas ängsmarker",
    "jättarnas tillgång till bostäder", "de talande djurens delaktighet", "skolornas trolldom",
)  # fmt: skip
_END = (
    "framför allt i de mindre kommunerna.", "inom ramen för nuvarande budget.",
    "men tidplanen är ännu inte klar.", "enligt den överenskommelse som parterna har träffat.",
    "med start efter sommaren.", "och en första redovisning väntas inom kort.",
    "utan att någon parts ansvar ändras.", "vilket behöver följas upp med gemensamma mått.",
    "när finansieringen är löst.", "så att även gränstrakterna får del av det.",
)  # fmt: skip
_BEGUN = ("Samordning av", "Översyn av", "Handlingsplan för", "Stöd till", "Lägesbild för")
_FIRST = (
    "Alfons", "Alvina", "Bamse", "Birk", "Brage", "Dunder", "Embla", "Emil", "Fenja", "Freja",
    "Gudrun", "Gunnlöd", "Harald", "Hedda", "Idun", "Illugi", "Jofrid", "Karlsson", "Krösa",
    "Lotta", "Lovis", "Madicken", "Mattis", "Mio", "Nalle", "Odd", "Pippi", "Rask", "Ronja",
    "Saga", "Sigyn", "Skalle", "Sotlugg", "Tjorven", "Tomte", "Trulla", "Urd", "Vidar", "Ylva",
    "Åskar",
)  # fmt: skip
_LAST = tuple(
    f"{front}{back}"
    for front in (
        "Aln", "Blåklocks", "Dimm", "Drak", "Enhörnings", "Fjäder", "Guld", "Jätte", "Lykt",
        "Mån", "Prakt", "Silver", "Snö", "Stjärn", "Troll", "Älv",
    )
    for back in ("berg", "dal", "gren", "kvist", "lund", "ström")
)  # fmt: skip
_ASCII = str.maketrans("åäöé ", "aaoe-")


def paragraphs(random: Random, count: int, sentences: int) -> str:
    """So many paragraphs of so many sentences, in lines short enough to compare."""
    return "\n\n".join(
        textwrap.fill(" ".join(_sentence(random) for _ in range(sentences)), _LINE)
        for _ in range(count)
    )


def _sentence(random: Random) -> str:
    return " ".join(random.choice(words) for words in (_WHO, _DOES, _WHAT, _END))


def title(random: Random) -> str:
    """What a matter may be called."""
    return f"{random.choice(_BEGUN)} {random.choice(_WHAT)}"


def names(random: Random) -> list[str]:
    """Full names, each once, in an order of chance."""
    every = [f"{first} {last}" for first, last in product(_FIRST, _LAST)]
    random.shuffle(every)
    return every


def slug(text: str) -> str:
    """The text as an id."""
    return text.casefold().translate(_ASCII)
