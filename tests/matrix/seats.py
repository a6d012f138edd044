"""Mistakes about who the parties and forums are, and who sits where."""

from __future__ import annotations

from tests.matrix.mistake import (
    AGREEMENT,
    ERROR,
    ROSTERS,
    STRUCTURE,
    WARNING,
    WORKING_FORMS,
    Mistake,
    cut,
    matter,
    meeting,
    swap,
)

ANSWERED = matter("2031-010-kollektivtrafikplan")
ANOTHER_KIND = """\
  association:
    one: förening
    the: föreningen
    many: föreningar
    the_many: föreningarna

parties:
  hembygden:
    name: Övningslänets hembygdsförbund
    short: Hembygdsförbundet
    kind: association
"""
A_FOURTH = """\
  naringslivsforum:
    short: nlf
    names:
      - name: Näringslivsforum
        short_name: Näringslivsforum
"""
A_THIRD_SEAT = """\
  hsf/exempelkoping/3:
    members:
      - who: eva-exempel
        from: 2031-03-01
  hsf/fabelby/1:
"""
CHAIR_OF_THE_COUNCIL = """\
  varmlandsradet/ordforande:
    - who: ragnar-pahittad
      from: 2031-01-01
      to: 2031-0"""

MISTAKES = (
    Mistake(
        "S-1-parties",
        "an association among the parties",
        ERROR,
        (
            swap(STRUCTURE, "\nparties:\n", ANOTHER_KIND),
            swap(AGREEMENT, "  demoholm: 2018", "  hembygden: 2018-05-14\n  demoholm: 2018"),
            swap(
                ANSWERED, "    fabelby: no-views", "    hembygden: no-views\n    fabelby: no-views"
            ),
        ),
        where="\nparties:\n  hembygden:",
    ),
    Mistake(
        "S-9-amendment",
        "a party decided only after the agreement was applied",
        ERROR,
        (swap(AGREEMENT, "testby: 2018-04-18", "testby: 2019-04-18"),),
        where="testby: 2019-04-18",
    ),
    Mistake(
        "S-9-amendment",
        "a party has not decided",
        ERROR,
        (cut(AGREEMENT, "  testby: 2018-04-18\n"),),
        where="\ndecided:\n  attrappas:",
    ),
    Mistake(
        "A-7-update",
        "the working forms came on the directors' initiative",
        ERROR,
        (
            swap(
                WORKING_FORMS,
                "initiative: ordforanderadet",
                "initiative: direktorsberedningen",
            ),
        ),
        where="initiative: direktorsberedningen",
    ),
    Mistake(
        "S-6.1-chair",
        "the new chair of the board was entered as the council's ten days late",
        ERROR,
        (
            swap(
                ROSTERS,
                CHAIR_OF_THE_COUNCIL + "6-30\n    - who: regina-pahittad\n      from: 2031-07-01",
                CHAIR_OF_THE_COUNCIL + "7-10\n    - who: regina-pahittad\n      from: 2031-07-11",
            ),
        ),
        where="  varmlandsradet/ordforande:\n    - who: ragnar-pahittad",
        times=2,  # the two councils have one chair between them
    ),
    Mistake(
        "S-6.1-opposition",
        "the second representative is of the majority",
        WARNING,
        (
            swap(
                ROSTERS,
                "Arne Provsson\n    party: attrappas\n    side: opposition",
                "Arne Provsson\n    party: attrappas\n    side: majority",
            ),
        ),
        where="vr/attrappas/1:\n    members:\n      - who: arne-provsson",
    ),
    Mistake(
        "A-2.1.1-members",
        "one who sits by her office was appointed too",
        ERROR,
        (
            swap(
                ROSTERS,
                "vr/attrappas/1:\n    members:\n      - who: arne-provsson",
                "vr/attrappas/1:\n    members:\n      - who: anna-exempel",
            ),
        ),
        where="vr/attrappas/1:\n    members:\n      - who: anna-exempel",
    ),
    Mistake(
        "A-2.2.1-members",
        "one of the five boards is left out",
        ERROR,
        (
            swap(
                WORKING_FORMS,
                "        boards:\n          - regionstyrelsen\n"
                "          - halso-och-sjukvardsnamnden\n",
                "        boards:\n          - regionstyrelsen\n",
            ),
        ),
        where="  ordforanderadet:\n    paragraph",
    ),
    Mistake(
        "A-2.3.1-members",
        "a successor was entered, and the predecessor's time not ended",
        ERROR,
        (
            swap(
                ROSTERS,
                "    - who: olle-bifigur\n      from: 2031-01-01\n",
                "    - who: olle-bifigur\n      from: 2031-01-01\n"
                "    - who: oivind-fingerad\n      from: 2031-05-01\n",
            ),
        ),
        where="    - who: olle-bifigur\n      from: 2031-01-01\n    - who: oivind-fingerad",
    ),
    Mistake(
        "A-5-forums",
        "a fourth forum that the working forms do not name",
        ERROR,
        (
            swap(STRUCTURE, "  beredningsgruppen:\n", A_FOURTH + "  beredningsgruppen:\n"),
            swap(
                STRUCTURE,
                "    - kultur-och-bildningsforum\n  all:",
                "    - kultur-och-bildningsforum\n    - naringslivsforum\n  all:",
            ),
        ),
        where="    short: nlf\n    names:\n      - name:",
    ),
    Mistake(
        "A-5.1-established",
        "the position does not mention the third forum",
        ERROR,
        (cut(meeting("or-2031-01"), "          - kultur-och-bildningsforum\n"),),
        file=STRUCTURE,
        where="short_name: Kultur- och bildningsforum\n    established_at",
    ),
    Mistake(
        "A-5.1.1-networks",
        "no network is tied to the forum any more",
        ERROR,
        (cut(ROSTERS, "    forums: [kollektivtrafik-och-regionalt-utvecklingsforum]\n"),),
        where="\nnetworks:\n  kommundirektorsnatverket:",
    ),
    Mistake(
        "A-5.1.1-networks",
        "the forum named its network itself",
        ERROR,
        (
            swap(
                ROSTERS,
                "name: skolchefer\n    forums: [kultur-och-bildningsforum]\n"
                "    named_at: db-2031-02/yrkesnatverk",
                "name: skolchefer\n    forums: [kultur-och-bildningsforum]\n"
                "    named_at: kbf-2031-01/natverken",
            ),
        ),
        where="named_at: kbf-2031-01/natverken",
    ),
    Mistake(
        "A-5.1.2-members",
        "a municipality with three seats",
        ERROR,
        (swap(ROSTERS, "  hsf/fabelby/1:\n", A_THIRD_SEAT),),
        where="hsf/exempelkoping/3:\n    members:\n      - who: eva-exempel",
    ),
    Mistake(
        "A-5.1.2-deputies",
        "a deputy served for another seat than her own",
        ERROR,
        (swap(meeting("hsf-2031-02"), "- who: love-reservsson", "- who: fia-reservsson"),),
        where="- who: fia-reservsson",
    ),
    Mistake(
        "A-5.1.2-deputies",
        "a deputy served beside the member",
        ERROR,
        (
            swap(
                meeting("hsf-2031-01"),
                "        items: [hjalpmedelslager]\n    others:",
                "    others:",
            ),
        ),
        where="- who: elof-reservsson",
    ),
    Mistake(
        "A-6-steering",
        "one who is chair no more kept his seat",
        WARNING,
        (
            swap(
                ROSTERS,
                "2031-02-06\n        to: 2031-09-30\n      - vacant: true\n"
                "        from: 2031-10-01\n",
                "2031-02-06\n",
            ),
        ),
        where="np/5:\n    members:\n      - who: sven-exempel",
    ),
    Mistake(
        "S-6.1-members",
        "two held one seat, before the working forms",
        ERROR,
        (
            swap(
                ROSTERS,
                "vr/attrappas/1:\n    members:\n",
                "vr/attrappas/1:\n    members:\n"
                "      - who: alma-reservsson\n        from: 2020-01-01\n        to: 2021-12-31\n"
                "      - who: arne-provsson\n        from: 2021-11-01\n        to: 2021-12-31\n",
            ),
        ),
        where="from: 2020-01-01\n        to: 2021-12-31\n      - who: arne-provsson",
    ),
    Mistake(
        "S-6.2-members",
        "the board's chair is left out of the committee, before the working forms",
        ERROR,
        (cut(AGREEMENT, "      - office: ordforande\n        boards: [regionstyrelsen]\n"),),
        where="  ordforanderadet:\n    paragraph:",
    ),
)
