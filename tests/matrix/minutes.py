"""Mistakes after the meeting: what the notes hold, who wrote and adjusted them, where they went."""

from __future__ import annotations

from tests.matrix.mistake import ERROR, NOTE, WARNING, Edit, Mistake, cut, meeting, swap

OR_1, OR_3, OR_4, OR_6, OR_7 = (
    meeting(f"or-2031-{number}") for number in ("01", "03", "04", "06", "07")
)
VR_1, VR_4 = meeting("vr-2031-01"), meeting("vr-2031-04")
DB_3, DB_8, KBF_2 = meeting("db-2031-03"), meeting("db-2031-08"), meeting("kbf-2031-02")

ALL_THAT_DECIDE = """\
        decides_next:
          - attrappas
          - demoholm
          - exempelkoping
          - fabelby
          - fantasiberg
          - kladdstad
          - latsasfors
          - mallhammar
          - modellbo
          - pahittstad
          - provaker
          - sagomark
          - skissvik
          - testby
          - utkastnas
          - ovningsby
          - ovningsregionen
"""
WITHOUT_OUTCOME = """\
    - id: laget
      title: Läget i länet
      purpose: [dialogue]
notice:
"""


def _written_by_another(file: str) -> tuple[Edit, ...]:
    """The notes were taken by a municipal director."""
    return (swap(file, "secretary: rakel-skrivare", "secretary: agnes-fingerad"),)


def _work_given(receiver: str) -> tuple[Edit, ...]:
    """The council gave an assignment."""
    given = f"""\
        kind: discussed
        assignments:
          - id: kartlaggning
            task: Slutför kartläggningen av transporterna.
            receiver: {receiver}
            due: 2032-03-31
"""
    return (swap(VR_4, "        kind: discussed\n", given),)


MISTAKES = (
    *(
        Mistake(
            norm,
            "a municipal director wrote the notes",
            ERROR,
            _written_by_another(file),
            where="secretary: agnes-fingerad",
        )
        for norm, file in (
            ("A-2.1.2-minutes", VR_4),
            ("A-2.2.2-minutes", OR_6),
            ("A-2.3.2-minutes", DB_3),
            ("A-4.1-secretariat", VR_1),
            ("A-5.1-secretariat", KBF_2),
        )
    ),
    Mistake(
        "S-7-secretariat",
        "a municipal director wrote the notes, before the working forms",
        ERROR,
        (
            swap(
                meeting("or-2022-01"),
                "notice:\n",
                "minutes:\n  secretary: agnes-fingerad\nnotice:\n",
            ),
        ),
        where="secretary: agnes-fingerad",
    ),
    Mistake(
        "S-6-notes",
        "the notes do not say who wrote them",
        ERROR,
        (cut(OR_6, "  secretary: rakel-skrivare\n"),),
        where="minutes:\n  led_by: regina-pahittad",
    ),
    Mistake(
        "S-6-notes",
        "the notes do not say who was there",
        ERROR,
        (
            swap(
                KBF_2,
                """\
    present:
      - dag-exempel
      - kaj-provsson
      - mats-exempel
      - paula-provsson
      - ronja-pahittad
      - rune-pahittad
    absent:
      - ulla-provsson
    served:
      - who: una-reservsson
        for: kbf/utkastnas/1
""",
                "    present:\n",
            ),
        ),
        where="  attendance:\n    present:",
    ),
    Mistake(
        "A-3-evidence",
        "the directors' notes do not say what came of an item",
        ERROR,
        (swap(DB_8, "notice:\n", WITHOUT_OUTCOME),),
        where="    - id: laget",
    ),
    Mistake(
        "S-6-wording",
        "the chairs are said to decide",
        ERROR,
        (
            swap(
                OR_1, "text: Rådet vill se ett förslag", "text: Ordföranderådet beslutar att se ett"
            ),
        ),
        where="text: Ordföranderådet beslutar att se ett",
    ),
    Mistake(
        "S-6-wording",
        "an outcome stands under the heading of a decision",
        ERROR,
        (
            swap(
                OR_6,
                "text: Kartläggningen ska fortsätta.",
                "text: |-\n          Beslut:\n          Kartläggningen ska fortsätta.",
            ),
        ),
        where="text: |-",
    ),
    Mistake(
        "S-6-dispatch",
        "the notes did not go to the region",
        ERROR,
        (
            swap(
                OR_1,
                "  dispatched: 2031-02-24\n",
                "  dispatched:\n    date: 2031-02-24\n    to:"
                + ALL_THAT_DECIDE.removeprefix("        decides_next:").replace(
                    "          - ovningsregionen\n", ""
                ),
            ),
        ),
        where="dispatched:\n    date: 2031-02-24",
    ),
    Mistake(
        "S-6-dispatch-days",
        "the notes went out three weeks after the meeting",
        WARNING,
        (swap(OR_1, "dispatched: 2031-02-24", "dispatched: 2031-03-07"),),
        where="dispatched: 2031-03-07",
    ),
    Mistake(
        "S-6.1-led",
        "someone else than the two led the meeting",
        WARNING,
        (swap(OR_6, "led_by: regina-pahittad", "led_by: eva-exempel"),),
        where="led_by: eva-exempel",
    ),
    Mistake(
        "R-adjusted",
        "one signature of two",
        WARNING,
        (cut(OR_6, "    - by: anna-exempel\n      date: 2031-09-12\n"),),
        where="adjusted:\n    - by: regina-pahittad",
    ),
    Mistake(
        "R-adjusted",
        "notes that nobody adjusted",
        WARNING,
        (
            cut(
                OR_6,
                "  adjusted:\n    - by: regina-pahittad\n      date: 2031-09-12\n"
                "    - by: anna-exempel\n      date: 2031-09-12\n",
            ),
        ),
        where="minutes:\n  led_by: regina-pahittad",
    ),
    Mistake(
        "A-2.2.2-forwarded",
        "a position does not say who is to decide",
        ERROR,
        (cut(OR_3, ALL_THAT_DECIDE),),
        where="presenters: [karin-exempel, rosa-pahittad]\n      papers_sent: 2031-04-25\n"
        "      outcome:\n        kind: position",
    ),
    Mistake(
        "A-2.2-independent",
        "the council gave the chairs an assignment",
        WARNING,
        _work_given("ordforanderadet"),
        where="- id: kartlaggning",
    ),
    Mistake(
        "A-2.2.2-principal",
        "the council gave the directors an assignment",
        ERROR,
        _work_given("direktorsberedningen"),
        where="- id: kartlaggning",
    ),
    Mistake(
        "R-assignment",
        "an assignment without a last day",
        WARNING,
        (cut(OR_7, "            due: 2032-02-20\n"),),
        where="- id: kollektivtrafik-slutlig",
    ),
    Mistake(
        "R-log",
        "an open assignment was not reported on",
        WARNING,
        (
            cut(
                OR_6,
                "          - assignment: yttrande-kollektivtrafik\n"
                "            text: Kommunernas synpunkter kommer in till den 12 september.\n",
            ),
        ),
        where="agenda:\n  fixed:",
    ),
    Mistake(
        "A-2.3-proposal",
        "what was prepared is not sent anywhere",
        ERROR,
        (cut(DB_8, "        next: ordforanderadet\n"),),
        where="        kind: prepared",
    ),
    Mistake(
        "R-prep-notes",
        "what was prepared asks nothing of the elected",
        NOTE,
        (cut(DB_8, "        questions: [Vilket av målen behöver mest kraft nästa år?]\n"),),
        where="        kind: prepared",
    ),
)
