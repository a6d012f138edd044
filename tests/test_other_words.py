"""Sentences of a structure that says other things, of another gender than the common words."""

from __future__ import annotations

import re
from pathlib import Path

from tests import repos
from tests.repos import council
from tests.rules.cases import Judged, matter, meeting, together
from vrtool.documents.agenda import agenda_markdown, agenda_view
from vrtool.register.norms import Rulebook

_WORDS = """
words:
  position: {one: rekommendation, the: rekommendationen, many: rekommendationer}
  minutes: {one: protokoll, the: protokollet, many: protokoll}
  agenda: {one: föredragningslista, the: föredragningslistan, many: föredragningslistor}
  notice: {one: utskick, the: utskicket, many: utskick}
  party: {one: huvudman, the: huvudmannen, many: huvudmän, the_many: huvudmännen}
  member: {one: ombud, the: ombudet, many: ombud}
  deputy: {one: biträde, the: biträdet, many: biträden}
  official: {one: handläggare, the: handläggaren, many: handläggare, the_many: handläggarna}
  co-opted: {one: sakkunnig, the: den sakkunniga, many: sakkunniga, the_many: de sakkunniga}
  office: {one: befattning, the: befattningen, many: befattningar}
  chair: {one: sammankallande, the: sammankallanden, many: sammankallande}
  assignment: {one: uppgift, the: uppgiften, many: uppgifter}
  dialogue: {one: samtal, the: samtalet, many: samtal}
"""


def _all_said(root: Path, judged: Judged | None, *files: repos.Files) -> list[str]:
    """What is found in the little council with those words: each message with its mend."""
    written = council(together(*files), norms=judged.norm if judged else "")
    written["structure.yaml"] = repos.structure(more=_WORDS)
    repos.write_repo(root, written)
    told = [f"{found.message} | {found.help}" for found in repos.outcome(root).findings]
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in told]


def _said(root: Path, judged: Judged | None, *files: repos.Files) -> str:
    """The one thing that is found."""
    (told,) = _all_said(root, judged, *files)
    return told


_UP = "{id: a, title: A, matter: 2031-001, purpose: [position]}"
_TAKEN = "{id: a, title: A, matter: 2031-001, outcome: {kind: position}}"
_ADJUSTED = "minutes: {adjusted: [{by: rut, date: 2031-04-20}]}"
_SERVED = "minutes: {{attendance: {{present: [], absent: [], served: [{{who: {}, for: {}}}]}}}}"
_HELD = "minutes: {attendance: {present: [anna]}}"
_FIXED = f"agenda: {{fixed: {{date: 2031-03-21, by: [rut, anna]}}, items: [{_UP}]}}"
_WORK = "{id: raknat, receiver: berga, task: Räkna, due: 2031-05-01}"


def test_a_place_without_mandate(tmp_path: Path) -> None:
    said = _said(
        tmp_path,
        Judged("VR401", "{forums: [rad]}"),
        matter(),
        meeting("br-2031-01", "2031-04-04", _TAKEN),
    )
    assert said == (
        "Ärendet 2031-001 ”Växeln” har fått en rekommendation vid breda rådet 4 april 2031, som "
        "inte har mandat för rekommendationer. | ta upp det för rekommendation i rådet, eller ange "
        "ett avsteg med skäl."
    )


def test_a_word_for_deciding(tmp_path: Path) -> None:
    said = _said(
        tmp_path,
        Judged("VR403", "{verbs: [beslutar], instead: [rekommenderar, föreslår]}"),
        meeting("ra-2031-01", "2031-04-04", "{id: a, title: A, text: Rådet beslutar.}", more=_HELD),
    )
    assert said == (
        "Under punkten ”A” vid rådet 4 april 2031 står ”Rådet beslutar”; det forumet kommer fram "
        "till är en rekommendation, inget beslut. | skriv till exempel ”rekommenderar” eller "
        "”föreslår”, och rekommendation i rubriken."
    )


def test_none_that_year(tmp_path: Path) -> None:
    said = _said(
        tmp_path,
        Judged("VR702", "{topic: arshjul, outcome: position, times: 1}", "[rad]"),
        meeting(
            "ra-2031-01", "2031-04-04", "{id: a, title: A, outcome: {kind: noted}}", more=_HELD
        ),
    )
    assert said.startswith("Rådet hade 2031 ingen rekommendation om Årshjulet.")


def test_what_is_expected(tmp_path: Path) -> None:
    said = _said(
        tmp_path,
        Judged("VR504", "{sections: [proposal]}"),
        matter(),
        meeting("ra-2031-01", "2031-04-04", more=_FIXED),
    )
    assert "saknar den rekommendation som väntas inför" in said


