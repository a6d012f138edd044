"""What came of a point, as the minutes and the documents made from them tell it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.minutes import lines, meeting, section, view
from tests.rules.cases import matter

MATTER = matter(more="raised: 2031-01-07\nbrief: {proposal: Rådet köper växeln.}")
LATER = {"meetings/ra-2031-03.yaml": "id: ra-2031-03\nforum: rad\ndate: 2031-04-25\n"}

RESULTS = {
    "prepared": (
        "{kind: prepared, text: Ja., next: rad, questions: [Hur?], minutes: 20, ambition: Klart.}",
        """
        Resultat
        :   Berett, vidare till rådet
        Ja.
        Föreslagen tid
        :   20 minuter
        Ambition
        :   Klart.
        #### Frågor att ta med
        - Hur?
        """,
    ),
    "a proposal as it stands in the brief": (
        "{kind: prepared, text: as-proposed}",
        """
        Resultat
        :   Berett
        Rådet köper växeln.
        """,
    ),
    "a position as proposed": (
        "{kind: position, text: as-proposed, decides_next: [alby, berga]}",
        """
        #### Ställningstagande
        > Rådet köper växeln.
        Beslutas härnäst av
        :   Alby och Berga
        """,
    ),
    "a position in paragraphs": (
        '{kind: position, text: "Ett.\\n\\nTvå."}',
        """
        #### Ställningstagande
        > Ett.
        >
        > Två.
        """,
    ),
    "a position without its wording": (
        "{kind: position}",
        """
        Resultat
        :   Ställningstagande
        """,
    ),
    "people nominated": (
        "{kind: nominated, people: [anna, rut]}",
        """
        #### Nominering
        > Anna Ek (Alby) och Rut Gran (Regionen).
        """,
    ),
    "people nominated with words": (
        "{kind: nominated, text: En ledamot., people: [anna]}",
        """
        #### Nominering
        > En ledamot.
        Utsedda
        :   Anna Ek (Alby)
        """,
    ),
    "forums set up": (
        "{kind: position, text: Ja., establishes: [sakforum]}",
        """
        #### Ställningstagande
        > Ja.
        Inrättas
        :   sakforumet
        """,
    ),
    "reservations": (
        "{kind: position, text: Ja., reservations: [{who: bo, text: Nej.}, {party: alby}]}",
        """
        #### Ställningstagande
        > Ja.
        Samförstånd
        :   nåddes inte
        #### Reservationer
        - Bo Lind (Berga): Nej.
        - Alby
        """,
    ),
    "consensus": (
        "{kind: discussed, consensus: true}",
        """
        Resultat
        :   Diskuterat
        Samförstånd
        :   alla var eniga
        """,
    ),
    "postponed": (
        "{kind: postponed, meeting: ra-2031-03}",
        """
        Resultat
        :   Bordlagt
        Tas upp
        :   Rådet 25 april 2031
        """,
    ),
    "work given by another": (
        "{kind: assigned, assignments: [{id: u, task: Räkna., giver: alby, receiver: bo}]}",
        """
        Resultat
        :   Uppdrag till Bo Lind
        #### Uppdrag
        - Räkna.
            Bo Lind · gavs av Alby
        """,
    ),
    "work without a task of its own": (
        "{kind: assigned, assignments: [{id: u, receiver: alby, due: 2031-05-01}]}",
        """
        Resultat
        :   Uppdrag till Alby
        #### Uppdrag
        - Växeln
            Alby · senast 1 maj 2031
        """,
    ),
}


@pytest.mark.parametrize(("outcome", "told"), RESULTS.values(), ids=RESULTS)
def test_what_came_of_a_point(tmp_path: Path, outcome: str, told: str) -> None:
    item = f"- {{id: a, title: Växeln, matter: 2031-001, outcome: {outcome}}}"
    found = section(lines(view(tmp_path, meeting(item), {**MATTER, **LATER})), "### 1. Växeln")
    assert found[:2] == ["Ärende", ":   2031-001"]
    assert found[2:] == [line[8:] for line in told.splitlines() if line.strip()]


def test_of_several_matters_each_proposal_says_which_it_is(tmp_path: Path) -> None:
    other = matter("2031-002", "brief: {proposal: Rådet köper nätet.}")
    files = {path.replace("002-vaxeln", "002-natet"): text for path, text in other.items()}
    natet = {path: text.replace("Växeln", "Nätet") for path, text in files.items()}
    item = (
        "- {id: a, title: Båda, matters: [2031-001, 2031-002], "
        "outcome: {kind: position, text: as-proposed}}"
    )
    found = section(lines(view(tmp_path, meeting(item), {**MATTER, **natet})), "### 1. Båda")
    assert found[-5:] == [
        "#### Ställningstagande",
        "Växeln",
        "> Rådet köper växeln.",
        "Nätet",
        "> Rådet köper nätet.",
    ]


def test_as_proposed_without_any_proposal_says_no_more(tmp_path: Path) -> None:
    item = "- {id: a, title: Växeln, outcome: {kind: position, text: as-proposed}}"
    found = section(lines(view(tmp_path, meeting(item))), "### 1. Växeln")
    assert found == ["#### Ställningstagande", "> Enligt förslaget."]


def test_the_items_own_proposal_goes_before_the_brief(tmp_path: Path) -> None:
    item = (
        "- {id: a, title: Växeln, matter: 2031-001, proposal: Rådet väntar., "
        "outcome: {kind: position, text: as-proposed}}"
    )
    found = section(lines(view(tmp_path, meeting(item), MATTER)), "### 1. Växeln")
    assert "> Rådet väntar." in found
    assert "> Rådet köper växeln." not in found
