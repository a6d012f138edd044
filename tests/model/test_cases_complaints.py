"""Every complaint about a record: what it says, and exactly where it points."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import FORMS, ROSTERS, council, outcome, structure, write_repo
from tests.rules.cases import matter, meeting

HEAD = "id: ra-2031-01\nforum: rad\ndate: 2031-04-04\n"


def _told(root: Path, path: str, text: str) -> list[tuple[str, str, str]]:
    """What is said of the one file: mark (or place), sentence and mend."""
    places = write_repo(root, council({path: text}))
    names = {place: mark for mark, place in places.items()}
    found = []
    for finding in outcome(root).findings:
        assert finding.code == "VR005"
        at = finding.location
        place = f"{at.path}:{at.line}:{at.column}"
        found.append((names.get(place, place), finding.message, finding.help))
    return found


def _meeting(root: Path, lines: str) -> list[tuple[str, str, str]]:
    return _told(root, "meetings/ra-2031-01.yaml", f"{HEAD}{lines}\n")


def _item(root: Path, fields: str) -> list[tuple[str, str, str]]:
    return _meeting(root, f"agenda:\n  items:\n    - {{id: a, title: A, {fields}}}")


class TestUnknownFields:
    """A field nobody knows: the key is pointed at, and a near one is suggested."""

    def test_at_the_top(self, tmp_path: Path) -> None:
        (told,) = _meeting(tmp_path, "①plats: Alby")
        assert told[:2] == ("①", "Okänt fält ”plats”.")
        assert told[2].startswith("Fälten som finns här är agenda, cancelled, date, ")

    def test_a_near_one(self, tmp_path: Path) -> None:
        (told,) = _meeting(tmp_path, "①plce: Alby")
        assert told[:2] == ("①", "Okänt fält ”plce”. Menade du place?")

    def test_known_by_the_name_it_has_in_files(self, tmp_path: Path) -> None:
        (told,) = _meeting(tmp_path, "①end: 2031-04-05")
        assert told[0] == "①"
        assert " to, " in told[2]
        assert " end, " not in told[2]

    def test_in_a_group(self, tmp_path: Path) -> None:
        (told,) = _meeting(tmp_path, "agenda: {fixed: {date: 2031-03-21, by: [], ①bye: x}}")
        assert told[:2] == ("①", "Okänt fält ”bye”. Menade du by?")

    def test_in_a_list(self, tmp_path: Path) -> None:
        (told,) = _item(tmp_path, "①mater: 2031-001")
        assert told[:2] == ("①", "Okänt fält ”mater”. Menade du matter?")
        assert told[2].startswith("Fälten som finns här är added, day, ")

    def test_below_a_list(self, tmp_path: Path) -> None:
        (told,) = _item(tmp_path, "outcome: {kind: noted, ①txt: Ja.}")
        assert told[:2] == ("①", "Okänt fält ”txt”. Menade du text?")
        assert told[2].startswith("Fälten som finns här är ")
        assert " decides_next, " in told[2]

    def test_below_a_map_with_free_keys(self, tmp_path: Path) -> None:
        text = ROSTERS.replace("{name: Bo Lind, party", "{name: Bo Lind, ①partei: x, party")
        (told,) = _told(tmp_path, "forums.yaml", text)
        assert told[:2] == ("①", "Okänt fält ”partei”. Menade du party?")

    def test_in_a_list_below_a_map_with_free_keys(self, tmp_path: Path) -> None:
        text = ROSTERS.replace("alby/kso: [{who: anna,", "alby/kso: [{who: anna, ①form: x,")
        (told,) = _told(tmp_path, "forums.yaml", text)
        assert told[:2] == ("①", "Okänt fält ”form”. Menade du from?")

    def test_in_a_seat_of_a_composition(self, tmp_path: Path) -> None:
        text = FORMS.replace("{presidium: [styrelsen]}", "{presidium: [styrelsen], ①board: x}")
        (told,) = _told(tmp_path, "working-forms/former.yaml", text)
        assert told[:2] == ("①", "Okänt fält ”board”. Menade du boards?")


@pytest.mark.parametrize(
    ("fields", "message", "mend"),
    [
        (
            "outcome: {kind: ①discused}",
            "”discused” är inget av de ord som gäller här. Menade du discussed?",
            (
                "Skriv ett av noted, discussed, prepared, returned, postponed, withdrawn, "
                "position, recommendation, assigned, nominated."
            ),
        ),
        (
            "purpose: [dialogue, ①fika]",
            "”fika” är inget av de ord som gäller här.",
            (
                "Skriv ett av information, dialogue, preparation, position, assignment, "
                "nomination, procedure."
            ),
        ),
        (
            "logic: ①cases",
            "”cases” är inget av de ord som gäller här. Menade du case?",
            "Skriv ett av case, process.",
        ),
        ("added: ①2031-02-30", "Datumet 2031-02-30 finns inte: februari 2031 har 28 dagar.", ""),
        ("added: ①4 april", "Skriv datum som ÅÅÅÅ-MM-DD, inte ”4 april”.", ""),
        ("added: ①1031-04-04", "Årtalet i 1031-04-04 ligger utanför 1900–2199.", ""),
        ("added: ①[2031-04-04]", "Här ska ett datum stå.", ""),
        ("start: ①25:00", "Klockslaget 25:00 finns inte: dygnet är 00:00–24:00.", ""),
        ("start: ①tio", "Skriv klockslag som TT:MM, inte ”tio”.", ""),
        ("start: ①{h: 1}", "Här ska ett klockslag stå.", ""),
        ("minutes: ①en", "”en” är inget heltal.", ""),
        ("minutes: ①1.5", "”1.5” är inget heltal.", ""),
        ("minutes: ①-5", "”-5” är inget heltal.", ""),
        ("minutes: ①0", "”0” är för litet för ”minutes”.", ""),
        ("year: ①2500", "”2500” är för stort för ”year”.", ""),
        ("year: ①20", "”20” är för litet för ”year”.", ""),
        ("public: ①nej", "”nej” är varken true eller false.", ""),
        ("public: ①[]", "Här ska true eller false stå.", ""),
        (
            "matter: ①Växeln",
            "”Växeln” duger inte som id: skriv små bokstäver a–z, siffror och bindestreck.",
            "",
        ),
        ("matter: ①[2031-001]", "Här ska ett id stå.", ""),
        (
            "earlier: [①be 1]",
            (
                "”be 1” duger inte som id: skriv a–z, siffror och bindestreck, med snedstreck "
                "mellan delarna."
            ),
            "",
        ),
        (
            "matters: ①2031-001",
            "Fältet ”matters” ska vara en lista.",
            "Skriv ett värde på varje rad, med bindestreck framför.",
        ),
        (
            "text: ①[Ja.]",
            "Fältet ”text” ska vara text, inte en lista.",
            "Skriv ett värde efter kolonet, eller ta bort fältet.",
        ),
        ('text: ①""', "Fältet ”text” är tomt.", ""),
        (
            "outcome: ①noted",
            "Fältet ”outcome” ska vara en grupp av fält, inte noted.",
            "Skriv fälten indragna på raderna under.",
        ),
        ("outcome: ①{text: Ja.}", "Fältet ”kind” saknas.", "Skriv till ”kind”."),
        ("presenters: [①{}]", "Ange who, name eller organisation.", ""),
        (
            "presenters: [①{who: anna, name: Anna}]",
            "Ange antingen who (id i forums.yaml) eller name, inte båda.",
            "",
        ),
        ("papers_sent: ①igår", "Skriv datum som ÅÅÅÅ-MM-DD, inte ”igår”.", ""),
    ],
)
def test_a_field_of_an_item(tmp_path: Path, fields: str, message: str, mend: str) -> None:
    assert _item(tmp_path, fields) == [("①", message, mend)]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("hours: ①13-15", "Skriv klockslag som TT:MM, inte ”13”."),
        ("hours: ①hela dagen", "Skriv tiden som 13:00–15:00, inte ”hela dagen”."),
        (
            "hours: ①15:00–13:00",
            "Sluttiden 13:00 måste vara senare än starttiden 15:00.",
        ),
        ("link: ①exempel.se", "”exempel.se” har inte den form som ”link” ska ha."),
        ("mode: ①teams", "”teams” är inget av de ord som gäller här."),
        ("known: ①allt", "”allt” är inget av de ord som gäller här."),
        ("moved: ①2031-03-01", "Fältet ”moved” ska vara en lista."),
        ("moved: [①{reason: Snö}]", "Fältet ”from” saknas."),
        ("cancelled: ①{on: 2031-03-01}", "Fältet ”reason” saknas."),
        ("notice: {sent: {date: 2031-03-21, to: ①alby}}", "Fältet ”to” ska vara en lista."),
        (
            "notice: {officials: [anna, ①Bo]}",
            "”Bo” duger inte som id: skriv små bokstäver a–z, siffror och bindestreck.",
        ),
        ("minutes: {attendance: {present: ①anna}}", "Fältet ”present” ska vara en lista."),
        (
            "minutes: {attendance: {served: [①{who: arne}]}}",
            "Fältet ”for” saknas.",
        ),
        ("agenda: ①[a]", "Fältet ”agenda” ska vara en grupp av fält, inte en lista."),
    ],
)
def test_a_field_of_a_meeting(tmp_path: Path, lines: str, message: str) -> None:
    told = _meeting(tmp_path, lines)
    assert [(mark, sentence) for mark, sentence, _ in told] == [("①", message)]


def test_an_end_before_the_beginning(tmp_path: Path) -> None:
    text = f"①{HEAD}to: 2031-04-03\n"
    told = _told(tmp_path, "meetings/ra-2031-01.yaml", text)
    assert [entry[:2] for entry in told] == [("①", "To ligger före date.")]


def test_hours_of_a_day_that_is_none_of_the_meetings(tmp_path: Path) -> None:
    text = f"①{HEAD}hours: {{2031-04-05: 09:00–10:00}}\n"
    told = _told(tmp_path, "meetings/ra-2031-01.yaml", text)
    assert [entry[:2] for entry in told] == [("①", "Hours: 2031-04-05 är ingen av mötets dagar.")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "  alby:",
            "  ①Ålby:",
            "”Ålby” duger inte som id: skriv små bokstäver a–z, siffror och bindestreck.",
        ),
        (
            "{name: styrelsen, party: regionen}",
            "①styrelsen",
            "Fältet ”styrelsen” ska vara en grupp av fält, inte styrelsen.",
        ),
        (
            "topics: {arshjul: Årshjulet, natet: Nätet}",
            "topics: ①[arshjul]",
            "Fältet ”topics” ska vara en grupp av namn och värden.",
        ),
        (
            "names: [{name: Lilla rådet, short_name: rådet}]",
            "names: ①[]",
            "Fältet ”names” behöver minst ett värde.",
        ),
    ],
)
def test_a_field_of_the_structure(tmp_path: Path, old: str, new: str, message: str) -> None:
    told = _told(tmp_path, "structure.yaml", structure().replace(old, new, 1))
    assert [entry[:2] for entry in told] == [("①", message)]


def test_several_complaints_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    told = _meeting(tmp_path, "mode: ①teams\nform: ②fika\nagenda: {items: [③{id: a}]}")
    assert [mark for mark, *_ in told] == ["①", "②", "③"]


def test_a_long_value_is_cut_short(tmp_path: Path) -> None:
    ((_, message, _),) = _meeting(tmp_path, f"mode: {'x' * 500}")
    assert message == f"”{'x' * 59}…” är inget av de ord som gäller här."


def test_what_was_left_empty_is_as_if_left_out(tmp_path: Path) -> None:
    lines = "agenda: {items: }\nminutes: {attendance: {present: , others: }, adjusted: }\nhours:"
    write_repo(tmp_path, council(meeting("ra-2031-01", "2031-04-04", more=lines)))
    write_repo(tmp_path, matter(more="topics:\nbrief:\nconsultation: {answers: {alby: no-views}}"))
    assert outcome(tmp_path).findings == ()


@pytest.mark.parametrize("name", ["people", "networks", "offices", "seats"])
def test_a_map_left_empty_is_as_if_left_out(tmp_path: Path, name: str) -> None:
    write_repo(tmp_path, council({"forums.yaml": f"{name}:\n"}))
    assert [finding.code for finding in outcome(tmp_path).findings] == []
