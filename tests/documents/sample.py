"""A document such as the templates make, and ways to render and read it."""

from __future__ import annotations

from datetime import date
from functools import cache

from vrtool.documents.meta import Format, Meta
from vrtool.documents.render import render

META = Meta(
    title="Kallelse till Samverkansrådet & partnerna den 11 februari 2022",
    organisation="Samverkansrådet <Exempel län>",
    date=date(2022, 1, 28),
    description="Kallelse med dagordning",
    stamp="FÖRSLAG",
)

ROWS = 120

_AGENDA = """\
# Kallelse med dagordning

Samverkansrådet kallas till ordinarie möte.

Tid

:   fredagen den 11 februari 2022 kl. 13.00–15.00

Plats

:   Residenset, Stora salen (digitalt deltagande är möjligt)

Kallade

:   Ledamöter och ersättare enligt förteckningen sist i kallelsen, samt de föredragande som anges
    vid varje punkt

## Dagordning

| Nr | Ärende                 | Syfte         | Föredragande     | Tid    |
|:---|:-----------------------|:--------------|:-----------------|:-------|
| 1  | Mötets öppnande        | Formalia      | Ordföranden      | 13.00  |
| 2  | Plan för kollektivtrafik 2023–2035, remiss | Ställningstagande | Märta Ängström | 13.05  |
| 3  | Övriga frågor          | Formalia      | Ordföranden      | 14.45  |

## Punkterna

### 1. Mötets öppnande

Ordföranden öppnar mötet och upprop förrättas.

### 2. Plan för kollektivtrafik

Ärendet har beretts den 14 januari 2022 och omfattar **tåg, buss och båt**. Underlag:

- [Remissutgåvan](https://exempel.se/plan_2023.pdf), daterad den 3 januari 2022
- Sammanställning av synpunkter
    - från kommunerna
    - från regionen

> Rådet ställer sig bakom planen.

Så går det till:

1. Anmälan
2. Inlägg
3. Beslut

    Beslutet läses upp.

---

## Kallade

| Namn      | Uppdrag            | Part     |
|:----------|:-------------------|:---------|
"""


def agenda() -> str:
    """The agenda, with a list of `ROWS` people, every third of which takes several lines."""
    short, long = (
        "Ordförande",
        "Ordförande i nämnden för kultur, fritid och samhällsbyggnad, ersättare",
    )
    return _AGENDA + "".join(
        f"| Ledamot{number:03d} Öberg | {short if number % 3 else long} | Kommun {number % 17} |\n"
        for number in range(1, ROWS + 1)
    )


@cache
def rendered() -> dict[Format, bytes]:
    """The agenda in every format, made once per test run."""
    return render(agenda(), META, Format)