def test_something_not_talked_of(tmp_path: Path) -> None:
    said = _said(
        tmp_path,
        Judged("VR302", "{purposes: [dialogue]}"),
        matter(),
        meeting("ra-2031-01", "2031-04-04", _UP),
    )
    assert said == (
        "Ärendet 2031-001 ”Växeln” har inte varit uppe till samtal före rekommendationen vid rådet "
        "4 april 2031. | ta upp det till samtal vid ett tidigare möte, eller ange ett avsteg med "
        "skäl."
    )


def test_adjusted_by_one_of_two(tmp_path: Path) -> None:
    said = _said(
        tmp_path,
        Judged("VR608"),
        meeting("ra-2031-01", "2031-04-04", more=_ADJUSTED),
    )
    assert said == (
        "Protokollet från rådet 4 april 2031 är inte justerat av vice ordföranden Anna Ek. | låt "
        "det justeras och skriv vem och när (adjusted: by, date), eller ange ett avsteg med skäl."
    )


def test_changed_since_it_was_adjusted(tmp_path: Path) -> None:
    more = _ADJUSTED.replace("}]", "}], fingerprint: {secretary: aaaa}")
    said = _all_said(tmp_path, None, meeting("ra-2031-01", "2031-04-04", more=more))
    opening = "Protokollet från rådet 4 april 2031 är ändrat efter justering: "
    assert f"{opening}vem som var sekreterare." in {told.partition(" | ")[0] for told in said}


def test_sent_too_late(tmp_path: Path) -> None:
    said = _said(
        tmp_path, None, meeting("ra-2031-01", "2031-04-04", more="notice: {sent: 2031-04-05}")
    )
    assert said.startswith("Utskicket är daterat 5 april 2031, efter rådet 4 april 2031.")


def test_a_deputy_of_none(tmp_path: Path) -> None:
    more = _SERVED.format("arne", "br/alby/1")
    said = _said(tmp_path, Judged("VR203"), meeting("br-2031-01", "2031-04-04", more=more))
    assert "men den platsen har inget biträde." in said


def test_anothers_deputy(tmp_path: Path) -> None:
    more = _SERVED.format("bo", "sf/alby/1")
    said = _said(tmp_path, Judged("VR203"), meeting("sf-2031-01", "2031-04-04", more=more))
    assert said == (
        "Bo Lind är inte personligt biträde för platsen sf/alby/1 vid sakforumet 4 april 2031. | "
        "rätta platsen (for), eller skriv biträdet vid platsen i forums.yaml."
    )


def test_the_wrong_chair(tmp_path: Path) -> None:
    rosters = repos.ROSTERS.replace("rad/ordforande: [{who: rut", "rad/ordforande: [{who: ragna")
    said = _said(
        tmp_path,
        Judged("VR202", "{chair_is: styrelsen/ordforande}", "[rad]"),
        {"forums.yaml": rosters},
    )
    assert said.startswith(
        "Ragna Asp står som sammankallande i rådet från 1 januari 2030, men befattningen "
        "styrelsen/ordforande innehas då av Rut Gran."
    )


def test_work_that_nobody_followed(tmp_path: Path) -> None:
    outcome = f"{{kind: assigned, assignments: [{_WORK}]}}"
    given = f"{{id: a, title: A, matter: 2031-001, outcome: {outcome}}}"
    said = _said(
        tmp_path,
        Judged("VR513"),
        matter(),
        meeting("ra-2031-01", "2031-04-04", given, more=_HELD),
        meeting(
            "ra-2031-02", "2031-05-09", "{id: b, title: B, outcome: {kind: noted}}", more=_HELD
        ),
    )
    assert said.startswith(
        "Uppgiften ”Räkna” som Berga fick vid rådet 4 april 2031 är inte avslutad men"
    )


def test_a_party_that_does_not_exist(tmp_path: Path) -> None:
    said = _said(tmp_path, None, matter(more="initiator: cedby"))
    assert said.startswith("Huvudman eller forum ”cedby” finns inte.")


def test_a_notice_in_those_words(tmp_path: Path) -> None:
    files = council(meeting("ra-2031-01", "2031-04-04", _UP) | matter())
    files["structure.yaml"] = repos.structure(more=_WORDS)
    found = repos.register(tmp_path, files)
    shown = agenda_markdown(agenda_view(found, Rulebook(found), found.meetings["ra-2031-01"]))
    assert shown.startswith("# Utskick till rådet\n")
    headings = re.findall("^#{2,3} (.+)$", shown, re.MULTILINE)
    assert headings == ["Föredragningslista", "1. A", "Kallade", "Ombud"]
    assert "| Huvudman | Befattning | Ombud |" in shown
