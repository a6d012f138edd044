"""Mistakes about what the cooperation costs. The council has no costs, so each brings its own."""

from __future__ import annotations

from tests.matrix.mistake import ERROR, Edit, Mistake, written

FILE = "costs/2031.yaml"
COSTS = """\
id: '2031'
year: 2031
agreement: arbetsformer-2022
unit: tkr
receiver: ovningsregionen
level:
  year: {level}
  totals:
    municipality: 2400
    region: 1200
distribution: by-population
population:
  day: 2030-12-31
  parties:
    attrappas: 8100
    demoholm: 12400
    exempelkoping: 91500
    fabelby: 10200
    fantasiberg: 7300
    kladdstad: 15800
    latsasfors: 9900
    mallhammar: 6100
    modellbo: 11000
    pahittstad: 22600
    provaker: 8800
    sagomark: 13100
    skissvik: 5200
    testby: 17400
    utkastnas: 6700
    ovningsby: 28900
sums:
  all: {{net: {net}}}
"""


def _costs(*, level: int = 2031, net: int = 3600) -> tuple[Edit, ...]:
    return (written(FILE, COSTS.format(level=level, net=net)),)


MISTAKES = (
    Mistake(
        "VR161",
        "a sum with two figures swapped",
        ERROR,
        _costs(net=6300),
        where="all: {net: 6300}",
    ),
    Mistake(
        "VR162",
        "last year's level, and no index that raises it",
        ERROR,
        _costs(level=2030),
        where="id: '2031'",
    ),
)
