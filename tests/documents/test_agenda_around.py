"""Around the points: when and where, what has changed, how it was fixed, the stamps."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.agendas import ID, lines, meeting, plain, register, section, view
from tests.repos import FORMS, ROSTERS, structure
from vrtool.diagnostic import Finding, Location, Severity
from vrtool.documents.agenda import agenda_meta, agenda_view
from vrtool.documents.agenda_view import AgendaView
from vrtool.register.fingerprint import fixed_parts
from vrtool.register.norms import Rulebook

ITEM = "- {id: a, title: Växeln, text: Text.}"


def _facts(shown: AgendaView) -> dict[str, str]:
    return {fact.term: plain(fact.text) for fact in shown.facts}


# When and where


def test_days_with_hours_of_their_own(tmp_path: Path) -> None:
    more = "to: 2031-03-15\nhours: {2031-03-14: 13:00–17:00, 2031-03-15: 09:00–12:00}"
    assert _facts(view(tmp_path, meeting(more=more)))["Tid"] == (
        "fredagen den 14 mars 2031 kl. 13.00–17.00 och lördagen den 15 mars 2031 kl. 09.00–12.00"
    )


def test_the_items_of_two_days_stand_under_their_day(tmp_path: Path) -> None:
    items = "- {id: b, title: B, day: 2}\n- {id: a, title: A}\n- {id: c, title: C, day: 3}"
    shown = view(tmp_path, meeting(items, more="to: 2031-03-15"))
    assert section(shown, "## Dagordning fredagen den 14 mars 2031") == ["**2. A**"]
    assert section(shown, "## Dagordning lördagen den 15 mars 2031") == ["**1. B**"]
    assert section(shown, "## Dagordning dag 3") == ["**3. C**"]


def test_place_link_mode_and_presidium(tmp_path: Path) -> None:
    link = "https://mote.exempel.se/j?a=1&b=*"
    more = f"mode: hybrid\nplace: Stora salen\nlink: '{link}'\ntopics: [natet, arshjul]"
    shown = view(tmp_path, meeting(more=more))
    assert _facts(shown) == {
        "Tid": "fredagen den 14 mars 2031",
        "Plats": "Stora salen",
        "Mötesform": "på plats eller digitalt",
        "Länk": link,
        "Tema": "Nätet och Årshjulet",
        "Presidium": "Rut Gran, ordförande; Anna Ek, vice ordförande",
    }
    assert any(line.endswith("](https://mote.exempel.se/j?a=1&amp;b=%2A)") for line in lines(shown))


def test_a_presidium_with_several_vice_chairs(tmp_path: Path) -> None:
    titles = structure().replace("offices:\n", "offices:\n  andre: {name: 2:e vice ordförande}\n")
    files = {
        "structure.yaml": titles,
        "working-forms/former.yaml": FORMS.replace(
            "vice_chair: rad/vice-ordforande", "vice_chair: [rad/vice-ordforande, rad/andre]", 1
        ),
        "forums.yaml": ROSTERS.replace(
            "offices:\n", "offices:\n  rad/andre: [{who: bo, from: 2030-01-01}]\n"
        ),
    }
    assert _facts(view(tmp_path, meeting(), files))["Presidium"] == (
        "Rut Gran, ordförande; Anna Ek, vice ordförande; Bo Lind, 2:e vice ordförande"
    )


def test_the_kind_of_meeting_and_its_own_title(tmp_path: Path) -> None:
    shown = view(tmp_path, meeting(more="form: planning-days\ntitle: Framtidens råd"))
    assert shown.title == "Kallelse till rådets planeringsdagar"
    assert shown.subtitle == "Lilla rådet – Framtidens råd"


def test_a_moved_meeting_says_from_when_and_why(tmp_path: Path) -> None:
    more = "moved: [{from: 2031-03-07, on: 2031-03-01, reason: x}, {from: 2031-03-10}]"
    shown = view(tmp_path, meeting(more=more))
    assert [plain(statement) for statement in shown.statements] == [
        "Mötet är flyttat från fredagen den 7 mars 2031. Det meddelades 1 mars 2031. Skäl: x.",
        "Mötet är flyttat från måndagen den 10 mars 2031.",
    ]
    assert f"**{plain(shown.statements[1])}**" in lines(shown)


def test_a_cancelled_meeting_says_so_first_of_all(tmp_path: Path) -> None:
    more = "cancelled: {on: 2031-03-01, reason: Ärendena är inte klara.}"
    shown = view(tmp_path, meeting(ITEM, more=more))
    assert lines(shown)[0] == "# Inställt: kallelse till rådet"
    assert lines(shown)[4] == (
        "**Mötet är inställt. Det meddelades 1 mars 2031. Skäl: Ärendena är inte klara.**"
    )
    assert shown.cancelled
    assert agenda_meta(shown).stamp == "INSTÄLLT"


def test_the_invitation_keeps_its_paragraphs(tmp_path: Path) -> None:
    shown = view(tmp_path, meeting(more='notice: {text: "Välkomna.\\n\\nAnmäl förhinder."}'))
    at = lines(shown).index("Välkomna.")
    assert lines(shown)[at : at + 3] == ["Välkomna.", "", "Anmäl förhinder."]


# How it was fixed and sent, and what stamp that gives


def test_who_fixed_the_agenda_and_when_it_went_out(tmp_path: Path) -> None:
    fixed = "agenda: {fixed: {date: 2031-02-28, by: [rut, anna], support: [bo]}, items: []}"
    sent = "notice: {sent: {date: 2031-03-01, to: [alby, berga]}}"
    shown = view(tmp_path, meeting(more=f"{fixed}\n{sent}"))
    assert section(shown, "## Fastställande och utskick") == [
        " ".join(
            (
                "Dagordningen fastställdes 28 februari 2031 av Rut Gran och Anna Ek.",
                "Vid beredningsmötet deltog Bo Lind.",
                "Kallelsen sändes ut 1 mars 2031 till Alby och Berga.",
            )
        )
    ]
    assert agenda_meta(shown).date.isoformat() == "2031-03-01"
    assert shown.stamp == ""


def test_a_change_after_fixing_is_told(tmp_path: Path) -> None:
    items = "- {id: a, title: Växeln}\n- {id: b, title: Bilen}\n- {id: p, title: Paus, kind: break}"
    first = register(tmp_path, meeting(items))
    parts = fixed_parts(first, first.meetings[ID])
    prints = {"a": "0" * 16, "b": parts["b"], "gone": "1" * 16}
    written = ", ".join(f"{part}: '{value}'" for part, value in prints.items())
    fixed = f"  fixed: {{date: 2031-02-28, by: [rut], fingerprint: {{{written}}}}}\n"
    shown = view(tmp_path, meeting(items).replace("agenda:\n", f"agenda:\n{fixed}"))
    assert shown.formalities[1] == (
        "Ändrad efter fastställande: punkt 1 ”Växeln”, ”Paus” och 1 borttagen punkt."
    )


def test_when_supplements_went_out(tmp_path: Path) -> None:
    items = """
        - {id: a, title: A, number: 1}
        - {id: b, title: B, number: 2, added: 2031-03-07}
        - {id: c, title: C, number: 3, added: 2031-03-10}
        - {id: d, title: D, number: 4, added: 2031-03-10}
        - {id: e, title: E, added: 2031-03-12}
    """
    shown = view(tmp_path, meeting(items, more="notice: {sent: 2031-03-01}"))
    assert [plain(line) for line in shown.formalities] == [
        "Kallelsen sändes ut 1 mars 2031.",
        "Tilläggslistan sändes ut 7 mars 2031 och 10 mars 2031.",
    ]
    assert agenda_meta(shown).date.isoformat() == "2031-03-10"


@pytest.mark.parametrize(
    ("more", "stamp"),
    [
        ("", "FÖRSLAG"),
        ("known: planned", "FÖRSLAG"),
        ("known: date", ""),
        ("known: items", ""),
        ("minutes: {attendance: {present: [rut]}}", ""),
        ("minutes: {attendance: {present: null}}", "FÖRSLAG"),
        ("minutes: {adjusted: [{by: rut, date: 2031-03-20}]}", ""),
        ("agenda: {fixed: {date: 2031-03-01, by: [rut]}, items: []}", ""),
    ],
)
def test_a_proposal_is_stamped_until_it_is_fixed_or_the_meeting_held(
    tmp_path: Path, more: str, stamp: str
) -> None:
    assert view(tmp_path, meeting(more=more)).stamp == stamp


def _finding(severity: Severity, message: str, line: int) -> Finding:
    at = Location("data/meetings/x.yaml", line)
    return Finding("VR301", "not-prepared", severity, message, at, help="ta upp det där.")


def test_a_draft_lists_what_is_missing(tmp_path: Path) -> None:
    found = register(tmp_path, meeting(ITEM))
    findings = [
        _finding(Severity.ERROR, "Ärendet *är* inte berett.", 9),
        _finding(Severity.WARNING, "En söndag.", 1),
        _finding(Severity.ERROR, "Underlaget saknas.", 2),
        _finding(Severity.ERROR, "Underlaget saknas.", 3),
    ]

    def made(chosen: list[Finding], *, draft: bool) -> AgendaView:
        return agenda_view(found, Rulebook(found), found.meetings[ID], chosen, draft=draft)

    shown = made(findings, draft=True)
    assert shown.stamp == "UTKAST"
    assert section(shown, "## Innan kallelsen kan gå ut") == [
        "- Underlaget saknas. Ta upp det där.",
        "- Ärendet \\*är\\* inte berett. Ta upp det där.",
    ]
    assert made(findings, draft=False).stamp == "FÖRSLAG"
    assert made(findings, draft=False).shortcomings == ()
    assert made(findings[1:2], draft=True).stamp == "FÖRSLAG"
