"""Mistakes about the agreement itself, who sits where, and the groups."""

from __future__ import annotations

from tests.matrix.mistake import (
    ERROR,
    ROSTERS,
    STRUCTURE,
    WARNING,
    Mistake,
    cut,
    swap,
)

AGREEMENT = "working-forms/overenskommelse-2017.yaml"
MEMBERS = (
    "  strategiska-regionala-beredningen:\n    paragraph: '2.2'\n    members:\n      - office: kso"
)

# The source leaves the days of decision blank: these are invented.
DECIDED = "decided:\n" + "".join(
    f"  {party}: 2016-05-30\n"
    for party in (
        "arboga",
        "fagersta",
        "hallstahammar",
        "kungsor",
        "koping",
        "norberg",
        "skinnskatteberg",
        "surahammar",
        "vasteras",
        "region-vastmanland",
    )
)
WHOLE_TERM = "        from: 2017-01-01\n        to: 2018-12-31\n"


def seat(name: str, who: str) -> str:
    """An appointed seat held for the whole term, as the rosters write it."""
    return f"  {name}:\n    members:\n      - who: {who}\n{WHOLE_TERM}"


NEWCOMERS = ("rakel", "ruben", "rune", "rut")
FOUR_MORE = "".join(
    f"  {name}-pahittad:\n    name: {name.title()} Påhittad\n    party: region-vastmanland\n"
    "    political_party: alfa\n"
    for name in NEWCOMERS
)
FOUR_MORE_SEATS = "".join(
    seat(f"srb-regionen/region-vastmanland/{number}", f"{name}-pahittad")
    for number, name in enumerate(NEWCOMERS, 5)
)
LAST_SEAT = seat("srb-regionen/region-vastmanland/4", "rikard-pahittad")
ARBOGAS = seat("srb/arboga/1", "anders-provsson")
SALAS = seat("srb/sala/1", "simon-provsson")

MISTAKES = (
    Mistake(
        "V-0-decisions",
        "a municipality decided only when the agreement was already applied",
        ERROR,
        (swap(AGREEMENT, "conditions:\n", f"{DECIDED}  sala: 2017-01-30\nconditions:\n"),),
        where="sala: 2017-01-30",
    ),
    Mistake(
        "V-0-decisions",
        "parliament decided too late",
        ERROR,
        (swap(AGREEMENT, "by: 2016-12-31\n", "by: 2016-12-31\n    met: 2017-01-18\n"),),
        where="met: 2017-01-18",
    ),
    Mistake(
        "V-7-amendment",
        "a municipality left, and the agreement goes on",
        ERROR,
        (swap(AGREEMENT, "\nseats:\n", "left:\n  sala: 2018-06-30\n\nseats:\n"),),
        where="left:\n  sala: 2018-06-30",
    ),
    Mistake(
        "V-2.2-size",
        "three municipalities appointed nobody, and there are 24",
        ERROR,
        (
            cut(ROSTERS, SALAS),
            cut(ROSTERS, seat("srb/skinnskatteberg/1", "sten-provsson")),
            cut(ROSTERS, seat("srb/surahammar/1", "sune-provsson")),
        ),
        file=AGREEMENT,
        where=MEMBERS,
    ),
    Mistake(
        "V-2.2-municipal",
        "the second member is of the majority",
        ERROR,
        (
            swap(
                ROSTERS,
                "Anders Provsson\n    party: arboga\n    political_party: gamma\n"
                "    side: opposition",
                "Anders Provsson\n    party: arboga\n    political_party: gamma\n"
                "    side: majority",
            ),
        ),
        where="  srb/arboga/1:\n    members:\n      - who: anders-provsson",
    ),
    Mistake(
        "V-2.2-municipal",
        "the chair of an executive board was left out",
        ERROR,
        (
            swap(
                AGREEMENT,
                "      - office: kso\n        each: municipality\n      - appointed: srb\n",
                "      - office: kso\n        parties: [arboga, fagersta, hallstahammar, koping,\n"
                "                  norberg, sala, skinnskatteberg, surahammar, vasteras]\n"
                "      - appointed: srb\n",
            ),
        ),
        where=MEMBERS,
    ),
    Mistake(
        "V-2.2-regional",
        "the region appointed eight beside the presidium, and a municipality nobody",
        ERROR,
        (
            swap(AGREEMENT, "        count: 4\n", "        count: 8\n"),
            swap(ROSTERS, "  dorotea-fingerad:\n", f"{FOUR_MORE}  dorotea-fingerad:\n"),
            swap(ROSTERS, LAST_SEAT, LAST_SEAT + FOUR_MORE_SEATS),
            cut(ROSTERS, SALAS),
        ),
        where=MEMBERS,
    ),
    Mistake(
        "V-2.2-represented",
        "the only member of a party went over to another",
        ERROR,
        (
            swap(
                ROSTERS,
                "party: koping\n    political_party: epsilon",
                "party: koping\n    political_party: gamma",
            ),
        ),
        where="        epsilon: 1",
    ),
    Mistake(
        "V-2.2-majority",
        "most of the region's members are of its opposition",
        ERROR,
        (
            swap(
                ROSTERS,
                "Robert Påhittad\n    party: region-vastmanland\n    political_party: alfa\n"
                "    side: majority",
                "Robert Påhittad\n    party: region-vastmanland\n    political_party: gamma\n"
                "    side: opposition",
            ),
        ),
        where="\nassemblies:\n  regionstyrelsen:\n    - from: 2017-01-01",
    ),
    Mistake(
        "V-2.2-presidium",
        "the municipalities' first vice chair is of the opposition",
        ERROR,
        (
            swap(
                ROSTERS,
                "beredningen/forste-vice-ordforande:\n    - who: viktor-exempel",
                "beredningen/forste-vice-ordforande:\n    - who: vera-provsson",
            ),
        ),
        where="beredningen/forste-vice-ordforande:\n    - who: vera-provsson",
    ),
    Mistake(
        "V-2.2-no-deputies",
        "a member was given a deputy",
        ERROR,
        (
            swap(
                ROSTERS,
                ARBOGAS,
                f"{ARBOGAS}    deputies:\n      - who: siv-skrivare\n{WHOLE_TERM}",
            ),
        ),
        where="    deputies:\n      - who: siv-skrivare",
    ),
    Mistake(
        "V-2.2-term",
        "someone was appointed for four years from the start",
        WARNING,
        (
            swap(
                ROSTERS,
                ARBOGAS,
                ARBOGAS.replace("to: 2018-12-31", "to: 2020-12-31"),
            ),
        ),
        where="  srb/arboga/1:\n    members:\n      - who: anders-provsson",
    ),
    Mistake(
        "V-3-groups",
        "the group is said to be set up where it was not",
        ERROR,
        (
            swap(
                STRUCTURE,
                "established_at: srb-2017-05/bredband",
                "established_at: srb-2017-05/kulturplan",
            ),
        ),
        where="established_at: srb-2017-05/kulturplan",
    ),
    Mistake(
        "V-3-groups",
        "nothing tells what the group is to do",
        ERROR,
        (cut(STRUCTURE, "    task: Kartlägga var i länet fiber saknas.\n"),),
        where="  samverkansgruppen-bredband:\n    short: bre",
    ),
)
