"""A git repo with the fictional council, and branches of it made at the same time.

Through the commands wherever there is one, else as in an editor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.history.test_difference import git
from tests.scripted import Scripted

NOTICE = "meetings/or-2032-02.yaml"
BRIEF = "matters/2032-001-skolskjuts.yaml"
BEFORE_NOTICE = """\
id: or-2032-02
forum: ordforanderadet
date: 2032-03-20
hours: 13:00–15:00
mode: digital
agenda:
  items:
    - id: oppnande
      title: Mötet öppnas
      purpose: [procedure]
      minutes: 5
    - id: fossilfria-transporter
      title: Fossilfria transporter
      matter: 2031-013
      purpose: [position]
      minutes: 20
    - id: kollektivtrafik
      title: Återkoppling om kollektivtrafikplanen
      matter: 2031-010
      purpose: [information]
      minutes: 15
      papers:
        - Regionens beslut
"""

EARLY = "meetings/or-2031-02.yaml"
PREPARATION = "meetings/db-2032-01.yaml"
TIDIED = "matters/2031-013-fossilfria-transporter.yaml"
BRIEF_WRITTEN = """\
  proposal: >-
    Ordföranderådet ställer sig bakom att skolskjutsarna upphandlas gemensamt från läsåret 2033.
  summary: Fem avtal löper ut 2033 och kan upphandlas som ett.
  description: Kommunerna har i dag var sitt avtal, med olika krav på bilar och tider.
  way_forward: Varje kommun beslutar om fullmakt före den 1 juni 2032.
  documents:
    - title: Avtalen jämförda
      date: 2032-01-09
"""
PREPARED = """\
      matter: 2032-001
      purpose: [preparation]
      outcome:
        kind: prepared
        text: as-proposed
        questions: [Vilka kommuner vill vara med?]
        minutes: 30
"""
SCHOOL_BUSES = """\
    - id: skolskjuts
      title: Gemensam upphandling av skolskjuts
      matter: 2032-001
      purpose: [position]
      minutes: 30
      presenters: [pia-exempel]
      papers_sent: 2032-03-15
"""
TRANSPORTS = """\
    - id: fossilfria-transporter
      title: Fossilfria transporter
      matter: 2031-013
      purpose: [position]
      minutes: 20
"""
OTHER_MATTERS = """\
    - id: ovriga-fragor
      title: Övriga frågor
      kind: standing
"""
ANSWERED = """\
deviations:
  - norm: A-3.1-prepared
    on: varsel
    reason: Varslet kom fyra dagar före mötet, och nästa direktörsberedning låg fyra veckor bort.
    accepted: {by: presidiet, date: 2031-03-18}
"""


@dataclass(frozen=True)
class Rehearsal:
    """The repo, with main checked out."""

    year: Scripted

    @property
    def root(self) -> Path:
        return self.year.root

    def commit(self, message: str) -> None:
        git(self.root, "add", "-A")
        git(self.root, "commit", "-q", "-m", message)

    def branch(self, name: str, *made: Callable[[Scripted], None]) -> None:
        """A branch from main with a commit for each."""
        git(self.root, "checkout", "-q", "-b", name, "main")
        for step in made:
            step(self.year)
            self.commit(step.__name__)
        git(self.root, "checkout", "-q", "main")

    def merged(self, name: str, *branches: str) -> None:
        """A branch that holds what the branches do."""
        git(self.root, "checkout", "-q", "-b", name, "main")
        for branch in branches:
            git(self.root, "merge", "-q", "--no-edit", branch)
        git(self.root, "checkout", "-q", "main")


def as_it_was(year: Scripted) -> None:
    """What main has: the council, an agenda begun, and a breach nobody has answered for."""
    year.write(NOTICE, BEFORE_NOTICE)
    early = year.read(EARLY)
    year.write(EARLY, early.partition("deviations:\n")[0])


# Kerstin prepares a matter for the chairs' council and changes its agenda.


def matter_prepared(year: Scripted) -> None:
    """The brief is written, and the directors have prepared the matter."""
    year.fill(
        BRIEF,
        (
            "  summary: Fem avtal löper ut 2033. Kan de upphandlas som ett?\n",
            BRIEF_WRITTEN,
        ),
        ("stage: Ärendet är nytt och bereds i januari.\n", "reference: ÖR 2032-4\n"),
        ("  position: hösten 2032\n", "  position: 19 mars 2032\n"),
    )
    year.fill(
        PREPARATION,
        (
            "      matter: 2032-001\n      purpose: [preparation]\n",
            PREPARED,
        ),
    )


def agenda_changed(year: Scripted) -> None:
    """An item more, one moved, one for another purpose, a paper more, an hour more, no Saturday."""
    year.vr('vr meeting move or-2032-02 --date 2032-03-19 --reason "Den 20 mars är en lördag."')
    year.fill(
        NOTICE,
        ("hours: 13:00–15:00", "hours: 13:00–16:00"),
        (TRANSPORTS, ""),
        (
            "        - Regionens beslut\n",
            "        - Regionens beslut\n        - Tabell över turer\n",
        ),
    )
    year.add(NOTICE, SCHOOL_BUSES + TRANSPORTS.replace("position", "dialogue") + OTHER_MATTERS)


def chair_replaced(year: Scripted) -> None:
    """One leaves the chair of a municipality's board, and the council's vice chair passes on."""
    year.vr('vr roster replace testby/kso --who "Tage Exempel" --from 2032-03-01')
    year.vr("vr roster replace varmlandsradet/vice-ordforande --who eva-exempel --from 2032-03-01")


# At the same time Rakel does other things, and tidies up.


def meeting_moved(year: Scripted) -> None:
    """A meeting is moved, another one's breach is answered for, a matter is new."""
    year.vr(
        "vr meeting move vr-2032-01 --date 2032-02-21 --on 2032-01-07 "
        '--reason "Lokalen är upptagen."'
    )
    year.add(EARLY, ANSWERED)
    year.vr(
        'vr matter new --title "Gemensam kommunikatör" --initiator sagomark --goal position '
        "--raised 2032-01-07"
    )


def tidied(year: Scripted) -> None:
    """Nothing in substance: comments, order, quotation marks, line breaks, the name of a file."""
    text = year.read(TIDIED)
    head, tail = text.split("initiator: exempelkoping\n")
    year.write(TIDIED, f"# Genomläst\ninitiator: 'exempelkoping'\n{head}{tail}")
    (year.root / "data" / TIDIED).rename(year.root / "data" / "matters/2031-013-fossilfritt.yaml")
    year.fill(
        "meetings/or-2032-01.yaml",
        ("      purpose: [dialogue]\n", "      purpose:\n        - dialogue\n"),
    )
    year.fill(
        "forums.yaml",
        (
            "  attrappas/kso:\n    - who: anna-exempel\n      from: 2031-01-01\n",
            "  attrappas/kso: [{from: 2031-01-01, who: anna-exempel}] # sedan valet\n",
        ),
    )
