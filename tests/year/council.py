"""What an administrator writes by hand when a council begins, and does at every meeting."""

from __future__ import annotations

from tests.scripted import Scripted

PARTIES = """\
  # Tre kommuner. Fler kan komma med.
  norrby:
    name: Norrby kommun
    short: Norrby
    kind: municipality
  sorby:
    name: Sörby kommun
    short: Sörby
    kind: municipality
  osterby:
    name: Österby kommun
    short: Österby
    kind: municipality
"""

TOPICS = """\
topics:
  linjetrafik: Linjetrafiken
  uppfoljning: Uppföljningen av samverkan

"""

NORMS = """\
  # Presidiet är rådets ordförande och vice ordförande.
  faststalld:
    title: Presidiet fastställer rådets dagordning.
    rule: VR501
    strength: shall
    paragraph: '2'
    applies:
      forums: [radet]
  underlag:
    title: Underlaget är ute en vecka före mötet.
    rule: VR503
    strength: should
    paragraph: '2'
    applies:
      forums: [radet]
    with:
      lead_days: 7
  underlagets-delar:
    title: Underlaget beskriver ärendet och har ett förslag till ställningstagande.
    rule: VR504
    strength: should
    paragraph: '2'
    applies:
      forums: [radet]
    with:
      sections: [description, proposal]
  stallning:
    title: Ställning tas i rådet och inte i beredningen.
    rule: VR401
    strength: shall
    paragraph: '1'
    applies:
      forums: [radet, beredningen]
    with:
      forums: [radet]
  besluta:
    title: Ett ställningstagande som kräver beslut hos parterna säger vilka som ska besluta.
    rule: VR404
    strength: shall
    paragraph: '1'
    applies:
      forums: [radet]
  forslag:
    title: Beredningen lämnar ett förslag och säger vart det går.
    rule: VR605
    strength: shall
    paragraph: '2'
    applies:
      forums: [beredningen]
  sekreterare:
    title: Regionen för anteckningarna.
    rule: VR604
    strength: shall
    paragraph: '3'
    applies:
      forums: [radet, beredningen]
  anteckningar:
    title: Anteckningarna säger vem som förde dem, vilka som deltog och vad varje punkt ledde till.
    rule: VR601
    strength: shall
    paragraph: '3'
    applies:
      forums: [radet, beredningen]
    with:
      parts: [secretary, attendance, outcomes]
  justering:
    title: Ordföranden och vice ordföranden justerar rådets anteckningar.
    rule: VR608
    strength: shall
    paragraph: '3'
    applies:
      forums: [radet]
  utsandning:
    title: Anteckningarna går ut till alla parter.
    rule: VR602
    strength: shall
    paragraph: '3'
    applies:
      forums: [radet, beredningen]
  utsandning-dagar:
    title: Anteckningarna går ut inom två veckor.
    rule: VR603
    strength: normal
    paragraph: '3'
    applies:
      forums: [radet, beredningen]
    with:
      within_days: 14
  uppdrag-rapport:
    title: Varje uppdrag har en mottagare och en dag.
    rule: VR606
    strength: shall
    paragraph: '3'
    applies:
      forums: [radet]
  hem:
    title: Varje part tar med sig rådets frågor hem.
    rule: VR311
    strength: shall
    paragraph: '1'
  moten:
    title: Rådet möts minst fyra gånger om året.
    rule: VR701
    strength: shall
    paragraph: '1'
    applies:
      forums: [radet]
    with:
      min: 4
  arets-uppfoljning:
    title: Rådet följer varje år upp hur samverkan går.
    rule: VR702
    strength: shall
    paragraph: '1'
    applies:
      forums: [radet]
    with:
      topic: uppfoljning
"""

HOLDERS = {
    "radet/ordforande": ("Alva Ek", "Norrby"),
    "radet/vice-ordforande": ("Rut Gran", "Exempelregionen"),
    "norrby/kso": ("Alva Ek", "Norrby"),
    "sorby/kso": ("Bo Lind", "Sörby"),
    "osterby/kso": ("Cilla Öst", "Österby"),
    "regionstyrelsen/ordforande": ("Rut Gran", "Exempelregionen"),
    "regionstyrelsen/vice-ordforande": ("Sten Asp", "Exempelregionen"),
    "norrby/direktor": ("Nils Ask", "Norrby"),
    "sorby/direktor": ("Siv Alm", "Sörby"),
    "osterby/direktor": ("Östen Rönn", "Österby"),
    "regionen/direktor": ("Rolf Hägg", "Exempelregionen"),
}
"""Who comes to which place after the election, and for which party."""

CONTACTS = """\
# Bara här, aldrig i git.
parties:
  norrby: {to: [kansli@norrby.example]}
  sorby: {to: [kommun@sorby.example], cc: [arkiv@sorby.example]}
  regionen: {to: [samverkan@regionen.example]}
"""


def describe_council(year: Scripted) -> None:
    """Write the council's own parties, topics and norms in the place of the examples."""
    example = "  kommunen:\n    name: Exempelkommunen\n    short: Exempelkommunen\n"
    terms = "# Mandatperioderna, båda dagarna inräknade.\n"
    year.fill(
        "structure.yaml",
        (f"{example}    kind: municipality\n", PARTIES),
        (terms, TOPICS + terms),
    )
    year.add("working-forms/arbetsformer.yaml", NORMS)
    vacant = "    - vacant: true\n      from: 2023-01-01\n"
    year.fill(
        "forums.yaml", (f"  kommunen/kso:\n{vacant}", ""), (f"  kommunen/direktor:\n{vacant}", "")
    )


def fill_table(year: Scripted, name: str) -> None:
    """Write the names into the table of places, as in a spreadsheet."""
    file = year.root / name
    heading, *rows = file.read_text(encoding="utf-8-sig").splitlines()
    assert heading.startswith("Forum;Part;Uppdrag;Plats;Namn;")
    filled = [heading]
    for row in rows:
        forum, _, office, place, _, *rest = row.split(";")
        holder, party = HOLDERS[place]
        filled.append(";".join([forum, party, office, place, holder, *rest]))
    assert len(filled) == len(HOLDERS) + 1
    file.write_text("\n".join(filled) + "\n", encoding="utf-8")


def hold(
    year: Scripted, meeting: str, days: tuple[str, str, str], outcomes: dict[str, str]
) -> None:
    """A meeting of the council, from the fixing of its agenda to its notes sent out."""
    fixed, sent, adjusted = days
    path = f"meetings/{meeting}.yaml"
    year.vr(f"vr agenda fix {meeting} --date {fixed}")
    year.vr(f"vr agenda build {meeting} --format md")
    year.vr(f"vr agenda send {meeting} --date {sent}")
    year.vr(f'vr minutes start {meeting} --secretary "Rolf Hägg"')
    year.took_part(path)
    for item, outcome in outcomes.items():
        year.came_of(path, item, outcome)
    year.vr(f'vr minutes adjust {meeting} --by "Alva Ek, Rut Gran" --date {adjusted}')
    year.vr(f"vr minutes build {meeting} --format md")
    year.vr(f"vr minutes dispatch {meeting} --date {adjusted} --no-mail")


def add_item(year: Scripted, meeting: str, item: str) -> None:
    """Write an item last in the agenda of a meeting just laid in."""
    path = f"meetings/{meeting}.yaml"
    begun = "" if "agenda:" in year.read(path) else "agenda:\n  items:\n"
    year.add(path, begun + item)
