"""Mistakes about matters: who raised them, how they were prepared, what their papers say."""

from __future__ import annotations

from tests.matrix.mistake import ERROR, NOTE, WARNING, Mistake, cut, matter, meeting, swap

LAYOFFS, AIDS = matter("2031-008-varsel-i-fabelby"), matter("2031-005-hjalpmedelslager")
MEDIA, TRANSIT = matter("2031-006-mediecenter"), matter("2031-010-kollektivtrafikplan")

MISTAKES = (
    Mistake(
        "VR151",
        "an answer to the consultation was never written in",
        NOTE,
        (cut(TRANSIT, "    testby: no-views\n"),),
        where="  closed: 2031-09-16",
    ),
    Mistake(
        "VR152",
        "why a view was not taken in is not told",
        WARNING,
        (
            cut(
                TRANSIT,
                "      reason: Resandet är för litet för fasta turer; anropsstyrd trafik finns "
                "redan i planen.\n",
            ),
        ),
        where="    - id: kvallsturer",
    ),
    Mistake(
        "VR153",
        "a view is put down to a municipality that had none",
        WARNING,
        (swap(TRANSIT, "from: [latsasfors]", "from: [testby]"),),
        where="from: [testby]",
    ),
    Mistake(
        "S-3-initiator",
        "nobody is said to have raised the matter",
        ERROR,
        (cut(LAYOFFS, "initiator: fabelby\n"),),
        where="id: 2031-008",
    ),
    Mistake(
        "S-3-early",
        "what was talked about at a meeting before is now said to have been prepared only",
        ERROR,
        (swap(meeting("db-2031-04"), "[dialogue, preparation]", "[preparation]"),),
        file=meeting("or-2031-04"),
        where="    - id: eu-ansokan",
    ),
    Mistake(
        "S-5.1.5-dialogue",
        "a major change came for a position after mere information",
        ERROR,
        (
            swap(
                meeting("or-2031-02"),
                "      purpose: [dialogue]\n"
                "      minutes: 30\n"
                "      presenters: [ronja-pahittad]\n"
                "      outcome:\n"
                "        kind: discussed\n",
                "      purpose: [information]\n"
                "      minutes: 30\n"
                "      presenters: [ronja-pahittad]\n"
                "      outcome:\n"
                "        kind: noted\n",
            ),
        ),
        file=meeting("or-2031-03"),
        where="    - id: mediecenter",
    ),
    Mistake(
        "S-5.2-feedback",
        "what the council took a position on before the working forms was not taken home",
        ERROR,
        (
            swap(
                matter("2022-001-arbetsformer"),
                "      feedback:\n        body: kommunstyrelsen\n        date: 2022-03-08\n",
                "      not_taken: Det hanns inte med.\n",
            ),
        ),
        where="not_taken: Det hanns inte med.",
    ),
    Mistake(
        "A-2.3.3-feedback",
        "a municipality did not take the matter home",
        ERROR,
        (
            swap(
                MEDIA,
                "      feedback:\n        body: barn- och utbildningsnämnden\n"
                "        date: 2031-05-22\n",
                "      not_taken: Nämndens sammanträde ställdes in.\n",
            ),
        ),
        where="not_taken: Nämndens sammanträde ställdes in.",
    ),
    Mistake(
        "S-8-shared",
        "costs are shared, and no agreement on it is named",
        ERROR,
        (cut(AIDS, "  agreement: Avtal om kostnader för ett gemensamt hjälpmedelslager\n"),),
        where="  shared: true",
    ),
    Mistake(
        "A-1-scope",
        "a matter of the municipalities among themselves",
        WARNING,
        (swap(LAYOFFS, "scope: shared", "scope: inter-municipal"),),
        file=meeting("or-2031-02"),
        where="    - id: varsel",
    ),
    Mistake(
        "A-3.1-prepared",
        "the directors had put the matter off",
        ERROR,
        (
            swap(
                meeting("db-2031-02"),
                "        kind: prepared\n"
                "        text: Ärendet går till ordföranderådet för dialog.",
                "        kind: postponed\n        text: Ärendet bordläggs.",
            ),
        ),
        file=meeting("or-2031-02"),
        where="    - id: mediecenter",
    ),
    Mistake(
        "A-3.2.1-content",
        "the papers for a position do not describe the matter",
        ERROR,
        (swap(MEDIA, "  description: >-\n", "  summary: >-\n"),),
        where="  proposal: >-",
    ),
    Mistake(
        "A-3.2.2-stage",
        "a matter for dialogue does not say where it stands",
        ERROR,
        (
            cut(
                LAYOFFS,
                "stage: Bruket och facken förhandlar; kommunen och regionen håller samman "
                "stödet.\n",
            ),
        ),
        where="id: 2031-008",
    ),
    Mistake(
        "R-stage",
        "a matter shown to the council does not say where it stands",
        NOTE,
        (
            cut(
                AIDS,
                "stage: Ordföranderådet har tagit ställning, och parterna beslutar var och en "
                "för sig.\n",
            ),
        ),
        where="id: 2031-005",
    ),
    Mistake(
        "R-basis",
        "the basis for the parties' decisions was asked of the region",
        NOTE,
        (
            swap(
                meeting("or-2031-01"),
                "            receiver: direktorsberedningen\n            due: 2031-03-07",
                "            receiver: ovningsregionen\n            due: 2031-03-07",
            ),
        ),
        file=meeting("or-2031-02"),
        where="    - id: hjalpmedelslager",
    ),
    Mistake(
        "R-marking",
        "an item does not say what it is up for",
        WARNING,
        (
            swap(
                meeting("or-2031-04"),
                "      matter: 2031-010\n      purpose: [assignment]\n",
                "      matter: 2031-010\n",
            ),
        ),
        where="    - id: kollektivtrafikplan",
    ),
    Mistake(
        "R-marking",
        "a matter is neither a case nor a process",
        WARNING,
        (cut(LAYOFFS, "logic: process\n"),),
        file=meeting("or-2031-02"),
        where="    - id: varsel",
    ),
)
