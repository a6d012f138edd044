"""Mistakes over time: what is to come back every year or every term of office."""

from __future__ import annotations

from tests.matrix.mistake import (
    ERROR,
    NOTE,
    STRUCTURE,
    WARNING,
    Edit,
    Mistake,
    cut,
    meeting,
    removed,
    swap,
    written,
)

WHEEL_2031 = "year-wheels/2031.yaml"
VR_1, VR_2, DB_4 = meeting("vr-2031-01"), meeting("vr-2031-02"), meeting("db-2031-04")


def _claimed(short_name: str, years: str = "2031-01-01") -> str:
    """Where the structure claims to know a forum's meetings of the year."""
    return f"        short_name: {short_name}\n    complete:\n      meetings: [{years}/2031-12-31]"


COUNCIL, CHAIRS = _claimed("Övningsrådet", "2027-01-01"), _claimed("ordföranderådet", "2027-01-01")
DIRECTORS, GROUP = _claimed("direktörsberedningen"), _claimed("beredningsgruppen")
CULTURE = (
    "short_name: Kultur- och bildningsforum\n"
    "    established_at: or-2031-01/sakomradesforum\n"
    "    complete:\n"
    "      meetings: [2031-01-01/2031-12-31]"
)
A_FIFTH = """\
id: vr-2031-05
forum: varmlandsradet
date: 2031-11-27
"""
A_CONFERENCE_ALONE = """\
id: vr-2030-03
forum: varmlandsradet
date: 2030-04-11
form: conference
known: items
agenda:
  items:
    - id: strukturen
      title: Hur samverkansstrukturen utvecklas
      topics: [samverkansstrukturen]
      purpose: [dialogue]
      outcome:
        kind: discussed
"""
NEW_ELECTION = swap(STRUCTURE, "    to: 2034-12-31\n", "    to: 2031-12-31\n")


def _up_in_2031(topic: str) -> tuple[Edit, ...]:
    """A term of one year, in which the council talked about the topic."""
    return NEW_ELECTION, swap(
        VR_1, "topics: [samverkansstrukturen]", f"topics: [samverkansstrukturen, {topic}]"
    )


