"""Mistakes in the records themselves: names, ids, days, attachments, what is settled, files."""

from __future__ import annotations

from tests.matrix.mistake import (
    AGREEMENT,
    ERROR,
    ROSTERS,
    STRUCTURE,
    WARNING,
    Mistake,
    matter,
    meeting,
    removed,
    swap,
    written,
)

OR_6, OR_8, VR_4 = meeting("or-2031-06"), meeting("or-2031-08"), meeting("vr-2031-04")
MUSEUM = matter("2031-009-stiftelsen-ovningsmuseet")
TWICE_THAT_DAY = """\
id: kbf-2031-03
forum: kultur-och-bildningsforum
date: 2031-10-16
"""

MISTAKES = (
    Mistake(
        "VR101",
        "a misspelt person in the attendance",
        ERROR,
        (swap(OR_6, "      - frida-exempel\n", "      - frida-exmpel\n"),),
        where="      - frida-exmpel",
    ),
    Mistake(
        "VR101",
        "a matter that there is not",
        ERROR,
        (swap(OR_6, "matter: 2031-013", "matter: 2031-031"),),
        where="matter: 2031-031",
    ),
    Mistake(
        "VR102",
        "two matters continue one another",
        ERROR,
        (
            swap(
                matter("2031-003-styrgrupp-nya-perspektiv"),
                "scope: shared\n",
                "scope: shared\ncontinues: 2032-002\n",
            ),
        ),
        where="continues: 2032-002",
    ),
    Mistake(
        "VR103",
        "an assignment was given without a matter",
        ERROR,
        (
            swap(
                meeting("or-2031-04"),
                "      matter: 2031-010\n      purpose: [assignment]",
                "      earlier: [db-2031-04/kollektivtrafikplan]\n      purpose: [assignment]",
            ),
        ),
        where="earlier: [db-2031-04/kollektivtrafikplan]\n      purpose: [assignment]",
    ),
    Mistake(
        "VR111",
        "the id in the file is not the file's",
        ERROR,
        (swap(meeting("kbf-2031-02"), "id: kbf-2031-02", "id: kbf-2031-03"),),
        where="id: kbf-2031-03",
    ),
    Mistake(
        "VR112",
        "an id of another year",
        ERROR,
        (
            removed(meeting("or-2028-06")),
            written(
                meeting("or-2027-07"),
                "id: or-2027-07\nforum: ordforanderadet\ndate: 2028-12-01\nknown: date\n",
            ),
        ),
        file=meeting("or-2027-07"),
        where="id: or-2027-07",
    ),
    Mistake(
        "VR113",
        "two items with one id",
        ERROR,
        (swap(meeting("krf-2031-01"), "    - id: resor", "    - id: natverket"),),
        where="kind: discussed\n    - id: natverket",
    ),
    Mistake(
        "VR114",
        "one person entered twice",
        WARNING,
        (
            swap(
                ROSTERS,
                "\nnetworks:\n",
                "  a-exempel:\n    name: Anna Exempel\n    party: attrappas\n\nnetworks:\n",
            ),
        ),
        where="  a-exempel:\n    name: Anna Exempel",
    ),
    Mistake(
        "VR115",
        "one meeting entered twice",
        WARNING,
        (written(meeting("kbf-2031-03"), TWICE_THAT_DAY),),
        file=meeting("kbf-2031-02"),
        where="date: 2031-10-16",
    ),
    Mistake(
        "VR121",
        "a meeting on Ascension Day",
        WARNING,
        (swap(meeting("kbf-2031-01"), "date: 2031-05-15", "date: 2031-05-22"),),
        where="date: 2031-05-22",
    ),
    Mistake(
        "VR121",
        "a meeting on a Saturday",
        WARNING,
        (swap(meeting("kbf-2031-01"), "date: 2031-05-15", "date: 2031-05-17"),),
        where="date: 2031-05-17",
    ),
    Mistake(
        "VR122",
        "adjusted before the meeting was held",
        ERROR,
        (
            swap(
                OR_6,
                "by: anna-exempel\n      date: 2031-09-12",
                "by: anna-exempel\n      date: 2031-08-12",
            ),
        ),
        where="date: 2031-08-12",
    ),
    Mistake(
        "VR123",
        "a country without known holidays",
        ERROR,
        (
            swap(
                STRUCTURE,
                "name: Övningsrådet\nsecretariat",
                "name: Övningsrådet\ncountry: XX\nsecretariat",
            ),
        ),
        where="country: XX",
    ),
    Mistake(
        "VR124",
        "a forum met before the day it is said to have been set up",
        ERROR,
        (
            swap(
                STRUCTURE,
                "    short: db\n",
                "    short: db\n    from: 2031-01-01\n",
            ),
        ),
        where="date: 2030-11-15",
        file=meeting("db-2030-09"),
    ),
    Mistake(
        "VR131",
        "an attachment that is not there",
        ERROR,
        (removed("attachments/2031-005/transporter.txt"),),
        file=matter("2031-005-hjalpmedelslager"),
        where="file: attachments/2031-005/transporter.txt",
    ),
    Mistake(
        "VR141",
        "an item was changed after the agenda was fixed",
        WARNING,
        (swap(meeting("vr-2032-01"), "minutes: 15", "minutes: 25"),),
        where="    - id: styrgrupp",
    ),
    Mistake(
        "VR142",
        "the secretary was changed after adjustment",
        ERROR,
        (swap(OR_8, "  secretary: rakel-skrivare", "  secretary: rolf-fingerad"),),
        where="secretary: rolf-fingerad",
    ),
    Mistake(
        "VR002",
        "a quotation mark that is not closed",
        ERROR,
        (
            swap(
                MUSEUM,
                "title: Nominering till Stiftelsen Övningsmuseets styrelse",
                "title: 'Nominering till Stiftelsen Övningsmuseets styrelse",
            ),
        ),
        where="title: 'Nominering",
    ),
    *(
        Mistake(
            "VR002",
            f"{file} cannot be read, and what it would have said is not missed",
            ERROR,
            (swap(file, f"id: {identifier}\n", f"id: [{identifier}\n"),),
            where=f"id: [{identifier}",
        )
        for file, identifier in (
            (meeting("kbf-2031-02"), "kbf-2031-02"),
            ("year-wheels/2032.yaml", "'2032'"),
            ("working-forms/praxis-2021.yaml", "praxis-2021"),
        )
    ),
    Mistake(
        "VR003",
        "an anchor",
        ERROR,
        (swap(MUSEUM, "initiator: ovningsregionen", "initiator: &vem ovningsregionen"),),
        where="initiator: &vem",
    ),
    Mistake(
        "VR004",
        "a key twice",
        ERROR,
        (swap(MUSEUM, "scope: shared\n", "scope: shared\nscope: shared\n"),),
        where="scope: shared\nscope: shared",
    ),
    Mistake(
        "VR005",
        "a purpose that there is not",
        ERROR,
        (swap(meeting("kbf-2031-02"), "purpose: [information]", "purpose: [informaton]"),),
        where="purpose: [informaton]",
    ),
    Mistake(
        "VR005",
        "a misspelt key",
        ERROR,
        (
            swap(
                meeting("kbf-2031-02"), "  secretary: rakel-skrivare", "  sekretary: rakel-skrivare"
            ),
        ),
        where="sekretary",
    ),
    Mistake(
        "VR006",
        "a file of a kind that nobody reads",
        ERROR,
        (written("meetings/anteckningar.txt", "Att göra: allt.\n"),),
        where="Att göra",
    ),
    Mistake(
        "VR007",
        "no structure",
        ERROR,
        (removed(STRUCTURE),),
        where="",
        alone=True,
    ),
    Mistake(
        "VR008",
        "a file copied under another name",
        ERROR,
        (written(matter("2031-008-varsel"), "id: 2031-008\ntitle: Varsel vid bruket i Fabelby\n"),),
        where="id: 2031-008",
    ),
    Mistake(
        "VR902",
        "a deviation from a norm that holds",
        WARNING,
        (
            swap(
                meeting("or-2031-04"),
                "deviations:\n",
                "deviations:\n"
                "  - norm: R-time\n"
                "    on: or-2031-04\n"
                "    reason: Det kändes trångt.\n",
            ),
        ),
        where="  - norm: R-time",
    ),
    Mistake(
        "VR904",
        "a parameter that the norm's rule does not have",
        ERROR,
        (swap(AGREEMENT, "      within_days: 14", "      within_days: 14\n      from_day: 1"),),
        where="from_day: 1",
    ),
)
