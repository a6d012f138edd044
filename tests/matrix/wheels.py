"""Mistakes about the adoption of the year wheel.

What is done for a year is done the year before, and only 2031 is wholly known: here more of 2030
is told than in the council as it stands.
"""

from __future__ import annotations

from tests.matrix.mistake import (
    ERROR,
    ROSTERS,
    STRUCTURE,
    WARNING,
    Edit,
    Mistake,
    matter,
    meeting,
    removed,
    swap,
    written,
)


def _known(forum: str, meetings: str, minutes: str, before: str = "2027-01-01") -> Edit:
    """More days of which a forum's meetings and minutes are known."""
    head = f"        short_name: {forum}\n    complete:\n      meetings: "
    rosters = "\n      rosters: [2031-01-01/2031-12-31]\n      minutes: "
    return swap(
        STRUCTURE,
        f"{head}[{before}/2031-12-31]{rosters}[2031-01-01/2031-12-31]",
        f"{head}[{meetings}]{rosters}[{minutes}]",
    )


ALL_OF_2030 = "2030-01-01/2031-12-31"
A_WHOLE_CONFERENCE = """\
form: conference
hours: 10:00–15:00
agenda:
  fixed:
    date: 2030-01-14
    by: [ragnar-pahittad, anna-exempel]
    support: [kerstin-skrivare, rakel-skrivare]
  items:
    - id: prioriteringar
      title: Vad ska gå före 2030?
      matter: 2030-003
      topics: [samverkansstrukturen]
      purpose: [dialogue, position]
      minutes: 90
      process_leader: roy-fingerad
      outcome:
        kind: position
        text: Övningsrådet ställer sig bakom tre prioriterade frågor.
notice:
  sent: 2030-01-18
  officials: all
minutes:
  led_by: ragnar-pahittad
  secretary: rakel-skrivare
  attendance:
    present: [anna-exempel, ragnar-pahittad, dag-exempel]
  adjusted:
    - by: ragnar-pahittad
      date: 2030-02-04
    - by: anna-exempel
      date: 2030-02-04
  dispatched: 2030-02-05
"""
PRIORITIES = """\
id: 2030-003
title: Prioriterade frågor 2030
topics: [prioriteringar]
raised: 2029-12-03
initiator: ovningsregionen
logic: case
scope: shared
status: closed
"""
AS_IT_IS = """\
known: items
agenda:
  items:
    - id: utvardering
      title: Utvärdering av avtalet
      matter: 2030-002
      purpose: [dialogue]
      outcome:
        kind: discussed
    - id: arshjul
      title: Årshjul 2031
      matter: 2030-001
      year: 2031
      purpose: [position]
      outcome:
        kind: position
        text: Övningsrådet antar årshjulet för 2031.
"""
PLANNING_DAYS = """\
id: db-2030-08
forum: direktorsberedningen
date: 2030-08-27
form: planning-days
agenda:
  fixed:
    date: 2030-08-14
    by: [rolf-fingerad, felix-fingerad]
  items:
    - id: webbplats
      title: Årets dialog om webbplatsen
      topics: [webbplats, kommunikationsmaterial]
      purpose: [dialogue]
      outcome:
        kind: discussed
    - id: arshjul
      title: Det kommande årshjulet
      matter: 2030-001
      purpose: [preparation]
      outcome:
        kind: prepared
        text: Råden föreslås anta årshjulet.
        next: ordforanderadet
        questions: [Saknas någon fråga?]
        minutes: 20
        ambition: Ett ställningstagande i vart och ett av råden.
    - id: oversyn
      title: Utvärdering och översyn
      matter: 2030-002
      purpose: [preparation]
      outcome:
        kind: prepared
        text: Råden föreslås tala om hur arbetsformerna fungerar.
        next: ordforanderadet
        questions: [Behöver något ändras?]
        minutes: 30
        ambition: En gemensam bild.
minutes:
  secretary: rakel-skrivare
  attendance:
    present: [agnes-fingerad, rolf-fingerad]
  dispatched: 2030-09-03
"""
WHEEL_2030 = """\
id: '2030'
year: 2030
title: Årshjul 2030
plan:
  direktorsberedningen: [2030-08-27]
parts:
  regionen:
    - {id: plan, title: Regionplanen, months: [2]}
  kommunerna:
    - {id: budget, title: Budgetarna, months: [4]}
  nya-perspektiv:
    - {id: dokumentet, title: Det politiska inriktningsdokumentet, months: [6]}
  ovrigt:
    - {id: webbplats, title: Webbplatsen, topics: [webbplats], months: [8]}
"""

MISTAKES = (
    Mistake(
        "A-4.2-october",
        "the council adopted the wheel in November, the year before no election",
        WARNING,
        (
            _known(
                "Övningsrådet",
                "2027-01-01/2031-12-31",
                "2029-10-01/2029-10-31, 2031-01-01/2031-12-31",
            ),
            swap(meeting("vr-2029-02"), "date: 2029-10-18", "date: 2029-11-15"),
        ),
        where="short_name: Övningsrådet\n    complete:\n      meetings:",
    ),
    Mistake(
        "A-4.2-adopted",
        "the wheel never came up in the council",
        ERROR,
        (
            _known("Övningsrådet", "2027-01-01/2031-12-31", ALL_OF_2030),
            swap(
                ROSTERS,
                "kommundirektorsnatverket/koordinator:\n    - who: kerstin-skrivare\n"
                "      from: 2031-01-01",
                "kommundirektorsnatverket/koordinator:\n    - who: kerstin-skrivare\n"
                "      from: 2030-01-01",
            ),
            written(matter("2030-003-prioriteringar-2030"), PRIORITIES),
            swap(meeting("vr-2030-01"), "known: date\n", A_WHOLE_CONFERENCE),
            swap(meeting("vr-2030-02"), "date: 2030-12-05\n" + AS_IT_IS, "date: 2030-01-31\n"),
        ),
        where="short_name: Övningsrådet\n    complete:\n      meetings:",
    ),
    Mistake(
        "A-4.2-proposal",
        "the directors' proposal does not say which year its wheel is for",
        ERROR,
        (
            _known("direktörsberedningen", ALL_OF_2030, ALL_OF_2030, before="2031-01-01"),
            removed(meeting("db-2030-09")),
            written(meeting("db-2030-08"), PLANNING_DAYS),
            written("year-wheels/2030.yaml", WHEEL_2030),
        ),
        where="short_name: direktörsberedningen\n    complete:\n      meetings:",
    ),
)