MISTAKES = (
    Mistake(
        "A-2.1.2-meetings",
        "the council met once",
        WARNING,
        (removed(meeting("vr-2028-02")),),
        file=STRUCTURE,
        where=COUNCIL,
    ),
    Mistake(
        "A-2.1.2-meetings",
        "the council met five times, which is lawful",
        NOTE,
        (written(meeting("vr-2031-05"), A_FIFTH),),
        file=STRUCTURE,
        where=COUNCIL,
    ),
    Mistake(
        "A-2.2.2-meetings",
        "the chairs met five times",
        ERROR,
        (removed(meeting("or-2028-06")),),
        file=STRUCTURE,
        where=CHAIRS,
    ),
    Mistake(
        "A-5.1-meetings",
        "a forum met once",
        WARNING,
        (removed(meeting("kbf-2031-02")),),
        file=STRUCTURE,
        where=CULTURE,
    ),
    Mistake(
        "A-3.1-group-meetings",
        "the group skipped two months",
        WARNING,
        (removed(meeting("bg-2031-10")), removed(meeting("bg-2031-11"))),
        file=STRUCTURE,
        where=GROUP,
    ),
    Mistake(
        "A-2.3.2-plan",
        "the wheel gives the directors no days",
        ERROR,
        (
            swap(
                WHEEL_2031,
                "    - 2031-12-18\n"
                "  direktorsberedningen:\n"
                "    - 2031-01-17\n"
                "    - 2031-02-28\n"
                "    - 2031-04-17\n"
                "    - 2031-05-16\n"
                "    - 2031-08-22\n"
                "    - 2031-08-26\n"
                "    - 2031-09-19\n"
                "    - 2031-11-14\n",
                "    - 2031-12-18\n",
            ),
        ),
        where="plan:\n  varmlandsradet:",
    ),
    Mistake(
        "A-2.3.2-planning-days",
        "the directors' two days are entered as an ordinary meeting",
        ERROR,
        (cut(meeting("db-2031-06"), "form: planning-days\n"),),
        file=STRUCTURE,
        where=DIRECTORS,
    ),
    Mistake(
        "A-4.1-conference",
        "the conference is entered as an ordinary meeting",
        WARNING,
        (cut(VR_1, "form: conference\n"),),
        file=STRUCTURE,
        where=COUNCIL,
    ),
    Mistake(
        "A-4.1-meeting",
        "a conference without a meeting beside it",
        ERROR,
        (written(meeting("vr-2030-03"), A_CONFERENCE_ALONE),),
        where="form: conference",
    ),
    Mistake(
        "A-4.1-structure",
        "nobody talked about the structure at the conference",
        WARNING,
        (cut(VR_1, "      topics: [samverkansstrukturen]\n"),),
        where="form: conference",
    ),
    Mistake(
        "S-6.1-priorities",
        "the council talked about the priorities and took no position",
        ERROR,
        (
            swap(
                VR_2,
                "        kind: position\n        text: as-proposed\n",
                "        kind: discussed\n",
            ),
        ),
        file=STRUCTURE,
        where=COUNCIL,
    ),
    Mistake(
        "A-4.2-content",
        "the wheel says nothing of the municipalities' own processes",
        ERROR,
        (
            swap(
                WHEEL_2031,
                "  kommunerna:\n"
                "    - id: budget\n"
                "      title: Kommunernas budgetar\n"
                "      months: [4, 11]\n"
                "    - id: skolskjuts\n"
                "      title: Avtalen om skolskjuts\n"
                "      months: [12]\n",
                "  kommunerna: []\n",
            ),
        ),
        where="  kommunerna: []",
    ),
    Mistake(
        "A-4.2-content",
        "the dialogue on the website does not stand in the wheel",
        ERROR,
        (cut(WHEEL_2031, "      topics: [webbplats]\n"),),
        where="parts:\n  regionen:",
    ),
    Mistake(
        "A-4.3-website",
        "the directors were informed of the website, without dialogue",
        ERROR,
        (
            swap(
                DB_4,
                "      topics: [webbplats]\n      purpose: [dialogue]\n"
                "      outcome:\n        kind: discussed\n",
                "      topics: [webbplats]\n      purpose: [information]\n"
                "      outcome:\n        kind: noted\n",
            ),
        ),
        file=STRUCTURE,
        where=DIRECTORS,
    ),
    Mistake(
        "A-4.3-material",
        "nobody was shown material for those who are new",
        NOTE,
        (cut(meeting("db-2031-05"), "      topics: [kommunikationsmaterial]\n"),),
        file=STRUCTURE,
        where=DIRECTORS,
    ),
    Mistake(
        "A-5.1.1-dialogue",
        "the forum's networks were put off",
        ERROR,
        (swap(meeting("kbf-2031-01"), "kind: discussed", "kind: postponed"),),
        file=STRUCTURE,
        where=CULTURE,
    ),
    Mistake(
        "A-5.1-timing",
        "the forums were set up in the autumn of the term's first year",
        NOTE,
        (swap(meeting("or-2027-01"), "date: 2027-02-12", "date: 2027-09-17"),),
        where="    - id: sakomradesforum",
    ),
    Mistake(
        "A-6-direction",
        "the wheel had the document in November, and it came up in December",
        WARNING,
        (swap(WHEEL_2031, "months: [2, 6, 12]", "months: [2, 6, 11]"),),
        file=STRUCTURE,
        where=COUNCIL,
    ),
    Mistake(
        "R-wheel-task",
        "the region was asked to draft the wheel",
        NOTE,
        (
            swap(
                meeting("or-2031-04"),
                "            receiver: direktorsberedningen\n",
                "            receiver: ovningsregionen\n",
            ),
        ),
        file=STRUCTURE,
        where=CHAIRS,
    ),
    Mistake(
        "S-9-evaluation",
        "a term went by without an evaluation of the agreement",
        WARNING,
        _up_in_2031("oversyn"),
        file=STRUCTURE,
        where=COUNCIL,
    ),
    Mistake(
        "A-7-review",
        "a term went by without a review of the working forms",
        ERROR,
        _up_in_2031("utvardering"),
        file=STRUCTURE,
        where=CHAIRS,
    ),
)
