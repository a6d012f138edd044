"""Mistakes about the meetings, what came of them, their minutes, and the costs."""

from __future__ import annotations

from tests.matrix.mistake import (
    ERROR,
    NOTE,
    STRUCTURE,
    WARNING,
    Mistake,
    cut,
    matter,
    meeting,
    removed,
    swap,
)

JUNE, SEPTEMBER, EXTRA = (meeting(f"srb-2017-0{number}") for number in (4, 5, 6))
NOVEMBER, LAST = meeting("srb-2017-07"), meeting("srb-2018-06")
COSTS = "costs/2017.yaml"
CLAIM = "      meetings: [2017-01-01/2018-12-31]"

MISTAKES = (
    Mistake(
        "V-2.1-subjects",
        "the growth programme was not up in the whole term",
        ERROR,
        (cut(matter("2018-002-tillvaxtprogram"), "topics: [tillvaxtprogram]\n"),),
        file=STRUCTURE,
        where=CLAIM,
    ),
    Mistake(
        "V-2.3-meetings",
        "there were five meetings in the year",
        ERROR,
        (removed(LAST),),
        file=STRUCTURE,
        where=CLAIM,
    ),
    Mistake(
        "V-2.3-extra",
        "a third of the members asked for a meeting that was not held",
        ERROR,
        (cut(EXTRA, "requested: hjalpmedel-2017\n"),),
        file="requests.yaml",
        where="  hjalpmedel-2017:\n    forum",
    ),
    Mistake(
        "V-2.3-notice",
        "the notice went out a week before",
        ERROR,
        (swap(JUNE, "notice:\n  sent: 2017-05-24", "notice:\n  sent: 2017-06-02"),),
        where="notice:\n  sent: 2017-06-02",
    ),
    Mistake(
        "V-2.3-notice",
        "the papers came after the notice",
        ERROR,
        (
            swap(
                NOVEMBER,
                "      papers_sent: 2017-11-08\n      outcome:\n        kind: recommendation\n"
                "        text: as-proposed\n        consensus: true\n    - id: eu-fragor",
                "      papers_sent: 2017-11-20\n      outcome:\n        kind: recommendation\n"
                "        text: as-proposed\n        consensus: true\n    - id: eu-fragor",
            ),
        ),
        where="papers_sent: 2017-11-20",
    ),
    Mistake(
        "V-2.3-notice",
        "the secretary called",
        ERROR,
        (swap(JUNE, "  by: ragnhild-pahittad\nminutes:", "  by: siv-skrivare\nminutes:"),),
        where="  by: siv-skrivare",
    ),
    Mistake(
        "V-2.3-recommendation",
        "it decided where it can only recommend",
        ERROR,
        (swap(EXTRA, "kind: recommendation", "kind: position"),),
        where="kind: position",
    ),
    Mistake(
        "V-2.3-consensus",
        "all did not agree, and nothing is written of why it was decided all the same",
        NOTE,
        (swap(EXTRA, "consensus: true", "consensus: false"),),
        where="consensus: false",
    ),
    Mistake(
        "V-2.3-minutes",
        "the one who led the meeting adjusted as well",
        ERROR,
        (
            swap(
                JUNE,
                "  adjusted:\n    - by: kajsa-exempel",
                "  adjusted:\n    - by: ragnhild-pahittad",
            ),
        ),
        where="  adjusted:\n    - by: ragnhild-pahittad",
    ),
    Mistake(
        "V-2.3-minutes",
        "the one who was to adjust was not there",
        ERROR,
        (
            swap(
                JUNE,
                "  adjusters: [kajsa-exempel]\n  signed:",
                "  adjusters: [sune-provsson]\n  signed:",
            ),
            swap(JUNE, "    - by: kajsa-exempel", "    - by: sune-provsson"),
        ),
        where="  adjusted:\n    - by: sune-provsson",
    ),
    Mistake(
        "V-2.3-minutes",
        "nobody signed",
        ERROR,
        (cut(JUNE, "  signed:\n    by: ragnhild-pahittad\n    date: 2017-06-16\n"),),
        where="\nminutes:\n  led_by",
    ),
    Mistake(
        "V-2.3-dispatch",
        "one whom a matter concerns was forgotten",
        ERROR,
        (cut(JUNE, "    others: [Länstrafikbolaget]\n"),),
        where="  dispatched:\n    date",
    ),
    Mistake(
        "V-2.3-dispatch",
        "the minutes went to the region alone",
        ERROR,
        (swap(JUNE, "    to: all", "    to: [region-vastmanland]"),),
        where="  dispatched:\n    date",
    ),
    Mistake(
        "V-3-no-preparation",
        "a group prepared a matter for decision",
        WARNING,
        (swap(meeting("kul-2017-01"), "kind: discussed", "kind: prepared"),),
        where="kind: prepared",
    ),
    Mistake(
        "V-5-secretariat",
        "a politician kept the minutes",
        ERROR,
        (swap(SEPTEMBER, "secretary: siv-skrivare", "secretary: agneta-exempel"),),
        where="secretary: agneta-exempel",
    ),
    Mistake(
        "V-6-proposal",
        "the proposal is another's than the regional director's",
        ERROR,
        (
            swap(
                matter("2017-007-hjalpmedel"),
                "    by: dorotea-fingerad",
                "    by: siv-skrivare",
            ),
        ),
        where="    by: siv-skrivare",
    ),
    Mistake(
        "V-6-proposal",
        "there is no proposal",
        ERROR,
        (
            cut(
                matter("2017-007-hjalpmedel"),
                "  proposal: >-\n"
                "    Den strategiska regionala beredningen rekommenderar regionen och kommunerna "
                "att teckna\n    avtalet om hjälpmedel.\n",
            ),
        ),
        where="brief:\n  description",
    ),
    Mistake(
        "V-5-costs",
        "the second half is paid in the autumn",
        ERROR,
        (swap(COSTS, "due: 08-01", "due: 10-01"),),
        where="instalments:\n  - ",
    ),
    Mistake(
        "V-5-share",
        "the region stands for half",
        WARNING,
        (
            swap(COSTS, "    region-vastmanland: 6828\n", "    region-vastmanland: 11922\n"),
            swap(COSTS, "  all: {paid: 20691, kept: 1941}\n", ""),
        ),
        where="\nlevel:\n  year",
    ),
)
