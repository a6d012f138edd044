"""What the administrator writes into the files during the year, and what the year leaves behind."""

from __future__ import annotations

TRAFFIC = "matters/2027-001-gemensam-linjetrafik.yaml"
ADDED = """\
    # Kom efter kallelsen.
    - id: nasta-mote
      title: Nästa möte flyttas till Sörby
      purpose: [procedure]
      added: 2027-02-04
"""
NOTED = "kind: noted\n"
DISCUSSED = "kind: discussed\n"
REPORTED = """\
kind: noted
reports:
  - assignment: tidtabell
    done: true
"""
ROUND = """\
    - id: laget
      title: Läget hos parterna
      kind: standing
      minutes: 20
"""
FOLLOWING_UP = """\
    - id: uppfoljning
      title: Uppföljning av samverkan
      matter: 2027-002
      purpose: [{purpose}]
"""
FROM_ANOTHER_BRANCH = """\
# Från en annan gren.
id: 2027-002
title: Gemensam växel
initiator: sorby
raised: 2027-08-17
"""
BEGINNINGS = {".pdf": b"%PDF-", ".docx": b"PK", ".html": b"<"}
ALL = ("md", "html", "docx", "pdf")
DOCUMENTS = {
    *(f"2027-001/underlag.{suffix}" for suffix in ALL),
    *(f"rad-2027-01/kallelse.{suffix}" for suffix in ALL),
    *(f"rad-2027-01/minnesanteckningar.{suffix}" for suffix in ALL),
    *(f"rad-2027-01/hem/{party}.md" for party in ("norrby", "sorby", "osterby", "regionen")),
    *(f"rad-2027-01/utdrag/linjetrafik-{party}.pdf" for party in ("norrby", "sorby")),
    *(f"rad-2027-01/utskick/{party}.eml" for party in ("norrby", "sorby", "regionen")),
    *(f"rad-2027-0{number}/minnesanteckningar.md" for number in (2, 3, 5)),
    "ber-2027-01/minnesanteckningar.pdf",
    "introduktion/dag-ny.pdf",
}
"""What the year left behind, among other things."""
REMARKS = {
    "structure.yaml": "  # Tre kommuner. Fler kan komma med.\n  norrby:\n",
    "working-forms/arbetsformer.yaml": (
        "  # Presidiet är rådets ordförande och vice ordförande.\n  faststalld:\n"
    ),
    TRAFFIC: "reference: NR 2027-4  # Norrby\n",
    "meetings/ber-2027-01.yaml": (
        "    # Norrby vill ha svar före sommaren.\n    - id: linjetrafik\n"
    ),
    "meetings/rad-2027-01.yaml": "    # Kom efter kallelsen.\n    - id: nasta-mote\n",
}
THE_POSITION = """\
kind: position
text: as-proposed
decides_next: [norrby, sorby]
assignments:
  - id: tidtabell
    task: Ta fram en tidtabell
    receiver: beredningen
    due: 2027-05-01
"""
CLEAN = "Inget att anmärka"
