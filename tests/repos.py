"""Small data repos written for tests, and what a check finds in them.

A text may hold the marks ① to ⑨. They are taken out when the file is written; each then names the
place where it stood, so that a test shows where a finding points instead of counting lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from vrtool.diagnostic import Finding
from vrtool.engine import Outcome, Tally, check
from vrtool.register.load import load
from vrtool.register.register import Register

MARKS = "①②③④⑤⑥⑦⑧⑨"

Files = Mapping[str, str]
"""Texts by path below `data/`."""


def write_repo(root: Path, files: Files) -> dict[str, str]:
    """Write the files below `root/data`. Out: `path:line:column` of each mark."""
    places: dict[str, str] = {}
    for path, text in files.items():
        file = root / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = dedent(text).lstrip("\n").split("\n")
        for number, line in enumerate(lines, start=1):
            for mark in (char for char in line if char in MARKS):
                assert mark not in places, f"{mark} stands twice"
                column = len(_bare(line[: line.index(mark)])) + 1
                places[mark] = f"data/{path}:{number}:{column}"
        file.write_text(_bare("\n".join(lines)), encoding="utf-8", newline="")
    return places


def _bare(text: str) -> str:
    return text.translate({ord(mark): None for mark in MARKS})


def line(finding: Finding) -> str:
    """`path:line:column code norm severity`; a dash where no norm stands behind."""
    at = finding.location
    return (
        f"{at.path}:{at.line}:{at.column} {finding.code} {finding.norm or '-'} "
        f"{finding.severity.value}"
    )


def outcome(root: Path) -> Outcome:
    """Load and check the repo."""
    return check(load(root))


def findings(root: Path) -> list[str]:
    """What a check finds in the repo, a line each, in order."""
    return [line(finding) for finding in outcome(root).findings]


def messages(root: Path, files: Files) -> list[str]:
    """The sentences a check gives for the files."""
    write_repo(root, files)
    return [finding.message for finding in outcome(root).findings]


def placed(expected: tuple[str, ...], places: Mapping[str, str]) -> list[str]:
    """The expected lines with each mark replaced by the place where it stood."""
    return sorted(_placed(entry, places) for entry in expected)


def _placed(entry: str, places: Mapping[str, str]) -> str:
    for mark, place in places.items():
        entry = entry.replace(mark, place)
    return entry


def tallies(root: Path) -> dict[str, Tally]:
    """How often each norm held, was broken, excused or could not be told."""
    return {norm: tally for (_, norm), tally in outcome(root).tallies.items()}


def register(root: Path, files: Files) -> Register:
    """The register of the files, which must all be readable."""
    write_repo(root, files)
    loaded = load(root)
    assert loaded.troubles == ()
    assert loaded.register is not None
    return loaded.register


# A council of a region and two municipalities


YEAR = "2031-01-01/2031-12-31"


def structure(complete: str = YEAR, *, more: str = "") -> str:
    """`structure.yaml` of the little council, each forum complete for the spans (comma between)."""
    spans = f"{{meetings: [{complete}], rosters: [{complete}], minutes: [{complete}]}}"
    return _STRUCTURE.format(complete=spans) + dedent(more)


_STRUCTURE = """\
name: Rådet
secretariat: regionen
party_kinds:
  municipality: {{one: kommun, the: kommunen, many: kommuner, the_many: kommunerna}}
  region: {{one: region, the: regionen, many: regioner}}
parties:
  alby: {{name: Alby kommun, short: Alby, kind: municipality}}
  berga: {{name: Berga kommun, short: Berga, kind: municipality}}
  regionen: {{name: Regionen, short: Regionen, kind: region}}
boards:
  styrelsen: {{name: styrelsen, party: regionen}}
offices:
  kso: {{name: kommunstyrelsens ordförande, short: KSO}}
  ordforande: {{name: ordförande, presidium: true}}
  vice-ordforande: {{name: vice ordförande, presidium: true}}
topics: {{arshjul: Årshjulet, natet: Nätet}}
groups: {{raden: [rad, bredd]}}
forums:
  rad:
    short: ra
    names: [{{name: Lilla rådet, short_name: rådet}}]
    complete: {complete}
  bredd:
    short: br
    names: [{{name: Breda rådet, short_name: breda rådet}}]
    complete: {complete}
  beredning:
    short: be
    names: [{{name: Rådets beredning, short_name: beredningen}}]
    complete: {complete}
  sakforum:
    short: sf
    names: [{{name: Rådets sakforum, short_name: sakforumet}}]
    complete: {complete}
"""

ROSTERS = """\
people:
  anna: {name: Anna Ek, party: alby}
  bo: {name: Bo Lind, party: berga}
  rut: {name: Rut Gran, party: regionen}
  ragna: {name: Ragna Asp, party: regionen}
  asta: {name: Asta Al, party: alby}
  arne: {name: Arne Al, party: alby}
  britt: {name: Britt Björk, party: berga}
offices:
  alby/kso: [{who: anna, from: 2030-01-01}]
  berga/kso: [{who: bo, from: 2030-01-01}]
  styrelsen/ordforande: [{who: rut, from: 2030-01-01}]
  styrelsen/vice-ordforande: [{who: ragna, from: 2030-01-01}]
  rad/ordforande: [{who: rut, from: 2030-01-01}]
  rad/vice-ordforande: [{who: anna, from: 2030-01-01}]
seats:
  br/alby/1: {members: [{who: asta, from: 2030-01-01}]}
  br/berga/1: {members: [{who: britt, from: 2030-01-01}]}
  sf/alby/1:
    members: [{who: asta, from: 2030-01-01}]
    deputies: [{who: arne, from: 2030-01-01}]
  sf/berga/1: {members: [{who: britt, from: 2030-01-01}]}
"""

FORMS = """\
id: former
name: Rådets arbetsformer
short_name: arbetsformerna
in_force: {from: 2030-01-01}
seats:
  rad:
    members: [{office: kso, each: municipality}, {office: ordforande, boards: [styrelsen]}]
    chair: rad/ordforande
    vice_chair: rad/vice-ordforande
  bredd:
    members:
      - {office: kso, each: municipality}
      - {appointed: br, each: municipality}
      - {presidium: [styrelsen]}
    chair: rad/ordforande
    vice_chair: rad/vice-ordforande
  sakforum:
    members: [{appointed: sf, each: municipality, deputies: true}]
"""


def forms(norms: str = "") -> str:
    """The little council's rulebook with these norms (indented by none)."""
    indented = "".join(f"  {entry}\n" for entry in dedent(norms).strip("\n").split("\n"))
    return FORMS + (f"norms:\n{indented}" if norms else "")


def council(files: Files, *, norms: str = "", complete: str = YEAR) -> dict[str, str]:
    """The little council with these norms, and the files laid over its own."""
    return {
        "structure.yaml": structure(complete),
        "forums.yaml": ROSTERS,
        "working-forms/former.yaml": forms(norms),
        **files,
    }
