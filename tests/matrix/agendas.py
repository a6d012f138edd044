"""Mistakes before the meeting: how it was fixed and called, its papers and its items."""

from __future__ import annotations

from tests.matrix.mistake import ERROR, NOTE, ROSTERS, WARNING, Mistake, cut, meeting, swap

OR_3, OR_4, OR_6, OR_7 = (meeting(f"or-2031-{number}") for number in ("03", "04", "06", "07"))
VR_4, DB_5 = meeting("vr-2031-04"), meeting("db-2031-05")
THE_GROUP = """\
      - felix-fingerad
      - agnes-fingerad
      - oivind-fingerad
      - doris-fingerad
      - emil-fingerad
"""
DIRECTORS = """\
  officials:
    - rolf-fingerad
    - rut-fingerad
    - roy-fingerad
"""
ONLY_INFORMS = swap(OR_6, "[information, dialogue]", "[information]")

MISTAKES = (
    Mistake(
        "A-3.1-fixed",
        "the chair fixed the agenda alone",
        ERROR,
        (swap(OR_6, "by: [regina-pahittad, anna-exempel]", "by: [regina-pahittad]"),),
        where="by: [regina-pahittad]",
    ),
    Mistake(
        "A-3.1-fixed",
        "the agenda was fixed by the chair of last year",
        ERROR,
        (swap(OR_6, "by: [regina-pahittad, anna-exempel]", "by: [ragnar-pahittad, anna-exempel]"),),
        where="by: [ragnar-pahittad, anna-exempel]",
    ),
    Mistake(
        "A-3.1-fixed",
        "the agenda was fixed when the notice had gone out",
        ERROR,
        (swap(OR_6, "date: 2031-08-25", "date: 2031-08-29"),),
        where="date: 2031-08-29",
    ),
    Mistake(
        "A-3.1-support",
        "nobody from the directors' network was there",
        ERROR,
        (swap(OR_6, "support: [kerstin-skrivare, rakel-skrivare]", "support: [rakel-skrivare]"),),
        where="support: [rakel-skrivare]",
    ),
    Mistake(
        "A-3.1-group",
        "the region fixed the directors' agenda without the municipalities",
        ERROR,
        (swap(DB_5, "      - roy-fingerad\n" + THE_GROUP, "      - roy-fingerad\n"),),
        where="    by:\n      - rolf-fingerad",
    ),
    Mistake(
        "A-3.1-group",
        "someone outside the group fixed the directors' agenda",
        ERROR,
        (
            swap(
                DB_5,
                "      - emil-fingerad\n  items:",
                "      - emil-fingerad\n      - maja-fingerad\n  items:",
            ),
        ),
        where="      - emil-fingerad\n      - maja-fingerad",
    ),
    Mistake(
        "A-3.2.1-sent",
        "papers for a position are not said to have been sent",
        ERROR,
        (
            swap(
                OR_3,
                "[ronja-pahittad]\n      papers_sent: 2031-04-25\n",
                "[ronja-pahittad]\n",
            ),
        ),
        where="    - id: mediecenter",
    ),
    Mistake(
        "A-3.2.1-sent",
        "papers for a position went to one party",
        ERROR,
        (
            swap(
                OR_3,
                "[ronja-pahittad]\n      papers_sent: 2031-04-25\n",
                "[ronja-pahittad]\n      papers_sent: {date: 2031-04-25, to: [sagomark]}\n",
            ),
        ),
        where="to: [sagomark]",
    ),
    Mistake(
        "A-3.2.1-lead",
        "papers for a position went out four days before",
        WARNING,
        (
            swap(
                OR_7,
                "minutes: 20\n      papers_sent: 2031-09-26",
                "minutes: 20\n      papers_sent: 2031-10-06",
            ),
        ),
        where="papers_sent: 2031-10-06",
    ),
    Mistake(
        "A-2.1.1-officials",
        "only the region's directors were called to the council",
        ERROR,
        (swap(VR_4, "  officials: all\n", DIRECTORS),),
        where="  officials:\n    - rolf-fingerad",
    ),
    Mistake(
        "A-2.2.1-officials",
        "only the region's directors were called to the chairs",
        ERROR,
        (swap(OR_6, "  officials: all\n", DIRECTORS),),
        where="  officials:\n    - rolf-fingerad",
    ),
    Mistake(
        "S-6.1-officials",
        "nobody of the officials but one was called, before the working forms",
        ERROR,
        (
            swap(
                meeting("or-2022-01"),
                "notice:\n  officials: all\n",
                "notice:\n  sent: 2022-01-28\n  officials: [rolf-fingerad]\n",
            ),
            swap(
                ROSTERS,
                "attrappas/kommundirektor:\n    - who: agnes-fingerad\n      from: 2031-01-01",
                "attrappas/kommundirektor:\n    - who: agnes-fingerad\n      from: 2021-01-01",
            ),
        ),
        where="officials: [rolf-fingerad]",
    ),
    Mistake(
        "A-2.1.2-external",
        "someone from outside informs the chairs alone",
        NOTE,
        (
            ONLY_INFORMS,
            swap(
                OR_6,
                "presenters: [eva-exempel]",
                "presenters: [{name: Gunnar Gästsson, organisation: Exempeluniversitetet}]",
            ),
        ),
        where="presenters: [{name: Gunnar Gästsson, organisation: Exempeluniversitetet}]",
    ),
    Mistake(
        "R-time",
        "the items take longer than the meeting",
        WARNING,
        (swap(OR_6, "minutes: 45", "minutes: 115"),),
        where="hours: 13:00–15:00",
    ),
    Mistake(
        "R-time",
        "an item has no time",
        WARNING,
        (cut(OR_6, "      minutes: 45\n"),),
        where="    - id: transporter",
    ),
    Mistake(
        "R-preread",
        "nothing to read before an item for information",
        NOTE,
        (cut(meeting("or-2031-02"), "      papers: [Läget den 20 mars]\n"),),
        where="    - id: varsel",
    ),
    Mistake(
        "R-input",
        "nobody leads the dialogue",
        NOTE,
        (cut(VR_4, "      process_leader: emil-fingerad\n"),),
        where="    - id: transporter",
    ),
    Mistake(
        "R-digital",
        "everyone was called to one place to be informed",
        NOTE,
        (ONLY_INFORMS, swap(OR_6, "mode: digital", "mode: physical")),
        where="mode: physical",
    ),
    Mistake(
        "A-2.2.2-positions",
        "the council took a position that is the chairs' to take",
        ERROR,
        (
            swap(
                VR_4,
                "        kind: discussed\n",
                "        kind: position\n        text: Rådet ställer sig bakom kartläggningen.\n",
            ),
        ),
        where="process_leader: emil-fingerad\n      outcome:\n        kind: position",
    ),
    Mistake(
        "A-5.1.1-no-position",
        "a forum for information was called to take a position",
        ERROR,
        (swap(meeting("krf-2031-02"), "purpose: [dialogue]", "purpose: [position]"),),
        where="purpose: [position]",
    ),
)
